// How much two-way contact there was with each person in twelve months: what breadth is made of. From what is
// kept beside rhythms, which leaves out restricted conversations. About people, never about a member of
// staff.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "interactions/directory.hpp"
#include "scope/scope.hpp"

namespace rapport::contacts {

/// By the record that remains; who had none is left out. One walk over everybody's rhythm.
[[nodiscard]] std::unordered_map<Id<Person>, int> of_everybody(Scope& scope);
/// 1 − the share of the busiest tenth of people in all contacts, in per cent; nothing where there were none.
/// One number for each person, those without contact included.
[[nodiscard]] std::optional<int> breadth(std::vector<int> contacts);

}  // namespace rapport::contacts
