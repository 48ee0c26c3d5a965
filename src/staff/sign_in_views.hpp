// What somebody who is not signed in sees. No decisions beyond presentation.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "html/html.hpp"
#include "staff/set_up.hpp"

namespace rapport::staff {

struct SignInForm {
  std::string_view username;
  std::string_view next;
  std::string_view message;  ///< above the form, for example after signing out
};
[[nodiscard]] html::Html sign_in_view(const SignInForm& form, const std::vector<Fault>& faults);
[[nodiscard]] html::Html password_link_view(std::string_view action, std::string_view username,
                                            const std::vector<Fault>& faults);
[[nodiscard]] html::Html welcome_view(std::string_view action, const SetUpDraft& draft,
                                      const std::vector<Fault>& faults);
[[nodiscard]] html::Html dead_link_view(std::string_view words);

}  // namespace rapport::staff
