// The front door for whoever reads figures: what a department's academic year comes to beside the year before
// (its page, action plans, the headline sheet), and one measure across departments. Nothing here tells of
// fewer than five people, nor lets it be worked out: a suppressed figure has no numbers. Everybody on the
// staff reads; nothing is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interactions/directory.hpp"
#include "measures/figure.hpp"
#include "measures/unit_year_store.hpp"
#include "measures/year_units.hpp"
#include "scope/scope.hpp"

namespace rapport::figures {

/// One measure's number of a department and year as it may be shown.
struct Cell {
  enum class Kind { none, shown, suppressed };
  Kind kind = Kind::none;
  int version = 1;
  std::string words = {};  ///< "1,204 visits", "not shown: fewer than five people"; empty where there is none
  std::string number = {};            ///< "1,204", without its unit
  std::optional<double> amount = {};  ///< the same, for spreadsheets and pictures; of a percentage 78.4
  std::string parts = {};             ///< "39 of 50"
  std::optional<std::int64_t> people = {};
  bool is_provisional = false;
  bool is_summed = false;  ///< added up over the departments below
  std::string source = {};
  std::string unit_name = {};  ///< where the department was called otherwise when it was reported
  std::optional<Id<MeasureValue>> value = {};

  [[nodiscard]] bool is_shown() const { return kind == Kind::shown; }
};

struct Figure {
  Measure measure = {};
  Cell now = {};
  Cell before = {};  ///< of the year before
  Change change = {};
  std::string sentence = {};  ///< "1,204 visits, up 12 % from 1,075 the year before."

  [[nodiscard]] const MeasureVersion& version() const { return measure.version(now.version); }
};

struct Sheet {
  const OrgUnitEntry* unit = nullptr;  ///< lives in the directory
  std::string unit_name = {};          ///< what it was called when that year ended
  int academic_year = 0;
  bool has_begun = true;
  std::vector<Figure> figures = {};  ///< by position
  [[nodiscard]] const Figure* find(std::string_view code) const;
};
/// All measures in use that may be shown to that audience, one call. Of a faculty, what is below it added up
/// where nothing was reported for it. NotFound where the unit did not exist in that year. Cost: the reported
/// figures of two years, and some look-ups by key.
[[nodiscard]] Result<Sheet> sheet(Scope& scope, const Directory& directory, const OrgUnitEntry& unit,
                                  int academic_year, Audience audience = Audience::library);

/// One measure of some years, by department, with their totals.
struct Table {
  struct Row {
    Id<OrgUnit> unit = {};
    std::string slug = {};
    std::string name = {};             ///< in the newest year that has it
    int depth = 0;                     ///< 0 is the whole library
    std::vector<Cell> cells = {};      ///< by year, as `years`
    std::vector<Change> changes = {};  ///< from the year before, as `years` but for the last
  };
  Measure measure = {};
  std::vector<int> years = {};  ///< newest first
  std::vector<Row> rows = {};   ///< those with a figure in one of the years, each above what is below it
};
[[nodiscard]] Table table(Scope& scope, const Directory& directory, const Measure& measure, int last_year,
                          int years = 3);

/// The same of all measures in use that may be shown to that audience, by position, read at once. Cost: as
/// one, and what has to be decided for each.
[[nodiscard]] std::vector<Table> tables(Scope& scope, const Directory& directory, int last_year,
                                        int years = 3, Audience audience = Audience::library);

/// What stands behind a figure that Rapport counts itself, as far as the viewer may read it.
struct Rows {
  std::vector<Interaction> conversations = {};
  std::vector<const PersonEntry*> people = {};
  std::vector<unit_year_store::ModuleCount> modules = {};
  std::vector<unit_year_store::KeptItem> items = {};
  int not_shown = 0;  ///< counted, and another team's to read
};
[[nodiscard]] Rows rows_behind(Scope& scope, const Directory& directory, const Measure& measure,
                               Id<OrgUnit> unit, int academic_year);
/// Of a faculty its departments' rows, each once.
void add(Rows& rows, Rows more);

}  // namespace rapport::figures
