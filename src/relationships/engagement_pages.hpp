// A person's engagement card, a department's distribution, and how both are worked out.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::engagement {

[[nodiscard]] http::Response show_card(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response show_unit(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response show_rule(const ui::Visit& visit, const Directory& directory);
/// With `preview` pressed it shows who would change and keeps nothing.
[[nodiscard]] http::Response update_rule(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::engagement
