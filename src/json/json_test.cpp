// JSON read with limits and written back the same.
#include "json/json.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace rapport::json {
namespace {

std::string again(std::string_view text) {
  const auto value = parse(text);
  return value ? write(*value) : "refused";
}

TEST(Json, WritesWhatItReadInTheSameOrder) {
  for (const std::string text :
       {R"({"b":1,"a":[true,false,null],"c":{"d":-2.5}})", R"("Siân said \"yes\"\n\\ \t\r \u0001")", "[]",
        "{}", "9223372036854775807", "-9223372036854775808", "1.0", "1e+300", "0.1"})
    EXPECT_EQ(again(text), text);
}

TEST(Json, ReadsLongTextsWithEscapesWhole) {
  const auto text = "{\"" + std::string(700, 'k') + "\\n\":\"" + std::string(1000, 'x') + "\\t" +
                    std::string(1000, 'y') + "\"}";
  EXPECT_EQ(again(text), text);
}

TEST(Json, RefusesWhatIsNoJson) {
  for (const std::string_view text : {"", " ", "{", "[1,]", "{'a':1}", "{\"a\":}", "nul", "[1] x", "\"\x01\"",
                                      "// a", "NaN", "01", "\"\\u00zz\""})
    EXPECT_FALSE(parse(text)) << text;
}

TEST(Json, RefusesNulAndTextThatIsNotUtf8) {
  EXPECT_FALSE(parse(R"("a\u0000b")"));
  EXPECT_FALSE(parse(R"({"a\u0000b":1})"));
  EXPECT_FALSE(parse(std::string_view("\"a\0b\"", 5)));
  EXPECT_FALSE(parse("\"\xff\""));
  EXPECT_FALSE(parse("\"\xc3\""));
  EXPECT_FALSE(parse("\"\xed\xa0\x80\"")) << "a surrogate is no character";
  EXPECT_FALSE(parse(R"("\ud800")")) << "half a pair is no character";
}

TEST(Json, TakesSixtyFourLevelsAndNoMore) {
  EXPECT_TRUE(parse(std::string(64, '[') + std::string(64, ']')));
  EXPECT_FALSE(parse(std::string(65, '[') + std::string(65, ']')));
  EXPECT_FALSE(parse(std::string(500'000, '[')));
}

TEST(Json, RefusesMoreValuesThanAnyoneSends) {
  std::string text = "[1";
  for (int i = 0; i < 100'000; ++i) text += ",1";
  EXPECT_FALSE(parse(text + "]"));
}

TEST(Json, FindsAMemberAndNothingInWhatIsNoObject) {
  const auto value = parse(R"({"name":"Priya","ids":[1,2]})");
  ASSERT_TRUE(value && value->find("name") != nullptr);
  EXPECT_EQ(*value->find("name")->string(), "Priya");
  EXPECT_EQ(value->find("ids")->array()->size(), 2U);
  EXPECT_EQ(value->find("name")->array(), nullptr);
  EXPECT_EQ(value->find("age"), nullptr);
  EXPECT_EQ(parse("[1]")->find("name"), nullptr);
}

TEST(Json, KeepsNumbersThatAreTooLargeForAWholeNumber) {
  EXPECT_EQ(again("18446744073709551615"), "18446744073709551616.0");
}

TEST(Json, ReadsADecimalToTheLastPlace) {
  for (const auto* text :
       {"111111111111111111111111", "0.1234567890123456789", "1.7976931348623157e308", "5e-324"}) {
    const auto once = again(text);
    EXPECT_EQ(again(once), once) << text;
    EXPECT_EQ(std::strtod(once.c_str(), nullptr), std::strtod(text, nullptr));
  }
}

TEST(Json, TakesATinyNumberAsNoughtAndRefusesOneThatIsTooLarge) {
  EXPECT_EQ(again("1e-999"), "0.0");
  EXPECT_EQ(again("1e999"), "refused");
}

TEST(Json, WritesNullForWhatJsonCannotSay) {
  EXPECT_EQ(write(Array{NAN, std::numeric_limits<double>::infinity()}), "[null,null]");
}

TEST(Json, WritesValuesMadeInPlace) {
  EXPECT_EQ(write(Object{{"n", 3}, {"on", true}, {"who", "Tom"}, {"none", nullptr}}),
            R"({"n":3,"on":true,"who":"Tom","none":null})");
}

}  // namespace
}  // namespace rapport::json
