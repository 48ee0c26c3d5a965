// Definitions and reported figures, on both engines.
#include "measures/measures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "measures/starting_measures.hpp"
#include "organisation/organisation.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Measures : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override {
    library.database->write(
        [&](db::Writer& writer) { insert_measures(writer, library.institution, Instant{}); });
  }
  test::SmallLibrary library{GetParam()};

  std::vector<Measure> all() { return measures::all(*library.scope(library.priya)); }
  Measure find(std::string_view code) { return measures::get(*library.scope(library.priya), code).value(); }
  Result<measures::Reported> report(const ValueDraft& draft, std::optional<Id<Staff>> who = {}) {
    return measures::report(*library.scope(who.value_or(library.gwen)), *library.directory(), draft);
  }
  ValueDraft visits(std::int64_t count, int year = 2025) {
    return {.measure = find("visits").id,
            .unit = library.nursing,
            .academic_year = year,
            .numbers = {.numerator = whole(count)}};
  }
  MeasureDraft coffee() {
    return {
        .name = "Coffees", .definition = "Cups.", .source = "The till", .unit = "cups", .starts_in = 2024};
  }
  template <class Verb>
  auto refused(Verb&& verb) {
    auto done = test::unchanged(library.database, verb);
    EXPECT_FALSE(done);
    return done ? Refusal{} : done.refusal();
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, Measures, test::on_each_engine(), test::engine_test_name);

TEST_P(Measures, BeginWithTheStarterSetOnce) {
  EXPECT_THAT(all(), SizeIs(starting_measures().size()));
  library.database->write(
      [&](db::Writer& writer) { insert_measures(writer, library.institution, Instant{}); });
  EXPECT_THAT(all(), SizeIs(starting_measures().size()));
  EXPECT_EQ(all().front().formula, Formula::people);
  const auto requests = find("total-item-requests").current();
  EXPECT_EQ(requests.source, "COUNTER 5 report");
  EXPECT_THAT(requests.definition, HasSubstr("Total_Item_Requests"));
}

TEST_P(Measures, HaveAnEverydayStartInEveryRule) {
  for (const auto& measure : starting_measures()) {
    auto draft = draft_of(measure.current());
    EXPECT_TRUE(checked(draft, {.current_year = 2026}, AcademicYears())) << measure.code;
  }
}

TEST_P(Measures, AreDefinedByLeadersAndAdministrators) {
  for (const auto who : {library.priya, library.dora})
    EXPECT_EQ(refused([&] { return measures::define(*library.scope(who), coffee()); }).kind,
              Refusal::Kind::forbidden);
  const auto id = measures::define(*library.scope(library.gwen), coffee());
  ASSERT_TRUE(id);
  EXPECT_EQ(find("coffees").current().made_by, library.gwen);
  EXPECT_EQ(all().back().id, *id);
}

TEST_P(Measures, RefuseADefinitionWithoutWords) {
  const auto fields = [&](const MeasureDraft& draft) {
    std::vector<std::string> names;
    for (const auto& fault :
         refused([&] { return measures::define(*library.scope(library.gwen), draft); }).faults)
      names.push_back(fault.field);
    return names;
  };
  EXPECT_THAT(fields({}), ElementsAre("name", "definition", "source", "unit"));
  auto draft = coffee();
  draft.name = "VISITS";
  EXPECT_THAT(fields(draft), ElementsAre("name")) << "there is one of that name";
  draft = coffee();
  draft.starts_in = 2028;
  EXPECT_THAT(fields(draft), ElementsAre("starts_in"));
  draft = coffee();
  draft.shape = "feeling";
  draft.better = "sideways";
  draft.audience = "the press";
  EXPECT_THAT(fields(draft), ElementsAre("shape", "better", "audience"));
}

TEST_P(Measures, KeepEarlierDefinitions) {
  const auto before = find("visits");
  auto draft = draft_of(before.current());
  draft.definition = "Through the new gates.";
  draft.starts_in = 2026;
  draft.is_comparable = false;
  draft.because = "The old gates counted bags.";
  ASSERT_TRUE(measures::redefine(*library.scope(library.ada), before.id, 1, draft));
  const auto now = find("visits");
  ASSERT_THAT(now.versions, SizeIs(2));
  EXPECT_EQ(now.versions[0], before.versions[0]);
  EXPECT_FALSE(now.current().is_comparable);
  EXPECT_EQ(now.in_year(2025).version, 1);
  EXPECT_EQ(now.in_year(2026).version, 2);
  EXPECT_EQ(
      refused([&] { return measures::redefine(*library.scope(library.ada), before.id, 1, draft); }).kind,
      Refusal::Kind::conflict);
  const auto again = draft_of(now.current());
  EXPECT_EQ(
      refused([&] { return measures::redefine(*library.scope(library.ada), before.id, 2, again); }).kind,
      Refusal::Kind::invalid)
      << "nothing is different";
}

TEST_P(Measures, AreNotRedefinedInAYearThatHasFigures) {
  ASSERT_TRUE(report(visits(800, 2025)));
  const auto measure = find("visits");
  auto draft = draft_of(measure.current());
  draft.definition = "Through the new gates.";
  draft.starts_in = 2025;
  draft.is_comparable = false;
  const auto refusal =
      refused([&] { return measures::redefine(*library.scope(library.gwen), measure.id, 1, draft); });
  EXPECT_EQ(refusal.faults.at(0).field, "starts_in");
  EXPECT_THAT(refusal.message, HasSubstr("Let this one begin with 2026/27"));
  draft.is_comparable = true;
  EXPECT_TRUE(measures::redefine(*library.scope(library.gwen), measure.id, 1, draft))
      << "clearer words break nothing";
  draft = draft_of(find("visits").current());
  draft.is_comparable = true;
  draft.shape = "money";
  EXPECT_EQ(refused([&] { return measures::redefine(*library.scope(library.gwen), measure.id, 2, draft); })
                .faults.at(0)
                .field,
            "starts_in")
      << "another shape is another count";
}

TEST_P(Measures, ThatRapportCountsItselfKeepTheirFormula) {
  const auto sessions = find("sessions-taught");
  auto draft = draft_of(sessions.current());
  draft.shape = "money";
  EXPECT_EQ(refused([&] { return measures::redefine(*library.scope(library.ada), sessions.id, 1, draft); })
                .faults.at(0)
                .field,
            "shape");
  draft = draft_of(sessions.current());
  draft.name = "Teaching sessions";
  EXPECT_TRUE(measures::redefine(*library.scope(library.ada), sessions.id, 1, draft));
  EXPECT_EQ(
      refused([&] { return report({.measure = sessions.id, .unit = library.law, .academic_year = 2025}); })
          .faults.at(0)
          .field,
      "measure");
}

TEST_P(Measures, AreRetiredAndComeBack) {
  const auto id = find("visits").id;
  EXPECT_EQ(refused([&] { return measures::retire(*library.scope(library.dora), id); }).kind,
            Refusal::Kind::forbidden);
  ASSERT_TRUE(measures::retire(*library.scope(library.gwen), id));
  EXPECT_TRUE(find("visits").retired_at);
  EXPECT_THAT(refused([&] { return report(visits(1)); }).message, HasSubstr("not in use"));
  ASSERT_TRUE(measures::reinstate(*library.scope(library.gwen), id));
  EXPECT_TRUE(report(visits(1)));
  EXPECT_EQ(refused([&] { return measures::retire(*library.scope(library.gwen), {9'999}); }).kind,
            Refusal::Kind::not_found);
}

TEST_P(Measures, TakeFiguresOfDepartmentsAndYears) {
  for (const auto who : {library.priya, library.dora})
    EXPECT_EQ(refused([&] { return report(visits(800), who); }).kind, Refusal::Kind::forbidden);
  const auto reported = report(visits(800));
  ASSERT_TRUE(reported);
  const auto value = measures::find_value(*library.scope(library.priya), reported->id).value();
  EXPECT_EQ(value.unit_name, "Nursing & Midwifery");
  EXPECT_EQ(value.source, "SCONUL statistical return");
  EXPECT_EQ(value.version, 1);
  EXPECT_TRUE(test::unchanged(library.database, [&] { return report(visits(800)); })->is_same)
      << "the same twice writes nothing";
}

TEST_P(Measures, HaveOneSourceForOneFigure) {
  ASSERT_TRUE(report(visits(800)));
  auto other = visits(805);
  other.source = "Door counter";
  const auto refusal = refused([&] { return report(other); });
  EXPECT_EQ(refusal.faults.at(0).field, "source");
  EXPECT_THAT(refusal.message, HasSubstr("from SCONUL statistical return"));
}

TEST_P(Measures, KeepFinalFiguresFinal) {
  auto draft = visits(800);
  draft.state = ValueState::final;
  ASSERT_TRUE(report(draft));
  EXPECT_EQ(refused([&] { return report(visits(801)); }).faults.at(0).field, "state");
  draft.numbers.numerator = whole(801);
  const auto corrected = report(draft);
  ASSERT_TRUE(corrected);
  EXPECT_EQ(corrected->before->numbers.numerator, whole(800));
}

TEST_P(Measures, AreTakenBackAndPutBack) {
  const auto first = report(visits(800)).value();
  const auto second = report(visits(900)).value();
  ASSERT_TRUE(measures::put_back(*library.scope(library.ada), *second.before));
  EXPECT_EQ(measures::find_value(*library.scope(library.ada), first.id)->numbers.numerator, whole(800));
  ASSERT_TRUE(measures::take_back(*library.scope(library.ada), first.id));
  EXPECT_FALSE(measures::find_value(*library.scope(library.ada), first.id));
  EXPECT_EQ(refused([&] { return measures::take_back(*library.scope(library.ada), first.id); }).kind,
            Refusal::Kind::not_found);
}

TEST_P(Measures, KeepTheNameThatADepartmentHadInTheYear) {
  const auto scope = library.scope(library.ada);
  const auto unit =
      organisation::add(*scope, {.name = "Computing", .valid_from = *Date::of(2020, 8, 1)}).value();
  ASSERT_TRUE(organisation::rename(*scope, unit, "Computer Science", *Date::of(2026, 2, 29 - 1)));
  const auto of = [&](int year) {
    return ValueDraft{.measure = find("visits").id,
                      .unit = unit,
                      .academic_year = year,
                      .numbers = {.numerator = whole(9)}};
  };
  const auto name = [&](int year) {
    return measures::find_value(*scope, report(of(year)).value().id)->unit_name;
  };
  EXPECT_EQ(name(2024), "Computing");
  EXPECT_EQ(name(2025), "Computer Science") << "as the year ended";
  EXPECT_THAT(refused([&] { return report(of(2019)); }).message, HasSubstr("did not exist in 2019/20"));
  ASSERT_TRUE(organisation::close(*scope, unit, *Date::of(2026, 7, 31)));
  EXPECT_TRUE(report(of(2025))) << "the year that ended with it";
  EXPECT_THAT(refused([&] { return report(of(2026)); }).message, HasSubstr("did not exist in 2026/27"));
}

TEST(YearUnits, AreWhatTheyWereInTheYear) {
  const Id<OrgUnit> faculty{1};
  const Id<OrgUnit> other{2};
  const Id<OrgUnit> unit{3};
  const OrgDirectory today(
      {{.id = faculty, .slug = "arts", .name = "Arts", .folded_name = "arts", .sort_key = "a"},
       {.id = other, .slug = "society", .name = "Society", .folded_name = "society", .sort_key = "s"},
       {.id = unit,
        .slug = "music",
        .name = "Music and Sound",
        .folded_name = "music and sound",
        .sort_key = "m",
        .parent = other}});
  const std::vector<UnitPeriod> periods{
      {faculty, "Arts", {}, {}, {}},
      {other, "Society", {}, *Date::of(2025, 8, 1), {}},
      {unit, "Music", faculty, {}, *Date::of(2025, 7, 31)},
      {unit, "Music and Sound", other, *Date::of(2025, 8, 1), {}},
  };
  const YearUnits before(periods, today, 2024, AcademicYears());
  EXPECT_EQ(before.find(unit)->name, "Music");
  EXPECT_EQ(before.find(unit)->parent, faculty);
  EXPECT_EQ(before.find(other), nullptr);
  EXPECT_EQ(before.find_name("music", today)->id, unit);
  EXPECT_EQ(before.find_name("Music and Sound", today)->id, unit) << "today’s name finds it too";
  const YearUnits after(periods, today, 2025, AcademicYears());
  EXPECT_EQ(after.find(unit)->parent, other);
  EXPECT_EQ(after.find_name("Music", today), nullptr) << "nothing was called so in that year";
  EXPECT_THAT(after.children(faculty), IsEmpty());
  EXPECT_THAT(after.tops(), SizeIs(2));
}

}  // namespace
}  // namespace rapport
