// The briefs of a hand-over, over HTTP.
#pragma once

#include <functional>

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::profiles {

/// GET /hand-overs/{hand_over}/brief: the departments and how many of their people have a sheet
[[nodiscard]] http::Response show_hand_over_briefs(const ui::Visit& visit, const Directory& directory);
/// GET /hand-overs/{hand_over}/brief/{unit}: one department's sheet and those of its people, twelve at a
/// time; `on_shown` is called for each person whose sheet is on the page.
[[nodiscard]] http::Response show_department_briefs(const ui::Visit& visit, const Directory& directory,
                                                    const std::function<void(Id<Person>)>& on_shown);

}  // namespace rapport::profiles
