// The schema as text, for the golden file db/schema.sql.
#pragma once

#include <string>

#include "db/database.hpp"

namespace rapport::db {

/// Every table, index, trigger and view of a SQLite database as it was created, sorted by table, without what
/// SQLite and full-text search make for themselves. Throws Error(other) on PostgreSQL: the golden file is
/// SQLite's.
[[nodiscard]] std::string dump_schema(Database& database);

}  // namespace rapport::db
