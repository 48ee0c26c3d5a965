// What the made-up university teaches: its faculties, schools and departments, their modules and what they
// talk about. Words only; who works there is in cast_people.cpp.
#pragma once

#include <span>
#include <string_view>

namespace rapport::demo {

struct ModuleWords {
  std::string_view code;
  std::string_view title;
};

struct DepartmentWords {
  std::string_view name;
  std::string_view prefix;  ///< of its module codes
  std::string_view faculty;
  std::string_view school;  ///< empty where it stands directly under its faculty
  int weight;               ///< its share of the academics
  bool has_placements;
  bool has_old_books;  ///< asks for archives and special collections
  std::span<const std::string_view> subjects;
  std::span<const ModuleWords> modules;
};

/// The fourteen, in the order of their faculties.
[[nodiscard]] std::span<const DepartmentWords> department_words();
/// Names for the departments that only larger universities have.
[[nodiscard]] std::span<const std::string_view> further_department_names();

/// Topics that are no modules, as written after #.
[[nodiscard]] std::span<const std::string_view> topic_names();

}  // namespace rapport::demo
