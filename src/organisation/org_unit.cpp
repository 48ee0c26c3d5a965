// The rules of an org unit.
#include "organisation/org_unit.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rapport {

OrgUnitDraft tidied(OrgUnitDraft draft) {
  draft.name = tidy_line(draft.name);
  draft.external_id = tidy_line(draft.external_id);
  return draft;
}

std::vector<Fault> faults_of(const OrgUnitDraft& draft, Date today) {
  std::vector<Fault> faults;
  if (draft.name.empty()) faults.push_back({"name", "Give it a name."});
  if (character_count(draft.name) > org_unit_name_characters_max)
    faults.push_back({"name", "Make the name 120 characters or shorter."});
  if (character_count(draft.external_id) > org_unit_name_characters_max)
    faults.push_back({"external_id", "Make the number 120 characters or shorter."});
  if (draft.valid_from && *draft.valid_from > today)
    faults.push_back({"valid_from", "Choose today or an earlier day."});
  return faults;
}

bool makes_circle(const OrgDirectory& units, Id<OrgUnit> unit, Id<OrgUnit> parent) {
  const auto below = units.with_descendants(unit);
  return std::find(below.begin(), below.end(), parent) != below.end();
}

}  // namespace rapport
