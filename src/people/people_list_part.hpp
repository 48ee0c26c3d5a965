// What a later chapter adds to the list of people: two choices that narrow it, and a mark beside each name.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "html/html.hpp"
#include "people/people_directory.hpp"
#include "ui/parts.hpp"

namespace rapport::people {

/// What is done with people who were ticked: a page that is asked for with a field for each.
struct PeopleListAct {
  std::string label = {};    ///< of its button: "Hand over to…"
  std::string hint = {};     ///< what becomes of them
  std::string address = {};  ///< a page of this site
};

struct PeopleListPart {
  std::string label = {};                ///< of the choice and the column: "Level"
  std::vector<ui::Choice> choices = {};  ///< the first, with an empty value, is everybody; none: no part
  std::function<std::function<bool(Id<Person>)>(std::string_view chosen)> narrowed = {};
  std::vector<ui::Choice> states = {};  ///< a second choice: "Gone quiet"; the first is everybody
  std::function<std::function<bool(Id<Person>)>(std::string_view chosen)> in_state = {};
  std::function<std::unordered_map<Id<Person>, html::Html>(std::span<const Id<Person>> people)> marks = {};
  std::optional<PeopleListAct> act = {};  ///< nothing where the viewer may not
};

}  // namespace rapport::people
