// Writes, reads and replays the list.
#include "app/erasure_list.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "app/erasure_owners.hpp"
#include "app/installation.hpp"
#include "db/migrate.hpp"
#include "db/sqlite_backup.hpp"

namespace rapport::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view scheme = "sqlite:";

fs::path list_beside(const fs::path& database) {
  return database.string() + ".erasures";
}

std::vector<KeptErasure> list_in(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) throw std::runtime_error("The list of erasures " + file.string() + " cannot be read.");
  auto erasures = read_erasures(text);
  if (!erasures) throw std::runtime_error(file.string() + ": " + erasures.refusal().message);
  return std::move(*erasures);
}

/// Of a database of this or an earlier version; none where it has no such table, or cannot be read.
std::vector<KeptErasure> list_of_database(const fs::path& file) {
  try {
    const auto database = db::open_database({.url = std::string(scheme) + file.string()});
    std::vector<KeptErasure> all;
    database->read_with([&](db::Reader& reader) {
      const auto institution = staff::find_institution(reader);
      if (!institution) return;
      const Zone zone(institution->zone);
      Scope scope(*database, institution->id, Viewer{}, zone, system_now());
      scope.read_through(reader);
      all = erasures::list(scope);
    });
    return all;
  } catch (const db::Error&) {
    return {};
  }
}

void add(std::vector<KeptErasure>& all, std::vector<KeptErasure> more) {
  for (auto& one : more)
    if (std::ranges::count(all, one) == 0) all.push_back(std::move(one));
}

}  // namespace

void keep_list_beside(const Config& config, Scope& scope) {
  if (!config.database_url.starts_with(scheme)) return;
  const auto list = list_beside(config.database_url.substr(scheme.size()));
  const fs::path fresh = list.string() + ".new";
  {
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    out << write_erasures(erasures::list(scope));
    out.flush();
    if (!out) throw std::runtime_error("The list of erasures " + list.string() + " could not be written.");
  }
  db::flush_to_disk(fresh);
  fs::rename(fresh, list);
  db::flush_to_disk(fs::absolute(list).parent_path());
}

std::vector<KeptErasure> erasures_on_lists(const fs::path& replaced, const fs::path& given) {
  std::vector<KeptErasure> all;
  if (!given.empty()) add(all, list_in(given));
  if (fs::exists(list_beside(replaced))) add(all, list_in(list_beside(replaced)));
  return all;
}

void add_erasures_of(const fs::path& replaced, std::vector<KeptErasure>& erasures) {
  if (fs::exists(replaced)) add(erasures, list_of_database(replaced));
}

int replay_on(const fs::path& copy, const std::vector<KeptErasure>& erasures) {
  if (erasures.empty()) return 0;
  const auto database = db::open_database({.url = std::string(scheme) + copy.string()});
  db::migrate(*database);
  CommandScope command(*database, system_now());
  const auto people = erasures::replay(command.scope(), erasure_owners, erasures);
  if (!people) throw std::runtime_error(people.refusal().message);
  erasures::purge(command.scope());
  return *people;
}

void print_erasures(const Config& config) {
  const auto database = open_migrated(config);
  CommandScope command(*database, system_now());
  fmt::print("{}", write_erasures(erasures::list(command.scope())));
}

void replay_erasures(const Config& config, const fs::path& list) {
  const auto erasures = list_in(list);
  const auto database = open_migrated(config);
  CommandScope command(*database, system_now());
  const auto people = erasures::replay(command.scope(), erasure_owners, erasures);
  if (!people) throw std::runtime_error(people.refusal().message);
  erasures::purge(command.scope());
  keep_list_beside(config, command.scope());
  fmt::print("{} erased again.\n", *people);
}

}  // namespace rapport::app
