// What a department's and a topic's page count; reads only. Counts leave out what the viewer may not read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interactions/interaction.hpp"
#include "scope/scope.hpp"

namespace rapport::department_store {

struct Span {
  Date from;
  Date to;  ///< the last day
};

/// Conversations of one unit by month and kind. Cost: one walk of the unit's days in that span.
struct MonthOfKind {
  std::string month;  ///< "2026-11"
  Id<InteractionKind> kind;
  int conversations = 0;
};
[[nodiscard]] std::vector<MonthOfKind> months_of_unit(db::Reader& reader, const Scope& scope,
                                                      Id<OrgUnit> unit, const Span& span);

struct Contact {
  Id<Person> person;
  std::optional<Date> last_on;
};
/// Everybody whose main post is there, those who left too; at most 20,000.
[[nodiscard]] std::vector<Contact> people_of_unit(db::Reader& reader, Id<Institution> institution,
                                                  Id<OrgUnit> unit);

struct OpenPromises {
  int ours = 0;
  int theirs = 0;
};
[[nodiscard]] OpenPromises open_promises_of_unit(db::Reader& reader, const Scope& scope, Id<OrgUnit> unit);

/// Stops counting at `limit`.
[[nodiscard]] int count_of_topic(db::Reader& reader, const Scope& scope, Id<Topic> topic, const Span& span,
                                 int limit);
/// The units of the topic's latest `newest` conversations in that span, most conversations first.
struct UnitCount {
  Id<OrgUnit> unit;
  int conversations = 0;
};
[[nodiscard]] std::vector<UnitCount> units_of_topic(db::Reader& reader, const Scope& scope, Id<Topic> topic,
                                                    const Span& span, int newest);

}  // namespace rapport::department_store
