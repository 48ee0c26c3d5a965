// What is told of years to come before they begin on another day, on both engines.
#include "reports/year_uses.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interactions/interactions.hpp"
#include "measures/measures.hpp"
#include "measures/starting_measures.hpp"
#include "plans/action_plans.hpp"
#include "plans/rounds.hpp"
#include "support/small_library.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const AcademicYears august;
const AcademicYears september = AcademicYears().with({2027, 9});

class YearUses : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};

  void plan_talk(Date day) {
    const auto directory = library.directory();
    ASSERT_TRUE(interactions::record(*library.scope(library.priya), *directory,
                                     {.kind = directory->vocabulary.find_kind("teaching")->id,
                                      .happened_on = day,
                                      .people = {{library.jane}}}));
  }
  std::vector<std::string> notes(const AcademicYears& after = september, int from_year = 2027) {
    std::vector<std::string> words;
    for (const auto& note : reports::year_notes(*library.scope(library.gwen), august, after, from_year))
      words.push_back(note.words);
    return words;
  }
  YearsHold held() {
    return library.database->read(
        [&](db::Reader& reader) { return reports::years_hold(reader, library.institution); });
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, YearUses, test::on_each_engine(), test::engine_test_name);

TEST_P(YearUses, AreNoneInANewLibrary) {
  EXPECT_EQ(held(), YearsHold::nothing);
  EXPECT_THAT(notes(), IsEmpty());
  plan_talk(library.today());
  EXPECT_EQ(held(), YearsHold::something);
  EXPECT_THAT(notes(), IsEmpty()) << "what has happened stays in its year";
}

TEST_P(YearUses, CountConversationsThatChangeTheirYear) {
  plan_talk(*Date::of(2027, 7, 31));
  plan_talk(*Date::of(2027, 8, 1));
  plan_talk(*Date::of(2027, 8, 31));
  plan_talk(*Date::of(2027, 9, 1));
  plan_talk(*Date::of(2028, 8, 15));
  EXPECT_THAT(
      notes(),
      ElementsAre("Three conversations that are planned count in another year than now, by its day."));
  EXPECT_THAT(notes(august.with({2028, 9}), 2028),
              ElementsAre("One conversation that is planned counts in another year than now, by its day."));
}

TEST_P(YearUses, TellPlansRoundsAndFigures) {
  ASSERT_TRUE(action_plans::begin(*library.scope(library.priya), *library.directory(),
                                  {.unit = library.nursing, .academic_year = 2027}));
  const auto season = [&](Id<OrgUnit> unit, Date from, Date to) {
    ASSERT_TRUE(rounds::set_season(*library.scope(library.gwen), *library.directory(), 2027,
                                   {.units = {unit}, .week_from = from, .week_to = to}));
  };
  season(library.nursing, *Date::of(2027, 8, 23), *Date::of(2027, 9, 10));
  season(library.law, *Date::of(2027, 11, 1), *Date::of(2027, 11, 12));
  EXPECT_THAT(
      notes(),
      ElementsAre("One action plan of 2027/28 stays a plan of that year.",
                  "Two departments are in the round of 2027/28 and stay in it; one meeting or its weeks lie "
                  "outside of the year then, and the days hold until you change them."));
  library.database->write(
      [&](db::Writer& writer) { insert_measures(writer, library.institution, Instant{0}); });
  const auto visits = measures::get(*library.scope(library.gwen), "visits").value();
  ASSERT_TRUE(measures::report(*library.scope(library.gwen), *library.directory(),
                               {.measure = visits.id,
                                .unit = library.nursing,
                                .academic_year = 2026,
                                .numbers = {.numerator = whole(200)}}));
  EXPECT_EQ(
      notes().back(),
      "One figure of 2026/27 was reported as of 1 August 2026 to 31 July 2027. Have it counted for 1 August "
      "2026 to 31 August 2027.");
}

}  // namespace
}  // namespace rapport
