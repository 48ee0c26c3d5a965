// When academic years begin, as HTML.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "organisation/org_directory.hpp"
#include "organisation/year_starts.hpp"
#include "ui/visit.hpp"

namespace rapport::organisation {

/// What is chosen and not kept yet, with what it would change.
struct YearStartPreview {
  YearStart start = {};
  AcademicYears after = {};
  std::vector<YearNote> notes = {};
};

struct YearStartPage {
  AcademicYears years = {};  ///< as they are now
  YearsHold held = YearsHold::something;
  std::vector<YearStartChange> changes = {};  ///< newest first
  YearStart chosen = {};
  std::optional<YearStartPreview> preview = {};
  std::vector<Fault> faults = {};
  std::string conflict = {};  ///< somebody was faster: what stands there now is `years`
};

/// `full_name` of a colleague.
[[nodiscard]] html::Html year_start_view(const ui::Visit& visit, const YearStartPage& page,
                                         const std::function<std::string(Id<Staff>)>& full_name);

}  // namespace rapport::organisation
