// A filled database opened by a benchmark, and how long things took in it.
#pragma once

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "db/migrate.hpp"
#include "interactions/interactions.hpp"
#include "staff/set_up.hpp"

namespace rapport::load {

inline double milliseconds_of(const std::function<void()>& act) {
  const auto begun = std::chrono::steady_clock::now();
  act();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

class Times {
 public:
  void take(const std::function<void()>& act) { all_.push_back(milliseconds_of(act)); }
  /// The median, and 99 in 100 in brackets.
  [[nodiscard]] std::string words() {
    std::ranges::sort(all_);
    return fmt::format("{:7.2f} ({:.2f})", all_[all_.size() / 2], all_[all_.size() * 99 / 100]);
  }

 private:
  std::vector<double> all_;
};

struct FilledLibrary {
  std::unique_ptr<db::Database> database;
  Id<Institution> institution;
  Zone zone;
  std::shared_ptr<const Directory> directory;

  /// As a librarian who looks after departments.
  [[nodiscard]] Scope scope() const {
    for (const auto& who : directory->staff.staff())
      if (who.role == Role::librarian && !who.portfolio.empty())
        return Scope(*database, institution, {who.id, who.role, who.team, who.full_name, who.given_name},
                     zone, system_now());
    throw std::runtime_error("there is no librarian");
  }
  [[nodiscard]] Scope nobodys_scope() const { return Scope(*database, institution, {}, zone, system_now()); }
  [[nodiscard]] std::int64_t conversations() const {
    return database->read(
        [](db::Reader& reader) { return reader.count("select count(*) from interactions"); });
  }
  void log_with(Id<Person> person, Date on) const {
    auto by = scope();
    const InteractionDraft draft{.happened_on = on, .note = "about the list", .people = {{person}}};
    if (!interactions::record(by, *directory, draft)) throw std::runtime_error("a log was refused");
  }
};

inline FilledLibrary open_filled(const std::string& file) {
  auto database = db::open_database({.url = "sqlite:" + file});
  db::migrate(*database);
  const auto institution = staff::open_institution(*database, system_now());
  FilledLibrary library{std::move(database), institution.id, Zone(institution.zone), nullptr};
  auto nobody = library.nobodys_scope();
  library.directory = DirectoryKeeper().current(nobody);
  return library;
}

/// Measures in each database that was named; what `main` returns.
inline int measure_each(int argc, char** argv, void (*measure)(const std::string& file)) {
  if (argc < 2) {
    fmt::print(stderr, "usage: {} DATABASE ...   (copies: they are changed)\n", argv[0]);
    return 2;
  }
  try {
    fmt::print("milliseconds: median (99 in 100)\n");
    for (int i = 1; i < argc; ++i) measure(argv[i]);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}

}  // namespace rapport::load
