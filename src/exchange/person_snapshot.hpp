// A person as JSON, for putting them back when an import is undone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "people/person.hpp"

namespace rapport::exchange {

/// Changes when anything changes that an import may change.
[[nodiscard]] std::string mark_of(const PersonDetails& details);
/// `before`, and the mark of what the import made of it.
[[nodiscard]] std::string snapshot_json(const PersonDetails& before, const PersonDetails& after);

struct PersonSnapshot {
  PersonDetails before;
  std::string mark;
};
[[nodiscard]] std::optional<PersonSnapshot> snapshot_of(std::string_view json);

}  // namespace rapport::exchange
