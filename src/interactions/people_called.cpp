// Looks a typed name up.
#include "interactions/people_called.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr std::size_t named = 5;

/// Titles are no part of a name that is looked up.
std::vector<std::string> name_words(std::string_view name) {
  auto words = folded_words(name);
  static constexpr std::array<std::string_view, 9> titles{"dr",  "prof", "professor", "mr", "ms",
                                                          "mrs", "miss", "mx",        "sir"};
  if (words.size() > 1 && std::ranges::count(titles, words.front()) > 0) words.erase(words.begin());
  return words;
}

}  // namespace

std::vector<const PersonEntry*> people_called(const PeopleDirectory& people, std::string_view name) {
  if (const auto* person = people.find_slug(trim(name))) return {person};
  const auto words = name_words(name);
  if (words.empty()) return {};
  auto found = people.matching(words, LastWord::whole, 20);
  if (found.size() < 2) return found;
  std::vector<const PersonEntry*> exact;
  for (const auto* person : found)
    if (folded_words(person->full_name).size() == words.size()) exact.push_back(person);
  return exact.size() == 1 ? exact : found;
}

std::string several_called_words(std::string_view name, std::span<const PersonEntry* const> found,
                                 const Directory& directory) {
  std::vector<std::string> names;
  for (const auto* person : found.first(std::min(found.size(), named)))
    names.push_back(person->display_name() + " (" + std::string(directory.org.name(person->unit)) + ", " +
                    person->slug + ")");
  return "There are several people called " + std::string(name) + ": " + join_words(names) +
         ". Write more of the name, or the word in the brackets.";
}

}  // namespace rapport
