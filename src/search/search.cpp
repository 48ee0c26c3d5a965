// Finds. Names come from memory, notes from the full-text index.
#include "search/search.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "db/full_text.hpp"
#include "interactions/interaction_words.hpp"
#include "interactions/interactions.hpp"
#include "search/search_store.hpp"

namespace rapport::search {
namespace {

constexpr std::size_t people_max = 8;
constexpr std::size_t few_people = 24;  // so many are put in order of nearness: an index look-up each
constexpr std::size_t units_max = 5;
constexpr std::size_t topics_max = 6;
constexpr int candidates_max = 500;
constexpr int person_steps_max = 250;

using Documents = std::vector<std::int64_t>;
struct Candidates {
  Documents documents;
  std::optional<std::int64_t> searched_to;  ///< there may be more below
};

/// "Dr Jane Smith" is looked for without the title where nobody's name has such a word.
std::vector<std::string> without_titles(std::vector<std::string> words) {
  static constexpr std::array<std::string_view, 9> titles{"dr", "prof", "professor", "mr", "mrs",
                                                          "ms", "miss", "mx",        "sir"};
  while (words.size() > 1 && std::ranges::find(titles, words.front()) != titles.end())
    words.erase(words.begin());
  return words;
}

void sort_by_nearness(Scope& scope, const Directory& directory, std::vector<const PersonEntry*>& people) {
  std::vector<Id<Person>> ids;
  for (const auto* person : people) ids.push_back(person->id);
  const auto ranks = interactions::nearness(scope, directory, ids);
  std::vector<std::pair<int, const PersonEntry*>> ranked;
  for (std::size_t i = 0; i < people.size(); ++i) ranked.emplace_back(ranks[i], people[i]);
  std::ranges::stable_sort(ranked, {}, &std::pair<int, const PersonEntry*>::first);
  for (std::size_t i = 0; i < people.size(); ++i) people[i] = ranked[i].second;
}

std::vector<const PersonEntry*> find_people(Scope& scope, const Directory& directory,
                                            const std::vector<std::string>& typed) {
  auto words = typed;
  auto people = directory.people.matching(words, LastWord::prefix, few_people + 1);
  if (people.empty()) {
    words = without_titles(typed);
    people = directory.people.matching(words, LastWord::prefix, few_people + 1);
  }
  if (people.size() > 1 && people.size() <= few_people) sort_by_nearness(scope, directory, people);
  if (people.size() > people_max) people.resize(people_max);
  if (people.size() < people_max) {
    const auto left =
        directory.people.matching(words, LastWord::prefix, people_max - people.size(), Whom::left);
    people.insert(people.end(), left.begin(), left.end());
  }
  return people;
}

std::vector<const OrgUnitEntry*> find_units(const Directory& directory,
                                            const std::vector<std::string>& words) {
  std::vector<const OrgUnitEntry*> found;
  for (const auto& unit : directory.org.units()) {
    if (found.size() == units_max) break;
    if (unit.is_open && matches_name(words, unit.folded_name)) found.push_back(&unit);
  }
  return found;
}

std::vector<const TopicEntry*> find_topics(const Directory& directory,
                                           const std::vector<std::string>& words) {
  std::vector<const TopicEntry*> found;
  for (const auto& topic : directory.vocabulary.topics()) {
    if (found.size() == topics_max) break;
    if (topic.folded_name.find(words.front()) == std::string::npos) continue;  // cheap: most end here
    if (matches_name(words, topic.folded_name)) found.push_back(&topic);
  }
  return found;
}

Candidates newest_with_words(db::Reader& reader, Id<Institution> institution,
                             const std::vector<db::Term>& terms, std::int64_t before) {
  Candidates found{.documents = db::find_documents(reader, institution, terms, before, candidates_max),
                   .searched_to = {}};
  if (found.documents.size() == candidates_max) found.searched_to = found.documents.back();
  return found;
}

/// Walks down the person's conversations and the index in turn: each look at the index names the next
/// document with the words, and everything of the person above it is passed over.
Candidates newest_with_person(db::Reader& reader, Id<Institution> institution,
                              const std::vector<db::Term>& terms, Id<Person> person, std::int64_t before) {
  Candidates found;
  int steps = 0;
  for (Documents theirs; found.documents.size() <= notes_on_page;) {
    theirs = search_store::documents_with(reader, institution, person, before, 1000);
    if (theirs.empty()) return found;
    for (auto at = theirs.begin(); at != theirs.end();) {
      if (++steps > person_steps_max || found.documents.size() > notes_on_page) break;
      const auto next = db::find_documents(reader, institution, terms, *at + 1, 1);
      if (next.empty()) return found;
      before = *at;
      if (next.front() == *at)
        found.documents.push_back(*at++);
      else
        at = std::lower_bound(at, theirs.end(), next.front(), std::greater<>());
      if (at == theirs.end()) before = theirs.back();
    }
    if (steps > person_steps_max) break;
  }
  found.searched_to = before;
  return found;
}

/// Reads candidates until the page is full and one more is known, a page's worth at a time.
void read_notes(Scope& scope, const Candidates& candidates, Found& found) {
  const auto& documents = candidates.documents;
  for (std::size_t begin = 0; begin < documents.size(); begin += notes_on_page) {
    std::vector<Id<Interaction>> ids;
    for (auto i = begin; i < std::min(documents.size(), begin + notes_on_page); ++i)
      ids.push_back(id_of_document(documents[i]));
    for (auto& interaction : interactions::several(scope, ids)) {
      if (found.notes.size() == notes_on_page) {
        const auto& last = found.notes.back().interaction;
        found.next = document_number(last.happened_on, last.id);
        return;
      }
      auto snippet = snippet_of(markdown_to_plain(interaction.note), found.words.terms);
      found.notes.push_back({std::move(interaction), std::move(snippet)});
    }
  }
  found.next = candidates.searched_to;
}

void find_notes(Scope& scope, const Query& query, Found& found) {
  if (found.words.terms.empty()) return;
  const auto before = query.before.value_or(std::numeric_limits<std::int64_t>::max());
  const auto candidates = scope.read([&](db::Reader& reader) {
    const auto& terms = found.words.terms;
    return query.person ? newest_with_person(reader, scope.institution, terms, *query.person, before)
                        : newest_with_words(reader, scope.institution, terms, before);
  });
  read_notes(scope, candidates, found);
}

}  // namespace

Found find(Scope& scope, const Directory& directory, const Query& query) {
  Found found{.words = words_of_query(query.text)};
  if (found.words.empty()) return found;
  if (!query.person && !query.before) {
    found.people = find_people(scope, directory, found.words.folded);
    found.units = find_units(directory, found.words.folded);
    found.topics = find_topics(directory, found.words.folded);
  }
  find_notes(scope, query, found);
  return found;
}

}  // namespace rapport::search
