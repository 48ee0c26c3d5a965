// GET /bumps and GET /bumps/{interaction}
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::chains {

[[nodiscard]] http::Response show_bumps(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response show_chain(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::chains
