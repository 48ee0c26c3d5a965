// Workshops over HTTP.
#pragma once

#include <functional>

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::workshops {

/// GET /relationships/workshop: who is here, and one relationship each. `team`, the viewer's where nothing is
/// said; `guest` adds a colleague of another team.
[[nodiscard]] http::Response show_choice(const ui::Visit& visit, const Directory& directory);
/// GET /relationships/workshop/canvas: what was chosen leads to an address with a `pick` each, and that is
/// the screen with a canvas for each.
[[nodiscard]] http::Response new_plans(const ui::Visit& visit, const Directory& directory);
/// POST to the same: saves every panel that is in order, or with `do=add-…` gives the screen back with one
/// row more
[[nodiscard]] http::Response create_plans(const ui::Visit& visit, const Directory& directory);
/// GET /relationships/workshop/plans: `plan` each, and for `later` each; calls `on_shown` for everybody whose
/// plan it shows.
[[nodiscard]] http::Response show_plans(const ui::Visit& visit, const Directory& directory,
                                        const std::function<void(Id<Person>)>& on_shown = {});

}  // namespace rapport::workshops
