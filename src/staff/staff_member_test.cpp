// What may be written about a member of staff.
#include "staff/staff_member.hpp"

#include <gtest/gtest.h>

namespace rapport::staff {
namespace {

StaffDraft priya() {
  return {.username = " Priya.Nair ",
          .full_name = "  Priya   Nair ",
          .email = "priya@Library.Example",
          .role = "leader"};
}

std::vector<std::string> fields_at_fault(const StaffDraft& draft) {
  std::vector<std::string> fields;
  const auto member = check(draft);
  if (!member)
    for (const auto& fault : member.refusal().faults) fields.push_back(fault.field);
  return fields;
}

TEST(StaffMember, IsTidied) {
  const auto member = check(priya()).value();
  EXPECT_EQ(member.username, "priya.nair");
  EXPECT_EQ(member.full_name, "Priya Nair");
  EXPECT_EQ(member.given_name, "Priya");
  EXPECT_EQ(member.email, "priya@library.example");
  EXPECT_EQ(member.role, Role::leader);
}

TEST(StaffMember, MayHaveOneNameOfAnyScript) {
  auto draft = priya();
  draft.full_name = "慧敏";
  EXPECT_EQ(check(draft).value().given_name, "慧敏");
}

TEST(StaffMember, NamesEveryFieldThatNeedsAnotherLook) {
  EXPECT_EQ(fields_at_fault({.username = "", .full_name = " ", .email = "nobody", .role = "king"}),
            (std::vector<std::string>{"full_name", "username", "email", "role"}));
}

TEST(StaffMember, HasAUsernameThatCanBeTypedAnywhere) {
  for (const char* username : {"a", "priya nair", "siân", "priya/nair", "<priya>"}) {
    auto draft = priya();
    draft.username = username;
    EXPECT_EQ(fields_at_fault(draft), std::vector<std::string>{"username"}) << username;
  }
  auto draft = priya();
  draft.username = std::string(65, 'a');
  EXPECT_EQ(fields_at_fault(draft), std::vector<std::string>{"username"});
}

TEST(StaffMember, ComesBackFromItsOwnDraft) {
  const auto member = check(priya()).value();
  EXPECT_EQ(check(draft_of(member)).value(), member);
}

}  // namespace
}  // namespace rapport::staff
