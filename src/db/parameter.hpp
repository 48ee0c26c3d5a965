// What a statement's placeholder is filled with.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"

namespace rapport::db {

/// Bytes that are not text. Refers to the caller's memory.
struct Blob {
  std::string_view bytes;
};

/// One bound value; refers to the caller's text, so it must not outlive the call.
class Parameter {
 public:
  enum class Kind { null, integer, real, text, blob };

  Parameter(std::nullopt_t) {}
  template <std::integral T>
  Parameter(T value) : kind_(Kind::integer), integer_(static_cast<std::int64_t>(value)) {}
  Parameter(double value) : kind_(Kind::real), real_(value) {}
  Parameter(std::string_view text) : kind_(Kind::text), text_(text) {}
  Parameter(const std::string& text) : Parameter(std::string_view(text)) {}
  Parameter(const char* text) : Parameter(std::string_view(text)) {}
  Parameter(Blob blob) : kind_(Kind::blob), text_(blob.bytes) {}
  template <class Tag>
  Parameter(Id<Tag> id) : Parameter(id.value) {}
  /// As ISO text, `2026-11-13`.
  Parameter(Date date) : kind_(Kind::text), is_inline_(true) { date.write_iso(iso_.data()); }
  /// As milliseconds.
  Parameter(Instant instant) : Parameter(instant.milliseconds) {}
  template <class T>
  Parameter(const std::optional<T>& value) {
    if (value) *this = Parameter(*value);
  }

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] std::int64_t integer() const { return integer_; }
  [[nodiscard]] double real() const { return real_; }
  [[nodiscard]] std::string_view text() const {
    return is_inline_ ? std::string_view(iso_.data(), iso_.size()) : text_;
  }

 private:
  Kind kind_ = Kind::null;
  bool is_inline_ = false;
  std::int64_t integer_ = 0;
  double real_ = 0;
  std::string_view text_;
  std::array<char, 10> iso_{};
};

}  // namespace rapport::db
