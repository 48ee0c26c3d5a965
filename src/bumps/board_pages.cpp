// Answers for the board.
#include "bumps/board_pages.hpp"

#include "bumps/board.hpp"
#include "bumps/board_views.hpp"
#include "http/form.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::bumps {
namespace {

bool has_team_board(Scope& scope) {
  if (!scope.viewer.team) return false;
  const auto team = team_switch(scope, *scope.viewer.team);
  return team && team->is_on;
}

BoardQuery query_of(const ui::Visit& visit, bool has_team) {
  const auto& query = visit.request.query;
  BoardQuery asked{.span = board_span_of(query.value("time"))};
  if (has_team && query.value("view") != code(Whose::library)) asked.team = visit.scope.viewer.team;
  return asked;
}

bool is_leading(const Scope& scope) {
  return scope.viewer.is(Role::leader) || scope.viewer.is(Role::administrator);
}

}  // namespace

http::Response show_board(const ui::Visit& visit, const Directory& directory) {
  const bool has_team = has_team_board(visit.scope);
  const auto board = read_board(visit.scope, directory, query_of(visit, has_team));
  if (!board) return ui::show_refusal(visit, board.refusal());
  return ui::show(visit, {.title = board->period.name + " bumps",
                          .section = ui::Section::bumps,
                          .content = board_view(visit, directory,
                                                {.board = *board,
                                                 .own = own_help(visit.scope, *board),
                                                 .may_join = !visit.scope.viewer.is(Role::director),
                                                 .has_team_board = has_team,
                                                 .may_make_wall = is_leading(visit.scope)})});
}

http::Response show_help(const ui::Visit& visit, const Directory& directory) {
  const auto helper = ui::route_id<Staff>(visit.request, "staff");
  const auto board = read_board(visit.scope, directory, query_of(visit, has_team_board(visit.scope)));
  if (!board) return ui::show_refusal(visit, board.refusal());
  const auto steps = steps_behind(visit.scope, *board, helper);
  if (!steps) return ui::show_refusal(visit, steps.refusal());
  return ui::show(visit, {.title = "Helped others on",
                          .section = ui::Section::bumps,
                          .content = help_view(visit, directory, {*board, helper, *steps})});
}

http::Response create_membership(const ui::Visit& visit) {
  if (const auto done = join_board(visit.scope); !done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, "/bumps/board", "You are on the board.");
}

http::Response remove_membership(const ui::Visit& visit) {
  leave_board(visit.scope);
  return ui::go(visit, "/bumps/board", "You have left the board. Your name is gone from it.");
}

}  // namespace rapport::bumps
