// The form that moves a relationship: what was typed, and what it means. No markup.
#pragma once

#include <string>
#include <vector>

#include "http/request.hpp"
#include "interactions/directory.hpp"
#include "relationships/relationship.hpp"

namespace rapport {

/// The fields as typed: nothing is lost when the form comes back with faults.
struct MoveForm {
  ServiceArea area = ServiceArea::overall;
  std::optional<int> level = {};
  bool is_slipping = false;
  std::string reason = {};
  std::string happened_on = {};
  std::vector<Id<Interaction>> evidence = {};
  int version = 0;        ///< of the relationship that was looked at
  int scale_version = 1;  ///< of the levels that were looked at
  std::string back = {};  ///< the page to return to; empty for the relationship's own
  std::string key = {};
};

/// Whom an address names by `{person}` or `{unit}`; merged people as the one they became.
[[nodiscard]] std::optional<RelationshipWith> with_in(const http::Request& request,
                                                      const Directory& directory);
[[nodiscard]] MoveForm move_form_in(const http::Form& form);
/// Invalid: no level chosen, a day that there is not.
[[nodiscard]] Result<MoveDraft> draft_of(const MoveForm& form, RelationshipWith with);
/// A page of this site that shows relationships, or nothing.
[[nodiscard]] std::string safe_back(std::string_view address);

}  // namespace rapport
