// People to JSON and back.
#include "exchange/person_snapshot.hpp"

#include "json/json.hpp"

namespace rapport::exchange {
namespace {

json::Value day(const std::optional<Date>& date) {
  return date ? json::Value(date->iso()) : json::Value(nullptr);
}

std::string text_at(const json::Value& value, std::string_view name) {
  const auto* member = value.find(name);
  return member != nullptr && member->string() != nullptr ? *member->string() : std::string();
}
std::int64_t number_at(const json::Value& value, std::string_view name) {
  const auto* member = value.find(name);
  const auto* number = member != nullptr ? std::get_if<std::int64_t>(&member->content) : nullptr;
  return number != nullptr ? *number : 0;
}
const json::Array& array_at(const json::Value& value, std::string_view name) {
  static const json::Array none;
  const auto* member = value.find(name);
  return member != nullptr && member->array() != nullptr ? *member->array() : none;
}

json::Object object_of(const PersonDetails& details) {
  const auto& person = details.person;
  json::Array addresses, names, posts;
  for (const auto& address : details.addresses) addresses.emplace_back(address);
  for (const auto& other : details.names)
    names.emplace_back(json::Object{{"kind", code(other.kind)}, {"name", other.name}});
  for (const auto& post : details.posts)
    posts.emplace_back(json::Object{{"id", post.id.value},
                                    {"unit", post.unit.value},
                                    {"title", post.title},
                                    {"is_main", post.is_main ? 1 : 0},
                                    {"valid_from", day(post.valid_from)},
                                    {"valid_to", day(post.valid_to)}});
  return {
      {"title", person.title},       {"full_name", person.full_name},  {"known_as", person.known_as},
      {"pronouns", person.pronouns}, {"orcid", person.orcid},          {"external_id", person.external_id},
      {"about", person.about},       {"left_on", day(person.left_on)}, {"addresses", std::move(addresses)},
      {"names", std::move(names)},   {"posts", std::move(posts)}};
}

PersonDetails details_of(const json::Value& value) {
  PersonDetails details;
  auto& person = details.person;
  person.title = text_at(value, "title");
  person.full_name = text_at(value, "full_name");
  person.known_as = text_at(value, "known_as");
  person.pronouns = text_at(value, "pronouns");
  person.orcid = text_at(value, "orcid");
  person.external_id = text_at(value, "external_id");
  person.about = text_at(value, "about");
  person.left_on = Date::parse_iso(text_at(value, "left_on"));
  for (const auto& address : array_at(value, "addresses"))
    if (address.string() != nullptr) details.addresses.push_back(*address.string());
  for (const auto& other : array_at(value, "names"))
    if (const auto kind = name_kind_of(text_at(other, "kind")))
      details.names.push_back({*kind, text_at(other, "name")});
  for (const auto& post : array_at(value, "posts"))
    details.posts.push_back({.id = {number_at(post, "id")},
                             .unit = {number_at(post, "unit")},
                             .title = text_at(post, "title"),
                             .is_main = number_at(post, "is_main") != 0,
                             .valid_from = Date::parse_iso(text_at(post, "valid_from")),
                             .valid_to = Date::parse_iso(text_at(post, "valid_to"))});
  return details;
}

}  // namespace

std::string mark_of(const PersonDetails& details) {
  return json::write(object_of(details));
}

std::string snapshot_json(const PersonDetails& before, const PersonDetails& after) {
  return json::write(json::Object{{"before", object_of(before)}, {"mark", mark_of(after)}});
}

std::optional<PersonSnapshot> snapshot_of(std::string_view text) {
  const auto value = json::parse(text);
  const auto* before = value ? value->find("before") : nullptr;
  if (before == nullptr) return std::nullopt;
  return PersonSnapshot{details_of(*before), text_at(*value, "mark")};
}

}  // namespace rapport::exchange
