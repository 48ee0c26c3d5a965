// The SQL of the academic calendar.
#include "organisation/academic_calendar_store.hpp"

#include "base/text.hpp"

namespace rapport::academic_calendar_store {

std::vector<CalendarPeriod> all(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select academic_year, kind, name, starts_on, ends_on from calendar_periods where institution_id = $1 "
      "order by starts_on, id limit 5000",
      [](const db::Row& row) {
        return CalendarPeriod{.academic_year = row.number(0),
                              .kind = period_kind_of(row.text(1)).value_or(PeriodKind::term),
                              .name = row.string(2),
                              .starts_on = row.date(3),
                              .ends_on = row.date(4)};
      },
      institution);
}

void replace(db::Writer& writer, Id<Institution> institution, int academic_year,
             std::span<const CalendarPeriod> periods) {
  writer.execute("delete from calendar_periods where institution_id = $1 and academic_year = $2", institution,
                 academic_year);
  for (const auto& period : periods)  // one statement each: a year has about ten
    writer.execute(
        "insert into calendar_periods (institution_id, academic_year, kind, name, starts_on, ends_on) "
        "values ($1, $2, $3, $4, $5, $6)",
        institution, academic_year, code(period.kind), tidy_line(period.name), period.starts_on,
        period.ends_on);
}

}  // namespace rapport::academic_calendar_store
