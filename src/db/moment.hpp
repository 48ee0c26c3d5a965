// What a snapshot sees, as a word: for what is made from rows and kept as long as nothing has changed.
#pragma once

#include <optional>
#include <string>

#include "db/connection.hpp"

namespace rapport::db {

/// Two snapshots of one database with the same word see the same rows of every table; every commit makes
/// another one. Nothing inside a transaction that may write, for it sees what no snapshot sees. Holds among
/// the words of one process alone. On SQLite what other programs than Rapport write is not noticed. Cost: two
/// numbers in memory on SQLite, one statement on PostgreSQL.
[[nodiscard]] std::optional<std::string> moment_of(Reader& reader);

}  // namespace rapport::db
