// The SQL of interactions and their link tables; row <-> value, nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "interactions/interactions.hpp"

namespace rapport::interaction_store {

/// Everything a row of `interactions` holds that is not made by the database.
struct Row {
  InteractionDraft draft;  ///< checked: kind, staff and two-way are filled in
  std::vector<Id<Person>> people = {};
  std::vector<Id<Topic>> topics = {};
  std::optional<Id<Team>> team = {};
  Id<Staff> recorded_by = {};
  Instant recorded_at = {};
};

[[nodiscard]] Id<Interaction> insert(db::Writer& writer, Id<Institution> institution, const Row& row);
/// Raises the version; false when it was not `version` any more.
[[nodiscard]] bool update(db::Writer& writer, Id<Institution> institution, Id<Interaction> id, int version,
                          const Row& row);
void set_withdrawn(db::Writer& writer, Id<Institution> institution, Id<Interaction> id,
                   std::optional<Instant> at, Id<Staff> by, std::string_view because);

/// Writes the rows by which a conversation is found: people, staff, topics, units.
void insert_links(db::Writer& writer, Id<Institution> institution, Id<Interaction> id, const Row& row,
                  const std::vector<Id<OrgUnit>>& units);
void erase_links(db::Writer& writer, Id<Institution> institution, Id<Interaction> id);
/// The departments that it belongs to.
[[nodiscard]] std::vector<Id<OrgUnit>> units_of(db::Reader& reader, Id<Institution> institution,
                                                Id<Interaction> id);

[[nodiscard]] std::optional<Id<Interaction>> find_source_key(db::Reader& reader, Id<Institution> institution,
                                                             std::string_view source_key);

/// What the scope's viewer may read; withdrawn ones only when asked for.
enum class Withdrawn { hidden, shown };
[[nodiscard]] std::optional<Interaction> find(db::Reader& reader, const Scope& scope, Id<Interaction> id,
                                              Withdrawn withdrawn);
/// Whoever may read it, withdrawn or not.
[[nodiscard]] std::optional<Interaction> find_unseen(db::Reader& reader, Id<Institution> institution,
                                                     Id<Interaction> id);
/// The conversations that an accepted or proposed bump ties to this one, those before it and those after it.
struct Neighbours {
  std::vector<Interaction> earlier = {};
  std::vector<Interaction> later = {};
};
[[nodiscard]] Neighbours neighbours(db::Reader& reader, Id<Institution> institution, Id<Interaction> id);
/// Tells those who keep figures beside conversations that this one has changed.
void insert_change(db::Writer& writer, Id<Institution> institution, Id<Interaction> id);
[[nodiscard]] std::vector<Participant> participants(db::Reader& reader, Id<Institution> institution,
                                                    Id<Interaction> id);

/// A place in a timeline: everything strictly before it follows.
struct Cursor {
  std::string happened_on = "9999-12-31";
  std::int64_t id = INT64_MAX;
};
[[nodiscard]] std::vector<Interaction> of_person(db::Reader& reader, const Scope& scope, Id<Person> person,
                                                 const Cursor& before, std::string_view family, int limit);
[[nodiscard]] std::vector<Interaction> of_unit(db::Reader& reader, const Scope& scope, Id<OrgUnit> unit,
                                               const Cursor& before, std::string_view family, int limit);
[[nodiscard]] std::vector<Interaction> of_staff(db::Reader& reader, const Scope& scope, Id<Staff> staff,
                                                const Cursor& before, std::string_view family, int limit);
[[nodiscard]] std::vector<Interaction> of_topic(db::Reader& reader, const Scope& scope, Id<Topic> topic,
                                                const Cursor& before, std::string_view family, int limit);
/// Of the viewer, from today on, by date and time.
[[nodiscard]] std::vector<Interaction> from_today(db::Reader& reader, const Scope& scope, Date until,
                                                  int limit);
[[nodiscard]] std::vector<Interaction> to_sort_out(db::Reader& reader, const Scope& scope);

struct DayOf {
  Date happened_on = {};
  Id<Interaction> interaction = {};

  friend auto operator<=>(const DayOf&, const DayOf&) = default;
};
[[nodiscard]] std::vector<DayOf> days_of_person(db::Reader& reader, const Scope& scope, Id<Person> person,
                                                Date from, Date to);
[[nodiscard]] std::vector<Id<Person>> spoken_to_lately(db::Reader& reader, const Scope& scope, int limit);
/// The last day, up to today, on which the person was in a conversation.
[[nodiscard]] std::optional<Date> last_day_of(db::Reader& reader, const Scope& scope, Id<Person> person);

/// When the person was last in a conversation with the viewer, and with anybody.
struct LastDays {
  std::optional<Date> mine = {};
  std::optional<Date> anybodys = {};
};
[[nodiscard]] LastDays last_days(db::Reader& reader, const Scope& scope, Id<Person> person);

void keep_version(db::Writer& writer, Id<Institution> institution, const Interaction& before,
                  std::string_view content, Id<Staff> by, Instant at, std::string_view because);
[[nodiscard]] std::vector<interactions::Version> versions(db::Reader& reader, Id<Institution> institution,
                                                          Id<Interaction> id);

/// One more conversation between these two on that day.
void count_acquaintance(db::Writer& writer, Id<Institution> institution, Id<Person> person, Id<Staff> staff,
                        Date on);
/// Counts the person's acquaintances anew from the conversations that are there.
/// The other way round, when the conversation's links are gone.
void uncount_acquaintance(db::Writer& writer, Id<Institution> institution, Id<Person> person,
                          Id<Staff> staff);
/// A member of staff in a conversation.
struct StaffOf {
  Id<Interaction> interaction = {};
  Id<Staff> staff = {};
  friend auto operator<=>(const StaffOf&, const StaffOf&) = default;
};
struct TwoPeople {
  Id<Person> one = {};
  Id<Person> other = {};
};
/// The staff of conversations that name both; those that count among who knows whom. At most 10,000.
[[nodiscard]] std::vector<StaffOf> staff_with_both(db::Reader& reader, Id<Institution> institution,
                                                   const TwoPeople& both);
[[nodiscard]] std::vector<interactions::Acquaintance> who_knows(db::Reader& reader,
                                                                Id<Institution> institution,
                                                                Id<Person> person);

[[nodiscard]] Id<Topic> find_or_insert_topic(db::Writer& writer, Id<Institution> institution,
                                             std::string_view name);

/// "12,15,99" and back.
[[nodiscard]] std::string list_of(const std::vector<std::int64_t>& ids);

}  // namespace rapport::interaction_store
