// The levels in the settings. Finished values in, markup out.
#pragma once

#include <span>
#include <vector>

#include "html/html.hpp"
#include "interactions/directory.hpp"
#include "relationships/scale_change.hpp"
#include "ui/visit.hpp"

namespace rapport {

struct LevelsPage {
  const Scales& scales;
  std::span<const int> counts = {};  ///< relationships on each level today
  std::string typed = {};            ///< the levels as text
  std::vector<Fault> faults = {};
  bool may_change = false;
};
[[nodiscard]] html::Html levels_view(const ui::Visit& visit, const Directory& directory,
                                     const LevelsPage& page);

struct LevelsPreview {
  const Scale& today;
  std::span<const int> counts = {};
  const ScaleDraft& draft;
  std::string typed = {};
  std::string clash = {};  ///< somebody was faster, in words
  std::vector<Fault> faults = {};
};
[[nodiscard]] html::Html levels_preview_view(const ui::Visit& visit, const LevelsPreview& preview);

}  // namespace rapport
