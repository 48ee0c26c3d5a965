// The pages of sharing. Finished values in, markup out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "interactions/directory.hpp"
#include "plans/plan_shares.hpp"
#include "ui/visit.hpp"

namespace rapport::plan_shares {

struct SharingPage {
  const OrgUnitEntry* unit = nullptr;
  int academic_year = 0;
  std::span<const PlanLinkEntry> links = {};
  std::span<const PlanAnswerEntry> answers = {};
  std::string address = {};            ///< of the link that was just made
  std::string label = {}, until = {};  ///< as typed
  std::vector<Fault> faults = {};
};
[[nodiscard]] html::Html sharing_view(const ui::Visit& visit, const Directory& directory,
                                      const SharingPage& page);

struct SharedPage {
  AnswerDraft draft = {};  ///< as typed
  std::vector<Fault> faults = {};
  bool has_answered = false;
  html::Html sheet = {};
};
/// What the department reads: no note, no minutes, no address of any page of ours.
[[nodiscard]] html::Html shared_view(const Directory& directory, const Shared& shared, const SharedPage& page,
                                     Date today, const AcademicYears& years);
[[nodiscard]] html::Html gone_view();
[[nodiscard]] html::Html too_many_view();

/// What the department said, newest first; nothing where it said nothing.
[[nodiscard]] html::Html answers_section(const ui::Visit& visit, std::span<const PlanAnswerEntry> answers);
[[nodiscard]] html::Html unseen_card(const ui::Visit& visit, const Directory& directory,
                                     std::span<const Unseen> unseen);

}  // namespace rapport::plan_shares
