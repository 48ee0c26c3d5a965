// Helpfulness: what the board adds up for each colleague (product.md, Helpfulness). Pure but for the two
// reads at the end. It counts help to others; nothing here says how much somebody logged.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "bumps/board_period.hpp"
#include "bumps/bump.hpp"
#include "db/connection.hpp"

namespace rapport {

/// Somebody's step led on to an outcome that `colleague` delivered and they did not.
struct Helped {
  Date happened_on = {};  ///< of the outcome
  Id<Staff> helper = {};
  Id<Staff> colleague = {};
  Id<Bump> bump = {};
  int sharers = 1;  ///< how many delivered it together
};

/// The same with what it counts.
struct HelpPart {
  Helped help = {};
  int number = 1;  ///< the k-th for that colleague in its term
  double amount = 0;
};

/// What one colleague's help comes to, with the parts that add up to it.
struct Helpfulness {
  Id<Staff> staff = {};
  double amount = 0;
  std::vector<HelpPart> parts = {};
};

/// The k-th help for the same colleague in a term counts 1/k; of an outcome that several delivered together,
/// each counts its share.
[[nodiscard]] double counted(int number, int sharers);

/// Numbers all of them by day and then by bump, anew each term.
[[nodiscard]] std::vector<HelpPart> help_parts(std::vector<Helped> helps,
                                               std::span<const CalendarPeriod> periods,
                                               const AcademicYears& years);

/// Sums the parts from that day on, by helper.
[[nodiscard]] std::vector<Helpfulness> helpfulness_from(std::span<const HelpPart> parts, Date first);

/// A place from 1; equal amounts share one, and the next is left out. Nobody without help has a place.
struct Placed {
  int place = 1;
  Helpfulness helpfulness = {};
};
/// The first three places. Where more than six would share them, the last place given is left out whole: a
/// list of everybody is not wanted. Equal ones by staff id.
[[nodiscard]] std::vector<Placed> first_places(std::vector<Helpfulness> all);

/// The best month since that day before `before`; 0 where there is none.
[[nodiscard]] double best_month(std::span<const HelpPart> parts, Date since, Date before);

/// The rules in words, as the board shows them.
inline constexpr std::string_view helpfulness_words =
    "One of your conversations led to something that a colleague delivered without you: that counts one, the "
    "second time for the same colleague in a term a half, the third a third. What several delivered together "
    "is "
    "shared among them. Logging counts for nothing.";

namespace helpfulness_store {

/// Whatever happened between the two days for those who are on the board, by day and bump. Cost: one range of
/// the primary key.
[[nodiscard]] std::vector<Helped> of_members(db::Reader& reader, Id<Institution> institution, Date first,
                                             Date last);
[[nodiscard]] std::vector<Helped> of_helper(db::Reader& reader, Id<Institution> institution, Id<Staff> helper,
                                            Date first, Date last);

}  // namespace helpfulness_store
}  // namespace rapport
