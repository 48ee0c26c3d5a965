// The SQL of who has gone quiet and of the answers given; row <-> value, nothing else.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "db/connection.hpp"
#include "relationships/quiet.hpp"

namespace rapport::quiet_store {

/// Somebody whose day has come and with whom, on that record, nothing is open.
struct Flagged {
  Id<Person> person = {};
  Rhythm rhythm = {};
  QuietDates dates = {};
  int level = 0;                               ///< of the whole relationship, on that record
  std::optional<Id<QuietAnswer>> answer = {};  ///< the newest that holds
};
[[nodiscard]] std::vector<Flagged> flagged(db::Reader& reader, Id<Institution> institution, Date today);
[[nodiscard]] std::optional<Flagged> find_flagged(db::Reader& reader, Id<Institution> institution, Date today,
                                                  Id<Person> person);
/// Those among `people`, in one statement.
[[nodiscard]] std::vector<Flagged> flagged_among(db::Reader& reader, Id<Institution> institution, Date today,
                                                 std::span<const Id<Person>> people);
/// Whether a promise is open with that record, or a conversation lies ahead; restricted ones are not looked
/// at.
[[nodiscard]] bool is_something_open(db::Reader& reader, Id<Institution> institution, Date today,
                                     Id<Person> record);

/// Records with whom that colleague has had at least so many conversations.
[[nodiscard]] std::vector<Id<Person>> known_to(db::Reader& reader, Id<Institution> institution,
                                               Id<Staff> staff, int conversations_min);

[[nodiscard]] std::optional<QuietAnswer> find_answer(db::Reader& reader, Id<Institution> institution,
                                                     Id<QuietAnswer> id);
/// Newest first.
[[nodiscard]] std::vector<QuietAnswer> answers_of(db::Reader& reader, Id<Institution> institution,
                                                  Id<Person> record);
[[nodiscard]] std::vector<QuietAnswer> answers_by(db::Reader& reader, Id<Institution> institution,
                                                  Id<Staff> staff, Instant since);
[[nodiscard]] Id<QuietAnswer> insert_answer(db::Writer& writer, Id<Institution> institution,
                                            const QuietAnswer& answer);
void end_answer(db::Writer& writer, Id<Institution> institution, Id<QuietAnswer> id, Id<Staff> by,
                Instant at);
/// All that are open on that person.
void end_answers_of(db::Writer& writer, Id<Institution> institution, Id<Person> person, Id<Staff> by,
                    Instant at);

}  // namespace rapport::quiet_store
