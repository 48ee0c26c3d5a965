// Reads the library's overview.
#include "reports/overview.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "relationships/relationships.hpp"
#include "reports/overview_store.hpp"

namespace rapport::reports {
namespace {

constexpr int in_touch_from = 2;  // of the ladder's levels
constexpr int cell_rows_max = 500;

using ByUnit = std::unordered_map<Id<OrgUnit>, std::vector<int>>;
using People = std::unordered_map<Id<OrgUnit>, int>;

std::vector<Date> months_of(int academic_year, Date today, const AcademicYears& years) {
  std::vector<Date> months;
  for (int i = 0; i < years.months(academic_year); ++i)
    if (const auto month = years.first_day(academic_year).plus_months(i); month <= today)
      months.push_back(month);
  return months;
}

bool is_now(Date month, Date today) {
  return today < month.plus_months(1);
}

/// The kept months that are over.
void add_kept(db::Reader& reader, const Scope& scope, const std::vector<Date>& months, ByUnit& counts) {
  for (const auto& kept : overview_store::months(reader, scope.institution, months.front(), months.back())) {
    const auto place = std::ranges::find(months, kept.month) - months.begin();
    if (place == static_cast<std::ptrdiff_t>(months.size()) || is_now(kept.month, scope.today)) continue;
    auto& row = counts[kept.unit];
    row.resize(months.size());
    row[static_cast<std::size_t>(place)] = kept.conversations;
  }
}

/// What is kept of this month has the conversations that are yet to come.
void add_this_month(db::Reader& reader, const Scope& scope, const Directory& directory,
                    const std::vector<Date>& months, ByUnit& counts) {
  if (!is_now(months.back(), scope.today)) return;
  // One walk over some days of an index for each unit.
  for (const auto& unit : directory.org.units()) {
    const int count = overview_store::count(reader, scope.institution, unit.id, months.back(), scope.today);
    if (count == 0) continue;
    auto& row = counts[unit.id];
    row.resize(months.size());
    row.back() = count;
  }
}

/// People in post at level 2 or above, by unit. Of several records of a person the level moved last counts.
People in_touch_by_unit(db::Reader& reader, Scope& scope, const Directory& directory) {
  People in_touch;
  for (const auto& row : overview_store::levels_from(reader, scope.institution, in_touch_from)) {
    const auto* person = directory.people.find_record(row.person);
    if (person == nullptr || !person->is_here || person->merged_into) continue;
    if (directory.people.same_person(row.person).size() > 1 &&
        relationships::standing(scope, directory, row.person).level() < in_touch_from)
      continue;
    ++in_touch[row.unit];
  }
  return in_touch;
}

int sum_of(const People& by_unit, const std::vector<Id<OrgUnit>>& units) {
  int sum = 0;
  for (const auto unit : units)
    if (const auto found = by_unit.find(unit); found != by_unit.end()) sum += found->second;
  return sum;
}

/// What rows are added up from.
struct Figures {
  std::size_t months = 0;
  People here = {};
  People in_touch = {};
  ByUnit counts = {};
};

OverviewRow row_of(const Figures& figures, const OrgUnitEntry& unit, const std::vector<Id<OrgUnit>>& units) {
  OverviewRow row{.unit = &unit,
                  .people = sum_of(figures.here, units),
                  .in_touch = sum_of(figures.in_touch, units),
                  .conversations = std::vector<int>(figures.months)};
  for (const auto one : units)
    if (const auto found = figures.counts.find(one); found != figures.counts.end())
      for (std::size_t month = 0; month < figures.months; ++month)
        row.conversations[month] += found->second[month];
  return row;
}

std::string conversations_words(int count) {
  return count_words(count, "conversation", "conversations");
}

double share(const OverviewRow& row) {
  return static_cast<double>(row.total()) / std::max(row.people, 1);
}

}  // namespace

int OverviewRow::total() const {
  return std::accumulate(conversations.begin(), conversations.end(), 0);
}

std::optional<int> OverviewRow::coverage() const {
  if (people == 0) return std::nullopt;
  return static_cast<int>(std::lround(100.0 * in_touch / people));
}

int Overview::total() const {
  int sum = 0;
  for (const auto& row : rows) sum += row.total();
  return sum;
}

OverviewFinding finding_of(const Overview& overview) {
  if (overview.rows.empty()) return {"", "There are no departments here yet."};
  if (overview.total() == 0) return {"", "No conversations in this academic year yet."};
  int people = 0;
  const OverviewRow* quietest = nullptr;
  for (const auto& row : overview.rows) {
    people += row.people;
    if (row.people > 0 && (quietest == nullptr || share(row) < share(*quietest))) quietest = &row;
  }
  const double usual = static_cast<double>(overview.total()) / std::max(people, 1);
  if (quietest != nullptr && share(*quietest) < usual / 2)
    return {quietest->unit->name,
            " has heard least from us for its size: " + count_words(quietest->people, "person", "people") +
                ", " + conversations_words(quietest->total()) + "."};
  const auto busiest = std::ranges::max_element(overview.rows, {}, &OverviewRow::total);
  return {busiest->unit->name, " is where we talk most: " + conversations_words(busiest->total()) + "."};
}

Overview read_overview(Scope& scope, const Directory& directory, const OrgUnitEntry* above,
                       int academic_year) {
  Overview overview{.above = above,
                    .academic_year = academic_year,
                    .this_year = scope.years().of(scope.today),
                    .years = scope.years()};
  overview.months = months_of(academic_year, scope.today, scope.years());
  ByUnit counts;
  People in_touch;
  scope.read([&](db::Reader& reader) {
    if (!overview.months.empty()) {
      add_kept(reader, scope, overview.months, counts);
      add_this_month(reader, scope, directory, overview.months, counts);
    }
    in_touch = in_touch_by_unit(reader, scope, directory);
    return 0;
  });
  const Figures figures{overview.months.size(), directory.people.here_by_unit(), std::move(in_touch),
                        std::move(counts)};
  for (const auto* unit :
       directory.org.children(above != nullptr ? std::optional(above->id) : std::nullopt)) {
    const auto units = directory.org.with_descendants(unit->id);
    auto row = row_of(figures, *unit, units);
    row.has_units_below = units.size() > 1;
    if (unit->is_open || row.total() > 0) overview.rows.push_back(std::move(row));
  }
  if (above != nullptr) {
    auto own = row_of(figures, *above, {above->id});
    own.is_own = true;
    if (own.people > 0 || own.total() > 0) overview.rows.push_back(std::move(own));
  }
  return overview;
}

CellRows read_cell(Scope& scope, const OrgUnitEntry& unit, Date month) {
  CellRows rows;
  const auto last = std::min(month.plus_months(1).plus_days(-1), scope.today);
  const std::vector<Id<OrgUnit>> units{unit.id};
  rows.conversations =
      interactions::timeline_of_unit(scope, units, {.until = last, .limit = cell_rows_max}).interactions;
  std::erase_if(rows.conversations, [&](const Interaction& row) {
    return row.happened_on < month || row.visibility == Visibility::restricted;
  });
  rows.counted = scope.read([&](db::Reader& reader) {
    return overview_store::count(reader, scope.institution, unit.id, month, last);
  });
  if (static_cast<int>(rows.conversations.size()) < cell_rows_max)
    rows.not_shown = std::max(0, rows.counted - static_cast<int>(rows.conversations.size()));
  return rows;
}

}  // namespace rapport::reports
