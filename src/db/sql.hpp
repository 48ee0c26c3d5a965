// A statement's text. It is constructed from literals only: a joined string does not compile.
#pragma once

#include <string_view>

namespace rapport::db {

/// Common subset of SQLite and PostgreSQL with $1, $2 … placeholders. The literal's address is the key under
/// which a connection keeps the prepared statement.
class Sql {
 public:
  consteval Sql(const char* text) : text_(text) {}
  [[nodiscard]] constexpr std::string_view text() const { return text_; }
  [[nodiscard]] constexpr const void* key() const { return text_.data(); }

 private:
  std::string_view text_;
};

}  // namespace rapport::db
