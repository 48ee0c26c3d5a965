// What a department's year comes to, on both engines: one call, this year beside the last, nothing given
// away.
#include "measures/figures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "interactions/interactions.hpp"
#include "measures/measure_pages.hpp"
#include "measures/measure_settings_pages.hpp"
#include "measures/measures.hpp"
#include "measures/starting_measures.hpp"
#include "organisation/organisation.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using figures::Cell;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using Fields = std::vector<std::pair<std::string, std::string>>;

class Figures : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override {
    library.database->write(
        [&](db::Writer& writer) { insert_measures(writer, library.institution, Instant{}); });
    const auto scope = library.scope(library.ada);
    health = organisation::add(*scope, {.kind = OrgUnitKind::faculty, .name = "Health"}).value();
    for (const auto* name : {"Midwifery", "Physiotherapy", "Paramedics"})
      units.push_back(organisation::add(*scope, {.name = name, .parent = health}).value());
  }
  test::SmallLibrary library{GetParam()};
  Id<OrgUnit> health;
  std::vector<Id<OrgUnit>> units;

  Measure find(std::string_view code) { return measures::get(*library.scope(library.priya), code).value(); }
  void report(std::string_view code, Id<OrgUnit> unit, int year, const Numbers& numbers,
              ValueState state = ValueState::final) {
    const auto done = measures::report(
        *library.scope(library.gwen), *library.directory(),
        {.measure = find(code).id, .unit = unit, .academic_year = year, .numbers = numbers, .state = state});
    ASSERT_TRUE(done) << done.refusal().message;
  }
  figures::Sheet sheet(Id<OrgUnit> unit, int year = 2025, Audience audience = Audience::library) {
    directory = library.directory();
    return figures::sheet(*library.scope(library.priya), *directory, *directory->org.find(unit), year,
                          audience)
        .value();
  }
  figures::Figure figure(std::string_view code, Id<OrgUnit> unit, int year = 2025) {
    return *sheet(unit, year).find(code);
  }
  std::string page(http::Response (*show)(const ui::Visit&, const Directory&), Id<Staff> who,
                   const Fields& parameters) {
    http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
    request.parameters = {parameters.begin(), parameters.end()};
    const auto scope = library.scope(who);
    directory = library.directory();
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return show(visit, *directory).body;
  }
  std::shared_ptr<const Directory> directory;
};
INSTANTIATE_TEST_SUITE_P(Engines, Figures, test::on_each_engine(), test::engine_test_name);

TEST_P(Figures, StandBesideTheYearBefore) {
  report("visits", library.law, 2024, {.numerator = whole(1'000)});
  report("visits", library.law, 2025, {.numerator = whole(1'120)});
  const auto visits = figure("visits", library.law);
  EXPECT_EQ(visits.now.words, "1,120 visits");
  EXPECT_EQ(visits.before.words, "1,000 visits");
  EXPECT_EQ(visits.change.direction, Direction::up);
  EXPECT_EQ(visits.sentence, "1,120 visits, up 12 % (1,000 the year before).");
  EXPECT_EQ(figure("visits", library.law, 2026).sentence, "No figure yet; 1,120 visits the year before.");
  EXPECT_EQ(figure("visits", library.law, 2024).sentence, "1,000 visits.");
}

TEST_P(Figures, DrawNoArrowAcrossABreak) {
  const auto measure = find("total-item-requests");
  auto draft = draft_of(measure.current());
  draft.definition = "COUNTER 5.1.";
  draft.starts_in = 2025;
  draft.is_comparable = false;
  ASSERT_TRUE(measures::redefine(*library.scope(library.gwen), measure.id, 1, draft));
  report("total-item-requests", library.law, 2024, {.numerator = whole(1'000)});
  report("total-item-requests", library.law, 2025, {.numerator = whole(900)});
  const auto requests = figure("total-item-requests", library.law);
  EXPECT_EQ(requests.change.direction, std::nullopt);
  EXPECT_THAT(requests.sentence, HasSubstr("counted differently since 2025/26"));
  EXPECT_EQ(requests.version().definition, "COUNTER 5.1.");
  EXPECT_THAT(page(measures::show_sheet, library.priya, {{"unit", "law"}, {"year", "2025"}}),
              Not(HasSubstr("trending-down")));
}

TEST_P(Figures, OfAFacultyAreItsDepartments) {
  for (std::size_t i = 0; i < 3; ++i)
    report("students-trained", units[i], 2025, {.numerator = whole(10 + static_cast<std::int64_t>(i))});
  const auto trained = figure("students-trained", health);
  EXPECT_EQ(trained.now.words, "33 students");
  EXPECT_TRUE(trained.now.is_summed);
  report("students-trained", health, 2025, {.numerator = whole(31)});
  EXPECT_EQ(figure("students-trained", health).now.words, "31 students") << "what was reported for it";
}

TEST_P(Figures, GiveNoSmallFigureAway) {
  report("students-trained", units[0], 2025, {.numerator = whole(3)});
  report("students-trained", units[1], 2025, {.numerator = whole(20)});
  report("students-trained", units[2], 2025, {.numerator = whole(40)});
  const auto kind = [&](Id<OrgUnit> unit) { return figure("students-trained", unit).now.kind; };
  EXPECT_EQ(kind(units[0]), Cell::Kind::suppressed);
  EXPECT_EQ(kind(units[1]), Cell::Kind::suppressed) << "63 - 40 - 20 would be 3";
  EXPECT_EQ(kind(units[2]), Cell::Kind::shown);
  EXPECT_EQ(kind(health), Cell::Kind::shown);
  for (const auto unit : {units[0], units[1]}) {
    const auto hidden = figure("students-trained", unit);
    EXPECT_EQ(hidden.now.words, "not shown: fewer than five people");
    EXPECT_EQ(hidden.now.number + hidden.now.parts + hidden.change.words.substr(0, 0), "");
    EXPECT_FALSE(hidden.now.people);
    EXPECT_THAT(hidden.sentence, Not(testing::ContainsRegex("[0-9]")));
  }
}

TEST_P(Figures, AreTheSameInTheTableOfAllDepartments) {
  report("students-trained", units[0], 2025, {.numerator = whole(3)});
  report("students-trained", units[1], 2025, {.numerator = whole(20)});
  report("students-trained", units[2], 2025, {.numerator = whole(40)});
  report("students-trained", library.law, 2024, {.numerator = whole(50)});
  directory = library.directory();
  const auto table =
      figures::table(*library.scope(library.priya), *directory, find("students-trained"), 2025);
  EXPECT_THAT(table.years, ElementsAre(2025, 2024, 2023));
  std::vector<std::string> rows;
  for (const auto& row : table.rows)
    rows.push_back(std::to_string(row.depth) + " " + row.name + " " +
                   (row.cells[0].kind == Cell::Kind::suppressed ? "hidden" : row.cells[0].number));
  EXPECT_THAT(rows, ElementsAre("0 The whole university 63", "1 Health 63", "2 Midwifery hidden",
                                "2 Paramedics 40", "2 Physiotherapy hidden", "1 Law "));
  EXPECT_THAT(page(measures::show_measure, library.priya, {{"measure", "students-trained"}}),
              Not(HasSubstr(">3<")));
}

TEST_P(Figures, AreShownToTheirAudienceAlone) {
  report("searches", library.law, 2025, {.numerator = whole(90)});
  EXPECT_NE(sheet(library.law).find("searches"), nullptr);
  EXPECT_EQ(sheet(library.law, 2025, Audience::department).find("searches"), nullptr) << "the library alone";
  EXPECT_NE(sheet(library.law, 2025, Audience::department).find("visits"), nullptr);
  EXPECT_EQ(sheet(library.law, 2025, Audience::everybody).find("visits"), nullptr);
  EXPECT_NE(sheet(library.law, 2025, Audience::everybody).find("satisfied-with-the-library"), nullptr);
  ASSERT_TRUE(measures::retire(*library.scope(library.gwen), find("visits").id));
  EXPECT_EQ(sheet(library.law).find("visits"), nullptr);
}

TEST_P(Figures, CountWhatWeDoAtThisMoment) {
  const auto teach = [&](int students) {
    InteractionDraft draft{.kind = library.directory()->vocabulary.find_kind("teaching")->id,
                           .happened_on = library.today(),
                           .duration_minutes = 90,
                           .attendees = students,
                           .people = {{library.owen}}};
    ASSERT_TRUE(interactions::record(*library.scope(library.priya), *library.directory(), draft));
  };
  EXPECT_EQ(figure("students-reached", library.law, 2026).now.words, "0 students")
      << "nobody, and nobody to recognise";
  teach(3);
  EXPECT_EQ(figure("students-reached", library.law, 2026).now.kind, Cell::Kind::suppressed);
  EXPECT_EQ(figure("person-hours", library.law, 2026).now.kind, Cell::Kind::suppressed)
      << "4.5 ÷ 1.5 would be 3";
  teach(20);
  EXPECT_EQ(figure("students-reached", library.law, 2026).now.words, "23 students");
  EXPECT_EQ(figure("person-hours", library.law, 2026).now.words, "35 person-hours");
  EXPECT_EQ(figure("sessions-taught", library.law, 2026).sentence,
            "2 sessions so far, up from 0, which is better (0 the year before).");
}

TEST_P(Figures, OpenOntoTheirRows) {
  InteractionDraft draft{.kind = library.directory()->vocabulary.find_kind("teaching")->id,
                         .happened_on = library.today(),
                         .note = "Searching for placements",
                         .people = {{library.owen}},
                         .topics = {"LAW1010"}};
  ASSERT_TRUE(interactions::record(*library.scope(library.priya), *library.directory(), draft));
  draft.visibility = Visibility::team;
  draft.note = "For us alone";
  ASSERT_TRUE(interactions::record(*library.scope(library.priya), *library.directory(), draft));
  const auto behind = [&](std::string_view code, Id<Staff> who) {
    return page(measures::show_figure, who,
                {{"unit", "law"}, {"year", "2026"}, {"measure", std::string(code)}});
  };
  EXPECT_THAT(behind("sessions-taught", library.tom), HasSubstr("For us alone"));
  const auto of_another_team = behind("sessions-taught", library.gwen);
  EXPECT_THAT(of_another_team, HasSubstr("Searching for placements"));
  EXPECT_THAT(of_another_team, Not(HasSubstr("For us alone")));
  EXPECT_THAT(of_another_team, HasSubstr("One conversation that may be read by another team alone"));
  EXPECT_THAT(behind("people-we-work-with", library.gwen), HasSubstr("Prof. Owen Smith"));
  EXPECT_THAT(behind("modules-reached", library.gwen), HasSubstr("LAW1010"));
}

TEST_P(Figures, KeepTheirNameWhereADepartmentWasRenamed) {
  const auto scope = library.scope(library.ada);
  report("visits", units[0], 2025, {.numerator = whole(90)});
  ASSERT_TRUE(organisation::rename(*scope, units[0], "Maternity", *Date::of(2026, 9, 1)));
  EXPECT_EQ(sheet(units[0], 2025).unit_name, "Midwifery");
  EXPECT_EQ(sheet(units[0], 2026).unit_name, "Maternity");
  EXPECT_EQ(figure("visits", units[0], 2026).before.words, "90 visits");
  ASSERT_TRUE(organisation::move(*scope, units[0], std::nullopt, *Date::of(2026, 9, 1)));
  EXPECT_EQ(figure("visits", health, 2025).now.words, "90 visits") << "it belonged there in that year";
  EXPECT_EQ(figure("visits", health, 2026).now.kind, Cell::Kind::none);
}

TEST_P(Figures, AreNotFoundWhereThereIsNoSuchYear) {
  directory = library.directory();
  const auto& law = *directory->org.find(library.law);
  const auto scope = library.scope(library.priya);
  EXPECT_EQ(figures::sheet(*scope, *directory, law, 1949).refusal().kind, Refusal::Kind::not_found);
  EXPECT_EQ(figures::sheet(*scope, *directory, law, 2028).refusal().kind, Refusal::Kind::not_found);
  EXPECT_FALSE(figures::sheet(*scope, *directory, law, 2027)->has_begun) << "a plan may look ahead";
}

TEST_P(Figures, AreShownWithTheirSourcesAndDefinitions) {
  report("satisfied-with-the-library", library.law, 2025,
         {.numerator = whole(39), .denominator = whole(50), .people = 50});
  const auto sheet_page = page(measures::show_sheet, library.dora, {{"unit", "law"}, {"year", "2025"}});
  EXPECT_THAT(sheet_page, HasSubstr("78 % (39 of 50)."));
  EXPECT_THAT(sheet_page, HasSubstr("National Student Survey"));
  const auto figure_page =
      page(measures::show_figure, library.dora,
           {{"unit", "law"}, {"year", "2025"}, {"measure", "satisfied-with-the-library"}});
  EXPECT_THAT(figure_page, HasSubstr("50 people"));
  EXPECT_THAT(figure_page, HasSubstr("Gwen Rees"));
  EXPECT_THAT(figure_page, Not(HasSubstr("Take this figure back"))) << "directors read";
}

TEST_P(Figures, AreNotComparedWhereOthersJoinedTheDepartment) {
  const auto midwifery = units[0], physiotherapy = units[1], paramedics = units[2];
  for (const auto unit : units)
    for (const int year : {2023, 2024, 2025}) report("visits", unit, year, {.numerator = whole(1000 + year)});
  ASSERT_EQ(figure("visits", midwifery).change.direction, Direction::up);
  const auto scope = library.scope(library.ada);
  ASSERT_TRUE(organisation::close(*scope, physiotherapy, *Date::of(2026, 4, 30), std::array{midwifery}));
  const auto change = figure("visits", midwifery).change;
  EXPECT_FALSE(change.direction);
  EXPECT_TRUE(change.is_of_other_units);
  EXPECT_EQ(change.words, "Physiotherapy joined on 1 May 2026, so the two cannot be compared");
  EXPECT_EQ(figure("visits", midwifery, 2024).change.direction, Direction::up)
      << "the years before are alike";
  EXPECT_EQ(figure("visits", paramedics).change.direction, Direction::up);
  EXPECT_EQ(figure("visits", health).change.direction, Direction::up)
      << "the faculty has the same departments";
  report("visits", midwifery, 2026, {.numerator = whole(4000)}, ValueState::provisional);
  EXPECT_FALSE(figure("visits", midwifery, 2026).change.direction)
      << "it was in it for a part of the year before";
  directory = library.directory();
  const auto table = figures::table(*library.scope(library.priya), *directory, find("visits"), 2026, 4);
  for (const auto& row : table.rows)
    if (row.unit == midwifery) {
      EXPECT_THAT(row.changes, ElementsAre(testing::Field(&Change::direction, std::nullopt),
                                           testing::Field(&Change::direction, std::nullopt),
                                           testing::Field(&Change::direction, Direction::up)));
    }
}

TEST_P(Figures, AreNotComparedOverTheDayOnWhichAPartWentElsewhere) {
  const auto midwifery = units[0], physiotherapy = units[1], paramedics = units[2];
  for (const auto unit : units)
    for (const int year : {2023, 2024, 2025}) report("visits", unit, year, {.numerator = whole(1000 + year)});
  const auto scope = library.scope(library.ada);
  const auto since = *Date::of(2026, 5, 1);
  ASSERT_TRUE(organisation::name_parts(*scope, physiotherapy, std::array{UnitPart{midwifery, since}}));
  const auto left = figure("visits", physiotherapy).change;
  EXPECT_FALSE(left.direction);
  EXPECT_TRUE(left.is_of_other_units && left.has_lost_part);
  EXPECT_EQ(left.words, "a part of it went to Midwifery on 1 May 2026, so the two cannot be compared");
  const auto came = figure("visits", midwifery).change;
  EXPECT_FALSE(came.direction || came.has_lost_part);
  EXPECT_EQ(came.words, "a part of Physiotherapy joined on 1 May 2026, so the two cannot be compared");
  EXPECT_EQ(figure("visits", physiotherapy, 2024).change.direction, Direction::up) << "the years before";
  EXPECT_EQ(figure("visits", paramedics).change.direction, Direction::up);
  EXPECT_EQ(figure("visits", health).change.direction, Direction::up)
      << "the faculty has the same departments";
  ASSERT_TRUE(organisation::name_parts(*scope, midwifery, std::array{UnitPart{library.law, since}}));
  EXPECT_EQ(figure("visits", midwifery).change.words,
            "a part of Physiotherapy joined on 1 May 2026 and a part of it went to Law on 1 May 2026, so the "
            "two cannot be compared");
  EXPECT_FALSE(figure("visits", health).change.direction) << "that one is elsewhere";
  ASSERT_TRUE(organisation::name_parts(
      *scope, midwifery,
      std::array{UnitPart{library.law, since}, UnitPart{paramedics, *Date::of(2026, 6, 1)}}));
  EXPECT_THAT(
      figure("visits", midwifery).change.words,
      HasSubstr("a part of it went to Law on 1 May 2026 and a part of it went to Paramedics on 1 June"))
      << "each with its day";
}

TEST_P(Figures, AreNotThereWhereTheDepartmentWasNot) {
  const auto scope = library.scope(library.ada);
  const auto one =
      organisation::add(*scope,
                        {.name = "Rehabilitation", .parent = health, .valid_from = Date::of(2025, 8, 1)})
          .value();
  for (const auto unit : {units[0], units[1]})
    ASSERT_TRUE(organisation::close(*scope, unit, *Date::of(2025, 7, 31), std::array{one}));
  const auto figure_of_one = figure("sessions-taught", one);
  EXPECT_EQ(figure_of_one.now.number, "0");
  EXPECT_EQ(figure_of_one.before.kind, Cell::Kind::none) << "it began in 2025/26";
  EXPECT_EQ(figure_of_one.change.words, "until 31 July 2025 it was Midwifery and Physiotherapy");
  EXPECT_EQ(figure("sessions-taught", one, 2026).change.direction, Direction::same);
  const auto table =
      figures::table(*library.scope(library.priya), *library.directory(), find("sessions-taught"), 2025, 2);
  for (const auto& row : table.rows)
    if (row.unit == units[0]) {
      EXPECT_EQ(row.cells[0].kind, Cell::Kind::none) << "it had ended";
      EXPECT_EQ(row.cells[1].number, "0");
      EXPECT_FALSE(row.changes[0].direction);
    }
  const auto shown =
      page(measures::show_sheet, library.priya, {{"unit", "rehabilitation"}, {"year", "2025"}});
  EXPECT_THAT(shown, HasSubstr("/departments/rehabilitation/measures/2026"));
  EXPECT_THAT(shown, Not(HasSubstr("/departments/rehabilitation/measures/2024"))) << "there is no such page";
  const auto before = page(measures::show_sheet, library.priya, {{"unit", "midwifery"}, {"year", "2024"}});
  EXPECT_THAT(before, HasSubstr("/departments/midwifery/measures/2023"));
  EXPECT_THAT(before, Not(HasSubstr("/departments/midwifery/measures/2025")));
}

TEST_P(Figures, AreComparedWhereOthersJoinedWithTheYear) {
  const auto midwifery = units[0];
  report("visits", midwifery, 2024, {.numerator = whole(1000)});
  report("visits", midwifery, 2025, {.numerator = whole(1200)});
  ASSERT_TRUE(organisation::close(*library.scope(library.ada), units[1], *Date::of(2024, 7, 31),
                                  std::array{midwifery}));
  EXPECT_EQ(figure("visits", midwifery).change.direction, Direction::up) << "in all of both years";
}

}  // namespace
}  // namespace rapport
