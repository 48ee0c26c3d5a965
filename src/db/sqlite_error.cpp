// SQLite's result codes as portable errors. Messages name statements and columns, never bound values.
#include "db/sqlite_error.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <string>

namespace rapport::db {

namespace {

Error::Kind constraint_kind(int extended_code) {
  switch (extended_code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return Error::Kind::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return Error::Kind::foreign_key;
    default:
      return Error::Kind::check;
  }
}

bool says_no_space(int system_errno) {
  return system_errno == ENOSPC || system_errno == EDQUOT || system_errno == EFBIG;
}

}  // namespace

Error::Kind sqlite_kind(int extended_code, int system_errno) {
  switch (extended_code & 0xff) {
    case SQLITE_CONSTRAINT:
      return constraint_kind(extended_code);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Error::Kind::busy;
    case SQLITE_FULL:
      return Error::Kind::full;
    case SQLITE_IOERR:
      return says_no_space(system_errno) ? Error::Kind::full : Error::Kind::gone;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return Error::Kind::gone;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Error::Kind::damaged;
    default:
      return Error::Kind::other;
  }
}

Error sqlite_error(sqlite3* handle, std::string_view doing) {
  constexpr std::size_t shown_bytes_max = 300;
  const auto kind = sqlite_kind(sqlite3_extended_errcode(handle), sqlite3_system_errno(handle));
  return {kind, std::string(sqlite3_errmsg(handle)) + ": " + std::string(doing.substr(0, shown_bytes_max))};
}

}  // namespace rapport::db
