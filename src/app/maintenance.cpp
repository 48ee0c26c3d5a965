// Migrates, copies, restores and examines.
#include "app/maintenance.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <stdexcept>

#include "app/erasure_list.hpp"
#include "app/installation.hpp"
#include "audit/audit.hpp"
#include "base/sha256.hpp"
#include "db/migrate.hpp"
#include "db/sqlite_backup.hpp"
#include "governance/erasures.hpp"

namespace rapport::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view scheme = "sqlite:";

fs::path file_of(const Config& config) {
  if (!config.database_url.starts_with(scheme))
    throw std::runtime_error(
        "This works on the embedded database. For PostgreSQL use pg_dump and pg_restore.");
  return config.database_url.substr(scheme.size());
}

std::string hash_of_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("The file " + file.string() + " cannot be read.");
  Sha256 hash;
  std::string block(1 << 20, '\0');
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0)
    hash.add(std::string_view(block).substr(0, static_cast<std::size_t>(in.gcount())));
  return hash.hex();
}

fs::path hash_file(const fs::path& copy) {
  return copy.string() + ".sha256";
}

void check_hash(const fs::path& copy) {
  std::ifstream in(hash_file(copy));
  std::string expected;
  if (!(in >> expected))
    throw std::runtime_error("There is no " + hash_file(copy).string() + " beside the copy.");
  if (expected != hash_of_file(copy))
    throw std::runtime_error("The copy is not what was written: its SHA-256 differs. Nothing was changed.");
}

/// The copy's copy beside the place that it will take: opening changes a file, and the copy is to be good for
/// another time. Goes away unless it took its place.
class Restoring {
 public:
  explicit Restoring(const fs::path& file) : path_(file.string() + ".restoring") {}
  Restoring(const Restoring&) = delete;
  Restoring& operator=(const Restoring&) = delete;
  ~Restoring() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  void take_from(const fs::path& copy) const {
    fs::copy_file(copy, path_, fs::copy_options::overwrite_existing);
    db::open_database({.url = std::string(scheme) + path_.string()})->check();
    db::put_by_sqlite(path_);
    db::flush_to_disk(path_);
  }
  [[nodiscard]] int erase_again(const std::vector<KeptErasure>& erasures) const {
    const int people = replay_on(path_, erasures);
    db::put_by_sqlite(path_);
    db::flush_to_disk(path_);
    return people;
  }
  void take_place_of(const fs::path& file) const {
    fs::rename(path_, file);
    db::flush_to_disk(fs::absolute(file).parent_path());
  }

 private:
  fs::path path_;
};

/// A damaged database cannot be made whole, and is why somebody restores.
void put_by_if_whole(const fs::path& file) {
  try {
    db::put_by_sqlite(file);
  } catch (const db::Error& error) {
    if (error.kind() == db::Error::Kind::damaged) return;
    if (error.kind() != db::Error::Kind::busy) throw;
    throw std::runtime_error("The database " + file.string() +
                             " is in use. Stop the server, then restore. Nothing was changed.");
  }
}

void move_aside(const fs::path& file, const fs::path& aside) {
  for (const char* part : {"", "-wal", "-shm"})
    if (fs::exists(file.string() + part)) fs::rename(file.string() + part, aside.string() + part);
}

struct Finding {
  bool is_fine;
  std::string words;
};

/// Copies beside the database that were made before somebody was erased.
void add_old_copies(const Config& config, Scope& scope, std::vector<Finding>& findings) {
  const auto erasures = erasures::list(scope);
  if (erasures.empty() || !config.database_url.starts_with(scheme)) return;
  const auto last = std::ranges::max_element(erasures, {}, [](const KeptErasure& one) {
                      return one.confirmed_at.milliseconds;
                    })->confirmed_at;
  const auto file = file_of(config);
  const auto name = file.filename().string() + ".";
  for (const auto& entry : fs::directory_iterator(fs::absolute(file).parent_path())) {
    const auto other = entry.path().filename().string();
    const bool is_copy = other.starts_with(name + "before-") || other.starts_with(name + "replaced");
    if (!is_copy) continue;
    const auto written = std::chrono::file_clock::to_sys(entry.last_write_time());
    if (std::chrono::duration_cast<std::chrono::milliseconds>(written.time_since_epoch()).count() <
        last.milliseconds)
      findings.push_back({false, other + " is older than the latest erasure and still holds what was erased. "
                                         "Delete it once you have no need of it."});
  }
}

std::vector<Finding> examine(const Config& config) {
  std::vector<Finding> findings;
  const auto database = open_migrated(config);
  database->check();
  findings.push_back({true, "The database opens and its pages are whole."});
  CommandScope command(*database, system_now());
  const auto broken = database->read(
      [&](db::Reader& reader) { return audit::first_broken_event(reader, command.institution().id); });
  findings.push_back(
      {!broken, broken ? fmt::format("The audit log does not hold together from event {} on.", *broken)
                       : "The audit log holds together."});
  const bool is_open = config.listen_address != "127.0.0.1" && config.listen_address != "::1";
  findings.push_back({config.is_https() || !is_open,
                      config.is_https()
                          ? "People reach it by https."
                          : "People reach it by plain http: right on this machine alone. Put a reverse "
                            "proxy in front and set public_url."});
  const bool is_without_administrator = database->read(
      [&](db::Reader& reader) { return staff::needs_set_up(reader, command.institution().id); });
  add_old_copies(config, command.scope(), findings);
  findings.push_back(
      {!is_without_administrator, is_without_administrator
                                      ? "No administrator can sign in: `rapport serve` prints a link."
                                      : "An administrator can sign in."});
  return findings;
}

}  // namespace

void migrate_database(const Config& config) {
  const auto database = open_migrated(config);
  fmt::print("The tables are up to date.\n");
}

void back_up(const Config& config, const fs::path& target) {
  file_of(config);
  const auto database = db::open_database({.url = config.database_url});
  database->back_up(target);
  std::ofstream(hash_file(target)) << hash_of_file(target) << "  " << target.filename().string() << '\n';
  fmt::print("Copied to {} and verified.\n", target.string());
}

void restore(const Config& config, const fs::path& source, const fs::path& erasures) {
  const auto file = file_of(config);
  const auto aside = fs::path(file.string() + ".replaced");
  const bool replaces = fs::exists(file);
  check_hash(source);
  if (replaces && fs::exists(aside))
    throw std::runtime_error(aside.string() + " is in the way: move it first.");
  auto to_erase = erasures_on_lists(file, erasures);
  if (replaces) put_by_if_whole(file);
  add_erasures_of(file, to_erase);
  const Restoring fresh(file);
  fresh.take_from(source);
  const int people = fresh.erase_again(to_erase);
  move_aside(file, aside);
  fresh.take_place_of(file);
  fmt::print("Restored from {}.{}\n", source.string(),
             replaces ? " What stood there is in " + aside.string() + "." : std::string());
  if (people > 0)
    fmt::print("{} erased again: they were in the copy.\n",
               people == 1 ? "One person" : std::to_string(people) + " people");
  if (to_erase.empty())
    fmt::print(
        "No list of erasures was found here. If people were erased after the copy was made, give it the "
        "list: "
        "rapport restore COPY --erasures FILE.\n");
}

int doctor(const Config& config) {
  int faults = 0;
  for (const auto& finding : examine(config)) {
    fmt::print("{}  {}\n", finding.is_fine ? "fine     " : "attention", finding.words);
    faults += finding.is_fine ? 0 : 1;
  }
  return faults;
}

}  // namespace rapport::app
