// How fast a conversation is logged durably: through the front door, and by a bare SQLite program that does
// the same inserts and waits for the same disk. Both in one run, in turn; the figure is their ratio.
#include <fmt/core.h>
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "interactions/interactions.hpp"
#include "staff/set_up.hpp"

namespace {

using namespace rapport;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The same rows by hand: one transaction each, WAL, synchronous=FULL, statements prepared once, as much
/// memory for pages as ours.
class BareProgram {
 public:
  explicit BareProgram(const std::filesystem::path& file) {
    if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK)
      throw std::runtime_error("cannot open the bare database");
    run("pragma journal_mode=wal");
    run("pragma synchronous=full");
    run("pragma cache_size=-24576");
    run("pragma mmap_size=1073741824");
    for (const auto* text : inserts_) {
      sqlite3_stmt* statement = nullptr;
      if (sqlite3_prepare_v2(db_, text, -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(std::string(sqlite3_errmsg(db_)) + ": " + text);
      statements_.push_back(statement);
    }
  }
  BareProgram(const BareProgram&) = delete;
  BareProgram& operator=(const BareProgram&) = delete;
  ~BareProgram() {
    for (auto* statement : statements_) sqlite3_finalize(statement);
    sqlite3_close(db_);
  }

  void log_one(std::int64_t number) {
    run("begin immediate");
    for (auto* statement : statements_) {
      sqlite3_bind_int64(statement, 1, number);
      if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(db_));
      sqlite3_reset(statement);
    }
    run("commit");
  }

 private:
  void run(const char* text) {
    if (sqlite3_exec(db_, text, nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(db_));
  }

  static constexpr const char* inserts_[] = {
      "insert into interactions (institution_id, kind_id, happened_on, note, people, staff, recorded_by, "
      "recorded_at, "
      "source_key) values (1, 1, '2026-11-12', 'placement students locked out of e-books', '1', '1', 1, 0, "
      "'bare-' || ?1)",
      "insert into interaction_persons values (1, 1, '2026-11-12', 10000000 + ?1, 0, '', 0)",
      "insert into contact_changes (institution_id, month, people, units) select 1, '2026-11-01', '1', '1' "
      "where ?1 > 0",
      "insert into interaction_staff values (1, 1, '2026-11-12', 10000000 + ?1)",
      "insert into interaction_units values (1, 1, '2026-11-12', 10000000 + ?1, 1, 0)",
      "insert into acquaintances values (1, 1, 1, 1, '2026-11-12', '2026-11-12') on conflict do update set "
      "conversations = conversations + 1",
      "update persons set version = version + 1 where institution_id = 1 and id = 1 and ?1 > 0",
      "insert into interaction_words (rowid, words) values (20000 * 2147483648 + ?1, "
      "'placement students student locked lock out of e books book')",
      "insert into audit_events values (1, 10000000 + ?1, 0, 1, 'recorded', 'interaction', ?1, '{}', "
      "'0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef')",
      "update audit_heads set last_hash = 'x' || ?1 where institution_id = 1"};
  sqlite3* db_ = nullptr;
  std::vector<sqlite3_stmt*> statements_;
};

struct Library {
  db::Database& database;
  staff::InstitutionEntry institution;
  Zone zone;
  Viewer viewer;
  std::shared_ptr<const Directory> directory;
  Id<Person> person;
};

Library library_of(db::Database& database) {
  auto institution = staff::open_institution(database, system_now());
  Library library{database, institution, Zone(institution.zone), {}, nullptr, {}};
  Scope scope(database, institution.id, {}, library.zone, system_now());
  library.directory = DirectoryKeeper().current(scope);
  for (const auto& entry : library.directory->staff.staff())
    if (entry.role == Role::librarian)
      library.viewer = {entry.id, entry.role, entry.team, entry.full_name, entry.given_name};
  library.person = database.read([&](db::Reader& reader) {
    return Id<Person>{reader.count("select min(id) from persons where institution_id = $1", institution.id)};
  });
  return library;
}

void log_one(const Library& library, const std::string& key) {
  Scope scope(library.database, library.institution.id, library.viewer, library.zone, system_now());
  InteractionDraft draft{.happened_on = scope.today,
                         .note = "placement students locked out of e-books",
                         .people = {{library.person}},
                         .source_key = key};
  if (!interactions::record(scope, *library.directory, draft)) throw std::runtime_error("a log was refused");
}

void compare_rates(const std::filesystem::path& ours, const std::filesystem::path& bare, int rounds) {
  const auto database = db::open_database({.url = "sqlite:" + ours.string()});
  const auto library = library_of(*database);
  BareProgram program(bare);
  constexpr int logs = 300;
  std::vector<double> ratios;
  double ours_rate = 0;
  double bare_rate = 0;
  std::int64_t number = 1;
  for (int round = 0; round < rounds; ++round) {
    auto start = Clock::now();
    for (int i = 0; i < logs; ++i) log_one(library, "bench-" + std::to_string(number++));
    ours_rate = logs / seconds_since(start);
    start = Clock::now();
    for (int i = 0; i < logs; ++i) program.log_one(number++);
    bare_rate = logs / seconds_since(start);
    ratios.push_back(ours_rate / bare_rate);
  }
  std::ranges::sort(ratios);
  fmt::print("durable logs, one writer: {:.0f}/s of {:.0f}/s bare; ratio median {:.2f} (want 0.60 or more)\n",
             ours_rate, bare_rate, ratios[ratios.size() / 2]);
}

void write_in_parallel(const std::filesystem::path& ours) {
  const auto database = db::open_database({.url = "sqlite:" + ours.string()});
  const auto library = library_of(*database);
  constexpr int writers = 64;
  constexpr int logs = 60;
  std::vector<std::vector<double>> times(writers);
  std::atomic<int> failures = 0;
  const auto start = Clock::now();
  {
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < writers; ++writer) {
      threads.emplace_back([&, writer] {
        for (int i = 0; i < logs; ++i) {
          const auto begun = Clock::now();
          try {
            log_one(library, fmt::format("parallel-{}-{}-{}", start.time_since_epoch().count(), writer, i));
          } catch (const std::exception&) {
            ++failures;
          }
          times[static_cast<std::size_t>(writer)].push_back(1000 * seconds_since(begun));
        }
      });
    }
  }
  std::vector<double> all;
  for (const auto& some : times) all.insert(all.end(), some.begin(), some.end());
  std::ranges::sort(all);
  fmt::print(
      "64 writers at the front door: {:.0f} logs/s, p99 {:.1f} ms (want 250 or less), worst {:.1f} ms, {} "
      "failed\n",
      writers * logs / seconds_since(start), all[all.size() * 99 / 100], all.back(), failures.load());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr,
               "usage: log_bench DATABASE BARE-COPY   (two copies of a filled database; both are changed)\n");
    return 2;
  }
  try {
    compare_rates(argv[1], argv[2], 5);
    write_in_parallel(argv[1]);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
