// The SQL of erasures, and of what they find; row <-> value, nothing else.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "governance/erasure.hpp"
#include "scope/erasing.hpp"

namespace rapport::erasure_store {

/// A request not yet kept. Its id.
[[nodiscard]] Id<Erasure> insert(db::Writer& writer, Id<Institution> institution, const Erasure& erasure);
[[nodiscard]] std::optional<Erasure> find(db::Reader& reader, Id<Institution> institution, Id<Erasure> id);
[[nodiscard]] std::optional<Erasure> find_open(db::Reader& reader, Id<Institution> institution,
                                               Id<Person> person);
/// The one by which this record was erased.
[[nodiscard]] std::optional<Erasure> find_confirmed(db::Reader& reader, Id<Institution> institution,
                                                    Id<Person> record);
/// Those that wait, due first.
[[nodiscard]] std::vector<Erasure> open(db::Reader& reader, Id<Institution> institution);
/// Latest first.
[[nodiscard]] std::vector<Erasure> settled(db::Reader& reader, Id<Institution> institution, int limit);
/// Raises the version; false when it was settled already.
[[nodiscard]] bool settle(db::Writer& writer, Id<Institution> institution, const Erasure& erasure);
/// The words of all requests about these people.
void forget_words(db::Writer& writer, Id<Institution> institution, Id<Person> record);

[[nodiscard]] bool has_unpurged(db::Reader& reader, Id<Institution> institution);
/// Those confirmed before then.
void set_purged(db::Writer& writer, Id<Institution> institution, Instant confirmed_until, Instant at);

/// One record of a person as the database has it now.
struct Record {
  Id<Person> id = {};
  std::string slug = {};
  std::string title = {};
  std::string full_name = {};
  std::string known_as = {};
  std::string orcid = {};
  Instant recorded_at = {};
  std::vector<std::string> names = {};
  std::vector<std::string> addresses = {};
};
/// The one that remains first, then those merged into it, over any number of steps; none where there is
/// nobody, or nobody any more.
[[nodiscard]] std::vector<Record> records_of(db::Reader& reader, Id<Institution> institution,
                                             Id<Person> person);
void insert_record(db::Writer& writer, Id<Institution> institution, Id<Erasure> erasure,
                   const KeptErasure::Record& record);
[[nodiscard]] bool is_listed(db::Reader& reader, Id<Institution> institution,
                             const KeptErasure::Record& record);
/// As that record, and not erased.
[[nodiscard]] bool is_there(db::Reader& reader, Id<Institution> institution,
                            const KeptErasure::Record& record);
/// In the order in which they were confirmed.
[[nodiscard]] std::vector<KeptErasure> list(db::Reader& reader, Id<Institution> institution);

[[nodiscard]] std::vector<std::string> quotations_of(db::Reader& reader, Id<Institution> institution,
                                                     Id<Person> record);
[[nodiscard]] std::vector<std::string> actions_of(db::Reader& reader, Id<Institution> institution,
                                                  Id<Person> record);
[[nodiscard]] bool is_import_running(db::Reader& reader, Id<Institution> institution);
/// Views of these people, and of their pages.
void forget_views(db::Writer& writer, Id<Institution> institution, Id<Person> record);

/// How much of each there is about one record.
struct Counts {
  std::int64_t names = 0, addresses = 0, posts = 0, ways = 0, asides = 0, promises = 0, promises_open = 0,
               level_reasons = 0, plans = 0, champion_steps = 0, thanks = 0, quotations = 0, answers = 0,
               actions = 0, origins = 0, import_changes = 0, views = 0;
};
[[nodiscard]] Counts counts_of(db::Reader& reader, Id<Institution> institution, Id<Person> record);

/// A text elsewhere with a word in it.
struct Mention {
  std::string what = {};     ///< "A story: Cited in Nursing"
  std::string address = {};  ///< where it is read and changed
};
/// Stories, plans, actions and minutes that have the word somewhere, at most `limit` of each kind. `word` is
/// folded.
[[nodiscard]] std::vector<Mention> mentions(db::Reader& reader, Id<Institution> institution,
                                            std::string_view word, std::span<const Id<Person>> but,
                                            int limit);

}  // namespace rapport::erasure_store
