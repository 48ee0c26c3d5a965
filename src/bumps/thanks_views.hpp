// Thanks as HTML.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "bumps/thanks.hpp"
#include "html/html.hpp"
#include "ui/visit.hpp"

namespace rapport::bumps {

/// "Thank Tom", a link for each colleague who may be thanked for a link; for a chain's page and after
/// agreeing.
[[nodiscard]] html::Html thank_links(const Directory& directory, Id<Bump> bump,
                                     std::span<const Id<Staff>> colleagues);

/// The card on a chain's page for what led to one's own step; nothing where no colleague did.
[[nodiscard]] html::Html thanks_offer(const Directory& directory, std::span<const Thankable> offers,
                                      Date today);

/// The form for a few words.
struct ThankForm {
  const Thankable& thankable;
  Id<Staff> to = {};
  std::string words = {};
};
[[nodiscard]] html::Html thank_view(const ui::Visit& visit, const Directory& directory, const ThankForm& form,
                                    const std::vector<Fault>& faults);

/// The card on Today: what colleagues said, once. Nothing where nobody did.
[[nodiscard]] html::Html thanks_card(const ui::Visit& visit, const Directory& directory,
                                     std::span<const Thanks> unseen);

}  // namespace rapport::bumps
