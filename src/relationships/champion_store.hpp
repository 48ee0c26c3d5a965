// The SQL of champions: what was said of them, ticks, thanks, what was set aside, the rule; row <-> value,
// nothing else.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "db/connection.hpp"
#include "relationships/champion.hpp"

namespace rapport {

/// A suggestion, or that a department rests on one champion, put off until a day.
struct ChampionAside {
  Id<ChampionAside> id = {};
  Id<Person> person = {};
  std::optional<Id<OrgUnit>> unit = {};
  std::string reason = {};
  Date until_on = {};
  Id<Staff> set_aside_by = {};
};
/// How many signs make a suggestion.
struct ChampionRule {
  int version = 0;  ///< 0 for the one of product.md
  int signs_min = signs_min_usual;
  std::string because = {};
  Id<Staff> made_by = {};
  Instant made_at = {};
};

namespace champion_store {

/// One look-up by key. Newest first, at most 50.
[[nodiscard]] std::vector<Champion> of_person(db::Reader& reader, Id<Institution> institution,
                                              Id<Person> record);
[[nodiscard]] std::optional<Champion> find(db::Reader& reader, Id<Institution> institution, Id<Champion> id);
/// Those neither declined nor ended, at most 10,000.
[[nodiscard]] std::vector<Champion> open(db::Reader& reader, Id<Institution> institution);
[[nodiscard]] Id<Champion> insert(db::Writer& writer, Id<Institution> institution, const Champion& champion);
/// Raises the version; false when it was not `champion.version` any more.
[[nodiscard]] bool update(db::Writer& writer, Id<Institution> institution, const Champion& champion);

/// The title of the main post held now and its unit. One look-up by key.
[[nodiscard]] HeldMainPost main_post(db::Reader& reader, Id<Institution> institution, Id<Person> record);
/// The same for everybody who agreed and has not ended, by the record that is kept with it; one statement.
struct PostOf {
  Id<Champion> champion = {};
  HeldMainPost post = {};
};
[[nodiscard]] std::vector<PostOf> posts_of_agreed(db::Reader& reader, Id<Institution> institution);

/// In the order they were said.
[[nodiscard]] std::vector<ChampionStep> steps_of(db::Reader& reader, Id<Institution> institution,
                                                 Id<Champion> champion);
void insert(db::Writer& writer, Id<Institution> institution, const ChampionStep& step);

[[nodiscard]] std::optional<SignTick> find_tick(db::Reader& reader, Id<Institution> institution,
                                                Id<SignTick> id);
[[nodiscard]] Id<SignTick> insert(db::Writer& writer, Id<Institution> institution, const SignTick& tick);
/// False where it was taken back already.
[[nodiscard]] bool withdraw_tick(db::Writer& writer, Id<Institution> institution, Id<SignTick> id,
                                 Id<Staff> by, Instant at);

/// Latest first, at most 100.
[[nodiscard]] std::vector<ChampionThanks> thanks_of(db::Reader& reader, Id<Institution> institution,
                                                    Id<Person> record);
void insert(db::Writer& writer, Id<Institution> institution, const ChampionThanks& thanks, Instant at);

/// Those that hold that day.
[[nodiscard]] std::vector<ChampionAside> asides(db::Reader& reader, Id<Institution> institution, Date today);
[[nodiscard]] Id<ChampionAside> insert(db::Writer& writer, Id<Institution> institution,
                                       const ChampionAside& aside, Instant at);
/// False where there is none that holds.
[[nodiscard]] bool end_aside(db::Writer& writer, Id<Institution> institution, Id<ChampionAside> id,
                             Date today);

[[nodiscard]] std::optional<ChampionRule> current_rule(db::Reader& reader, Id<Institution> institution);
void insert(db::Writer& writer, Id<Institution> institution, const ChampionRule& rule);

}  // namespace champion_store
}  // namespace rapport
