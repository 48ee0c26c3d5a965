// Requests whole, in pieces, and in every shape that two readers could understand differently.
#include "http/parser.hpp"

#include <gtest/gtest.h>

#include <string>

namespace rapport::http {
namespace {

using namespace std::string_view_literals;

ServerOptions small_limits() {
  ServerOptions options;
  options.header_bytes_max = 1024;
  options.body_bytes_max = 100;
  options.upload_bytes_max = 10'000;
  options.upload_paths = {"/people/import"};
  return options;
}

const ServerOptions options = small_limits();

struct Outcome {
  int failure = 0;
  bool is_done = false;
  std::size_t taken = 0;
  Request request;
  bool keeps_alive = false;
};

/// Hands the bytes over in pieces, what was not taken again with the next, as a connection does.
Outcome read(std::string_view bytes, std::size_t piece = std::string_view::npos) {
  RequestParser parser(options);
  std::size_t taken = 0;
  std::size_t seen = 0;
  while (seen < bytes.size() && !parser.is_done() && parser.failure() == 0) {
    seen = std::min(bytes.size(), piece > bytes.size() ? bytes.size() : seen + piece);
    for (std::size_t count = 1; count > 0 && !parser.is_done() && parser.failure() == 0;) {
      count = parser.read(bytes.substr(taken, seen - taken));
      taken += count;
    }
  }
  return {parser.failure(), parser.is_done(), taken, parser.request(), parser.keeps_alive()};
}

std::string get(std::string_view headers) {
  return std::string("GET /people?q=1 HTTP/1.1\r\nHost: localhost\r\n").append(headers).append("\r\n");
}

std::string post(std::string_view headers, std::string_view body) {
  return std::string("POST /people HTTP/1.1\r\nHost: localhost\r\n")
      .append(headers)
      .append("\r\n")
      .append(body);
}

TEST(RequestParser, ReadsAHead) {
  const auto outcome = read(get("X-A:  b c \r\nx-empty:\r\n"));
  ASSERT_TRUE(outcome.is_done);
  EXPECT_EQ(outcome.request.method, Method::get);
  EXPECT_EQ(outcome.request.path, "/people");
  EXPECT_EQ(outcome.request.query.value("q"), "1");
  EXPECT_EQ(outcome.request.header("x-a"), "b c");
  EXPECT_EQ(outcome.request.header("X-Empty"), "");
  EXPECT_TRUE(outcome.keeps_alive);
}

TEST(RequestParser, ReadsTheSameInPiecesOfAnySize) {
  const std::vector<std::string> requests = {
      post("Content-Length: 11\r\n", "hello\r\n\r\nyo"),
      post("Transfer-Encoding: chunked\r\n",
           "5\r\nhello\r\n6;x=\"y\"\r\n\r\n\r\nyo\r\n0\r\nX-Trailer: 1\r\n\r\n")};
  for (const auto& text : requests)
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
      const auto outcome = read(text, piece);
      ASSERT_TRUE(outcome.is_done) << piece;
      EXPECT_EQ(outcome.taken, text.size());
      EXPECT_EQ(outcome.request.body, "hello\r\n\r\nyo");
      EXPECT_FALSE(outcome.request.header("X-Trailer")) << "a trailer adds nothing";
    }
}

TEST(RequestParser, ReadsABodyOfNoChunksInPieces) {
  const auto text = post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n");
  for (std::size_t piece = 1; piece <= text.size(); ++piece) EXPECT_TRUE(read(text, piece).is_done) << piece;
}

TEST(RequestParser, StopsWhereTheNextRequestBegins) {
  const auto first = post("Content-Length: 2\r\n", "hi");
  const auto outcome = read(first + get(""));
  EXPECT_TRUE(outcome.is_done);
  EXPECT_EQ(outcome.taken, first.size());
  EXPECT_EQ(outcome.request.body, "hi");
}

TEST(RequestParser, PassesOverEmptyLinesBeforeARequest) {
  EXPECT_TRUE(read("\r\n\r\n" + get("")).is_done);
  EXPECT_TRUE(read("\r\n\r\n" + get(""), 1).is_done);
}

TEST(RequestParser, IsUsedAgainForTheNextRequest) {
  RequestParser parser(options);
  static_cast<void>(parser.read(get("X-A: 1\r\n")));
  parser.begin();
  EXPECT_FALSE(parser.is_done());
  static_cast<void>(parser.read(post("Content-Length: 1\r\n", "x")));
  EXPECT_EQ(parser.request().method, Method::post);
  EXPECT_FALSE(parser.request().header("X-A"));
}

TEST(RequestParser, KnowsWhoWantsToClose) {
  EXPECT_FALSE(read(get("Connection: close\r\n")).keeps_alive);
  EXPECT_FALSE(read(get("Connection: x, Close\r\n")).keeps_alive);
  EXPECT_FALSE(read("GET / HTTP/1.0\r\n\r\n").keeps_alive);
  EXPECT_FALSE(read("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").keeps_alive);
}

TEST(RequestParser, WaitsForContinueOnlyWhereABodyComes) {
  RequestParser parser(options);
  const auto head = post("Content-Length: 2\r\nExpect: 100-Continue\r\n", "");
  EXPECT_EQ(parser.read(head), head.size());
  EXPECT_TRUE(parser.expects_continue());
  EXPECT_EQ(parser.read("hi"), 2U);
  EXPECT_FALSE(parser.expects_continue());
  EXPECT_TRUE(read(get("Expect: 100-continue\r\n")).is_done);
  EXPECT_EQ(read(post("Content-Length: 2\r\nExpect: a miracle\r\n", "hi")).failure, 417);
}

struct Case {
  const char* why;
  std::string text;
  int status;
};

void PrintTo(const Case& wrong, std::ostream* out) {
  *out << wrong.why;
}

class Refused : public testing::TestWithParam<Case> {};

TEST_P(Refused, WholeAndByteByByte) {
  EXPECT_EQ(read(GetParam().text).failure, GetParam().status);
  EXPECT_EQ(read(GetParam().text, 1).failure, GetParam().status);
}

INSTANTIATE_TEST_SUITE_P(
    Smuggling, Refused,
    testing::Values(
        Case{"two lengths that differ", post("Content-Length: 2\r\nContent-Length: 3\r\n", "abc"), 400},
        Case{"two lengths that agree", post("Content-Length: 2\r\nContent-Length: 2\r\n", "ab"), 400},
        Case{"a list of lengths", post("Content-Length: 2, 2\r\n", "ab"), 400},
        Case{"a length with a sign", post("Content-Length: +2\r\n", "ab"), 400},
        Case{"a negative length", post("Content-Length: -2\r\n", "ab"), 400},
        Case{"a length in hex", post("Content-Length: 0x2\r\n", "ab"), 400},
        Case{"an empty length", post("Content-Length:\r\n", "ab"), 400},
        Case{"a length that no number holds", post("Content-Length: 99999999999999999999\r\n", "ab"), 400},
        Case{"length and encoding", post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
             400},
        Case{"encoding and length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"),
             400},
        Case{"two encodings",
             post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
        Case{"chunked not last", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"), 400},
        Case{"chunked among others", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 400},
        Case{"an unknown encoding", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 400},
        Case{"an empty encoding", post("Transfer-Encoding:\r\n", ""), 400},
        Case{"a blank before the colon", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), 400},
        Case{"a length with a blank before the colon", post("Content-Length : 2\r\n", "ab"), 400},
        Case{"chunks from HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        Case{"a folded line", get("X-A: 1\r\n 2\r\n"), 400},
        Case{"a line folded with a tab", get("X-A: 1\r\n\t2\r\n"), 400},
        Case{"a folded first line", "GET / HTTP/1.1\r\n Host: x\r\n\r\n", 400}));

INSTANTIATE_TEST_SUITE_P(
    Chunks, Refused,
    testing::Values(
        Case{"no size", post("Transfer-Encoding: chunked\r\n", "\r\nab\r\n0\r\n\r\n"), 400},
        Case{"a size that is no number", post("Transfer-Encoding: chunked\r\n", "xy\r\nab\r\n"), 400},
        Case{"a size with a sign", post("Transfer-Encoding: chunked\r\n", "-1\r\nab\r\n"), 400},
        Case{"a size with 0x", post("Transfer-Encoding: chunked\r\n", "0x2\r\nab\r\n0\r\n\r\n"), 400},
        Case{"a size that no number holds", post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n"),
             400},
        Case{"more bytes than said", post("Transfer-Encoding: chunked\r\n", "2\r\nabc\r\n0\r\n\r\n"), 400},
        Case{"fewer bytes than said", post("Transfer-Encoding: chunked\r\n", "3\r\nab\r\n0\r\n\r\n"), 400},
        Case{"a bare line feed", post("Transfer-Encoding: chunked\r\n", "2\nab\r\n0\r\n\r\n"), 400},
        Case{"a bare carriage return", post("Transfer-Encoding: chunked\r\n", "2\rab\r\n0\r\n\r\n"), 400},
        Case{"an extension that is none", post("Transfer-Encoding: chunked\r\n", "2 x\r\nab\r\n0\r\n\r\n"),
             400},
        Case{"an endless extension", post("Transfer-Encoding: chunked\r\n", "2;" + std::string(2000, 'x')),
             400},
        Case{"trailers that are too long",
             post("Transfer-Encoding: chunked\r\n", "0\r\nX: " + std::string(1100, 'x') + "\r\n\r\n"), 400},
        Case{"endless trailers", post("Transfer-Encoding: chunked\r\n", "0\r\nX: " + std::string(2000, 'x')),
             400},
        Case{"a chunk that is longer than a body may be",
             post("Transfer-Encoding: chunked\r\n", "65\r\nabcde"), 413},
        Case{"more than a body may have",
             post("Transfer-Encoding: chunked\r\n",
                  "60\r\n" + std::string(96, 'x') + "\r\n5\r\nabcde\r\n0\r\n\r\n"),
             413}));

INSTANTIATE_TEST_SUITE_P(
    Heads, Refused,
    testing::Values(Case{"no host", "GET / HTTP/1.1\r\n\r\n", 400},
                    Case{"two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400},
                    Case{"a host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
                    Case{"a host with a user", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400},
                    Case{"no version", "GET /\r\nHost: a\r\n\r\n", 400},
                    Case{"another version", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400},
                    Case{"two blanks", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Case{"a tab", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Case{"a method that is no word", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Case{"a target that is no path", "GET people HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Case{"a step up", "GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Case{"NUL in the path", "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Case{"bad UTF-8 in the path", "GET /%FF HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Case{"bad UTF-8 in the query", "GET /?q=%FF HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Case{"bad UTF-8 in a header", get("X-A: \xff\r\n"), 400},
                    Case{"NUL in a header", get("X-A: a\0b\r\n"sv), 400},
                    Case{"a control character in a header", get("X-A: a\x01\r\n"), 400},
                    Case{"a bare carriage return in a header", get("X-A: a\rb\r\n"), 400},
                    Case{"a bare line feed in a header", get("X-A: a\nX-B: b\r\n"), 400},
                    Case{"a header without a name", get(": b\r\n"), 400},
                    Case{"a header without a colon", get("X-A\r\n"), 400},
                    Case{"a header name with a blank", get("X A: b\r\n"), 400},
                    Case{"a header name in other letters", get("X-\xc3\xbc: b\r\n"), 400},
                    Case{"a head that is too long", get("X-A: " + std::string(2000, 'x') + "\r\n"), 431},
                    Case{"a head that never ends", "GET / HTTP/1.1\r\nX: " + std::string(2000, 'x'), 431},
                    Case{"a target that never ends", "GET /" + std::string(2000, 'x'), 431},
                    Case{"a body that is too long", post("Content-Length: 101\r\n", ""), 413},
                    Case{"a body that is much too long", post("Content-Length: 18446744073709551615\r\n", ""),
                         413}));

TEST(RequestParser, RefusesMoreHeadersThanAnyoneSends) {
  std::string headers;
  for (int i = 0; i < 256; ++i) headers += "A:\r\n";
  EXPECT_EQ(read("GET / HTTP/1.1\r\n" + headers + "\r\n").failure, 431);
}

TEST(RequestParser, TakesALargeBodyOnAnUploadPathOnly) {
  const std::string body(10'000, 'x');
  const auto to = [&](std::string_view path, std::size_t length) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(length) +
           "\r\n\r\n" + body;
  };
  EXPECT_EQ(read(to("/people/import", 10'000)).request.body, body);
  EXPECT_EQ(read(to("/people/import?x=1", 10'000)).request.body, body);
  EXPECT_EQ(read(to("/people/import", 10'001)).failure, 413);
  EXPECT_EQ(read(to("/people/import/", 10'000)).failure, 413);
  EXPECT_EQ(read(to("/people", 10'000)).failure, 413);
}

}  // namespace
}  // namespace rapport::http
