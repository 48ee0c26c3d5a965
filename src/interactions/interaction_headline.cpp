// Puts a conversation into a few words.
#include "interactions/interaction_headline.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rapport {

std::string length_words(int minutes) {
  const auto hours = minutes / 60;
  const auto rest = minutes % 60;
  std::string words;
  if (hours > 0) words = std::to_string(hours) + (hours == 1 ? " hour" : " hours");
  if (rest > 0 || hours == 0) {
    if (!words.empty()) words += ' ';
    words += std::to_string(rest) + (rest == 1 ? " minute" : " minutes");
  }
  return words;
}

std::string when_words(const Interaction& interaction, Date today) {
  switch (interaction.precision) {
    case Precision::week:
      return "in the week of " + long_words(interaction.happened_on, today);
    case Precision::month:
      return "in " + std::string(month_name(interaction.happened_on.month())) + " " +
             std::to_string(interaction.happened_on.year());
    case Precision::time:
      return long_words(interaction.happened_on, today) + " at " +
             interaction.happened_at_time.value_or(TimeOfDay{}).words();
    case Precision::day:
      break;
  }
  return long_words(interaction.happened_on, today);
}

std::string staff_words(const Interaction& interaction, const Directory& directory, Id<Staff> viewer) {
  std::vector<std::string> names;
  names.reserve(interaction.staff.size());
  for (const auto id : interaction.staff)
    names.push_back(id == viewer ? "you" : std::string(directory.staff.given_name(id)));
  std::ranges::stable_partition(names, [](const std::string& name) { return name != "you"; });
  return join_words(names);
}

std::string headline_of(const Interaction& interaction, const Directory& directory, const StoryOf& of) {
  const auto* kind = directory.vocabulary.find(interaction.kind);
  std::string headline = kind != nullptr ? kind->name : "Conversation";
  std::vector<std::string> names;
  names.reserve(interaction.staff.size());
  for (const auto id : interaction.staff) names.emplace_back(directory.staff.full_name(id));
  if (!names.empty()) headline += " with " + join_words(names);
  std::vector<std::string> others;
  for (const auto id : interaction.people) {
    const auto* person = directory.people.find_counted(id);
    if (person != nullptr && person->id != of.person) others.push_back(person->display_name());
  }
  if (others.size() > 4) {
    const auto more = others.size() - 3;
    others.resize(3);
    others.push_back(std::to_string(more) + " others");
  }
  if (!others.empty()) headline += (of.person ? ", also " : ": ") + join_words(others);
  if (interaction.people.empty() && interaction.org_unit)
    headline += ": " + std::string(directory.org.name(interaction.org_unit));
  return headline;
}

}  // namespace rapport
