// What PostgreSQL's planner is told while much is written. Nothing for SQLite, whose planner is told once.
#pragma once

#include "db/connection.hpp"

namespace rapport::db {

/// PostgreSQL counts tables by itself about once a minute. Until then a foreign key into a table that was
/// empty is checked by reading what has been written since: call this after the first rows of many, and again
/// when they have doubled. Takes a second or so with a million rows.
void count_tables(Writer& writer);

}  // namespace rapport::db
