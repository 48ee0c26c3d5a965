// The SQL of promises; row <-> value, nothing else.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "interactions/interaction.hpp"
#include "scope/scope.hpp"

namespace rapport::promise_store {

struct New {
  std::optional<Id<Interaction>> interaction;
  PromiseSide side = PromiseSide::ours;
  Id<Staff> staff;
  std::optional<Id<Person>> person;
  std::string_view words;
  Date made_on;
  std::optional<Date> due_on;
};
[[nodiscard]] Id<Promise> insert(db::Writer& writer, Id<Institution> institution, const New& promise);
[[nodiscard]] std::optional<Promise> find(db::Reader& reader, Id<Institution> institution, Id<Promise> id);
[[nodiscard]] std::vector<Promise> open_of_staff(db::Reader& reader, Id<Institution> institution,
                                                 Id<Staff> staff, int limit);
[[nodiscard]] std::int64_t count_open_of_staff(db::Reader& reader, Id<Institution> institution,
                                               Id<Staff> staff);
/// Without those of conversations that the viewer may not read.
[[nodiscard]] std::vector<Promise> open_with_person(db::Reader& reader, const Scope& scope,
                                                    Id<Person> person);
/// Who would read: a member of staff and their team, 0 for none.
struct ReaderOf {
  Id<Staff> staff = {};
  std::int64_t team = 0;
};
/// Open ones of a colleague, on both sides, without those of conversations that `reader_of` may not read. At
/// most 500.
[[nodiscard]] std::vector<Promise> open_readable_to(db::Reader& reader, Id<Institution> institution,
                                                    Id<Staff> staff, const ReaderOf& reader_of);
[[nodiscard]] std::vector<Promise> of_interaction(db::Reader& reader, Id<Institution> institution,
                                                  Id<Interaction> interaction);
void set_kept(db::Writer& writer, Id<Institution> institution, Id<Promise> id, std::optional<Instant> at,
              std::optional<Id<Staff>> by);
void update(db::Writer& writer, Id<Institution> institution, Id<Promise> id, std::string_view words,
            std::optional<Date> due_on);
/// Another colleague's.
void set_staff(db::Writer& writer, Id<Institution> institution, Id<Promise> id, Id<Staff> staff);
void set_dropped(db::Writer& writer, Id<Institution> institution, Id<Promise> id, Instant at);
/// Drops, or takes up again, every promise of a conversation that is withdrawn or comes back.
void set_dropped_with(db::Writer& writer, Id<Institution> institution, Id<Interaction> interaction,
                      std::optional<Instant> at);

}  // namespace rapport::promise_store
