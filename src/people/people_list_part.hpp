// What a later chapter adds to the list of people: two choices that narrow it, and a mark beside each name.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "html/html.hpp"
#include "people/people_directory.hpp"
#include "ui/parts.hpp"

namespace rapport::people {

struct PeopleListPart {
  std::string label = {};                ///< of the choice and the column: "Level"
  std::vector<ui::Choice> choices = {};  ///< the first, with an empty value, is everybody; none: no part
  std::function<std::function<bool(Id<Person>)>(std::string_view chosen)> narrowed = {};
  std::vector<ui::Choice> states = {};  ///< a second choice: "Gone quiet"; the first is everybody
  std::function<std::function<bool(Id<Person>)>(std::string_view chosen)> in_state = {};
  std::function<std::unordered_map<Id<Person>, html::Html>(std::span<const Id<Person>> people)> marks = {};
};

}  // namespace rapport::people
