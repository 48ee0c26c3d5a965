// The pages on which administrators set up the kinds of conversation.
#pragma once

#include "http/response.hpp"
#include "ui/visit.hpp"

namespace rapport::interactions {

[[nodiscard]] http::Response show_kinds(const ui::Visit& visit);
[[nodiscard]] http::Response new_kind(const ui::Visit& visit);
[[nodiscard]] http::Response create_kind(const ui::Visit& visit);
[[nodiscard]] http::Response edit_kind(const ui::Visit& visit);
[[nodiscard]] http::Response update_kind(const ui::Visit& visit);

}  // namespace rapport::interactions
