// A person's page and brief: path -> profile -> page. An unchanged page is answered with 304 before it is
// read.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::profiles {

/// GET /people/{person}
[[nodiscard]] http::Response show_person(const ui::Visit& visit, const Directory& directory);
/// GET /people/{person}/brief: one A4 page
[[nodiscard]] http::Response show_brief(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::profiles
