// What may be said of when academic years begin: rules and words by hand, the rest on both engines.
#include "organisation/year_start.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "organisation/year_start_pages.hpp"
#include "support/day.hpp"
#include "support/library_pages.hpp"
#include "support/statement_log.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::day;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// The fields that are at fault.
std::vector<std::string> fields(const YearStart& start, const AcademicYears& years, std::string_view today,
                                YearsHold held = YearsHold::something) {
  std::vector<std::string> names;
  for (const auto& fault : faults_of(start, years, day(today), held)) names.push_back(fault.field);
  return names;
}

const AcademicYears august;

TEST(YearStart, IsSaidOfAYearThatHasNotBegun) {
  EXPECT_THAT(fields({2027, 9}, august, "2026-11-12"), IsEmpty());
  EXPECT_THAT(fields({2031, 9}, august, "2026-11-12"), IsEmpty());
  EXPECT_THAT(fields({2026, 9}, august, "2026-11-12"), ElementsAre("from_year")) << "it runs";
  EXPECT_THAT(fields({2025, 9}, august, "2026-11-12"), ElementsAre("from_year")) << "it is over";
  EXPECT_THAT(fields({2032, 9}, august, "2026-11-12"), ElementsAre("from_year")) << "so far ahead";
  EXPECT_THAT(fields({-1, 9}, august, "2026-11-12"), ElementsAre("from_year"));
  EXPECT_THAT(fields({2027, 0}, august, "2026-11-12"), ElementsAre("month"));
  EXPECT_THAT(fields({2027, 13}, august, "2026-11-12"), ElementsAre("month"));
  EXPECT_THAT(fields({2027, 8}, august, "2026-11-12"), ElementsAre("month")) << "that is how it is";
}

TEST(YearStart, IsNotSaidOfAYearThatWouldHaveBegunByNow) {
  EXPECT_THAT(fields({2027, 1}, august, "2026-12-31"), IsEmpty());
  EXPECT_THAT(fields({2027, 1}, august, "2027-01-01"), ElementsAre("month"));
  EXPECT_THAT(fields({2027, 2}, august, "2027-01-31"), IsEmpty());
  EXPECT_THAT(fields({2027, 8}, august.with({2027, 2}), "2027-02-01"), ElementsAre("from_year"))
      << "taken back while it has not begun, not later";
  EXPECT_THAT(fields({2027, 8}, august.with({2027, 2}), "2027-01-31"), IsEmpty());
}

TEST(YearStart, GoesByTheNightOfThirtyFirstOfJulyAndTheTwentyNinthOfFebruary) {
  EXPECT_THAT(fields({2027, 9}, august, "2027-07-31"), IsEmpty());
  EXPECT_THAT(fields({2027, 9}, august, "2027-08-01"), ElementsAre("from_year"));
  const auto march = august.with({2020, 3});
  EXPECT_THAT(fields({2028, 9}, march, "2028-02-29"), IsEmpty());
  EXPECT_THAT(fields({2028, 9}, march, "2028-03-01"), ElementsAre("from_year"));
}

TEST(YearStart, LeavesNoYearShorterThanThreeMonths) {
  EXPECT_THAT(fields({2028, 2}, august.with({2027, 12}), "2026-11-12"), ElementsAre("month")) << "two months";
  EXPECT_THAT(fields({2028, 3}, august.with({2027, 12}), "2026-11-12"), IsEmpty());
}

TEST(YearStart, IsSaidOfAllYearsWhileNothingStandsUnderOne) {
  constexpr auto all = AcademicYears::beginning;
  EXPECT_THAT(fields({all, 1}, august, "2026-11-12", YearsHold::nothing), IsEmpty());
  EXPECT_THAT(fields({all, 1}, august, "2026-11-12"), ElementsAre("from_year"));
}

TEST(YearStart, IsToldInWords) {
  EXPECT_EQ(rule_words(august), "Academic years begin on 1 August.");
  const auto september = august.with({2027, 9});
  EXPECT_EQ(rule_words(september), "Years until 2026/27 begin on 1 August; from 2027/28 on 1 September.");
  EXPECT_EQ(rule_words(september.with({2030, 1})),
            "Years until 2026/27 begin on 1 August; from 2027/28 on 1 September; from 2030 on 1 January.");
  EXPECT_EQ(rule_words(august.with({AcademicYears::beginning, 1})), "Academic years begin on 1 January.");
  EXPECT_EQ(rule_words(august.with({AcademicYears::beginning, 1}).with({2028, 8})),
            "Years until 2027 begin on 1 January; from 2028/29 on 1 August.");
  EXPECT_EQ(year_between_words(september, 2027),
            "2026/27 has 13 months then: 1 August 2026 to 31 August 2027.");
  EXPECT_EQ(year_between_words(august.with({2027, 1}), 2027),
            "2026/27 has 5 months then: 1 August 2026 to 31 December 2026.");
}

TEST(YearStart, SaysWhatOfTheCalendarsWouldLieOutside) {
  const Calendars calendars({}, {{std::nullopt, starting_calendar(2027, august)}}, {});
  const auto notes = organisation::calendar_notes(calendars, august.with({2027, 9}), 2027, day("2026-11-12"));
  ASSERT_THAT(notes, SizeIs(1));
  EXPECT_THAT(notes[0].words, HasSubstr("Summer vacation (1 Aug 2027 to "));
  EXPECT_THAT(notes[0].words, HasSubstr("lies outside of 2027/28 in the calendar of the university"));
  EXPECT_EQ(notes[0].address, "/settings/calendar/university/2027");
  EXPECT_THAT(organisation::calendar_notes(calendars, august, 2027, day("2026-11-12")), IsEmpty());
}

organisation::YearsInUse in_use(YearsHold held = YearsHold::something) {
  return {
      .held = [held](db::Reader&, Id<Institution>) { return held; },
      .notes =
          [](Scope&, const AcademicYears&, const AcademicYears&, int) {
            return std::vector<YearNote>{{"Two plans of 2027/28 stay plans of that year.", "/plans/2027"}};
          }};
}

class YearStarts : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};
  AcademicYears now() { return library.scope(library.tom)->years(); }
  Result<Done> change(Id<Staff> who, const YearStart& start, int seen,
                      YearsHold held = YearsHold::something) {
    return organisation::change_year_start(*library.scope(who), in_use(held), {start, seen});
  }
  void expect_refused(Id<Staff> who, const YearStart& start, int seen, Refusal::Kind kind) {
    const auto done = test::unchanged(library.database, [&] { return change(who, start, seen); });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.refusal().kind, kind);
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, YearStarts, test::on_each_engine(), test::engine_test_name);

TEST_P(YearStarts, AreFirstOfAugustUntilSomebodySaysOtherwise) {
  EXPECT_EQ(now(), AcademicYears());
  ASSERT_TRUE(change(library.gwen, {2027, 9}, 0));
  EXPECT_EQ(now(), AcademicYears().with({2027, 9}));
  ASSERT_TRUE(change(library.ada, {2030, 1}, 1));
  EXPECT_EQ(now(), AcademicYears().with({2027, 9}).with({2030, 1}));
  ASSERT_TRUE(change(library.gwen, {2027, 8}, 2)) << "back again";
  EXPECT_EQ(now(), AcademicYears());
  const auto said = organisation::year_start_changes(*library.scope(library.tom));
  ASSERT_THAT(said, SizeIs(3)) << "what was said is kept";
  EXPECT_EQ(said[0].made_by, library.gwen);
  EXPECT_EQ(said[1].start, (YearStart{2030, 1}));
  EXPECT_EQ(said[1].made_by, library.ada);
  EXPECT_EQ(library.database->read([&](db::Reader& reader) {
    return reader.count(
        "select count(*) from audit_events where institution_id = $1 and subject = 'academic_year_change'",
        library.institution);
  }),
            3);
}

TEST_P(YearStarts, RefuseWhatIsNotTheirs) {
  for (const auto who : {library.priya, library.dora})
    expect_refused(who, {2027, 9}, 0, Refusal::Kind::forbidden);
  expect_refused(library.gwen, {2026, 9}, 0, Refusal::Kind::invalid);
  expect_refused(library.gwen, {AcademicYears::beginning, 1}, 0, Refusal::Kind::invalid);
  ASSERT_TRUE(change(library.gwen, {2027, 9}, 0));
  expect_refused(library.ada, {2027, 10}, 0, Refusal::Kind::conflict);
  expect_refused(library.ada, {2027, 9}, 1, Refusal::Kind::invalid);
}

TEST_P(YearStarts, AreOfAllYearsWhereNothingStandsUnderOne) {
  ASSERT_TRUE(change(library.gwen, {AcademicYears::beginning, 1}, 0, YearsHold::nothing));
  EXPECT_EQ(now().of(day("2025-12-31")), 2025);
  EXPECT_EQ(now().words(2025), "2025");
}

TEST_P(YearStarts, AreThoseOfOneMomentInAScope) {
  const auto before = library.scope(library.tom);
  EXPECT_EQ(before->years(), AcademicYears());
  ASSERT_TRUE(change(library.gwen, {2027, 9}, 0));
  EXPECT_EQ(before->years(), AcademicYears()) << "a page sees one moment";
  EXPECT_EQ(now(), AcademicYears().with({2027, 9}));
}

TEST(YearStartStatements, AreAskedWhereSomebodyAsksAndByKey) {
  test::StatementLog log;
  test::SmallLibrary library;
  const auto scope = library.scope(library.tom);
  const auto asked = [&] {
    auto statements = log.statements();
    std::erase_if(statements, [](const std::string& sql) {
      return sql.find("academic_year_changes") == std::string::npos;
    });
    return statements;
  };
  log.clear();
  scope->read([&](db::Reader& reader) { return reader.count("select count(*) from staff"); });
  EXPECT_THAT(asked(), IsEmpty());
  (void)scope->years();
  (void)scope->years();
  ASSERT_THAT(asked(), SizeIs(1));
  EXPECT_THAT(test::query_plan(library.database.file(), asked().front()),
              ElementsAre(HasSubstr("SEARCH academic_year_changes USING PRIMARY KEY (institution_id=?)")));
  log.clear();
  (void)scope->years();
  EXPECT_THAT(asked(), IsEmpty());
}

TEST_P(YearStarts, AreOtherInstitutionsOwn) {
  ASSERT_TRUE(change(library.gwen, {2027, 9}, 0));
  EXPECT_EQ(library.database->read([](db::Reader& reader) { return academic_years_of(reader, {4711}); }),
            AcademicYears());
}

TEST_P(YearStarts, BeginInTheInstitutionsZone) {
  // In July London is an hour before UTC.
  const auto today_at = [&](std::string_view instant) {
    return Scope(*library.database, library.institution, {}, library.zone, *Instant::parse_iso(instant))
        .today;
  };
  const auto evening = today_at("2027-07-31T22:59:59Z");
  const auto night = today_at("2027-07-31T23:00:00Z");
  EXPECT_EQ(now().of(evening), 2026);
  EXPECT_EQ(now().of(night), 2027);
  EXPECT_THAT(faults_of({2027, 9}, now(), evening, YearsHold::something), IsEmpty());
  EXPECT_THAT(faults_of({2027, 9}, now(), night, YearsHold::something), SizeIs(1));
}

organisation::YearStartSources sources() {
  return {.in_use = in_use(), .full_name = [](Id<Staff>) { return std::string("Gwen Evans"); }};
}
http::Response show(const ui::Visit& visit, const Directory&) {
  auto own = visit;
  return organisation::show_academic_years(own, sources());
}
http::Response update(const ui::Visit& visit, const Directory&) {
  auto own = visit;
  return organisation::update_academic_years(own, sources());
}

class YearStartPages : public test::LibraryPages, public testing::Test {
 protected:
  const Fields september = {{"from_year", "2027"}, {"month", "9"}, {"seen", "0"}};
};

TEST_F(YearStartPages, SayHowItIsAndWhatMayBeChosen) {
  const auto page = get(show, library.gwen, {});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Academic years begin on 1 August."));
  EXPECT_THAT(page.body, HasSubstr("1 August 2026"));
  EXPECT_THAT(page.body, HasSubstr("<option value=\"2027\" selected>2027/28</option>"));
  EXPECT_THAT(page.body, Not(HasSubstr("Keep it")));
  EXPECT_THAT(page.body, Not(HasSubstr("The beginning")));
}

TEST_F(YearStartPages, SayWhatItChangesBeforeItIsKept) {
  const auto before = test::contents(library.database);
  const auto page = get(show, library.gwen, {}, {{"from_year", "2027"}, {"month", "9"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Years until 2026/27 begin on 1 August; from 2027/28 on 1 September."));
  EXPECT_THAT(page.body, HasSubstr("2026/27 has 13 months then: 1 August 2026 to 31 August 2027."));
  EXPECT_THAT(page.body, HasSubstr("Two plans of 2027/28 stay plans of that year."));
  EXPECT_THAT(page.body, HasSubstr("name=\"seen\" value=\"0\""));
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_F(YearStartPages, KeepItAndSayWhoSaidSo) {
  const auto kept = post(update, library.gwen, {}, september);
  EXPECT_EQ(kept.status, 303);
  const auto page = get(show, library.ada, {});
  EXPECT_THAT(page.body, HasSubstr("Years until 2026/27 begin on 1 August; from 2027/28 on 1 September."));
  EXPECT_THAT(page.body, HasSubstr("From 2027/28 on 1 September: Gwen Evans, Thursday 12 November"));
}

TEST_F(YearStartPages, ShowBothWhereSomebodyWasFaster) {
  ASSERT_EQ(post(update, library.gwen, {}, september).status, 303);
  const auto before = test::contents(library.database);
  const auto page = post(update, library.ada, {}, {{"from_year", "2027"}, {"month", "10"}, {"seen", "0"}});
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("from 2027/28 on 1 September"));
  EXPECT_THAT(page.body, HasSubstr("from 2027/28 on 1 October"));
  EXPECT_THAT(page.body, HasSubstr("name=\"seen\" value=\"1\""));
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_F(YearStartPages, KeepWhatWasChosenWhereItCannotBe) {
  const auto before = test::contents(library.database);
  for (const auto* year : {"2026", "", "abc", "99999999999", "-5", "2027x"}) {
    const auto page = get(show, library.gwen, {}, {{"from_year", year}, {"month", "9"}});
    EXPECT_EQ(page.status, 422) << year;
    EXPECT_THAT(page.body, HasSubstr("href=\"#from_year\"")) << year;
    EXPECT_EQ(post(update, library.gwen, {}, {{"from_year", year}, {"month", "9"}, {"seen", "0"}}).status,
              422)
        << year;
  }
  const auto page = post(update, library.gwen, {}, {{"from_year", "2027"}, {"month", "29"}, {"seen", "0"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("<option value=\"2027\" selected>"));
  EXPECT_EQ(test::contents(library.database), before);
}

}  // namespace
}  // namespace rapport
