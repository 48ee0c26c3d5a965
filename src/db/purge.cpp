// Asks the engine.
#include "db/purge.hpp"

#include "db/postgres_database.hpp"
#include "db/sqlite_database.hpp"

namespace rapport::db {

void purge(Database& database) {
  if (database.engine() == Engine::sqlite)
    dynamic_cast<SqliteDatabase&>(database).purge();
  else
    dynamic_cast<PostgresDatabase&>(database).purge();
}

}  // namespace rapport::db
