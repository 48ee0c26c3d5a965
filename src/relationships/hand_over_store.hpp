// The SQL of hand-overs; row <-> value, nothing else.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "db/connection.hpp"
#include "relationships/hand_over.hpp"
#include "relationships/plan.hpp"

namespace rapport::hand_over_store {

/// With its departments.
[[nodiscard]] std::optional<HandOver> find(db::Reader& reader, Id<Institution> institution, Id<HandOver> id);
/// The latest first, with their departments, at most 200.
[[nodiscard]] std::vector<HandOver> all(db::Reader& reader, Id<Institution> institution);
/// Whose day has come and whose promises have not moved, at most 20.
[[nodiscard]] std::vector<HandOver> to_carry_out(db::Reader& reader, Id<Institution> institution, Date today);
[[nodiscard]] std::vector<PromiseChoice> promises_of(db::Reader& reader, Id<Institution> institution,
                                                     Id<HandOver> id);
[[nodiscard]] std::vector<HandOverIntroduction> introductions_of(db::Reader& reader,
                                                                 Id<Institution> institution,
                                                                 Id<HandOver> id);

/// Plans whose review asks the successor since; at most 1,000.
[[nodiscard]] std::vector<Id<ScaleUpPlan>> reviews_of(db::Reader& reader, Id<Institution> institution,
                                                      Id<HandOver> id);

[[nodiscard]] Id<HandOver> insert(db::Writer& writer, Id<Institution> institution, const HandOver& hand_over);
void insert(db::Writer& writer, Id<Institution> institution, Id<HandOver> id, const PromiseChoice& choice);
void insert(db::Writer& writer, Id<Institution> institution, Id<HandOver> id,
            const HandOverIntroduction& introduction);
void insert_review(db::Writer& writer, Id<Institution> institution, Id<HandOver> id, Id<ScaleUpPlan> plan);
void set_moved(db::Writer& writer, Id<Institution> institution, Id<HandOver> id, Instant at);
void set_promise_moved(db::Writer& writer, Id<Institution> institution, Id<HandOver> id, Id<Promise> promise,
                       std::optional<Instant> at);
/// Raises the version; false where it was not `hand_over.version` any more.
[[nodiscard]] bool set_undone(db::Writer& writer, Id<Institution> institution, const HandOver& hand_over);
/// False where nobody of that number is on the list.
[[nodiscard]] bool set_introduced(db::Writer& writer, Id<Institution> institution, Id<HandOver> id,
                                  Id<Person> person, std::optional<Id<Staff>> by, std::optional<Instant> at);

/// Whom `from` knows in these units, and when `to` last spoke with them: records that are here. Restricted
/// conversations count for nobody.
struct Known {
  Id<Person> person = {};
  int conversations = 0;
  Date last_on = {};
  std::optional<Date> known_to_successor_on = {};
  bool has_plan = false;
};
[[nodiscard]] std::vector<Known> known_in(db::Reader& reader, Id<Institution> institution, Id<Staff> from,
                                          Id<Staff> to, Id<OrgUnit> unit);

/// Open promises of a colleague that are steps of an active plan.
[[nodiscard]] std::vector<Id<Promise>> plan_steps_of(db::Reader& reader, Id<Institution> institution,
                                                     Id<Staff> staff);

}  // namespace rapport::hand_over_store
