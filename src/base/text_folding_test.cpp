#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <thread>

#include "base/any_text_test.hpp"
#include "base/text.hpp"

namespace rapport {
namespace {

using test::any_text;
using Words = std::vector<std::string>;

TEST(Fold, TakesOffMarksAndCapitals) {
  EXPECT_EQ(fold("Siân O’Neill"), "sian o'neill");
  EXPECT_EQ(fold("SIA\u0302N"), "sian");
  EXPECT_EQ(fold("Łukasz Ørsted Ægir Straße Þór Đặng Œuvre"), "lukasz orsted aegir strasse thor dang oeuvre");
  EXPECT_EQ(fold("İnan Yıldız"), "inan yildiz");
  EXPECT_EQ(fold("Δοκιμή ΟΔΟΣ"), "δοκιμη οδοσ");
  EXPECT_EQ(fold("Ёлка"), "елка");
  EXPECT_EQ(fold("ﬁne Ｆｕｌｌ ②"), "fine full 2");
}

TEST(Fold, MakesApostrophesAndDashesPlain) {
  EXPECT_EQ(fold("O'Neill O’Neill OʼNeill O´Neill O`Neill"), "o'neill o'neill o'neill o'neill o'neill");
  EXPECT_EQ(fold("a–b—c‐d−e‑f"), "a-b-c-d-e-f");
}

TEST(Fold, KeepsMarksThatAreLettersElsewhere) {
  EXPECT_EQ(fold("नमस्ते"), "नमस्ते");
  EXPECT_EQ(fold("ガ"), "ガ");
  EXPECT_EQ(fold("ｶﾞ"), "ガ");
  EXPECT_EQ(fold("한국어"), "한국어");
  EXPECT_EQ(fold("王小明"), "王小明");
}

TEST(Fold, DropsWhatNobodySees) {
  EXPECT_EQ(fold("co\u00ADop\u200Bx\uFE0F"), "coopx");
}

RC_GTEST_PROP(Fold, ChangesNothingTheSecondTime, ()) {
  const std::string once = fold(*any_text());
  RC_ASSERT(fold(once) == once);
  RC_ASSERT(is_clean_utf8(once));
}

/// The quick ways through the table must agree with ICU, which an ideograph behind cannot disturb.
RC_GTEST_PROP(Fold, FoldsAPartAsTheWhole, ()) {
  const std::string left = *any_text();
  const std::string right = *any_text();
  RC_ASSERT(fold(left + "\n" + right) == fold(left) + "\n" + fold(right));
}

TEST(FoldedWords, PartsAtHyphensAndJoinsAtApostrophes) {
  EXPECT_EQ(folded_words("Siân O’Neill-Jones, 3rd floor (C12)"),
            (Words{"sian", "oneill", "jones", "3rd", "floor", "c12"}));
  EXPECT_EQ(folded_words("'quoted' rock'n'roll x''y '"), (Words{"quoted", "rocknroll", "x", "y"}));
  EXPECT_EQ(folded_words(""), Words{});
  EXPECT_EQ(folded_words(" -- …!"), Words{});
  EXPECT_EQ(folded_words("\u0301 e\u0301"), Words{"e"});
}

TEST(FoldedWords, FindsEachCharacterOfChineseAndJapanese) {
  EXPECT_EQ(folded_words("王小明met佐藤"), (Words{"王", "小", "明", "met", "佐", "藤"}));
  EXPECT_EQ(folded_words("がっこう"), (Words{"が", "っ", "こ", "う"}));
}

TEST(WordPlaces, PointAtTheTextAsWritten) {
  const std::string text = "Ask Siân O’Neill: placements!";
  std::vector<std::string> written;
  for (const WordPlace& place : word_places(text)) {
    written.push_back(text.substr(place.begin, place.end - place.begin));
  }
  EXPECT_EQ(written, (Words{"Ask", "Siân", "O’Neill", "placements"}));
}

RC_GTEST_PROP(WordPlaces, HoldTheFoldedWords, ()) {
  const std::string text = *any_text();
  Words words;
  std::size_t last_end = 0;
  for (const WordPlace& place : word_places(text)) {
    words.push_back(place.folded);
    RC_ASSERT(place.begin < place.end && place.end <= text.size());
    RC_ASSERT(place.end >= last_end);
    RC_ASSERT(is_clean_utf8(std::string_view(text).substr(place.begin, place.end - place.begin)));
    last_end = place.end;
  }
  RC_ASSERT(words == folded_words(text));
  RC_ASSERT(words == folded_words(fold(text)));
}

TEST(Stem, TakesOffEnglishEndings) {
  EXPECT_EQ(stem("placements"), "placement");
  EXPECT_EQ(stem("running"), "run");
  EXPECT_EQ(stem("libraries"), stem("library"));
  EXPECT_EQ(stem("王"), "王");
  EXPECT_EQ(stem(""), "");
}

TEST(Stem, GivesEachThreadItsOwnWord) {
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&wrong, i] {
      const std::string word = "thread" + std::string(i + 1, 'x');
      for (int k = 0; k < 2000; ++k) wrong[i] += stem(word + "s") == word ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace rapport
