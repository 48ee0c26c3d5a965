// Today's page. Finished values in, markup out.
#pragma once

#include "html/html.hpp"
#include "profiles/today.hpp"
#include "ui/visit.hpp"

namespace rapport::profiles {

/// `plans` is the card that asks how plans went; may be empty.
[[nodiscard]] html::Html today_view(const ui::Visit& visit, const Directory& directory, const Today& today,
                                    const html::Html& plans);

}  // namespace rapport::profiles
