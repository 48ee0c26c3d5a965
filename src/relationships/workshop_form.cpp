// Reads the forms of a workshop.
#include "relationships/workshop_form.hpp"

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "interactions/people_called.hpp"
#include "ui/route_id.hpp"

namespace rapport {
namespace {

std::optional<Id<Team>> team_in(const http::Form& form) {
  const auto id = ui::id_of<Team>(form.value("team"));
  return id.value > 0 ? std::optional(id) : std::nullopt;
}

int minutes_in(const http::Form& form) {
  const auto asked = static_cast<int>(form.number("minutes").value_or(workshop_minutes_usual));
  return std::ranges::find(workshop_minutes, asked) == std::end(workshop_minutes) ? workshop_minutes_usual
                                                                                  : asked;
}

std::string field(std::string_view name, Id<Staff> staff) {
  return std::string(name) + "-" + std::to_string(staff.value);
}

WorkshopRow row_in(const http::Form& query, Id<Staff> staff) {
  const auto here = query.values("here");
  return {.staff = staff,
          .is_here = std::ranges::find(here, std::to_string(staff.value)) != here.end(),
          .with = std::string(query.value(field("with", staff))),
          .other = std::string(query.value(field("other", staff))),
          .area = std::string(query.value(field("area", staff)))};
}

/// The person or department of a typed name, or what is wrong with it.
Result<RelationshipWith> partner_called(const std::string& name, const Directory& directory) {
  const auto found = people_called(directory.people, name);
  if (found.size() == 1) return RelationshipWith(found.front()->id);
  const auto* unit = directory.org.find_name(name);
  if (unit == nullptr) unit = directory.org.find_slug(trim(name));
  if (found.empty() && unit != nullptr) return RelationshipWith(unit->id);
  if (found.empty())
    return invalid({{"", "No person and no department here is called " + name + ". Check the name."}});
  return invalid({{"", several_called_words(name, found, directory)}});
}

/// Whom the row names, or what is wrong with it; the field has no name yet.
Result<RelationshipWith> partner_of(const WorkshopRow& row, const Directory& directory) {
  const auto name = tidy_line(row.other);
  if (!name.empty()) return partner_called(name, directory);
  if (const auto pick = workshop_pick_of(std::to_string(row.staff.value) + "." + row.with, directory))
    return pick->with;
  return invalid({{"", "Choose whom " + std::string(directory.staff.given_name(row.staff)) +
                           " plans for, or take the tick away."}});
}

Result<WorkshopPick> pick_of(const WorkshopRow& row, const Directory& directory) {
  const auto with = partner_of(row, directory);
  const auto area = service_area_of(row.area);
  std::vector<Fault> faults;
  if (!with) faults.push_back({field("other", row.staff), with.refusal().faults.front().message});
  if (!area) faults.push_back({field("area", row.staff), "Choose what the plan is about."});
  if (!faults.empty()) return invalid(std::move(faults));
  return WorkshopPick{row.staff, *with, *area};
}

Fault chosen_twice(const WorkshopPick& first, Id<Staff> second, const Directory& directory) {
  const bool is_whole = first.area == ServiceArea::overall;
  return {field("other", second),
          std::string(directory.staff.given_name(first.staff)) + " has chosen the same relationship" +
              (is_whole ? "" : " and service area") +
              ". One of you takes another, or another service area, or you fill it in together."};
}

const WorkshopPick* find_same(const std::vector<WorkshopPick>& picks, const WorkshopPick& wanted) {
  const auto found =
      std::ranges::find_if(picks, [&](const WorkshopPick& pick) { return is_same_plan(pick, wanted); });
  return found == picks.end() ? nullptr : &*found;
}

}  // namespace

const WorkshopRow* WorkshopChoice::row_of(Id<Staff> staff) const {
  const auto found = std::ranges::find(rows, staff, &WorkshopRow::staff);
  return found == rows.end() ? nullptr : &*found;
}

WorkshopChoice workshop_choice_in(const http::Form& query) {
  WorkshopChoice choice{.team = team_in(query), .minutes = minutes_in(query)};
  for (const auto member : query.values("member")) {
    const auto staff = ui::id_of<Staff>(member);
    if (staff.value > 0 && choice.row_of(staff) == nullptr) choice.rows.push_back(row_in(query, staff));
  }
  if (const auto guest = ui::id_of<Staff>(query.value("guest")); guest.value > 0) choice.guest = guest;
  return choice;
}

Result<std::vector<WorkshopPick>> picks_of(const WorkshopChoice& choice, const Directory& directory) {
  std::vector<WorkshopPick> picks;
  std::vector<Fault> faults;
  for (const auto& row : choice.rows) {
    if (!row.is_here) continue;
    const auto pick = pick_of(row, directory);
    if (!pick) {
      std::ranges::copy(pick.refusal().faults, std::back_inserter(faults));
      continue;
    }
    if (const auto* same = find_same(picks, *pick))
      faults.push_back(chosen_twice(*same, row.staff, directory));
    else
      picks.push_back(*pick);
  }
  if (picks.empty() && faults.empty()) faults.push_back({"here", "Tick who is here."});
  if (picks.size() > workshop_panels_max)
    faults.push_back({"here", "One screen has room for twelve. Make two tables."});
  if (!faults.empty()) return invalid(std::move(faults));
  return picks;
}

WorkshopScreen workshop_screen_in(const http::Form& form, const Directory& directory) {
  WorkshopScreen screen{.team = team_in(form), .minutes = minutes_in(form)};
  for (const auto token : form.values("pick"))
    if (const auto pick = workshop_pick_of(token, directory);
        pick && find_same(screen.picks, *pick) == nullptr && screen.picks.size() < workshop_panels_max)
      screen.picks.push_back(*pick);
  return screen;
}

std::string address_of(const WorkshopScreen& screen, const Directory& directory) {
  auto address = "/relationships/workshop/canvas?minutes=" + std::to_string(screen.minutes);
  if (screen.team) address += "&team=" + std::to_string(screen.team->value);
  for (const auto& pick : screen.picks) address += "&pick=" + http::percent_encode(token_of(pick, directory));
  return address;
}

PanelFields panel_fields_in(const http::Form& form, const WorkshopPick& pick) {
  const auto prefix = field_prefix(pick);
  PanelFields fields{.form = plan_form_in(form, prefix), .is_not_today = form.has(prefix + "later")};
  fields.form.area = pick.area;
  if (const auto saved = ui::id_of<ScaleUpPlan>(form.value(prefix + "saved")); saved.value > 0)
    fields.saved = saved;
  return fields;
}

}  // namespace rapport
