// The front door of people: adding, correcting, leaving. Posts and ways of working are in people_posts.cpp.
#include "people/people.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "json/json.hpp"
#include "people/people_change.hpp"
#include "people/person_contact.hpp"
#include "people/person_store.hpp"
#include "people/post_store.hpp"

namespace rapport::people {
namespace {

constexpr std::size_t short_suffix = 3;
constexpr std::size_t long_suffix = 6;

template <class IsTaken>
std::string free_slug(std::string_view full_name, IsTaken&& is_taken) {
  const auto base = slug_base(full_name);
  const bool is_readable = !base.starts_with("person-");
  auto slug = base + random_suffix(is_readable ? short_suffix : long_suffix);
  while (is_taken(slug)) slug = base + random_suffix(long_suffix);
  return slug;
}

Id<Person> insert_person(db::Writer& writer, const Scope& scope, const PersonDraft& draft,
                         std::string_view slug, std::int64_t directory_version) {
  const auto id = person_store::insert(writer, scope.institution,
                                       {.draft = draft,
                                        .slug = slug,
                                        .main_unit = main_unit_of(posts_of(draft), scope.today),
                                        .directory_version = directory_version,
                                        .recorded_at = scope.now});
  post_store::insert_all(writer, scope.institution, id, draft.posts);
  return id;
}

void add_unit_faults(std::vector<Fault>& faults, const OrgDirectory& units, const PersonDraft& draft) {
  for (const auto& post : draft.posts)
    if (units.find(post.unit) == nullptr) faults.push_back({"posts", "Choose a department from the list."});
}

void add_leaving_faults(std::vector<Fault>& faults, const PersonDraft& draft, Date today) {
  if (draft.left_on && *draft.left_on > today)
    faults.push_back({"left_on", "This day has not come yet. Mark them as left when it has."});
}

std::string belongs_to(std::string_view what, const person_store::Holder& holder) {
  return std::string(what) + " belongs to " + holder.full_name + " already. Is this the same person?";
}

/// Addresses and numbers that somebody other than `self` has.
std::vector<Fault> faults_of_keys(db::Reader& reader, Id<Institution> institution, const PersonDraft& draft,
                                  std::optional<Id<Person>> self) {
  std::vector<Fault> faults;
  const auto check = [&](const char* field, std::string_view what,
                         const std::optional<person_store::Holder>& holder) {
    if (holder && holder->id != self) faults.push_back({field, belongs_to(what, *holder)});
  };
  for (const auto& address : draft.addresses)  // one query each: a person has one or two
    check("addresses", address, person_store::holder_of_address(reader, institution, address));
  if (!draft.orcid.empty())
    check("orcid", "This ORCID iD", person_store::holder_of_orcid(reader, institution, draft.orcid));
  if (!draft.external_id.empty())
    check("external_id", "This staff number",
          person_store::holder_of_external_id(reader, institution, draft.external_id));
  return faults;
}

/// The faults of many, found without a query each. Keys are claimed in the order of the drafts.
std::vector<Fault> faults_of_batch(KnownKeys known, const OrgDirectory& units,
                                   std::span<const PersonDraft> drafts, Date today) {
  std::vector<Fault> all;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const auto& draft = drafts[i];
    auto faults = faults_of(draft);
    add_unit_faults(faults, units, draft);
    add_leaving_faults(faults, draft, today);
    const auto claim = [&](auto& keys, std::string_view key, std::string_view what) {
      if (!key.empty() && !keys.emplace(key, Id<Person>{}).second)
        faults.push_back({"", std::string(what) + " belongs to somebody else already."});
    };
    for (const auto& address : draft.addresses) claim(known.by_address, fold(address), address);
    claim(known.by_orcid, draft.orcid, "The ORCID iD");
    claim(known.by_external_id, draft.external_id, "The staff number");
    for (auto& fault : faults) all.push_back({std::to_string(i), std::move(fault.message)});
  }
  return all;
}

std::vector<PersonDraft> tidied_all(std::span<const PersonDraft> drafts) {
  std::vector<PersonDraft> tidy_ones;
  tidy_ones.reserve(drafts.size());
  for (const auto& draft : drafts) tidy_ones.push_back(tidied(draft));
  return tidy_ones;
}

std::vector<Added> insert_all(db::Writer& writer, const Scope& scope, std::span<const PersonDraft> drafts) {
  const auto version = next_directory_version(writer, scope.institution);
  auto slugs = person_store::slugs(writer, scope.institution);
  std::vector<Added> added;
  added.reserve(drafts.size());
  for (const auto& draft : drafts) {
    auto slug = free_slug(draft.full_name, [&](const std::string& taken) { return slugs.contains(taken); });
    slugs.insert(slug);
    const auto id = insert_person(writer, scope, draft, slug, version);
    added.push_back({id, std::move(slug)});
  }
  return added;
}

}  // namespace

bool may_write(const Viewer& viewer) {
  return !viewer.is(Role::director);
}
Refusal only_reads() {
  return forbidden("Directors read and do not change people. Ask a librarian.");
}
Refusal unknown() {
  return not_found("That person is not here.");
}

Result<Added> add(Scope& scope, const OrgDirectory& units, const PersonDraft& untidy) {
  if (!may_write(scope.viewer)) return only_reads();
  const auto draft = tidied(untidy);
  auto faults = faults_of(draft);
  add_unit_faults(faults, units, draft);
  add_leaving_faults(faults, draft, scope.today);
  if (!faults.empty()) return invalid(std::move(faults));
  return scope.write([&](db::Writer& writer) -> Result<Added> {
    auto taken = faults_of_keys(writer, scope.institution, draft, std::nullopt);
    if (!taken.empty()) return invalid(std::move(taken));
    auto slug = free_slug(draft.full_name, [&](const std::string& sought) {
      return person_store::has_slug(writer, scope.institution, sought);
    });
    const auto version = next_directory_version(writer, scope.institution);
    const auto id = insert_person(writer, scope, draft, slug, version);
    audit::record_change(scope, writer, {.action = "added", .subject = "person", .subject_id = id.value});
    return Added{id, std::move(slug)};
  });
}

Result<std::vector<Added>> add_many(Scope& scope, const OrgDirectory& units,
                                    std::span<const PersonDraft> untidy) {
  if (!may_write(scope.viewer)) return only_reads();
  if (untidy.empty()) return std::vector<Added>{};
  const auto drafts = tidied_all(untidy);
  return scope.write([&](db::Writer& writer) -> Result<std::vector<Added>> {
    auto faults =
        faults_of_batch(person_store::known_keys(writer, scope.institution), units, drafts, scope.today);
    if (!faults.empty()) return invalid(std::move(faults));
    auto added = insert_all(writer, scope, drafts);
    const json::Object details{{"people", static_cast<std::int64_t>(added.size())},
                               {"first", added.front().id.value},
                               {"last", added.back().id.value}};
    audit::record_change(scope, writer,
                         {.action = "added",
                          .subject = "person",
                          .subject_id = {},
                          .details = json::write(json::Value(details))});
    return added;
  });
}

std::vector<Fault> faults_of_many(Scope& scope, const OrgDirectory& units,
                                  std::span<const PersonDraft> drafts) {
  return faults_of_batch(known_keys(scope), units, tidied_all(drafts), scope.today);
}

Result<Done> update(Scope& scope, Id<Person> id, std::string_view seen_edition, const PersonDraft& untidy) {
  auto draft = tidied(untidy);
  draft.posts.clear();
  if (auto faults = faults_of(draft); may_write(scope.viewer) && !faults.empty())
    return invalid(std::move(faults));
  return change(scope, id, Shows::in_directory, {.action = "changed", .subject = "person"},
                [&](db::Writer& writer, Id<Person> person) -> Result<Done> {
                  const auto before = person_store::find(writer, scope.institution, person);
                  if (!before) return unknown();
                  if (edition(*before) != seen_edition)
                    return conflict("Somebody changed " + before->person.full_name +
                                    " while you were writing. Both versions are below.");
                  auto taken = faults_of_keys(writer, scope.institution, draft, person);
                  if (!taken.empty()) return invalid(std::move(taken));
                  person_store::update(writer, scope.institution, person, draft);
                  return Done{};
                });
}

Result<Done> mark_left(Scope& scope, Id<Person> id, Date on) {
  if (on > scope.today)
    return invalid("left_on", "This day has not come yet. Mark them as left when it has.");
  return change(scope, id, Shows::in_directory, {.action = "marked_left", .subject = "person"},
                [&](db::Writer& writer, Id<Person> person) -> Result<Done> {
                  person_store::set_left(writer, scope.institution, person, on);
                  post_store::end_all(writer, scope.institution, person, on);
                  post_store::settle_main_unit(writer, scope.institution, person, scope.today);
                  return Done{};
                });
}

Result<Done> mark_returned(Scope& scope, Id<Person> id) {
  return change(scope, id, Shows::in_directory, {.action = "marked_returned", .subject = "person"},
                [&](db::Writer& writer, Id<Person> person) -> Result<Done> {
                  person_store::set_left(writer, scope.institution, person, std::nullopt);
                  return Done{};
                });
}

Result<Done> remove(Scope& scope, std::span<const Id<Person>> ids) {
  if (!may_write(scope.viewer)) return only_reads();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    // A few statements each: undoing an import is rare, and they are prepared once.
    for (const auto id : ids) person_store::erase(writer, scope.institution, id);
    (void)next_directory_version(writer, scope.institution);
    const json::Object details{{"people", static_cast<std::int64_t>(ids.size())}};
    audit::record_change(scope, writer,
                         {.action = "removed",
                          .subject = "person",
                          .subject_id = {},
                          .details = json::write(json::Value(details))});
    return Done{};
  });
}

Result<PersonDetails> get(Scope& scope, std::string_view slug) {
  return scope.read([&](db::Reader& reader) -> Result<PersonDetails> {
    const auto id = person_store::find_slug(reader, scope.institution, slug);
    auto details = id ? person_store::find(reader, scope.institution, *id) : std::nullopt;
    if (!details) return unknown();
    return std::move(*details);
  });
}

Result<PersonDetails> get(Scope& scope, Id<Person> id) {
  return scope.read([&](db::Reader& reader) -> Result<PersonDetails> {
    const auto remaining = person_store::find_remaining(reader, scope.institution, id);
    auto details = remaining ? person_store::find(reader, scope.institution, *remaining) : std::nullopt;
    if (!details) return unknown();
    return std::move(*details);
  });
}

KnownKeys known_keys(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return person_store::known_keys(reader, scope.institution); });
}

}  // namespace rapport::people
