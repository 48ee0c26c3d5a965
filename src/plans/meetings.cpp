// The front door of meetings.
#include "plans/meetings.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "interactions/interactions.hpp"
#include "interactions/planned_promises.hpp"

namespace rapport::meetings {
namespace {

using Kind = MinutesLine::Kind;

/// What a line refuses, said of the minutes.
Refusal of_line(Refusal refusal, const MinutesLine& line) {
  if (refusal.faults.empty()) return refusal;
  auto message = "Line " + std::to_string(line.number) + ": " + refusal.faults.front().message;
  return invalid("minutes", std::move(message));
}

std::vector<std::string> themes_of(Scope& scope, const Directory& directory,
                                   const action_plans::Beginning& where) {
  const auto plan = action_plans::of(scope, directory, where.unit, where.academic_year);
  return plan ? plan->plan.themes : std::vector<std::string>();
}

PromiseDraft draft_of(const MinutesLine& line) {
  PromiseDraft draft{.side = line.kind == Kind::their_promise ? PromiseSide::theirs : PromiseSide::ours,
                     .words = line.words,
                     .due_on = line.due_on};
  if (!line.people.empty()) draft.person = line.people.front();
  return draft;
}

bool is_colleagues(const Scope& scope, const MinutesLine& line) {
  return line.kind == Kind::our_promise && line.staff && *line.staff != scope.viewer.staff;
}

/// Keeps what does not belong to the conversation: a colleague's promise, and all of them where none is
/// logged.
Result<Done> keep_promise(Scope& scope, const Directory& directory, const MinutesLine& line, bool is_logged) {
  if (is_colleagues(scope, line)) {
    interactions::PlannedPromise planned{.staff = *line.staff, .words = line.words, .due_on = line.due_on};
    if (!line.people.empty()) planned.person = line.people.front();
    const auto made = interactions::plan_promise(scope, directory, planned);
    return made ? Result<Done>(Done{}) : Result<Done>(of_line(made.refusal(), line));
  }
  if (is_logged) return Done{};
  const auto made = interactions::promise(scope, directory, draft_of(line), std::nullopt);
  return made ? Result<Done>(Done{}) : Result<Done>(of_line(made.refusal(), line));
}

InteractionDraft conversation_of(const Scope& scope, const action_plans::Beginning& where,
                                 const std::vector<MinutesLine>& lines, std::string words) {
  InteractionDraft draft{.happened_on = scope.today, .note = std::move(words), .org_unit = where.unit};
  for (const auto& line : lines) {
    for (const auto person : line.people)
      if (line.kind == Kind::said && std::ranges::count(draft.people, person, &Participant::person) == 0)
        draft.people.push_back({.person = person});
    const bool is_promise = line.kind == Kind::our_promise || line.kind == Kind::their_promise;
    if (is_promise && !is_colleagues(scope, line)) draft.promises.push_back(draft_of(line));
  }
  return draft;
}

Result<Kept> keep_now(Scope& scope, const Directory& directory, const action_plans::Beginning& where,
                      Id<ActionPlan> plan, const MeetingDraft& draft) {
  const auto lines = preview(scope, directory, where, draft.words);
  Kept kept{.plan = plan};
  for (const auto& line : lines) {  // a few statements a line
    if (line.kind == Kind::action) {
      const auto item = action_plans::add(scope, directory, where, line.item);
      if (!item) return of_line(item.refusal(), line);
      ++kept.actions;
    } else if (line.kind != Kind::said) {
      if (auto done = keep_promise(scope, directory, line, draft.is_logged); !done)
        return std::move(done).refusal();
      ++kept.promises;
    }
  }
  if (draft.is_logged) {
    const auto recorded =
        interactions::record(scope, directory, conversation_of(scope, where, lines, draft.words));
    if (!recorded) return invalid("minutes", recorded.refusal().message);
    kept.interaction = recorded->interaction;
  }
  auto done = action_plans::keep_minutes(scope, plan, draft.words, kept.interaction);
  if (!done) return std::move(done).refusal();
  return kept;
}

}  // namespace

std::vector<MinutesLine> preview(Scope& scope, const Directory& directory,
                                 const action_plans::Beginning& where, std::string_view words) {
  const auto themes = themes_of(scope, directory, where);
  return read_minutes(words, {directory, scope.today, scope.viewer.staff, themes});
}

Result<Kept> keep(Scope& scope, const Directory& directory, const action_plans::Beginning& where,
                  const MeetingDraft& typed) {
  if (!action_plans::may_write(scope.viewer)) return forbidden("Directors read plans and do not write them.");
  const MeetingDraft draft{tidy(typed.words), typed.is_logged};
  if (draft.words.empty()) return invalid("minutes", "Nothing has been typed yet.");
  if (character_count(draft.words) > minutes_characters_max)
    return invalid("minutes", "Minutes are at most 20,000 characters long. Keep them in two parts.");
  return scope.write([&](db::Writer&) -> Result<Kept> {
    const auto plan = action_plans::begin(scope, directory, where);  // its themes are asked for
    if (!plan) return plan.refusal();
    return keep_now(scope, directory, where, *plan, draft);
  });
}

}  // namespace rapport::meetings
