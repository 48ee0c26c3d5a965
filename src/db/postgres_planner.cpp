// Asks PostgreSQL to count now.
#include "db/postgres_planner.hpp"

namespace rapport::db {

void count_tables(Writer& writer) {
  if (writer.engine() == Engine::postgres) writer.execute("analyze");
}

}  // namespace rapport::db
