// The four pictures of a sheet as SVG, and the same numbers as a table. Values in, HTML out.
#pragma once

#include "headlines/sheet.hpp"
#include "html/html.hpp"

namespace rapport {

[[nodiscard]] html::Html sheet_picture(const Block& block);
/// Folded under the picture; not printed.
[[nodiscard]] html::Html sheet_table(const Block& block);

}  // namespace rapport
