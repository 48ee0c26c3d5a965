#include "people/people_directory.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "people/person.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

PersonEntry person(std::int64_t id, std::string name, std::vector<std::string> other_names = {}) {
  PersonEntry entry{.id = {id},
                    .slug = slug_base(name) + std::to_string(id),
                    .title = {},
                    .full_name = name,
                    .known_as = name.substr(0, name.find(' ')),
                    .pronouns = {},
                    .sort_key = sort_key(filing_name(name)),
                    .words = folded_words(name),
                    .unit = {},
                    .merged_into = {}};
  for (const auto& other : other_names)
    for (auto& word : folded_words(other)) entry.words.push_back(std::move(word));
  return entry;
}

PersonEntry gone(PersonEntry entry) {
  entry.is_here = false;
  return entry;
}

PersonEntry merged(PersonEntry entry, std::int64_t into) {
  entry.is_here = false;
  entry.merged_into = Id<Person>{into};
  return entry;
}

const PeopleDirectory people({person(1, "Mary-Jane O’Neill"), person(2, "Siân Lloyd"), person(3, "Suharto"),
                              person(4, "王伟", {"Wang Wei"}), person(5, "Jane Smith", {"Jane Hartley"}),
                              gone(person(6, "Jane Left")), merged(person(7, "Jayne Smith"), 5),
                              merged(person(8, "J. Smith"), 7), person(9, "Owen Smith")});

/// Ids of those who match what somebody types.
std::vector<std::int64_t> found(const PeopleDirectory& directory, std::string_view typed,
                                LastWord last_word = LastWord::prefix, Whom whom = Whom::here) {
  std::vector<std::int64_t> ids;
  for (const auto* entry : directory.matching(folded_words(typed), last_word, 50, whom))
    ids.push_back(entry->id.value);
  return ids;
}

PersonEntry in_unit(PersonEntry entry, std::int64_t unit) {
  entry.unit = Id<OrgUnit>{unit};
  return entry;
}

TEST(PeopleDirectory, FindsWhoRemainsByTheNameOfAMergedRecordOnce) {
  EXPECT_THAT(found(people, "jayne"), ElementsAre(5));
  EXPECT_THAT(found(people, "smith"), ElementsAre(5, 9));
  EXPECT_TRUE(people.knows_word("jayne"));
  EXPECT_THAT(people.same_person({8}), ElementsAre(Id<Person>{5}, Id<Person>{8}, Id<Person>{7}));
  EXPECT_THAT(people.same_person({9}), ElementsAre(Id<Person>{9}));
}

TEST(PeopleDirectory, NamesWhoStandsBesideSomebodyInTheDepartment) {
  const PeopleDirectory directory({in_unit(person(1, "Ann Able"), 7), in_unit(person(2, "Bo Baker"), 8),
                                   gone(in_unit(person(3, "Cy Cole"), 7)), in_unit(person(4, "Di Dunn"), 7),
                                   person(5, "Ed Elm")});
  const auto of_ann = directory.neighbours(*directory.find({1}));
  EXPECT_EQ(of_ann.previous, nullptr);
  EXPECT_EQ(of_ann.next, directory.find({4})) << "neither of another department nor somebody who left";
  EXPECT_EQ(directory.neighbours(*directory.find({4})).previous, directory.find({1}));
  EXPECT_EQ(directory.neighbours(*directory.find({5})).next, nullptr) << "without a department";
}

TEST(PeopleDirectory, FindsPartsOfHyphenatedNamesAndNamesWithApostrophes) {
  for (const auto* typed :
       {"mary", "oneill", "o'neill", "O’NEILL", "O'N", "mary jane", "jane oneill", "oneill mary"})
    EXPECT_THAT(found(people, typed), ElementsAre(1)) << typed;
}

TEST(PeopleDirectory, DoesNotMindAccents) {
  EXPECT_THAT(found(people, "sian"), ElementsAre(2));
  EXPECT_THAT(found(people, "Siân"), ElementsAre(2));
}

TEST(PeopleDirectory, FindsOneWordNamesAndOtherScripts) {
  EXPECT_THAT(found(people, "suharto"), ElementsAre(3));
  EXPECT_THAT(found(people, "王"), ElementsAre(4));
  EXPECT_THAT(found(people, "wang"), ElementsAre(4));
}

TEST(PeopleDirectory, TakesTheLastWordAsBegunOrWhole) {
  EXPECT_THAT(found(people, "jan"), ElementsAre(1, 5));
  EXPECT_THAT(found(people, "jan", LastWord::whole), IsEmpty());
  EXPECT_THAT(found(people, "jan smith"), IsEmpty());
  EXPECT_THAT(found(people, "jane smi"), ElementsAre(5));
  EXPECT_THAT(found(people, "jane hartley", LastWord::whole), ElementsAre(5));
}

TEST(PeopleDirectory, GivesNobodyForNoWords) {
  EXPECT_THAT(found(people, ""), IsEmpty());
  EXPECT_THAT(found(people, " ' "), IsEmpty());
}

TEST(PeopleDirectory, ListsInOrderOfFamilyNamesUpToTheLimit) {
  EXPECT_THAT(found(people, "s"), ElementsAre(2, 5, 9, 3));  // Lloyd, Smith J, Smith O, Suharto
  EXPECT_EQ(people.matching(folded_words("s"), LastWord::prefix, 2).size(), 2U);
  EXPECT_THAT(people.matching(folded_words("s"), LastWord::prefix, 0), IsEmpty());
}

TEST(PeopleDirectory, LeavesOutWhoLeftUnlessAsked) {
  EXPECT_THAT(found(people, "left"), IsEmpty());
  EXPECT_THAT(found(people, "jane", LastWord::whole, Whom::left), ElementsAre(6));
  EXPECT_THAT(found(people, "jane", LastWord::whole, Whom::everybody), ElementsAre(6, 1, 5));
  EXPECT_FALSE(people.knows_word("left"));
  EXPECT_TRUE(people.knows_word("hartley"));
  EXPECT_FALSE(people.knows_word("hart"));
}

TEST(PeopleDirectory, FindsMergedPeopleAsTheOneTheyBecame) {
  EXPECT_EQ(people.find({7})->id.value, 5);
  EXPECT_EQ(people.find({8})->id.value, 5);
  EXPECT_EQ(people.find_slug("jayne-smith-7")->id.value, 5);
  EXPECT_EQ(people.find({99}), nullptr);
  EXPECT_EQ(people.find_slug("nobody"), nullptr);
}

TEST(PeopleDirectory, EndsOnMergesThatGoInACircle) {
  const PeopleDirectory circle({merged(person(1, "A"), 2), merged(person(2, "B"), 1)});
  EXPECT_NE(circle.find({1}), nullptr);
}

TEST(PeopleDirectory, CountsThoseHereByUnit) {
  auto one = person(1, "A");
  auto two = person(2, "B");
  auto left = gone(person(3, "C"));
  one.unit = two.unit = left.unit = Id<OrgUnit>{7};
  EXPECT_THAT(PeopleDirectory({one, two, left, person(4, "D")}).here_by_unit(),
              testing::UnorderedElementsAre(testing::Pair(Id<OrgUnit>{7}, 2)));
}

TEST(PeopleDirectory, WithChangesIsTheSameAsMadeAnew) {
  // Every name changes once, in an order that moves people to both ends; each step is compared with a fresh
  // directory.
  std::vector<PersonEntry> entries;
  PeopleDirectory grown;
  const std::vector<std::string> names{"Ann Zed",  "Zoe Abel", "Mia Moss",
                                       "Ann Abel", "Zoe Zed",  "Ulf Ørsted"};
  for (std::size_t step = 0; step < 60; ++step) {
    const auto id = static_cast<std::int64_t>(step * 7 % 10 + 1);
    const auto changed = person(id, names[step * 5 % names.size()] + (step % 3 == 0 ? " Lee" : ""));
    std::erase_if(entries, [&](const PersonEntry& entry) { return entry.id.value == id; });
    entries.push_back(changed);
    grown = grown.with({changed});
    const PeopleDirectory fresh(entries);
    ASSERT_EQ(grown.size(), fresh.size());
    for (const auto* typed : {"ann", "a", "z", "zoe z", "abel", "le", "orsted"})
      ASSERT_EQ(found(grown, typed), found(fresh, typed)) << typed << " at step " << step;
    ASSERT_EQ(grown.find({id})->full_name, changed.full_name);
    ASSERT_EQ(grown.find_slug(changed.slug)->id, changed.id);
  }
}

TEST(PeopleDirectory, KeepsItsEntriesWhenTheNextOneIsMade) {
  const PeopleDirectory before({person(1, "Jane Smith")});
  const auto* entry = before.find({1});
  const auto after = before.with({person(1, "Jane Hartley"), person(2, "Owen Smith")});
  EXPECT_EQ(entry->full_name, "Jane Smith");
  EXPECT_THAT(found(before, "smith"), ElementsAre(1));
  EXPECT_THAT(found(after, "smith"), ElementsAre(2));
}

}  // namespace
}  // namespace rapport
