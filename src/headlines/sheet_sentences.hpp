// The sentences of a draft: each is true of the figures that it is made from, or is not said. Pure. ** stands
// around what is to stand out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "headlines/sheet_facts.hpp"
#include "measures/figures.hpp"

namespace rapport::headlines {

/// What the first sentence is made from; nothing of a figure that is not shown.
struct TopFacts {
  std::optional<std::int64_t> people = {};  ///< with whom we spoke
  std::optional<std::int64_t> staff = {};   ///< who had a post there in the year, those people among them
  std::optional<std::int64_t> students = {};
  std::optional<std::int64_t> sessions = {};
  std::optional<std::int64_t> one_to_ones = {};
  bool is_provisional = false;
};
/// "We worked with **38 of your 47 staff** and taught **1,940 students**."; empty where there is nothing.
[[nodiscard]] std::string sentence_of(const TopFacts& facts);

/// The line under a big number: "up 18 % from 1,640", "so far; 1,640 last year". An up or down only
/// where the two are comparable, shown, of a year that is over and not provisional, and really differ.
[[nodiscard]] std::string sentence_of(const figures::Figure& figure);
/// "1,940", "£1.2m", "–": short enough to stand big.
[[nodiscard]] std::string big_number(const figures::Cell& cell);

/// "32 of 47 are at “In touch” or closer", for a sentence that says when; empty where a level that it counts
/// is not shown.
[[nodiscard]] std::string sentence_of(const ShownLevels& levels, std::span<const std::string> names);
/// "Busiest in October."
[[nodiscard]] std::string sentence_of(const ShownMonths& months);
/// "Reading lists came up most."
[[nodiscard]] std::string sentence_of(std::span<const TopicRow> topics);
/// "Year 3 is the gap: 3 of 5." where one year of study is behind all others; "18 modules in all."
[[nodiscard]] std::string sentence_of(std::span<const ModuleRow> modules);

/// "229 conversations, month by month"
[[nodiscard]] std::string months_heading(const ShownMonths& months);

}  // namespace rapport::headlines
