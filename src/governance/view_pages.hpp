// The page that says who looked.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::governance {

/// GET /privacy/views ?person=SLUG: for administrators, the latest views of everybody or of one person.
[[nodiscard]] http::Response show_views(ui::Visit& visit, const Directory& directory);

}  // namespace rapport::governance
