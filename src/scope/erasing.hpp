// What is to be forgotten when a person is erased. Each chapter forgets in its own tables, in the transaction
// of governance/, which asks all of them (ADR 0020): `forget(db::Writer&, const Erasing&)`.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/erased_names.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "db/connection.hpp"
#include "scope/scope.hpp"

namespace rapport {

struct Interaction;
struct Person;

/// One of the person's records, and the days of its conversations, each once, the earliest first.
struct ErasedRecord {
  Id<Person> id = {};
  std::string slug = {};
  std::vector<Date> days = {};
};

struct Erasing {
  Id<Institution> institution = {};
  std::vector<ErasedRecord> records = {};      ///< the one that remained first
  std::vector<Id<Interaction>> alone = {};     ///< conversations with nobody else, withdrawn ones too
  std::vector<Id<Interaction>> shared = {};    ///< with others as well
  bool takes_shared_words = false;             ///< also what was written of those with others
  ErasedNames names = {};                      ///< to be taken out of texts about others
  std::vector<std::string> quotations = {};    ///< as stories have them
  std::vector<std::string> plan_actions = {};  ///< the words of plans' items that name the person as an owner
  Id<Staff> by = {};
  Instant at = {};
  Date today = {};
};

/// Takes the names out of texts. `select` gives `keys` whole numbers and then `texts` texts of the rows of
/// institution $1 that fit `lower(…) like $2`; `update` changes one row: $1 the institution, then the keys,
/// then the texts. Cost: a walk over the table for each name.
template <std::size_t keys, std::size_t texts>
void erase_names(db::Writer& writer, const Erasing& erasing, db::Sql select, db::Sql update) {
  struct Found {
    std::array<std::int64_t, keys> key = {};
    std::array<std::string, texts> text = {};
  };
  for (const auto& pattern : erasing.names.patterns()) {
    std::vector<Found> found;
    writer.each(
        select,
        [&](const db::Row& row) {
          Found one;
          bool is_named = false;
          for (std::size_t i = 0; i < keys; ++i) one.key[i] = row.integer(static_cast<int>(i));
          for (std::size_t i = 0; i < texts; ++i) {
            const auto text = row.text(static_cast<int>(keys + i));
            const auto without = erasing.names.taken_out_of(text);
            is_named = is_named || without.has_value();
            one.text[i] = without.value_or(std::string(text));
          }
          if (is_named) found.push_back(std::move(one));
        },
        erasing.institution, pattern);
    // By key: they are few.
    for (const auto& one : found)
      [&]<std::size_t... key, std::size_t... text>(std::index_sequence<key...>,
                                                   std::index_sequence<text...>) {
        writer.execute(update, erasing.institution, one.key[key]..., one.text[text]...);
      }
    (std::make_index_sequence<keys>(), std::make_index_sequence<texts>());
  }
}

/// Submissions that led to one of the person's pages.
void forget_submissions(db::Writer& writer, const Erasing& erasing);

}  // namespace rapport
