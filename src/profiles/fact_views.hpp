// The three facts on top of a person's page: last spoke, what is owed, good to know.
#pragma once

#include "html/html.hpp"
#include "profiles/person_profile.hpp"
#include "ui/visit.hpp"

namespace rapport::profiles {

[[nodiscard]] html::Html three_facts(const ui::Visit& visit, const Directory& directory,
                                     const PersonProfile& profile);

}  // namespace rapport::profiles
