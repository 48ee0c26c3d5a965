// What librarians and academics talk about: hand-written sentence patterns with slots, theme by theme.
// Words only; note_writer.cpp joins them and fills the slots.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace rapport::demo {

using Words = std::span<const std::string_view>;

/// Who has such conversations.
enum class Audience { everyone, with_placements, with_old_books };
/// When in the year.
enum class Rhythm { steady, start_of_year, before_term, term, spring, summer, november };
/// Which library team knows it best: `none` is the department's own librarian.
enum class Specialist { none, research, collections };

struct KindShare {
  std::string_view kind;  ///< code of an interaction kind
  int share;
};

/// Sentences stand in the order asked, detail, agreed. Slots: {p} the first person, {other} another academic
/// of the department, {colleague} somebody in the library, {subject} {module} {title} {year_group} {count}
/// {number} {percent} {price} {room} {book} {journal} {publisher} {weekday} {month} {week} {rare}.
struct Theme {
  std::string_view code;
  Words topics;
  std::span<const KindShare> kinds;
  int share;
  Audience audience;
  Rhythm rhythm;
  Specialist specialist;
  int begun_by_them_percent;
  int module_percent;  ///< how often a module is named as a topic
  Words asked;
  Words detail;
  Words agreed;
  Words ours;    ///< promises of the library
  Words theirs;  ///< promises of the academic
};

[[nodiscard]] const std::vector<Theme>& themes();

/// Where a corridor chat began.
[[nodiscard]] Words corridor_openings();
/// Last sentences that fit anything.
[[nodiscard]] Words closings();

// For themes.cpp alone.
[[nodiscard]] std::span<const Theme> collection_themes();
[[nodiscard]] std::span<const Theme> access_themes();
[[nodiscard]] std::span<const Theme> teaching_themes();
[[nodiscard]] std::span<const Theme> research_themes();
[[nodiscard]] std::span<const Theme> partnership_themes();

}  // namespace rapport::demo
