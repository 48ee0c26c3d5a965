// Two records side by side as HTML. Finished values in, no queries.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "organisation/org_directory.hpp"
#include "people/people_directory.hpp"
#include "people/person.hpp"
#include "ui/visit.hpp"

namespace rapport::people {

struct MergingPage {
  PersonDetails remaining;
  std::optional<PersonDetails> duplicate;  ///< where somebody is chosen
  std::string name;                        ///< looked for
  std::vector<const PersonEntry*> candidates;
  std::vector<const PersonEntry*> merged;  ///< records that are this person already
};
[[nodiscard]] html::Html merging_view(const ui::Visit& visit, const OrgDirectory& units,
                                      const MergingPage& page);

}  // namespace rapport::people
