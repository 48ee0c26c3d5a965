// An academic whose name was typed into a form.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "interactions/directory.hpp"

namespace rapport::bumps {

/// The one academic of that name; nothing for no name. Invalid, naming the form's field `field`, where there
/// is none or several.
[[nodiscard]] Result<std::optional<Id<Person>>> typed_person(const Directory& directory,
                                                             std::string_view field, std::string_view name);

}  // namespace rapport::bumps
