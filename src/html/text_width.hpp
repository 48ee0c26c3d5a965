// How wide a text is when a chart is drawn in the product's font: labels are fitted before they are placed.
#pragma once

#include <string>
#include <string_view>

namespace rapport::html {

enum class Weight { regular, bold };

/// In pixels, rounded up and never too little: letters outside ASCII count as the widest ones.
[[nodiscard]] int text_width(std::string_view text, int size, Weight weight);

/// The text, or as much of its beginning as fits with "…" after it; empty where not even one letter does.
[[nodiscard]] std::string fit(std::string_view text, int width, int size, Weight weight);

}  // namespace rapport::html
