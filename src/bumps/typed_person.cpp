// Finds the academic that a form names.
#include "bumps/typed_person.hpp"

#include "base/text.hpp"

namespace rapport::bumps {

Result<std::optional<Id<Person>>> typed_person(const Directory& directory, std::string_view field,
                                               std::string_view name) {
  if (trim(name).empty()) return std::optional<Id<Person>>();
  const auto words = folded_words(name);
  const auto found = directory.people.matching(words, LastWord::whole, 2, Whom::everybody);
  if (found.empty())
    return invalid(std::string(field), "Nobody called " + tidy_line(name) + " is known here.");
  if (found.size() > 1)
    return invalid(std::string(field),
                   "Several people are called " + tidy_line(name) + ". Write the whole name.");
  return std::optional(found.front()->id);
}

}  // namespace rapport::bumps
