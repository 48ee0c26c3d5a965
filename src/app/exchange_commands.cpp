// Imports and exports from the command line.
#include "app/exchange_commands.hpp"

#include <fmt/core.h>

#include <stdexcept>

#include "app/installation.hpp"
#include "exchange/export.hpp"
#include "exchange/imports.hpp"

namespace rapport::app {
namespace {

constexpr std::size_t faults_printed = 20;

/// The first of `count` faults.
void print_faults(const std::vector<exchange::RowFault>& faults, int count) {
  for (std::size_t i = 0; i < faults.size() && i < faults_printed; ++i)
    fmt::print("  line {}: {}\n", faults[i].line, faults[i].reason);
  if (count > static_cast<int>(faults_printed))
    fmt::print("  and {} more\n", count - static_cast<int>(faults_printed));
}

}  // namespace

int import_from(const Config& config, const ImportWords& words) {
  const auto kind = exchange::import_kind_of(words.kind);
  if (!kind) throw std::runtime_error("What to import is people, departments, interactions or measures.");
  const auto database = open_migrated(config);
  CommandScope command(*database, system_now(), words.username);
  DirectoryKeeper keeper;
  const auto directory = keeper.current(command.scope());
  const auto done =
      exchange::import_file(command.scope(), *directory, *kind, words.file,
                            {.is_all_or_none = words.is_all_or_none, .adds_people = words.adds_people});
  if (!done) throw std::runtime_error(done.refusal().message);
  const auto& counts = done->counts;
  fmt::print("{} new, {} changed, {} the same, {} not taken.\n", counts.fresh, counts.changed, counts.same,
             counts.faulty);
  if (const auto faults =
          exchange::faults_of_import(command.scope(), *keeper.current(command.scope()), done->id))
    print_faults(*faults, counts.faulty);
  return static_cast<int>(counts.faulty);
}

void export_to(const Config& config, const std::filesystem::path& path) {
  const auto database = open_migrated(config);
  CommandScope command(*database, system_now());
  const auto files = exchange::export_everything(command.scope(), path);
  if (!files) throw std::runtime_error(files.refusal().message);
  for (const auto& file : *files) fmt::print("{:>9}  {}\n", file.rows, file.name);
  fmt::print("Written to {}.\n", path.string());
}

}  // namespace rapport::app
