// Writes JSON, and reads it with limits. Boost.JSON stays in the .cpp files of this folder.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rapport::json {

struct Value;
using Array = std::vector<Value>;
using Object = std::vector<std::pair<std::string, Value>>;

/// A JSON value; an object keeps its members' order.
struct Value {
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> content = nullptr;

  Value() = default;
  Value(std::nullptr_t) {}
  Value(bool value) : content(value) {}
  Value(int value) : content(std::int64_t{value}) {}
  Value(std::int64_t value) : content(value) {}
  Value(double value) : content(value) {}
  Value(std::string value) : content(std::move(value)) {}
  Value(std::string_view value) : content(std::string(value)) {}
  Value(const char* value) : content(std::string(value)) {}
  Value(Array value) : content(std::move(value)) {}
  Value(Object value) : content(std::move(value)) {}

  /// The member of that name, or nothing where this is no object or has none.
  [[nodiscard]] const Value* find(std::string_view name) const;
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&content); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&content); }
};

/// Depth at most 64, no NUL, clean UTF-8; nothing where the text is no JSON.
[[nodiscard]] std::optional<Value> parse(std::string_view text);
[[nodiscard]] std::string write(const Value& value);
/// Appends a quoted, escaped string.
void write_string(std::string& out, std::string_view text);

}  // namespace rapport::json
