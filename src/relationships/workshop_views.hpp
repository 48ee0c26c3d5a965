// The pages of a workshop: who plans for whom, the screen with a canvas each, what came of it. Finished
// values in, markup out.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "html/html.hpp"
#include "relationships/workshop_form.hpp"
#include "relationships/workshops.hpp"
#include "ui/visit.hpp"

namespace rapport::workshops {

struct ChoicePage {
  const WorkshopChoice& choice;
  std::vector<std::pair<Id<Team>, std::string>> teams = {};  ///< by name
  std::span<const Offer> offers = {};                        ///< of those who may take part
  std::vector<Fault> faults = {};
};
[[nodiscard]] html::Html choice_view(const ui::Visit& visit, const Directory& directory,
                                     const ChoicePage& page);

struct ScreenPage {
  const WorkshopScreen& screen;
  std::span<const Panel> panels = {};
  const Scales& scales;
  plans::Ideas ideas = {};
  std::string key = {};  ///< of the form that is sent again; empty for a new one
  bool is_sent = false;  ///< saving was tried: what came of it is said on top
};
[[nodiscard]] html::Html screen_view(const ui::Visit& visit, const Directory& directory,
                                     const ScreenPage& page);

struct PlansPage {
  std::span<const plans::Plan> plans = {};
  std::span<const WorkshopPick> later = {};  ///< for whom nothing was written
  const Scales& scales;
};
[[nodiscard]] html::Html plans_view(const ui::Visit& visit, const Directory& directory,
                                    const PlansPage& page);

}  // namespace rapport::workshops
