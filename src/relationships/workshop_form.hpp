// The two forms of a workshop as typed: who is here with which relationship, and a panel for each. No markup.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/form.hpp"
#include "relationships/workshop.hpp"
#include "relationships/workshops.hpp"

namespace rapport {

/// One colleague of the first step.
struct WorkshopRow {
  Id<Staff> staff = {};
  bool is_here = true;
  std::string with = {};   ///< "people.jane-smith-4f2": a suggestion that was chosen
  std::string other = {};  ///< the name of somebody else; it is taken where something is written
  std::string area = {};   ///< the code of a service area; empty for the whole relationship
};
struct WorkshopChoice {
  std::optional<Id<Team>> team = {};
  int minutes = workshop_minutes_usual;
  std::vector<WorkshopRow> rows = {};   ///< empty where nobody chose yet
  std::optional<Id<Staff>> guest = {};  ///< somebody of another team who joins

  [[nodiscard]] const WorkshopRow* row_of(Id<Staff> staff) const;
};
[[nodiscard]] WorkshopChoice workshop_choice_in(const http::Form& query);
/// Invalid: nobody here ("here"), somebody who chose nobody, names that fit nobody or several ("other-12"),
/// no service area that there is ("area-12"), two who chose the same for the same area, more than fit.
[[nodiscard]] Result<std::vector<WorkshopPick>> picks_of(const WorkshopChoice& choice,
                                                         const Directory& directory);

/// The screen's own address and fields.
struct WorkshopScreen {
  std::optional<Id<Team>> team = {};
  int minutes = workshop_minutes_usual;
  std::vector<WorkshopPick> picks = {};
};
/// Each relationship once for each service area, at most twelve; what names nobody is left out.
[[nodiscard]] WorkshopScreen workshop_screen_in(const http::Form& form, const Directory& directory);
[[nodiscard]] std::string address_of(const WorkshopScreen& screen, const Directory& directory);

/// What was typed into a panel; and which plan it was saved as before, as the page said.
struct PanelFields {
  PlanForm form = {};
  bool is_not_today = false;
  std::optional<Id<ScaleUpPlan>> saved = {};
};
[[nodiscard]] PanelFields panel_fields_in(const http::Form& form, const WorkshopPick& pick);

}  // namespace rapport
