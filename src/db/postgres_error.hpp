// PostgreSQL's SQLSTATE codes as portable errors.
#pragma once

#include <libpq-fe.h>

#include <string_view>

#include "db/connection.hpp"

namespace rapport::db {

[[nodiscard]] Error::Kind postgres_kind(std::string_view sqlstate);
/// The SQLSTATE, or empty where the connection was lost before the server could answer.
[[nodiscard]] std::string_view sqlstate_of(const PGresult* result);
/// `result` may be null. `doing` is a statement's text or what else was tried.
[[nodiscard]] Error postgres_error(PGconn* connection, const PGresult* result, std::string_view doing);

}  // namespace rapport::db
