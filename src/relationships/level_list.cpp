// Levels for the list of people.
#include "relationships/level_list.hpp"

#include <charconv>
#include <memory>
#include <set>

#include "relationships/champions.hpp"
#include "relationships/level_views.hpp"
#include "relationships/quiet.hpp"
#include "relationships/relationships.hpp"

namespace rapport::relationships {
namespace {

constexpr std::string_view slipping = "slipping";

std::vector<ui::Choice> choices_of(const Scale& scale) {
  std::vector<ui::Choice> choices{{"", "Any level"}};
  for (int level = 0; level <= scale.top(); ++level)
    choices.push_back({std::to_string(level), scale.name(level)});
  choices.push_back({std::string(slipping), "Slipping"});
  return choices;
}

Standing standing_in(const Standings& standings, Id<Person> person) {
  const auto found = standings.find(person);
  return found == standings.end() ? Standing{} : found->second;
}

std::function<bool(Id<Person>)> narrowed(Scope& scope, const Directory& directory, std::string_view chosen) {
  const auto standings = std::make_shared<const Standings>(all_standings(scope, directory));
  if (chosen == slipping)
    return [standings](Id<Person> person) { return standing_in(*standings, person).is_slipping(); };
  int level = -1;
  std::from_chars(chosen.data(), chosen.data() + chosen.size(), level);
  return [standings, level](Id<Person> person) { return standing_in(*standings, person).level() == level; };
}

/// Those who are gone quiet or champions today; nobody for a choice there is not.
std::function<bool(Id<Person>)> in_state(Scope& scope, const Directory& directory, std::string_view chosen) {
  const auto people = std::make_shared<std::set<Id<Person>>>();
  if (chosen == "quiet")
    for (const auto& one : quiet::find(scope, directory, {.whose = quiet::Whose::everybody}).gone_quiet)
      people->insert(one.person);
  if (chosen == "champion")
    for (const auto& one : champions::listed(scope, directory))
      if (one.champion.is_champion(scope.today)) people->insert(one.person->id);
  return [people](Id<Person> person) { return people->contains(person); };
}

}  // namespace

people::PeopleListPart levels_for_list(Scope& scope, const Directory& directory) {
  auto scale = std::make_shared<const Scale>(current_scale(scope));
  return {.label = "Level",
          .choices = choices_of(*scale),
          .narrowed = [&scope,
                       &directory](std::string_view chosen) { return narrowed(scope, directory, chosen); },
          .states = {{"", "Everybody"}, {"quiet", "Gone quiet"}, {"champion", "Champions"}},
          .in_state = [&scope,
                       &directory](std::string_view chosen) { return in_state(scope, directory, chosen); },
          .marks =
              [&scope, &directory, scale](std::span<const Id<Person>> people) {
                const auto standings = standings_of(scope, directory, people);
                std::unordered_map<Id<Person>, html::Html> marks;
                for (const auto person : people)
                  marks.emplace(person, level_mark(*scale, standing_in(standings, person)));
                return marks;
              }};
}

}  // namespace rapport::relationships
