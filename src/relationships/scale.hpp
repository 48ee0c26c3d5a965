// A library's levels: names and meanings in a version, and where they stand in the next one. Plain data and
// its rules; no SQL, no HTTP, no clock.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "scope/scope.hpp"

namespace rapport {

/// One rung. Its rank is its place in the scale.
struct Level {
  std::string name;     ///< "In touch"
  std::string meaning;  ///< "A two-way contact within the last year"

  friend bool operator==(const Level&, const Level&) = default;
};

/// Rank 0 is "not yet met". Two to seven levels.
struct Scale {
  int version = 1;
  std::vector<Level> levels = {};
  std::vector<int> mapping = {};  ///< the rank here for each rank of the version before; empty in the first
  std::string because = {};
  std::optional<Id<Staff>> made_by = {};  ///< nobody for the one that everybody starts with
  std::optional<Instant> made_at = {};

  [[nodiscard]] int top() const { return static_cast<int>(levels.size()) - 1; }
  [[nodiscard]] bool has(int rank) const { return rank >= 0 && rank <= top(); }
  /// The rank's name; empty for one that is not there.
  [[nodiscard]] const std::string& name(int rank) const;
};

inline constexpr std::size_t levels_min = 2;
inline constexpr std::size_t levels_max = 7;
inline constexpr std::size_t level_name_characters_max = 40;
inline constexpr std::size_t level_meaning_characters_max = 200;

/// Version 1 (product.md, Levels): Not yet met, Acquainted, In touch, Working together, Partner.
[[nodiscard]] Scale starting_scale();

/// Every version of a library, oldest first; never empty.
class Scales {
 public:
  Scales() : Scales(std::vector<Scale>()) {}
  explicit Scales(std::vector<Scale> versions);

  [[nodiscard]] const Scale& current() const { return versions_.back(); }
  [[nodiscard]] std::span<const Scale> versions() const { return versions_; }
  /// Nothing for a version that there never was.
  [[nodiscard]] const Scale* find(int version) const;
  /// What the level was called in that version; empty where there was none.
  [[nodiscard]] const std::string& name(int version, int rank) const;
  /// Where a level of that version stands in the current one.
  [[nodiscard]] int now(int version, int rank) const;

 private:
  std::vector<Scale> versions_;
};

}  // namespace rapport
