// A row of a PostgreSQL result, read from its text form.
#pragma once

#include <libpq-fe.h>

#include <deque>
#include <string>

#include "db/connection.hpp"

namespace rapport::db {

class PostgresRow final : public Row {
 public:
  explicit PostgresRow(const PGresult* result) : result_(result) {}
  void move_to(int row);

  [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
  /// A boolean of an expression (`a = b`) is 1 or 0, as on SQLite; of a fraction, the whole part.
  [[nodiscard]] std::int64_t integer(int column) const override;
  [[nodiscard]] double real(int column) const override;
  [[nodiscard]] std::string_view text(int column) const override;
  [[nodiscard]] std::string_view blob(int column) const override;

 private:
  const PGresult* result_;
  int row_ = 0;
  mutable std::deque<std::string> decoded_;  // this row's blobs
};

}  // namespace rapport::db
