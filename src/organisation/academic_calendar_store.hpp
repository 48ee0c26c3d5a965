// The SQL of the academic calendars.
#pragma once

#include <span>
#include <vector>

#include "db/connection.hpp"
#include "organisation/academic_calendar.hpp"
#include "organisation/calendars.hpp"

namespace rapport::academic_calendar_store {

/// Of the university's own calendar.
[[nodiscard]] std::vector<CalendarPeriod> all(db::Reader& reader, Id<Institution> institution);
[[nodiscard]] Calendars::PeriodsByCalendar by_calendar(db::Reader& reader, Id<Institution> institution);
[[nodiscard]] std::vector<Calendar> calendars(db::Reader& reader, Id<Institution> institution);
[[nodiscard]] std::vector<UnitCalendar> uses(db::Reader& reader, Id<Institution> institution);

void replace(db::Writer& writer, Id<Institution> institution, std::optional<Id<Calendar>> calendar,
             int academic_year, std::span<const CalendarPeriod> periods);
[[nodiscard]] Id<Calendar> insert(db::Writer& writer, const Scope& scope, std::string_view name);
void rename(db::Writer& writer, Id<Institution> institution, Id<Calendar> id, std::string_view name);
void put_use(db::Writer& writer, Id<Institution> institution, const UnitCalendar& use);

}  // namespace rapport::academic_calendar_store
