// Joins a theme's sentences into a note and fills their slots. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cast.hpp"
#include "dice.hpp"
#include "themes.hpp"

namespace rapport::demo {

/// What the slots are filled from. A pattern that asks for something absent is not used.
struct Setting {
  const CastUnit* unit = nullptr;
  std::string module;  ///< code; empty where the department has none
  std::string module_title;
  std::string person;  ///< what a sentence calls the first person; empty for none
  std::string other;   ///< another academic; empty for none
  std::string colleague;
  Date happened_on;
  /// What slots have said: a book or subject stays the same all through a note and its promises.
  std::vector<std::pair<std::string_view, std::string>> said = {};
};

enum class Length { line, short_note, long_note };

/// Three notes in ten mention students, and the others do not: the word that many notes share.
[[nodiscard]] std::string write_note(const Theme& theme, Setting& setting, Length length,
                                     std::string_view opening, Dice& dice);
/// One of the patterns without Markdown, for a promise; nothing where none can be filled.
[[nodiscard]] std::optional<std::string> write_promise(Words patterns, Setting& setting, Dice& dice);
/// `{subject}` and its like filled in; nothing where something is missing.
[[nodiscard]] std::optional<std::string> fill_slots(std::string_view pattern, Setting& setting, Dice& dice);

}  // namespace rapport::demo
