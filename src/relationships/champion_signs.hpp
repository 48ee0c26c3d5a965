// What speaks for somebody as a champion: six signs within 24 months, each with the rows that made it
// (product.md, Champion). Pure rules; no SQL, no clock. A sign is there or not: nobody is counted against
// anybody.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "interactions/interaction.hpp"

namespace rapport {

struct SignTick;
struct Story;

enum class Sign { introduced, spoke, embedded, came_back, reach, endorsed };
inline constexpr std::size_t sign_count = 6;
inline constexpr std::array<Sign, sign_count> all_signs{Sign::introduced, Sign::spoke, Sign::embedded,
                                                        Sign::came_back,  Sign::reach, Sign::endorsed};
[[nodiscard]] std::string_view code(Sign sign);   ///< "introduced", "came_back" …
[[nodiscard]] std::string_view words(Sign sign);  ///< "Introduced us to a colleague" …
/// How it is found, as the page says it.
[[nodiscard]] std::string_view meaning(Sign sign);
[[nodiscard]] std::optional<Sign> sign_of(std::string_view code);
/// Whether a librarian ticks it, because no record can tell.
[[nodiscard]] bool is_ticked(Sign sign);

inline constexpr int sign_months = 24;
inline constexpr int signs_min_usual = 3;
inline constexpr int times_came_back = 3;
inline constexpr std::size_t people_reached_min = 3;
inline constexpr std::size_t modules_reached_min = 2;

/// One row that made a sign: a conversation, or a story with a quotation.
struct SignRow {
  Date on = {};
  std::optional<Id<Interaction>> conversation = {};
  std::optional<Id<Story>> story = {};
  std::optional<Id<SignTick>> tick = {};
  std::optional<Id<Person>> person = {};  ///< to whom we were introduced, or who was reached
  std::optional<Id<Topic>> module = {};
  std::string words = {};  ///< of a tick, or what may be quoted

  friend bool operator==(const SignRow&, const SignRow&) = default;
};
/// It holds while `on` lies within 24 months. Rows latest first, those within 24 months alone.
struct Finding {
  std::optional<Date> on = {};
  std::vector<SignRow> rows = {};

  friend bool operator==(const Finding&, const Finding&) = default;
};
[[nodiscard]] bool holds(const std::optional<Date>& on, Date today);

/// What the rules look at; of conversations only those that everybody in the library may read.
struct Introduction {
  Id<Interaction> conversation = {};  ///< that an introduction by them led to
  Date happened_on = {};
  std::vector<Id<Person>> met = {};  ///< the others in it
};
struct SignContact {
  Id<Interaction> conversation = {};
  Date happened_on = {};
  int depth = 0;
  BegunBy begun_by = BegunBy::unknown;
};
/// Somebody else or a module in a conversation that accepted bumps lead to from one with them.
struct SignReached {
  std::optional<Id<Person>> person = {};
  std::optional<Id<Topic>> module = {};
  Id<Interaction> through = {};
  Date happened_on = {};
};
struct Quotation {
  Id<Story> story = {};
  Date permission_on = {};
  std::string words = {};
};
struct SignTick {
  Id<SignTick> id = {};
  Id<Person> person = {};
  Sign sign = Sign::spoke;
  Id<Interaction> conversation = {};
  Date happened_on = {};  ///< of the conversation
  std::string words = {};
  Id<Staff> recorded_by = {};
  Instant recorded_at = {};
};

/// The latest conversation with a colleague that they introduced us to.
[[nodiscard]] Finding introduced(std::span<const Introduction> introductions, Date today);
/// The latest tick of that sign.
[[nodiscard]] Finding ticked(Sign sign, std::span<const SignTick> ticks, Date today);
/// The latest conversation of the deepest kind (20): a module embedded, or something designed together.
[[nodiscard]] Finding embedded(std::span<const SignContact> contacts, Date today);
/// Episodes (contacts within a week are one) that they began, the first we ever had left out: the third
/// latest. `contacts` go back beyond 24 months, or to the first.
[[nodiscard]] Finding came_back(std::span<const SignContact> contacts, Date today);
/// The third latest other person, or the second latest module, whichever is later.
[[nodiscard]] Finding reach(std::span<const SignReached> reached, Date today);
/// The latest quotation with permission, or tick.
[[nodiscard]] Finding endorsed(std::span<const Quotation> quotations, std::span<const SignTick> ticks,
                               Date today);

/// Six findings, in the order of all_signs.
using Findings = std::array<Finding, sign_count>;
[[nodiscard]] std::vector<Sign> held(const Findings& findings, Date today);
/// "introduced,came_back"
[[nodiscard]] std::string sign_list(std::span<const Sign> signs);
/// What cannot be read is passed over.
[[nodiscard]] std::vector<Sign> signs_in(std::string_view list);

}  // namespace rapport
