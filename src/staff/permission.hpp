// Who may change staff: the one rule that every verb of this folder asks. For the files of staff/ alone.
#pragma once

#include <optional>

#include "base/result.hpp"
#include "scope/scope.hpp"

namespace rapport::staff {

[[nodiscard]] inline std::optional<Refusal> refuse_unless_administrator(const Scope& scope) {
  if (scope.viewer.is(Role::administrator)) return std::nullopt;
  return forbidden("Only administrators look after accounts.");
}

[[nodiscard]] inline Refusal nobody_here() {
  return not_found("There is nobody of that number at the library.");
}

}  // namespace rapport::staff
