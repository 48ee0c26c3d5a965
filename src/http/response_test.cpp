// Cookies, the head of an answer, and compression.
#include "http/response.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libdeflate.h>

#include "http/head.hpp"

namespace rapport::http {
namespace {

using namespace std::string_view_literals;
using testing::HasSubstr;
using testing::Not;

constexpr Instant noon{1'794'571'200'000};  // Friday 13 November 2026

std::string header_of(const Response& response, std::string_view name) {
  for (const auto& header : response.headers)
    if (header.name == name) return header.value;
  return "";
}

TEST(SetCookie, WritesWhatABrowserKeeps) {
  EXPECT_EQ(set_cookie({.name = "__Host-session", .value = "abc"}),
            "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax");
  EXPECT_EQ(set_cookie({.name = "view",
                        .value = "",
                        .max_age_seconds = -1,
                        .same_site = SameSite::strict,
                        .is_http_only = false,
                        .is_secure = false}),
            "view=; Path=/; Max-Age=0; SameSite=Strict");
  EXPECT_THAT(set_cookie({.name = "a", .value = "b", .max_age_seconds = 60}), HasSubstr("; Max-Age=60;"));
}

TEST(SetCookie, RefusesWhatABrowserWouldDrop) {
  EXPECT_THROW(static_cast<void>(set_cookie({.name = "__Host-a", .value = "b", .is_secure = false})),
               std::logic_error);
  EXPECT_THROW(static_cast<void>(set_cookie({.name = "__Secure-a", .value = "b", .is_secure = false})),
               std::logic_error);
  for (const auto* name : {"", "a b", "a=b", "a;b"})
    EXPECT_THROW(static_cast<void>(set_cookie({.name = name, .value = "b"})), std::logic_error) << name;
  for (const auto* value : {"a b", "a;b", "a\r\nb", "a\"b", "ü", "a,b"})
    EXPECT_THROW(static_cast<void>(set_cookie({.name = "a", .value = value})), std::logic_error) << value;
}

TEST(ResponseHead, CarriesDateTypeAndLength) {
  EXPECT_EQ(
      response_head(plain_text(404, "none\n").with("X-A", "1"), noon, true),
      "HTTP/1.1 404 Not Found\r\nDate: Fri, 13 Nov 2026 12:00:00 GMT\r\n"
      "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 5\r\nConnection: close\r\nX-A: 1\r\n\r\n");
}

TEST(ResponseHead, HasNoLengthWhereThereCanBeNoBody) {
  for (const int status : {204, 304})
    EXPECT_THAT(response_head(plain_text(status, "x"), noon, false), Not(HasSubstr("Content-")));
  EXPECT_THAT(response_head(see_other("/a"), noon, false),
              HasSubstr("Content-Length: 0\r\nLocation: /a\r\n"));
}

TEST(ResponseHead, RefusesWhatWouldEndItsLine) {
  for (const std::string_view value : {"a\r\nSet-Cookie: x=y"sv, "a\n"sv, "\r"sv, "a\0b"sv, "\x7f"sv})
    EXPECT_THROW(static_cast<void>(response_head(see_other(std::string(value)), noon, false)),
                 std::logic_error);
  for (const auto* name :
       {"", "A B", "A:", "A\r\n", "Content-Length", "transfer-encoding", "Connection", "Date"})
    EXPECT_THROW(static_cast<void>(response_head(Response().with(name, "1"), noon, false)), std::logic_error)
        << name;
  Response response;
  response.content_type = "text/html\r\nX: y";
  EXPECT_THROW(static_cast<void>(response_head(response, noon, false)), std::logic_error);
}

TEST(HttpDate, IsInTheFormOfTheStandard) {
  EXPECT_EQ(http_date({784'111'777'000}), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date({951'782'399'999}), "Mon, 28 Feb 2000 23:59:59 GMT");
}

Request taking(std::string_view codings) {
  Request request;
  request.headers = {{"Accept-Encoding", std::string(codings)}};
  return request;
}

Response page(std::size_t bytes, std::string type = "text/html; charset=utf-8") {
  Response response;
  response.content_type = std::move(type);
  response.body = std::string(bytes, 'x');
  return response;
}

std::string coding_for(std::string_view codings) {
  auto response = page(2000);
  compress(response, taking(codings));
  return header_of(response, "Content-Encoding");
}

TEST(Compress, GivesBackTheSameText) {
  auto response = page(0);
  for (int i = 0; i < 2000; ++i) response.body += "line " + std::to_string(i) + "\n";
  const auto text = response.body;
  compress(response, taking("br, gzip"));
  EXPECT_LT(response.body.size(), text.size() / 2);
  EXPECT_EQ(header_of(response, "Content-Encoding"), "gzip");
  EXPECT_EQ(header_of(response, "Vary"), "Accept-Encoding");
  std::string back(text.size(), '\0');
  auto* unpacker = libdeflate_alloc_decompressor();
  EXPECT_EQ(libdeflate_gzip_decompress(unpacker, response.body.data(), response.body.size(), back.data(),
                                       back.size(), nullptr),
            LIBDEFLATE_SUCCESS);
  libdeflate_free_decompressor(unpacker);
  EXPECT_EQ(back, text);
}

TEST(Compress, HonoursWhatTheClientTakes) {
  for (const auto* codings : {"gzip", "GZIP", "deflate, gzip;q=1.0", "gzip;q=0.001", "*", "*;q=0.1", "x-gzip",
                              "identity;q=0, gzip ; q=0.5", "gzip, *;q=0"})
    EXPECT_EQ(coding_for(codings), "gzip") << codings;
  for (const auto* codings :
       {"", "br", "identity", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", "gzipx"})
    EXPECT_EQ(coding_for(codings), "") << codings;
}

TEST(Compress, LeavesSmallThingsAndOtherTypesAlone) {
  auto small = page(860);
  compress(small, taking("gzip"));
  EXPECT_EQ(small.body.size(), 860U);
  EXPECT_EQ(header_of(small, "Vary"), "Accept-Encoding") << "a longer one would differ";
  auto picture = page(5000, "image/png");
  compress(picture, taking("gzip"));
  EXPECT_TRUE(picture.headers.empty());
  auto packed = page(5000).with("Content-Encoding", "br");
  compress(packed, taking("gzip"));
  EXPECT_EQ(packed.body.size(), 5000U);
  EXPECT_EQ(packed.headers.size(), 1U);
}

TEST(Compress, AddsToAVaryThatIsThere) {
  auto response = page(2000).with("Vary", "Cookie");
  compress(response, taking("gzip"));
  EXPECT_EQ(header_of(response, "Vary"), "Cookie, Accept-Encoding");
  auto there = page(2000).with("Vary", "cookie, accept-encoding");
  compress(there, taking("gzip"));
  EXPECT_EQ(header_of(there, "Vary"), "cookie, accept-encoding");
}

TEST(Compress, TakesABodyThatLivesInTheProgram) {
  static const std::string asset(4000, 'y');
  Response response{.content_type = "text/css", .static_body = asset};
  compress(response, taking("gzip"));
  EXPECT_LT(response.content().size(), 200U);
}

}  // namespace
}  // namespace rapport::http
