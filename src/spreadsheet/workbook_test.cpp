// Workbooks: what stands in the file that Excel opens.
#include "spreadsheet/workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "support/zip_member.hpp"

namespace rapport::spreadsheet {
namespace {

using testing::HasSubstr;
using testing::Not;

class Workbook : public testing::Test {
 protected:
  ~Workbook() override { std::filesystem::remove(path); }

  std::string member(const std::vector<Worksheet>& sheets, const std::string& name) {
    std::ofstream(path, std::ios::binary) << workbook(sheets);
    return test::member_of(path, name);
  }

  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("rapport-workbook-" + std::to_string(getpid()) + ".xlsx");
};

TEST_F(Workbook, HoldsTextsAsTextsAndNumbersAsNumbers) {
  const std::vector<Worksheet> sheets{
      {.name = "Departments", .header = {"Department", "Visits"}, .rows = {{"Ffiseg – Ŵyn & Ŷd", 1204.5}}}};
  const auto sheet = member(sheets, "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("<v>1204.5</v>"));
  EXPECT_THAT(member(sheets, "xl/sharedStrings.xml"), HasSubstr("Ffiseg – Ŵyn &amp; Ŷd"));
}

TEST_F(Workbook, MakesNoFormulaOfAText) {
  const std::vector<Worksheet> sheets{{.name = "One", .header = {"Name"}, .rows = {{"=1+1"}}}};
  EXPECT_THAT(member(sheets, "xl/worksheets/sheet1.xml"), Not(HasSubstr("<f>")));
  EXPECT_THAT(member(sheets, "xl/sharedStrings.xml"), HasSubstr("=1+1"));
}

TEST_F(Workbook, LeavesOutOfANameWhatExcelRefuses) {
  const std::vector<Worksheet> sheets{{.name = "The year 2025/26: [everything that there is in it]"}};
  EXPECT_THAT(member(sheets, "xl/workbook.xml"), HasSubstr("name=\"The year 202526 everything tha…\""));
}

TEST_F(Workbook, IsTheSameTwice) {
  const std::vector<Worksheet> sheets{{.name = "One", .header = {"Name"}, .rows = {{"a", 1.0}, {"", 2.0}}}};
  EXPECT_EQ(workbook(sheets), workbook(sheets));
}

TEST_F(Workbook, TakesTextsOfAnyLength) {
  const std::vector<Worksheet> sheets{
      {.name = "Long", .header = {"Text"}, .rows = {{std::string(100'000, 'x')}}}};
  EXPECT_THAT(member(sheets, "xl/sharedStrings.xml"), HasSubstr("xxx…"));
}

}  // namespace
}  // namespace rapport::spreadsheet
