// The settings pages as HTML.
#pragma once

#include <span>
#include <vector>

#include "html/html.hpp"
#include "staff/session.hpp"
#include "staff/settings_pages.hpp"

namespace rapport::staff {

[[nodiscard]] html::Html settings_view(const ui::Visit& visit, const std::vector<SessionEntry>& devices,
                                       std::span<const MenuEntry> library);
[[nodiscard]] html::Html password_view(const ui::Visit& visit, const std::vector<Fault>& faults);

}  // namespace rapport::staff
