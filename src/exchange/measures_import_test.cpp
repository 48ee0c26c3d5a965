// Importing figures, on both engines: bad input in all its forms, the same file twice, undone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.hpp"
#include "exchange/imports.hpp"
#include "measures/measures.hpp"
#include "measures/starting_measures.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::exchange {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string header = "Measure,Department,Academic year,Value,Numerator,Denominator,n,State,Source\n";

/// With the header, each line as wide as it.
std::string sheet(std::string_view lines) {
  std::string text = header;
  for (const auto line : split(lines, '\n')) {
    if (line.empty()) continue;
    text.append(line);
    if (line.find('"') == std::string_view::npos)
      for (auto commas = std::ranges::count(line, ','); commas < std::ranges::count(header, ','); ++commas)
        text += ',';
    text += '\n';
  }
  return text;
}

class FigureImports : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override {
    library.database->write(
        [&](db::Writer& writer) { insert_measures(writer, library.institution, Instant{}); });
  }
  Id<Import> take(std::string_view text, bool is_all_or_none = false) {
    const auto scope = library.scope(library.ada);
    const auto id = upload(*scope, ImportKind::measures, "figures.csv", text).value();
    auto choices = get_import(*scope, id)->choices;
    choices.is_all_or_none = is_all_or_none;
    EXPECT_TRUE(choose_columns(*scope, id, choices));
    return id;
  }
  ImportCounts run(Id<Import> id, int minutes_later = 0) {
    const auto scope = library.scope(library.ada, minutes_later);
    EXPECT_TRUE(begin_import(*scope, id));
    return run_import(*scope, *library.directory(), id).value();
  }
  /// Why each line was refused; nothing is written by trying.
  std::vector<std::string> faults(std::string_view lines) {
    const auto id = take(sheet(lines));
    const auto trial = test::unchanged(
        library.database, [&] { return try_import(*library.scope(library.ada), *library.directory(), id); });
    std::vector<std::string> reasons;
    for (const auto& fault : trial->faults) reasons.push_back(fault.reason);
    return reasons;
  }
  std::vector<MeasureValue> values() { return measures::report_ground(*library.scope(library.ada)).values; }
  test::SmallLibrary library{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, FigureImports, test::on_each_engine(), test::engine_test_name);

TEST_P(FigureImports, TakeGoodRows) {
  const auto counts =
      run(take(sheet("Visits,Law,2025/26,\"12,480\",,,,final,\n"
                     "satisfied with the library,nursing & midwifery,2024-25,78.4,,,125,final,NSS\n"
                     "Loans per student,Law,31/07/2026,,940,80,,,\n")));
  EXPECT_EQ(counts.fresh, 3);
  EXPECT_EQ(counts.faulty, 0);
  const auto all = values();
  ASSERT_THAT(all, SizeIs(3));
  EXPECT_EQ(all[0].academic_year, 2024);
  EXPECT_EQ(all[0].numbers.numerator, whole(98));
  EXPECT_EQ(all[0].numbers.denominator, whole(125));
  EXPECT_EQ(all[0].source, "NSS");
  EXPECT_EQ(all[1].numbers.numerator, whole(12'480));
  EXPECT_EQ(all[1].state, ValueState::final);
  EXPECT_EQ(all[2].academic_year, 2025) << "the last day of the year";
  EXPECT_EQ(all[2].state, ValueState::provisional);
}

TEST_P(FigureImports, NameWhatIsWrongWithALine) {
  EXPECT_THAT(faults("Visits,Alchemy,2025/26,1\n"),
              ElementsAre(HasSubstr("No department was called “Alchemy” in 2025/26")));
  EXPECT_THAT(faults("Vists,Law,2025/26,1\n"), ElementsAre(HasSubstr("No measure is called “Vists”")));
  EXPECT_THAT(faults("Visits,Law,2025/27,1\n"), ElementsAre(HasSubstr("does not exist")));
  EXPECT_THAT(faults("Visits,Law,2028/29,1\n"), ElementsAre(HasSubstr("2028/29 has not begun yet")));
  EXPECT_THAT(faults("Visits,Law,,1\n"), ElementsAre(HasSubstr("no academic year")));
  EXPECT_THAT(faults("Visits,Law,29/02/2025,1\n"), ElementsAre(HasSubstr("not a day of the calendar")));
  EXPECT_THAT(faults("Visits,Law,29/02/2024,1\n"), IsEmpty()) << "2024 has one";
  EXPECT_THAT(faults("Visits,Law,2025/26,many\n"), ElementsAre(HasSubstr("“many” is not a number")));
  EXPECT_THAT(faults("Visits,Law,2025/26,\n"), ElementsAre(HasSubstr("is not a number")));
  EXPECT_THAT(faults("Visits,Law,2025/26,-4\n"), ElementsAre(HasSubstr("below nothing")));
  EXPECT_THAT(faults("Visits,Law,2026/27,4,,,,final\n"), ElementsAre(HasSubstr("is not over")));
  EXPECT_THAT(faults("Visits,Law,2025/26,4,,,,perhaps\n"), ElementsAre(HasSubstr("provisional or final")));
  EXPECT_THAT(faults("Visits,Law,2025/26,4,,,1.5\n"), ElementsAre(HasSubstr("whole ones")));
  EXPECT_THAT(faults("Satisfied with the library,Law,2025/26,120,,,50\n"),
              ElementsAre(HasSubstr("over 100 %")));
  EXPECT_THAT(faults("Satisfied with the library,Law,2025/26,,51,50\n"),
              ElementsAre(HasSubstr("over 100 %")));
  EXPECT_THAT(faults("Satisfied with the library,Law,2025/26,78\n"),
              ElementsAre(HasSubstr("needs the whole")));
  EXPECT_THAT(faults("Satisfied with the library,Law,2025/26,90,39,50\n"),
              ElementsAre(HasSubstr("90 is not 39 of 50")));
  EXPECT_THAT(faults("Satisfied with the library,Law,2025/26,78,39,50\n"), IsEmpty());
  EXPECT_THAT(faults("Sessions taught,Law,2025/26,9\n"), ElementsAre(HasSubstr("counted by Rapport itself")));
}

TEST_P(FigureImports, TakeOneSourceForOneFigure) {
  EXPECT_THAT(faults("Visits,Law,2025/26,9\nVisits,Law,2025/26,9\n"),
              ElementsAre(HasSubstr("stands on line 2 already")));
  EXPECT_THAT(faults("Visits,Law,2025/26,9,,,,,Gate\nVisits,Law,2025/26,8,,,,,Till\n"),
              ElementsAre(HasSubstr("Line 2 has this figure from Gate")));
  run(take(sheet("Visits,Law,2025/26,9,,,,,Gate\n")));
  EXPECT_THAT(faults("Visits,Law,2025/26,9,,,,,Till\n"), ElementsAre(HasSubstr("from Gate")));
}

TEST_P(FigureImports, ReadWhatSpreadsheetsWrite) {
  const std::string plain = "Measure;Department;Academic year;Value\nVisits;Law;2025/26;9\n";
  std::string utf16 = "\xFF\xFE";
  for (const char c : plain) utf16 += std::string{c, '\0'};
  run(take("\xEF\xBB\xBF" + plain));
  EXPECT_THAT(values(), SizeIs(1));
  EXPECT_EQ(run(take(utf16)).same, 1) << "the same figure in UTF-16";
}

TEST_P(FigureImports, ChangeNothingTheSecondTime) {
  const auto text = sheet("Visits,Law,2025/26,9\nVisits,Nursing & Midwifery,2025/26,11\n");
  run(take(text));
  const auto before = values();
  const auto counts = run(take(text));
  EXPECT_EQ(counts.same, 2);
  EXPECT_EQ(counts.fresh + counts.changed + counts.faulty, 0);
  EXPECT_EQ(values().at(0).reported_at, before.at(0).reported_at);
}

TEST_P(FigureImports, TakeNothingWhereAllOrNoneHasAFault) {
  run(take(sheet("Visits,Law,2025/26,9\nVisits,Law,2024/25,x\n"), true));
  EXPECT_THAT(values(), IsEmpty());
}

TEST_P(FigureImports, AreUndone) {
  run(take(sheet("Visits,Law,2025/26,9\n")));
  const auto second = take(sheet("Visits,Law,2025/26,10\nVisits,Law,2024/25,7\n"));
  EXPECT_EQ(run(second, 5).changed, 1);
  ASSERT_THAT(values(), SizeIs(2));
  const auto left = undo_import(*library.scope(library.ada, 10), *library.directory(), second);
  ASSERT_TRUE(left);
  EXPECT_THAT(*left, IsEmpty());
  ASSERT_THAT(values(), SizeIs(1));
  EXPECT_EQ(values()[0].numbers.numerator, whole(9)) << "as the first file had it";
}

TEST_P(FigureImports, LeaveWhatWasCorrectedSinceWhenUndone) {
  const auto id = take(sheet("Visits,Law,2025/26,9\n"));
  run(id);
  const auto scope = library.scope(library.gwen, 30);
  ASSERT_TRUE(measures::report(*scope, *library.directory(),
                               {.measure = values()[0].measure,
                                .unit = library.law,
                                .academic_year = 2025,
                                .numbers = {.numerator = whole(12)}}));
  const auto left = undo_import(*library.scope(library.ada, 40), *library.directory(), id);
  EXPECT_THAT(*left, ElementsAre(HasSubstr("The figure of Law has been changed since")));
  EXPECT_EQ(values()[0].numbers.numerator, whole(12));
}

TEST(FigureColumns, AreNeeded) {
  std::vector<std::string> fields;
  for (const auto& fault : faults_of(ImportKind::measures, {})) fields.push_back(fault.field);
  EXPECT_THAT(fields, ElementsAre("column_measure", "column_department", "column_year", "column_value"));
  const auto counter =
      guess_choices(ImportKind::measures, {"Metric_Type", "School", "Period", "Reporting_Period_Total"});
  EXPECT_THAT(faults_of(ImportKind::measures, counter), IsEmpty()) << "a COUNTER report by school";
}

}  // namespace
}  // namespace rapport::exchange
