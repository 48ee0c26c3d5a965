// A statement's arguments as libpq wants them, and the types they are sent as.
#pragma once

#include <libpq-fe.h>

#include <array>
#include <initializer_list>
#include <vector>

#include "db/parameter.hpp"

namespace rapport::db {

/// Types as PostgreSQL numbers them; 0 leaves the type to the server.
namespace postgres_type {
inline constexpr Oid unknown = 0;
inline constexpr Oid blob = 17;
inline constexpr Oid bigint = 20;
inline constexpr Oid text = 25;
inline constexpr Oid real = 701;
}  // namespace postgres_type

/// The type that says what the argument is; a NULL says nothing.
[[nodiscard]] Oid wanted_type(const Parameter& argument);
/// True when the argument can be sent to a place of that type.
[[nodiscard]] bool fits(const Parameter& argument, Oid type);

/// Refers to the parameters' texts. Numbers go as text, texts and blobs as their bytes.
class PostgresArguments {
 public:
  explicit PostgresArguments(std::initializer_list<Parameter> arguments);
  [[nodiscard]] int count() const { return static_cast<int>(values_.size()); }
  [[nodiscard]] const char* const* values() const { return values_.data(); }
  [[nodiscard]] const int* lengths() const { return lengths_.data(); }
  [[nodiscard]] const int* formats() const { return formats_.data(); }

 private:
  using Digits = std::array<char, 32>;
  void add(const Parameter& argument, Digits& digits);

  std::vector<Digits> digits_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

}  // namespace rapport::db
