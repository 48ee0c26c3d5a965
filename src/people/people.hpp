// The front door of people: who they are, their posts and ways of working. Librarians, leaders and
// administrators may write, directors only read (Forbidden). One transaction and one audit row a verb; after
// a refusal nothing has changed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/org_directory.hpp"
#include "people/person.hpp"
#include "scope/scope.hpp"

namespace rapport::people {

[[nodiscard]] bool may_write(const Viewer& viewer);
/// The refusal for those who may not.
[[nodiscard]] Refusal only_reads();

/// Somebody new and the address of their page, /people/SLUG.
struct Added {
  Id<Person> id;
  std::string slug;
};

/// Invalid: faults_of, unknown units, an address, ORCID iD or external id that somebody else has.
[[nodiscard]] Result<Added> add(Scope& scope, const OrgDirectory& units, const PersonDraft& draft);
/// All or nobody, as one change with one audit row: for imports and made-up universities. A fault's field is
/// the draft's number from 0; a draft may have several. 20,000 people take about a second on SQLite.
[[nodiscard]] Result<std::vector<Added>> add_many(Scope& scope, const OrgDirectory& units,
                                                  std::span<const PersonDraft> drafts);
/// What `add_many` would refuse, with nothing written.
[[nodiscard]] std::vector<Fault> faults_of_many(Scope& scope, const OrgDirectory& units,
                                                std::span<const PersonDraft> drafts);
/// Replaces everything but posts and leaving. `seen_edition` is the `edition` that was being edited: Conflict
/// when somebody changed the person meanwhile.
[[nodiscard]] Result<Done> update(Scope& scope, Id<Person> id, std::string_view seen_edition,
                                  const PersonDraft& draft);

/// `on` is the last day; their open posts end with it. Not ahead of today.
[[nodiscard]] Result<Done> mark_left(Scope& scope, Id<Person> id, Date on);
/// They are here after all, or again. Posts stay ended.
[[nodiscard]] Result<Done> mark_returned(Scope& scope, Id<Person> id);
/// For undoing an import: takes out people nobody has written about (the caller has looked). Those unknown
/// are passed over.
[[nodiscard]] Result<Done> remove(Scope& scope, std::span<const Id<Person>> ids);

/// For undoing an import: texts, names, addresses, leaving and posts as in `before`; posts since then go.
[[nodiscard]] Result<Done> put_back(Scope& scope, Id<Person> id, const PersonDetails& before);

/// A post that is main takes the place of the main one before. The first post is main anyway.
[[nodiscard]] Result<Id<Post>> add_post(Scope& scope, const OrgDirectory& units, Id<Person> id,
                                        const PostDraft& draft);
/// `on` is the last day; it may lie ahead. The main part passes to another post that is still held.
[[nodiscard]] Result<Done> end_post(Scope& scope, Id<Person> id, Id<Post> post, Date on);
[[nodiscard]] Result<Done> make_main(Scope& scope, Id<Person> id, Id<Post> post);

[[nodiscard]] Result<Id<WayOfWorking>> add_way(Scope& scope, Id<Person> id, const WayOfWorkingDraft& draft);
/// Still true today; to be asked again on `review_on`.
[[nodiscard]] Result<Done> review_way(Scope& scope, Id<Person> id, Id<WayOfWorking> way,
                                      std::optional<Date> review_on);
/// No longer so; it stays in the records, ended.
[[nodiscard]] Result<Done> end_way(Scope& scope, Id<Person> id, Id<WayOfWorking> way);

/// `duplicate` is the person `remaining` as well: every page shows the two as one. Nothing is moved, so it
/// can be undone; addresses of the duplicate lead to who remains. Merging twice changes nothing. Invalid
/// where it is the same record.
[[nodiscard]] Result<Done> merge(Scope& scope, Id<Person> remaining, Id<Person> duplicate);
/// They are two people after all. Conversations recorded since stay with who remained.
[[nodiscard]] Result<Done> undo_merge(Scope& scope, Id<Person> duplicate);

/// NotFound. Who was merged is found as the one they became.
[[nodiscard]] Result<PersonDetails> get(Scope& scope, std::string_view slug);
[[nodiscard]] Result<PersonDetails> get(Scope& scope, Id<Person> id);

[[nodiscard]] KnownKeys known_keys(Scope& scope);

}  // namespace rapport::people
