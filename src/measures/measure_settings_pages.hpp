// GET /settings/measures and its forms.
#pragma once

#include "http/response.hpp"
#include "ui/visit.hpp"

namespace rapport::measures {

[[nodiscard]] http::Response show_measure_settings(const ui::Visit& visit);
[[nodiscard]] http::Response new_measure(const ui::Visit& visit);
[[nodiscard]] http::Response create_measure(const ui::Visit& visit);
[[nodiscard]] http::Response edit_measure(const ui::Visit& visit);
[[nodiscard]] http::Response update_measure(const ui::Visit& visit);
[[nodiscard]] http::Response retire_measure(const ui::Visit& visit);
[[nodiscard]] http::Response reinstate_measure(const ui::Visit& visit);

}  // namespace rapport::measures
