// Reads what a request asks for: the target, and where it came from. Pure text work; the parser calls it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"

namespace rapport::http {

/// Sets target, path and query. False, for a 400, where the target does not begin with / (or is
/// absolute-form), has control characters, a bad %XX, NUL, bytes that are no UTF-8, a `.` or `..` segment, or
/// begins like another host (//).
[[nodiscard]] bool read_target(std::string_view target, Request& request);

/// Sets peer and is_secure from X-Forwarded-For and -Proto, where `request.peer` (the TCP peer) is one of
/// `trusted`. The peer becomes the last address of the chain that is not trusted itself; what is no address
/// is not believed.
void read_forwarding(Request& request, const std::vector<std::string>& trusted);

}  // namespace rapport::http
