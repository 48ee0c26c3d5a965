// The capture line over HTTP: its page and dialog, preview, saving, undo, and naming who was not certain.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::interactions {

/// GET /capture: a page of its own, or the form alone for the dialog. `person=SLUG` begins with that person,
/// `line` with those words (shared from elsewhere with their `title` and `url`, or undone).
[[nodiscard]] http::Response show_capture(ui::Visit& visit, const Directory& directory);
/// POST /capture/preview: how the line reads, as a fragment.
[[nodiscard]] http::Response preview_capture(ui::Visit& visit, const Directory& directory);
/// POST /capture: keeps what the line says. With `?preview` (chips and names without script) shows the page
/// again. A line kept on a device comes with `written_at` and is read as of that day. The same `key` is
/// stored once.
[[nodiscard]] http::Response create_capture(ui::Visit& visit, const Directory& directory);
/// GET /capture/saved/{interaction}: what was kept, undo, and what else is known of the people. Safe to load
/// again.
[[nodiscard]] http::Response show_saved_capture(ui::Visit& visit, const Directory& directory);
/// POST /capture/{interaction}/undo: leads back to the line with its words.
[[nodiscard]] http::Response undo_capture(ui::Visit& visit, const Directory& directory);
/// POST /capture/{interaction}/names: `chosen` says who was meant by a name of a line kept to sort out.
[[nodiscard]] http::Response name_capture(ui::Visit& visit, const Directory& directory);

}  // namespace rapport::interactions
