// Today's page. Finished values in, markup out.
#pragma once

#include "html/html.hpp"
#include "profiles/today.hpp"
#include "ui/visit.hpp"

namespace rapport::profiles {

[[nodiscard]] html::Html today_view(const ui::Visit& visit, const Directory& directory, const Today& today);

}  // namespace rapport::profiles
