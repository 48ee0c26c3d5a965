// Org units as the choices of a form field.
#pragma once

#include <string>
#include <vector>

#include "organisation/org_directory.hpp"
#include "ui/parts.hpp"

namespace rapport {

/// Open units by slug, those below a unit after it and indented. `first` is the choice for none, with an
/// empty value; no such choice where it is empty.
[[nodiscard]] std::vector<ui::Choice> unit_choices(const OrgDirectory& units, const std::string& first);

/// Every unit with how deep it stands, those below a unit after it.
struct PlacedUnit {
  const OrgUnitEntry* unit = nullptr;
  int depth = 0;
};
[[nodiscard]] std::vector<PlacedUnit> in_tree_order(const OrgDirectory& units);

}  // namespace rapport
