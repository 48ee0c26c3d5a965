#include "base/email.hpp"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(Email, LowersTheDomainAlone) {
  EXPECT_EQ(parse_email(" Jo.Bloggs@Example.AC.UK "), "Jo.Bloggs@example.ac.uk");
  EXPECT_EQ(parse_email("a+b_c@x-y.example"), "a+b_c@x-y.example");
  EXPECT_EQ(parse_email("josé@bücher.example"), "josé@bücher.example");
  EXPECT_EQ(parse_email("o'neill@example.org"), "o'neill@example.org");
}

TEST(Email, RefusesWhatIsNoAddress) {
  for (const char* text : {"",
                           "@",
                           "jo",
                           "jo@",
                           "@example.org",
                           "jo@example",
                           "jo@@example.org",
                           "jo@a@example.org",
                           "jo@.org",
                           "jo@org.",
                           "jo@a..org",
                           "jo bloggs@example.org",
                           "jo@exam ple.org",
                           "jo\n@example.org",
                           "<jo@example.org>",
                           "jo@example.org,al@example.org",
                           ".jo@example.org",
                           "jo.@example.org",
                           "j..o@example.org",
                           "jo@-a.org",
                           "jo@a-.org",
                           "jo@exa_mple.org",
                           "jo\u200B@example.org",
                           "jo\xFF@example.org",
                           "jo@example.org\r\nBcc: x@y.z"}) {
    EXPECT_FALSE(parse_email(text)) << text;
  }
}

TEST(Email, KeepsToTheLengthsOfMail) {
  const std::string domain =
      "@" + std::string(60, 'a') + "." + std::string(60, 'b') + "." + std::string(60, 'c') + ".uk";
  EXPECT_TRUE(parse_email(std::string(64, 'x') + domain));
  EXPECT_FALSE(parse_email(std::string(65, 'x') + domain));
  EXPECT_FALSE(parse_email("x" + domain + std::string(80, 'd')));
}

}  // namespace
}  // namespace rapport
