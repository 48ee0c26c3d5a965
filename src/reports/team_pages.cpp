// Answers with the team home.
#include "reports/team_pages.hpp"

#include <algorithm>

#include "reports/team_views.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::reports {
namespace {

TeamChoice choice_in(const ui::Visit& visit, const Directory& directory) {
  TeamChoice choice{.team = visit.scope.viewer.team, .name = "The whole library"};
  for (const auto& member : directory.staff.staff()) {
    if (!member.team || !member.is_active) continue;
    const auto is_there = [&](const auto& known) { return known.first == *member.team; };
    if (std::ranges::none_of(choice.teams, is_there))
      choice.teams.emplace_back(*member.team, member.team_name);
  }
  std::ranges::sort(choice.teams, {}, [](const auto& known) { return known.second; });
  const auto asked = visit.request.query.value("team");
  if (asked == "all") choice.team.reset();
  if (const auto id = ui::id_of<Team>(asked); id.value != 0) choice.team = id;
  const auto found =
      std::ranges::find_if(choice.teams, [&](const auto& known) { return known.first == choice.team; });
  if (found == choice.teams.end())
    choice.team.reset();
  else
    choice.name = found->second;
  return choice;
}

}  // namespace

http::Response show_team(const ui::Visit& visit, const Directory& directory) {
  const auto choice = choice_in(visit, directory);
  const auto home = read_team(visit.scope, directory, {.team = choice.team});
  return ui::show(visit, {.title = "Team: " + choice.name,
                          .content = team_view(visit, directory, choice, home),
                          .is_wide = true});
}

http::Response show_team_due(const ui::Visit& visit, const Directory& directory) {
  const auto choice = choice_in(visit, directory);
  const auto slug = visit.request.query.value("unit");
  const auto* unit = directory.org.find_slug(slug);
  if (unit == nullptr && !slug.empty())
    return ui::show_refusal(visit, not_found("No department has that address."));
  const auto due = read_due(visit.scope, directory, {.team = choice.team}, unit);
  return ui::show(visit, {.title = "Due", .content = team_due_view(visit, directory, choice, unit, due)});
}

}  // namespace rapport::reports
