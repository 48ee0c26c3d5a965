// Was this form sent from a page of ours? Asked before any POST is handed to its handler. Reads nothing but
// the request.
#pragma once

#include <string>
#include <string_view>

#include "http/request.hpp"

namespace rapport::ui {

/// `https://rapport.example.ac.uk` of the Host header: for where no public address is configured.
[[nodiscard]] std::string origin_of(const http::Request& request);

/// What the browser says about where the request came from: Sec-Fetch-Site must be same-origin, Origin must
/// be `own_origin` (empty: origin_of), or "null" beside such a Sec-Fetch-Site, as a page with no-referrer
/// sends it. Headers that are not there are no objection: a command line sends
/// none, and whoever is signed in needs the token as well.
[[nodiscard]] bool is_from_here(const http::Request& request, std::string_view own_origin);

/// `is_from_here`, and the session's token in the header X-CSRF-Token or the field `csrf`. Throws
/// http::BadRequest where the form cannot be read.
[[nodiscard]] bool is_csrf_ok(const http::Request& request, std::string_view csrf_token,
                              std::string_view own_origin);

}  // namespace rapport::ui
