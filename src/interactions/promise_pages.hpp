// Promises over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::interactions {

/// GET /promises: all that the viewer has open
[[nodiscard]] http::Response show_promises(const ui::Visit& visit, const Directory& directory);
/// POST /promises/{promise}/kept: ticks, or with `again=1` takes it up again; back to the field `from`
[[nodiscard]] http::Response tick_promise(const ui::Visit& visit, const Directory& directory);
/// GET and POST /promises/{promise}: other words or another day
[[nodiscard]] http::Response edit_promise(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response update_promise(const ui::Visit& visit, const Directory& directory);
/// POST /promises/{promise}/dropped
[[nodiscard]] http::Response remove_promise(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::interactions
