// The front door of workshops.
#include "relationships/workshops.hpp"

#include <algorithm>
#include <unordered_map>

#include "relationships/ladder_store.hpp"
#include "relationships/quiet_lines.hpp"
#include "relationships/relationships.hpp"
#include "relationships/suggested_move_views.hpp"
#include "relationships/suggested_moves.hpp"
#include "scope/submission.hpp"
#include "ui/route_id.hpp"

namespace rapport::workshops {
namespace {

constexpr std::size_t looked_at_of_member = 60;
constexpr std::size_t steps_to_begin_with = 2;

/// Whoever is planned for, or was suggested to somebody before.
using Taken = std::vector<RelationshipWith>;

bool is_taken(const Taken& taken, RelationshipWith with) {
  return std::ranges::find(taken, with) != taken.end();
}

Taken planned(Scope& scope, const Directory& directory) {
  Taken taken;
  for (const auto& plan : plans::active(scope, directory)) taken.push_back(plan.with);
  return taken;
}

std::vector<Id<OrgUnit>> units_of(const StaffEntry& member, const OrgDirectory& org) {
  std::vector<Id<OrgUnit>> units;
  for (const auto top : member.portfolio)
    for (const auto unit : org.with_descendants(top))
      if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
  return units;
}

using ladder_store::Member;

/// Nobody planned for, those spoken to last first.
std::vector<Member> people_of(Scope& scope, const Directory& directory, const StaffEntry& member,
                              const Taken& taken) {
  const auto units = units_of(member, directory.org);
  if (units.empty()) return {};
  auto people = scope.read([&](db::Reader& reader) {
    return ladder_store::members(reader, scope.institution, units, ServiceArea::overall);
  });
  std::erase_if(people, [&](const Member& one) {
    return !one.last_on || directory.people.find_record(one.person) == nullptr || is_taken(taken, one.person);
  });
  std::ranges::sort(people, [](const Member& one, const Member& other) {
    return std::pair(one.last_on, one.person) > std::pair(other.last_on, other.person);
  });
  if (people.size() > looked_at_of_member) people.resize(looked_at_of_member);
  return people;
}

std::vector<WorkshopFacts> facts_of(Scope& scope, const Directory& directory, std::span<const Member> members,
                                    const Scale& scale) {
  std::vector<Id<Person>> people;
  for (const auto& member : members) people.push_back(member.person);
  const auto standings = relationships::standings_of(scope, directory, people);
  const auto quiet = quiet::ladder_lines(scope, directory, people);
  const auto moves = relationships::suggestions_for(scope, directory, people);
  std::vector<WorkshopFacts> facts;
  for (const auto& member : members) {
    const auto standing = standings.find(member.person);
    WorkshopFacts one{.with = member.person,
                      .sort_key = directory.people.find_record(member.person)->sort_key,
                      .last_on = member.last_on,
                      .level = standing == standings.end() ? 0 : standing->second.level()};
    one.level_name = scale.name(one.level);
    one.is_slipping = standing != standings.end() && standing->second.is_slipping();
    if (const auto line = quiet.find(member.person); line != quiet.end())
      one.quiet_words = line->second.words;
    if (const auto move = moves.find(member.person); move != moves.end() && move->second.level > one.level)
      one.move_words = suggestion_words(move->second, scale);
    facts.push_back(std::move(one));
  }
  return facts;
}

void add_departments(std::vector<WorkshopFacts>& facts, const StaffEntry& member, const Directory& directory,
                     const Taken& taken) {
  for (const auto id : member.portfolio) {
    const auto* unit = directory.org.find(id);
    if (unit != nullptr && unit->is_open && !is_taken(taken, id))
      facts.push_back({.with = id, .sort_key = unit->sort_key});
  }
}

/// What can be begun for its service area, or why it cannot.
void look_at(Scope& scope, const Directory& directory, Panel& panel) {
  panel.standing = relationships::standing(scope, directory, panel.pick.with, panel.pick.area);
  if (!plans::may_be_planned(directory, panel.pick.with)) {
    panel.state = PanelState::refused;
    panel.clash = "Nobody is planned for where somebody has left or a department was closed.";
    return;
  }
  auto all = plans::of(scope, directory, panel.pick.with, panel.pick.area);
  if (all.empty() || !all.front().plan.is_active()) return;
  panel.state = PanelState::refused;
  panel.clash = "There is a plan already.";
  panel.plan = std::move(all.front());
}

/// A suggested move is one of the whole relationship and is told there.
void give_reasons(Scope& scope, const Directory& directory, std::vector<Panel>& all, const Scale& scale) {
  std::vector<Id<Person>> people;
  for (const auto& panel : all)
    if (const auto* person = std::get_if<Id<Person>>(&panel.pick.with)) people.push_back(*person);
  const auto quiet = quiet::ladder_lines(scope, directory, people);
  const auto moves = relationships::suggestions_for(scope, directory, people);
  for (auto& panel : all) {
    const auto* person = std::get_if<Id<Person>>(&panel.pick.with);
    if (person == nullptr) continue;
    const auto move = moves.find(*person);
    if (const auto line = quiet.find(*person); line != quiet.end())
      panel.reason = line->second.words;
    else if (panel.pick.area == ServiceArea::overall && move != moves.end() &&
             move->second.level > panel.standing.level())
      panel.reason = suggestion_words(move->second, scale);
  }
}

std::string submission_of(std::string_view key, const Panel& panel) {
  return key.empty() ? std::string() : std::string(key) + "." + field_prefix(panel.pick);
}

Result<Id<ScaleUpPlan>> begin_once(Scope& scope, const Directory& directory, std::string_view key,
                                   const Panel& panel) {
  auto draft = draft_of(panel.form, panel.pick.with);
  if (!draft) return draft.refusal();
  draft->review_by = panel.pick.staff;
  const auto submission = submission_of(key, panel);
  return scope.write([&](db::Writer& writer) -> Result<Id<ScaleUpPlan>> {
    if (const auto earlier = find_submission(writer, scope.institution, submission))
      return ui::id_of<ScaleUpPlan>(*earlier);
    auto begun = plans::begin(scope, directory, *draft);
    if (begun) record_submission(scope, writer, submission, std::to_string(begun->value));
    return begun;
  });
}

void keep_refusal(Scope& scope, const Directory& directory, const Refusal& refusal, Panel& panel) {
  panel.state = PanelState::refused;
  panel.faults = refusal.faults;
  if (!refusal.faults.empty()) return;
  panel.clash = refusal.message;
  // What clashed has seen what is there now; where the levels were changed, it may be sent again.
  const auto scales = relationships::scales(scope);
  if (panel.form.scale_version != scales.current().version) {
    const auto typed = static_cast<int>(ui::id_of<Level>(panel.form.aim).value);
    panel.form.aim = std::to_string(scales.now(panel.form.scale_version, typed));
    panel.form.scale_version = scales.current().version;
  }
  auto all = plans::of(scope, directory, panel.pick.with, panel.pick.area);
  if (!all.empty() && all.front().plan.is_active()) panel.plan = std::move(all.front());
}

void save_one(Scope& scope, const Directory& directory, std::string_view key, Panel& panel) {
  const auto begun = begin_once(scope, directory, key, panel);
  if (!begun) return keep_refusal(scope, directory, begun.refusal(), panel);
  auto plan = plans::get(scope, *begun);
  if (!plan) return keep_refusal(scope, directory, plan.refusal(), panel);
  panel.state = PanelState::saved;
  panel.plan = std::move(plan).value();
}

}  // namespace

std::vector<Offer> offers(Scope& scope, const Directory& directory,
                          std::span<const StaffEntry* const> members) {
  auto taken = planned(scope, directory);
  const auto scale = relationships::current_scale(scope);
  std::vector<Offer> all;
  // A handful of statements for each colleague of a team: each has departments of their own.
  for (const auto* member : members) {
    const auto people = people_of(scope, directory, *member, taken);
    auto facts = facts_of(scope, directory, people, scale);
    add_departments(facts, *member, directory, taken);
    all.push_back({member, workshop_suggestions(std::move(facts))});
    for (const auto& suggestion : all.back().suggestions) taken.push_back(suggestion.with);
  }
  return all;
}

std::vector<Panel> panels(Scope& scope, const Directory& directory, std::span<const WorkshopPick> picks) {
  const auto scale = relationships::current_scale(scope);
  std::vector<Panel> all;
  // Twelve at the most.
  for (const auto& pick : picks.first(std::min(picks.size(), workshop_panels_max))) {
    Panel panel{.pick = pick};
    look_at(scope, directory, panel);
    panel.form = empty_plan_form(scale, panel.standing, pick.staff, scope.today);
    panel.form.area = pick.area;
    panel.form.rows.resize(steps_to_begin_with);
    all.push_back(std::move(panel));
  }
  give_reasons(scope, directory, all, scale);
  return all;
}

void save(Scope& scope, const Directory& directory, std::string_view key, std::span<Panel> panels) {
  for (auto& panel : panels) {
    if (panel.state == PanelState::saved) continue;
    if (panel.is_not_today || is_empty(panel.form))
      panel.state = PanelState::not_today;
    else
      save_one(scope, directory, key, panel);
  }
}

}  // namespace rapport::workshops
