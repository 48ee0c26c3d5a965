// The whole library at a glance: how many conversations each faculty and department had in each month, and
// how many of its people we are in touch with. From the roll-up that relationships/ keeps; the month that is
// not over is counted when it is read. Counts what is not restricted; nothing here is about a member of
// staff.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interactions/interactions.hpp"

namespace rapport::reports {

/// A faculty or a department; of a faculty, everything below it added up.
struct OverviewRow {
  const OrgUnitEntry* unit = nullptr;  ///< lives in the directory
  bool has_units_below = false;
  bool is_own = false;                  ///< of the unit above alone, without those below it
  int people = 0;                       ///< in post
  int in_touch = 0;                     ///< of those, at level 2 or above
  std::vector<int> conversations = {};  ///< by month, as Overview::months

  [[nodiscard]] int total() const;
  /// In per cent; nothing where nobody is in post.
  [[nodiscard]] std::optional<int> coverage() const;
};

/// One finding in words, which names the row that it is about.
struct OverviewFinding {
  std::string about = {};
  std::string words = {};  ///< goes on after `about`

  friend bool operator==(const OverviewFinding&, const OverviewFinding&) = default;
};

struct Overview {
  const OrgUnitEntry* above = nullptr;  ///< whose departments these are; nothing for the whole library
  int academic_year = 0;
  int this_year = 0;              ///< in which today is
  AcademicYears years = {};       ///< by which it was read
  std::vector<Date> months = {};  ///< first days, up to today
  std::vector<OverviewRow> rows = {};

  [[nodiscard]] int total() const;
};
[[nodiscard]] OverviewFinding finding_of(const Overview& overview);

/// The units below `above` and what is its own, or the topmost units; those that are closed only where they
/// had conversations. Cost: one walk over the roll-up and, in the current year, one short walk of an index a
/// unit.
[[nodiscard]] Overview read_overview(Scope& scope, const Directory& directory, const OrgUnitEntry* above,
                                     int academic_year);

/// What stands behind one cell: the unit's conversations of that month, newest first, as far as the viewer
/// may read them.
struct CellRows {
  std::vector<Interaction> conversations = {};
  int counted = 0;    ///< as the cell says
  int not_shown = 0;  ///< counted, and another team's to read
};
/// `month` is its first day. At most 500.
[[nodiscard]] CellRows read_cell(Scope& scope, const OrgUnitEntry& unit, Date month);

}  // namespace rapport::reports
