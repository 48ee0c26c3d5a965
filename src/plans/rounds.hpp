// The front door of rounds: leaders set the season, colleagues say how far each department is. Permission,
// transaction and audit live here. Nothing is sent to anybody.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "plans/round.hpp"
#include "scope/scope.hpp"

namespace rapport::rounds {

[[nodiscard]] bool may_set_season(const Viewer& viewer);

[[nodiscard]] std::vector<RoundEntry> of_year(Scope& scope, int academic_year);
[[nodiscard]] Result<RoundEntry> get(Scope& scope, Id<RoundEntry> id);
[[nodiscard]] std::optional<RoundEntry> find(Scope& scope, int academic_year, Id<OrgUnit> unit);
/// Newest first.
[[nodiscard]] std::vector<RoundEvent> events(Scope& scope, Id<RoundEntry> id);

/// Takes departments into the round, and gives those that are in it this owner and these weeks. Leaders and
/// administrators. Invalid: faults_of, an owner who does not log ("owner"), "year" as plans are begun.
[[nodiscard]] Result<Done> set_season(Scope& scope, const Directory& directory, int academic_year,
                                      const SeasonDraft& draft);
/// Conflict where somebody was faster than `version`. The same state again changes nothing.
[[nodiscard]] Result<Done> move(Scope& scope, Id<RoundEntry> id, int version, RoundState state);
/// When and where. The calendar file's SEQUENCE rises where something is another. With a day, who was invited
/// or is to be is booked when `is_booked`. Invalid: faults_of. Conflict as `move`.
[[nodiscard]] Result<Done> arrange(Scope& scope, Id<RoundEntry> id, int version, const Meeting& meeting,
                                   bool is_booked);
/// The department has agreed, by a link: from then on it is agreed, whatever it was. Nothing where it is not
/// in the round. Inside the caller's transaction.
void note_agreement(Scope& scope, db::Writer& writer, int academic_year, Id<OrgUnit> unit,
                    std::string_view name);

/// One department's, as somebody knows it; for the made-up university.
struct PastEntry {
  RoundEntry entry = {};
  std::vector<RoundEvent> events = {};
};
/// Forbidden but for administrators.
[[nodiscard]] Result<Done> record_past(Scope& scope, std::span<const PastEntry> entries);

}  // namespace rapport::rounds
