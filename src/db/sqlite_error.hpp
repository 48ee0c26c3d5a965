// SQLite's result codes as portable errors.
#pragma once

#include <string_view>

#include "db/connection.hpp"

struct sqlite3;

namespace rapport::db {

[[nodiscard]] Error::Kind sqlite_kind(int extended_code, int system_errno);
/// The error of the connection's last call. `doing` is a statement's text or what else was tried.
[[nodiscard]] Error sqlite_error(sqlite3* handle, std::string_view doing);

}  // namespace rapport::db
