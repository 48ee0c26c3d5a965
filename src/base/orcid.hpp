// ORCID iDs: reading and checking. Says nothing about whether the iD is registered.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapport {

/// The canonical form `0000-0002-1825-0097`. Takes it with or without hyphens and with or without
/// `https://orcid.org/` (also http and www); outer white space does not matter. Nothing where the last
/// character is not the ISO 7064 MOD 11-2 check character of the fifteen before it.
[[nodiscard]] std::optional<std::string> parse_orcid(std::string_view text);

}  // namespace rapport
