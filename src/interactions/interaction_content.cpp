// An interaction as a JSON object.
#include "interactions/interaction_content.hpp"

namespace rapport {
namespace {

template <class T>
json::Value optional_value(const std::optional<T>& value) {
  if (!value) return nullptr;
  return json::Value(*value);
}

template <class Ids, class NameOf>
json::Array names_of(const Ids& ids, NameOf name_of) {
  json::Array names;
  for (const auto id : ids) names.emplace_back(std::string(name_of(id)));
  return names;
}

}  // namespace

json::Object content_of(const Interaction& interaction, const Directory& directory) {
  const auto* kind = directory.vocabulary.find(interaction.kind);
  const auto person_name = [&](Id<Person> id) {
    const auto* person = directory.people.find(id);
    return person != nullptr ? person->display_name() : std::string("somebody erased");
  };
  const auto topic_name = [&](Id<Topic> id) {
    const auto* topic = directory.vocabulary.find(id);
    return topic != nullptr ? topic->name : std::string();
  };
  json::Object content;
  content.emplace_back("id", interaction.id.value);
  content.emplace_back("kind", kind != nullptr ? kind->code : std::string());
  content.emplace_back("happened_on", interaction.happened_on.iso());
  content.emplace_back("happened_at", interaction.happened_at_time
                                          ? json::Value(interaction.happened_at_time->words())
                                          : json::Value(nullptr));
  content.emplace_back("precision", code(interaction.precision));
  content.emplace_back("duration_minutes", optional_value(interaction.duration_minutes));
  content.emplace_back("attendees", optional_value(interaction.attendees));
  content.emplace_back("place", interaction.place);
  content.emplace_back("begun_by", code(interaction.begun_by));
  content.emplace_back("is_two_way", interaction.is_two_way);
  content.emplace_back("visibility", code(interaction.visibility));
  content.emplace_back("org_unit", std::string(directory.org.name(interaction.org_unit)));
  content.emplace_back("people", names_of(interaction.people, person_name));
  content.emplace_back(
      "staff", names_of(interaction.staff, [&](Id<Staff> id) { return directory.staff.full_name(id); }));
  content.emplace_back("topics", names_of(interaction.topics, topic_name));
  content.emplace_back("note", interaction.note);
  return content;
}

std::string content_json(const Interaction& interaction, const Directory& directory) {
  return json::write(content_of(interaction, directory));
}

}  // namespace rapport
