// People who were ticked on the list of people, for a hand-over's form: who looks after them, and what of it
// is filled in. A hand-over passes departments and promises on, never a person alone.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "http/form.hpp"
#include "interactions/directory.hpp"
#include "relationships/hand_over_views.hpp"

namespace rapport::hand_overs {

inline constexpr std::size_t ticked_people_max = 100;

/// The `people` of an address, each once; whom nobody knows is left out.
[[nodiscard]] std::vector<const PersonEntry*> ticked_people(const http::Form& query,
                                                            const Directory& directory);
/// Whoever leads for most of their departments; 0 where nobody does.
[[nodiscard]] Id<Staff> keeper_of(std::span<const PersonEntry* const> people, const Directory& directory);
/// Ticks the parts that these people's departments belong to, and moves the promises made to them; everything
/// else stays.
void fill_in(const HandOverOffer& offered, const Directory& directory, HandOverForm& form);
/// Who is looked after by somebody else, and that a department goes as a whole.
[[nodiscard]] std::vector<std::string> notes_of(const HandOverForm& form, const Directory& directory);

}  // namespace rapport::hand_overs
