// The list of champions over HTTP, and what other pages show of it.
#pragma once

#include "html/html.hpp"
#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "relationships/card_line.hpp"
#include "ui/visit.hpp"

namespace rapport::champions {

/// GET /champions: `unit` narrows it
[[nodiscard]] http::Response show_list(const ui::Visit& visit, const Directory& directory);
/// POST /champions/rule
[[nodiscard]] http::Response update_rule(const ui::Visit& visit, const Directory& directory);
/// POST /champions/departments/{unit}/set-aside
[[nodiscard]] http::Response set_unit_aside(const ui::Visit& visit, const Directory& directory);
/// POST /champions/asides/{aside}/removal
[[nodiscard]] http::Response remove_aside(const ui::Visit& visit, const Directory& directory);

/// For the ladder's cards: since when somebody is a champion. One statement.
[[nodiscard]] ladder::CardLines ladder_lines(Scope& scope, const Directory& directory,
                                             std::span<const Id<Person>> people);
/// For Today: what is to be looked at where the viewer leads; nothing where there is nothing.
[[nodiscard]] html::Html today_section(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::champions
