// Answers for the board's switches.
#include "bumps/board_settings_pages.hpp"

#include "bumps/board_settings_views.hpp"
#include "http/form.hpp"
#include "ui/csrf.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::bumps {
namespace {

constexpr std::string_view address = "/settings/board";

BoardSettings read_settings(Scope& scope) {
  return {.is_on_board = is_on_board(scope),
          .places = places(scope),
          .team = scope.viewer.team ? team_switch(scope, *scope.viewer.team) : std::nullopt,
          .walls = walls(scope)};
}

http::Response settings_page(const ui::Visit& visit, const Directory& directory,
                             const BoardSettings& settings, const std::vector<Fault>& faults) {
  return ui::show(visit, {.title = "The board",
                          .section = ui::Section::settings,
                          .content = board_settings_view(visit, directory, settings, faults),
                          .status = faults.empty() ? 200 : 422});
}

}  // namespace

http::Response show_board_settings(const ui::Visit& visit, const Directory& directory) {
  return settings_page(visit, directory, read_settings(visit.scope), {});
}

http::Response update_places(const ui::Visit& visit) {
  const bool are_shown = visit.request.form().value("places") == "on";
  if (const auto done = show_places(visit.scope, are_shown); !done)
    return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, std::string(address),
                are_shown ? "The first three are shown." : "No places are shown.");
}

http::Response update_team_board(const ui::Visit& visit, const Directory& directory) {
  const auto& form = visit.request.form();
  const TeamBoardDraft draft{.is_on = form.has("team_board"),
                             .goal_month = std::string(form.value("goal_month"))};
  const auto done = set_team_board(visit.scope, draft);
  if (done)
    return ui::go(visit, std::string(address),
                  draft.is_on ? "The team’s board is on." : "The team’s board is off.");
  if (done.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, done.refusal());
  auto settings = read_settings(visit.scope);
  settings.team_as_typed = draft;
  return settings_page(visit, directory, settings, done.refusal().faults);
}

http::Response create_wall(const ui::Visit& visit, const Directory& directory, std::string_view public_url) {
  const auto& form = visit.request.form();
  const WallDraft draft{.label = std::string(form.value("label")),
                        .is_for_team = form.has("is_for_team"),
                        .days = std::string(form.value("days"))};
  const auto token = make_wall(visit.scope, draft);
  if (!token && token.refusal().kind != Refusal::Kind::invalid)
    return ui::show_refusal(visit, token.refusal());
  if (!token) {
    auto settings = read_settings(visit.scope);
    settings.wall_as_typed = draft;
    return settings_page(visit, directory, settings, token.refusal().faults);
  }
  const auto origin = public_url.empty() ? ui::origin_of(visit.request) : std::string(public_url);
  auto page = ui::show(visit, {.title = "The screen’s address",
                               .section = ui::Section::settings,
                               .content = wall_made_view(origin + "/wall/" + *token)});
  for (auto& header : page.headers)
    if (header.name == "Cache-Control") header.value = "no-store";
  return page;
}

http::Response remove_wall(const ui::Visit& visit) {
  const auto done = revoke_wall(visit.scope, ui::route_id<WallLink>(visit.request, "wall"));
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, std::string(address), "That address does not work any more.");
}

}  // namespace rapport::bumps
