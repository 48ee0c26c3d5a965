// What a database holds, as one hash: a refusal must leave it as it was.
#pragma once

#include <string>

#include "db/database.hpp"

namespace rapport::test {

/// SHA-256 over every row of the product's tables, in a fixed order. Counters of sequences do not count.
[[nodiscard]] std::string fingerprint(db::Database& database);

}  // namespace rapport::test
