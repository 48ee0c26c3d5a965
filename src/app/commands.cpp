// Reads the command line and runs one command.
#include "app/commands.hpp"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>

#include "app/demo_command.hpp"
#include "app/erasure_list.hpp"
#include "app/exchange_commands.hpp"
#include "app/installation.hpp"
#include "app/maintenance.hpp"
#include "app/routes.hpp"
#include "app/serve.hpp"
#include "app/staff_command.hpp"

namespace rapport::app {
namespace {

/// What the words said; one of the commands fills in `run`.
struct Words {
  std::string config_file;
  std::map<std::string, std::string> flags;
  std::string today;
  std::string path;
  std::string erasures;
  std::string username;
  int people = 420;
  int interactions = 6000;
  bool is_fast = false;
  ImportWords taken;  ///< not `import`: clang-format takes that word for a module's
  std::function<int(const Config&, const Log&)> run;
};

std::optional<Date> today_of(const Words& words) {
  if (words.today.empty()) return std::nullopt;
  const auto date = Date::parse_iso(words.today);
  if (!date) throw std::runtime_error("--today wants a date like 2026-11-12.");
  return date;
}

void add_settings(CLI::App& cli, Words& words) {
  cli.add_option("--config", words.config_file, "The configuration file (TOML)");
  for (const auto& key : config_keys()) {
    const std::string name(key.key);
    cli.add_option_function<std::string>(
           key.flag, [&words, name](const std::string& value) { words.flags[name] = value; },
           std::string(key.meaning))
        ->group("Settings");
  }
  cli.fallthrough();
}

void add_serve(CLI::App& cli, Words& words) {
  auto* serve_command = cli.add_subcommand("serve", "Start the server");
  serve_command->add_option("--today", words.today,
                            "Let the clock stand on this day, for tests and pictures");
  serve_command->callback([&words] {
    words.run = [&words](const Config& config, const Log& log) {
      serve(config, log, {.today = today_of(words)});
      return 0;
    };
  });
}

void add_maintenance(CLI::App& cli, Words& words) {
  cli.add_subcommand("migrate", "Bring the database's tables up to date")->callback([&words] {
    words.run = [](const Config& config, const Log&) { return migrate_database(config), 0; };
  });
  auto* backup = cli.add_subcommand("backup", "Copy the database while it is in use, and verify the copy");
  backup->add_option("file", words.path, "Where the copy goes")->required();
  backup->callback([&words] {
    words.run = [&words](const Config& config, const Log&) { return back_up(config, words.path), 0; };
  });
  auto* restore_command = cli.add_subcommand("restore", "Put a copy back; the server must be stopped");
  restore_command->add_option("file", words.path, "The copy")->required();
  restore_command->add_option(
      "--erasures", words.erasures,
      "A list that `rapport erasures` wrote, where the database that is replaced cannot be read");
  restore_command->callback([&words] {
    words.run = [&words](const Config& config, const Log&) {
      return restore(config, words.path, words.erasures), 0;
    };
  });
  auto* erasures =
      cli.add_subcommand("erasures", "Print who was erased, by number, to be kept with the copies");
  erasures->add_option("--replay", words.erasures, "Erase again whom this list names, after pg_restore");
  erasures->callback([&words] {
    words.run = [&words](const Config& config, const Log&) {
      return words.erasures.empty() ? print_erasures(config) : replay_erasures(config, words.erasures), 0;
    };
  });
  cli.add_subcommand("doctor", "Look for damage and unsafe settings")->callback([&words] {
    words.run = [](const Config& config, const Log&) { return doctor(config) == 0 ? 0 : 1; };
  });
}

void add_demo(CLI::App& cli, Words& words) {
  auto* demo = cli.add_subcommand("demo", "Fill an empty database with a made-up university");
  demo->add_option("--people", words.people, "How many academics")->check(CLI::Range(20, 200'000));
  demo->add_option("--interactions", words.interactions, "How many conversations")
      ->check(CLI::Range(0, 20'000'000));
  demo->add_option("--today", words.today, "The day it is made for, like 2026-11-12; today where absent");
  demo->add_flag("--fast", words.is_fast, "Do not wait for the disk");
  demo->callback([&words] {
    words.run = [&words](const Config& config, const Log&) {
      fill_demo(config, {.people = words.people,
                         .interactions = words.interactions,
                         .today = today_of(words),
                         .is_fast = words.is_fast});
      return 0;
    };
  });
}

void add_staff(CLI::App& cli, Words& words) {
  auto* command = cli.add_subcommand("staff", "Accounts, for whoever is locked out")->require_subcommand(1);
  auto* link = command->add_subcommand("link", "Print a one-time link to set a password");
  link->add_option("username", words.username, "Whose")->required();
  link->callback([&words] {
    words.run = [&words](const Config& config, const Log&) {
      return print_password_link(config, words.username), 0;
    };
  });
}

void add_exchange(CLI::App& cli, Words& words) {
  auto* take = cli.add_subcommand(
      "import", "Take people, departments, conversations or figures from a spreadsheet (CSV)");
  take->add_option("kind", words.taken.kind, "people, departments, interactions or measures")->required();
  take->add_option("file", words.taken.file, "The file")->required();
  take->add_option("--as", words.taken.username, "The username of whoever imports");
  take->add_flag("--all-or-none", words.taken.is_all_or_none, "Take nothing where a row has a fault");
  take->add_flag("--add-people", words.taken.adds_people, "Make people of names that nobody has");
  take->callback([&words] {
    words.run = [&words](const Config& config, const Log&) {
      return import_from(config, words.taken) == 0 ? 0 : 1;
    };
  });
  auto* all = cli.add_subcommand("export", "Write everything as CSV and JSON into one zip");
  all->add_option("file", words.path, "Where it goes")->required();
  all->callback([&words] {
    words.run = [&words](const Config& config, const Log&) { return export_to(config, words.path), 0; };
  });
}

void add_tables(CLI::App& cli, Words& words) {
  cli.add_subcommand("routes", "Print the table of routes and who may take them")->callback([&words] {
    words.run = [](const Config&, const Log&) { return fmt::print("{}", route_table()), 0; };
  });
  cli.add_subcommand("config", "Print every setting as a Markdown table")->callback([&words] {
    words.run = [](const Config&, const Log&) { return fmt::print("{}", config_reference()), 0; };
  });
}

int run_with_config(const Words& words) {
  const auto file =
      words.config_file.empty() ? std::nullopt : std::optional(std::filesystem::path(words.config_file));
  const auto config = read_config(file, process_environment, words.flags);
  if (!config) {
    for (const auto& fault : config.refusal().faults) fmt::print(stderr, "{}\n", fault.message);
    if (config.refusal().faults.empty()) fmt::print(stderr, "{}\n", config.refusal().message);
    return 2;
  }
  const Log log(config->log_level);
  return words.run(*config, log);
}

}  // namespace

int run_command_line(int argc, char** argv) {
  CLI::App cli{"Rapport: relationship management for university libraries", "rapport"};
  Words words;
  add_settings(cli, words);
  add_serve(cli, words);
  add_demo(cli, words);
  add_maintenance(cli, words);
  add_exchange(cli, words);
  add_staff(cli, words);
  add_tables(cli, words);
  cli.set_version_flag("--version", RAPPORT_VERSION);
  cli.require_subcommand(1);
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return cli.exit(error) == 0 ? 0 : 2;
  }
  try {
    return run_with_config(words);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}

}  // namespace rapport::app
