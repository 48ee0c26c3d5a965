// The file of a form where it lies: in the body of its request.
#pragma once

#include <optional>
#include <string_view>

#include "http/request.hpp"

namespace rapport::http {

/// What the first file of that name holds; nothing where the form has none. A form does not copy its files,
/// for they may be large. Holds as long as the body.
[[nodiscard]] std::optional<std::string_view> uploaded_file(const Request& request, std::string_view name);

/// The same for a body by itself.
[[nodiscard]] std::optional<std::string_view> uploaded_file(std::string_view content_type,
                                                            std::string_view body, std::string_view name);

}  // namespace rapport::http
