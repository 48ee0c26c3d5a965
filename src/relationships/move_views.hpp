// The page on which a relationship is moved. Finished values in, markup out.
#pragma once

#include <span>

#include "html/html.hpp"
#include "relationships/level_views.hpp"
#include "relationships/move_form.hpp"
#include "ui/visit.hpp"

namespace rapport {

struct MovePage {
  const MoveForm& form;
  PartnerWords partner = {};
  const Scales& scales;
  const Standing& standing;
  std::span<const Interaction> latest = {};  ///< conversations that may be the reason, newest first
  std::vector<Fault> faults = {};
};
[[nodiscard]] html::Html move_view(const ui::Visit& visit, const Directory& directory, const MovePage& page);

/// Somebody was faster: how it stands now beside what was typed, above the same form.
struct Clash {
  std::string message = {};
  std::optional<LevelEvent> last = {};  ///< the other move
  std::string typed_level = {};         ///< by the name that was on the form
};
[[nodiscard]] html::Html clash_view(const ui::Visit& visit, const Directory& directory, const MovePage& page,
                                    const Clash& clash);

}  // namespace rapport
