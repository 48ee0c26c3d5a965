// CSV as spreadsheets make it: encodings, delimiters, quotes, ragged lines, formulas.
#include "spreadsheet/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <chrono>
#include <type_traits>

namespace rapport::spreadsheet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

CsvTable read(std::string_view bytes) {
  auto table = read_csv(bytes);
  EXPECT_TRUE(table) << (table ? "" : table.refusal().message);
  return table ? std::move(*table) : CsvTable{};
}

/// A row as it stands in the file.
struct Line {
  int number = 0;
  std::vector<std::string> cells = {};
  friend bool operator==(const Line&, const Line&) = default;
};
Line line_of(const CsvRow& row) {
  return {row.line, {row.cells.begin(), row.cells.end()}};
}
std::vector<Line> lines_of(const CsvTable& table) {
  std::vector<Line> lines;
  for (const auto& row : table.rows) lines.push_back(line_of(row));
  return lines;
}

struct Parts {
  CsvCut cut;
  std::vector<Line> lines = {};
  std::vector<Line> faults = {};
  std::size_t count = 0;
};
Parts read_in_parts(std::string_view bytes, std::size_t part_bytes) {
  std::vector<std::pair<int, std::string>> kept;
  const auto cut = cut_csv(
      bytes, [&](const CsvPart& part) { kept.emplace_back(part.first_line, part.text); }, part_bytes);
  EXPECT_TRUE(cut) << (cut ? "" : cut.refusal().message);
  if (!cut) return {};
  Parts parts{.cut = *cut, .count = kept.size()};
  for (const auto& [first_line, text] : kept) {
    const auto table = read_csv_part(cut->format, {.first_line = first_line, .text = text});
    for (const auto& row : table.rows) parts.lines.push_back(line_of(row));
    for (const auto& fault : table.faults) parts.faults.push_back(line_of(fault.row));
  }
  return parts;
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
    EXPECT_EQ(table.format.encoding, sample.encoding);
    EXPECT_EQ(table.format.delimiter, sample.delimiter) << sample.bytes;
    EXPECT_THAT(table.format.header, ElementsAre("name", "post"));
    ASSERT_EQ(table.rows.size(), 1u) << sample.bytes;
    EXPECT_THAT(table.rows[0].cells, ElementsAre("Siân Probe", "Reader"));
  }
}

TEST(Csv, TakesNoLineBreakForANamedDelimiter) {
  EXPECT_THAT(read("sep=\r\nname\r\n").format.header, ElementsAre("sep="));
}

TEST(Csv, WritesAHeaderThatLooksLikeANamedDelimiterSoThatItIsReadAsAHeader) {
  for (const std::string header : {"sep=", "sep=|"}) {
    std::string text;
    append_csv_row(text, std::vector<std::string>{header});
    EXPECT_THAT(read(text + "a\r\n").format.header, ElementsAre(header));
  }
}

TEST(Csv, TakesNoDelimiterThatLeavesQuotesAstray) {
  EXPECT_THAT(read("name,\"a;b;\"\"c;d\"\n").format.header, ElementsAre("name", "a;b;\"c;d"));
  EXPECT_THAT(read("name;size\nAnn;5\" disk\n").format.header, ElementsAre("name", "size"));
}

TEST(Csv, KeepsNewlinesInsideQuotesAndCountsThem) {
  const auto table = read("name,note\nAnn,\"one\n\ntwo, \"\"three\"\"\"\n\nBob,four\n");
  EXPECT_THAT(lines_of(table),
              ElementsAre(Line{2, {"Ann", "one\n\ntwo, \"three\""}}, Line{6, {"Bob", "four"}}));
}

TEST(Csv, ReportsRaggedLinesByNumberAndTakesTheOthers) {
  const auto table = read("a,b\n1,2\n3\n4,5,6\n7,8,,\n,\n9,\n");
  ASSERT_EQ(table.faults.size(), 2u);
  EXPECT_EQ(table.faults[0].row.line, 3);
  EXPECT_EQ(table.faults[1].row.line, 4);
  EXPECT_THAT(table.faults[1].reason, HasSubstr("three cells"));
  EXPECT_EQ(line_of(table.faults[1].row), (Line{4, {"4", "5", "6"}}));
  EXPECT_THAT(lines_of(table), ElementsAre(Line{2, {"1", "2"}}, Line{5, {"7", "8"}}, Line{7, {"9", ""}}));
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
    EXPECT_EQ(line_of(read(text).rows.at(0)).cells, cells) << cell;
  }
}

constexpr std::string_view mixed =
    "name,note\r\n"
    "Ann,\"said \"\"no\"\",\r\nthen yes\"\r\n"
    "\r\n"
    "Siân,'=1+1\r\n"
    "too,many,cells\r\n"
    "few\r\n"
    "Bo,\r\n"
    "\"\",\"\"\"\"\"\"\"\"\r\n"
    "Cy,last";
const std::vector<Line> mixed_lines{{2, {"Ann", "said \"no\",\r\nthen yes"}},
                                    {5, {"Siân", "=1+1"}},
                                    {8, {"Bo", ""}},
                                    {9, {"", "\"\"\""}},
                                    {10, {"Cy", "last"}}};
const std::vector<Line> mixed_faults{{6, {"too", "many", "cells"}}, {7, {"few"}}};

TEST(Csv, SaysTheSameInPartsOfAnySize) {
  for (std::size_t part_bytes = 1; part_bytes <= mixed.size(); ++part_bytes) {
    const auto parts = read_in_parts(mixed, part_bytes);
    EXPECT_EQ(parts.lines, mixed_lines) << part_bytes;
    EXPECT_EQ(parts.faults, mixed_faults) << part_bytes;
    EXPECT_EQ(parts.cut.records, 7);
    EXPECT_THAT(parts.cut.format.header, ElementsAre("name", "note"));
  }
  EXPECT_EQ(read_in_parts(mixed, 1).count, 7u) << "a blank line is no part";
  EXPECT_EQ(read_in_parts(mixed, mixed.size()).count, 1u);
}

TEST(Csv, CutsWhereverAPieceOfALongFileEnds) {
  // Pieces of 256 KB end inside characters, quotes and between CR and LF: the number in front moves all of
  // that.
  for (std::size_t shift = 0; shift < 40; ++shift) {
    std::string text = "name,note\r\n" + std::string(shift, 'x') + ",\r\n";
    std::vector<Line> expected{{2, {std::string(shift, 'x'), ""}}};
    if (shift == 0) expected.clear();
    for (int line = 3; text.size() < (300 << 10); line += 2) {
      text += "Siân,\"é\"\"é\r\né\"\r\n";
      expected.push_back({line, {"Siân", "é\"é\r\né"}});
    }
    const auto parts = read_in_parts(text, 10'000);
    ASSERT_EQ(parts.lines, expected) << shift;
    EXPECT_GT(parts.count, 20u);
  }
}

TEST(Csv, ReadsLongFilesOfEveryEncodingInParts) {
  std::u16string wide = u"name\tnote\r\n";
  std::string narrow = "name;note\r\n";
  std::vector<Line> expected;
  for (int line = 2; line < 40'002; ++line) {
    wide += u"Siân 𝄞\t“x”\r\n";
    narrow += "Si\xE2n;\x93x\x94\r\n";
    expected.push_back({line, {"Siân", "“x”"}});
  }
  EXPECT_EQ(read_in_parts(narrow, csv_part_bytes).lines, expected);
  for (auto& line : expected) line.cells[0] += " 𝄞";
  for (const bool is_little : {true, false}) {
    const auto parts = read_in_parts(utf16(wide, is_little), 100'000);
    EXPECT_EQ(parts.lines, expected);
    EXPECT_GT(parts.count, 5u);
  }
}

TEST(Csv, KeepsRowsWhereATableIsMoved) {
  auto first = read("a,b\n1,\"x\"\"y\"\n2\n");
  CsvTable second = std::move(first);
  std::vector<CsvTable> tables;
  tables.push_back(std::move(second));
  tables.reserve(100);
  first = read("a,b\n3,4\n");
  EXPECT_THAT(lines_of(tables[0]), ElementsAre(Line{2, {"1", "x\"y"}}));
  EXPECT_EQ(line_of(tables[0].faults.at(0).row), (Line{3, {"2"}}));
  EXPECT_THAT(lines_of(first), ElementsAre(Line{2, {"3", "4"}}));
  static_assert(!std::is_copy_constructible_v<CsvTable>, "a copy's rows would refer to the other's text");
}

TEST(Csv, StopsWhereAQuotationMarkStaysOpenForLong) {
  std::string text = "a,b\n1,2\n3,\"4\n";
  while (text.size() < 4 * csv_record_bytes_max) text += "5,6\n";
  std::size_t kept = 0;
  const auto cut = cut_csv(text, [&](const CsvPart& part) { kept += part.text.size(); });
  ASSERT_TRUE(cut);
  EXPECT_EQ(cut->records, 2);
  EXPECT_LT(kept, 2 * csv_record_bytes_max);
  const auto table = read(text);
  EXPECT_THAT(lines_of(table), ElementsAre(Line{2, {"1", "2"}}));
  ASSERT_EQ(table.faults.size(), 1u);
  EXPECT_EQ(line_of(table.faults[0].row), (Line{3, {"3"}}));
}

TEST(Csv, RefusesALineWithoutEnd) {
  const auto table = read_csv("a,b\n1,2\n" + std::string(2 * csv_record_bytes_max, 'x'));
  ASSERT_FALSE(table);
  EXPECT_THAT(table.refusal().message, HasSubstr("Line 3"));
}

TEST(Csv, RefusesTooManyLines) {
  std::string text = "a\n";
  for (std::size_t i = 0; i <= csv_rows_max; ++i) text += "1\n";
  EXPECT_FALSE(read_csv(text));
  EXPECT_TRUE(read_csv(std::string_view(text).substr(0, text.size() - 2)));
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

RC_GTEST_PROP(Csv, ReadsTheSameInPartsAsInOne,
              (const std::string& bytes, const std::vector<std::string>& notes)) {
  std::string text = "a,b\n" + bytes + "\n";
  for (const auto& note : notes) append_csv_row(text, std::vector<std::string>{note, "x"});
  std::erase(text, '\0');
  const auto whole = read_csv(text);
  RC_PRE(whole.ok());
  for (const std::size_t part_bytes : {1UL, 7UL, 50UL})
    RC_ASSERT(read_in_parts(text, part_bytes).lines == lines_of(*whole));
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
  for (const auto& row : table->rows) found.push_back(line_of(row).cells);
  RC_ASSERT(found == expected);
}

}  // namespace
}  // namespace rapport::spreadsheet
