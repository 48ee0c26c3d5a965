// Takes what was deleted or written over out of a database's files.
#pragma once

#include "db/database.hpp"

namespace rapport::db {

/// It cannot be read from the files any more. SQLite: the index of words and the whole file are written anew
/// and the write-ahead log is emptied, which takes the room of a second copy and keeps writers waiting; busy
/// where readers hold the log for too long. PostgreSQL: VACUUM, so that no statement reaches it; what its
/// files, log archives and replicas hold is the database administrator's. Throws Error (busy, full).
void purge(Database& database);

}  // namespace rapport::db
