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

namespace rapport::search {
namespace {

constexpr std::size_t people_max = 8;
constexpr std::size_t few_people = 24;  // so many are put in order of nearness: an index look-up each
constexpr std::size_t units_max = 5;
constexpr std::size_t topics_max = 6;
constexpr int candidates_max = 500;
constexpr int broad_candidates_max = 200;
constexpr int walked_max = 300;  // of one person's conversations, a page
constexpr int walked_at_once = 50;

using Documents = std::vector<std::int64_t>;

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
  ids.reserve(people.size());
  for (const auto* person : people) ids.push_back(person->id);
  const auto ranks = interactions::nearness(scope, directory, ids);
  std::vector<std::pair<int, const PersonEntry*>> ranked;
  ranked.reserve(people.size());
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
  for (const bool is_open : {true, false})  // what was closed comes last
    for (const auto& unit : directory.org.units()) {
      if (found.size() == units_max) break;
      if (unit.is_open == is_open && matches_name(words, unit.folded_name)) found.push_back(&unit);
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

/// What the index would say of one note: it has every term.
bool has_words(const Interaction& interaction, const Directory& directory,
               const std::vector<db::Term>& terms) {
  auto words = folded_words(interaction.note + "\n" + interaction.place);
  for (const auto id : interaction.topics)
    if (const auto* topic = directory.vocabulary.find(id))
      std::ranges::move(folded_words(topic->name), std::back_inserter(words));
  return std::ranges::all_of(terms, [&](const db::Term& term) {
    return std::ranges::any_of(words, [&](const std::string& word) { return is_hit(term, word); });
  });
}

std::int64_t number_of(const Interaction& interaction) {
  return document_number(interaction.happened_on, interaction.id);
}

/// Adds a note to the page. False where the page is full: then there is a next one.
bool add_note(Found& found, Interaction&& interaction) {
  if (found.notes.size() == notes_on_page) {
    found.next = number_of(found.notes.back().interaction);
    return false;
  }
  auto snippet = snippet_of(markdown_to_plain(interaction.note), found.words.terms);
  found.notes.push_back({std::move(interaction), std::move(snippet)});
  return true;
}

Documents documents_with(Scope& scope, const std::vector<db::Term>& terms, std::int64_t before, int limit) {
  return scope.read([&](db::Reader& reader) {
    return db::find_documents(reader, scope.institution, terms, before, limit);
  });
}

/// Adds those of the documents that `wanted` takes, reading a page's worth at a time. True when the page is
/// full.
template <class F>
bool add_notes(Scope& scope, const Documents& documents, Found& found, F&& wanted) {
  for (std::size_t begin = 0; begin < documents.size(); begin += notes_on_page) {
    std::vector<Id<Interaction>> ids;
    for (auto i = begin; i < std::min(documents.size(), begin + notes_on_page); ++i)
      ids.push_back(id_of_document(documents[i]));
    for (auto& interaction : interactions::several(scope, ids))
      if (wanted(interaction) && !add_note(found, std::move(interaction))) return true;
  }
  return false;
}

/// A beginning is looked for in two ways. Where it is common, the newest notes with its first four characters
/// fill the page. Where it is not, the index has little to join for the whole of it.
void find_in_all(Scope& scope, const Directory& directory, std::int64_t before, Found& found) {
  const auto& terms = found.words.terms;
  const auto broad = broadened(terms);
  if (broad.back().beginning != terms.back().beginning) {
    const auto documents = documents_with(scope, broad, before, broad_candidates_max);
    const auto has_all = [&](const Interaction& row) { return has_words(row, directory, terms); };
    if (add_notes(scope, documents, found, has_all) || documents.size() < broad_candidates_max) return;
    found.notes.clear();
  }
  const auto documents = documents_with(scope, terms, before, candidates_max);
  if (add_notes(scope, documents, found, [](const Interaction&) { return true; })) return;
  if (documents.size() == candidates_max) found.next = documents.back();
}

/// Where `number` stands in a timeline.
std::optional<std::string> timeline_cursor(std::optional<std::int64_t> number) {
  if (!number) return std::nullopt;
  const auto id = id_of_document(*number);
  const auto midnight = *number - id.value;  // document_number of id 0
  const auto day_length = document_number(Date::from_days(1), {});
  const auto days = std::clamp<std::int64_t>(midnight / day_length, -300'000, 2'900'000);
  return Date::from_days(static_cast<std::int32_t>(days)).iso() + "." + std::to_string(id.value);
}

/// Reads some hundred of the person's conversations a page.
void walk_with_person(Scope& scope, const Directory& directory, const Query& query, Found& found) {
  interactions::TimelineQuery walk{.before = timeline_cursor(query.before), .limit = walked_at_once};
  for (int walked = 0; walked < walked_max; walked += walked_at_once) {
    auto timeline =
        interactions::timeline_of_person(scope, directory.people.same_person(*query.person), walk);
    for (auto& row : timeline.interactions) {
      const auto number = number_of(row);
      if (has_words(row, directory, found.words.terms) && !add_note(found, std::move(row))) return;
      found.next = number;
    }
    if (!timeline.next) return found.next.reset();
    walk.before = timeline.next;
  }
}

/// Words that few notes have come from the index; for others it is quicker to read the person's own.
void find_with_person(Scope& scope, const Directory& directory, const Query& query, std::int64_t before,
                      Found& found) {
  const auto& terms = found.words.terms;
  const auto documents = documents_with(scope, broadened(terms), before, candidates_max);
  if (documents.size() == candidates_max) return walk_with_person(scope, directory, query, found);
  static_cast<void>(add_notes(scope, documents, found, [&](const Interaction& row) {
    return std::ranges::count(row.people, *query.person) > 0 && has_words(row, directory, terms);
  }));
}

void find_notes(Scope& scope, const Directory& directory, const Query& query, Found& found) {
  if (found.words.terms.empty()) return;
  const auto before = query.before.value_or(std::numeric_limits<std::int64_t>::max());
  if (query.person)
    find_with_person(scope, directory, query, before, found);
  else
    find_in_all(scope, directory, before, found);
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
  find_notes(scope, directory, query, found);
  return found;
}

}  // namespace rapport::search
