// The page of one relationship: where it stands, how it came there, every step with its reason and evidence.
// Finished values in, markup out.
#pragma once

#include <array>
#include <span>

#include "html/html.hpp"
#include "relationships/level_views.hpp"
#include "relationships/relationships.hpp"
#include "ui/visit.hpp"

namespace rapport {

struct RelationshipPage {
  PartnerWords partner = {};
  ServiceArea area = ServiceArea::overall;
  const Scales& scales;
  std::array<Standing, std::size(service_areas)> standings = {};  ///< of each area
  std::span<const relationships::Step> path = {};                 ///< oldest first
  bool is_person = true;
  bool may_move = false;
  html::Html picture = {};     ///< the path over time
  html::Html suggestion = {};  ///< what might be said next; may be empty
};
[[nodiscard]] html::Html relationship_view(const ui::Visit& visit, const Directory& directory,
                                           const RelationshipPage& page);

/// For a page about the person or department: the levels with their months, and the way to the whole.
[[nodiscard]] html::Html relationship_card(const PartnerWords& partner, const relationships::Account& account,
                                           bool may_move);

}  // namespace rapport
