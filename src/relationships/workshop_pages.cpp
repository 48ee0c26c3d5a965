// Answers with workshops.
#include "relationships/workshop_pages.hpp"

#include <algorithm>

#include "relationships/relationships.hpp"
#include "relationships/workshop_views.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::workshops {
namespace {

constexpr std::string_view add_row_to = "add-";
constexpr std::size_t plans_shown_max = 2 * workshop_panels_max;

std::vector<std::pair<Id<Team>, std::string>> teams_of(const StaffDirectory& staff) {
  std::vector<std::pair<Id<Team>, std::string>> teams;
  for (const auto& member : staff.staff()) {
    if (!member.team || !takes_part(member)) continue;
    const std::pair team(*member.team, member.team_name);
    if (std::ranges::find(teams, team) == teams.end()) teams.push_back(team);
  }
  std::ranges::sort(teams, {}, [](const auto& team) { return team.second; });
  return teams;
}

/// The team that was asked for, the viewer's, or the first.
std::optional<Id<Team>> team_of(const ui::Visit& visit, std::optional<Id<Team>> asked, const auto& teams) {
  for (const auto& wanted : {asked, visit.scope.viewer.team})
    for (const auto& [id, name] : teams)
      if (wanted == id) return id;
  return teams.empty() ? std::nullopt : std::optional(teams.front().first);
}

/// Those of the form; where nobody chose yet, everybody of the team, or whoever looks where there is none.
std::vector<const StaffEntry*> members_of(const ui::Visit& visit, const Directory& directory,
                                          const WorkshopChoice& choice) {
  std::vector<const StaffEntry*> members;
  for (const auto& member : directory.staff.staff()) {
    if (!takes_part(member)) continue;
    const bool is_of_team = choice.team ? member.team == choice.team : member.id == visit.scope.viewer.staff;
    const bool is_shown = choice.rows.empty() ? is_of_team : choice.row_of(member.id) != nullptr;
    if (is_shown || choice.guest == member.id) members.push_back(&member);
  }
  return members;
}

http::Response choice_page(const ui::Visit& visit, const Directory& directory, WorkshopChoice choice,
                           std::vector<Fault> faults) {
  auto teams = teams_of(directory.staff);
  choice.team = team_of(visit, choice.team, teams);
  const auto offered = offers(visit.scope, directory, members_of(visit, directory, choice));
  const int status = faults.empty() ? 200 : 422;
  return ui::show(
      visit,
      {.title = "Workshop",
       .section = ui::Section::relationships,
       .content = choice_view(
           visit, directory,
           {.choice = choice, .teams = std::move(teams), .offers = offered, .faults = std::move(faults)}),
       .status = status});
}

http::Response screen_page(const ui::Visit& visit, const Directory& directory, const ScreenPage& page,
                           int status) {
  return ui::show(visit, {.title = "Workshop: a plan each",
                          .section = ui::Section::relationships,
                          .content = screen_view(visit, directory, page),
                          .is_wide = true,
                          .status = status});
}

/// Whom a panel was saved for before, as the page said; nothing where that is not so.
std::optional<plans::Plan> saved_plan(const ui::Visit& visit, const Directory& directory,
                                      const PanelFields& fields, const WorkshopPick& pick) {
  if (!fields.saved) return std::nullopt;
  for (auto& plan : plans::of(visit.scope, directory, pick.with, pick.area))
    if (plan.plan.id == *fields.saved && plan.plan.is_active()) return std::move(plan);
  return std::nullopt;
}

std::vector<Panel> panels_in(const ui::Visit& visit, const Directory& directory,
                             const WorkshopScreen& screen) {
  auto all = panels(visit.scope, directory, screen.picks);
  for (auto& panel : all) {
    auto fields = panel_fields_in(visit.request.form(), panel.pick);
    panel.form = std::move(fields.form);
    panel.is_not_today = fields.is_not_today;
    if (auto saved = saved_plan(visit, directory, fields, panel.pick)) {
      panel.state = PanelState::saved;
      panel.plan = std::move(saved);
      panel.clash.clear();
    }
  }
  return all;
}

/// What worked for others, once for the whole table.
plans::Ideas ideas_for(const ui::Visit& visit, const Directory& directory, const WorkshopScreen& screen) {
  return plans::ideas(visit.scope, directory, screen.picks.front().with, std::nullopt);
}

/// "add-p34-", "add-p34-teaching-" ask for one row more there.
bool add_row_wanted(const ui::Visit& visit, std::vector<Panel>& all) {
  const auto wanted = visit.request.form().value("do");
  if (!wanted.starts_with(add_row_to)) return false;
  for (auto& panel : all)
    if (wanted.substr(add_row_to.size()) == field_prefix(panel.pick)) add_row(panel.form, panel.pick.staff);
  return true;
}

std::string plans_address(const Directory& directory, std::span<const Panel> all) {
  std::string address = "/relationships/workshop/plans?";
  for (const auto& panel : all)
    if (panel.state == PanelState::saved)
      address += "plan=" + std::to_string(panel.plan->plan.id.value) + "&";
    else if (!panel.plan && plans::may_be_planned(directory, panel.pick.with))
      address += "later=" + http::percent_encode(token_of(panel.pick, directory)) + "&";
  address.pop_back();
  return address;
}

bool has(std::span<const Panel> all, PanelState state) {
  return std::ranges::find(all, state, &Panel::state) != all.end();
}

/// Faults can be mended here, so they weigh more than what is taken already.
int status_of(std::span<const Panel> all) {
  const bool has_clash = std::ranges::any_of(all, [](const Panel& panel) { return !panel.clash.empty(); });
  const bool has_fault = std::ranges::any_of(all, [](const Panel& panel) { return !panel.faults.empty(); });
  return has_clash && !has_fault ? 409 : 422;
}

}  // namespace

http::Response show_choice(const ui::Visit& visit, const Directory& directory) {
  return choice_page(visit, directory, workshop_choice_in(visit.request.query), {});
}

http::Response new_plans(const ui::Visit& visit, const Directory& directory) {
  const auto& query = visit.request.query;
  auto screen = workshop_screen_in(query, directory);
  if (!screen.picks.empty()) {
    const auto scales = relationships::scales(visit.scope);
    const auto all = panels(visit.scope, directory, screen.picks);
    return screen_page(
        visit, directory,
        {.screen = screen, .panels = all, .scales = scales, .ideas = ideas_for(visit, directory, screen)},
        200);
  }
  auto choice = workshop_choice_in(query);
  if (choice.rows.empty()) return http::see_other("/relationships/workshop");
  auto picks = picks_of(choice, directory);
  if (!picks) return choice_page(visit, directory, std::move(choice), picks.refusal().faults);
  screen.picks = std::move(picks).value();
  return http::see_other(address_of(screen, directory));
}

http::Response create_plans(const ui::Visit& visit, const Directory& directory) {
  const auto& posted = visit.request.form();
  const auto screen = workshop_screen_in(posted, directory);
  if (screen.picks.empty()) return ui::show_refusal(visit, not_found("Nobody of this workshop is here."));
  const auto scales = relationships::scales(visit.scope);
  auto all = panels_in(visit, directory, screen);
  ScreenPage page{.screen = screen,
                  .panels = all,
                  .scales = scales,
                  .ideas = ideas_for(visit, directory, screen),
                  .key = std::string(posted.value("key"))};
  if (add_row_wanted(visit, all)) return screen_page(visit, directory, page, 200);
  save(visit.scope, directory, page.key, all);
  if (has(all, PanelState::saved) && !has(all, PanelState::refused))
    return ui::go(visit, plans_address(directory, all), "Saved. The steps are promises on Today.");
  page.is_sent = true;
  return screen_page(visit, directory, page, status_of(all));
}

http::Response show_plans(const ui::Visit& visit, const Directory& directory,
                          const std::function<void(Id<Person>)>& on_shown) {
  const auto& query = visit.request.query;
  std::vector<plans::Plan> made;
  // As many as one screen has, twice at most.
  for (const auto number : query.values("plan")) {
    if (made.size() == plans_shown_max) break;
    if (auto plan = plans::get(visit.scope, ui::id_of<ScaleUpPlan>(number)))
      made.push_back(std::move(plan).value());
  }
  if (made.empty()) return http::see_other("/relationships/workshop");
  std::vector<WorkshopPick> later;
  for (const auto token : query.values("later"))
    if (const auto pick = workshop_pick_of(token, directory); pick && later.size() < plans_shown_max)
      later.push_back(*pick);
  for (const auto& plan : made)
    if (const auto* person = std::get_if<Id<Person>>(&plan.plan.with); person != nullptr && on_shown)
      on_shown(*person);
  const auto scales = relationships::scales(visit.scope);
  return ui::show(
      visit, {.title = "What we planned",
              .section = ui::Section::relationships,
              .content = plans_view(visit, directory, {.plans = made, .later = later, .scales = scales})});
}

}  // namespace rapport::workshops
