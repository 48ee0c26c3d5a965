// The review of a year: what stands where, what is not told, the files, on both engines.
#include "reports/year_review.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interactions/interactions.hpp"
#include "measures/measures.hpp"
#include "measures/starting_measures.hpp"
#include "organisation/academic_calendar.hpp"
#include "organisation/organisation.hpp"
#include "reports/year_review_pages.hpp"
#include "reports/year_trend_picture.hpp"
#include "support/library_pages.hpp"

namespace rapport::reports {
namespace {

using figures::Cell;
using figures::Table;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Cell shown(double amount, std::string words) {
  return {.kind = Cell::Kind::shown,
          .words = words,
          .number = words.substr(0, words.find(' ')),
          .amount = amount};
}
Cell hidden() {
  return {.kind = Cell::Kind::suppressed, .words = "not shown: fewer than five people"};
}

Table own(Formula formula, std::string name, std::vector<Cell> whole) {
  Table table{.measure = {.formula = formula, .versions = {{.name = std::move(name)}}}};
  for (int i = 0; i < static_cast<int>(whole.size()); ++i) table.years.push_back(2025 - i);
  table.rows = {{.name = "The whole university", .cells = std::move(whole)}};
  return table;
}

TEST(YearReview, SaysInASentenceWhatTheYearCameTo) {
  YearReview review{.academic_year = 2025, .is_over = true};
  EXPECT_EQ(review.finding(), "There are no figures of 2025/26 yet.");
  review.tables = {own(Formula::people, "People", {shown(318, "318 people")}),
                   own(Formula::sessions, "Sessions", {shown(412, "412 sessions")}),
                   own(Formula::students, "Students", {hidden()}),
                   own(Formula::one_to_ones, "One-to-ones", {shown(0, "0 one-to-ones")})};
  EXPECT_EQ(review.finding(), "In 2025/26 we worked with 318 people and taught 412 sessions.");
  review.is_over = false;
  EXPECT_THAT(review.finding(), HasSubstr(" so far."));
}

TEST(YearReview, KeepsADepartmentInOneRowAndInItsFaculty) {
  Table visits{.rows = {{.name = "All"},
                        {.unit = {1}, .name = "Health", .depth = 1},
                        {.unit = {2}, .name = "Nursing", .depth = 2}}};
  Table loans{.rows = {{.name = "All"},
                       {.unit = {1}, .name = "Health", .depth = 1},
                       {.unit = {3}, .name = "Midwifery", .depth = 2},
                       {.unit = {4}, .name = "Science", .depth = 1}}};
  std::vector<std::string> names;
  for (const auto& row : rows_of({&visits, &loans}))
    names.push_back(row.name->name + (row.cells[0] != nullptr ? " v" : "") +
                    (row.cells[1] != nullptr ? " l" : ""));
  EXPECT_THAT(names, ElementsAre("All v l", "Health v l", "Midwifery l", "Nursing v", "Science l"));
}

TEST(YearReview, LeavesOutADepartmentThatEndedBefore) {
  const Cell there{.kind = Cell::Kind::shown};
  const Table visits{.rows = {{.name = "All", .cells = {there, there}},
                              {.unit = {1}, .name = "Ended", .cells = {{}, there}},
                              {.unit = {2}, .name = "Half", .cells = {{}, there}}}};
  const Table loans{.rows = {{.name = "All", .cells = {there, there}},
                             {.unit = {2}, .name = "Half", .cells = {there, there}}}};
  std::vector<std::string> names;
  for (const auto& row : rows_of({&visits, &loans})) names.push_back(row.name->name);
  EXPECT_THAT(names, ElementsAre("All", "Half"));
}

TEST(YearReview, PicturesPartYearsThatAreCountedDifferently) {
  auto table = own(Formula::people, "People", {shown(30, "30 people"), shown(20, "20 people"), hidden()});
  EXPECT_THAT(trend_picture(table, table.rows[0], AcademicYears()).text(), Not(HasSubstr("trend-break")));
  EXPECT_EQ(trend_sentence(table, table.rows[0], AcademicYears()),
            "People: not shown in 2023/24, 20 in 2024/25 and 30 in 2025/26.");
  table.measure.versions.push_back(
      {.version = 2, .name = "People", .starts_in = 2025, .is_comparable = false});
  EXPECT_THAT(trend_picture(table, table.rows[0], AcademicYears()).text(), HasSubstr("trend-break"));
  table.rows[0].cells = {hidden(), Cell{}, hidden()};
  EXPECT_THAT(trend_picture(table, table.rows[0], AcademicYears()).text(), IsEmpty());
}

class YearReviews : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override {
    library.database->write(
        [&](db::Writer& writer) { insert_measures(writer, library.institution, Instant{}); });
    health = organisation::add(*library.scope(library.ada), {.kind = OrgUnitKind::faculty, .name = "Health"})
                 .value();
    for (const auto* name : {"Midwifery", "Physiotherapy"})
      units.push_back(
          organisation::add(*library.scope(library.ada), {.name = name, .parent = health}).value());
    report("visits", units[0], 2024, 1'000);
    report("visits", units[0], 2025, 1'120);
    report("students-trained", units[0], 2025, 3);
    report("students-trained", units[1], 2025, 40);
  }
  void report(std::string_view code, Id<OrgUnit> unit, int year, std::int64_t number) {
    const auto measure = measures::get(*library.scope(library.priya), code).value();
    const auto done = measures::report(*library.scope(library.gwen), *library.directory(),
                                       {.measure = measure.id,
                                        .unit = unit,
                                        .academic_year = year,
                                        .numbers = {.numerator = whole(number)},
                                        .state = ValueState::final});
    ASSERT_TRUE(done) << done.refusal().message;
  }
  YearReview review() {
    return read_year_review(*library.scope(library.priya), *library.directory(), 2025).value();
  }
  const Table& table(const YearReview& all, std::string_view code) {
    return *std::ranges::find(all.tables, code, [](const Table& one) { return one.measure.code; });
  }
  test::SmallLibrary library{GetParam()};
  Id<OrgUnit> health;
  std::vector<Id<OrgUnit>> units;
};
INSTANTIATE_TEST_SUITE_P(Engines, YearReviews, test::on_each_engine(), test::engine_test_name);

TEST_P(YearReviews, HaveFiveYearsWithTheirChanges) {
  const auto all = review();
  const auto& visits = table(all, "visits");
  EXPECT_THAT(visits.years, ElementsAre(2025, 2024, 2023, 2022, 2021));
  ASSERT_EQ(visits.rows.back().name, "Midwifery");
  EXPECT_EQ(visits.rows.back().cells[1].number, "1,000");
  EXPECT_EQ(visits.rows.back().changes[0].words, "up 12 %");
  EXPECT_EQ(visits.rows.front().changes[0].direction, Direction::up) << "of the whole university too";
  EXPECT_EQ(visits.rows.back().changes[1].direction, std::nullopt);
}

TEST_P(YearReviews, HaveNoZeroForYearsBeforeAnybodyLogged) {
  const auto directory = library.directory();
  ASSERT_TRUE(interactions::record(*library.scope(library.priya), *directory,
                                   {.kind = directory->vocabulary.find_kind("meeting")->id,
                                    .happened_on = Date::parse_iso("2024-11-04").value(),
                                    .people = {{library.jane}}}));
  const auto all = review();
  const auto& sessions = table(all, "sessions-taught").rows.front();
  EXPECT_EQ(sessions.cells[0].number, "0") << "nobody was taught, and that is known";
  EXPECT_EQ(sessions.cells[1].number, "0");
  EXPECT_EQ(sessions.cells[2].kind, Cell::Kind::none) << "nobody logged in 2023/24";
  EXPECT_EQ(sessions.changes[1].direction, std::nullopt);
}

TEST_P(YearReviews, GiveNoSmallFigureAwayInAnyFile) {
  const auto csv = csv_of(review());
  EXPECT_THAT(csv, HasSubstr("Midwifery,Students trained,students,2025/26,not shown,final,,"));
  EXPECT_THAT(csv, HasSubstr("Physiotherapy,Students trained,students,2025/26,not shown,"))
      << "43 - 40 would be 3";
  EXPECT_THAT(csv, HasSubstr("Midwifery,Visits,visits,2025/26,1120,final,,up 12 %,1,"));
  for (const auto& sheet : worksheets_of(review()))
    for (const auto& row : sheet.rows)
      for (const auto& cell : row) EXPECT_NE(cell, spreadsheet::Cell(3.0)) << sheet.name;
}

TEST_P(YearReviews, HavePlansBesideFiguresAndNobodysName) {
  const int year = AcademicYears().of(library.today());
  const auto scope = library.scope(library.priya);
  const auto directory = library.directory();
  const auto add = [&](std::string_view words) {
    return action_plans::add(*scope, *directory, {.unit = units[0], .academic_year = year},
                             {.words = std::string(words), .owners = {library.priya}})
        .value();
  };
  add("Reading lists in week one");
  const auto done = add("A guide for placements");
  ASSERT_TRUE(action_plans::set_state(*scope, *directory, done, 1,
                                      {.state = ItemState::done, .outcome = "Printed."}));
  const auto all = read_year_review(*scope, *directory, year).value();
  ASSERT_EQ(all.plans.size(), 1U);
  EXPECT_EQ(all.plans[0].name, "Midwifery");
  EXPECT_EQ(all.plans[0].count(ItemState::done), 1);
  EXPECT_EQ(all.plans[0].count(ItemState::open), 1);
  const auto sheets = worksheets_of(all);
  const auto plans = std::ranges::find(sheets, "Action plans", &spreadsheet::Worksheet::name);
  ASSERT_EQ(plans->rows.size(), 2U);
  for (const auto& row : plans->rows)
    for (const auto& cell : row) EXPECT_THAT(std::get<std::string>(cell), Not(HasSubstr("Priya")));
}

TEST_P(YearReviews, OfAYearWithoutFiguresAreNotFound) {
  EXPECT_FALSE(read_year_review(*library.scope(library.priya), *library.directory(), 1900));
  EXPECT_FALSE(read_year_review(*library.scope(library.priya), *library.directory(),
                                AcademicYears().of(library.today()) + 1));
}

class YearReviewPages : public test::LibraryPages, public testing::Test {};

TEST_F(YearReviewPages, SayWhatIsMissingWhereNothingIsThere) {
  const auto page = get(show_year, library.priya, {{"year", "2024"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("There are no figures of 2024/25 yet."));
}

TEST_F(YearReviewPages, AreNotFoundForNoYear) {
  for (const auto* year : {"9999", "0", "abc", "2025-29", "-1"})
    EXPECT_EQ(get(show_year, library.priya, {{"year", year}}).status, 404) << year;
}

TEST_F(YearReviewPages, HandOutFiles) {
  const auto workbook = get(download_year_workbook, library.dora, {{"year", "2025"}});
  EXPECT_THAT(workbook.body.substr(0, 2), "PK");
  EXPECT_EQ(get(download_year_csv, library.dora, {{"year", "2024"}}).status, 200);
}

}  // namespace
}  // namespace rapport::reports
