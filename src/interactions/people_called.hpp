// Who is meant by a name that somebody typed into a form.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interactions/directory.hpp"

namespace rapport {

/// The people of that name who are here, without regard to titles, or the one whose address it is; where
/// several fit, those whose whole name it is. At most 20.
[[nodiscard]] std::vector<const PersonEntry*> people_called(const PeopleDirectory& people,
                                                            std::string_view name);
/// "There are several people called …": names five of them with the word that tells them apart.
[[nodiscard]] std::string several_called_words(std::string_view name,
                                               std::span<const PersonEntry* const> found,
                                               const Directory& directory);

}  // namespace rapport
