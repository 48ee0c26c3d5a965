// Thanks over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::bumps {

/// GET and POST /bumps/{bump}/thanks?to=
[[nodiscard]] http::Response new_thanks(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response create_thanks(const ui::Visit& visit, const Directory& directory);
/// POST /thanks/seen: `up_to` and everything before
[[nodiscard]] http::Response mark_thanks_seen(const ui::Visit& visit);

}  // namespace rapport::bumps
