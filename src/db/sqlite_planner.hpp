// What SQLite's planner is told about the indexes. Nothing for PostgreSQL, which counts by itself.
#pragma once

#include "db/connection.hpp"

namespace rapport::db {

/// Left alone, SQLite takes any first column of an index for selective. Here every index begins with the
/// institution, of which a file has one: it would walk whole tables rather than use an index's second column.
/// So each index is described as of a large table where the institution says nothing and each further column
/// much. Plans are then the same for an empty and for a full library (ADR 11). Writes; after a migration.
void describe_indexes(Writer& writer);

}  // namespace rapport::db
