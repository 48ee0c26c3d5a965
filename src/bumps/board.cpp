// The front door of the board.
#include "bumps/board.hpp"

#include <algorithm>
#include <charconv>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "bumps/board_store.hpp"
#include "interactions/interactions.hpp"

namespace rapport {

std::string_view code(Whose whose) {
  return whose == Whose::team ? "team" : "library";
}

namespace bumps {
namespace {

constexpr int goal_max = 10'000;
constexpr std::string_view whole_library = "The whole library";

std::string team_name(const Directory& directory, Id<Team> team) {
  for (const auto& member : directory.staff.staff())
    if (member.team == team) return member.team_name;
  return "Team";
}

bool is_in(const Directory& directory, Id<Staff> staff, const std::optional<Id<Team>>& team) {
  const auto* member = directory.staff.find(staff);
  return member != nullptr && member->is_active && (!team || member->team == team);
}

int count_of(db::Reader& reader, Id<Institution> institution, const std::optional<Id<Team>>& team,
             const BoardPeriod& period) {
  return team ? board_store::count_bumps(reader, institution, *team, period.starts_on, period.until)
              : board_store::count_bumps(reader, institution, period.starts_on, period.until);
}

JointTotal read_together(const Scope& scope, db::Reader& reader, const Board& board,
                         std::span<const CalendarPeriod> calendar) {
  JointTotal together{.bumps = count_of(reader, scope.institution, board.team, board.period)};
  const auto before = year_before(calendar, board.period, scope.years());
  if (before) {
    const int then = count_of(reader, scope.institution, board.team, *before);
    if (then > 0) together.year_before = then;
  }
  return together;
}

/// From where help is numbered that happened in the period: the beginning of the term of its first day.
Date numbered_from(const Scope& scope, std::span<const CalendarPeriod> calendar, const BoardPeriod& period) {
  return term_on(calendar, period.starts_on, scope.years()).starts_on;
}

std::vector<Helpfulness> helpfulness_of_all(const Scope& scope, db::Reader& reader,
                                            const Directory& directory, const Board& board,
                                            std::span<const CalendarPeriod> calendar) {
  auto helps = helpfulness_store::of_members(
      reader, scope.institution, numbered_from(scope, calendar, board.period), board.period.until);
  std::erase_if(helps, [&](const Helped& help) { return !is_in(directory, help.helper, board.team); });
  return helpfulness_from(help_parts(std::move(helps), calendar, scope.years()), board.period.starts_on);
}

/// One colleague's help of this academic year, numbered from the beginning of the term in which the year
/// begins.
std::vector<HelpPart> parts_of_year(const Scope& scope, db::Reader& reader, Id<Staff> helper, Date until,
                                    std::span<const CalendarPeriod> calendar) {
  const auto year = scope.years().first_day(scope.years().of(until));
  return help_parts(helpfulness_store::of_helper(reader, scope.institution, helper,
                                                 term_on(calendar, year, scope.years()).starts_on, until),
                    calendar, scope.years());
}

double best_before(const Scope& scope, std::span<const HelpPart> parts, const BoardPeriod& period) {
  return best_month(parts, scope.years().first_day(scope.years().of(period.until)), period.starts_on);
}

std::vector<Id<Staff>> with_best_month_yet(const Scope& scope, db::Reader& reader, const Board& board,
                                           std::span<const CalendarPeriod> calendar) {
  std::vector<Id<Staff>> best;
  if (board.period.span != BoardSpan::month) return best;
  // Three as a rule, six at the most.
  for (const auto& placed : board.first) {
    const auto staff = placed.helpfulness.staff;
    const auto parts = parts_of_year(scope, reader, staff, board.period.until, calendar);
    const double before = best_before(scope, parts, board.period);
    if (before > 0 && placed.helpfulness.amount > before) best.push_back(staff);
  }
  return best;
}

void read_people(const Scope& scope, db::Reader& reader, const Directory& directory,
                 std::span<const CalendarPeriod> calendar, Board& board) {
  const auto members = board_store::members(reader, scope.institution);
  board.members = static_cast<int>(
      std::ranges::count_if(members, [&](Id<Staff> id) { return is_in(directory, id, board.team); }));
  const auto places = board_store::find_places(reader, scope.institution);
  board.are_places_shown = places && places->are_shown;
  if (!board.are_places_shown) return;
  board.first = first_places(helpfulness_of_all(scope, reader, directory, board, calendar));
  board.best_month_yet = with_best_month_yet(scope, reader, board, calendar);
}

bool is_member(const Scope& scope, db::Reader& reader) {
  const auto members = board_store::members(reader, scope.institution);
  return std::ranges::count(members, scope.viewer.staff) > 0;
}

std::optional<HelpPart> part_of_period(const HelpPart& part, const BoardPeriod& period) {
  return part.help.happened_on < period.starts_on ? std::nullopt : std::optional(part);
}

std::vector<HelpStep> with_outcomes(Scope& scope, db::Reader& reader, const std::vector<HelpPart>& parts,
                                    const Board& board, Id<Staff> helper) {
  const auto outcomes = board_store::outcomes_of_helper(reader, scope.institution, helper,
                                                        board.period.starts_on, board.period.until);
  std::vector<HelpStep> steps;
  // One look-up by key for each step of one person in one term.
  for (const auto& all : parts) {
    const auto part = part_of_period(all, board.period);
    if (!part) continue;
    const auto found = std::ranges::find(outcomes, part->help.bump, &board_store::HelpedTo::bump);
    auto outcome = found == outcomes.end() ? not_found("") : interactions::get(scope, found->outcome);
    steps.push_back({*part, outcome ? std::optional(std::move(*outcome)) : std::nullopt});
  }
  return steps;
}

Result<std::optional<int>> goal_of(std::string_view typed) {
  const auto text = trim(typed);
  if (text.empty()) return std::optional<int>();
  int goal = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), goal);
  if (error != std::errc() || end != text.data() + text.size() || goal < 1 || goal > goal_max)
    return invalid("goal_month", "A goal is a whole number of bumps in a month, from 1 to 10,000.");
  return std::optional(goal);
}

}  // namespace

Result<Board> read_board(Scope& scope, const Directory& directory, const BoardQuery& query) {
  const auto calendar = organisation::calendar(scope);
  Board board{.period = board_period(calendar, query.span, scope.today, scope.years()), .team = query.team};
  board.name = query.team ? team_name(directory, *query.team) : std::string(whole_library);
  const bool is_there = scope.read([&](db::Reader& reader) {
    const auto team =
        query.team ? board_store::find_team(reader, scope.institution, *query.team) : std::nullopt;
    if (query.team && (!team || !team->is_on)) return false;
    board.together = read_together(scope, reader, board, calendar);
    if (team && query.span == BoardSpan::month) board.together.goal = team->goal_month;
    read_people(scope, reader, directory, calendar, board);
    return true;
  });
  if (!is_there) return not_found("This team has no board. Its team leader can switch one on.");
  board.story = story_of(scope, directory, board.period);
  return board;
}

std::optional<OwnHelp> own_help(Scope& scope, const Board& board) {
  const auto calendar = organisation::calendar(scope);
  return scope.read([&](db::Reader& reader) -> std::optional<OwnHelp> {
    if (!is_member(scope, reader)) return std::nullopt;
    const auto parts = parts_of_year(scope, reader, scope.viewer.staff, board.period.until, calendar);
    const auto now = helpfulness_from(parts, board.period.starts_on);
    return OwnHelp{.now = now.empty() ? Helpfulness{.staff = scope.viewer.staff} : now.front(),
                   .best_month = best_before(scope, parts, board.period)};
  });
}

Result<std::vector<HelpStep>> steps_behind(Scope& scope, const Board& board, Id<Staff> helper) {
  const auto is_placed = std::ranges::any_of(
      board.first, [&](const Placed& placed) { return placed.helpfulness.staff == helper; });
  const auto calendar = organisation::calendar(scope);
  return scope.read([&](db::Reader& reader) -> Result<std::vector<HelpStep>> {
    const bool is_own = helper == scope.viewer.staff && is_member(scope, reader);
    if (!is_own && !is_placed)
      return not_found("The board shows the steps of the first three, and your own.");
    const auto parts = help_parts(
        helpfulness_store::of_helper(reader, scope.institution, helper,
                                     numbered_from(scope, calendar, board.period), board.period.until),
        calendar, scope.years());
    return with_outcomes(scope, reader, parts, board, helper);
  });
}

bool is_on_board(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return is_member(scope, reader); });
}

Result<Done> join_board(Scope& scope) {
  if (scope.viewer.is(Role::director))
    return forbidden("The board is for those who log. Directors read, and are not on it.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    board_store::put_member(writer, scope.institution, scope.viewer.staff, scope.now);
    return Done{};
  });
}

void leave_board(Scope& scope) {
  scope.write(
      [&](db::Writer& writer) { board_store::erase_member(writer, scope.institution, scope.viewer.staff); });
}

PlacesSwitch places(Scope& scope) {
  return scope.read([&](db::Reader& reader) {
    return board_store::find_places(reader, scope.institution).value_or(PlacesSwitch{});
  });
}

std::optional<TeamSwitch> team_switch(Scope& scope, Id<Team> team) {
  return scope.read(
      [&](db::Reader& reader) { return board_store::find_team(reader, scope.institution, team); });
}

Result<Done> show_places(Scope& scope, bool are_shown) {
  if (!scope.viewer.is(Role::administrator))
    return forbidden("Administrators choose whether places are shown.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    board_store::put_places(writer, scope.institution, {are_shown, scope.viewer.staff, scope.now});
    audit::record_change(scope, writer,
                         {.action = are_shown ? "switched on" : "switched off",
                          .subject = "board_places",
                          .subject_id = std::nullopt});
    return Done{};
  });
}

Result<Done> set_team_board(Scope& scope, const TeamBoardDraft& draft) {
  if (!scope.viewer.is(Role::leader) || !scope.viewer.team)
    return forbidden("A team’s own leader switches its board on and off.");
  const auto goal = goal_of(draft.goal_month);
  if (!goal) return goal.refusal();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    board_store::put_team(writer, scope.institution,
                          {.team = *scope.viewer.team,
                           .is_on = draft.is_on,
                           .goal_month = *goal,
                           .changed_by = scope.viewer.staff,
                           .changed_at = scope.now});
    audit::record_change(scope, writer,
                         {.action = draft.is_on ? "switched on" : "switched off",
                          .subject = "board_team",
                          .subject_id = scope.viewer.team->value});
    return Done{};
  });
}

}  // namespace bumps
}  // namespace rapport
