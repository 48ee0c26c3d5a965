// The SQL of suggested moves: what the rules look at, and what was set aside; row <-> value, nothing else.
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "db/connection.hpp"
#include "relationships/suggested_move.hpp"

namespace rapport::suggested_move_store {

/// By record; conversations after `since` up to `until` that everybody may read. Ten records a statement.
using Contacts = std::unordered_map<Id<Person>, std::vector<Contact>>;
void read_contacts(db::Reader& reader, Id<Institution> institution, std::span<const Id<Person>> records,
                   Date since, Date until, Contacts& into);
/// Plans with these records that were closed as reached after a moment, whatever they are about; the latest
/// first.
struct Reached {
  Id<Person> person = {};
  Id<ScaleUpPlan> plan = {};
  Instant closed_at = {};
};
[[nodiscard]] std::vector<Reached> reached_plans(db::Reader& reader, Id<Institution> institution,
                                                 std::span<const Id<Person>> records, Instant since);
/// The last two-way conversation up to `until`, however long ago.
[[nodiscard]] std::optional<Contact> last_two_way(db::Reader& reader, Id<Institution> institution,
                                                  Id<Person> record, Date until);

/// What was set aside.
struct Aside {
  Id<Person> person = {};
  int level = 0;
  bool is_slipping = false;
  Date set_aside_on = {};
};
[[nodiscard]] std::vector<Aside> asides(db::Reader& reader, Id<Institution> institution, Date since);
[[nodiscard]] std::vector<Aside> asides(db::Reader& reader, Id<Institution> institution, Id<Person> person,
                                        Date since);
void put(db::Writer& writer, Id<Institution> institution, const Aside& aside, Id<Staff> by);

}  // namespace rapport::suggested_move_store
