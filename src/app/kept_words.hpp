// What was typed is never lost to a sign-out or a full disk: the form is shown again, to be sent once more.
#pragma once

#include <string_view>

#include "http/request.hpp"
#include "http/response.hpp"

namespace rapport::app {

/// The session has ended: 401 to script, which keeps the words itself; otherwise a page that holds the form
/// and opens sign-in beside it.
[[nodiscard]] http::Response keep_words_signed_out(const http::Request& request);
/// Signed in again, with a form of the session before: the form with the new token, to be looked at and sent.
[[nodiscard]] http::Response keep_words(const http::Request& request, std::string_view csrf_token);
/// The database had no room (507) or no turn (503) for it: the failure's page, with the form where one was
/// sent. Passwords are never shown again.
[[nodiscard]] http::Response keep_words_unsaved(const http::Request& request, int status);

}  // namespace rapport::app
