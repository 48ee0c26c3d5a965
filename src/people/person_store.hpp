// The SQL of people, their names, addresses, posts and ways of working; rows to values and back, nothing
// else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "db/connection.hpp"
#include "people/person.hpp"

namespace rapport::person_store {

struct NewPerson {
  const PersonDraft& draft;
  std::string_view slug;
  std::optional<Id<OrgUnit>> main_unit;
  std::int64_t directory_version = 0;
  Instant recorded_at;
};
/// With names and addresses, without posts.
[[nodiscard]] Id<Person> insert(db::Writer& writer, Id<Institution> institution, const NewPerson& person);
/// Everything but posts and leaving; raises `version`. Names and addresses are replaced.
void update(db::Writer& writer, Id<Institution> institution, Id<Person> id, const PersonDraft& draft);
void set_left(db::Writer& writer, Id<Institution> institution, Id<Person> id, std::optional<Date> on);
/// The person's page has changed, and what the directory says of them.
void set_directory_version(db::Writer& writer, Id<Institution> institution, Id<Person> id,
                           std::int64_t version);
void erase(db::Writer& writer, Id<Institution> institution, Id<Person> id);

/// Nothing: a person of their own again.
void set_merged_into(db::Writer& writer, Id<Institution> institution, Id<Person> id,
                     std::optional<Id<Person>> into);
/// Follows merges to the one who remains.
[[nodiscard]] std::optional<Id<Person>> find_slug(db::Reader& reader, Id<Institution> institution,
                                                  std::string_view slug);
[[nodiscard]] std::optional<Id<Person>> find_remaining(db::Reader& reader, Id<Institution> institution,
                                                       Id<Person> id);
[[nodiscard]] std::optional<PersonDetails> find(db::Reader& reader, Id<Institution> institution,
                                                Id<Person> id);
[[nodiscard]] bool has_slug(db::Reader& reader, Id<Institution> institution, std::string_view slug);
[[nodiscard]] std::unordered_set<std::string> slugs(db::Reader& reader, Id<Institution> institution);
[[nodiscard]] KnownKeys known_keys(db::Reader& reader, Id<Institution> institution);

/// Who else is known by it, with their name, for the refusal.
struct Holder {
  Id<Person> id;
  std::string full_name;
};
[[nodiscard]] std::optional<Holder> holder_of_address(db::Reader& reader, Id<Institution> institution,
                                                      std::string_view address);
[[nodiscard]] std::optional<Holder> holder_of_orcid(db::Reader& reader, Id<Institution> institution,
                                                    std::string_view orcid);
[[nodiscard]] std::optional<Holder> holder_of_external_id(db::Reader& reader, Id<Institution> institution,
                                                          std::string_view external_id);

}  // namespace rapport::person_store
