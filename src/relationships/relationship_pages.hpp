// One relationship over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::relationships {

/// GET /people/{person}/relationship and /departments/{unit}/relationship; `area` chooses.
[[nodiscard]] http::Response show_person_relationship(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response show_unit_relationship(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::relationships
