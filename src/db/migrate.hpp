// Brings a database's tables up to this program's version, forward only, one transaction a migration.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"

namespace rapport::db {

/// One file of db/migrations, embedded: `number` and `name` come from `0001_first_tables.sql`.
struct Migration {
  int number = 0;
  std::string_view name;
  std::string_view sql;
};

/// The embedded migrations, in order.
[[nodiscard]] std::span<const Migration> migrations();

/// A migration's statements for one engine. Words that differ are replaced: `{serial}` `{id}` `{int}`
/// `{real}` `{blob}`
/// `{strict}` `{clustered}` `{key}`; a block between `-- only sqlite` or `-- only postgres` and `-- end` is
/// kept for that engine alone.
[[nodiscard]] std::vector<std::string> statements_for(Engine engine, std::string_view sql);

/// Applies what is missing and returns how many were applied. Throws Error when the database is newer than
/// the program, or when a migration was edited after this database had applied it.
int migrate(Database& database);
int migrate(Database& database, std::span<const Migration> known);

}  // namespace rapport::db
