// How a department or faculty and the library stand: people rolled up, where we talk and where we do not, the
// latest conversations. Reads only; counts leave out what the viewer may not read.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "bumps/chains.hpp"
#include "interactions/interactions.hpp"
#include "organisation/org_unit.hpp"
#include "organisation/succession.hpp"
#include "relationships/champions.hpp"
#include "relationships/engagements.hpp"
#include "relationships/relationships.hpp"
#include "staff/portfolio.hpp"

namespace rapport::profiles {

/// The columns of the map: families of kinds, informal chats and other talk in one.
inline constexpr std::size_t heat_columns = 7;
inline constexpr std::array<std::string_view, heat_columns> heat_column_names{
    "Informal", "Meetings", "Messages", "Teaching", "Consultations", "Committees", "Events"};
[[nodiscard]] std::size_t heat_column_of(Family family);

struct HeatRow {
  std::string name;
  std::string slug = {};           ///< of the unit's page; empty where the row is a month
  std::optional<int> people = {};  ///< here today; absent for months
  std::array<int, heat_columns> conversations = {};

  [[nodiscard]] int total() const;
  friend bool operator==(const HeatRow&, const HeatRow&) = default;
};
/// Conversations of this academic year up to today by unit below, or by month where none stands below.
struct Heat {
  unsigned since_month = AcademicYears::usual_month;  ///< in which the year began
  bool is_by_unit = false;
  std::vector<HeatRow> rows;

  [[nodiscard]] int total() const;
};
/// One finding in words, which names the row that it is about; empty where there is nothing to say.
struct Finding {
  std::string about;
  std::string words;  ///< goes on after `about`

  friend bool operator==(const Finding&, const Finding&) = default;
};
[[nodiscard]] Finding finding_of(const Heat& heat);

struct DepartmentPerson {
  const PersonEntry* person = nullptr;  ///< lives in the directory
  std::string post;
  std::optional<Date> last_on;
  Standing standing = {};
};

struct DepartmentProfile {
  const OrgUnitEntry* unit = nullptr;  ///< lives in the directory
  OrgUnit details;
  std::vector<Succession> successions = {};    ///< in whom it goes on, and who in it
  std::vector<staff::PortfolioEntry> keepers;  ///< who looks after it today
  const StaffEntry* lead = nullptr;
  std::vector<DepartmentPerson> people;  ///< at most twelve, those spoken to latest first
  int people_here = 0;
  relationships::Account relationship;  ///< of the department itself
  int in_contact = 0;                   ///< of those here, spoken to in this academic year
  int academic_year = 0;
  std::vector<const PersonEntry*> champions;  ///< in name order
  Heat heat;
  engagement::Distribution engagement;
  interactions::Timeline timeline;
  std::vector<chains::ChainLine> chains;  ///< at most five that moved this academic year
  int promises_ours = 0;
  int promises_theirs = 0;
};

/// `unit` is one of `directory`. Cost: people of the unit, and its conversations of this academic year, once
/// each.
[[nodiscard]] DepartmentProfile read_department(Scope& scope, const Directory& directory,
                                                const OrgUnitEntry& unit,
                                                const interactions::TimelineQuery& query);

/// "47 people, 38 in contact this year; Priya leads"
[[nodiscard]] std::string sentence_of(const DepartmentProfile& profile);

}  // namespace rapport::profiles
