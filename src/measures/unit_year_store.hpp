// The SQL of what Rapport counts itself by department and academic year: the kept rows, and the count itself.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "db/connection.hpp"
#include "interactions/interaction.hpp"

namespace rapport {
struct Institution;
struct PlanItem;  // plans/ fills it

/// What a department's year comes to; product.md's words are formula_words().
struct UnitYear {
  int people = 0;
  int sessions = 0;
  int sized = 0;  ///< of those, with a number of those who came
  int timed = 0;  ///< of those, with a length too
  std::int64_t students = 0;
  std::int64_t person_minutes = 0;
  int modules = 0;
  int one_to_ones = 0;
  int chains = 0;
  std::optional<Date> ahead_on = {};  ///< the next conversation that is yet to come

  friend bool operator==(const UnitYear&, const UnitYear&) = default;
};

/// A department's academic year.
struct UnitYearKey {
  Id<OrgUnit> unit = {};
  int academic_year = 0;

  friend auto operator<=>(const UnitYearKey&, const UnitYearKey&) = default;
};

}  // namespace rapport

namespace rapport::unit_year_store {

/// From one day to another, both included.
struct Span {
  Date first = {};
  Date last = {};
};

[[nodiscard]] std::optional<UnitYear> find(db::Reader& reader, Id<Institution> institution, UnitYearKey key);
/// The years that are kept of a unit.
[[nodiscard]] std::vector<int> years_of(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit);
[[nodiscard]] std::vector<std::pair<UnitYearKey, UnitYear>> of_years(db::Reader& reader,
                                                                     Id<Institution> institution,
                                                                     int first_year, int last_year);
void put(db::Writer& writer, Id<Institution> institution, UnitYearKey key, const UnitYear& year);

/// Counted from the conversations; all but `people` and `ahead_on`. Without restricted ones. Cost: grows with
/// the department's conversations of these days.
[[nodiscard]] UnitYear count(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit, Span span);
/// Records of people with a post in the unit on a day of a two-way conversation.
[[nodiscard]] std::vector<Id<Person>> people_spoken_with(db::Reader& reader, Id<Institution> institution,
                                                         Id<OrgUnit> unit, Span span);
[[nodiscard]] std::optional<Date> next_conversation(db::Reader& reader, Id<Institution> institution,
                                                    Id<OrgUnit> unit, Span span);
/// Actions of the unit's action plan of that year that are done: said so, or every promise that is still on a
/// list of theirs is kept. Those carried forward count where they are done.
[[nodiscard]] int plan_items(db::Reader& reader, Id<Institution> institution, UnitYearKey key);

// The rows behind the figures, newest first
[[nodiscard]] std::vector<Id<Interaction>> sessions_of(db::Reader& reader, Id<Institution> institution,
                                                       Id<OrgUnit> unit, Span span, Family family);
[[nodiscard]] std::vector<Id<Interaction>> chain_ends_of(db::Reader& reader, Id<Institution> institution,
                                                         Id<OrgUnit> unit, Span span);
struct ModuleCount {
  Id<Topic> module = {};
  int conversations = 0;
};
[[nodiscard]] std::vector<ModuleCount> modules_of(db::Reader& reader, Id<Institution> institution,
                                                  Id<OrgUnit> unit, Span span);
struct KeptItem {
  Id<PlanItem> item = {};
  std::string words = {};
  std::optional<Date> closed_on = {};   ///< where somebody said that it is done
  std::optional<Instant> kept_at = {};  ///< else when the last promise was kept
};
/// In the plan's order.
[[nodiscard]] std::vector<KeptItem> plan_items_of(db::Reader& reader, Id<Institution> institution,
                                                  UnitYearKey key);

struct State {
  std::int64_t round = 0;
  std::int64_t directory_version = 0;
  std::string kinds_mark = {};  ///< and by which years; as of those that are counted
  std::optional<Id<OrgUnit>> anew_after = {};

  friend bool operator==(const State&, const State&) = default;
};
[[nodiscard]] bool has_conversations(db::Reader& reader, Id<Institution> institution);
/// Of anybody in the library.
[[nodiscard]] bool has_conversations(db::Reader& reader, Id<Institution> institution, Span span);
[[nodiscard]] std::optional<State> find_state(db::Reader& reader, Id<Institution> institution);
/// With `round` one higher. False where somebody else has written since `state.round`.
[[nodiscard]] bool put_state(db::Writer& writer, Id<Institution> institution, const State& state);

[[nodiscard]] std::vector<UnitYearKey> due(db::Reader& reader, Id<Institution> institution, Date today,
                                           int limit);
[[nodiscard]] std::optional<Id<OrgUnit>> unit_after(db::Reader& reader, Id<Institution> institution,
                                                    Id<OrgUnit> after);
/// The days of a unit's first and last conversation, those to come included.
[[nodiscard]] std::optional<Span> days_of(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit);
[[nodiscard]] std::optional<Span> days_of(db::Reader& reader, Id<Institution> institution, Id<Person> record);
/// Of those who were ever spoken with: nobody else is in a figure.
[[nodiscard]] std::vector<Id<Person>> people_changed_since(db::Reader& reader, Id<Institution> institution,
                                                           std::int64_t directory_version, int limit);
[[nodiscard]] std::vector<Id<OrgUnit>> units_of(db::Reader& reader, Id<Institution> institution,
                                                Id<Person> record);
/// Whether somebody with a post there has changed since.
[[nodiscard]] bool has_changed_people(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                                      std::int64_t directory_version);

}  // namespace rapport::unit_year_store
