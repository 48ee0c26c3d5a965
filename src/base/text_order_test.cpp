#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/any_text_test.hpp"
#include "base/text.hpp"

namespace rapport {
namespace {

using test::any_text;

TEST(SortKey, FilesNamesAsALibraryDoes) {
  const std::vector<std::string> filed = {"adams",   "Ædan",  "Afolabi",  "Oakley", "Öberg", "Obi",
                                          "O’Neill", "Oneko", "Smith Bo", "Smithe", "Zoë",   "王"};
  std::vector<std::string> sorted = filed;
  std::reverse(sorted.begin(), sorted.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& left, const auto& right) { return sort_key(left) < sort_key(right); });
  EXPECT_EQ(sorted, filed);
}

TEST(SortKey, PassesOverCapitalsAndApostrophesButNotAccents) {
  EXPECT_EQ(sort_key("SMITH"), sort_key("smith"));
  EXPECT_EQ(sort_key("O'Neill"), sort_key("O’Neill"));
  EXPECT_EQ(sort_key("O'Neill"), sort_key("ONeill"));
  EXPECT_LT(sort_key("resume"), sort_key("résumé"));
  EXPECT_LT(sort_key("résumé"), sort_key("resumes"));
  EXPECT_EQ(sort_key("e\u0301"), sort_key("é"));
}

RC_GTEST_PROP(SortKey, IsLowerCaseHex, ()) {
  const std::string key = sort_key(*any_text());
  RC_ASSERT(key.size() % 2 == 0);
  RC_ASSERT(key.find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST(CharacterCount, CountsWhatAPersonCounts) {
  EXPECT_EQ(character_count(""), 0U);
  EXPECT_EQ(character_count("Siân"), 4U);
  EXPECT_EQ(character_count("Sia\u0302n"), 4U);
  EXPECT_EQ(character_count("👩🏽\u200D🏫🇬🇧"), 2U);
  EXPECT_EQ(character_count("a\r\nb"), 3U);
}

TEST(Shorten, CutsBetweenCharactersAndSaysSo) {
  EXPECT_EQ(shorten("reading", 7), "reading");
  EXPECT_EQ(shorten("reading lists", 9), "reading…");  // no space before the dots
  EXPECT_EQ(shorten("reading lists", 1), "…");
  EXPECT_EQ(shorten("reading lists", 0), "");
  EXPECT_EQ(shorten("", 3), "");
  EXPECT_EQ(shorten("ee\u0301e\u0301e", 3), "ee\u0301…");
  EXPECT_EQ(shorten("👩🏽\u200D🏫👩🏽\u200D🏫👩🏽\u200D🏫", 2), "👩🏽\u200D🏫…");
}

RC_GTEST_PROP(Shorten, IsNeverLongerThanAsked, ()) {
  const std::string text = *any_text();
  const auto characters = *rc::gen::inRange<std::size_t>(0, 30);
  const std::string cut = shorten(text, characters);
  RC_ASSERT(character_count(cut) <= characters);
  RC_ASSERT(is_clean_utf8(cut));
  RC_ASSERT((cut == text) == (character_count(text) <= characters || text.empty()));
}

}  // namespace
}  // namespace rapport
