// Conversations over HTTP: form or path -> front door -> page or redirect.
#pragma once

#include "html/html.hpp"
#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "ui/visit.hpp"

namespace rapport::interactions {

/// A part of a conversation's page that another chapter draws. The table of routes hands it in.
using ConversationSection = html::Html(const ui::Visit& visit, const Directory& directory,
                                       const Interaction& interaction);

/// GET /conversations/{conversation}; `bumps` draws what it led on from and what came of it.
[[nodiscard]] http::Response show_conversation(const ui::Visit& visit, const Directory& directory,
                                               ConversationSection& bumps);
/// GET and POST /conversations/new: an empty form, or the one that a capture line unfolds into
[[nodiscard]] http::Response new_conversation(const ui::Visit& visit, const Directory& directory);
/// POST /conversations
[[nodiscard]] http::Response create_conversation(const ui::Visit& visit, const Directory& directory);
/// GET and POST /conversations/{conversation}/edit
[[nodiscard]] http::Response edit_conversation(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response update_conversation(const ui::Visit& visit, const Directory& directory);
/// POST /conversations/{conversation}/withdrawal and /reinstatement
[[nodiscard]] http::Response withdraw_conversation(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response reinstate_conversation(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::interactions
