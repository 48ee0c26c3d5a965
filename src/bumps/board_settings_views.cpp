// Draws the board's switches: each says what it changes and who changed it last.
#include "bumps/board_settings_views.hpp"

#include "ui/parts.hpp"

namespace rapport::bumps {
namespace {

using html::Html;
using html::Url;
using html::Writer;

bool is_leading(const ui::Visit& visit) {
  return visit.scope.viewer.is(Role::leader) || visit.scope.viewer.is(Role::administrator);
}

void put_changed(Writer& out, const ui::Visit& visit, const Directory& directory, Id<Staff> by, Instant at) {
  out.put<R"(<p class="micro muted">{} changed this last, {}.</p>)">(
      directory.staff.full_name(by), relative_words(visit.scope.zone.local_date(at), visit.scope.today));
}

void put_own(Writer& out, const ui::Visit& visit, const BoardSettings& settings) {
  if (visit.scope.viewer.is(Role::director) && !settings.is_on_board) return;
  out.put<
      R"(<section class="card stack" aria-labelledby="own-h"><h2 id="own-h">You on the board</h2><p>{}</p>)"
      R"(<form method="post" action="{}">{}<button class="btn">{}</button></form></section>)">(
      settings.is_on_board
          ? "You are on the board. Your first name can stand among the first three, on the page and on the "
            "office "
            "screen. If you leave, it is gone from both at once; your bumps still count for the team."
          : "You are not on the board. If you join, your first name can stand among the first three, on the "
            "page and "
            "on the office screen. What counts is help to colleagues. Nobody is told whether you joined.",
      Url(settings.is_on_board ? "/bumps/board/leaving" : "/bumps/board/membership"), ui::csrf_field(visit),
      settings.is_on_board ? "Leave the board" : "Join the board");
}

TeamBoardDraft draft_of(const BoardSettings& settings) {
  if (settings.team_as_typed) return *settings.team_as_typed;
  if (!settings.team) return {};
  return {settings.team->is_on,
          settings.team->goal_month ? std::to_string(*settings.team->goal_month) : std::string()};
}

void put_team_form(Writer& out, const ui::Visit& visit, const BoardSettings& settings,
                   const std::vector<Fault>& faults) {
  const auto draft = draft_of(settings);
  out.put<R"(<form class="form" method="post" action="/settings/board/team" novalidate>{})">(
      ui::csrf_field(visit));
  out.add(ui::field(
      {.name = "team_board",
       .label = "The team has a board",
       .hint = "Everybody in the library can then see what the team did together. Names are of those "
               "who chose to be on it.",
       .type = "checkbox",
       .is_checked = draft.is_on}));
  out.add(ui::field({.name = "goal_month",
                     .label = "Bumps to reach together in a month",
                     .value = draft.goal_month,
                     .hint = "Leave it empty for a board without a goal.",
                     .width = "short"},
                    faults));
  out.put<R"(<p><button class="btn">Keep this for the team</button></p></form>)">();
}

void put_team(Writer& out, const ui::Visit& visit, const Directory& directory, const BoardSettings& settings,
              const std::vector<Fault>& faults) {
  if (!visit.scope.viewer.team) return;
  out.put<R"(<section class="card stack" aria-labelledby="team-h"><h2 id="team-h">Your team’s board</h2>)">();
  if (visit.scope.viewer.is(Role::leader))
    put_team_form(out, visit, settings, faults);
  else
    out.put<"<p>{}</p>">(
        settings.team && settings.team->is_on
            ? "Your team has a board. Its team leader switches it on and off and sets its goal."
            : "Your team has no board. Its team leader can switch one on.");
  if (settings.team && settings.team->changed_by && settings.team->changed_at)
    put_changed(out, visit, directory, *settings.team->changed_by, *settings.team->changed_at);
  out.put<"</section>">();
}

void put_places(Writer& out, const ui::Visit& visit, const Directory& directory,
                const BoardSettings& settings) {
  const bool are_shown = settings.places.are_shown;
  out.put<R"(<section class="card stack" aria-labelledby="places-h"><h2 id="places-h">Places</h2><p>{}</p>)">(
      are_shown
          ? "Boards and office screens of this library show the first three by help to colleagues, of those "
            "who chose to be on the board. There is no fourth place and no last."
          : "Boards and office screens of this library show no places: what teams did together, the story of "
            "the month, and to each colleague their own.");
  if (visit.scope.viewer.is(Role::administrator))
    out.put<
        R"(<form method="post" action="/settings/board/places">{}<button class="btn" name="places" value="{}">)"
        R"({}</button></form>)">(ui::csrf_field(visit), are_shown ? "off" : "on",
                                 are_shown ? "Show no places" : "Show the first three");
  else
    out.put<R"(<p class="small soft">Administrators choose this for the whole library.</p>)">();
  if (settings.places.changed_by != Id<Staff>{})
    put_changed(out, visit, directory, settings.places.changed_by, settings.places.changed_at);
  out.put<"</section>">();
}

void put_wall(Writer& out, const ui::Visit& visit, const Directory& directory, const WallEntry& wall) {
  const auto& zone = visit.scope.zone;
  const auto today = visit.scope.today;
  out.put<
      R"(<li class="row wrap"><div class="grow"><h3>{}</h3><p class="small muted">{}. Made by {} {}, works until {}.)"
      R"(</p></div><form method="post" action="{}">{}<button class="btn s">End it<span class="vh">: {}</span></button></form></li>)">(
      wall.label, wall.team ? "A team’s board" : "The whole library", directory.staff.full_name(wall.made_by),
      relative_words(zone.local_date(wall.made_at), today),
      long_words(zone.local_date(wall.expires_at), today),
      Url("/settings/board/walls/" + std::to_string(wall.id.value) + "/revocation"), ui::csrf_field(visit),
      wall.label);
}

void put_wall_form(Writer& out, const ui::Visit& visit, const BoardSettings& settings,
                   const std::vector<Fault>& faults) {
  const auto draft = settings.wall_as_typed.value_or(WallDraft{.days = "90"});
  out.put<R"(<form class="form" method="post" action="/settings/board/walls" novalidate data-once>{})">(
      ui::csrf_field(visit));
  out.add(ui::field({.name = "label",
                     .label = "Where the screen hangs",
                     .value = draft.label,
                     .hint = "So that it can be found in this list again."},
                    faults));
  if (visit.scope.viewer.team)
    out.add(ui::field({.name = "is_for_team",
                       .label = "Show my team, not the whole library",
                       .type = "checkbox",
                       .is_checked = draft.is_for_team}));
  out.add(ui::field({.name = "days",
                     .label = "How long the address works",
                     .value = draft.days,
                     .type = "select",
                     .choices = {{"30", "A month"}, {"90", "Three months"}, {"365", "A year"}}},
                    faults));
  out.put<R"(<p><button class="btn">{}Make an address</button></p></form>)">(ui::icon("link"));
}

void put_walls(Writer& out, const ui::Visit& visit, const Directory& directory, const BoardSettings& settings,
               const std::vector<Fault>& faults) {
  if (!is_leading(visit)) return;
  out.put<
      R"(<section class="card stack" aria-labelledby="walls-h"><h2 id="walls-h">Office screens</h2><p>An address for a )"
      R"(screen on the wall. Whoever has it sees the month’s board without signing in: first names of those on the )"
      R"(board, no academic’s name. It cannot change anything.</p>)">();
  if (!settings.walls.empty()) {
    out.put<R"(<ul class="list tight">)">();
    for (const auto& wall : settings.walls) put_wall(out, visit, directory, wall);
    out.put<"</ul>">();
  }
  put_wall_form(out, visit, settings, faults);
  out.put<"</section>">();
}

}  // namespace

Html board_settings_view(const ui::Visit& visit, const Directory& directory, const BoardSettings& settings,
                         const std::vector<Fault>& faults) {
  Writer out;
  out.put<R"(<p class="crumbs"><a href="/settings">Settings</a></p><h1 class="mv-b">The board</h1>)">();
  out.add(ui::error_summary(faults));
  out.put<R"(<div class="two"><div class="stack">)">();
  put_own(out, visit, settings);
  put_team(out, visit, directory, settings, faults);
  put_places(out, visit, directory, settings);
  out.put<R"(</div><div class="stack">)">();
  put_walls(out, visit, directory, settings, faults);
  out.put<"</div></div>">();
  return std::move(out).finish();
}

Html wall_made_view(std::string_view address) {
  return html::render<
      R"(<p class="crumbs"><a href="/settings">Settings</a> / <a href="/settings/board">The board</a></p>)"
      R"(<h1 class="mv-b">The screen’s address</h1><div class="form"><p>Open it once on the screen. It is shown only )"
      R"(now.</p><div class="field"><label for="link">Address</label><input type="text" id="link" value="{}" readonly>)"
      R"(</div><p class="hint">Press F there for full screen.</p><p><a class="btn" href="/settings/board">Done</a></p>)"
      R"(</div>)">(address);
}

}  // namespace rapport::bumps
