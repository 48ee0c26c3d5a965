// The pages of a round. Finished values in, markup out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "interactions/directory.hpp"
#include "measures/year_units.hpp"
#include "plans/action_plans.hpp"
#include "plans/rounds.hpp"
#include "ui/visit.hpp"

namespace rapport::rounds {

struct RoundPage {
  int academic_year = 0;
  std::span<const RoundEntry> entries = {};
  std::span<const action_plans::Plan> plans = {};
  std::span<const Id<OrgUnit>> sheets = {};  ///< departments with a headline sheet of the year before
  const YearUnits& then;                     ///< the departments as they were in that year
};
[[nodiscard]] html::Html round_view(const ui::Visit& visit, const Directory& directory,
                                    const RoundPage& page);

/// The fields as typed.
struct SeasonForm {
  int academic_year = 0;
  std::vector<std::string> units = {};  ///< ids of those that are ticked
  std::string owner = {};
  std::string week_from = {};
  std::string week_to = {};
  std::vector<Fault> faults = {};
};
[[nodiscard]] html::Html season_view(const ui::Visit& visit, const Directory& directory,
                                     std::span<const RoundEntry> entries, const YearUnits& then,
                                     const SeasonForm& form);

struct EntryPage {
  const RoundEntry& entry;
  const OrgUnitEntry& unit;
  std::string name = {};  ///< what the department was called in that year
  std::span<const RoundEvent> events = {};
  std::string meets_on = {}, meets_at = {}, minutes = {}, place = {};  ///< as typed
  std::vector<Fault> faults = {};
  std::string clash = {};
};
/// With a clash, what is there now stands above what was typed.
[[nodiscard]] html::Html entry_view(const ui::Visit& visit, const Directory& directory,
                                    const EntryPage& page);

/// "/rounds/12"
[[nodiscard]] std::string entry_address(Id<RoundEntry> entry);

}  // namespace rapport::rounds
