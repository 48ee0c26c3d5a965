// The front door of interactions: record, correct, withdraw, and read what may be seen. Permission,
// transaction, counts kept beside (last contact, who knows whom, search words) and audit live here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "scope/scope.hpp"

namespace rapport::interactions {

/// What was kept. `was_there_already` when the same source_key had been stored before: nothing was written
/// again.
struct Recorded {
  Id<Interaction> interaction = {};
  std::vector<Id<Promise>> promises = {};
  bool was_there_already = false;
};

/// Keeps a conversation with its promises. Topics that are new are made. Refusals: Invalid (faults_of,
/// unknown or merged people, unknown staff), Forbidden (directors only read). Cost: one transaction.
[[nodiscard]] Result<Recorded> record(Scope& scope, const Directory& directory,
                                      const InteractionDraft& draft);

/// Many at once, from an import or the made-up university: all of them or, at the first refusal, none.
/// `recorded_by` names an author for each, or is empty for the viewer; what is in the past counts as recorded
/// on its own day. One transaction and one audit row, so give a few hundred or thousand at a time. Those
/// whose source_key is there already are left out: their place in the answer holds the id of the one that is
/// there.
[[nodiscard]] Result<std::vector<Recorded>> record_many(Scope& scope, const Directory& directory,
                                                        std::span<const InteractionDraft> drafts,
                                                        std::span<const Id<Staff>> recorded_by);

/// A promise without a conversation ("-> ring estates 30 Nov").
[[nodiscard]] Result<Id<Promise>> promise(Scope& scope, const Directory& directory, const PromiseDraft& draft,
                                          const std::optional<std::string>& source_key);

/// Replaces what a conversation says; the words before are kept in its history. `version` is the one that was
/// being edited: Conflict when somebody was faster. Promises in the draft are added, none is removed. Invalid
/// too where its new day would come before what it led on from, or after what came out of it. Author, named
/// staff, leaders and administrators may.
[[nodiscard]] Result<Interaction> correct(Scope& scope, const Directory& directory, Id<Interaction> id,
                                          int version, const InteractionDraft& draft,
                                          std::string_view because);

/// Takes a conversation out of every list and count; it stays in its history, and `reinstate` brings it back.
[[nodiscard]] Result<Done> withdraw(Scope& scope, const Directory& directory, Id<Interaction> id,
                                    std::string_view because);
[[nodiscard]] Result<Done> reinstate(Scope& scope, const Directory& directory, Id<Interaction> id);

/// Undo within ten minutes by whoever recorded it: withdrawn with its promises. Conflict later than that.
[[nodiscard]] Result<Done> undo(Scope& scope, const Directory& directory, Id<Interaction> id);

/// NotFound where there is none or it may not be seen.
[[nodiscard]] Result<Interaction> get(Scope& scope, Id<Interaction> id);
[[nodiscard]] std::vector<Participant> participants(Scope& scope, Id<Interaction> id);

/// One earlier state, newest first.
struct Version {
  int version = 1;
  Id<Staff> changed_by = {};
  Instant changed_at = {};
  std::string because = {};
  std::string content = {};  ///< a JSON object with the fields' names of the export
};
[[nodiscard]] std::vector<Version> history(Scope& scope, Id<Interaction> id);

/// Which conversations a timeline shows; newest first, those to come included.
struct TimelineQuery {
  std::optional<Family> family = {};
  std::optional<Date> until = {};          ///< not after that day
  std::optional<std::string> before = {};  ///< where an earlier page ended: Timeline::next
  int limit = 50;
};
struct Timeline {
  std::vector<Interaction> interactions = {};
  std::optional<std::string> next = {};  ///< for the following page; nothing at the end
};
/// Every record that is one person, the one who remains first: PeopleDirectory::same_person.
using Records = std::span<const Id<Person>>;
[[nodiscard]] Timeline timeline_of_person(Scope& scope, Records person, const TimelineQuery& query);
/// Of that record alone.
[[nodiscard]] Timeline timeline_of_person(Scope& scope, Id<Person> person, const TimelineQuery& query);
[[nodiscard]] Timeline timeline_of_unit(Scope& scope, std::span<const Id<OrgUnit>> units,
                                        const TimelineQuery& query);
[[nodiscard]] Timeline timeline_of_staff(Scope& scope, Id<Staff> staff, const TimelineQuery& query);
[[nodiscard]] Timeline timeline_of_topic(Scope& scope, Id<Topic> topic, const TimelineQuery& query);
/// The viewer's conversations from now to `until`, the nearest first: those later today and on the days to
/// come.
[[nodiscard]] std::vector<Interaction> ahead(Scope& scope, Date until, int limit);
/// Lines kept "to sort out" by the viewer, newest first.
[[nodiscard]] std::vector<Interaction> to_sort_out(Scope& scope);
/// Several by id, in the order given; those that may not be seen are left out.
[[nodiscard]] std::vector<Interaction> several(Scope& scope, std::span<const Id<Interaction>> ids);

/// The days on which the viewer's readable conversations with a person happened, first to last; for the year
/// of weeks.
[[nodiscard]] std::vector<Date> days_of_person(Scope& scope, Records person, Date from, Date to);
[[nodiscard]] std::vector<Date> days_of_person(Scope& scope, Id<Person> person, Date from, Date to);

/// Who knows a person: counted without restricted conversations, most conversations first.
struct Acquaintance {
  Id<Staff> staff = {};
  int conversations = 0;
  Date first_on = {};
  Date last_on = {};
};
[[nodiscard]] std::vector<Acquaintance> who_knows(Scope& scope, Records person);
[[nodiscard]] std::vector<Acquaintance> who_knows(Scope& scope, Id<Person> person);

// Promises ------------------------------------------------------------------------------------------

/// Open promises of the viewer, due first; without a date last.
[[nodiscard]] std::vector<Promise> open_promises(Scope& scope, int limit);
[[nodiscard]] std::int64_t count_open_promises(Scope& scope);
/// Open promises on both sides that concern a person, due first. Those of conversations that may not be seen
/// are left out.
[[nodiscard]] std::vector<Promise> promises_with(Scope& scope, Records person);
[[nodiscard]] std::vector<Promise> promises_with(Scope& scope, Id<Person> person);
[[nodiscard]] std::vector<Promise> promises_of(Scope& scope, Id<Interaction> interaction);
/// NotFound as well where it belongs to a conversation that may not be seen.
[[nodiscard]] Result<Promise> get_promise(Scope& scope, Id<Promise> id);
/// Ticks or unticks. The colleague who promised, leaders and administrators may. Ticking twice changes
/// nothing.
[[nodiscard]] Result<Promise> keep_promise(Scope& scope, Id<Promise> id, bool is_kept);
[[nodiscard]] Result<Promise> change_promise(Scope& scope, Id<Promise> id, std::string_view words,
                                             std::optional<Date> due_on);
[[nodiscard]] Result<Done> drop_promise(Scope& scope, Id<Promise> id);

// What else the capture line and Today ask ------------------------------------------------------------

/// People the viewer spoke to, latest first, each once.
[[nodiscard]] std::vector<Id<Person>> spoken_to_lately(Scope& scope, int limit);
/// 0 mine (a conversation of mine in 24 months), 1 in my departments, 2 spoken to lately by anybody (30
/// days), 3 the rest: in the order of `people`.
[[nodiscard]] std::vector<int> nearness(Scope& scope, const Directory& directory,
                                        std::span<const Id<Person>> people);

}  // namespace rapport::interactions
