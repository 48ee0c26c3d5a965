// What find reads by itself; reads only.
#pragma once

#include <cstdint>
#include <vector>

#include "db/connection.hpp"
#include "people/people_directory.hpp"

namespace rapport::search_store {

/// The document numbers of a person's conversations below `before`, newest first, at most `limit`.
[[nodiscard]] std::vector<std::int64_t> documents_with(db::Reader& reader, Id<Institution> institution,
                                                       Id<Person> person, std::int64_t before, int limit);

}  // namespace rapport::search_store
