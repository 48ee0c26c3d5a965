// The capture line over HTTP: its page and dialog, preview, saving, undo, and naming who was not certain.
#pragma once

#include "base/result.hpp"
#include "html/html.hpp"
#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "ui/visit.hpp"

namespace rapport::interactions {

/// What the chapter of bumps does with a kept line. The table of routes hands it in: interactions know no
/// bumps.
struct BumpsOfLine {
  /// Links what was kept to an earlier conversation. A refusal is told; the line is kept all the same.
  Result<Done> (*link)(Scope& scope, const Directory& directory, Id<Interaction> earlier,
                       Id<Interaction> kept);
  /// What it led on from, and what it may have led on from.
  html::Html (*section)(const ui::Visit& visit, const Directory& directory, const Interaction& kept);
};

/// GET /capture: a page of its own, or the form alone for the dialog. `person=SLUG` begins with that person,
/// `line` with those words (shared from elsewhere with their `title` and `url`, or undone), `led_on=ID` as
/// what came next after that conversation.
[[nodiscard]] http::Response show_capture(ui::Visit& visit, const Directory& directory);
/// POST /capture/preview: how the line reads, as a fragment.
[[nodiscard]] http::Response preview_capture(ui::Visit& visit, const Directory& directory);
/// POST /capture: keeps what the line says. With `?preview` (chips and names without script) shows the page
/// again. A line kept on a device comes with `written_at` and is read as of that day. The same `key` is
/// stored once.
[[nodiscard]] http::Response create_capture(ui::Visit& visit, const Directory& directory,
                                            const BumpsOfLine& bumps);
/// GET /capture/saved/{interaction}: what was kept, undo, and what else is known of the people. Safe to load
/// again.
[[nodiscard]] http::Response show_saved_capture(ui::Visit& visit, const Directory& directory,
                                                const BumpsOfLine& bumps);
/// POST /capture/{interaction}/undo: leads back to the line with its words.
[[nodiscard]] http::Response undo_capture(ui::Visit& visit, const Directory& directory);
/// POST /capture/{interaction}/names: `chosen` says who was meant by a name of a line kept to sort out.
[[nodiscard]] http::Response name_capture(ui::Visit& visit, const Directory& directory);

}  // namespace rapport::interactions
