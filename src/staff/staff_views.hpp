// The administrator's pages of accounts and teams as HTML.
#pragma once

#include <optional>
#include <vector>

#include "html/html.hpp"
#include "organisation/org_directory.hpp"
#include "staff/password_change.hpp"
#include "staff/portfolio.hpp"
#include "staff/staff_member.hpp"
#include "ui/visit.hpp"

namespace rapport::staff {

[[nodiscard]] html::Html staff_view(const ui::Visit& visit, const std::vector<StaffMember>& members,
                                    const std::vector<TeamEntry>& teams, const std::vector<Fault>& faults);

struct MemberForm {
  const StaffDraft& draft;
  const std::vector<TeamEntry>& teams;
  const std::vector<Fault>& faults;
};
[[nodiscard]] html::Html new_member_view(const ui::Visit& visit, const MemberForm& form);

/// `now` is what stands in the database: its version goes into the form. Where `is_overtaken`, the page says
/// what the other change wrote, beside the words typed here.
struct MemberPage {
  const StaffMember& now;
  MemberForm form;
  const std::vector<PortfolioEntry>& portfolio;
  const OrgDirectory& units;
  bool is_overtaken = false;
};
[[nodiscard]] html::Html edit_member_view(const ui::Visit& visit, const MemberPage& page);
[[nodiscard]] html::Html password_link_made_view(const ui::Visit& visit, Id<Staff> staff,
                                                 const PasswordLink& link, std::string_view address);

}  // namespace rapport::staff
