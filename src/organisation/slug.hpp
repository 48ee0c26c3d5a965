// The readable part of an address: "nursing-and-midwifery". Making it unique is the stores' business.
#pragma once

#include <string>
#include <string_view>

namespace rapport {

/// The folded words that are a to z and 0 to 9, hyphens between them, at most 60 characters cut between
/// words; empty where there are none, as in other scripts.
[[nodiscard]] std::string slug_words(std::string_view text);

}  // namespace rapport
