// One person as a champion, over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::champions {

/// GET /people/{person}/champion
[[nodiscard]] http::Response show_person(const ui::Visit& visit, const Directory& directory);
/// POST to the same: a nomination
[[nodiscard]] http::Response create_nomination(const ui::Visit& visit, const Directory& directory);
/// POST /champions/{champion}/steps: `act` says what came next
[[nodiscard]] http::Response create_step(const ui::Visit& visit, const Directory& directory);
/// POST /people/{person}/champion/ticks
[[nodiscard]] http::Response create_tick(const ui::Visit& visit, const Directory& directory);
/// POST /champions/ticks/{tick}/removal
[[nodiscard]] http::Response remove_tick(const ui::Visit& visit, const Directory& directory);
/// POST /people/{person}/champion/thanks
[[nodiscard]] http::Response create_thanks(const ui::Visit& visit, const Directory& directory);
/// POST /people/{person}/champion/set-aside
[[nodiscard]] http::Response set_suggestion_aside(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::champions
