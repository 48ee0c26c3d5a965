// Measures in the settings as HTML: the list, and the form of one definition.
#pragma once

#include <string>
#include <vector>

#include "html/html.hpp"
#include "measures/measures.hpp"
#include "ui/visit.hpp"

namespace rapport::measures {

[[nodiscard]] html::Html measure_settings_view(const ui::Visit& visit, const std::vector<Measure>& all,
                                               const std::vector<YearReported>& years);

struct MeasureForm {
  const Measure* measure = nullptr;  ///< nothing for a new one
  MeasureDraft draft = {};
  int seen_version = 0;
  std::string clash = {};
  std::vector<Fault> faults = {};
};
[[nodiscard]] html::Html measure_form_view(const ui::Visit& visit, const MeasureForm& form);

}  // namespace rapport::measures
