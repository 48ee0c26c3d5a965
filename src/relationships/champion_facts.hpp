// What the signs of a champion are made from, out of what rhythms read: only what everybody in the library
// may read.
#pragma once

#include <span>
#include <vector>

#include "interactions/directory.hpp"
#include "relationships/champion_signs.hpp"
#include "relationships/rhythm_store.hpp"

namespace rapport {

[[nodiscard]] std::vector<SignContact> sign_contacts(std::span<const rhythm_store::Contact> contacts,
                                                     const Directory& directory);
/// Other people, under the record that remains, and modules that somebody's conversations led to; `records`
/// are theirs, the one who remains first. Cost: a walk by key over what their bumps lead to.
[[nodiscard]] std::vector<rhythm_store::Reached> reached_by(db::Reader& reader, const Scope& scope,
                                                            const Directory& directory,
                                                            std::span<const Id<Person>> records);
[[nodiscard]] std::vector<SignReached> sign_reached(std::span<const rhythm_store::Reached> reached);

}  // namespace rapport
