// Settings of one's own: colours, keys, password, devices; and the menu of everything else.
#pragma once

#include <span>
#include <string_view>

#include "http/response.hpp"
#include "staff/sign_in_desk.hpp"
#include "ui/visit.hpp"

namespace rapport::staff {

/// One more line of the menu under "Library"; the caller leaves out what the viewer may not open.
struct MenuEntry {
  std::string_view address;
  std::string_view icon;
  std::string_view words;
  std::string_view hint;
};

/// GET /settings
[[nodiscard]] http::Response show_settings(ui::Visit& visit, const SignInDesk& desk,
                                           std::span<const MenuEntry> library);
/// POST /settings/colours and /settings/keys
[[nodiscard]] http::Response update_colours(ui::Visit& visit);
[[nodiscard]] http::Response update_keys(ui::Visit& visit);
/// GET and POST /settings/password
[[nodiscard]] http::Response edit_password(ui::Visit& visit);
[[nodiscard]] http::Response update_password(ui::Visit& visit, SignInDesk& desk);
/// POST /settings/sessions/{session}/end
[[nodiscard]] http::Response remove_device(ui::Visit& visit);

}  // namespace rapport::staff
