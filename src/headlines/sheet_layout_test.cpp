// The page: one A4 whatever the content, no block on another, and words that can be read and copied.
#include "headlines/sheet_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <array>
#include <cstdio>
#include <fstream>
#include <iomanip>
#include <memory>
#include <sstream>

#include "headlines/sheet_files.hpp"
#include "support/test_database.hpp"

namespace rapport::headlines {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Everything that a sheet may hold, of a usual length.
SheetContent full_sheet() {
  SheetContent content{.department = "Nursing & Midwifery",
                       .library = "Northmoor University Library",
                       .year = "2025/26",
                       .meeting = "For our meeting on 12 November 2026",
                       .made_on = "2026-11-12"};
  Block months{.kind = BlockKind::months,
               .heading = "229 conversations, month by month",
               .note = "Busiest in October."};
  for (const auto& [name, count] : std::initializer_list<std::pair<const char*, int>>{{"August", 6},
                                                                                      {"September", 21},
                                                                                      {"October", 34},
                                                                                      {"November", 29},
                                                                                      {"December", 12},
                                                                                      {"January", 18},
                                                                                      {"February", 26},
                                                                                      {"March", 24},
                                                                                      {"April", 11},
                                                                                      {"May", 30},
                                                                                      {"June", 14},
                                                                                      {"July", 0}})
    months.months.push_back({name, count > 0 ? std::optional(count) : std::nullopt, false});
  content.blocks = {
      {.kind = BlockKind::say,
       .note = "We worked with **38 of your 47 staff** and taught **1,940 students**. E-books on placement "
               "is the one "
               "thing to fix together this year."},
      {.kind = BlockKind::numbers,
       .numbers = {{"a", "1,940", "students taught", "up 18 % from 1,644"},
                   {"b", "62", "teaching sessions", "up 9 % from 57"},
                   {"c", "96 %", "of reading lists checked", "up 8 points from 88 %"},
                   {"d", "£41k", "saved by your students", "by library e-textbooks"}}},
      {.kind = BlockKind::people,
       .heading = "Your staff and us",
       .levels = {{"working together", 13, 4},
                  {"in touch", 15, 3},
                  {"not yet met", 9, 0},
                  {"at other levels", 10, -1}}},
      {.kind = BlockKind::modules,
       .heading = "Modules we reached",
       .note = "Year 3 is the gap: 3 of 5.",
       .modules = {{"Year 1", 6, 7}, {"Year 2", 4, 6}, {"Year 3", 3, 5}, {"Masters", 5, 8}}},
      {.kind = BlockKind::topics,
       .heading = "What we talked about",
       .topics = {{"Reading lists", 64},
                  {"Teaching sessions", 41},
                  {"E-books on placement", 33},
                  {"Dissertations", 18}}},
      months,
      {.kind = BlockKind::chain,
       .heading = "One thing led to another",
       .chain = {{"message-circle", "A corridor chat", "in October"},
                 {"users", "Placement group", "invited us in"},
                 {"presentation", "Seven sessions", "in two modules"},
                 {"school", "412 students", "taught so far"}}},
      {.kind = BlockKind::asked,
       .heading = "You asked, we did",
       .asked = {{"Open until 22:00 in placement blocks.", true}, {"E-books in hospitals.", false}}},
      {.kind = BlockKind::together,
       .heading = "Together in 2026/27",
       .together = {{"Jan", "Dissertation search session in NURS3004", "Jane, Priya"},
                    {"Feb", "E-books working in all five trusts", "Priya, IT"}}},
      {.kind = BlockKind::quotation,
       .note = "They came to us before we had to ask.",
       .by = "Dr Siân Llŷr, quoted with permission"},
      {.kind = BlockKind::champions,
       .note = "**Library Champions:** Dr Jane Smith. **Your librarian:** Gwenllian Ŵyn."},
      {.kind = BlockKind::small_print, .note = "August 2025 to July 2026."}};
  return content;
}

std::string output_of(const std::string& command) {
  std::string text;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  if (pipe == nullptr) return text;
  std::array<char, 4096> buffer{};
  while (const auto read = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
    text.append(buffer.data(), read);
  return text;
}

/// What poppler says of a PDF: "pdfinfo", "pdftotext -layout", "pdffonts".
std::string poppler(const std::string& tool, const std::string& pdf, const std::string& end = "") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "sheet.pdf";
  std::ofstream(file, std::ios::binary) << pdf;
  return output_of(tool + " " + file.string() + end);
}

bool is_apart(const BlockBox& a, const BlockBox& b) {
  return a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01 || a.y + a.height <= b.y + 0.01 ||
         b.y + b.height <= a.y + 0.01;
}

/// Boxes on the page, none on another, and no type under 13 px.
void check(const SheetLayout& layout) {
  for (const auto& box : layout.boxes) {
    RC_ASSERT(box.x >= 0 && box.y >= 0);
    RC_ASSERT(box.x + box.width <= ui::paper_width + 0.01);
    RC_ASSERT(box.y + box.height <= ui::paper_height + 0.01);
    for (const auto& other : layout.boxes) RC_ASSERT(&box == &other || is_apart(box, other));
  }
  for (const auto& item : layout.page.items)
    if (const auto* text = std::get_if<ui::PaperText>(&item))
      RC_ASSERT(text->text.size >= 13 && text->y + text->text.height <= ui::paper_height + 0.01 &&
                text->x + text->text.width <= ui::paper_width + 0.01);
}

TEST(SheetLayout, AFullSheetFitsOnOnePage) {
  const auto layout = lay_out(full_sheet());
  EXPECT_TRUE(layout.fits()) << room_words(layout);
  EXPECT_THAT(room_words(layout), IsEmpty());
  EXPECT_EQ(layout.boxes.size(), full_sheet().blocks.size());
}

TEST(SheetLayout, ThePdfIsOneTaggedA4WithItsFontsInside) {
  const auto pdf = sheet_pdf(full_sheet());
  const auto info = poppler("pdfinfo", pdf);
  EXPECT_THAT(info, HasSubstr("Pages:           1"));
  EXPECT_THAT(info, HasSubstr("595.276 x 841.89 pts (A4)"));
  EXPECT_THAT(info, HasSubstr("Tagged:          yes"));
  EXPECT_THAT(info, HasSubstr("Headline page 2025/26, Nursing & Midwifery"));
  const auto fonts = poppler("pdffonts", pdf);
  EXPECT_THAT(fonts, HasSubstr("yes yes yes"));
  EXPECT_THAT(fonts, Not(HasSubstr(" no ")));
  EXPECT_THAT(poppler("pdfimages -list", pdf), Not(HasSubstr("image"))) << "vectors alone";
}

/// Figures of a PDF's structure with their words, and what the file says of itself.
struct Heard {
  std::vector<std::string> figures = {};
  std::string language = {};
  bool is_marked = false;
  bool shows_title = false;
  std::size_t pages = 0;
};
void hear(QPDFObjectHandle element, Heard& heard) {
  if (element.isArray()) {
    for (auto& one : element.aitems()) hear(one, heard);
    return;
  }
  if (!element.isDictionary()) return;
  if (element.getKey("/S").isNameAndEquals("/Figure"))
    heard.figures.push_back(element.hasKey("/Alt") ? element.getKey("/Alt").getUTF8Value() : "no words");
  hear(element.getKey("/K"), heard);
}
Heard heard_of(const std::string& pdf) {
  QPDF file;
  file.processMemoryFile("sheet", pdf.data(), pdf.size());
  auto root = file.getRoot();
  Heard heard{.pages = file.getAllPages().size()};
  heard.language = root.getKey("/Lang").getUTF8Value();
  heard.is_marked = root.getKey("/MarkInfo").getKey("/Marked").getBoolValue();
  heard.shows_title = root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue();
  hear(root.getKey("/StructTreeRoot"), heard);
  return heard;
}

TEST(SheetLayout, ThePdfSaysItsLanguageItsTitleAndTheWordsOfItsPictures) {
  const auto heard = heard_of(sheet_pdf(full_sheet()));
  EXPECT_EQ(heard.pages, 1U);
  EXPECT_EQ(heard.language, "en-GB");
  EXPECT_TRUE(heard.is_marked);
  EXPECT_TRUE(heard.shows_title);
  EXPECT_THAT(
      heard.figures,
      ElementsAre(
          "Your staff and us: 13 working together, 15 in touch, 9 not yet met, 10 at other levels.",
          "Modules we reached: Year 1 6 of 7, Year 2 4 of 6, Year 3 3 of 5, Masters 5 of 8.",
          "What we talked about: Reading lists 64, Teaching sessions 41, E-books on placement 33, "
          "Dissertations 18.",
          "229 conversations, month by month: August 6, September 21, October 34, November 29, December 12, "
          "January 18, February 26, March 24, April 11, May 30, June 14."));
  const auto sources = heard_of(sources_pdf(full_sheet()));
  EXPECT_EQ(sources.language, "en-GB");
  EXPECT_TRUE(sources.shows_title);
  EXPECT_THAT(sources.figures, IsEmpty());
}

TEST(SheetLayout, ReadersHearTwoWordsWhereALineEnds) {
  auto content = full_sheet();
  content.blocks.front().note =
      "Every word stands apart from the next, whatever line it ends and wherever another one begins, also in "
      "the middle.";
  const auto structure = poppler("pdfinfo -struct-text", sheet_pdf(content));
  EXPECT_THAT(structure, HasSubstr("from the next, whatever line it ends and wherever another one begins, "
                                   "also in the middle."));
  EXPECT_THAT(structure, HasSubstr("Nursing & Midwifery and the Library"));
  EXPECT_THAT(structure, HasSubstr("August 2025 to July 2026.")) << "cairo drops blanks that are drawn alone";
}

TEST(SheetLayout, WordsCanBeCopiedWithTheirLigaturesAndWelshLetters) {
  auto content = full_sheet();
  content.blocks.front().note = "The difficult office of Tŷ Gŵyn affects staff: ffi fl.";
  const auto text = poppler("pdftotext", sheet_pdf(content), " -");
  for (const auto* words : {"The difficult office of Tŷ Gŵyn affects staff: ffi fl.", "Nursing & Midwifery",
                            "1,940", "Dr Siân Llŷr, quoted with permission", "Gwenllian Ŵyn"})
    EXPECT_THAT(text, HasSubstr(words));
}

TEST(SheetLayout, BoldIsBold) {
  // cairo forgets a variable font's weight where it is an option of the drawing: the letters were embedded
  // thin.
  const auto pdf_of_face = [](ui::Face face) {
    ui::PaperPage page;
    page.items.push_back(ui::PaperText{50, 50, ui::set_text(ui::Run{"Hamburgefonts", face}, {.size = 40})});
    return poppler("pdftotext -bbox", ui::pdf_of(std::span(&page, 1), {}), " -");
  };
  EXPECT_NE(pdf_of_face(ui::Face::text), pdf_of_face(ui::Face::bold)) << "wider by its weight";
  const auto bold = sheet_pdf(full_sheet());
  EXPECT_THAT(poppler("pdffonts", bold), HasSubstr("Type 1C"))
      << "outlines at the weight, not the file's own";
}

TEST(SheetLayout, TheSameContentGivesTheSameBytes) {
  EXPECT_EQ(sheet_pdf(full_sheet()), sheet_pdf(full_sheet()));
  EXPECT_EQ(sheet_png(full_sheet()), sheet_png(full_sheet()));
}

/// Every block's box and every line's words with its place: what a reviewer can read.
std::string described(const SheetLayout& layout) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(1);
  for (const auto& box : layout.boxes)
    out << code(box.kind) << " at " << box.x << " " << box.y << ", " << box.width << " by " << box.height
        << "\n";
  for (const auto& item : layout.page.items)
    if (const auto* text = std::get_if<ui::PaperText>(&item))
      for (const auto& line : text->text.lines) {
        out << text->text.size << " px at " << text->x << " " << text->y + line.baseline << ", " << line.width
            << " wide: ";
        for (const auto& piece : line.pieces) out << piece.text;
        out << "\n";
      }
  return out.str();
}

TEST(SheetLayout, IsDrawnAsRendererOneDrewIt) {
  // A frozen page prints the same for ever. Where this file must change, raise renderer_version and keep the
  // old layout for pages that were frozen with it.
  ASSERT_EQ(renderer_version, 1);
  const auto drawn = described(lay_out(full_sheet()));
  std::ifstream file(RAPPORT_SOURCE_DIR "/test/golden/headline_sheet.txt");
  const std::string kept{std::istreambuf_iterator<char>(file), {}};
  if (drawn != kept) std::ofstream("headline_sheet.drawn.txt") << drawn;
  EXPECT_EQ(drawn, kept) << "headline_sheet.drawn.txt has what is drawn now";
}

TEST(SheetLayout, WhatIsTooLongIsNamed) {
  auto content = full_sheet();
  auto& asked = content.blocks[7].asked;
  for (int i = 0; i < 20; ++i) asked.push_back({"Another line of what you asked and we did.", true});
  const auto layout = lay_out(content);
  EXPECT_FALSE(layout.fits());
  EXPECT_THAT(room_words(layout), HasSubstr("mm too long"));
  EXPECT_THAT(room_words(layout), HasSubstr("“You asked, we did”"));
  EXPECT_THAT(poppler("pdfinfo", sheet_pdf(content)), HasSubstr("Pages:           1"));
}

TEST(SheetLayout, ASheetWithNothingIsStillAPage) {
  const auto layout = lay_out({.department = "Law", .library = "Library", .year = "2025/26"});
  EXPECT_TRUE(layout.fits());
  EXPECT_TRUE(layout.boxes.empty());
}

TEST(SheetLayout, VeryLongNamesAndVeryLargeNumbersStayInTheirPlaces) {
  auto content = full_sheet();
  content.department =
      std::string(40, 'W') + " of Nursing, Midwifery, Allied Health Professions and Social Work";
  content.library = "The Gwendolen Llewellyn Memorial Library of the University of Northmoor and Llanfair";
  for (auto& number : content.blocks[1].numbers) number.number = "999,999,999,999,999";
  check(lay_out(content));
}

std::string words_of(int most) {
  std::string words;
  const int count = *rc::gen::inRange(0, most);
  for (int i = 0; i < count; ++i) {
    const auto word =
        *rc::gen::element<std::string>("Tŷ", "library", "a", "Llanfairpwllgwyngyllgogerychwyrndrobwll",
                                       "students", "**strong**", "中文", "e-books", "100 %");
    words += (words.empty() ? "" : " ") + word;
  }
  return words;
}

Block any_block(BlockKind kind) {
  Block block{.kind = kind, .heading = words_of(12), .note = words_of(40), .by = words_of(8)};
  const auto some = [](int most) { return *rc::gen::inRange(0, most); };
  if (kind == BlockKind::numbers)
    for (int i = some(13); i > 0; --i)
      block.numbers.push_back({"code", words_of(2), words_of(5), words_of(8)});
  if (kind == BlockKind::people)
    for (int i = some(8); i > 0; --i) block.levels.push_back({words_of(4), some(2000), some(7) - 1});
  if (kind == BlockKind::modules)
    for (int i = some(7); i > 0; --i) block.modules.push_back({words_of(3), some(60), some(300) + 60});
  if (kind == BlockKind::topics)
    for (int i = some(6); i > 0; --i) block.topics.push_back({words_of(5), some(100'000)});
  if (kind == BlockKind::months)
    for (int i = 0; i < 12; ++i)
      block.months.push_back({"May", some(2) ? std::optional(some(100'000)) : std::nullopt, false});
  if (kind == BlockKind::chain)
    for (int i = some(4) + 1; i > 0; --i) block.chain.push_back({"users", words_of(5), words_of(6)});
  if (kind == BlockKind::asked)
    for (int i = some(9); i > 0; --i) block.asked.push_back({words_of(15), some(2) == 1});
  if (kind == BlockKind::together)
    for (int i = some(9); i > 0; --i) block.together.push_back({words_of(2), words_of(15), words_of(4)});
  return block;
}

RC_GTEST_PROP(SheetLayout, NoBlockStandsOnAnotherOrOffThePage, ()) {
  SheetContent content{
      .department = words_of(14), .library = words_of(9), .year = "2025/26", .meeting = words_of(10)};
  auto kinds = *rc::gen::container<std::vector<BlockKind>>(rc::gen::elementOf(block_kinds));
  std::ranges::sort(kinds);
  kinds.erase(std::ranges::unique(kinds).begin(), kinds.end());
  for (const auto kind : kinds) {
    auto block = any_block(kind);
    if (!block.is_empty()) content.blocks.push_back(std::move(block));
  }
  const auto layout = lay_out(content);
  check(layout);
  RC_ASSERT(layout.boxes.size() + layout.left_out.size() == content.blocks.size());
}

TEST(SheetSources, TakeAsManyPagesAsTheyNeed) {
  auto content = full_sheet();
  for (int i = 0; i < 12; ++i)
    content.sources.push_back({"Measure", "1,940 students", "1,644 students", "1,940 students, up 18 %.",
                               std::string(600, 'd') + " words", "SCONUL return"});
  EXPECT_GT(lay_out_sources(content).size(), 1U);
  EXPECT_EQ(lay_out_sources({}).size(), 1U);
}

}  // namespace
}  // namespace rapport::headlines
