// Links over HTTP: picking, linking, answering, taking away; and the parts of other chapters' pages.
#pragma once

#include "html/html.hpp"
#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "ui/visit.hpp"

namespace rapport::bumps {

/// The card on a conversation's page.
[[nodiscard]] html::Html conversation_section(const ui::Visit& visit, const Directory& directory,
                                              const Interaction& interaction);
/// What stands under a line that was saved.
[[nodiscard]] html::Html line_section(const ui::Visit& visit, const Directory& directory,
                                      const Interaction& kept);
/// Links what a line kept to what its `^` means.
[[nodiscard]] Result<Done> link_line(Scope& scope, const Directory& directory, Id<Interaction> earlier,
                                     Id<Interaction> kept);

/// GET /conversations/{conversation}/earlier and /later: which one? `q` looks for somebody else's.
[[nodiscard]] http::Response show_earlier(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response show_later(const ui::Visit& visit, const Directory& directory);
/// POST /conversations/{conversation}/bumps: `other` is the conversation on that `side` (earlier, later).
[[nodiscard]] http::Response create_bump(const ui::Visit& visit, const Directory& directory);
/// POST /bumps/{bump}/acceptance, /declining, /reopening, /removal: back to `from`.
[[nodiscard]] http::Response accept_bump(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response decline_bump(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response reopen_bump(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response remove_bump(const ui::Visit& visit, const Directory& directory);
/// GET and POST /conversations/{conversation}/origins, POST /origins/{origin}/removal
[[nodiscard]] http::Response new_origin(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response create_origin(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response remove_conversation_origin(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::bumps
