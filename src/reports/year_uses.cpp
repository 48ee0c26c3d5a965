// Words for what stands under academic years.
#include "reports/year_uses.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "reports/year_uses_store.hpp"

namespace rapport::reports {
namespace {

using year_uses_store::RoundDays;

/// Conversations may be written down five years ahead.
constexpr int years_ahead = 6;

std::string it_or_they(int count, std::string_view one, std::string_view many) {
  return std::string(count == 1 ? one : many);
}

void add_conversations(std::vector<YearNote>& notes, Scope& scope, db::Reader& reader,
                       const AcademicYears& before, const AcademicYears& after, int from_year) {
  int moved = 0;
  // One range of an index for each year whose beginning moves.
  for (int year = from_year; year < from_year + years_ahead; ++year) {
    const auto was = before.first_day(year);
    const auto is = after.first_day(year);
    if (was != is)
      moved +=
          year_uses_store::conversations(reader, scope.institution, std::min(was, is), std::max(was, is));
  }
  if (moved == 0) return;
  notes.push_back({with_capital_first(count_words(moved, "conversation", "conversations")) +
                       it_or_they(moved, " that is planned counts", " that are planned count") +
                       " in another year than now, by its day.",
                   ""});
}

void add_plans(std::vector<YearNote>& notes, Scope& scope, db::Reader& reader, const AcademicYears& after,
               int from_year) {
  for (const auto& [year, count] : year_uses_store::plans(reader, scope.institution, from_year))
    notes.push_back({with_capital_first(count_words(count, "action plan", "action plans")) + " of " +
                         after.words(year) + it_or_they(count, " stays a plan", " stay plans") +
                         " of that year.",
                     "/plans/" + std::to_string(year)});
}

bool is_outside(const RoundDays& round, const AcademicYears& after) {
  const auto is_of_another = [&](const std::optional<Date>& day) {
    return day && after.of(*day) != round.academic_year;
  };
  return is_of_another(round.week_from) || is_of_another(round.week_to) || is_of_another(round.meets_on);
}

void add_rounds(std::vector<YearNote>& notes, Scope& scope, db::Reader& reader, const AcademicYears& after,
                int from_year) {
  const auto all = year_uses_store::rounds(reader, scope.institution, from_year - 1);
  for (auto begin = all.begin(); begin != all.end();) {
    const int year = begin->academic_year;
    const auto end =
        std::find_if(begin, all.end(), [&](const RoundDays& one) { return one.academic_year != year; });
    const auto outside = static_cast<int>(
        std::count_if(begin, end, [&](const RoundDays& one) { return is_outside(one, after); }));
    const auto count = static_cast<int>(end - begin);
    begin = end;
    if (year < from_year && outside == 0) continue;
    auto words = with_capital_first(count_words(count, "department", "departments")) +
                 it_or_they(count, " is", " are") + " in the round of " + after.words(year) + " and" +
                 it_or_they(count, " stays", " stay") + " in it";
    if (outside > 0)
      words += "; " + count_words(outside, "meeting or its weeks lie", "meetings or their weeks lie") +
               " outside of the year then, and the days hold until you change them";
    notes.push_back({words + ".", "/plans/" + std::to_string(year)});
  }
}

void add_figures(std::vector<YearNote>& notes, Scope& scope, db::Reader& reader, const AcademicYears& before,
                 const AcademicYears& after, int year) {
  if (before.months(year) == after.months(year)) return;
  const int count = year_uses_store::figures(reader, scope.institution, year);
  if (count == 0) return;
  notes.push_back({with_capital_first(count_words(count, "figure", "figures")) + " of " + after.words(year) +
                       it_or_they(count, " was", " were") + " reported as of " + before.days_words(year) +
                       ". Have " + it_or_they(count, "it", "them") + " counted for " +
                       after.days_words(year) + ".",
                   "/measures"});
}

}  // namespace

YearsHold years_hold(db::Reader& reader, Id<Institution> institution) {
  return year_uses_store::are_any(reader, institution) ? YearsHold::something : YearsHold::nothing;
}

std::vector<YearNote> year_notes(Scope& scope, const AcademicYears& before, const AcademicYears& after,
                                 int from_year) {
  if (from_year == AcademicYears::beginning) return {};  // nothing stands there yet
  return scope.read([&](db::Reader& reader) {
    std::vector<YearNote> notes;
    add_conversations(notes, scope, reader, before, after, from_year);
    add_plans(notes, scope, reader, after, from_year);
    add_rounds(notes, scope, reader, after, from_year);
    add_figures(notes, scope, reader, before, after, from_year - 1);
    return notes;
  });
}

}  // namespace rapport::reports
