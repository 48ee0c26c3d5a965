// How long the figures of a department take in filled databases, one line a database: bin/bench measures.
// Changes the databases.
#include "load/filled_library.hpp"
#include "measures/figures.hpp"
#include "measures/starting_measures.hpp"
#include "measures/unit_years.hpp"
#include "organisation/academic_calendar.hpp"
#include "relationships/rhythms.hpp"

namespace {

const rapport::AcademicYears years;  // those of every filled library

using namespace rapport;
using load::FilledLibrary;
using load::milliseconds_of;
using load::Times;

/// Who has the most conversations in a year.
UnitYearKey busiest(const FilledLibrary& library, int academic_year) {
  return library.database->read([&](db::Reader& reader) {
    return UnitYearKey{reader
                           .one(
                               "select org_unit_id from interaction_units where institution_id = $1 and "
                               "happened_on >= $2 and "
                               "happened_on < $3 group by org_unit_id order by count(*) desc limit 1",
                               [](const db::Row& row) { return row.id<OrgUnit>(0); }, library.institution,
                               years.first_day(academic_year), years.first_day(academic_year + 1))
                           .value(),
                       academic_year};
  });
}

void catch_up(const FilledLibrary& library) {
  auto scope = library.scope();
  while (rhythms::catch_up(scope, *library.directory)) {
  }
  while (unit_years::catch_up(scope, *library.directory)) {
  }
}

Id<Person> somebody_in(const FilledLibrary& library, Id<OrgUnit> unit) {
  for (const auto& person : library.directory->people.in_name_order())
    if (person->is_here && person->unit == unit) return person->id;
  throw std::runtime_error("nobody is in the busiest department");
}

void measure(const std::string& file) {
  const auto library = load::open_filled(file);
  library.database->write(
      [&](db::Writer& writer) { insert_measures(writer, library.institution, system_now()); });
  const auto key = busiest(library, years.of(library.nobodys_scope().today) - 1);
  const auto& unit = *library.directory->org.find(key.unit);
  library.database->write([&](db::Writer& writer) {
    writer.execute("delete from unit_years_state where institution_id = $1", library.institution);
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
    library.log_with(person, scope.today.plus_days(-i));
    while_waiting.take([&] { catch_up(library); });
  }
  fmt::print(
      "{:>9} conversations, {} in {} {}: the sheet of two years {}; one year kept {}; counted anew {}; after "
      "one conversation "
      "{}; everything anew {:.0f}\n",
      library.conversations(), library.database->read([&](db::Reader& reader) {
        return reader.count(
            "select count(*) from interaction_units where institution_id = $1 and org_unit_id = $2 and "
            "happened_on >= $3 and happened_on < $4",
            library.institution, key.unit, years.first_day(key.academic_year),
            years.first_day(key.academic_year + 1));
      }),
      unit.name, years.words(key.academic_year), sheets.words(), kept.words(), counted.words(),
      while_waiting.words(), anew);
}

}  // namespace

int main(int argc, char** argv) {
  return load::measure_each(argc, argv, measure);
}
