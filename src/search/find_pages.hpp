// GET /find?q=&person=&before=: a page; with partial=1 the part for the find dialog.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::search {

[[nodiscard]] http::Response show_find(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::search
