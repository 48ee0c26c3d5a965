// The calendars of an institution: whose days hold when, and changing them, on both engines.
#include "organisation/calendars.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "organisation/calendar_pages.hpp"
#include "organisation/organisation.hpp"
#include "support/day.hpp"
#include "support/library_pages.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::day;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAreArray;

CalendarPeriod term(int year, std::string name, std::string_view from, std::string_view until) {
  return {year, PeriodKind::term, std::move(name), day(from), day(until)};
}

constexpr Id<Calendar> nursing{7};
constexpr Id<OrgUnit> ward{3};

Calendars some(std::vector<UnitCalendar> uses) {
  return {
      {{.id = nursing, .name = "Nursing"}},
      {{std::nullopt,
        {term(2025, "Autumn", "2025-09-29", "2025-12-19"), term(2026, "Autumn", "2026-09-28", "2026-12-18")}},
       {nursing, {term(2026, "Placement", "2026-09-07", "2027-01-29")}}},
      std::move(uses)};
}

std::vector<std::string> names(const std::vector<CalendarPeriod>& days) {
  std::vector<std::string> names;
  for (const auto& one : days) names.push_back(one.name + " " + std::to_string(one.academic_year));
  return names;
}

TEST(Calendars, HoldForADepartmentFromAYearOnAndLeaveEarlierYearsAsTheyWere) {
  const auto all = some({{ward, 2026, nursing}});
  EXPECT_THAT(names(all.days_of(ward)), ElementsAre("Autumn 2025", "Placement 2026"));
  EXPECT_THAT(names(all.days_of(std::nullopt)), ElementsAre("Autumn 2025", "Autumn 2026"));
}

TEST(Calendars, WithoutDatesOfAYearLeaveItToTheUniversity) {
  const auto all = some({{ward, 2025, nursing}});
  EXPECT_THAT(names(all.days_of(ward)), ElementsAre("Autumn 2025", "Placement 2026"));
}

TEST(Calendars, AreGivenUpAgain) {
  const auto all = some({{ward, 2025, nursing}, {ward, 2026, std::nullopt}});
  EXPECT_THAT(names(all.days_of(ward)), ElementsAre("Autumn 2025", "Autumn 2026"));
}

TEST(Calendars, SayWhichWorkingDaysTheyForgot) {
  const std::vector<CalendarPeriod> periods{term(2026, "All of it", "2026-08-01", "2027-06-30"),
                                            term(2026, "Rest", "2027-07-05", "2027-07-30")};
  const auto gaps = gaps_of(periods, 2026, AcademicYears());
  ASSERT_THAT(gaps, SizeIs(1)) << "the last Saturday of July is no working day";
  EXPECT_EQ(gaps[0].starts_on, day("2027-07-01"));
  EXPECT_EQ(gaps[0].ends_on, day("2027-07-04"));
}

class KeptCalendars : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};
  CalendarYearDraft usual(int year) {
    return {.academic_year = year,
            .periods = starting_calendar(year, AcademicYears()),
            .because = "They were wrong.",
            .seen = mark_of(now().periods(std::nullopt, year))};
  }
  Calendars now() { return organisation::calendars(*library.scope(library.gwen)); }
  void expect_refused(const Result<Done>& done, Refusal::Kind kind,
                      const std::map<std::string, std::string>& before) {
    ASSERT_FALSE(done);
    EXPECT_EQ(done.refusal().kind, kind);
    EXPECT_EQ(test::contents(library.database), before);
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, KeptCalendars, test::on_each_engine(), test::engine_test_name);

TEST_P(KeptCalendars, OfADepartmentBeginWithTheUniversitysDatesAndChangeByThemselves) {
  ASSERT_TRUE(organisation::change_year(*library.scope(library.gwen), usual(2026)));
  const auto id = organisation::add_calendar(*library.scope(library.gwen),
                                             {.name = "Law", .units = {library.law}, .from_year = 2026});
  ASSERT_TRUE(id) << id.refusal().message;
  EXPECT_EQ(now().periods(*id, 2026), now().periods(std::nullopt, 2026));
  CalendarYearDraft short_year{.calendar = *id,
                               .academic_year = 2026,
                               .periods = {term(2026, "One term", "2026-10-01", "2027-05-01")},
                               .seen = mark_of(now().periods(*id, 2026))};
  ASSERT_TRUE(organisation::change_year(*library.scope(library.gwen), short_year));
  const auto all = now();
  EXPECT_THAT(names(all.days_of(library.law)), ElementsAre("One term 2026"));
  EXPECT_THAT(all.days_of(std::nullopt), SizeIs(starting_calendar(2026, AcademicYears()).size()));
  ASSERT_TRUE(organisation::change_calendar(*library.scope(library.gwen), *id, 1,
                                            {.name = "Law", .from_year = 2027}));
  EXPECT_EQ(now().in_year(library.law, 2026), *id) << "the year before stays as it was";
  EXPECT_EQ(now().in_year(library.law, 2027), std::nullopt);
}

TEST_P(KeptCalendars, ChangeOneYearAndLeaveTheOthers) {
  ASSERT_TRUE(organisation::change_year(*library.scope(library.gwen), usual(2025)));
  ASSERT_TRUE(organisation::change_year(*library.scope(library.gwen), usual(2026)));
  auto short_year = usual(2026);
  short_year.periods = {term(2026, "One long term", "2026-09-01", "2027-06-30")};
  ASSERT_TRUE(organisation::change_year(*library.scope(library.gwen), short_year));
  auto expected = usual(2025).periods;
  expected.push_back(short_year.periods.front());
  EXPECT_THAT(organisation::calendar(*library.scope(library.tom)), UnorderedElementsAreArray(expected));
}

TEST_P(KeptCalendars, RefuseTheSecondOfTwoWhoChangeAYear) {
  const auto first = usual(2026);
  auto second = first;
  ASSERT_TRUE(organisation::change_year(*library.scope(library.gwen), first));
  const auto before = test::contents(library.database);
  second.periods = {term(2026, "One term", "2026-10-01", "2027-05-01")};
  expect_refused(organisation::change_year(*library.scope(library.ada), second), Refusal::Kind::conflict,
                 before);
}

TEST_P(KeptCalendars, AskWhyAYearThatIsOverChanges) {
  const int over = AcademicYears().of(library.today()) - 1;
  auto draft = usual(over);
  draft.because = " ";
  const auto before = test::contents(library.database);
  expect_refused(organisation::change_year(*library.scope(library.gwen), draft), Refusal::Kind::invalid,
                 before);
  draft.because = "Reading week was moved.";
  EXPECT_TRUE(organisation::change_year(*library.scope(library.gwen), draft));
}

TEST_P(KeptCalendars, RefuseWhatIsNotTheirs) {
  const auto before = test::contents(library.database);
  expect_refused(organisation::change_year(*library.scope(library.priya), usual(2026)),
                 Refusal::Kind::forbidden, before);
  auto nowhere = usual(2026);
  nowhere.calendar = Id<Calendar>{4711};
  expect_refused(organisation::change_year(*library.scope(library.gwen), nowhere), Refusal::Kind::not_found,
                 before);
  EXPECT_FALSE(organisation::add_calendar(*library.scope(library.dora), {.name = "Law", .from_year = 2026}));
  for (const auto* name : {"", "   ", "a name that goes on and on and on, and then on, longer than sixty"})
    EXPECT_FALSE(organisation::add_calendar(*library.scope(library.gwen), {.name = name, .from_year = 2026}))
        << name;
  EXPECT_FALSE(organisation::add_calendar(*library.scope(library.gwen), {.name = "Law", .from_year = 1}));
  auto nameless = usual(2026);
  nameless.periods = {term(2026, "", "2026-09-01", "2026-12-01")};
  expect_refused(organisation::change_year(*library.scope(library.gwen), nameless), Refusal::Kind::invalid,
                 before);
}

TEST_P(KeptCalendars, HaveNamesOfTheirOwn) {
  ASSERT_TRUE(organisation::add_calendar(*library.scope(library.gwen), {.name = "Law", .from_year = 2026}));
  const auto twice =
      organisation::add_calendar(*library.scope(library.gwen), {.name = "LAW ", .from_year = 2026});
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.refusal().faults.front().field, "name");
}

http::Response year_form(const ui::Visit& visit, const Directory& directory) {
  auto own = visit;
  return organisation::edit_calendar_year(own, directory.org);
}
http::Response send_year(const ui::Visit& visit, const Directory& directory) {
  auto own = visit;
  return organisation::update_calendar_year(own, directory.org);
}

class CalendarPages : public test::LibraryPages, public testing::Test {
 protected:
  Fields of_2026 = {{"calendar", "university"}, {"year", "2026"}};
  Fields autumn(const std::string& from, const std::string& until) {
    return {{"seen", mark_of({})},   {"period-0-kind", "term"}, {"period-0-name", "Autumn"},
            {"period-0-from", from}, {"period-0-until", until}, {"period-1-kind", "term"}};
  }
};

TEST_F(CalendarPages, KeepWhatWasTypedWhereADayDoesNotExist) {
  const auto before = test::contents(library.database);
  const auto page = post(send_year, library.gwen, of_2026, autumn("2027-02-29", "2027-03-31"));
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("There is no such day."));
  EXPECT_THAT(page.body, HasSubstr("value=\"2027-02-29\""));
  EXPECT_THAT(page.body, HasSubstr("value=\"Autumn\""));
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_F(CalendarPages, TakeTheNightOfThirtyFirstOfJulyIntoTheYear) {
  EXPECT_EQ(post(send_year, library.gwen, of_2026, autumn("2026-08-01", "2027-07-31")).status, 303);
  EXPECT_EQ(post(send_year, library.gwen, {{"calendar", "university"}, {"year", "2027"}},
                 autumn("2027-07-31", "2027-08-31"))
                .status,
            422);
}

TEST_F(CalendarPages, ShowBothWhereSomebodyWasFaster) {
  const auto mine = autumn("2026-09-28", "2026-12-18");
  ASSERT_EQ(post(send_year, library.gwen, of_2026, mine).status, 303);
  auto theirs = mine;
  theirs[2].second = "Michaelmas";
  const auto page = post(send_year, library.ada, of_2026, theirs);
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("Michaelmas"));
  EXPECT_THAT(page.body, HasSubstr("<b>Autumn</b>"));
}

TEST_F(CalendarPages, BeginWithLastYearsDatesMovedByWholeWeeks) {
  ASSERT_EQ(post(send_year, library.gwen, of_2026, autumn("2026-09-28", "2026-12-18")).status, 303);
  const auto page =
      get(year_form, library.gwen, {{"calendar", "university"}, {"year", "2027"}}, {{"from", "before"}});
  EXPECT_THAT(page.body, HasSubstr("value=\"2027-09-27\"")) << "a Monday again";
}

TEST_F(CalendarPages, AddRowsAndKeepNothing) {
  const auto before = test::contents(library.database);
  auto fields = autumn("2026-09-28", "");
  fields.emplace_back("more", "yes");
  const auto page = post(send_year, library.gwen, of_2026, fields);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("period-5-name"));
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_F(CalendarPages, AreNotFoundForNoYear) {
  for (const auto* year : {"1", "20260", "abcd", "9999", "-202"})
    EXPECT_EQ(get(year_form, library.gwen, {{"calendar", "university"}, {"year", year}}).status, 404) << year;
  EXPECT_EQ(get(year_form, library.gwen, {{"calendar", "12"}, {"year", "2026"}}).status, 404);
}

}  // namespace
}  // namespace rapport
