// How far the library reaches, department by department: coverage and breadth, whom nobody has met, who began
// lately without a hello, and departments without a lead. Every number opens onto its people. Conversations
// that are restricted count for nobody; nothing here is about a member of staff.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "interactions/directory.hpp"
#include "relationships/relationship.hpp"
#include "scope/scope.hpp"

namespace rapport::reports {

/// Which people of a department a number counts.
enum class CoverageGroup {
  in_touch,   ///< at level 2 or above
  below,      ///< in post and not at level 2
  never_met,  ///< not yet met, and no conversation on record
  joined,     ///< began in the last months
  no_hello    ///< of those, nobody has spoken to them since
};
[[nodiscard]] std::string_view code(CoverageGroup group);
[[nodiscard]] std::string_view words(CoverageGroup group);  ///< "Never met"
[[nodiscard]] std::string_view meaning(CoverageGroup group);
[[nodiscard]] std::optional<CoverageGroup> coverage_group_of(std::string_view code);
inline constexpr CoverageGroup coverage_groups[] = {CoverageGroup::never_met, CoverageGroup::no_hello,
                                                    CoverageGroup::joined, CoverageGroup::below,
                                                    CoverageGroup::in_touch};

inline constexpr int starter_months_choices[] = {3, 6, 12};
inline constexpr int starter_months = 6;

/// What is known of everybody in post, for one page.
class Reach {
 public:
  struct One {
    const PersonEntry* person = nullptr;  ///< lives in the directory
    Standing standing = {};
    bool is_spoken_to = false;           ///< a conversation that is not restricted is on record
    std::optional<Date> joined_on = {};  ///< where that was in the last months
    std::optional<Date> last_on = {};    ///< of those who joined lately
    int contacts = 0;                    ///< two-way, in twelve months

    [[nodiscard]] bool is_in(CoverageGroup group) const;
  };
  Reach(Scope& scope, const Directory& directory, int months);

  [[nodiscard]] const std::vector<One>& everybody() const { return everybody_; }

 private:
  std::vector<One> everybody_;  ///< in name order
};

/// A faculty or a department; of a faculty, everything below it added up.
struct CoverageRow {
  const OrgUnitEntry* unit = nullptr;
  bool has_units_below = false;
  bool is_own = false;  ///< of the unit above alone, without those below it
  int people = 0;       ///< in post
  std::unordered_map<CoverageGroup, int> counts = {};
  std::vector<int> contacts = {};  ///< one for each person

  [[nodiscard]] int count(CoverageGroup group) const;
  /// People at level 2 or above / people in post, in per cent; nothing where nobody is in post.
  [[nodiscard]] std::optional<int> coverage() const;
  [[nodiscard]] std::optional<int> breadth() const;
};

struct CoverageReport {
  const OrgUnitEntry* above = nullptr;
  int months = starter_months;
  std::vector<CoverageRow> rows = {};
  CoverageRow all = {};                                ///< of everything that the rows are about; no unit
  bool has_all = true;                                 ///< the numbers of `all` have a page of their own
  std::vector<const OrgUnitEntry*> without_lead = {};  ///< departments there, open, in name order
};
/// Below `above`, or the topmost units. Cost: four walks over indexes of people, whatever the history.
[[nodiscard]] CoverageReport read_coverage(Scope& scope, const Directory& directory,
                                           const OrgUnitEntry* above, int months);

/// A row for each of these units with everything below it; of two that hold each other, the first.
[[nodiscard]] CoverageReport read_coverage_of(Scope& scope, const Directory& directory,
                                              std::span<const OrgUnitEntry* const> tops, int months);

/// Whose department, or a unit above it, has no lead today. Closed ones and those with units below them have
/// none to miss.
[[nodiscard]] bool lacks_lead(const Directory& directory, const OrgUnitEntry& unit);

/// The people behind a number, in name order.
[[nodiscard]] std::vector<Reach::One> read_coverage_group(Scope& scope, const Directory& directory,
                                                          const OrgUnitEntry* unit, CoverageGroup group,
                                                          int months);

/// Who began in these departments in the last months and nobody has spoken to, the latest first. Cost: one
/// walk over the posts that began since.
[[nodiscard]] std::vector<Reach::One> joined_without_hello(Scope& scope, const Directory& directory,
                                                           const std::vector<Id<OrgUnit>>& units, int months);

}  // namespace rapport::reports
