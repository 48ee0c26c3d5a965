// Find on both engines: what is found, by whom, and how it is shown.
#include "search/search.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/form.hpp"
#include "interactions/interactions.hpp"
#include "organisation/organisation.hpp"
#include "search/find_pages.hpp"
#include "support/small_library.hpp"

namespace rapport::search {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Search : public testing::TestWithParam<db::Engine> {
 protected:
  struct Said {
    Id<Person> with;
    Visibility visibility = Visibility::library;
    int days_ago = 1;
    std::vector<std::string> topics = {};
  };
  Id<Interaction> note(std::string text, const Said& said) {
    const auto scope = library.scope(library.priya);
    return interactions::record(*scope, *library.directory(),
                                {.happened_on = library.today().plus_days(-said.days_ago),
                                 .note = std::move(text),
                                 .visibility = said.visibility,
                                 .people = {{said.with}},
                                 .topics = said.topics})
        .value()
        .interaction;
  }
  Id<Interaction> note(std::string text) { return note(std::move(text), {.with = library.jane}); }
  Found find_as(Id<Staff> who, const Query& query) {
    directory_ = library.directory();
    return search::find(*library.scope(who), *directory_, query);
  }
  std::vector<Id<Interaction>> notes(std::string text) {
    return ids(find_as(library.priya, {.text = std::move(text)}));
  }
  static std::vector<Id<Interaction>> ids(const Found& found) {
    std::vector<Id<Interaction>> ids;
    for (const auto& row : found.notes) ids.push_back(row.interaction.id);
    return ids;
  }
  std::string page(Id<Staff> who, std::string_view query) {
    http::Request request;
    request.target = "/find?" + std::string(query);
    request.path = "/find";
    request.query = http::parse_urlencoded(query).value();
    const auto scope = library.scope(who);
    const auto response = show_find(ui::Visit{request, *scope, "token", "device", true, "Nowhere", "Health"},
                                    *library.directory());
    return std::to_string(response.status) + response.body;
  }

  test::SmallLibrary library{GetParam()};

 private:
  std::shared_ptr<const Directory> directory_;  // what was found refers to it
};
INSTANTIATE_TEST_SUITE_P(Engines, Search, test::on_each_engine(), test::engine_test_name);

TEST_P(Search, FindsPeopleWithoutTheirAccents) {
  const auto found = find_as(library.priya, {.text = "sian"});
  ASSERT_THAT(found.people, SizeIs(1));
  EXPECT_EQ(found.people.front()->id, library.sian);
}

TEST_P(Search, PutsPeopleOfMineFirst) {
  note("Hello", {.with = library.owen});
  const auto found = find_as(library.priya, {.text = "smi"});
  ASSERT_THAT(found.people, SizeIs(2));
  EXPECT_EQ(found.people.front()->id, library.owen);
}

TEST_P(Search, FindsPeopleByTitleAndName) {
  ASSERT_THAT(find_as(library.priya, {.text = "Dr Jane Sm"}).people, SizeIs(1));
}

TEST_P(Search, FindsDepartmentsAndTopicsByTheBeginningOfAWord) {
  note("Hello", {.with = library.jane, .topics = {"reading-lists"}});
  EXPECT_THAT(find_as(library.priya, {.text = "midwif"}).units, SizeIs(1));
  const auto found = find_as(library.priya, {.text = "#reading"});
  ASSERT_THAT(found.topics, SizeIs(1));
  EXPECT_THAT(found.notes, SizeIs(1)) << "a topic's words find its conversations";
}

TEST_P(Search, FindsDepartmentsThatWereClosedAfterTheOthers) {
  const auto scope = library.scope(library.ada);
  const auto old = organisation::add(*scope, {.name = "Law and Ethics"}).value();
  const auto next = organisation::add(*scope, {.name = "Lawmaking"}).value();
  ASSERT_TRUE(organisation::close(*scope, old, scope->today));
  const auto found = find_as(library.priya, {.text = "law"}).units;
  ASSERT_THAT(found, SizeIs(3));
  EXPECT_EQ(found[0]->id, library.law);
  EXPECT_EQ(found[1]->id, next);
  EXPECT_EQ(found[2]->id, old);
}

TEST_P(Search, FindsNotesByWordEndingsAccentsAndBeginnings) {
  const auto row = note("Talked about placements at the café with Siân.");
  EXPECT_THAT(notes("placement"), ElementsAre(row));
  EXPECT_THAT(notes("cafe talk"), ElementsAre(row));
  EXPECT_THAT(notes("SIAN"), ElementsAre(row));
  EXPECT_THAT(notes("plac"), ElementsAre(row));
  EXPECT_THAT(notes("lacements"), IsEmpty());
}

TEST_P(Search, WantsEveryWord) {
  const auto both = note("The atlas and the census.");
  note("The atlas alone.");
  EXPECT_THAT(notes("census atlas"), ElementsAre(both));
  EXPECT_THAT(notes("census atlases quokka"), IsEmpty());
}

TEST_P(Search, ShowsTheNewestFirst) {
  const auto older = note("An atlas.", {.with = library.jane, .days_ago = 30});
  const auto newer = note("An atlas.", {.with = library.jane, .days_ago = 3});
  const auto oldest = note("An atlas.", {.with = library.jane, .days_ago = 25'000});
  EXPECT_THAT(notes("atlas"), ElementsAre(newer, older, oldest));
}

TEST_P(Search, PagesThroughAllOfThemOnce) {
  std::vector<Id<Interaction>> kept;
  for (int i = 0; i < 45; ++i)
    kept.insert(kept.begin(), note("An atlas.", {.with = library.jane, .days_ago = 60 - i}));
  std::vector<Id<Interaction>> read;
  Query query{.text = "atlas"};
  do {
    const auto found = find_as(library.priya, query);
    std::ranges::copy(ids(found), std::back_inserter(read));
    query.before = found.next;
  } while (query.before);
  EXPECT_EQ(read, kept);
}

TEST_P(Search, KeepsRestrictedNotesFromOthersAndSaysNothingOfThem) {
  const auto mine = note("Her appeal.", {.with = library.jane, .visibility = Visibility::restricted});
  EXPECT_THAT(notes("appeal"), ElementsAre(mine));
  for (const auto who : {library.tom, library.gwen, library.dora, library.ada}) {
    const auto found = find_as(who, {.text = "appeal"});
    EXPECT_THAT(found.notes, IsEmpty());
    EXPECT_FALSE(found.next);
  }
  EXPECT_THAT(page(library.tom, "q=appeal"), HasSubstr("Nothing found for “appeal”"));
}

TEST_P(Search, GivesNotesOfTheTeamToTheTeam) {
  note("A quiet word.", {.with = library.jane, .visibility = Visibility::team});
  EXPECT_THAT(find_as(library.tom, {.text = "quiet"}).notes, SizeIs(1));
  EXPECT_THAT(find_as(library.gwen, {.text = "quiet"}).notes, IsEmpty());
}

TEST_P(Search, FillsThePageAcrossNotesThatMayNotBeSeen) {
  for (int i = 0; i < 50; ++i)
    note("An atlas.", {.with = library.jane,
                       .visibility = i % 2 ? Visibility::restricted : Visibility::library,
                       .days_ago = i + 1});
  const auto found = find_as(library.tom, {.text = "atlas"});
  EXPECT_THAT(found.notes, SizeIs(notes_on_page));
  ASSERT_TRUE(found.next);
  const auto rest = find_as(library.tom, {.text = "atlas", .before = found.next});
  EXPECT_THAT(rest.notes, SizeIs(5));
  EXPECT_FALSE(rest.next);
}

TEST_P(Search, DoesNotFindWhatWasWithdrawn) {
  const auto row = note("A mistake.");
  ASSERT_TRUE(
      interactions::withdraw(*library.scope(library.priya), *library.directory(), row, "wrong person").ok());
  EXPECT_THAT(notes("mistake"), IsEmpty());
}

TEST_P(Search, SearchesOnePersonsNotesAlone) {
  const auto hers = note("An atlas.", {.with = library.jane});
  note("An atlas.", {.with = library.owen});
  note("A census.", {.with = library.jane});
  const auto found = find_as(library.priya, {.text = "atlas", .person = library.jane});
  EXPECT_THAT(ids(found), ElementsAre(hers));
  EXPECT_THAT(found.people, IsEmpty());
  EXPECT_FALSE(found.next);
}

TEST_P(Search, PagesThroughOnePersonsNotes) {
  std::vector<Id<Interaction>> kept;
  for (int i = 0; i < 90; ++i) {
    const auto row = note(i % 3 ? "An atlas." : "A census.",
                          {.with = i % 2 ? library.jane : library.owen, .days_ago = 100 - i});
    if (i % 2 && i % 3) kept.insert(kept.begin(), row);
  }
  std::vector<Id<Interaction>> read;
  Query query{.text = "atlas", .person = library.jane};
  do {
    const auto found = find_as(library.priya, query);
    std::ranges::copy(ids(found), std::back_inserter(read));
    query.before = found.next;
  } while (query.before);
  EXPECT_EQ(read, kept);
}

TEST_P(Search, FindsARareBeginningAmongManyThatBeginAlike) {
  const auto row = note("The placebo.", {.with = library.jane, .days_ago = 400});
  for (int i = 0; i < 220; ++i) note("A placement.", {.with = library.owen, .days_ago = i});
  EXPECT_THAT(notes("placeb"), ElementsAre(row));
  EXPECT_THAT(notes("placem"), SizeIs(notes_on_page));
}

TEST_P(Search, WalksThroughOnePersonsConversationsForAWordThatIsEverywhere) {
  for (int i = 0; i < 520; ++i) note("A placement.", {.with = library.owen, .days_ago = i});
  const auto older = note("Her placement.", {.with = library.jane, .days_ago = 600});
  const auto oldest = note("Her placement.", {.with = library.jane, .days_ago = 601});
  note("An atlas.", {.with = library.jane, .days_ago = 2});
  const auto found = find_as(library.priya, {.text = "placements", .person = library.jane});
  EXPECT_THAT(ids(found), ElementsAre(older, oldest));
  EXPECT_FALSE(found.next);
}

TEST_P(Search, EscapesMarkupInTheWordsAroundAHit) {
  note("The atlas `<script>alert(1)</script>` & <b>bold</b>.");
  const auto html = page(library.priya, "q=atlas");
  EXPECT_THAT(html, HasSubstr("<mark>atlas</mark>"));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)"));
  EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
}

TEST_P(Search, EscapesWhatWasTyped) {
  const auto html = page(library.priya, "q=%22%3E%3Cimg+src%3Dx%3E");
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, HasSubstr("&lt;img"));
}

TEST_P(Search, AnswersWhateverIsTyped) {
  note("near or and not a word");
  for (const auto* text :
       {"\"a\" OR b* NEAR(", "' & | ! :*", "NOT", "near*", "{words} : x", "\\", "%_", "…", "🙂"})
    EXPECT_NO_THROW(static_cast<void>(find_as(library.priya, {.text = text}))) << text;
  EXPECT_THAT(notes("NOT"), SizeIs(1));
  EXPECT_THAT(page(library.priya, "q=" + std::string(10'000, 'w')), testing::StartsWith("200"));
}

TEST_P(Search, AsksForWordsWhereNoneWereTyped) {
  EXPECT_THAT(page(library.priya, "q="), HasSubstr("Type a name"));
  EXPECT_THAT(page(library.priya, ""), HasSubstr("Type a name"));
  EXPECT_EQ(page(library.priya, "q=+&partial=1"), "200");
}

TEST_P(Search, OffersWhatToDoToWhoeverMayWrite) {
  EXPECT_THAT(page(library.priya, "q=jane"), HasSubstr("Log a conversation with Dr Jane Smith"));
  EXPECT_THAT(page(library.priya, "q=quokka"), HasSubstr("Add a person called “quokka”"));
  EXPECT_THAT(page(library.dora, "q=quokka"), Not(HasSubstr("Add a person")));
}

TEST_P(Search, AnswersTheDialogWithOptions) {
  note("An atlas for Jane.");
  const auto html = page(library.priya, "q=jane&partial=1");
  EXPECT_THAT(html, Not(HasSubstr("<html")));
  EXPECT_THAT(html, HasSubstr(R"(role="option"><a)"));
  EXPECT_LT(html.find("/people/jane-smith-4f2"), html.find("/conversations/"));
}

TEST_P(Search, RefusesToSearchTheNotesOfNobody) {
  EXPECT_THAT(page(library.priya, "q=atlas&person=nobody-000"), testing::StartsWith("404"));
}

}  // namespace
}  // namespace rapport::search
