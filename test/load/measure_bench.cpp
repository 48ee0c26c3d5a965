// How long the figures of a department take in filled databases, one line a database: bin/bench measures.
// Changes the databases.
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "db/migrate.hpp"
#include "interactions/interactions.hpp"
#include "measures/figures.hpp"
#include "measures/starting_measures.hpp"
#include "measures/unit_years.hpp"
#include "organisation/academic_calendar.hpp"
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

  [[nodiscard]] Scope scope() const {
    const auto staff = library_staff();
    return Scope(database, institution, {staff.id, staff.role, staff.team, staff.full_name, staff.given_name},
                 zone, system_now());
  }
  [[nodiscard]] StaffEntry library_staff() const {
    for (const auto& entry : directory->staff.staff())
      if (entry.role == Role::librarian) return entry;
    throw std::runtime_error("there is no librarian");
  }
};

/// Who has the most conversations in a year.
UnitYearKey busiest(const Library& library, int academic_year) {
  return library.database.read([&](db::Reader& reader) {
    return UnitYearKey{reader
                           .one(
                               "select org_unit_id from interaction_units where institution_id = $1 and "
                               "happened_on >= $2 and "
                               "happened_on < $3 group by org_unit_id order by count(*) desc limit 1",
                               [](const db::Row& row) { return row.id<OrgUnit>(0); }, library.institution,
                               first_day_of(academic_year), first_day_of(academic_year + 1))
                           .value(),
                       academic_year};
  });
}

void catch_up(const Library& library) {
  auto scope = library.scope();
  while (rhythms::catch_up(scope, *library.directory)) {
  }
  while (unit_years::catch_up(scope, *library.directory)) {
  }
}

Id<Person> somebody_in(const Library& library, Id<OrgUnit> unit) {
  for (const auto& person : library.directory->people.in_name_order())
    if (person->is_here && person->unit == unit) return person->id;
  throw std::runtime_error("nobody is in the busiest department");
}

void measure(const std::string& file) {
  const auto database = db::open_database({.url = "sqlite:" + file});
  db::migrate(*database);
  const auto institution = staff::open_institution(*database, system_now());
  Library library{*database, institution.id, Zone(institution.zone), nullptr};
  database->write([&](db::Writer& writer) { insert_measures(writer, institution.id, system_now()); });
  Scope nobody(*database, institution.id, {}, library.zone, system_now());
  library.directory = DirectoryKeeper().current(nobody);
  const auto key = busiest(library, academic_year_of(nobody.today) - 1);
  const auto& unit = *library.directory->org.find(key.unit);
  database->write([&](db::Writer& writer) {
    writer.execute("delete from unit_years_state where institution_id = $1", institution.id);
  });
  const auto anew = milliseconds_of([&] { catch_up(library); });
  Times sheets, kept, counted, while_waiting;
  auto scope = library.scope();
  for (int i = 0; i < 40; ++i) {
    sheets.take([&] { (void)figures::sheet(scope, *library.directory, unit, key.academic_year); });
    kept.take([&] {
      scope.read([&](db::Reader& reader) {
        return unit_years::of(reader, scope, *library.directory, key).sessions;
      });
    });
    counted.take([&] {
      scope.read([&](db::Reader& reader) {
        return unit_years::recount(reader, scope, *library.directory, key).sessions;
      });
    });
  }
  const auto person = somebody_in(library, key.unit);
  for (int i = 0; i < 20; ++i) {
    const InteractionDraft draft{
        .happened_on = scope.today.plus_days(-i), .note = "about the list", .people = {{person}}};
    if (!interactions::record(scope, *library.directory, draft))
      throw std::runtime_error("a log was refused");
    while_waiting.take([&] { catch_up(library); });
  }
  fmt::print(
      "{:>9} conversations, {} in {} {}: the sheet of two years {}; one year kept {}; counted anew {}; after "
      "one conversation "
      "{}; everything anew {:.0f}\n",
      database->read([](db::Reader& reader) { return reader.count("select count(*) from interactions"); }),
      database->read([&](db::Reader& reader) {
        return reader.count(
            "select count(*) from interaction_units where institution_id = $1 and org_unit_id = $2 and "
            "happened_on >= $3 and happened_on < $4",
            institution.id, key.unit, first_day_of(key.academic_year), first_day_of(key.academic_year + 1));
      }),
      unit.name, academic_year_words(key.academic_year), sheets.words(), kept.words(), counted.words(),
      while_waiting.words(), anew);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: measure_bench DATABASE ...   (copies: they are changed)\n");
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
