// Made-up people's names: given and family names of many origins, some in their own script.
#pragma once

#include <string>
#include <string_view>

#include "dice.hpp"

namespace rapport::demo {

struct MadeUpName {
  std::string given;          ///< may be two: "Mary Ann"
  std::string family;         ///< empty for a one-word name
  std::string script;         ///< "张伟"; empty for Latin names
  std::string_view pronouns;  ///< what somebody of that name may have told us: "she", "he", "they"
};

[[nodiscard]] MadeUpName make_name(Dice& dice);
/// A family name alone, for somebody who changed theirs.
[[nodiscard]] std::string make_family_name(Dice& dice);
/// "Elizabeth" -> "Liz"; empty where nobody shortens it.
[[nodiscard]] std::string_view short_form(std::string_view given);

}  // namespace rapport::demo
