// The SQL of rhythms and of the conversations of a department by month; row <-> value, nothing else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "interactions/interaction.hpp"
#include "relationships/quiet_rule.hpp"

namespace rapport::rhythm_store {

/// What is kept of one person. `dates` are those of somebody who is in touch: levels 0 and 1 are looked at
/// when they are read.
struct Kept {
  Rhythm rhythm = {};
  std::optional<QuietDates> dates = {};
  std::optional<Date> ahead_on = {};  ///< the next two-way contact to come
  std::string recent = {};            ///< recent_text of the last 24 months
  int people_reached = 0;             ///< others, through accepted bumps
  int modules_reached = 0;
  std::optional<Date> embedded_on = {};  ///< signs of a champion, see champion_signs.hpp
  std::optional<Date> came_back_on = {};
  std::optional<Date> reach_on = {};

  friend bool operator==(const Kept&, const Kept&) = default;
};
[[nodiscard]] std::optional<Kept> find(db::Reader& reader, Id<Institution> institution, Id<Person> person);
void put(db::Writer& writer, Id<Institution> institution, Id<Person> person, const Kept& kept);
void erase(db::Writer& writer, Id<Institution> institution, Id<Person> person);

/// One two-way conversation that is not restricted.
struct Contact {
  Date happened_on = {};
  Id<InteractionKind> kind = {};
  BegunBy begun_by = BegunBy::unknown;
  Id<Interaction> id = {};
  bool is_for_everybody = true;  ///< in the library to read
};
/// Those with that record before `before`, latest first.
[[nodiscard]] std::vector<Contact> contacts(db::Reader& reader, Id<Institution> institution,
                                            Id<Person> record, Date before, int limit);

/// Who or what came up in conversations that accepted bumps lead to from some with a record, once for each of
/// those.
struct Reached {
  std::optional<Id<Person>> person = {};
  std::optional<Id<Topic>> module = {};
  Id<Interaction> through = {};
  Date happened_on = {};
  bool is_for_everybody = true;  ///< in the library to read
};
/// Up to today, through conversations that are not restricted, the first 150; the record itself is
/// among them.
[[nodiscard]] std::vector<Reached> reached(db::Reader& reader, Id<Institution> institution, Id<Person> record,
                                           Date today);
/// The first such day after `today`.
[[nodiscard]] std::optional<Date> next_contact(db::Reader& reader, Id<Institution> institution,
                                               Id<Person> record, Date today);

/// Rises with every change of a person's record and conversations.
[[nodiscard]] std::int64_t version_of(db::Reader& reader, Id<Institution> institution, Id<Person> record);
/// Records whose names, merging or being here changed after that version of the directory.
[[nodiscard]] std::vector<Id<Person>> records_changed_since(db::Reader& reader, Id<Institution> institution,
                                                            std::int64_t version, int limit);
/// In order of their ids.
[[nodiscard]] std::vector<Id<Person>> records_after(db::Reader& reader, Id<Institution> institution,
                                                    Id<Person> after, int limit);
/// Those whose contact to come is not to come any more.
[[nodiscard]] std::vector<Id<Person>> due(db::Reader& reader, Id<Institution> institution, Date today,
                                          int limit);

/// Whose rhythm is to be made in a later round.
void put_off(db::Writer& writer, Id<Institution> institution, Id<Person> record);
[[nodiscard]] std::vector<Id<Person>> put_off(db::Reader& reader, Id<Institution> institution, int limit);
/// As records_changed_since, however many.
void put_off_changed_since(db::Writer& writer, Id<Institution> institution, std::int64_t version);
void take_up(db::Writer& writer, Id<Institution> institution, Id<Person> record);

struct State {
  std::string calendar_mark = {};
  std::int64_t directory_version = 0;
  std::optional<Id<Person>> anew_after = {};  ///< all are being made anew, and are so up to that one

  friend bool operator==(const State&, const State&) = default;
};
/// Nothing where no rhythm was ever made.
[[nodiscard]] std::optional<State> find_state(db::Reader& reader, Id<Institution> institution);
/// Whether anybody was ever spoken to.
[[nodiscard]] bool has_conversations(db::Reader& reader, Id<Institution> institution);
void put_state(db::Writer& writer, Id<Institution> institution, const State& state);
/// Another one whenever a period of the calendar or the depth of a kind was added, changed or removed, and
/// where academic years begin otherwise.
[[nodiscard]] std::string calendar_mark(db::Reader& reader, Id<Institution> institution);

/// Counts the unit's conversations of that month anew. `month` is its first day.
void count_month(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit, Date month);

}  // namespace rapport::rhythm_store
