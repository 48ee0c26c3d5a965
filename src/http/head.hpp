// The bytes of an answer before its body. Refuses what would let a value end its line.
#pragma once

#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "http/response.hpp"

namespace rapport::http {

/// Status line, Date, Content-Type, Content-Length, the handler's headers and the empty line. Throws
/// std::logic_error for a header name that is no token, a value with control characters, or a header that is
/// the server's own.
[[nodiscard]] std::string response_head(const Response& response, Instant now, bool closes);
/// `Fri, 13 Nov 2026 09:30:00 GMT` (RFC 9110 IMF-fixdate).
[[nodiscard]] std::string http_date(Instant instant);
/// `Not Found`; empty for a status without a name.
[[nodiscard]] std::string_view reason_phrase(int status);
/// False for 1xx, 204 and 304.
[[nodiscard]] bool has_body(int status);

}  // namespace rapport::http
