#include "organisation/org_directory.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "organisation/org_unit.hpp"
#include "organisation/slug.hpp"
#include "organisation/unit_choices.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;

OrgUnitEntry unit(std::int64_t id, std::string name, std::optional<std::int64_t> parent = {},
                  bool is_open = true) {
  return {.id = {id},
          .slug = slug_words(name),
          .kind = OrgUnitKind::department,
          .name = name,
          .folded_name = fold(name),
          .sort_key = sort_key(name),
          .parent = parent ? std::optional(Id<OrgUnit>{*parent}) : std::nullopt,
          .is_open = is_open};
}

const OrgDirectory units({unit(1, "Faculty of Health"), unit(2, "Nursing & Midwifery", 1),
                          unit(3, "École de Théâtre"), unit(4, "Child Nursing", 2),
                          unit(5, "Library Science", {}, false), unit(6, "Physics", 1),
                          unit(7, "Physics", {}, false)});

TEST(OrgDirectory, FindsByIdSlugAndFoldedName) {
  EXPECT_EQ(units.find({2})->name, "Nursing & Midwifery");
  EXPECT_EQ(units.find({99}), nullptr);
  EXPECT_EQ(units.find_slug("nursing-midwifery")->id.value, 2);
  EXPECT_EQ(units.find_name("ecole de theatre")->id.value, 3);
  EXPECT_EQ(units.name(Id<OrgUnit>{6}), "Physics");
  EXPECT_EQ(units.name(std::nullopt), "");
}

TEST(OrgDirectory, PrefersTheOpenOneOfTwoOfOneName) {
  EXPECT_EQ(units.find_name("PHYSICS")->id.value, 6);
  EXPECT_EQ(units.find_name("library science")->id.value, 5);
  const OrgDirectory twins({unit(1, "Law"), unit(2, "Law")});
  EXPECT_EQ(twins.find_name("law"), nullptr);
}

TEST(OrgDirectory, GivesWhatStandsBelow) {
  EXPECT_THAT(units.with_descendants({1}),
              testing::UnorderedElementsAre(Id<OrgUnit>{1}, Id<OrgUnit>{2}, Id<OrgUnit>{4}, Id<OrgUnit>{6}));
  EXPECT_TRUE(makes_circle(units, {1}, {4}));
  EXPECT_TRUE(makes_circle(units, {1}, {1}));
  EXPECT_FALSE(makes_circle(units, {4}, {1}));
}

TEST(OrgDirectory, EndsOnACircleThatSomebodyElseWrote) {
  const OrgDirectory circle({unit(1, "A", 2), unit(2, "B", 1)});
  EXPECT_THAT(circle.with_descendants({1}), ElementsAre(Id<OrgUnit>{1}, Id<OrgUnit>{2}));
}

TEST(UnitChoices, IndentWhatStandsBelowAndLeaveClosedOnesOut) {
  std::vector<std::string> words;
  for (const auto& choice : unit_choices(units, "All")) words.push_back(choice.words);
  EXPECT_THAT(words, ElementsAre("All", "École de Théâtre", "Faculty of Health", "\u2003Nursing & Midwifery",
                                 "\u2003\u2003Child Nursing", "\u2003Physics"));
}

TEST(Slug, KeepsPlainWordsAndCutsBetweenThem) {
  EXPECT_EQ(slug_words("Nursing & Midwifery"), "nursing-midwifery");
  EXPECT_EQ(slug_words("Mary-Jane O’Neill"), "mary-jane-oneill");
  EXPECT_EQ(slug_words("Łódź Übung"), "lodz-ubung");
  EXPECT_EQ(slug_words("王伟"), "");
  EXPECT_LE(slug_words(std::string(30, 'a') + " " + std::string(30, 'b') + " c").size(), 60U);
  EXPECT_EQ(slug_words(std::string(100, 'a')), "");
}

}  // namespace
}  // namespace rapport
