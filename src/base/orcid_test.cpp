#include "base/orcid.hpp"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(Orcid, TakesTheSpellingsPeopleUse) {
  for (const char* text : {"0000-0002-1825-0097", "0000000218250097", "https://orcid.org/0000-0002-1825-0097",
                           "http://orcid.org/0000-0002-1825-0097/", "orcid.org/0000-0002-1825-0097",
                           "https://www.orcid.org/0000-0002-1825-0097", "  0000-0002-1825-0097\n"}) {
    EXPECT_EQ(parse_orcid(text), "0000-0002-1825-0097") << text;
  }
}

TEST(Orcid, KnowsTheCheckCharacterX) {
  EXPECT_EQ(parse_orcid("0000-0002-1694-233X"), "0000-0002-1694-233X");
  EXPECT_EQ(parse_orcid("000000021694233x"), "0000-0002-1694-233X");
}

TEST(Orcid, RefusesAnyOneDigitMistyped) {
  const std::string good = "0000-0002-1825-0097";
  for (std::size_t at = 0; at < good.size(); ++at) {
    if (good[at] == '-') continue;
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string typed = good;
      typed[at] = digit;
      EXPECT_EQ(parse_orcid(typed).has_value(), typed == good) << typed;
    }
  }
}

TEST(Orcid, RefusesTwoNeighboursSwapped) {
  EXPECT_FALSE(parse_orcid("0000-0002-8125-0097"));
  EXPECT_FALSE(parse_orcid("0000-0002-1825-0079"));
}

TEST(Orcid, RefusesOtherThings) {
  for (const char* text :
       {"", "-", "0000-0002-1825-009", "0000-0002-1825-00977", "00-00-0002-1825-0097", "0000--0002-1825-0097",
        "0000-0002-1825-0097-", "X000-0002-1825-0097", "https://example.org/0000-0002-1825-0097",
        "0000 0002 1825 0097", "０000-0002-1825-0097"}) {
    EXPECT_FALSE(parse_orcid(text)) << text;
  }
}

}  // namespace
}  // namespace rapport
