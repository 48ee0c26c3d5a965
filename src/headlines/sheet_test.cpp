// Content as it is kept, drafts and their rules.
#include "headlines/sheet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "headlines/sheet_draft.hpp"
#include "headlines/sheet_shapes.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Sheet, HasAtLeastTwelveKindsOfBlocks) {
  EXPECT_GE(block_kinds.size(), 12U);
  for (const auto kind : block_kinds) EXPECT_EQ(block_kind_of(code(kind)), kind);
}

TEST(Sheet, WordsBetweenStarsStandOut) {
  EXPECT_THAT(
      emphasised("We taught **1,940** of you."),
      ElementsAre(Emphasis{"We taught ", false}, Emphasis{"1,940", true}, Emphasis{" of you.", false}));
  EXPECT_THAT(emphasised("2 ** 3"), ElementsAre(Emphasis{"2 ** 3", false}))
      << "a star without its twin is a star";
  EXPECT_THAT(emphasised(""), IsEmpty());
  EXPECT_EQ(without_emphasis("**all** of it"), "all of it");
}

TEST(Sheet, ContentReadsBackAsItWasWritten) {
  SheetContent content{
      .department = "Tŷ \"quoted\"", .library = "L", .year = "2025/26", .is_provisional = true};
  content.blocks.push_back(
      {.kind = BlockKind::months, .heading = "h", .months = {{"May", {}, true}, {"June", 7, false}}});
  content.blocks.push_back({.kind = BlockKind::modules, .modules = {{"Year 1", 6, 7}, {"Year 2", 1, {}}}});
  content.blocks.push_back({.kind = BlockKind::asked, .asked = {{"One", false}}});
  content.sources.push_back({"n", "1", "2", "s", "d", "o"});
  const auto text = write_content(content);
  const auto read = read_content(text);
  ASSERT_TRUE(read);
  EXPECT_EQ(write_content(*read), text);
  EXPECT_FALSE(read->blocks[0].months[0].count);
}

TEST(Sheet, ContentOfAnotherFormIsNotRead) {
  EXPECT_FALSE(read_content("{}"));
  EXPECT_FALSE(read_content("{\"form\": 99}"));
  EXPECT_FALSE(read_content("no JSON"));
}

TEST(SheetDraft, ReadsBackAsItWasWritten) {
  SheetDraft draft{.blocks = {BlockKind::own, BlockKind::say},
                   .measures = {"visits", "loans"},
                   .story = Id<Story>{7},
                   .words = {{"say.note", "Hello"}, {"asked.lines", "One\n~ Two"}}};
  EXPECT_EQ(read_draft(write_draft(draft)), draft);
  EXPECT_EQ(read_draft(write_draft(new_draft())), new_draft());
}

TEST(SheetDraft, TakesWhatIsTypedOfOneBlock) {
  const SheetDraft there{.blocks = {BlockKind::say, BlockKind::chain},
                         .measures = {"visits"},
                         .story = Id<Story>{7},
                         .words = {{"say.note", "Old"}, {"say.heading", "Gone"}, {"chain.1.title", "A"}}};
  const SheetDraft typed{.blocks = {},
                         .measures = {"loans"},
                         .story = Id<Story>{8},
                         .words = {{"say.note", "New"}, {"chain.1.title", "B"}}};
  auto expected = there;
  expected.words = {{"say.note", "New"}, {"chain.1.title", "A"}};
  EXPECT_EQ(with_block(there, BlockKind::say, typed), expected);
  expected = there;
  expected.words["chain.1.title"] = "B";
  expected.story = Id<Story>{8};
  EXPECT_EQ(with_block(there, BlockKind::chain, typed), expected);
  expected = there;
  expected.measures = {"loans"};
  EXPECT_EQ(with_block(there, BlockKind::numbers, typed), expected);
  EXPECT_FALSE(says_the_same(there, typed, BlockKind::say));
  EXPECT_TRUE(says_the_same(there, with_block(there, BlockKind::chain, typed), BlockKind::say));
}

TEST(SheetDraft, TidyingTwiceChangesNothing) {
  const auto once =
      tidied({.blocks = {BlockKind::say, BlockKind::say},
              .measures = {"visits", "", "visits"},
              .words = {{"say.heading", "  two \n lines "}, {"own.note", " a\n\nb "}, {"meeting", "  "}}});
  EXPECT_THAT(once.blocks, SizeIs(1));
  EXPECT_THAT(once.measures, ElementsAre("visits"));
  EXPECT_EQ(once.written("say.heading"), "two lines");
  EXPECT_EQ(once.written("own.note"), "a\n\nb");
  EXPECT_EQ(once.words.size(), 2U) << "what is empty is the made words again";
  EXPECT_EQ(tidied(once), once);
}

TEST(SheetDraft, HasFaultsWhereItIsTooMuch) {
  const auto fields = [](const SheetDraft& draft) {
    std::vector<std::string> names;
    for (const auto& fault : faults_of(draft)) names.push_back(fault.field);
    return names;
  };
  EXPECT_THAT(fields(new_draft()), IsEmpty());
  EXPECT_THAT(fields({}), ElementsAre("blocks"));
  auto draft = new_draft();
  for (int i = 0; i < 13; ++i) draft.measures.push_back("m" + std::to_string(i));
  draft.words = {{"asked.lines", "1\n2\n3\n4\n5\n6\n7\n8\n9"},
                 {"modules.Year 1.of", "many"},
                 {"own.note", std::string(601, 'a')},
                 {"say.heading", std::string(161, 'a')}};
  EXPECT_THAT(fields(draft),
              ElementsAre("measures", "asked.lines", "modules.Year 1.of", "own.note", "say.heading"));
}

TEST(SheetDraft, LinesAreReadAndWritten) {
  const auto asked = read_asked(" Open late \n\n~ E-books\n~");
  ASSERT_EQ(asked.size(), 2U);
  EXPECT_TRUE(asked[0].is_done);
  EXPECT_FALSE(asked[1].is_done);
  EXPECT_EQ(write_asked(asked), "Open late\n~ E-books");
  const auto together = read_together("Jan | Guide | Jane\nWords alone\n | | ");
  ASSERT_EQ(together.size(), 2U);
  EXPECT_EQ(together[0].who, "Jane");
  EXPECT_EQ(together[1].words, "Words alone");
}

TEST(SheetShapes, AFigureStandsForMoreWhereThereAreMany) {
  using headlines::pictogram_of;
  const std::vector<LevelCount> few{{"a", 47, 3}};
  EXPECT_EQ(pictogram_of(few).people_of_one, 1);
  EXPECT_EQ(pictogram_of(few).tones.size(), 47U);
  const std::vector<LevelCount> many{{"a", 390, 3}, {"b", 1, 2}};
  EXPECT_EQ(pictogram_of(many).people_of_one, 5);
  EXPECT_EQ(pictogram_of(many).tones.size(), 79U) << "whoever is alone has a figure too";
}

RC_GTEST_PROP(SheetShapes, FiguresFitAndNobodyIsLeftOut, ()) {
  std::vector<LevelCount> levels;
  const int count = *rc::gen::inRange(0, 8);
  for (int i = 0; i < count; ++i)
    levels.push_back({"level", *rc::gen::oneOf(rc::gen::inRange(0, 60), rc::gen::inRange(0, 2'000'000)), i});
  const auto pictogram = headlines::pictogram_of(levels);
  RC_ASSERT(pictogram.tones.size() <= static_cast<std::size_t>(headlines::figures_max));
  for (const auto& level : levels)
    RC_ASSERT((level.count > 0) == (std::ranges::count(pictogram.tones, level.tone) > 0));
}

TEST(SheetShapes, NumbersStandInEvenRows) {
  const std::pair<std::size_t, std::size_t> table[] = {{1, 1}, {3, 3}, {4, 4}, {5, 3}, {6, 3},
                                                       {7, 4}, {8, 4}, {9, 3}, {12, 4}};
  for (const auto& [numbers, columns] : table)
    EXPECT_EQ(headlines::number_columns(numbers), columns) << numbers;
}

}  // namespace
}  // namespace rapport
