// A row of a PostgreSQL result.
#include "db/postgres_row.hpp"

#include <charconv>

namespace rapport::db {

namespace {

constexpr Oid type_boolean = 16;
constexpr std::string_view hex_mark = "\\x";

int hex_value(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

std::string from_hex(std::string_view digits) {
  std::string bytes;
  bytes.reserve(digits.size() / 2);
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(hex_value(digits[i]) * 16 + hex_value(digits[i + 1]));
  }
  return bytes;
}

}  // namespace

void PostgresRow::move_to(int row) {
  row_ = row;
  decoded_.clear();
}

std::int64_t PostgresRow::integer(int column) const {
  const auto written = text(column);
  if (PQftype(result_, column) == type_boolean) return written == "t" ? 1 : 0;
  std::int64_t value = 0;
  std::from_chars(written.data(), written.data() + written.size(), value);
  return value;
}

double PostgresRow::real(int column) const {
  const auto written = text(column);
  double value = 0;
  std::from_chars(written.data(), written.data() + written.size(), value);
  return value;
}

std::string_view PostgresRow::text(int column) const {
  return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

std::string_view PostgresRow::blob(int column) const {
  const auto written = text(column);
  if (!written.starts_with(hex_mark)) return written;
  return decoded_.emplace_back(from_hex(written.substr(hex_mark.size())));
}

}  // namespace rapport::db
