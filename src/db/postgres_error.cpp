// PostgreSQL's SQLSTATE codes as portable errors. The server's DETAIL is left out: it quotes what people
// wrote.
#include "db/postgres_error.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace rapport::db {

namespace {

struct Meaning {
  std::string_view prefix;
  Error::Kind kind;
};

// The first match counts.
constexpr std::array meanings = {
    Meaning{"23505", Error::Kind::unique},
    Meaning{"23P01", Error::Kind::unique},
    Meaning{"23503", Error::Kind::foreign_key},
    Meaning{"23", Error::Kind::check},
    Meaning{"P0001", Error::Kind::check},  // raised by a trigger, as RAISE(ABORT) on SQLite
    Meaning{"40001", Error::Kind::serialization},
    Meaning{"40P01", Error::Kind::serialization},
    Meaning{"53100", Error::Kind::full},
    Meaning{"53300", Error::Kind::busy},
    Meaning{"55P03", Error::Kind::busy},
    Meaning{"57014", Error::Kind::busy},  // over the statement's time limit
    Meaning{"08", Error::Kind::gone},
    Meaning{"57P0", Error::Kind::gone},
    Meaning{"25006", Error::Kind::gone},  // the server has become a standby
    Meaning{"25P03", Error::Kind::gone},
    Meaning{"XX001", Error::Kind::damaged},
    Meaning{"XX002", Error::Kind::damaged},
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  return text;
}

}  // namespace

Error::Kind postgres_kind(std::string_view sqlstate) {
  const auto* found = std::find_if(meanings.begin(), meanings.end(),
                                   [&](const Meaning& m) { return sqlstate.starts_with(m.prefix); });
  return found == meanings.end() ? Error::Kind::other : found->kind;
}

std::string_view sqlstate_of(const PGresult* result) {
  const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
  return state == nullptr ? std::string_view() : std::string_view(state);
}

Error postgres_error(PGconn* connection, const PGresult* result, std::string_view doing) {
  constexpr std::size_t shown_bytes_max = 300;
  const auto state = sqlstate_of(result);
  const bool is_lost = PQstatus(connection) == CONNECTION_BAD;
  const char* primary = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  std::string what(primary == nullptr ? trimmed(PQerrorMessage(connection)) : std::string_view(primary));
  if (!state.empty()) what.append(" [").append(state).append("]");
  what.append(": ").append(doing.substr(0, shown_bytes_max));
  return {is_lost ? Error::Kind::gone : postgres_kind(state), what};
}

}  // namespace rapport::db
