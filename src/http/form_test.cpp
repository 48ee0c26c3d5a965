// Forms of both kinds, as browsers and as others send them.
#include "http/form.hpp"
#include "http/uploaded_file.hpp"

#include <gtest/gtest.h>

namespace rapport::http {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view type = "multipart/form-data; boundary=XX";

std::string part(std::string_view head, std::string_view value) {
  return std::string("--XX\r\n").append(head).append("\r\n\r\n").append(value).append("\r\n");
}

std::string named(std::string_view name, std::string_view value) {
  return part("Content-Disposition: form-data; name=\"" + std::string(name) + "\"", value);
}

TEST(Form, ReadsFieldsInOrderWithRepeats) {
  const auto form = parse_urlencoded("name=Si%C3%A2n+Rees&topic=1&topic=2&empty=&bare");
  ASSERT_TRUE(form);
  EXPECT_EQ(form->value("name"), "Siân Rees");
  EXPECT_EQ(form->values("topic"), (std::vector<std::string_view>{"1", "2"}));
  EXPECT_EQ(form->value("topic"), "1");
  EXPECT_TRUE(form->has("empty"));
  EXPECT_TRUE(form->has("bare"));
  EXPECT_FALSE(form->has("absent"));
  EXPECT_EQ(form->value("absent"), "");
  EXPECT_EQ(form->fields().size(), 5U);
}

TEST(Form, PassesOverEmptyPairs) {
  EXPECT_EQ(parse_urlencoded("")->fields().size(), 0U);
  EXPECT_EQ(parse_urlencoded("&&a=1&&")->fields().size(), 1U);
}

TEST(Form, RefusesBadPercentNulAndBadUtf8) {
  for (const auto text : {"a=%"sv, "a=%4"sv, "a=%zz"sv, "a=%00"sv, "%00=a"sv, "a=b\0"sv, "a=%FF"sv,
                          "a=\xff"sv, "a=%C3"sv, "a=%ED%A0%80"sv, "a=%C0%80"sv})
    EXPECT_FALSE(parse_urlencoded(text)) << text;
}

TEST(Form, RefusesMoreFieldsThanAnyFormHas) {
  std::string text = "a";
  for (int i = 0; i < 4'999; ++i) text += "&a";
  EXPECT_TRUE(parse_urlencoded(text));
  EXPECT_FALSE(parse_urlencoded(text + "&a"));
}

TEST(Form, ReadsWholeNumbersOnly) {
  const auto form = parse_urlencoded("a=12&b=-3&c=1.5&d=&e=99999999999999999999&f=+7&g=7x&h=0x1");
  EXPECT_EQ(form->number("a"), 12);
  EXPECT_EQ(form->number("b"), -3);
  EXPECT_EQ(form->number("f"), 7) << "blanks around it do no harm";
  for (const auto* name : {"c", "d", "e", "g", "h", "absent"}) EXPECT_FALSE(form->number(name)) << name;
}

TEST(Form, PercentEncodesWhatAnAddressCannotHoldAndBack) {
  EXPECT_EQ(percent_encode("a b/ü-._~&"), "a%20b%2F%C3%BC-._~%26");
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  EXPECT_EQ(percent_decode(percent_encode(every_byte)), every_byte);
}

TEST(Multipart, ReadsTextAndFiles) {
  const auto body = named("note", "Two\r\nlines – kept") +
                    part(
                        "content-disposition: form-data; name=\"sheet\"; filename=\"people.csv\"\r\n"
                        "Content-Type: text/csv",
                        "\"a\nb\",\"c\r\nd\"\r\n") +
                    "--XX--\r\n";
  const auto form = parse_multipart(type, body);
  ASSERT_TRUE(form);
  EXPECT_EQ(form->value("note"), "Two\r\nlines – kept");
  const auto* file = form->file("sheet");
  ASSERT_NE(file, nullptr);
  EXPECT_EQ(file->file_name, "people.csv");
  EXPECT_EQ(file->content_type, "text/csv");
  EXPECT_EQ(file->value, "") << "a form does not copy its files";
  EXPECT_EQ(uploaded_file(type, body, "sheet"), "\"a\nb\",\"c\r\nd\"\r\n")
      << "quoted new lines are the file's own";
  EXPECT_EQ(uploaded_file(type, body, "note"), std::nullopt);
  EXPECT_EQ(uploaded_file("text/plain", body, "sheet"), std::nullopt);
  EXPECT_EQ(form->file("note"), nullptr);
}

TEST(Multipart, KeepsTheRawBytesOfAFile) {
  std::string bytes("\0\xff\r\n--X\r\n\r\n--\x80", 14);
  const auto body =
      part("Content-Disposition: form-data; name=\"f\"; filename=\"b\"\r\nContent-Transfer-Encoding: base64",
           bytes) +
      "--XX--";
  const auto form = parse_multipart(type, body);
  ASSERT_TRUE(form && form->file("f") != nullptr);
  EXPECT_EQ(uploaded_file(type, body, "f"), bytes);
}

TEST(Multipart, ReadsFileNamesAsBrowsersSendThem) {
  const auto name_of = [](std::string_view sent) {
    const auto form = parse_multipart(
        type, part("Content-Disposition: form-data; name=\"f\"; " + std::string(sent), "x") + "--XX--");
    return form && form->file("f") != nullptr ? form->file("f")->file_name : "none";
  };
  EXPECT_EQ(name_of("filename=\"Siân’s list.csv\""), "Siân’s list.csv");
  EXPECT_EQ(name_of("filename=\"a%22b.csv\""), "a\"b.csv");
  EXPECT_EQ(name_of("filename=\"a%0D%0Ab.csv\""), "a b.csv");
  EXPECT_EQ(name_of("filename=\"C:\\\\Users\\\\tom\\\\a.csv\""), "a.csv");
  EXPECT_EQ(name_of("filename=\"../../etc/passwd\""), "passwd");
  EXPECT_EQ(name_of("filename=plain.csv"), "plain.csv");
  EXPECT_EQ(name_of("filename=\"\""), "none") << "an input left empty is no file";
}

TEST(Multipart, TakesWhatStandsBeforeTheFirstAndAfterTheLastBoundary) {
  const auto form = parse_multipart(type, "before\r\n" + named("a", "1") + "--XX--\r\nafter");
  ASSERT_TRUE(form);
  EXPECT_EQ(form->value("a"), "1");
  EXPECT_EQ(parse_multipart(type, "--XX--")->fields().size(), 0U);
}

TEST(Multipart, RefusesWhatIsMalformed) {
  const std::vector<std::string> bodies = {
      "",
      "--XX",
      "no boundary",
      named("a", "1"),
      named("a", "1") + "--XX",
      named("a", "1") + "--XXjunk\r\n\r\n",
      "--XX\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XX--",
      "--XX\r\n\r\nx\r\n--XX--",
      part("no colon", "x") + "--XX--",
      "--XX\r\nContent-Disposition: form-data; name=a\r\n--XX--",
  };
  for (const auto& body : bodies) EXPECT_FALSE(parse_multipart(type, body)) << body;
  const auto sound = named("a", "1") + "--XX--";
  for (const auto* content_type :
       {"multipart/form-data", "multipart/form-data; boundary=", "", "boundary=XX"})
    EXPECT_FALSE(parse_multipart(content_type, sound)) << content_type;
  EXPECT_FALSE(parse_multipart("multipart/form-data; boundary=" + std::string(201, 'X'), sound));
}

TEST(Multipart, RefusesTextAndNamesThatAreNotCleanUtf8) {
  EXPECT_FALSE(parse_multipart(type, named("a", "\xff") + "--XX--"));
  EXPECT_FALSE(parse_multipart(type, named("a", "x\0y"sv) + "--XX--"));
  EXPECT_FALSE(parse_multipart(type, named("\xff", "x") + "--XX--"));
  EXPECT_FALSE(parse_multipart(
      type, part("Content-Disposition: form-data; name=\"f\"; filename=\"\xff.csv\"", "x") + "--XX--"));
}

TEST(Multipart, TakesTwoHundredPartsAndNoMore) {
  std::string body;
  for (int i = 0; i < 200; ++i) body += named("a", "1");
  EXPECT_TRUE(parse_multipart(type, body + "--XX--"));
  EXPECT_FALSE(parse_multipart(type, body + named("a", "1") + "--XX--"));
}

TEST(Multipart, NeverSplitsAPartAgain) {
  std::string inner = "--Y\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--Y--";
  const auto body =
      part("Content-Disposition: form-data; name=\"a\"\r\nContent-Type: multipart/mixed; boundary=Y", inner) +
      "--XX--";
  const auto form = parse_multipart(type, body);
  ASSERT_TRUE(form);
  EXPECT_EQ(form->fields().size(), 1U);
  EXPECT_EQ(form->value("a"), inner);
}

}  // namespace
}  // namespace rapport::http
