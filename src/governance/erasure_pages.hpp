// Erasing a person, over HTTP.
#pragma once

#include <string_view>

#include "governance/erasures.hpp"
#include "html/html.hpp"
#include "http/response.hpp"
#include "ui/visit.hpp"

namespace rapport::erasures {

/// GET /privacy
[[nodiscard]] http::Response show_privacy(const ui::Visit& visit, const Directory& directory);
/// GET /people/{person}/erasure
[[nodiscard]] http::Response new_erasure(const ui::Visit& visit, const Directory& directory);
/// POST /people/{person}/erasure
[[nodiscard]] http::Response create_erasure(const ui::Visit& visit, const Directory& directory);
/// GET /privacy/erasures/{erasure}
[[nodiscard]] http::Response show_erasure(const ui::Visit& visit, const Directory& directory);
/// GET /privacy/erasures/{erasure}/confirmation
[[nodiscard]] http::Response new_confirmation(const ui::Visit& visit, const Directory& directory);
/// POST /privacy/erasures/{erasure}/confirmation
[[nodiscard]] http::Response create_confirmation(const ui::Visit& visit, const Directory& directory,
                                                 Owners owners);
/// POST /privacy/erasures/{erasure}/refusal
[[nodiscard]] http::Response create_refusal(const ui::Visit& visit, const Directory& directory);
/// POST /privacy/erasures/{erasure}/withdrawal
[[nodiscard]] http::Response create_withdrawal(const ui::Visit& visit, const Directory& directory);

/// 410 where the page of somebody erased was; nothing for any other address.
[[nodiscard]] std::optional<http::Response> show_erased(const ui::Visit& visit, const Directory& directory,
                                                        std::string_view slug);
/// On Today; nothing where none waits for the viewer.
[[nodiscard]] html::Html today_section(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::erasures
