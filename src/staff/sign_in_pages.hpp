// Pages for somebody who is not signed in: sign-in, set-up, a new password by link. And signing out.
#pragma once

#include <string>
#include <string_view>

#include "http/response.hpp"
#include "scope/scope.hpp"
#include "staff/sign_in_desk.hpp"
#include "ui/visit.hpp"

namespace rapport::staff {

/// One request of somebody unknown. `scope` is nobody's.
struct Guest {
  const http::Request& request;
  Scope& scope;
  std::string institution_name;
};

/// GET /sign-in?next=
[[nodiscard]] http::Response show_sign_in(Guest& guest);
/// POST /sign-in. 303 to `next`; 422 with the form; 429 after too many tries.
[[nodiscard]] http::Response create_session(Guest& guest, SignInDesk& desk);
/// POST /sign-out and /sign-out-everywhere
[[nodiscard]] http::Response remove_session(ui::Visit& visit, const SignInDesk& desk);
[[nodiscard]] http::Response remove_all_sessions(ui::Visit& visit, const SignInDesk& desk);

/// GET and POST /password/{token}
[[nodiscard]] http::Response show_password_link(Guest& guest);
[[nodiscard]] http::Response use_password_link(Guest& guest, SignInDesk& desk);

/// GET and POST /welcome/{token}: the first start
[[nodiscard]] http::Response show_welcome(Guest& guest);
[[nodiscard]] http::Response create_library(Guest& guest, SignInDesk& desk);

/// For whoever needs to be signed in and is not: 303 to /sign-in with the way back, 401 to script.
[[nodiscard]] http::Response ask_to_sign_in(const http::Request& request);

/// `next` where it is a path of this site that can be opened after signing in, otherwise `instead`.
[[nodiscard]] std::string local_path(std::string_view next, std::string_view instead);

}  // namespace rapport::staff
