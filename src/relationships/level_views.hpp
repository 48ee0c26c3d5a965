// A level as bars with its word, the rungs that were reached, service areas to choose from and in names,
// addresses of a relationship: small parts of several pages. Finished values in, markup out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "interactions/directory.hpp"
#include "relationships/relationship.hpp"
#include "ui/parts.hpp"

namespace rapport {

/// Rising bars with the level's name, and the tag Slipping.
[[nodiscard]] html::Html level_mark(const Scale& scale, int level, bool is_slipping = false);
[[nodiscard]] html::Html level_mark(const Scale& scale, const Standing& standing);
/// The ramp's step for a level, 1 to 5: the top level is always the darkest.
[[nodiscard]] int ramp_step(const Scale& scale, int level);

/// Every level with the month in which it was reached, the highest first; the current one is marked. `events`
/// are in order of time.
[[nodiscard]] html::Html rungs(const Scales& scales, const Standing& standing,
                               std::span<const LevelEvent> events);

/// "Overall" first, then each service area: what a plan or a list may be about.
[[nodiscard]] std::vector<ui::Choice> area_choices();
/// "Dr Jane Smith, teaching"; the name alone for the whole relationship.
[[nodiscard]] std::string with_area(std::string name, ServiceArea area);

/// Whose relationship a page is about: name and addresses.
struct PartnerWords {
  std::string name = {};                  ///< "Dr Jane Smith", "Nursing & Midwifery"
  std::string page = {};                  ///< "/people/jane-smith-4f2"
  std::optional<Id<Person>> person = {};  ///< nobody where it is a department
  std::string subject = {};               ///< "Jane", "Nursing & Midwifery": what a sentence calls them
};
/// `with` is in the directory.
[[nodiscard]] PartnerWords partner_words(const Directory& directory, RelationshipWith with);
/// "/people/jane-smith-4f2/relationship", with the area where there is one.
[[nodiscard]] std::string relationship_address(const PartnerWords& partner, ServiceArea area);
/// "/people/jane-smith-4f2/relationship/move": where it is moved; `back` is the page to return to, may be
/// empty.
[[nodiscard]] std::string move_address(const PartnerWords& partner, ServiceArea area,
                                       std::string_view back = {});

}  // namespace rapport
