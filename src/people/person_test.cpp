#include "people/person.hpp"

#include <gmock/gmock.h>

#include "support/day.hpp"

namespace rapport {
namespace {

using test::day;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> faulty_fields(const PersonDraft& draft) {
  std::vector<std::string> fields;
  for (const auto& fault : faults_of(tidied(draft))) fields.push_back(fault.field);
  return fields;
}

TEST(PersonDraft, TakesNamesOfEveryKind) {
  for (const auto* name : {"Jane Smith", "Mary-Jane O’Neill", "Siân Lloyd", "Suharto", "王伟",
                           "Ann van der Berg", "Ἀριάδνη", "X Æ A-12", "محمد"})
    EXPECT_THAT(faulty_fields({.full_name = name}), IsEmpty()) << name;
}

TEST(PersonDraft, FindsWhatIsWrong) {
  const std::vector<std::pair<PersonDraft, std::string>> table{
      {{.full_name = ""}, "full_name"},
      {{.full_name = " \t "}, "full_name"},
      {{.full_name = "…"}, "full_name"},
      {{.full_name = std::string(201, 'a'), .known_as = "A"}, "full_name"},
      {{.title = std::string(41, 'a'), .full_name = "A"}, "title"},
      {{.full_name = "A", .known_as = std::string(201, 'a')}, "known_as"},
      {{.full_name = "A", .pronouns = "xe"}, "pronouns"},
      {{.full_name = "A", .orcid = "0000-0002-1825-0098"}, "orcid"},
      {{.full_name = "A", .external_id = std::string(201, '1')}, "external_id"},
      {{.full_name = "A", .about = std::string(5001, 'a')}, "about"},
      {{.full_name = "A", .addresses = {"not an address"}}, "addresses"},
      {{.full_name = "A", .names = {{NameKind::former, std::string(201, 'a')}}}, "names"},
      {{.full_name = "A", .posts = {{.unit = {1}, .is_main = true}, {.unit = {2}, .is_main = true}}},
       "posts"},
      {{.full_name = "A",
        .posts = {{.unit = {1}, .valid_from = day("2026-02-01"), .valid_to = day("2026-01-31")}}},
       "posts"}};
  for (const auto& [draft, field] : table) EXPECT_THAT(faulty_fields(draft), ElementsAre(field)) << field;
}

TEST(PersonDraft, CountsCharactersNotBytes) {
  std::string name;
  for (int i = 0; i < 200; ++i) name += "é";
  EXPECT_THAT(faulty_fields({.full_name = name}), IsEmpty());
}

TEST(PersonDraft, IsTidiedIntoCanonicalForms) {
  const auto draft =
      tidied({.title = " Dr ",
              .full_name = "  Jane   Smith\n",
              .orcid = "https://orcid.org/0000000218250097",
              .addresses = {" Jane@EXAMPLE.ac.uk ", "", "jane@example.ac.uk"},
              .names = {{NameKind::also, " Janey "}, {NameKind::also, "Janey"}, {NameKind::former, ""}}});
  EXPECT_EQ(draft.title, "Dr");
  EXPECT_EQ(draft.full_name, "Jane Smith");
  EXPECT_EQ(draft.known_as, "Jane");
  EXPECT_EQ(draft.orcid, "0000-0002-1825-0097");
  EXPECT_THAT(draft.addresses, ElementsAre("Jane@example.ac.uk"));
  EXPECT_THAT(draft.names, ElementsAre(OtherName{NameKind::also, "Janey"}));
}

TEST(PersonDraft, StaysAsItIsWhenTidiedTwice) {
  const auto once =
      tidied({.full_name = " a  b ", .orcid = "nonsense ", .addresses = {" x "}, .posts = {{.unit = {1}}}});
  const auto twice = tidied(once);
  EXPECT_EQ(twice.full_name, once.full_name);
  EXPECT_EQ(twice.orcid, once.orcid);
  EXPECT_EQ(twice.addresses, once.addresses);
  EXPECT_TRUE(once.posts.front().is_main);
}

TEST(KnownAs, IsTheFirstWordUnlessGiven) {
  EXPECT_EQ(tidied({.full_name = "Suharto"}).known_as, "Suharto");
  EXPECT_EQ(tidied({.full_name = "Jane Smith", .known_as = "JJ"}).known_as, "JJ");
}

TEST(FilingName, BringsTheFamilyNameToTheFront) {
  const std::vector<std::pair<const char*, const char*>> table{{"Jane Smith", "Smith Jane"},
                                                               {"Mary-Jane O’Neill", "O’Neill Mary-Jane"},
                                                               {"Anna van der Berg", "van der Berg Anna"},
                                                               {"Suharto", "Suharto"},
                                                               {"Ana Maria da Silva", "da Silva Ana Maria"},
                                                               {"bell hooks", "hooks bell"},
                                                               {"王伟", "王伟"},
                                                               {"", ""}};
  for (const auto& [name, filed] : table) EXPECT_EQ(filing_name(name), filed);
}

TEST(SlugBase, IsReadableWhereTheNameIsLatin) {
  EXPECT_EQ(slug_base("Jane Smith"), "jane-smith-");
  EXPECT_EQ(slug_base("Siân O’Neill"), "sian-oneill-");
  EXPECT_EQ(slug_base("王伟"), "person-");
}

TEST(MainUnit, PrefersWhatIsHeldTodayThenTheMainPostThenTheLongest) {
  const auto today = day("2026-11-12");
  const Post former{.id = {1}, .unit = {1}, .is_main = true, .valid_to = day("2026-11-11")};
  const Post to_come{.id = {2}, .unit = {2}, .valid_from = day("2026-11-13")};
  const Post fixed_term{.id = {3}, .unit = {3}, .valid_to = today};
  const Post open{.id = {4}, .unit = {4}};
  const Post main{.id = {5}, .unit = {5}, .is_main = true, .valid_to = day("2027-01-01")};
  const auto unit_of = [&](std::vector<Post> posts) { return main_unit_of(posts, today); };
  EXPECT_EQ(unit_of({}), std::nullopt);
  EXPECT_EQ(unit_of({former, to_come, fixed_term, open, main}), Id<OrgUnit>{5});
  EXPECT_EQ(unit_of({former, to_come, fixed_term, open}), Id<OrgUnit>{4});
  EXPECT_EQ(unit_of({former, to_come, fixed_term}), Id<OrgUnit>{3});
  EXPECT_EQ(unit_of({former, to_come}), Id<OrgUnit>{1});
  EXPECT_EQ(unit_of({to_come}), Id<OrgUnit>{2});
}

TEST(Edition, ChangesWithWhatTheFormShowsAndNotWithConversations) {
  PersonDetails details{.person = {.full_name = "Jane Smith", .known_as = "Jane"},
                        .addresses = {"a@example.ac.uk"}};
  const auto before = edition(details);
  details.person.last_on = day("2026-11-12");
  details.person.version = 7;
  EXPECT_EQ(edition(details), before);
  details.addresses = {"b@example.ac.uk"};
  EXPECT_NE(edition(details), before);
  // Text must not slip from one field into the next unnoticed.
  PersonDetails one{.person = {.full_name = "ab", .known_as = "c"}};
  PersonDetails other{.person = {.full_name = "a", .known_as = "bc"}};
  EXPECT_NE(edition(one), edition(other));
}

TEST(WayOfWorking, NeedsAStatementASourceAndAPossibleDay) {
  const auto today = day("2026-11-12");
  const auto fields = [&](const WayOfWorkingDraft& draft) {
    std::vector<std::string> names;
    for (const auto& fault : faults_of(draft, today)) names.push_back(fault.field);
    return names;
  };
  EXPECT_THAT(fields({.statement = "Phone first", .source = "told Tom", .stated_on = today}), IsEmpty());
  EXPECT_THAT(fields({.statement = "", .source = "", .stated_on = today}),
              ElementsAre("statement", "source"));
  EXPECT_THAT(fields({.statement = "x", .source = "y", .stated_on = day("2026-11-13")}),
              ElementsAre("stated_on"));
  EXPECT_THAT(fields({.statement = "x", .source = "y", .stated_on = today, .review_on = day("2026-11-11")}),
              ElementsAre("review_on"));
}

}  // namespace
}  // namespace rapport
