// A reported figure as JSON, for putting it back when an import is undone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "measures/figure.hpp"

namespace rapport::exchange {

/// What stood there before the import, where something did, and what the import made of it.
struct FigureSnapshot {
  std::optional<MeasureValue> before = {};
  MeasureValue after = {};
};
[[nodiscard]] std::string figure_snapshot_json(const FigureSnapshot& snapshot);
[[nodiscard]] std::optional<FigureSnapshot> figure_snapshot_of(std::string_view json);
/// Whether the figure is still what the import made of it.
[[nodiscard]] bool is_unchanged(const MeasureValue& now, const MeasureValue& after);

}  // namespace rapport::exchange
