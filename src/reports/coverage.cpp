// Reads how far the library reaches.
#include "reports/coverage.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

#include "relationships/contacts.hpp"
#include "relationships/relationships.hpp"
#include "reports/coverage_store.hpp"

namespace rapport::reports {
namespace {

constexpr int in_touch_from = 2;  // of the ladder's levels
constexpr int depth_max = 12;

struct GroupWords {
  CoverageGroup group;
  std::string_view code;
  std::string_view words;
  std::string_view meaning;
};
constexpr std::array<GroupWords, 5> groups{
    {{CoverageGroup::in_touch, "touch", "At level 2 or above", "Here now, and at level 2 or above."},
     {CoverageGroup::below, "below", "Below level 2", "Here now, and not at level 2 yet."},
     {CoverageGroup::never_met, "never", "Never met", "Not yet met, and no conversation is on record."},
     {CoverageGroup::joined, "joined", "Joined lately", "Their first post here began in these months."},
     {CoverageGroup::no_hello, "hello", "Joined, no hello yet",
      "Their first post here began in these months, and no conversation since is on record."}}};

Date starters_from(Date today, int months) {
  return today.plus_months(-months);
}

using Starters = std::unordered_map<Id<Person>, coverage_store::Starter>;

Starters starters_of(db::Reader& reader, const Scope& scope, const Directory& directory, int months) {
  Starters starters;
  for (auto& one :
       coverage_store::starters(reader, scope.institution, starters_from(scope.today, months), scope.today))
    if (directory.people.same_person(one.person).size() == 1) starters.emplace(one.person, one);
  return starters;
}

/// Over all records of somebody: whoever was spoken to under one of them was spoken to.
std::unordered_set<Id<Person>> silent_people(db::Reader& reader, const Scope& scope,
                                             const Directory& directory) {
  std::unordered_set<Id<Person>> silent;
  for (const auto id : coverage_store::not_spoken_to(reader, scope.institution)) silent.insert(id);
  std::erase_if(silent, [&](Id<Person> id) {
    const auto records = directory.people.same_person(id);
    return records.size() > 1 &&
           !std::ranges::all_of(records, [&](Id<Person> record) { return silent.contains(record); });
  });
  return silent;
}

Standing standing_in(const relationships::Standings& standings, Id<Person> person) {
  const auto found = standings.find(person);
  return found == standings.end() ? Standing{} : found->second;
}

void add_to(CoverageRow& row, const Reach::One& one) {
  ++row.people;
  row.contacts.push_back(one.contacts);
  for (const auto group : coverage_groups)
    if (one.is_in(group)) ++row.counts[group];
}

/// Which row of a table each unit belongs to.
using Places = std::unordered_map<Id<OrgUnit>, std::size_t>;

std::vector<CoverageRow> rows_below(const Directory& directory, const OrgUnitEntry* above, Places& places) {
  std::vector<CoverageRow> rows;
  for (const auto* unit :
       directory.org.children(above == nullptr ? std::nullopt : std::optional(above->id))) {
    const auto units = directory.org.with_descendants(unit->id);
    for (const auto one : units) places[one] = rows.size();
    rows.push_back({.unit = unit, .has_units_below = units.size() > 1});
  }
  if (above != nullptr) {
    places[above->id] = rows.size();
    rows.push_back({.unit = above, .is_own = !rows.empty()});
  }
  return rows;
}

std::vector<const OrgUnitEntry*> without_lead(const Directory& directory, const Places& places,
                                              bool is_everywhere) {
  std::vector<const OrgUnitEntry*> found;
  for (const auto& unit : directory.org.units())
    if ((is_everywhere || places.contains(unit.id)) && lacks_lead(directory, unit)) found.push_back(&unit);
  return found;
}

void fill_rows(Scope& scope, const Directory& directory, const Places& places, CoverageReport& report) {
  const Reach reach(scope, directory, report.months);
  for (const auto& one : reach.everybody()) {
    const auto place = one.person->unit ? places.find(*one.person->unit) : places.end();
    if (place == places.end()) continue;
    add_to(report.rows[place->second], one);
    add_to(report.all, one);
  }
}

}  // namespace

std::string_view code(CoverageGroup group) {
  return groups[static_cast<std::size_t>(group)].code;
}
std::string_view words(CoverageGroup group) {
  return groups[static_cast<std::size_t>(group)].words;
}
std::string_view meaning(CoverageGroup group) {
  return groups[static_cast<std::size_t>(group)].meaning;
}
std::optional<CoverageGroup> coverage_group_of(std::string_view code) {
  const auto* const found = std::ranges::find(groups, code, &GroupWords::code);
  return found == groups.end() ? std::nullopt : std::optional(found->group);
}

bool Reach::One::is_in(CoverageGroup group) const {
  switch (group) {
    case CoverageGroup::in_touch:
      return standing.level() >= in_touch_from;
    case CoverageGroup::below:
      return standing.level() < in_touch_from;
    case CoverageGroup::never_met:
      return standing.level() == 0 && !is_spoken_to;
    case CoverageGroup::joined:
      return joined_on.has_value();
    case CoverageGroup::no_hello:
      return joined_on && (!last_on || *last_on < *joined_on);
  }
  return false;
}

Reach::Reach(Scope& scope, const Directory& directory, int months) {
  const auto standings = relationships::all_standings(scope, directory);
  const auto contacts = contacts::of_everybody(scope);
  std::unordered_set<Id<Person>> silent;
  Starters starters;
  scope.read([&](db::Reader& reader) {
    silent = silent_people(reader, scope, directory);
    starters = starters_of(reader, scope, directory, months);
    return 0;
  });
  for (const auto& person : directory.people.in_name_order()) {
    if (!person->is_here || person->merged_into) continue;
    One one{.person = person.get(),
            .standing = standing_in(standings, person->id),
            .is_spoken_to = !silent.contains(person->id)};
    if (const auto found = starters.find(person->id); found != starters.end()) {
      one.joined_on = found->second.joined_on;
      one.last_on = found->second.last_on;
    }
    if (const auto found = contacts.find(person->id); found != contacts.end()) one.contacts = found->second;
    everybody_.push_back(one);
  }
}

int CoverageRow::count(CoverageGroup group) const {
  const auto found = counts.find(group);
  return found == counts.end() ? 0 : found->second;
}

std::optional<int> CoverageRow::coverage() const {
  if (people == 0) return std::nullopt;
  return static_cast<int>(std::lround(100.0 * count(CoverageGroup::in_touch) / people));
}

std::optional<int> CoverageRow::breadth() const {
  return contacts::breadth(contacts);
}

CoverageReport read_coverage(Scope& scope, const Directory& directory, const OrgUnitEntry* above,
                             int months) {
  CoverageReport report{.above = above, .months = months};
  Places places;
  report.rows = rows_below(directory, above, places);
  fill_rows(scope, directory, places, report);
  std::erase_if(report.rows,
                [](const CoverageRow& row) { return row.people == 0 && (!row.unit->is_open || row.is_own); });
  report.without_lead = without_lead(directory, places, above == nullptr);
  return report;
}

CoverageReport read_coverage_of(Scope& scope, const Directory& directory,
                                std::span<const OrgUnitEntry* const> tops, int months) {
  CoverageReport report{.months = months, .has_all = false};
  Places places;
  for (const auto* unit : tops) {
    const auto units = directory.org.with_descendants(unit->id);
    for (const auto one : units) places.emplace(one, report.rows.size());
    report.rows.push_back({.unit = unit, .has_units_below = units.size() > 1});
  }
  fill_rows(scope, directory, places, report);
  report.without_lead = without_lead(directory, places, false);
  return report;
}

bool lacks_lead(const Directory& directory, const OrgUnitEntry& unit) {
  const bool is_department =
      unit.is_open && unit.kind != OrgUnitKind::faculty && directory.org.children(unit.id).empty();
  if (!is_department) return false;
  const auto* place = &unit;
  for (int depth = 0; place != nullptr && depth < depth_max; ++depth) {
    if (directory.staff.lead_of(place->id) != nullptr) return false;
    place = place->parent ? directory.org.find(*place->parent) : nullptr;
  }
  return true;
}

std::vector<Reach::One> read_coverage_group(Scope& scope, const Directory& directory,
                                            const OrgUnitEntry* unit, CoverageGroup group, int months) {
  std::unordered_set<Id<OrgUnit>> units;
  if (unit != nullptr)
    for (const auto one : directory.org.with_descendants(unit->id)) units.insert(one);
  std::vector<Reach::One> found;
  const Reach reach(scope, directory, months);
  for (const auto& one : reach.everybody()) {
    const bool is_there = one.person->unit && (unit == nullptr || units.contains(*one.person->unit));
    if (is_there && one.is_in(group)) found.push_back(one);
  }
  return found;
}

std::vector<Reach::One> joined_without_hello(Scope& scope, const Directory& directory,
                                             const std::vector<Id<OrgUnit>>& units, int months) {
  const auto starters =
      scope.read([&](db::Reader& reader) { return starters_of(reader, scope, directory, months); });
  std::vector<Reach::One> found;
  for (const auto& [id, starter] : starters) {
    const auto* person = directory.people.find(id);
    if (person == nullptr || !person->unit || std::ranges::count(units, *person->unit) == 0) continue;
    Reach::One one{.person = person, .joined_on = starter.joined_on, .last_on = starter.last_on};
    if (one.is_in(CoverageGroup::no_hello)) found.push_back(one);
  }
  std::ranges::sort(found, [](const Reach::One& a, const Reach::One& b) {
    return std::tuple(*b.joined_on, a.person->sort_key) < std::tuple(*a.joined_on, b.person->sort_key);
  });
  return found;
}

}  // namespace rapport::reports
