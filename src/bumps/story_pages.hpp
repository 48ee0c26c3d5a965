// Stories over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::bumps {

/// GET /bumps/stories: `year` and `department` choose.
[[nodiscard]] http::Response show_stories(const ui::Visit& visit, const Directory& directory);
/// GET /bumps/stories/{story}: to read and to print.
[[nodiscard]] http::Response show_story(const ui::Visit& visit, const Directory& directory);
/// GET and POST /bumps/{interaction}/story
[[nodiscard]] http::Response new_story(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response create_story(const ui::Visit& visit, const Directory& directory);
/// GET and POST /bumps/stories/{story}/edit
[[nodiscard]] http::Response edit_story(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response update_story(const ui::Visit& visit, const Directory& directory);
/// POST /bumps/stories/{story}/withdrawal and /reinstatement
[[nodiscard]] http::Response remove_story(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response reinstate_story(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::bumps
