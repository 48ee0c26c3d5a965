#include "base/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/any_text_test.hpp"

namespace rapport {
namespace {

using namespace std::string_literals;
using test::any_text;

TEST(Utf8, TakesEveryCharacterAndNothingElse) {
  for (char32_t c = 1; c < 0x110000; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string text;
    append_character(text, c);
    std::size_t at = 0;
    ASSERT_EQ(next_character(text, at), c);
    ASSERT_EQ(at, text.size());
    ASSERT_EQ(previous_begin(text, text.size()), 0U);
    ASSERT_TRUE(is_clean_utf8(text)) << static_cast<std::uint32_t>(c);
    ASSERT_FALSE(c >= 0x80 && is_clean_utf8(text.substr(0, text.size() - 1)));
  }
}

TEST(Utf8, RefusesOverlongSurrogatesCutOffAndNul) {
  for (const std::string& bad :
       {"\xC0\x80"s, "\xC1\xBF"s, "\xE0\x9F\xBF"s, "\xF0\x8F\xBF\xBF"s, "\xED\xA0\x80"s, "\xED\xBF\xBF"s,
        "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s, "\xFF"s, "\x80"s, "\xC3"s, "\xE2\x82"s, "\xF0\x9F\x98"s,
        "\0"s, "\xC3\x28"s}) {
    EXPECT_FALSE(is_clean_utf8(bad));
    EXPECT_FALSE(is_clean_utf8("eight bytes before it" + bad));
    EXPECT_FALSE(is_clean_utf8(bad + "eight bytes behind it"));
  }
}

TEST(Utf8, FindsABadByteWhereverItStands) {
  for (std::size_t length = 1; length < 40; ++length) {
    for (std::size_t at = 0; at < length; ++at) {
      std::string text(length, 'a');
      ASSERT_TRUE(is_clean_utf8(text));
      for (const char bad : {'\0', '\xFF', '\x80'}) {
        text[at] = bad;
        ASSERT_FALSE(is_clean_utf8(text)) << length << ' ' << at;
      }
    }
  }
}

RC_GTEST_PROP(Utf8, ReadsAnyBytesToTheEnd, (const std::string& bytes)) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t before = at;
    (void)next_character(bytes, at);
    RC_ASSERT(at > before && at <= bytes.size());
  }
}

TEST(Tidy, ComposesAndDropsWhatNobodySees) {
  EXPECT_EQ(tidy("Sia\u0302n"), "Siân");
  EXPECT_EQ(tidy("a\r\nb\rc\u2028d"), "a\nb\nc\nd");
  EXPECT_EQ(tidy("safe\u202Egnp.exe\u2066x\u2069"), "safegnp.exex");
  EXPECT_EQ(tidy("\uFEFFname\x07\x1B[0m\x7F\u0090"), "name[0m");
  EXPECT_EQ(tidy("one\ttwo"), "one two");
  EXPECT_EQ(tidy(" \u00A0\n two lines\n \u3000"), "two lines");
  EXPECT_EQ(tidy(""), "");
  EXPECT_EQ(tidy(" \n \t"), "");
}

TEST(Tidy, KeepsJoinersThatWordsAndEmojiNeed) {
  EXPECT_EQ(tidy("می\u200Cخواهم"), "می\u200Cخواهم");
  EXPECT_EQ(tidy("👩\u200D🏫"), "👩\u200D🏫");
}

TEST(TidyLine, MakesOneSpaceOfEveryRunOfWhiteSpace) {
  EXPECT_EQ(tidy_line("  Jane \n\t  Smith\u00A0\u2003Jones "), "Jane Smith Jones");
  EXPECT_EQ(tidy_line("\u200E \n"), "\u200E");
}

RC_GTEST_PROP(Tidy, ChangesNothingTheSecondTime, ()) {
  const std::string once = tidy(*any_text());
  RC_ASSERT(tidy(once) == once);
  RC_ASSERT(is_clean_utf8(once));
  const std::string line = tidy_line(once);
  RC_ASSERT(tidy_line(line) == line);
  RC_ASSERT(line.find('\n') == std::string::npos);
}

TEST(Trim, TakesOffWhiteSpaceOfAnyScriptAndNothingElse) {
  EXPECT_EQ(trim(" \t\n a b \u2003\u3000"), "a b");
  EXPECT_EQ(trim("é"), "é");
  EXPECT_EQ(trim("\u00A0"), "");
  EXPECT_EQ(trim("\x80\xFF"), "\x80\xFF");
}

TEST(Split, GivesEmptyPartsToo) {
  EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
}

TEST(Join, IsWhatSplitTakesApart) {
  EXPECT_EQ(join({"a", "b", "c"}, ", "), "a, b, c");
  EXPECT_EQ(join({}, ", "), "");
}

TEST(JoinWords, SpeaksLikeASentence) {
  EXPECT_EQ(join_words({}), "");
  EXPECT_EQ(join_words({"Tom"}), "Tom");
  EXPECT_EQ(join_words({"Tom", "Gwen"}), "Tom and Gwen");
  EXPECT_EQ(join_words({"Tom", "Priya", "Gwen"}), "Tom, Priya and Gwen");
}

TEST(FirstLetters, ChangeForTheirPlaceInASentence) {
  EXPECT_EQ(with_small_first("Phone call"), "phone call");
  EXPECT_EQ(with_small_first("MOOC"), "MOOC");
  EXPECT_EQ(with_small_first(""), "");
  EXPECT_EQ(with_capital_first("nine things"), "Nine things");
  EXPECT_EQ(with_capital_first("214 things"), "214 things");
}

TEST(CountWords, SpellsOutUpToTwelve) {
  EXPECT_EQ(count_words(0, "promise", "promises"), "no promises");
  EXPECT_EQ(count_words(1, "promise", "promises"), "one promise");
  EXPECT_EQ(count_words(2, "promise", "promises"), "two promises");
  EXPECT_EQ(count_words(12, "promise", "promises"), "twelve promises");
  EXPECT_EQ(count_words(13, "promise", "promises"), "13 promises");
  EXPECT_EQ(count_words(999, "promise", "promises"), "999 promises");
  EXPECT_EQ(count_words(1000, "promise", "promises"), "1,000 promises");
  EXPECT_EQ(count_words(1234567, "promise", "promises"), "1,234,567 promises");
  EXPECT_EQ(count_words(-1, "promise", "promises"), "-1 promises");
  EXPECT_EQ(count_words(-100, "promise", "promises"), "-100 promises");
}

}  // namespace
}  // namespace rapport
