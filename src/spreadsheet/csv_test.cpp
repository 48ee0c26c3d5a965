// CSV as spreadsheets make it: encodings, delimiters, quotes, ragged lines, formulas.
#include "spreadsheet/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <chrono>

namespace rapport::spreadsheet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

CsvTable read(std::string_view bytes) {
  auto table = read_csv(bytes);
  EXPECT_TRUE(table) << (table ? "" : table.refusal().message);
  return table ? *table : CsvTable{};
}

std::string utf16(std::u16string_view text, bool is_little) {
  std::string bytes = is_little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xff), high = static_cast<char>(unit >> 8);
    bytes += is_little ? low : high;
    bytes += is_little ? high : low;
  }
  return bytes;
}

struct Sample {
  std::string bytes;
  std::string encoding;
  char delimiter;
};

TEST(Csv, ReadsEveryUsualEncodingAndDelimiter) {
  const std::vector<Sample> samples{{"name,post\nSiân Probe,Reader\n", "UTF-8", ','},
                                    {"\xEF\xBB\xBFname;post\r\nSiân Probe;Reader\r\n", "UTF-8", ';'},
                                    {utf16(u"name\tpost\r\nSiân Probe\tReader\r\n", true), "UTF-16LE", '\t'},
                                    {utf16(u"name,post\nSiân Probe,Reader\n", false), "UTF-16BE", ','},
                                    {"name;post\rSi\xE2n Probe;Reader\r", "windows-1252", ';'},
                                    {"sep=;\r\nname;post\r\nSiân Probe;Reader", "UTF-8", ';'},
                                    {"name;post\n\"Siân Probe\";\"Reader\"\n", "UTF-8", ';'}};
  for (const auto& sample : samples) {
    const auto table = read(sample.bytes);
    EXPECT_EQ(table.encoding, sample.encoding);
    EXPECT_EQ(table.delimiter, sample.delimiter) << sample.bytes;
    EXPECT_THAT(table.header, ElementsAre("name", "post"));
    ASSERT_EQ(table.rows.size(), 1u) << sample.bytes;
    EXPECT_THAT(table.rows[0].cells, ElementsAre("Siân Probe", "Reader"));
  }
}

TEST(Csv, TakesNoLineBreakForANamedDelimiter) {
  EXPECT_THAT(read("sep=\r\nname\r\n").header, ElementsAre("sep="));
}

TEST(Csv, WritesAHeaderThatLooksLikeANamedDelimiterSoThatItIsReadAsAHeader) {
  for (const std::string header : {"sep=", "sep=|"}) {
    std::string text;
    append_csv_row(text, std::vector<std::string>{header});
    EXPECT_THAT(read(text + "a\r\n").header, ElementsAre(header));
  }
}

TEST(Csv, TakesNoDelimiterThatLeavesQuotesAstray) {
  EXPECT_THAT(read("name,\"a;b;\"\"c;d\"\n").header, ElementsAre("name", "a;b;\"c;d"));
  EXPECT_THAT(read("name;size\nAnn;5\" disk\n").header, ElementsAre("name", "size"));
}

TEST(Csv, KeepsNewlinesInsideQuotesAndCountsThem) {
  const auto table = read("name,note\nAnn,\"one\n\ntwo, \"\"three\"\"\"\n\nBob,four\n");
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[0], (CsvRow{2, {"Ann", "one\n\ntwo, \"three\""}}));
  EXPECT_EQ(table.rows[1], (CsvRow{6, {"Bob", "four"}}));
}

TEST(Csv, ReportsRaggedLinesByNumberAndTakesTheOthers) {
  const auto table = read("a,b\n1,2\n3\n4,5,6\n7,8,,\n,\n9,\n");
  ASSERT_EQ(table.faults.size(), 2u);
  EXPECT_EQ(table.faults[0].row.line, 3);
  EXPECT_EQ(table.faults[1].row.line, 4);
  EXPECT_THAT(table.faults[1].reason, HasSubstr("three cells"));
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[1], (CsvRow{5, {"7", "8"}}));
  EXPECT_EQ(table.rows[2], (CsvRow{7, {"9", ""}}));
}

TEST(Csv, SaysWhereAQuotationMarkNeverEnds) {
  const auto table = read("a,b\n1,2\n3,\"4\n5,6\n");
  ASSERT_EQ(table.faults.size(), 1u);
  EXPECT_EQ(table.faults[0].row.line, 3);
  EXPECT_EQ(table.rows.size(), 1u);
}

TEST(Csv, RefusesWhatIsNoText) {
  for (const std::string& bytes : {std::string(), std::string("\n\n,,\n"), std::string("a,b\0c", 5),
                                   utf16(std::u16string_view(u"a\0b", 3), true), std::string("P\0K\0", 4)})
    EXPECT_FALSE(read_csv(bytes));
}

TEST(Csv, WritesNoCellThatASpreadsheetWouldRun) {
  for (const std::string cell : {"=1+1", "+44 20", "-5", "@SUM(A1)", "\tx", "\rx", "'=1", "''=1"}) {
    std::string text = "cell,next\r\n";
    const std::vector<std::string> cells{cell, "x"};
    append_csv_row(text, cells);
    const auto written = text.substr(text.find('\n') + 1);
    EXPECT_EQ(written[written[0] == '"' ? 1 : 0], '\'') << cell;
    EXPECT_EQ(read(text).rows.at(0).cells, cells) << cell;
  }
}

TEST(Csv, ReadsTwoHundredThousandLinesQuickly) {
  std::string text = "name,email,department,post,note\n";
  for (int i = 0; i < 200'000; ++i)
    text += "Ann Example " + std::to_string(i) + ",a" + std::to_string(i) +
            "@example.ac.uk,\"Law, Society\",Lecturer,\"Said \"\"hello\"\"\"\n";
  const auto begin = std::chrono::steady_clock::now();
  const auto table = read(text);
  EXPECT_EQ(table.rows.size(), 200'000u);
  EXPECT_EQ(table.rows.back().line, 200'001);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

RC_GTEST_PROP(Csv, ReadsWhatItWrote, (const std::vector<std::pair<std::string, std::string>>& pairs)) {
  std::string text = "a,b\r\n";
  std::vector<std::vector<std::string>> expected;
  for (const auto& [left, right] : pairs) {
    std::vector<std::string> cells{left, right};
    for (auto& cell : cells)
      for (char& c : cell)
        if (static_cast<unsigned char>(c) > 126 || c == 0) c = '"';
    append_csv_row(text, cells);
    if (!cells[0].empty() || !cells[1].empty()) expected.push_back(cells);
  }
  const auto table = read_csv(text);
  RC_ASSERT(table.ok());
  std::vector<std::vector<std::string>> found;
  for (const auto& row : table->rows) found.push_back(row.cells);
  RC_ASSERT(found == expected);
}

}  // namespace
}  // namespace rapport::spreadsheet
