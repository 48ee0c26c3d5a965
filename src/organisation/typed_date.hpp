// A date field as typed.
#pragma once

#include <optional>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "http/form.hpp"

namespace rapport {

/// Nothing where the field was left empty; Invalid where there is no such day. `field` is its name.
[[nodiscard]] inline Result<std::optional<Date>> typed_date(const http::Form& form,
                                                            const std::string& field) {
  const auto typed = trim(form.value(field));
  if (typed.empty()) return std::optional<Date>();
  const auto date = Date::parse_iso(typed);
  if (!date) return invalid(field, "There is no such day. Write it as 2026-11-12.");
  return date;
}

}  // namespace rapport
