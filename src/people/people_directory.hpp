// The names of all people in memory (20,000 take a few megabytes): for the capture line, find and every list
// of names.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "organisation/org_directory.hpp"
#include "scope/scope.hpp"

namespace rapport {

struct Person;

enum class Whom { here, left, everybody };  ///< merged people are in none of them

struct PersonEntry {
  Id<Person> id;
  std::string slug;
  std::string title;      ///< "Dr", may be empty
  std::string full_name;  ///< "Jane Smith"
  std::string known_as;   ///< "Jane": what a sentence calls them; never empty (a one-word name is that word)
  std::string pronouns;   ///< "", "she", "he" or "they"
  std::string sort_key;
  std::vector<std::string> words;   ///< folded words of every form of the name, distinct
  std::optional<Id<OrgUnit>> unit;  ///< of the main post
  bool is_here = true;              ///< neither left nor merged nor erased
  std::optional<Id<Person>> merged_into;
  bool is_erased = false;  ///< counted, and nothing else: the names say so

  [[nodiscard]] bool is_among(Whom whom) const {
    return !merged_into && !is_erased && (whom == Whom::everybody || is_here == (whom == Whom::here));
  }
  /// "Dr Jane Smith"
  [[nodiscard]] std::string display_name() const {
    return title.empty() ? full_name : title + " " + full_name;
  }
};

/// Those who stand before and after somebody in a list; nobody at its ends.
struct Neighbours {
  const PersonEntry* previous = nullptr;
  const PersonEntry* next = nullptr;
};

enum class LastWord { whole, prefix };

/// Immutable; `with` makes the next one.
class PeopleDirectory {
 public:
  PeopleDirectory() = default;
  explicit PeopleDirectory(std::vector<PersonEntry> people);

  [[nodiscard]] std::size_t size() const { return people_.size(); }
  /// Everybody, those who left, were merged or erased too.
  [[nodiscard]] std::span<const std::shared_ptr<const PersonEntry>> in_name_order() const { return people_; }
  /// How many people are here, by the unit of their main post.
  [[nodiscard]] std::unordered_map<Id<OrgUnit>, int> here_by_unit() const;
  /// Merged people are found as the one they became; erased ones are not found.
  [[nodiscard]] const PersonEntry* find(Id<Person> id) const;
  /// As `find`, those erased too: for what is counted, and to say that somebody was there.
  [[nodiscard]] const PersonEntry* find_counted(Id<Person> id) const;
  [[nodiscard]] bool is_erased(Id<Person> id) const;
  [[nodiscard]] const PersonEntry* find_slug(std::string_view slug) const;  ///< as `find`
  /// What is left of somebody erased: where the page was.
  [[nodiscard]] const PersonEntry* find_erased(std::string_view slug) const;
  /// The record itself, whether merged or not; not that of somebody erased.
  [[nodiscard]] const PersonEntry* find_record(Id<Person> id) const;
  /// Every record that is this person: the one who remains first, then those merged into it.
  [[nodiscard]] std::vector<Id<Person>> same_person(Id<Person> id) const;
  /// People who have each of `folded_words` among their names' words, the last one perhaps only begun; a name
  /// of a merged record finds the one it became. In name order, at most `limit`. Cost: logarithmic in all
  /// words plus the rarest word's people.
  [[nodiscard]] std::vector<const PersonEntry*> matching(std::span<const std::string> folded_words,
                                                         LastWord last_word, std::size_t limit,
                                                         Whom whom = Whom::here) const;
  /// Among those who are here with their main post in the same unit, in name order. Cost: one walk over the
  /// names that lie between.
  [[nodiscard]] Neighbours neighbours(const PersonEntry& person) const;
  /// True when somebody here has exactly this folded word as part of a name.
  [[nodiscard]] bool knows_word(std::string_view folded_word) const;
  /// The same directory with these entries added or replaced.
  [[nodiscard]] PeopleDirectory with(std::vector<PersonEntry> changed) const;

 private:
  using People = std::vector<std::shared_ptr<const PersonEntry>>;
  struct WordOf {
    std::string_view word;  ///< of the entry's own words
    std::uint32_t person;   ///< its place in `people_`

    friend auto operator<=>(const WordOf&, const WordOf&) = default;
  };
  [[nodiscard]] static People sorted(std::vector<PersonEntry> people);
  [[nodiscard]] std::span<const WordOf> range(std::string_view word, LastWord match) const;
  [[nodiscard]] std::vector<std::uint32_t> people_of(std::span<const WordOf> words) const;
  [[nodiscard]] const PersonEntry* survivor(const PersonEntry* entry) const;
  [[nodiscard]] static std::vector<WordOf> words_after(const PeopleDirectory& before,
                                                       const PeopleDirectory& after);
  void index_people();

  People people_;              ///< in sort-key order
  std::vector<WordOf> words_;  ///< by word, then in name order
  std::unordered_map<std::int64_t, std::uint32_t> by_id_;
  std::unordered_map<std::string_view, std::uint32_t> by_slug_;
  std::unordered_map<std::int64_t, std::vector<Id<Person>>> merged_into_;  ///< by who remains
};

/// Those whose `directory_version` is above `since`; 0 for all.
[[nodiscard]] std::vector<PersonEntry> read_people_entries(db::Reader& reader, Id<Institution> institution,
                                                           std::int64_t since);

/// The directory as this snapshot has it, made from the one of version `since` by reading what changed; all
/// anew where there is none before, or where people were removed.
[[nodiscard]] PeopleDirectory people_directory_after(db::Reader& reader, Id<Institution> institution,
                                                     const PeopleDirectory* before, std::int64_t since);

}  // namespace rapport
