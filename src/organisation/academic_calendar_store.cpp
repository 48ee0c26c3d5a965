// The SQL of the academic calendars.
#include "organisation/academic_calendar_store.hpp"

#include "base/text.hpp"

namespace rapport::academic_calendar_store {
namespace {

CalendarPeriod period_of(const db::Row& row) {
  return {.academic_year = row.number(0),
          .kind = period_kind_of(row.text(1)).value_or(PeriodKind::term),
          .name = row.string(2),
          .starts_on = row.date(3),
          .ends_on = row.date(4)};
}

}  // namespace

std::vector<CalendarPeriod> all(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select academic_year, kind, name, starts_on, ends_on from calendar_periods where institution_id = $1 "
      "and calendar_id is null order by starts_on, id limit 5000",
      period_of, institution);
}

Calendars::PeriodsByCalendar by_calendar(db::Reader& reader, Id<Institution> institution) {
  Calendars::PeriodsByCalendar all;
  reader.each(
      "select academic_year, kind, name, starts_on, ends_on, calendar_id from calendar_periods where "
      "institution_id = $1 order by starts_on, id limit 50000",
      [&](const db::Row& row) { all[row.optional_id<Calendar>(5)].push_back(period_of(row)); }, institution);
  return all;
}

std::vector<Calendar> calendars(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select id, name, version from calendars where institution_id = $1 order by name, id limit 100",
      [](const db::Row& row) {
        return Calendar{.id = row.id<Calendar>(0), .name = row.string(1), .version = row.number(2)};
      },
      institution);
}

std::vector<UnitCalendar> uses(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select org_unit_id, from_year, calendar_id from org_unit_calendars where institution_id = $1 order by "
      "from_year, org_unit_id limit 20000",
      [](const db::Row& row) {
        return UnitCalendar{row.id<OrgUnit>(0), row.number(1), row.optional_id<Calendar>(2)};
      },
      institution);
}

void replace(db::Writer& writer, Id<Institution> institution, std::optional<Id<Calendar>> calendar,
             int academic_year, std::span<const CalendarPeriod> periods) {
  writer.execute(
      "delete from calendar_periods where institution_id = $1 and academic_year = $2 and "
      "coalesce(calendar_id, 0) = coalesce($3, 0)",
      institution, academic_year, calendar);
  for (const auto& period : periods)  // one statement each: a year has about ten
    writer.execute(
        "insert into calendar_periods (institution_id, academic_year, kind, name, starts_on, ends_on, "
        "calendar_id) values ($1, $2, $3, $4, $5, $6, $7)",
        institution, academic_year, code(period.kind), tidy_line(period.name), period.starts_on,
        period.ends_on, calendar);
}

Id<Calendar> insert(db::Writer& writer, const Scope& scope, std::string_view name) {
  return writer
      .one(
          "insert into calendars (institution_id, name, made_by, made_at) values ($1, $2, $3, $4) returning "
          "id",
          [](const db::Row& row) { return row.id<Calendar>(0); }, scope.institution, name, scope.viewer.staff,
          scope.now)
      .value();
}

void rename(db::Writer& writer, Id<Institution> institution, Id<Calendar> id, std::string_view name) {
  writer.execute(
      "update calendars set name = $3, version = version + 1 where institution_id = $1 and id = $2",
      institution, id, name);
}

void put_use(db::Writer& writer, Id<Institution> institution, const UnitCalendar& use) {
  writer.execute(
      "insert into org_unit_calendars (institution_id, org_unit_id, from_year, calendar_id) values ($1, $2, "
      "$3, "
      "$4) on conflict (institution_id, org_unit_id, from_year) do update set calendar_id = "
      "excluded.calendar_id",
      institution, use.unit, use.from_year, use.calendar);
}

}  // namespace rapport::academic_calendar_store
