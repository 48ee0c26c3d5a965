// Answers with the list of champions.
#include "relationships/champion_list_pages.hpp"

#include <algorithm>
#include <set>

#include "http/form.hpp"
#include "relationships/champion_list_views.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::champions {
namespace {

/// Units that the page is about; empty for all.
using Units = std::set<Id<OrgUnit>>;

bool is_in(const Units& units, std::optional<Id<OrgUnit>> unit) {
  return units.empty() || (unit && units.contains(*unit));
}

/// The highest unit above it that is a faculty, or itself.
const OrgUnitEntry* faculty_of(const OrgDirectory& org, const OrgUnitEntry& unit) {
  const auto* found = &unit;
  for (int depth = 0; depth < 10 && found->parent; ++depth) {
    const auto* above = org.find(*found->parent);
    if (above == nullptr) break;
    found = above;
  }
  return found;
}

std::vector<ChampionUnit> units_with(const Directory& directory, const Units& units,
                                     const std::vector<Listed>& all) {
  std::unordered_map<Id<OrgUnit>, std::vector<Listed>> by_unit;
  for (const auto& one : all)
    if (one.person->unit && one.person->is_here) by_unit[*one.person->unit].push_back(one);
  const auto here = directory.people.here_by_unit();
  std::vector<ChampionUnit> found;
  for (const auto& unit : directory.org.units()) {
    const auto people = here.find(unit.id);
    const bool is_shown = is_in(units, unit.id) && (people != here.end() || by_unit.contains(unit.id));
    if (is_shown)
      found.push_back({&unit, people == here.end() ? 0 : people->second, std::move(by_unit[unit.id])});
  }
  return found;
}

/// In the directory's order.
std::vector<ChampionFaculty> by_faculty(const Directory& directory, std::vector<ChampionUnit> units) {
  std::vector<ChampionFaculty> faculties;
  for (const auto& unit : directory.org.units())
    if (!unit.parent) faculties.push_back({&unit, {}});
  for (auto& one : units) {
    const auto* faculty = faculty_of(directory.org, *one.unit);
    const auto found = std::ranges::find(faculties, faculty, &ChampionFaculty::unit);
    if (found != faculties.end()) found->units.push_back(std::move(one));
  }
  std::erase_if(faculties, [](const ChampionFaculty& faculty) { return faculty.units.empty(); });
  return faculties;
}

void read_suggestions(const ui::Visit& visit, const Directory& directory, const Units& units,
                      ChampionListPage& page) {
  auto all = suggestions(visit.scope, directory);
  std::erase_if(all, [&](const Suggested& one) { return !is_in(units, one.person->unit); });
  page.suggested = all.size();
  const auto from = std::min(all.size(), static_cast<std::size_t>(page.page - 1) * suggestions_page_size);
  const auto to = std::min(all.size(), from + suggestions_page_size);
  page.suggestions.assign(all.begin() + static_cast<long>(from), all.begin() + static_cast<long>(to));
}

ChampionListPage read_page(const ui::Visit& visit, const Directory& directory) {
  auto& scope = visit.scope;
  const auto& query = visit.request.query;
  ChampionListPage page{
      .page = static_cast<int>(std::clamp(query.number("page").value_or(1), 1L, 100'000L)),
      .rule = current_rule(scope),
      .may_write = may_write(scope).ok(),
      .may_change_rule = scope.viewer.is(Role::leader) || scope.viewer.is(Role::administrator)};
  Units units;
  if (const auto* unit = directory.org.find_slug(query.value("unit"))) {
    page.unit = unit->slug;
    const auto below = directory.org.with_descendants(unit->id);
    units = {below.begin(), below.end()};
  }
  const auto all = listed(scope, directory);
  page.faculties = by_faculty(directory, units_with(directory, units, all));
  for (const auto& one : all)
    if (units.empty() && !(one.person->unit && one.person->is_here)) page.elsewhere.push_back(one);
  page.alerts = alerts(scope, directory, AlertsOf::everybody);
  std::erase_if(page.alerts, [&](const Alert& alert) { return !is_in(units, alert.unit); });
  read_suggestions(visit, directory, units, page);
  page.asides = asides(scope, directory);
  page.form = {.signs_min = std::to_string(page.rule.signs_min), .version = page.rule.version};
  return page;
}

http::Response page_of(const ui::Visit& visit, const Directory& directory, const ChampionListPage& page,
                       int status) {
  return ui::show(visit, {.title = "Champions",
                          .section = ui::Section::relationships,
                          .content = champion_list_view(visit, directory, page),
                          .status = status});
}

}  // namespace

http::Response show_list(const ui::Visit& visit, const Directory& directory) {
  return page_of(visit, directory, read_page(visit, directory), 200);
}

http::Response update_rule(const ui::Visit& visit, const Directory& directory) {
  const auto& form = visit.request.form();
  std::optional<int> signs;
  if (const auto typed = form.number("signs_min"); typed && *typed > 0 && *typed <= 100)
    signs = static_cast<int>(*typed);
  const auto version = static_cast<int>(std::clamp(form.number("version").value_or(-1), -1L, 1'000'000L));
  const auto done = change_rule(visit.scope, version, signs, form.value("because"));
  if (done) return ui::go(visit, "/champions", "Changed. The suggestions follow it.");
  const auto& refusal = done.refusal();
  const bool is_clash = refusal.kind == Refusal::Kind::conflict;
  if (!is_clash && refusal.faults.empty()) return ui::show_refusal(visit, refusal);
  auto page = read_page(visit, directory);
  page.form.signs_min = std::string(form.value("signs_min"));
  page.form.because = std::string(form.value("because"));
  page.faults = refusal.faults;
  if (is_clash) page.clash = refusal.message + " What you wrote is kept below.";
  return page_of(visit, directory, page, is_clash ? 409 : 422);
}

http::Response set_unit_aside(const ui::Visit& visit, const Directory& directory) {
  const auto* unit = directory.org.find_slug(visit.request.parameter("unit"));
  if (unit == nullptr) return ui::show_refusal(visit, not_found("No department has that address."));
  const auto done = accept_one(visit.scope, directory, unit->id, visit.request.form().value("reason"));
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, "/champions", "Fine for a year, or until it is another champion.");
}

http::Response remove_aside(const ui::Visit& visit, const Directory&) {
  const auto done = put_back(visit.scope, ui::route_id<ChampionAside>(visit.request, "aside"));
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, "/champions", "Put back.");
}

ladder::CardLines ladder_lines(Scope& scope, const Directory& directory, std::span<const Id<Person>> people) {
  ladder::CardLines lines;
  const std::set<Id<Person>> shown(people.begin(), people.end());
  for (const auto& one : listed(scope, directory))
    if (shown.contains(one.person->id) && one.champion.is_champion(scope.today))
      lines.emplace(one.person->id, ladder::CardLine{.icon = "award",
                                                     .words = state_words(one.champion, scope.today),
                                                     .address = champion_address(*one.person)});
  return lines;
}

html::Html today_section(const ui::Visit& visit, const Directory& directory) {
  if (visit.scope.viewer.is(Role::director)) return {};
  return champion_card(alerts(visit.scope, directory, AlertsOf::mine));
}

}  // namespace rapport::champions
