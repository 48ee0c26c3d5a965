// What a handler asks of a request, and how the target and the forwarding headers are read.
#include "http/request.hpp"

#include <gtest/gtest.h>

#include "http/target.hpp"

namespace rapport::http {
namespace {

Request with_headers(std::vector<Header> headers) {
  Request request;
  request.headers = std::move(headers);
  return request;
}

TEST(Request, FindsAHeaderWhateverItsCase) {
  const auto request = with_headers({{"X-Thing", "1"}, {"x-thing", "2"}});
  EXPECT_EQ(request.header("x-THING"), "1");
  EXPECT_FALSE(request.header("x-thin"));
}

TEST(Request, ReadsCookiesOfAnyShape) {
  const auto request =
      with_headers({{"Cookie", "a=1;b=2 ;  c = \"three\"; junk; =x; d=; e=f=g"}, {"cookie", "h=4; a=9"}});
  EXPECT_EQ(request.cookie("a"), "1") << "the first counts";
  EXPECT_EQ(request.cookie("b"), "2");
  EXPECT_EQ(request.cookie("c"), "three");
  EXPECT_EQ(request.cookie("d"), "");
  EXPECT_EQ(request.cookie("e"), "f=g");
  EXPECT_EQ(request.cookie("h"), "4");
  EXPECT_FALSE(request.cookie("junk"));
  EXPECT_FALSE(request.cookie("A"));
  EXPECT_FALSE(Request().cookie("a"));
}

Request posted(std::string content_type, std::string body) {
  auto request = with_headers({{"Content-Type", std::move(content_type)}});
  request.body = std::move(body);
  return request;
}

TEST(Request, ReadsAFormByItsContentType) {
  const auto value = [](const Request& request) { return std::string(request.form().value("a")); };
  EXPECT_EQ(value(posted("Application/X-WWW-form-urlencoded; charset=utf-8", "a=1")), "1");
  EXPECT_EQ(value(posted("multipart/form-data; boundary=X",
                         "--X\r\nContent-Disposition: form-data; name=a\r\n\r\n2\r\n--X--\r\n")),
            "2");
  EXPECT_TRUE(posted("application/json", "a=1").form().fields().empty());
}

TEST(Request, KeepsItsFormForAsLongAsItLives) {
  const auto request = posted("application/x-www-form-urlencoded", "a=1&b=2");
  std::string names;
  for (const auto& field : request.form().fields()) names += field.name;
  EXPECT_EQ(names, "ab");
  EXPECT_EQ(&request.form(), &request.form());
}

TEST(Request, RefusesAFormThatCannotBeRead) {
  auto request = with_headers({{"Content-Type", "application/x-www-form-urlencoded"}});
  request.body = "a=%FF";
  EXPECT_THROW(static_cast<void>(request.form()), BadRequest);
}

TEST(Request, NamesMethodsBothWays) {
  for (const auto* word : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    EXPECT_EQ(method_name(parse_method(word)), word);
  EXPECT_EQ(parse_method("get"), Method::other);
  EXPECT_EQ(parse_method("BREW"), Method::other);
}

TEST(Target, IsDecodedIntoPathAndQuery) {
  Request request;
  ASSERT_TRUE(read_target("/people/Si%C3%A2n%20Rees/a%2Fb?q=two+words&q=%26", request));
  EXPECT_EQ(request.path, "/people/Siân Rees/a/b");
  EXPECT_EQ(request.raw_path(), "/people/Si%C3%A2n%20Rees/a%2Fb");
  EXPECT_EQ(request.query.values("q"), (std::vector<std::string_view>{"two words", "&"}));
}

TEST(Target, TakesTheAbsoluteFormWithoutItsHost) {
  for (const auto& [sent, meant] :
       {std::pair("http://127.0.0.1:8080/a?b=1", "/a?b=1"), {"HTTPS://host/", "/"}, {"http://host", "/"}}) {
    Request request;
    ASSERT_TRUE(read_target(sent, request)) << sent;
    EXPECT_EQ(request.target, meant);
  }
}

TEST(Target, RefusesWhatIsNoPathOfOurs) {
  for (const std::string_view target : {"",
                                        "*",
                                        "people",
                                        "?a=1",
                                        "host:443",
                                        "ftp://host/",
                                        "http://host?x",
                                        "//other.example/",
                                        "/\\other.example",
                                        "http://host//other.example/",
                                        "/a b",
                                        "/a\tb",
                                        "/a\x01",
                                        "/a\x7f",
                                        "/a#b",
                                        "/%",
                                        "/%4",
                                        "/%zz",
                                        "/%00",
                                        "/a?b=%00",
                                        "/%FF",
                                        "/\xff",
                                        "/%C3",
                                        "/a?b=%FF",
                                        "/a?b=%",
                                        "/..",
                                        "/a/../b",
                                        "/a/./b",
                                        "/%2e%2e/b",
                                        "/a/..%2Fb",
                                        "/.%2E"}) {
    Request request;
    EXPECT_FALSE(read_target(target, request)) << target;
  }
}

TEST(Target, TakesDotsThatAreNoStep) {
  for (const std::string_view target : {"/...", "/.well-known/x", "/a..b", "/a?x=/../", "/"}) {
    Request request;
    EXPECT_TRUE(read_target(target, request)) << target;
  }
}

const std::vector<std::string> proxies = {"127.0.0.1", "10.0.0.2"};

Request forwarded(std::string peer, std::vector<Header> headers) {
  auto request = with_headers(std::move(headers));
  request.peer = std::move(peer);
  read_forwarding(request, proxies);
  return request;
}

TEST(Forwarding, IsBelievedFromATrustedProxyOnly) {
  const std::vector<Header> headers = {{"X-Forwarded-For", "192.0.2.7"}, {"X-Forwarded-Proto", "https"}};
  const auto trusted = forwarded("127.0.0.1", headers);
  EXPECT_EQ(trusted.peer, "192.0.2.7");
  EXPECT_TRUE(trusted.is_secure);
  const auto stranger = forwarded("192.0.2.1", headers);
  EXPECT_EQ(stranger.peer, "192.0.2.1");
  EXPECT_FALSE(stranger.is_secure);
}

TEST(Forwarding, TakesTheLastAddressThatNoTrustedProxyHas) {
  EXPECT_EQ(forwarded("127.0.0.1", {{"X-Forwarded-For", "1.1.1.1, 192.0.2.7, 10.0.0.2"}}).peer, "192.0.2.7")
      << "what stands before it may be invented";
  EXPECT_EQ(forwarded("127.0.0.1", {{"X-Forwarded-For", "1.1.1.1"}, {"X-Forwarded-For", "2001:db8::7"}}).peer,
            "2001:db8::7");
  EXPECT_EQ(forwarded("127.0.0.1", {{"X-Forwarded-For", "10.0.0.2"}}).peer, "10.0.0.2");
}

TEST(Forwarding, DoesNotBelieveWhatIsNoAddress) {
  EXPECT_EQ(forwarded("127.0.0.1", {{"X-Forwarded-For", "unknown"}}).peer, "127.0.0.1");
  EXPECT_EQ(forwarded("127.0.0.1", {{"X-Forwarded-For", "1.2.3.4, <script>"}}).peer, "127.0.0.1");
  EXPECT_FALSE(forwarded("127.0.0.1", {{"X-Forwarded-Proto", "https, http"}}).is_secure);
  EXPECT_FALSE(forwarded("127.0.0.1", {}).is_secure);
}

}  // namespace
}  // namespace rapport::http
