// Coverage and its gaps, on both engines, and the plans of its statements.
#include "reports/coverage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "http/form.hpp"
#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "relationships/contacts.hpp"
#include "relationships/engagements.hpp"
#include "relationships/relationships.hpp"
#include "relationships/rhythms.hpp"
#include "reports/coverage_pages.hpp"
#include "staff/portfolio.hpp"
#include "support/small_library.hpp"
#include "support/statement_log.hpp"

namespace rapport {
namespace {

using reports::CoverageGroup;
using reports::CoverageReport;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Coverage : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};

  Id<Interaction> talk(Id<Person> with, std::string_view on, Visibility visibility = Visibility::library) {
    return interactions::record(
               *library.scope(library.priya), *library.directory(),
               {.happened_on = *Date::parse_iso(on), .visibility = visibility, .people = {{with}}})
        .value()
        .interaction;
  }
  void lift(Id<Person> person, int level) {
    ASSERT_TRUE(relationships::move(*library.scope(library.priya), *library.directory(),
                                    {.with = person, .level = level, .reason = "we talk"}));
  }
  Id<Person> join(std::string_view name, std::string_view on, std::optional<std::string_view> before = {}) {
    PersonDraft draft{.full_name = std::string(name)};
    if (before)
      draft.posts.push_back({.unit = library.law,
                             .title = "Tutor",
                             .valid_from = Date::parse_iso(*before),
                             .valid_to = Date::parse_iso(on)->plus_days(-1)});
    draft.posts.push_back(
        {.unit = library.nursing, .title = "Lecturer", .is_main = true, .valid_from = Date::parse_iso(on)});
    return people::add(*library.scope(library.ada), library.directory()->org, draft).value().id;
  }
  CoverageReport report(int months = 6) {
    directory_ = library.directory();
    return reports::read_coverage(*library.scope(library.dora), *directory_, nullptr, months);
  }
  const reports::CoverageRow& row_of(const CoverageReport& all, Id<OrgUnit> unit) {
    return *std::ranges::find(all.rows, unit, [](const reports::CoverageRow& row) { return row.unit->id; });
  }
  std::vector<std::string> names(CoverageGroup group, std::optional<Id<OrgUnit>> unit = {}, int months = 6) {
    directory_ = library.directory();
    std::vector<std::string> found;
    for (const auto& one :
         reports::read_coverage_group(*library.scope(library.dora), *directory_,
                                      unit ? directory_->org.find(*unit) : nullptr, group, months))
      found.push_back(one.person->full_name);
    return found;
  }
  http::Response get(std::string_view unit, std::vector<std::pair<std::string, std::string>> query,
                     std::optional<Id<Staff>> who = {}) {
    http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
    if (!unit.empty()) request.parameters = {{"unit", std::string(unit)}};
    for (const auto& [name, value] : query) request.query.add(name, value);
    const auto scope = library.scope(who.value_or(library.dora));
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    const auto directory = library.directory();
    return unit.empty() ? reports::show_coverage(visit, *directory)
                        : reports::show_coverage_of(visit, *directory);
  }

 private:
  std::shared_ptr<const Directory> directory_;  // what was returned refers to it
};

INSTANTIATE_TEST_SUITE_P(Engines, Coverage, test::on_each_engine(), test::engine_test_name);

TEST_P(Coverage, IsPeopleAtLevelTwoOrAboveOfThoseInPost) {
  lift(library.jane, 2);
  lift(library.owen, 1);
  const auto all = report();
  const auto& nursing = row_of(all, library.nursing);
  EXPECT_EQ(nursing.people, 2);
  EXPECT_EQ(nursing.count(CoverageGroup::in_touch), 1);
  EXPECT_EQ(nursing.coverage(), 50);
  EXPECT_EQ(row_of(all, library.law).coverage(), 0);
  EXPECT_EQ(all.all.coverage(), 33);
  EXPECT_THAT(names(CoverageGroup::in_touch), ElementsAre("Jane Smith"));
  EXPECT_THAT(names(CoverageGroup::below, library.nursing), ElementsAre("Siân Probert"));
  ASSERT_TRUE(people::mark_left(*library.scope(library.ada), library.sian, library.today().plus_days(-1)));
  EXPECT_EQ(row_of(report(), library.nursing).coverage(), 100) << "who has left is not in post";
}

TEST_P(Coverage, CallsNeverMetWhomNobodySpokeWithAndNobodyMoved) {
  EXPECT_THAT(names(CoverageGroup::never_met), SizeIs(3));
  talk(library.jane, "2024-03-01");
  lift(library.owen, 1);
  EXPECT_THAT(names(CoverageGroup::never_met), ElementsAre("Siân Probert"));
  talk(library.sian, "2026-11-01", Visibility::restricted);
  EXPECT_THAT(names(CoverageGroup::never_met), ElementsAre("Siân Probert"))
      << "a restricted conversation is not told of";
}

TEST_P(Coverage, KnowsWhoBeganLatelyWithoutAHello) {
  join("Nia New", "2026-09-01");
  const auto greeted = join("Greta Greeted", "2026-10-01");
  join("Ola Older", "2026-01-10");
  join("Mo Moved", "2026-09-15", "2020-01-01");
  join("Ahead Anna", "2026-12-01");
  talk(greeted, "2026-10-20");
  EXPECT_THAT(names(CoverageGroup::joined), ElementsAre("Greta Greeted", "Nia New"));
  EXPECT_THAT(names(CoverageGroup::no_hello), ElementsAre("Nia New"));
  EXPECT_THAT(names(CoverageGroup::no_hello, {}, 12), ElementsAre("Nia New", "Ola Older"));
  EXPECT_EQ(row_of(report(), library.nursing).count(CoverageGroup::no_hello), 1);
  const auto directory = library.directory();
  EXPECT_THAT(reports::joined_without_hello(*library.scope(library.priya), *directory, {library.nursing}, 6),
              SizeIs(1));
  EXPECT_THAT(reports::joined_without_hello(*library.scope(library.priya), *directory, {library.law}, 6),
              IsEmpty());
}

TEST_P(Coverage, CountsAMergedPersonOnce) {
  talk(library.sian, "2026-10-01");
  lift(library.sian, 3);
  ASSERT_TRUE(people::merge(*library.scope(library.ada), library.jane, library.sian));
  const auto all = report();
  EXPECT_EQ(row_of(all, library.nursing).people, 1);
  EXPECT_EQ(row_of(all, library.nursing).coverage(), 100);
  EXPECT_THAT(names(CoverageGroup::never_met, library.nursing), IsEmpty());
}

TEST_P(Coverage, SaysBreadthAsTheEngagementOfADepartmentDoes) {
  for (const auto* day : {"2026-10-01", "2026-10-20", "2026-11-05"}) talk(library.jane, day);
  talk(library.sian, "2026-09-09");
  talk(library.sian, "2024-09-09");
  while (rhythms::catch_up(*library.scope(library.ada), *library.directory())) {
  }
  const auto directory = library.directory();
  const std::vector units{library.nursing};
  const auto known = engagement::of_units(*library.scope(library.dora), *directory, units).distribution;
  EXPECT_EQ(row_of(report(), library.nursing).breadth(), known.breadth());
  EXPECT_EQ(known.breadth(), 25);
  EXPECT_EQ(row_of(report(), library.law).breadth(), std::nullopt);
  EXPECT_EQ(contacts::breadth({1, 1, 1, 1, 1, 1, 1, 1, 1, 11}), 45);
}

TEST_P(Coverage, NamesDepartmentsWithoutALead) {
  const auto all = report();
  ASSERT_THAT(all.without_lead, SizeIs(1));
  EXPECT_EQ(all.without_lead[0]->id, library.law);
  EXPECT_THAT(get("", {}, library.gwen).body,
              HasSubstr("href=\"/portfolios?gaps=yes\">Say who looks after them"));
  EXPECT_THAT(get("", {}, library.priya).body, Not(HasSubstr("Say who looks after them")))
      << "librarians may not";
  ASSERT_TRUE(staff::look_after(
      *library.scope(library.gwen), library.directory()->org,
      {.unit = library.law, .staff = library.tom, .from = library.today(), .reason = "A new year"}));
  EXPECT_THAT(report().without_lead, IsEmpty());
}

TEST_P(Coverage, OpensEachNumberOntoItsPeople) {
  EXPECT_THAT(get("", {}).body, HasSubstr("href=\"/reports/coverage/nursing-and-midwifery?show=never\">2<"));
  const auto page = get("nursing-and-midwifery", {{"show", "never"}}).body;
  EXPECT_THAT(page, HasSubstr("Dr Jane Smith"));
  EXPECT_THAT(page, Not(HasSubstr("Owen")));
  EXPECT_EQ(get("nowhere", {}).status, 404);
  for (const auto* odd : {"", "nonsense", "<b>"}) {
    const auto answer = get("", {{"show", odd}, {"months", odd}, {"page", odd}});
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, Not(HasSubstr("<b><b>")));
  }
  EXPECT_EQ(get("nursing-and-midwifery", {{"show", "never"}, {"page", "99999999999"}}).status, 200);
}

TEST(CoveragePlans, ReadNoTableOfConversations) {
  test::StatementLog log;
  test::SmallLibrary library;
  const auto directory = library.directory();
  log.clear();
  (void)reports::read_coverage(*library.scope(library.priya), *directory, nullptr, 6);
  (void)reports::joined_without_hello(*library.scope(library.priya), *directory, {library.nursing}, 6);
  const std::vector<std::string> growing{"interactions", "interaction_persons", "interaction_staff",
                                         "bumps",        "acquaintances",       "promises",
                                         "posts"};
  const auto statements = log.statements();
  EXPECT_FALSE(statements.empty());
  for (const auto& sql : statements)
    for (const auto& line : test::query_plan(library.database.file(), sql)) {
      EXPECT_EQ(test::read_whole(line, sql, growing), "") << line << "\n" << sql;
      EXPECT_EQ(line.find("AUTOMATIC"), std::string::npos) << line << "\n" << sql;
    }
}

}  // namespace
}  // namespace rapport
