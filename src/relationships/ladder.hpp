// The ladder: everybody of some departments by level, and what moved this term. Reads only. What stands on a
// card beside the level (plans, silence, suggestions) is handed in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interactions/directory.hpp"
#include "organisation/academic_calendar.hpp"
#include "relationships/relationship.hpp"
#include "scope/scope.hpp"

namespace rapport::ladder {

/// Whose departments: the viewer's, those of the viewer's team, or all.
enum class Whose { mine, team, all };
[[nodiscard]] std::string_view code(Whose whose);
[[nodiscard]] std::string_view words(Whose whose);  ///< "Mine", "Team", "All"
[[nodiscard]] std::optional<Whose> whose_of(std::string_view code);

struct Query {
  Whose whose = Whose::mine;
  std::optional<Id<OrgUnit>> unit = {};  ///< only there and below
  ServiceArea area = ServiceArea::overall;
};

/// The units whose people are meant, each once; nothing where no unit narrows them.
[[nodiscard]] std::optional<std::vector<Id<OrgUnit>>> units_of(const Query& query, const Directory& directory,
                                                               const Viewer& viewer);

struct Card {
  const PersonEntry* person = nullptr;  ///< lives in the directory
  Standing standing = {};
  std::optional<Date> last_on = {};  ///< the last conversation that is not restricted
  int before = 0;                    ///< the level on the day from which movement counts, in today's scale
  bool was_slipping = false;         ///< on that day

  [[nodiscard]] bool is_moved() const {
    return before != standing.level() || was_slipping != standing.is_slipping();
  }
};

/// From where to where people came since a day: `flows[from][to]`, the level of that day and of today, both
/// in today's scale. Somebody who went up and down again has not moved.
struct Movement {
  Date since = {};
  std::vector<std::vector<int>> flows = {};
  int slipping = 0;  ///< slipping today and not on that day

  [[nodiscard]] int people() const;
  [[nodiscard]] int up() const;
  [[nodiscard]] int down() const;
  [[nodiscard]] int at_start(int level) const;
  [[nodiscard]] int now(int level) const;
};

struct Ladder {
  Scale scale = {};
  std::vector<std::vector<Card>> columns = {};  ///< by level; slipping first, then those spoken to last
  Movement movement = {};

  [[nodiscard]] int people() const;
};

/// People who are here with their main post in the units. Cost: two look-ups a person and one for each that
/// moved since; 150 people take half a millisecond, 10,000 some 30.
[[nodiscard]] Ladder read(Scope& scope, const Directory& directory, const Query& query, Date since);

/// The day from which a term's movement counts: the beginning of the last term that has begun, or of the
/// academic year where there is none.
[[nodiscard]] Date term_start(std::span<const CalendarPeriod> periods, Date today,
                              const AcademicYears& years);
[[nodiscard]] Date term_start(Scope& scope);

/// "nine people up a level, two down and one slipping"; "nobody has moved".
[[nodiscard]] std::string movement_words(const Movement& movement);

}  // namespace rapport::ladder
