// The rules of what may be written about a member of staff.
#include "staff/staff_member.hpp"

#include <algorithm>

#include "base/email.hpp"
#include "base/text.hpp"

namespace rapport::staff {
namespace {

constexpr std::size_t username_characters_max = 64;
constexpr std::size_t name_characters_max = 120;

bool is_username_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view("._-@+").find(c) != std::string_view::npos;
}

void check_username(const std::string& username, std::vector<Fault>& faults) {
  if (username.empty())
    faults.push_back({"username", "What will they sign in as?"});
  else if (username.size() < 2 || username.size() > username_characters_max)
    faults.push_back({"username", "A username has 2 to 64 characters."});
  else if (!std::ranges::all_of(username, is_username_character))
    faults.push_back({"username", "A username has letters a to z, digits and . _ - @ + alone."});
}

void check_name(std::string_view field, const std::string& name, std::vector<Fault>& faults) {
  if (name.empty())
    faults.push_back({std::string(field), "What is their name?"});
  else if (character_count(name) > name_characters_max)
    faults.push_back({std::string(field), "A name has at most 120 characters."});
}

}  // namespace

std::string username_as_kept(std::string_view typed) {
  std::string username = tidy_line(typed);
  std::ranges::transform(username, username.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return username;
}

Result<StaffMember> check(const StaffDraft& draft) {
  std::vector<Fault> faults;
  StaffMember member{.id = {},
                     .username = username_as_kept(draft.username),
                     .full_name = tidy_line(draft.full_name),
                     .given_name = tidy_line(draft.given_name),
                     .email = {},
                     .team = draft.team,
                     .is_active = draft.is_active};
  check_name("full_name", member.full_name, faults);
  if (member.given_name.empty()) member.given_name = member.full_name.substr(0, member.full_name.find(' '));
  if (character_count(member.given_name) > name_characters_max)
    faults.push_back({"given_name", "A name has at most 120 characters."});
  check_username(member.username, faults);
  if (const auto email = parse_email(draft.email))
    member.email = *email;
  else
    faults.push_back({"email", "Write an email address like name@library.ac.uk."});
  if (const auto role = role_of(draft.role))
    member.role = *role;
  else
    faults.push_back({"role", "Choose one of the roles."});
  if (!faults.empty()) return invalid(std::move(faults));
  return member;
}

StaffDraft draft_of(const StaffMember& member) {
  return {.username = member.username,
          .full_name = member.full_name,
          .given_name = member.given_name,
          .email = member.email,
          .role = std::string(code(member.role)),
          .team = member.team,
          .is_active = member.is_active};
}

}  // namespace rapport::staff
