// Scale-up plans over HTTP.
#pragma once

#include "html/html.hpp"
#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "relationships/card_line.hpp"
#include "ui/visit.hpp"

namespace rapport::plans {

/// GET /people/{person}/plan and /departments/{unit}/plan: the active plan, or for whoever may write the form
/// that begins one; `area` chooses.
[[nodiscard]] http::Response show_plan(const ui::Visit& visit, const Directory& directory);
/// POST to the same: begins it, or with `do=add` gives the form back with one row more
[[nodiscard]] http::Response create_plan(const ui::Visit& visit, const Directory& directory);
/// GET and POST /plans/{plan}/edit
[[nodiscard]] http::Response edit_plan(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response update_plan(const ui::Visit& visit, const Directory& directory);
/// GET and POST /plans/{plan}/closing: `outcome` fills in
[[nodiscard]] http::Response new_closing(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response create_closing(const ui::Visit& visit, const Directory& directory);
/// POST /plans/{plan}/asking: Today does not ask again
[[nodiscard]] http::Response remove_question(const ui::Visit& visit, const Directory& directory);

/// For the ladder's cards: the next step of whom there is a plan with.
[[nodiscard]] ladder::CardLines ladder_lines(Scope& scope, const Directory& directory,
                                             std::span<const Id<Person>> people);
/// For Today: the plans of the viewer that wait for a review; nothing where there are none.
[[nodiscard]] html::Html today_section(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::plans
