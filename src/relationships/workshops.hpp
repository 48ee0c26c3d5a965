// The front door of workshops: whom to suggest to whom, and what was written saved as plans. Librarians,
// leaders and administrators take part. What may be planned, and by whom, is decided by plans::begin alone.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "relationships/plan_form.hpp"
#include "relationships/plans.hpp"
#include "relationships/workshop.hpp"
#include "scope/scope.hpp"

namespace rapport::workshops {

/// What a colleague may choose from.
struct Offer {
  const StaffEntry* member = nullptr;  ///< lives in the directory
  std::vector<WorkshopSuggestion> suggestions = {};
};
/// From the departments that each looks after; nobody is suggested to two of them, and nobody with an active
/// plan. Cost: the people of their departments, of whom the sixty spoken to last of each are looked at
/// closer.
[[nodiscard]] std::vector<Offer> offers(Scope& scope, const Directory& directory,
                                        std::span<const StaffEntry* const> members);

enum class PanelState { open, saved, not_today, refused };

/// One colleague's part of the screen.
struct Panel {
  WorkshopPick pick = {};
  PlanForm form = {};
  bool is_not_today = false;  ///< somebody ticked that
  std::string reason = {};    ///< what speaks for it today, may be empty
  Standing standing = {};
  PanelState state = PanelState::open;
  std::optional<plans::Plan> plan = {};  ///< what was saved, or what is there already
  std::vector<Fault> faults = {};        ///< of its fields, without the prefix
  std::string clash = {};                ///< why nothing can be kept here; empty where it can
};
/// With an empty form each, or, where somebody planned meanwhile or nobody can be planned for any more, with
/// that.
[[nodiscard]] std::vector<Panel> panels(Scope& scope, const Directory& directory,
                                        std::span<const WorkshopPick> picks);
/// Saves each panel by itself: those in order are plans, begun by the viewer, and their colleague is asked at
/// the review; those with faults keep their words; those with nothing in them, or ticked, are not today. A
/// panel sent twice under one `key` is stored once.
void save(Scope& scope, const Directory& directory, std::string_view key, std::span<Panel> panels);

}  // namespace rapport::workshops
