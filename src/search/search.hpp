// The front door of find: people, departments, topics and notes that a question finds, as the viewer may see
// them. Reads only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "scope/scope.hpp"
#include "search/query.hpp"
#include "search/snippet.hpp"

namespace rapport::search {

inline constexpr std::size_t notes_on_page = 20;

struct Query {
  std::string text;
  std::optional<Id<Person>> person = {};    ///< only conversations with them, and nothing but notes
  std::optional<std::int64_t> before = {};  ///< Found::next of the page before: notes only
};

struct FoundNote {
  Interaction interaction;
  std::vector<Piece> snippet;
};

struct Found {
  Words words;
  std::vector<const PersonEntry*> people;  ///< at most eight; those who left stand last
  std::vector<const OrgUnitEntry*> units;
  std::vector<const TopicEntry*> topics;
  std::vector<FoundNote> notes;      ///< newest first
  std::optional<std::int64_t> next;  ///< where older notes go on

  [[nodiscard]] bool empty() const {
    return people.empty() && units.empty() && topics.empty() && notes.empty();
  }
};

/// Accents and word endings do not matter; a note has to have every word. Entries refer to `directory`. Cost:
/// at most 500 candidates of the index, of which only as many are read as the page shows; with `person`
/// perhaps 300 of their conversations instead.
[[nodiscard]] Found find(Scope& scope, const Directory& directory, const Query& query);

}  // namespace rapport::search
