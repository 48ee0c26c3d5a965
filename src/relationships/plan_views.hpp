// The pages of scale-up plans: one plan, its form, closing it. Finished values in, markup out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "interactions/directory.hpp"
#include "relationships/plan_form.hpp"
#include "relationships/plans.hpp"
#include "relationships/relationship.hpp"
#include "ui/visit.hpp"

namespace rapport {

/// Whose plan a page is about.
struct PlanPartner {
  RelationshipWith with = {};
  std::string name = {};    ///< "Dr Jane Smith", "Nursing & Midwifery"
  std::string page = {};    ///< "/people/jane-smith-4f2"
  std::string line = {};    ///< "Nursing. Priya looks after this relationship."
  std::string object = {};  ///< "her", "him", "them"
  std::string slug = {};    ///< of a person; empty for a department
  bool may_be_planned = true;
};
/// `with` is in the directory.
[[nodiscard]] PlanPartner plan_partner(const Directory& directory, RelationshipWith with);
/// "/people/jane-smith-4f2/plan", with the area where there is one.
[[nodiscard]] std::string plan_address(const PlanPartner& partner, ServiceArea area);

struct PlanPage {
  PlanPartner partner = {};
  ServiceArea area = ServiceArea::overall;
  const Scales& scales;
  Standing standing = {};
  std::span<const plans::Plan> plans = {};  ///< active ones first
  plans::Ideas ideas = {};
  bool may_write = false;
};
/// The active plan with those closed before.
[[nodiscard]] html::Html plan_view(const ui::Visit& visit, const Directory& directory, const PlanPage& page);

struct PlanFormPage {
  const PlanForm& form;
  PlanPartner partner = {};
  const Scales& scales;
  Standing standing = {};
  std::optional<plans::Plan> plan = {};  ///< what is changed; nothing where one is begun
  std::span<const plans::Plan> earlier = {};
  plans::Ideas ideas = {};
  std::vector<Fault> faults = {};
  std::string clash = {};  ///< why it could not be kept; empty where it could
};
/// Nothing typed is lost. With a clash, what is there now stands above what was typed.
[[nodiscard]] html::Html plan_form_view(const ui::Visit& visit, const Directory& directory,
                                        const PlanFormPage& page);

struct PlanClosePage {
  PlanPartner partner = {};
  const Scales& scales;
  const plans::Plan& plan;
  std::string outcome = {};
  std::string learnt = {};
  bool drops_open_steps = true;
  int version = 1;
  std::vector<Fault> faults = {};
  std::string clash = {};
};
[[nodiscard]] html::Html plan_close_view(const ui::Visit& visit, const Directory& directory,
                                         const PlanClosePage& page);

// Parts of these pages -------------------------------------------------------------------------------

/// The aim's level now, with the old name where the levels were changed since: "Partner (once “Ally”)".
[[nodiscard]] std::string aim_words(const ScaleUpPlan& plan, const Scales& scales);
[[nodiscard]] html::Html plan_heading(const PlanPartner& partner, const html::Html& buttons);
/// Service areas as tabs.
[[nodiscard]] html::Html plan_areas(const PlanPartner& partner, ServiceArea area);
/// Closed plans, each to be opened; nothing where there are none.
[[nodiscard]] html::Html earlier_plans(const ui::Visit& visit, const Directory& directory,
                                       std::span<const plans::Plan> plans, const Scales& scales);
/// "What worked for others"; nothing where there is too little.
[[nodiscard]] html::Html ideas_section(const plans::Ideas& ideas);

/// For Today: plans that wait for a review, each with its two answers; nothing where there are none.
[[nodiscard]] html::Html plan_questions(const ui::Visit& visit, const Directory& directory,
                                        std::span<const ScaleUpPlan> due, const Scales& scales);

}  // namespace rapport
