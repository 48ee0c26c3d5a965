// The SQL of people, their names and addresses.
#include "people/person_store.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "people/post_store.hpp"

namespace rapport::person_store {
namespace {

std::optional<std::string_view> or_null(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

/// What `PersonEntry::words` is read from: each folded word once, blanks between them.
std::string words_text(std::string_view name, std::string_view known_as = {}) {
  auto words = folded_words(name);
  for (auto& word : folded_words(known_as))
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
  return join(words, " ");
}

void insert_names(db::Writer& writer, Id<Institution> institution, Id<Person> id, const PersonDraft& draft) {
  for (const auto& other : draft.names)
    writer.send(
        "insert into person_names (institution_id, person_id, kind, name, folded_name) values ($1, $2, $3, "
        "$4, $5)",
        institution, id, code(other.kind), other.name, words_text(other.name));
}

void insert_addresses(db::Writer& writer, Id<Institution> institution, Id<Person> id,
                      const PersonDraft& draft) {
  for (std::size_t i = 0; i < draft.addresses.size(); ++i)
    writer.send(
        "insert into person_addresses (institution_id, person_id, address, folded_address, is_main) "
        "values ($1, $2, $3, $4, $5)",
        institution, id, draft.addresses[i], fold(draft.addresses[i]), i == 0);
}

Person read_person(const db::Row& row) {
  return {.id = row.id<Person>(0),
          .slug = row.string(1),
          .title = row.string(2),
          .full_name = row.string(3),
          .known_as = row.string(4),
          .pronouns = row.string(5),
          .orcid = row.string(6),
          .external_id = row.string(7),
          .about = row.string(8),
          .main_unit = row.optional_id<OrgUnit>(9),
          .last_on = row.optional_date(10),
          .left_on = row.optional_date(11),
          .version = row.number(12)};
}

Holder read_holder(const db::Row& row) {
  return {row.id<Person>(0), row.string(1)};
}

}  // namespace

Id<Person> insert(db::Writer& writer, Id<Institution> institution, const NewPerson& person) {
  const auto& draft = person.draft;
  const auto id = writer.insert<Person>(
      "insert into persons (institution_id, slug, title, full_name, known_as, pronouns, folded_name, "
      "sort_key, orcid, "
      "external_id, about, main_org_unit_id, left_on, directory_version, recorded_at) "
      "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id",
      institution, person.slug, draft.title, draft.full_name, draft.known_as, draft.pronouns,
      words_text(draft.full_name, draft.known_as), sort_key(filing_name(draft.full_name)),
      or_null(draft.orcid), or_null(draft.external_id), draft.about, person.main_unit, draft.left_on,
      person.directory_version, person.recorded_at);
  insert_names(writer, institution, id, draft);
  insert_addresses(writer, institution, id, draft);
  return id;
}

void update(db::Writer& writer, Id<Institution> institution, Id<Person> id, const PersonDraft& draft) {
  writer.execute(
      "update persons set title = $3, full_name = $4, known_as = $5, pronouns = $6, folded_name = $7, "
      "sort_key = $8, "
      "orcid = $9, external_id = $10, about = $11 where institution_id = $1 and id = $2",
      institution, id, draft.title, draft.full_name, draft.known_as, draft.pronouns,
      words_text(draft.full_name, draft.known_as), sort_key(filing_name(draft.full_name)),
      or_null(draft.orcid), or_null(draft.external_id), draft.about);
  writer.execute("delete from person_names where institution_id = $1 and person_id = $2", institution, id);
  writer.execute("delete from person_addresses where institution_id = $1 and person_id = $2", institution,
                 id);
  insert_names(writer, institution, id, draft);
  insert_addresses(writer, institution, id, draft);
}

void set_left(db::Writer& writer, Id<Institution> institution, Id<Person> id, std::optional<Date> on) {
  writer.execute("update persons set left_on = $3 where institution_id = $1 and id = $2", institution, id,
                 on);
}

void set_merged_into(db::Writer& writer, Id<Institution> institution, Id<Person> id,
                     std::optional<Id<Person>> into) {
  writer.execute("update persons set merged_into = $3 where institution_id = $1 and id = $2", institution, id,
                 into);
}

void set_directory_version(db::Writer& writer, Id<Institution> institution, Id<Person> id,
                           std::int64_t version) {
  writer.execute(
      "update persons set directory_version = $3, version = version + 1 where institution_id = $1 and id = "
      "$2",
      institution, id, version);
}

void erase(db::Writer& writer, Id<Institution> institution, Id<Person> id) {
  writer.execute("delete from person_names where institution_id = $1 and person_id = $2", institution, id);
  writer.execute("delete from person_addresses where institution_id = $1 and person_id = $2", institution,
                 id);
  writer.execute("delete from posts where institution_id = $1 and person_id = $2", institution, id);
  writer.execute("delete from ways_of_working where institution_id = $1 and person_id = $2", institution, id);
  writer.execute("delete from persons where institution_id = $1 and id = $2", institution, id);
}

std::optional<Id<Person>> find_slug(db::Reader& reader, Id<Institution> institution, std::string_view slug) {
  const auto id = reader.one(
      "select id from persons where institution_id = $1 and slug = $2",
      [](const db::Row& row) { return row.id<Person>(0); }, institution, slug);
  return id ? find_remaining(reader, institution, *id) : std::nullopt;
}

std::optional<Id<Person>> find_remaining(db::Reader& reader, Id<Institution> institution, Id<Person> id) {
  // Merges of merges are followed one by one; there are hardly ever two, and a circle must end.
  for (int step = 0; step < 16; ++step) {
    const auto row = reader.one(
        "select merged_into from persons where institution_id = $1 and id = $2 and erased_on is null",
        [](const db::Row& found) { return found.optional_id<Person>(0); }, institution, id);
    if (!row) return std::nullopt;
    if (!*row) return id;
    id = **row;
  }
  return std::nullopt;
}

std::optional<PersonDetails> find(db::Reader& reader, Id<Institution> institution, Id<Person> id) {
  auto person = reader.one(
      "select id, slug, title, full_name, known_as, pronouns, orcid, external_id, about, main_org_unit_id, "
      "last_on, "
      "left_on, version from persons where institution_id = $1 and id = $2",
      read_person, institution, id);
  if (!person) return std::nullopt;
  PersonDetails details{.person = std::move(*person), .posts = {}, .addresses = {}, .names = {}, .ways = {}};
  details.posts = post_store::of_person(reader, institution, id);
  details.ways = post_store::ways_of_person(reader, institution, id);
  details.addresses = reader.all(
      "select address from person_addresses where institution_id = $1 and person_id = $2 "
      "order by is_main desc, id limit 100",
      [](const db::Row& row) { return row.string(0); }, institution, id);
  details.names = reader.all(
      "select kind, name from person_names where institution_id = $1 and person_id = $2 order by id limit "
      "100",
      [](const db::Row& row) {
        return OtherName{name_kind_of(row.text(0)).value_or(NameKind::also), row.string(1)};
      },
      institution, id);
  return details;
}

bool has_slug(db::Reader& reader, Id<Institution> institution, std::string_view slug) {
  return reader.exists("select 1 from persons where institution_id = $1 and slug = $2", institution, slug);
}

std::unordered_set<std::string> slugs(db::Reader& reader, Id<Institution> institution) {
  std::unordered_set<std::string> found;
  reader.each(
      "select slug from persons where institution_id = $1",
      [&](const db::Row& row) { found.insert(row.string(0)); }, institution);
  return found;
}

KnownKeys known_keys(db::Reader& reader, Id<Institution> institution) {
  KnownKeys keys;
  reader.each(
      "select id, orcid, external_id from persons where institution_id = $1 "
      "and (orcid is not null or external_id is not null)",
      [&](const db::Row& row) {
        if (!row.is_null(1)) keys.by_orcid.emplace(row.string(1), row.id<Person>(0));
        if (!row.is_null(2)) keys.by_external_id.emplace(row.string(2), row.id<Person>(0));
      },
      institution);
  reader.each(
      "select person_id, folded_address from person_addresses where institution_id = $1",
      [&](const db::Row& row) { keys.by_address.emplace(row.string(1), row.id<Person>(0)); }, institution);
  return keys;
}

std::optional<Holder> holder_of_address(db::Reader& reader, Id<Institution> institution,
                                        std::string_view address) {
  return reader.one(
      "select p.id, p.full_name from person_addresses a join persons p "
      "on p.institution_id = a.institution_id and p.id = a.person_id "
      "where a.institution_id = $1 and a.folded_address = $2",
      read_holder, institution, fold(address));
}

std::optional<Holder> holder_of_orcid(db::Reader& reader, Id<Institution> institution,
                                      std::string_view orcid) {
  return reader.one(
      "select id, full_name from persons where institution_id = $1 and orcid = $2 and merged_into is null "
      "order by id limit 1",
      read_holder, institution, orcid);
}

std::optional<Holder> holder_of_external_id(db::Reader& reader, Id<Institution> institution,
                                            std::string_view external_id) {
  return reader.one("select id, full_name from persons where institution_id = $1 and external_id = $2",
                    read_holder, institution, external_id);
}

}  // namespace rapport::person_store
