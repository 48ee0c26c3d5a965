// Finds people by the words of their names. Changing people is people.cpp.
#include "people/people_directory.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_set>

#include "base/text.hpp"

namespace rapport {
namespace {

using Entry = std::shared_ptr<const PersonEntry>;

bool comes_before(const Entry& left, const Entry& right) {
  return std::tie(left->sort_key, left->id) < std::tie(right->sort_key, right->id);
}

const PersonEntry* unless_erased(const PersonEntry* entry) {
  return entry == nullptr || entry->is_erased ? nullptr : entry;
}

bool has_word(const PersonEntry& entry, std::string_view word, LastWord match) {
  return std::any_of(entry.words.begin(), entry.words.end(), [&](const std::string& own) {
    return match == LastWord::whole ? own == word : std::string_view(own).starts_with(word);
  });
}

}  // namespace

PeopleDirectory::People PeopleDirectory::sorted(std::vector<PersonEntry> people) {
  People entries;
  entries.reserve(people.size());
  for (auto& person : people) entries.push_back(std::make_shared<const PersonEntry>(std::move(person)));
  std::sort(entries.begin(), entries.end(), comes_before);
  return entries;
}

PeopleDirectory::PeopleDirectory(std::vector<PersonEntry> people) : people_(sorted(std::move(people))) {
  words_.reserve(people_.size() * 3);
  for (std::uint32_t i = 0; i < people_.size(); ++i)
    for (const auto& word : people_[i]->words) words_.push_back({word, i});
  std::sort(words_.begin(), words_.end());
  index_people();
}

void PeopleDirectory::index_people() {
  by_id_.reserve(people_.size());
  by_slug_.reserve(people_.size());
  for (std::uint32_t i = 0; i < people_.size(); ++i) {
    by_id_.emplace(people_[i]->id.value, i);
    by_slug_.emplace(people_[i]->slug, i);
  }
  for (const auto& entry : people_) {
    const auto* remaining = entry->merged_into ? survivor(entry.get()) : nullptr;
    if (remaining != nullptr) merged_into_[remaining->id.value].push_back(entry->id);
  }
}

PeopleDirectory PeopleDirectory::with(std::vector<PersonEntry> changed) const {
  std::unordered_set<std::int64_t> replaced;
  for (const auto& person : changed) replaced.insert(person.id.value);
  auto merged = sorted(std::move(changed));
  const auto added = static_cast<std::ptrdiff_t>(merged.size());
  std::copy_if(people_.begin(), people_.end(), std::back_inserter(merged),
               [&](const Entry& entry) { return !replaced.contains(entry->id.value); });
  std::inplace_merge(merged.begin(), merged.begin() + added, merged.end(), comes_before);

  PeopleDirectory next;
  next.people_ = std::move(merged);
  next.index_people();
  next.words_ = words_after(*this, next);
  return next;
}

/// Those who stay keep their order, so their words stay sorted when their places move: cheaper than sorting
/// all anew.
std::vector<PeopleDirectory::WordOf> PeopleDirectory::words_after(const PeopleDirectory& before,
                                                                  const PeopleDirectory& after) {
  constexpr auto gone = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> moved(before.people_.size(), gone);
  std::vector<WordOf> added;
  for (std::uint32_t place = 0; place < after.people_.size(); ++place) {
    const auto& entry = after.people_[place];
    const auto old = before.by_id_.find(entry->id.value);
    if (old != before.by_id_.end() && before.people_[old->second] == entry) {
      moved[old->second] = place;
    } else {
      for (const auto& word : entry->words) added.push_back({word, place});
    }
  }
  std::sort(added.begin(), added.end());

  std::vector<WordOf> kept;
  kept.reserve(before.words_.size());
  for (const auto& word : before.words_)
    if (moved[word.person] != gone) kept.push_back({word.word, moved[word.person]});
  std::vector<WordOf> words;
  words.reserve(kept.size() + added.size());
  std::merge(kept.begin(), kept.end(), added.begin(), added.end(), std::back_inserter(words));
  return words;
}

const PersonEntry* PeopleDirectory::survivor(const PersonEntry* entry) const {
  // Merges may follow one another; more steps than this would be a circle.
  for (int step = 0; step < 16 && entry != nullptr && entry->merged_into; ++step) {
    const auto next = by_id_.find(entry->merged_into->value);
    entry = next == by_id_.end() ? nullptr : people_[next->second].get();
  }
  return entry;
}

const PersonEntry* PeopleDirectory::find_counted(Id<Person> id) const {
  const auto found = by_id_.find(id.value);
  return found == by_id_.end() ? nullptr : survivor(people_[found->second].get());
}

const PersonEntry* PeopleDirectory::find(Id<Person> id) const {
  return unless_erased(find_counted(id));
}

bool PeopleDirectory::is_erased(Id<Person> id) const {
  const auto* person = find_counted(id);
  return person != nullptr && person->is_erased;
}

const PersonEntry* PeopleDirectory::find_record(Id<Person> id) const {
  const auto found = by_id_.find(id.value);
  return found == by_id_.end() ? nullptr : unless_erased(people_[found->second].get());
}

std::vector<Id<Person>> PeopleDirectory::same_person(Id<Person> id) const {
  const auto* remaining = find_counted(id);
  std::vector<Id<Person>> records{remaining != nullptr ? remaining->id : id};
  const auto merged = merged_into_.find(records.front().value);
  if (merged != merged_into_.end())
    records.insert(records.end(), merged->second.begin(), merged->second.end());
  return records;
}

const PersonEntry* PeopleDirectory::find_slug(std::string_view slug) const {
  const auto found = by_slug_.find(slug);
  return found == by_slug_.end() ? nullptr : unless_erased(survivor(people_[found->second].get()));
}

const PersonEntry* PeopleDirectory::find_erased(std::string_view slug) const {
  const auto found = by_slug_.find(slug);
  const auto* person = found == by_slug_.end() ? nullptr : people_[found->second].get();
  return person != nullptr && person->is_erased ? person : nullptr;
}

Neighbours PeopleDirectory::neighbours(const PersonEntry& person) const {
  const auto at = by_id_.find(person.id.value);
  if (at == by_id_.end() || !person.unit) return {};
  const auto is_beside = [&](const auto& other) { return other->is_here && other->unit == person.unit; };
  const auto here = people_.begin() + static_cast<std::ptrdiff_t>(at->second);
  const auto previous = std::find_if(std::make_reverse_iterator(here), people_.rend(), is_beside);
  const auto next = std::find_if(here + 1, people_.end(), is_beside);
  return {previous == people_.rend() ? nullptr : previous->get(),
          next == people_.end() ? nullptr : next->get()};
}

std::span<const PeopleDirectory::WordOf> PeopleDirectory::range(std::string_view word, LastWord match) const {
  const auto begin =
      std::lower_bound(words_.begin(), words_.end(), word,
                       [](const WordOf& own, std::string_view sought) { return own.word < sought; });
  const auto end = std::partition_point(begin, words_.end(), [&](const WordOf& own) {
    return match == LastWord::whole ? own.word == word : own.word.starts_with(word);
  });
  return {begin, end};
}

std::vector<std::uint32_t> PeopleDirectory::people_of(std::span<const WordOf> words) const {
  std::vector<std::uint32_t> people;
  people.reserve(words.size());
  for (const auto& word : words) people.push_back(word.person);
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  return people;
}

std::vector<const PersonEntry*> PeopleDirectory::matching(std::span<const std::string> folded_words,
                                                          LastWord last_word, std::size_t limit,
                                                          Whom whom) const {
  const auto match_of = [&](std::size_t i) {
    return i + 1 == folded_words.size() ? last_word : LastWord::whole;
  };
  std::span<const WordOf> rarest;
  for (std::size_t i = 0; i < folded_words.size(); ++i) {
    const auto people = range(folded_words[i], match_of(i));
    if (people.empty()) return {};
    if (i == 0 || people.size() < rarest.size()) rarest = people;
  }
  std::vector<const PersonEntry*> found;
  for (const auto place : people_of(rarest)) {
    const auto& entry = *people_[place];
    const auto* remaining = survivor(&entry);
    bool has_all = remaining != nullptr && remaining->is_among(whom);
    for (std::size_t i = 0; has_all && i < folded_words.size(); ++i)
      has_all = has_word(entry, folded_words[i], match_of(i));
    if (has_all && std::ranges::count(found, remaining) == 0 && found.size() < limit)
      found.push_back(remaining);
    if (found.size() == limit) break;
  }
  return found;
}

std::unordered_map<Id<OrgUnit>, int> PeopleDirectory::here_by_unit() const {
  std::unordered_map<Id<OrgUnit>, int> counts;
  for (const auto& entry : people_)
    if (entry->is_here && entry->unit) ++counts[*entry->unit];
  return counts;
}

bool PeopleDirectory::knows_word(std::string_view folded_word) const {
  const auto people = range(folded_word, LastWord::whole);
  return std::any_of(people.begin(), people.end(), [&](const WordOf& word) {
    const auto* remaining = survivor(people_[word.person].get());
    return remaining != nullptr && remaining->is_here;
  });
}

namespace {

void add_words(PersonEntry& entry, std::string_view folded_name) {
  for (const auto word : split(folded_name, ' ')) {
    const auto& known = entry.words;
    if (!word.empty() && std::find(known.begin(), known.end(), word) == known.end())
      entry.words.emplace_back(word);
  }
}

PersonEntry read_entry(const db::Row& row) {
  PersonEntry entry{.id = row.id<Person>(0),
                    .slug = row.string(1),
                    .title = row.string(2),
                    .full_name = row.string(3),
                    .known_as = row.string(4),
                    .pronouns = row.string(5),
                    .sort_key = row.string(6),
                    .words = {},
                    .unit = row.optional_id<OrgUnit>(8),
                    .is_here = row.is_null(9) && row.is_null(10),
                    .merged_into = row.optional_id<Person>(10),
                    .is_erased = !row.is_null(11)};
  add_words(entry, row.text(7));
  return entry;
}

/// Of rows in the order of their people's ids.
void add_other_names(db::Reader& reader, Id<Institution> institution, std::int64_t since,
                     std::vector<PersonEntry>& people) {
  auto person = people.begin();
  reader.each(
      "select n.person_id, n.folded_name from person_names n join persons p "
      "on p.institution_id = n.institution_id and p.id = n.person_id "
      "where n.institution_id = $1 and p.directory_version > $2 order by n.person_id, n.id",
      [&](const db::Row& row) {
        while (person != people.end() && person->id < row.id<Person>(0)) ++person;
        if (person != people.end() && person->id == row.id<Person>(0)) add_words(*person, row.text(1));
      },
      institution, since);
}

}  // namespace

std::vector<PersonEntry> read_people_entries(db::Reader& reader, Id<Institution> institution,
                                             std::int64_t since) {
  // `folded_name` holds folded words, blanks between them: person_store.cpp writes it so.
  auto people = reader.all(
      "select id, slug, title, full_name, known_as, pronouns, sort_key, folded_name, main_org_unit_id, "
      "left_on, "
      "merged_into, erased_on from persons where institution_id = $1 and directory_version > $2 order by id",
      read_entry, institution, since);
  add_other_names(reader, institution, since, people);
  return people;
}

PeopleDirectory people_directory_after(db::Reader& reader, Id<Institution> institution,
                                       const PeopleDirectory* before, std::int64_t since) {
  if (before != nullptr) {
    auto next = before->with(read_people_entries(reader, institution, since));
    // Removed rows leave no version behind, so they are noticed by their number.
    const auto people = reader.count("select count(*) from persons where institution_id = $1", institution);
    if (people == static_cast<std::int64_t>(next.size())) return next;
  }
  return PeopleDirectory(read_people_entries(reader, institution, 0));
}

}  // namespace rapport
