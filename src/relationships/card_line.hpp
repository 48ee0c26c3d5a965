// The one line on a person's card beside their name: a suggestion, a next step, a silence. Whoever knows it
// hands it in; plain data.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "interactions/directory.hpp"
#include "scope/scope.hpp"

namespace rapport::ladder {

enum class Tone { plain, quiet, warning };

struct CardLine {
  std::string_view icon = "arrow-right";  ///< a literal of web/icons/icons.txt
  std::string words = {};
  Tone tone = Tone::plain;
  std::string address = {};  ///< where it leads, a page of this site; may be empty
};
using CardLines = std::unordered_map<Id<Person>, CardLine>;

/// Asked once for a page, with the people whose cards it shows. Of several sources the first that knows
/// somebody is shown.
using CardSource = CardLines (*)(Scope& scope, const Directory& directory,
                                 std::span<const Id<Person>> people);

}  // namespace rapport::ladder
