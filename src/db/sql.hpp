// A statement's text. It is constructed from literals only: a joined string does not compile.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace rapport::db {

/// A piece of a statement, for texts that several statements share (a list of columns).
template <std::size_t N>
struct Fragment {
  std::array<char, N> characters{};
  constexpr Fragment(const char (&text)[N]) {
    for (std::size_t i = 0; i < N; ++i) characters[i] = text[i];
  }
  [[nodiscard]] constexpr std::string_view view() const { return {characters.data(), N - 1}; }
};

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

namespace detail {
template <Fragment... parts>
struct Joined {
  static constexpr auto text = [] {
    std::array<char, (parts.view().size() + ... + 1)> joined{};
    std::size_t end = 0;
    const auto append = [&](std::string_view part) {
      for (const char c : part) joined[end++] = c;
    };
    (append(parts.view()), ...);
    return joined;
  }();
};
}  // namespace detail

/// Literals joined while compiling: `concat<"select ", columns, " from persons">`.
template <Fragment... parts>
inline constexpr Sql concat = Sql(detail::Joined<parts...>::text.data());

}  // namespace rapport::db
