// GET /topics/{topic} and GET /conversations, the viewer's own.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::profiles {

[[nodiscard]] http::Response show_topic(const ui::Visit& visit, const Directory& directory);
/// Query: kind (a family's code), before.
[[nodiscard]] http::Response show_conversations(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::profiles
