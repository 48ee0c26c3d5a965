// How long who has gone quiet takes in filled databases, one line a database: bin/bench quiet. Changes the
// databases.
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "db/migrate.hpp"
#include "interactions/interactions.hpp"
#include "relationships/quiet_lines.hpp"
#include "relationships/rhythms.hpp"
#include "staff/set_up.hpp"

namespace {

using namespace rapport;
using Clock = std::chrono::steady_clock;

double milliseconds_of(const std::function<void()>& act) {
  const auto begun = Clock::now();
  act();
  return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

/// "median 1.23, p99 4.56"
class Times {
 public:
  void take(const std::function<void()>& act) { all_.push_back(milliseconds_of(act)); }
  [[nodiscard]] std::string words() {
    std::ranges::sort(all_);
    return fmt::format("{:7.2f} ({:.2f})", all_[all_.size() / 2], all_[all_.size() * 99 / 100]);
  }

 private:
  std::vector<double> all_;
};

struct Library {
  db::Database& database;
  Id<Institution> institution;
  Zone zone;
  std::shared_ptr<const Directory> directory;

  [[nodiscard]] Scope scope(const StaffEntry& who) const {
    return Scope(database, institution, {who.id, who.role, who.team, who.full_name, who.given_name}, zone,
                 system_now());
  }
};

const StaffEntry& a_librarian(const Library& library) {
  for (const auto& entry : library.directory->staff.staff())
    if (entry.role == Role::librarian && !entry.portfolio.empty()) return entry;
  throw std::runtime_error("there is no librarian");
}

void catch_up(const Library& library) {
  Scope nobody(library.database, library.institution, {}, library.zone, system_now());
  while (rhythms::catch_up(nobody, *library.directory)) {
  }
}

void log_with(const Library& library, const StaffEntry& who, Id<Person> person) {
  auto scope = library.scope(who);
  const InteractionDraft draft{.happened_on = scope.today, .note = "about the list", .people = {{person}}};
  if (!interactions::record(scope, *library.directory, draft)) throw std::runtime_error("a log was refused");
}

void measure(const std::string& file) {
  const auto database = db::open_database({.url = "sqlite:" + file});
  db::migrate(*database);
  const auto institution = staff::open_institution(*database, system_now());
  Library library{*database, institution.id, Zone(institution.zone), nullptr};
  Scope nobody(*database, institution.id, {}, library.zone, system_now());
  library.directory = DirectoryKeeper().current(nobody);
  const auto& who = a_librarian(library);
  database->write([&](db::Writer& writer) {
    writer.execute("delete from rhythm_state where institution_id = $1", library.institution);
  });
  const auto anew = milliseconds_of([&] { catch_up(library); });
  Times after_one, everybody, mine;
  const auto people = library.directory->people.in_name_order();
  for (std::size_t i = 0; i < 200; ++i) {
    const auto& person = people[i * people.size() / 200];
    if (!person->is_here) continue;
    log_with(library, who, person->id);
    after_one.take([&] { catch_up(library); });
  }
  std::size_t found = 0;
  for (int i = 0; i < 40; ++i) {
    auto scope = library.scope(who);
    everybody.take([&] {
      const auto all = quiet::find(scope, *library.directory, {.whose = quiet::Whose::everybody});
      found = all.gone_quiet.size() + all.worth_a_hello.size();
    });
    mine.take([&] { (void)quiet::card_of(scope, *library.directory); });
  }
  const auto conversations =
      database->read([](db::Reader& reader) { return reader.count("select count(*) from interactions"); });
  fmt::print(
      "{:>6} people {:>9} conversations: whole list {} of {} people; Today's card {}; after one conversation "
      "{}; "
      "all anew {:.0f}\n",
      people.size(), conversations, everybody.words(), found, mine.words(), after_one.words(), anew);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: quiet_bench DATABASE ...   (copies: they are changed)\n");
    return 2;
  }
  try {
    fmt::print("milliseconds: median (99 in 100)\n");
    for (int i = 1; i < argc; ++i) measure(argv[i]);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
