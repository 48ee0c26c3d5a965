// Reads the team home.
#include "reports/team.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "bumps/stories.hpp"
#include "interactions/may_read.hpp"
#include "organisation/academic_calendar.hpp"
#include "relationships/ladder.hpp"
#include "relationships/relationships.hpp"

namespace rapport::reports {
namespace {

constexpr std::size_t moves_shown = 10;
constexpr std::size_t reached_shown = 8;
constexpr std::size_t chains_shown = 5;
constexpr std::size_t stories_shown = 5;

using Units = std::unordered_set<Id<OrgUnit>>;

bool is_in(const StaffEntry& member, const TeamQuery& query) {
  return !query.team || member.team == query.team;
}

/// What the team looks after today; the whole library is what stands on top.
std::vector<const OrgUnitEntry*> tops_of(const Directory& directory, const TeamQuery& query) {
  if (!query.team) {
    auto all = directory.org.children(std::nullopt);
    std::erase_if(all, [](const OrgUnitEntry* unit) { return !unit->is_open; });
    return all;
  }
  std::unordered_set<Id<OrgUnit>> units;
  for (const auto& member : directory.staff.staff())
    if (member.is_active && is_in(member, query))
      units.insert(member.portfolio.begin(), member.portfolio.end());
  std::vector<const OrgUnitEntry*> tops;
  for (const auto& unit : directory.org.units())
    if (unit.is_open && units.contains(unit.id)) tops.push_back(&unit);
  return tops;
}

Units units_below(const Directory& directory, const std::vector<const OrgUnitEntry*>& tops) {
  Units units;
  for (const auto* top : tops)
    for (const auto unit : directory.org.with_descendants(top->id)) units.insert(unit);
  return units;
}

template <class Row>
void keep_those_in(const Units& units, std::vector<Row>& rows) {
  std::erase_if(rows, [&](const Row& row) { return !row.unit || !units.contains(*row.unit); });
}

void count_moves(TeamHome& home) {
  for (const auto& move : home.moves) {
    const auto& event = move.event;
    home.up += event.to_level > event.from_level ? 1 : 0;
    home.down += event.to_level < event.from_level ? 1 : 0;
    home.slipping += event.is_slipping && !event.was_slipping ? 1 : 0;
  }
  if (home.moves.size() > moves_shown) home.moves.resize(moves_shown);
}

std::vector<Story> stories_of(Scope& scope, const Units& units, Date since) {
  auto stories = bumps::stories(scope, {.academic_year = scope.years().of(scope.today)});
  std::erase_if(stories, [&](const Story& story) {
    return !story.told.org_unit || !units.contains(*story.told.org_unit) ||
           scope.zone.local_date(story.told_at) < since;
  });
  if (stories.size() > stories_shown) stories.resize(stories_shown);
  return stories;
}

DueRows all_due(db::Reader& reader, const Scope& scope, const Directory& directory, const TeamQuery& query,
                const Units& units) {
  DueRows due;
  // One walk over an index for each colleague.
  for (const auto& member : directory.staff.staff())
    if (is_in(member, query))
      std::ranges::move(
          team_store::overdue(reader, scope.institution, member.id, scope.today, team_number(scope)),
          std::back_inserter(due.promises));
  std::ranges::stable_sort(due.promises, {}, &team_store::OverduePromise::due_on);
  due.plans = team_store::to_review(reader, scope.institution, scope.today);
  if (query.team) keep_those_in(units, due.plans);
  return due;
}

std::vector<DueRow> by_department(const Directory& directory, const DueRows& due) {
  std::map<std::string_view, DueRow> rows;  // by sort key; what belongs to none comes last
  const auto row_of = [&](std::optional<Id<OrgUnit>> id) -> DueRow& {
    const auto* unit = id ? directory.org.find(*id) : nullptr;
    auto& row = rows[unit == nullptr ? std::string_view("~") : std::string_view(unit->sort_key)];
    row.unit = unit;
    return row;
  };
  for (const auto& promise : due.promises) ++row_of(promise.unit).promises;
  for (const auto& plan : due.plans) ++row_of(plan.unit).plans;
  std::vector<DueRow> list;
  list.reserve(rows.size());
  for (const auto& [key, row] : rows) list.push_back(row);
  return list;
}

}  // namespace

TeamHome read_team(Scope& scope, const Directory& directory, const TeamQuery& query) {
  TeamHome home{.since = ladder::term_start(scope), .tops = tops_of(directory, query)};
  const auto units = units_below(directory, home.tops);
  scope.read([&](db::Reader& reader) {
    home.moves = team_store::moves(reader, scope.institution, home.since);
    home.reached =
        team_store::reached(reader, scope.institution, scope.zone.instant_of(home.since, TimeOfDay{0}));
    const auto due = all_due(reader, scope, directory, query, units);
    home.due = by_department(directory, due);
    home.promises_due = static_cast<int>(due.promises.size());
    home.plans_due = static_cast<int>(due.plans.size());
    return 0;
  });
  keep_those_in(units, home.moves);
  count_moves(home);
  keep_those_in(units, home.reached);
  if (home.reached.size() > reached_shown) home.reached.resize(reached_shown);
  const std::vector<Id<OrgUnit>> below(units.begin(), units.end());
  home.chains = chains::of_units(scope, below, home.since, chains_shown);
  home.stories = stories_of(scope, units, home.since);
  home.coverage = read_coverage_of(scope, directory, home.tops, starter_months);
  home.scales = relationships::scales(scope);
  return home;
}

DueRows read_due(Scope& scope, const Directory& directory, const TeamQuery& query, const OrgUnitEntry* unit) {
  const auto units = units_below(directory, tops_of(directory, query));
  auto due = scope.read([&](db::Reader& reader) { return all_due(reader, scope, directory, query, units); });
  const auto is_elsewhere = [&](const auto& row) {
    const auto* place = row.unit ? directory.org.find(*row.unit) : nullptr;
    return place != unit;
  };
  std::erase_if(due.promises, is_elsewhere);
  std::erase_if(due.plans, is_elsewhere);
  return due;
}

}  // namespace rapport::reports
