// The SQL of the academic calendar.
#pragma once

#include <span>
#include <vector>

#include "db/connection.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::academic_calendar_store {

[[nodiscard]] std::vector<CalendarPeriod> all(db::Reader& reader, Id<Institution> institution);
void replace(db::Writer& writer, Id<Institution> institution, int academic_year,
             std::span<const CalendarPeriod> periods);

}  // namespace rapport::academic_calendar_store
