// The ladder over HTTP.
#pragma once

#include <span>

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "relationships/card_line.hpp"
#include "relationships/ladder_views.hpp"
#include "ui/visit.hpp"

namespace rapport::ladder {

/// What an address of the ladder asks for: mine where nothing is said, all for those who look after nothing.
[[nodiscard]] View view_in(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] Query query_of(const View& view, const Directory& directory);

/// GET /relationships: `whose`, `unit`, `area`; `level` and `page` for one column as a list.
[[nodiscard]] http::Response show_ladder(const ui::Visit& visit, const Directory& directory,
                                         std::span<const CardSource> sources = {});

}  // namespace rapport::ladder
