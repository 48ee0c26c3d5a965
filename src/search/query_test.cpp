// What is typed into find as words.
#include "search/query.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/snippet.hpp"

namespace rapport::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string shown(const std::vector<Piece>& pieces) {
  std::string text;
  for (const auto& piece : pieces) text += piece.is_hit ? "[" + piece.text + "]" : piece.text;
  return text;
}

TEST(Query, LooksForAWordAsWrittenAndWithoutItsEndingAndTheLastAlsoAsABeginning) {
  const auto words = words_of_query("Placements Siân");
  ASSERT_EQ(words.terms.size(), 2u);
  EXPECT_THAT(words.terms[0].forms, ElementsAre("placements", "placement"));
  EXPECT_EQ(words.terms[0].beginning, "");
  EXPECT_THAT(words.terms[1].forms, ElementsAre("sian"));
  EXPECT_EQ(words.terms[1].beginning, "sian");
}

TEST(Query, TakesOperatorsForWords) {
  const auto words = words_of_query(R"("a" OR b* NEAR( -x "quoted" col:umn)");
  EXPECT_THAT(words.folded, ElementsAre("a", "or", "b", "near", "x", "quoted", "col", "umn"));
  for (const auto& term : words.terms)
    for (const auto& form : term.forms)
      EXPECT_EQ(form.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), std::string::npos);
}

TEST(Query, LeavesSingleLettersToNamesAndSaysSo) {
  const auto words = words_of_query("x ray j");
  EXPECT_THAT(words.folded, ElementsAre("x", "ray", "j"));
  ASSERT_EQ(words.terms.size(), 1u);
  EXPECT_THAT(words.left_out, ElementsAre("x", "j"));
}

TEST(Query, LooksForOneCharacterOfHan) {
  const auto words = words_of_query("書");
  ASSERT_EQ(words.terms.size(), 1u);
  EXPECT_THAT(words.terms[0].forms, ElementsAre("書"));
  EXPECT_EQ(words.terms[0].beginning, "");
}

TEST(Query, TakesEightDifferentWordsAndSaysWhichOthersWereThere) {
  const auto words = words_of_query("one two three four two five six seven eight nine ten");
  EXPECT_EQ(words.terms.size(), terms_max);
  EXPECT_THAT(words.left_out, ElementsAre("nine", "ten"));
}

TEST(Query, StandsTenThousandCharactersWithoutAnEnd) {
  EXPECT_THAT(words_of_query(std::string(10'000, 'x')).terms, IsEmpty());
  std::string many;
  while (many.size() < 10'000) many += "word" + std::to_string(many.size()) + " ";
  EXPECT_EQ(words_of_query(many).terms.size(), terms_max);
}

TEST(Query, IsEmptyWhereNoWordWasTyped) {
  EXPECT_TRUE(words_of_query("").empty());
  EXPECT_TRUE(words_of_query("  !? -- \"").empty());
}

TEST(Query, MatchesANameByItsWordsTheLastOneBegun) {
  EXPECT_TRUE(matches_name({"midwifery", "nur"}, "nursing & midwifery"));
  EXPECT_FALSE(matches_name({"nur", "midwifery"}, "nursing & midwifery"));
  EXPECT_TRUE(matches_name({"lists"}, "reading-lists"));
  EXPECT_FALSE(matches_name({}, "reading-lists"));
}

TEST(Snippet, MarksEachWordThatWasLookedFor) {
  const auto words = words_of_query("placement guid");
  EXPECT_EQ(shown(snippet_of("The placements guide, for Placement week.", words.terms)),
            "The [placements] [guide], for [Placement] week.");
}

TEST(Snippet, MarksAccentedWords) {
  EXPECT_EQ(shown(snippet_of("Spoke with Siân.", words_of_query("sian").terms)), "Spoke with [Siân].");
}

TEST(Snippet, ShowsTheWordsAroundAHitFarIntoTheNote) {
  std::string note;
  for (int i = 0; i < 2000; ++i) note += "plain words here ";
  const auto text =
      shown(snippet_of(note + "then the atlas was found" + note, words_of_query("atlas").terms));
  EXPECT_THAT(text, testing::StartsWith("… "));
  EXPECT_THAT(text, testing::HasSubstr("then the [atlas] was found"));
  EXPECT_THAT(text, testing::EndsWith("…"));
  EXPECT_LT(text.size(), 180u);
}

TEST(Snippet, BeginsWithTheNoteWhereTheHitIsElsewhere) {
  EXPECT_EQ(shown(snippet_of("About journals.", words_of_query("corridor").terms)), "About journals.");
  EXPECT_THAT(snippet_of("", words_of_query("corridor").terms), IsEmpty());
}

TEST(Snippet, CutsBetweenCharacters) {
  std::string note = "atlas ";
  for (int i = 0; i < 400; ++i) note += "é";
  const auto text = shown(snippet_of(note, words_of_query("atlas").terms));
  EXPECT_THAT(text, testing::EndsWith("é…"));
}

}  // namespace
}  // namespace rapport::search
