// Changing a library's levels: what is wanted, what is wrong with it, what it would do. Plain data and rules.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relationships/scale.hpp"

namespace rapport {

/// The next version: its levels, lowest first, and where each level of today stands in it.
struct ScaleDraft {
  std::vector<Level> levels = {};
  std::vector<int> mapping = {};
  std::string because = {};
  int seen_version = 1;
};

/// One level a line, lowest first: "In touch: a two-way contact within a year".
[[nodiscard]] std::vector<Level> levels_in(std::string_view text);
[[nodiscard]] std::string text_of(const Scale& scale);

/// Two to seven levels with different names of at most 40 characters. The fault's field is `levels`.
[[nodiscard]] std::vector<Fault> faults_of_levels(std::span<const Level> levels);
/// And a place for each level of today, in order, the lowest staying lowest; something that changes; a reason
/// of at most 200 characters or none. Fields: levels, mapping-0 …, because.
[[nodiscard]] std::vector<Fault> faults_of(const ScaleDraft& draft, const Scale& today);

/// Where a library would most likely put each level of today: the one of the same name, else as far up.
[[nodiscard]] std::vector<int> likely_mapping(const Scale& today, std::span<const Level> levels);

inline constexpr std::size_t because_characters_max = 200;

}  // namespace rapport
