// The front door of hand-overs: what there is to hand over, doing it, undoing it, introductions. Team leaders
// and administrators hand over; everybody in the library sees it. Permission, transaction and audit live
// here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "relationships/hand_over.hpp"
#include "scope/scope.hpp"

namespace rapport::hand_overs {

/// Who of some people is a champion, in words ("Champion since 3 May"). Handed in by the table of routes.
using ChampionWords = std::unordered_map<Id<Person>, std::string>(Scope& scope, const Directory& directory,
                                                                  std::span<const Id<Person>> people);

[[nodiscard]] bool may_hand_over(const Viewer& viewer);

/// Of one colleague to another, as the viewer may see it.
[[nodiscard]] HandOverOffer offer(Scope& scope, const Directory& directory, Id<Staff> from, Id<Staff> to);

/// Portfolios, promises and the list of introductions in one transaction. Promises move at once, or on the
/// first day where that lies ahead; with them, for good and not for cover, who is asked at the review of
/// plans in these departments. Forbidden but for leaders and administrators. Invalid: faults_of; on "from"
/// (nobody, nothing to hand over) and "to" (nobody, the same, a closed account, a director). Conflict where
/// what there is to hand over changed since the page with `seen`.
[[nodiscard]] Result<Id<HandOver>> hand_over(Scope& scope, const Directory& directory,
                                             const HandOverDraft& draft, ChampionWords* champions = nullptr);

/// NotFound where there is none.
[[nodiscard]] Result<HandOver> get(Scope& scope, Id<HandOver> id);
/// The latest first, at most 200.
[[nodiscard]] std::vector<HandOver> all(Scope& scope);

/// A promise of a hand-over, as the viewer may read it.
struct HandedPromise {
  Promise promise = {};
  PromiseChoice choice = {};
  bool is_plan_step = false;
};
struct HandedOver {
  HandOver hand_over = {};
  std::vector<HandedPromise> promises = {};
  std::vector<Promise> since = {};  ///< open with the one who left, and nobody said what becomes of them
  int reviews = 0;                  ///< plans whose review asks the successor since
  std::vector<HandOverIntroduction> introductions = {};
  std::vector<staff::PortfolioChangeRow> changes = {};
  bool may_be_undone = false;
};
[[nodiscard]] Result<HandedOver> tell(Scope& scope, const Directory& directory, Id<HandOver> id);
/// Which of these are steps of active plans.
[[nodiscard]] std::vector<Id<Promise>> plan_steps_of(Scope& scope, Id<Staff> staff);

/// Moves further promises that stayed, or were made since. Forbidden as `hand_over`; Conflict where it was
/// undone or its day has not come.
[[nodiscard]] Result<Done> move_more(Scope& scope, const Directory& directory, Id<HandOver> id,
                                     std::span<const Id<Promise>> promises);
/// Puts portfolios back as they were, promises that moved and are still open with the successor, and who is
/// asked at reviews. Within thirty days, or until it begins. Invalid on "reason". Conflict where it was
/// undone, is too long ago, or a portfolio was changed since.
[[nodiscard]] Result<Done> undo(Scope& scope, const Directory& directory, Id<HandOver> id, int version,
                                std::string_view because);
/// Ticks or unticks. The two colleagues, leaders and administrators may. NotFound where the person is not on
/// the list.
[[nodiscard]] Result<Done> introduce(Scope& scope, const Directory& directory, Id<HandOver> id,
                                     Id<Person> person, bool is_done);

/// For a job: moves the promises of hand-overs whose day has come. Where the successor's account was closed
/// meanwhile they stay. Answers how many hand-overs there were.
int carry_out(Scope& scope, const Directory& directory);

}  // namespace rapport::hand_overs
