// A department's page: what is counted, for whom, and what is said. On both engines.
#include "profiles/department.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "interactions/interactions.hpp"
#include "organisation/organisation.hpp"
#include "profiles/department_pages.hpp"
#include "profiles/department_views.hpp"
#include "profiles/topic_pages.hpp"
#include "support/small_library.hpp"

namespace rapport::profiles {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

HeatRow row(std::string name, int people, int informal, int meetings) {
  return {.name = std::move(name), .people = people, .conversations = {informal, meetings, 0, 0, 0, 0, 0}};
}

TEST(Finding, NamesTheUnitThatHasHeardLittle) {
  const Heat heat{.is_by_unit = true, .rows = {row("Law", 10, 20, 20), row("Music", 4, 1, 1)}};
  EXPECT_EQ(finding_of(heat),
            (Finding{"Music", " has heard little from us: four people, two conversations."}));
}

TEST(Finding, NamesTheBusiestUnitWhereNoneIsLeftOut) {
  const Heat heat{.is_by_unit = true, .rows = {row("Law", 10, 20, 20), row("Music", 4, 10, 5)}};
  EXPECT_EQ(finding_of(heat), (Finding{"Law", " is where we talk most: 40 conversations."}));
}

TEST(Finding, DoesNotBlameAUnitWithoutPeople) {
  const Heat heat{.is_by_unit = true, .rows = {row("Law", 10, 20, 20), row("Empty", 0, 0, 0)}};
  EXPECT_EQ(finding_of(heat).about, "Law");
}

TEST(Finding, NamesTheBusiestMonth) {
  const Heat heat{.rows = {{.name = "August"}, {.name = "October", .conversations = {1, 2, 0, 0, 0, 0, 0}}}};
  EXPECT_EQ(finding_of(heat), (Finding{"October",
                                       " was the busiest month, with three conversations. The commonest "
                                       "kind since August: meetings."}));
}

TEST(Finding, SaysThatThereIsNothingYet) {
  EXPECT_EQ(finding_of(Heat{.rows = {{.name = "August"}}}).words, "No conversations since August yet.");
  EXPECT_EQ(finding_of(Heat{}), Finding{});
}

class Department : public testing::TestWithParam<db::Engine> {
 protected:
  struct Said {
    Id<Person> with;
    Visibility visibility = Visibility::library;
    int days_ago = 1;
    std::vector<PromiseDraft> promises = {};
  };
  Id<Interaction> note(const Said& said) {
    return interactions::record(*library.scope(library.priya), *library.directory(),
                                {.happened_on = library.today().plus_days(-said.days_ago),
                                 .note = "About the atlas.",
                                 .visibility = said.visibility,
                                 .people = {{said.with}},
                                 .topics = {"maps"},
                                 .promises = said.promises})
        .value()
        .interaction;
  }
  DepartmentProfile read(Id<Staff> who, Id<OrgUnit> unit) {
    directory_ = library.directory();
    return read_department(*library.scope(who), *directory_, *directory_->org.find(unit), {.limit = 20});
  }
  template <auto handler>
  std::string page(Id<Staff> who, std::string name, std::string value, std::string_view query = "") {
    http::Request request;
    request.path = "/";
    request.parameters = {{std::move(name), std::move(value)}};
    request.query = http::parse_urlencoded(query).value();
    const auto scope = library.scope(who);
    const auto response = handler(ui::Visit{request, *scope, "token", "device", true, "Nowhere", "Health"},
                                  *library.directory());
    return std::to_string(response.status) + response.body;
  }

  test::SmallLibrary library{GetParam()};

 private:
  std::shared_ptr<const Directory> directory_;  // a profile refers to it
};
INSTANTIATE_TEST_SUITE_P(Engines, Department, test::on_each_engine(), test::engine_test_name);

TEST_P(Department, RollsUpItsPeopleTheLastSpokenToFirst) {
  note({.with = library.sian, .days_ago = 3});
  const auto profile = read(library.priya, library.nursing);
  ASSERT_THAT(profile.people, SizeIs(2));
  EXPECT_EQ(profile.people.front().person->id, library.sian);
  EXPECT_EQ(profile.people.front().post, "Lecturer");
  EXPECT_FALSE(profile.people.back().last_on);
  EXPECT_EQ(sentence_of(profile), "2 people, 1 in contact this year; Priya leads");
}

TEST_P(Department, CountsFromTheFirstOfAugustToToday) {
  note({.with = library.jane, .days_ago = 1});
  note({.with = library.jane, .days_ago = 103});  // 1 August
  note({.with = library.jane, .days_ago = 104});  // the year before
  note({.with = library.jane, .days_ago = -3});   // ahead
  const auto heat = read(library.priya, library.nursing).heat;
  ASSERT_THAT(heat.rows, SizeIs(4));
  EXPECT_EQ(heat.total(), 2);
  EXPECT_EQ(heat.rows.front().name, "August");
  EXPECT_EQ(heat.rows.front().total(), 1);
  EXPECT_EQ(heat.rows.back().conversations[1], 1) << "a meeting in November";
}

TEST_P(Department, DoesNotCountWhatTheViewerMayNotRead) {
  note({.with = library.jane,
        .visibility = Visibility::restricted,
        .promises = {{.words = "ask", .person = library.jane}}});
  const auto mine = read(library.priya, library.nursing);
  EXPECT_EQ(mine.heat.total(), 1);
  EXPECT_EQ(mine.promises_ours, 1);
  for (const auto who : {library.tom, library.gwen, library.dora, library.ada}) {
    const auto theirs = read(who, library.nursing);
    EXPECT_EQ(theirs.heat.total(), 0);
    EXPECT_EQ(theirs.promises_ours, 0);
    EXPECT_THAT(theirs.timeline.interactions, SizeIs(0));
  }
}

TEST_P(Department, DoesNotCountWhatWasWithdrawn) {
  const auto id = note({.with = library.jane});
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), id, "wrong").ok());
  EXPECT_EQ(read(library.priya, library.nursing).heat.total(), 0);
}

TEST_P(Department, MapsTheUnitsBelow) {
  const auto scope = library.scope(library.ada);
  const auto faculty =
      organisation::add(*scope, {.kind = OrgUnitKind::faculty, .name = "Health & Law"}).value();
  for (const auto unit : {library.nursing, library.law})
    ASSERT_TRUE(organisation::move(*scope, unit, faculty, library.today()).ok());
  note({.with = library.jane});
  note({.with = library.owen});
  const auto profile = read(library.priya, faculty);
  EXPECT_TRUE(profile.heat.is_by_unit);
  ASSERT_THAT(profile.heat.rows, SizeIs(2));
  EXPECT_EQ(profile.heat.rows.front().name, "Law");
  EXPECT_EQ(profile.heat.rows.front().people, 1);
  EXPECT_EQ(profile.heat.total(), 2);
  EXPECT_EQ(profile.people_here, 3);
  EXPECT_THAT(profile.timeline.interactions, SizeIs(2));
}

TEST_P(Department, ShowsThePage) {
  note({.with = library.jane});
  const auto html = page<show_department>(library.gwen, "unit", "nursing-and-midwifery");
  EXPECT_THAT(html, testing::StartsWith("200"));
  EXPECT_THAT(html, HasSubstr("Nursing &amp; Midwifery"));
  EXPECT_THAT(html, HasSubstr("Show as a table"));
  EXPECT_THAT(html, HasSubstr("/departments/nursing-and-midwifery/edit"));
  EXPECT_THAT(page<show_department>(library.tom, "unit", "nursing-and-midwifery"),
              Not(HasSubstr("data-edit")));
  EXPECT_THAT(page<show_department>(library.tom, "unit", "nowhere"), testing::StartsWith("404"));
}

TEST_P(Department, SaysHowToBeginWhereNobodyIs) {
  const auto scope = library.scope(library.ada);
  const auto unit = organisation::add(*scope, {.name = "Music"}).value();
  const auto slug = library.directory()->org.find(unit)->slug;
  EXPECT_THAT(page<show_department>(library.priya, "unit", slug),
              HasSubstr("No people yet. Import the staff list or add the first person."));
}

TEST_P(Department, ShowsATopicsConversationsAndDepartments) {
  note({.with = library.jane});
  note({.with = library.owen, .visibility = Visibility::restricted});
  const auto id = std::to_string(library.directory()->vocabulary.find_topic("maps")->id.value);
  const auto mine = page<show_topic>(library.priya, "topic", id);
  EXPECT_THAT(mine, HasSubstr("2 conversations since August"));
  EXPECT_THAT(mine, HasSubstr("/departments/law"));
  const auto theirs = page<show_topic>(library.tom, "topic", id);
  EXPECT_THAT(theirs, HasSubstr("1 conversation since August"));
  EXPECT_THAT(theirs, Not(HasSubstr("/departments/law")));
  for (const auto* other : {"0", "999999", "x", ""})
    EXPECT_THAT(page<show_topic>(library.tom, "topic", other), testing::StartsWith("404")) << other;
}

TEST_P(Department, ListsMyConversationsByKind) {
  note({.with = library.jane});
  EXPECT_THAT(page<show_conversations>(library.priya, "", ""), HasSubstr("About the atlas."));
  EXPECT_THAT(page<show_conversations>(library.priya, "", "", "kind=meeting"), HasSubstr("About the atlas."));
  EXPECT_THAT(page<show_conversations>(library.priya, "", "", "kind=teaching"),
              HasSubstr("Nothing of this kind"));
  EXPECT_THAT(page<show_conversations>(library.tom, "", ""), HasSubstr("Nothing yet"));
}

TEST_P(Department, SaysInWhomItGoesOnAndWhoGoesOnInIt) {
  ASSERT_TRUE(organisation::close(*library.scope(library.ada), library.nursing, *Date::of(2026, 4, 30),
                                  std::array{library.law}));
  const auto slug = [&](Id<OrgUnit> unit) { return library.directory()->org.find(unit)->slug; };
  EXPECT_THAT(page<show_department>(library.priya, "unit", slug(library.nursing)),
              HasSubstr(R"(It goes on in <a href="/departments/law">Law</a>.)"));
  EXPECT_THAT(page<show_department>(library.priya, "unit", slug(library.law)),
              HasSubstr("Nursing &amp; Midwifery</a> goes on in it since Friday 1 May"));
}

TEST_P(Department, SaysInOneSentenceWhatHappenedOnADay) {
  const auto scope = library.scope(library.ada);
  const auto health = organisation::add(*scope, {.name = "Health"}).value();
  const auto optics = organisation::add(*scope, {.name = "Optics"}).value();
  for (const auto unit : {library.nursing, optics})
    ASSERT_TRUE(organisation::close(*scope, unit, *Date::of(2026, 4, 30), std::array{health}));
  ASSERT_TRUE(
      organisation::name_parts(*scope, library.law, std::array{UnitPart{health, *Date::of(2026, 6, 1)}}));
  const auto of_health = page<show_department>(library.priya, "unit", "health");
  EXPECT_THAT(of_health, HasSubstr("Midwifery</a> and <a href=\"/departments/optics\">Optics</a> go on in it "
                                   "since Friday 1 May"));
  EXPECT_THAT(of_health,
              HasSubstr("A part of <a href=\"/departments/law\">Law</a> goes on in it since Monday "
                        "1 June"));
  EXPECT_THAT(page<show_department>(library.priya, "unit", "law"),
              HasSubstr("A part of it is in <a href=\"/departments/health\">Health</a> since Monday 1 June"));
}

TEST_P(Department, AsksForNothingToComeWhereItIsClosed) {
  const auto scope = library.scope(library.ada);
  const auto optics = organisation::add(*scope, {.name = "Optics"}).value();
  ASSERT_TRUE(organisation::close(*scope, optics, *Date::of(2025, 7, 31)));
  const auto html = page<show_department>(library.priya, "unit", "optics");
  EXPECT_THAT(html, HasSubstr("Nobody has a post here now."));
  EXPECT_THAT(html,
              Not(AnyOf(HasSubstr("/people/new"), HasSubstr("Plan the next step"), HasSubstr("Move to"))));
  EXPECT_THAT(html, HasSubstr("Action plan 2024/25")) << "its last year";
  EXPECT_THAT(html, HasSubstr("/departments/optics/plan/2024"));
}

}  // namespace
}  // namespace rapport::profiles
