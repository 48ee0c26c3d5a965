// Mail addresses as people type them. A pragmatic check, not RFC 5322; whether mail arrives nobody knows
// before sending.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapport {

/// The address with its domain in lower case and outer white space gone. It needs one @ with something before
/// it, a domain with a dot, no white space, control characters, quotes or angle brackets, and at most 254
/// bytes (64 before the @). Letters beyond ASCII are taken as they are.
[[nodiscard]] std::optional<std::string> parse_email(std::string_view text);

}  // namespace rapport
