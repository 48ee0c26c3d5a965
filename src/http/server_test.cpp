// The server as a client meets it, over a real socket.
#include "http/server.hpp"

#include "http/uploaded_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "support/http_client.hpp"
#include "support/running_server.hpp"

namespace rapport::http {
namespace {

using namespace std::chrono_literals;
using test::HttpClient;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Server, AnswersWithDateTypeAndLength) {
  Running running;
  HttpClient client(running.server.port());
  const auto reply = client.send("POST", "/a%20b?c=d", {}, "body");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "POST /a b body");
  EXPECT_EQ(reply.header("Content-Type"), "text/plain; charset=utf-8");
  EXPECT_THAT(reply.header("Date"), HasSubstr(" GMT"));
  EXPECT_FALSE(reply.has_header("Connection"));
}

TEST(Server, GivesEachRequestAnIdAPeerAndNoSecurityOfItsOwn) {
  Running running([](Request& request) {
    return plain_text(200, request.id + " " + request.peer + (request.is_secure ? " secure" : " open"));
  });
  HttpClient client(running.server.port());
  const auto first = client.get("/", {{"X-Forwarded-For", "192.0.2.7"}, {"X-Forwarded-Proto", "https"}}).body;
  const auto second = client.get("/").body;
  EXPECT_THAT(first, testing::EndsWith(" 127.0.0.1 open"));
  EXPECT_EQ(first.find(' '), 12U);
  EXPECT_NE(first.substr(0, 12), second.substr(0, 12));
}

TEST(Server, BelievesATrustedProxy) {
  auto options = quick();
  options.trusted_proxies = {"127.0.0.1"};
  Running running(
      [](Request& request) { return plain_text(200, request.peer + (request.is_secure ? " secure" : "")); },
      options);
  HttpClient client(running.server.port());
  EXPECT_EQ(client.get("/", {{"X-Forwarded-For", "192.0.2.7"}, {"X-Forwarded-Proto", "https"}}).body,
            "192.0.2.7 secure");
}

TEST(Server, KeepsAConnectionForManyRequests) {
  Running running;
  HttpClient client(running.server.port());
  client.connect();
  for (int i = 0; i < 50; ++i) {
    client.send_raw("GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.read_reply().body, "GET /" + std::to_string(i) + " ");
  }
}

TEST(Server, AnswersPipelinedRequestsInOrder) {
  Running running([](Request& request) {
    if (request.path == "/0") std::this_thread::sleep_for(50ms);
    return echo(request);
  });
  HttpClient client(running.server.port());
  std::string all;
  for (int i = 0; i < 20; ++i)
    all += "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc";
  client.send_raw(all);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(client.read_reply().body, "POST /" + std::to_string(i) + " abc");
}

TEST(Server, AnswersHeadWithTheLengthAndNoBody) {
  Running running;
  HttpClient client(running.server.port());
  const auto reply = client.head("/x");
  EXPECT_EQ(reply.header("Content-Length"), "8");
  EXPECT_EQ(reply.body, "");
  EXPECT_EQ(client.get("/x").body, "GET /x ") << "nothing of a body is left on the connection";
}

TEST(Server, SaysContinueBeforeABodyThatWaitsForIt) {
  Running running;
  HttpClient client(running.server.port());
  client.send_raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_reply().status, 100);
  client.send_raw("hi");
  EXPECT_EQ(client.read_reply().body, "POST / hi");
}

TEST(Server, ClosesAfterHttp10AndOnRequest) {
  Running running;
  for (const auto* text : {"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
                           "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"}) {
    HttpClient client(running.server.port());
    client.send_raw(text);
    const auto all = client.read_to_end();
    EXPECT_THAT(all, StartsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_THAT(all, HasSubstr("\r\nConnection: close\r\n"));
  }
}

TEST(Server, HandsOverAFileWithItsNameAndBytes) {
  Running running([](Request& request) {
    const auto form = request.form();
    const auto* file = form.file("sheet");
    return plain_text(200, file == nullptr
                               ? "none"
                               : file->file_name + "|" + std::string(*uploaded_file(request, "sheet")) + "|" +
                                     std::string(form.value("note")));
  });
  HttpClient client(running.server.port());
  const auto reply = client.post_multipart(
      "/import", {{"note", "hello"}, {"sheet", "\"a\r\nb\",c\r\n", "people.csv", "text/csv"}});
  EXPECT_EQ(reply.body, "people.csv|\"a\r\nb\",c\r\n|hello");
}

TEST(Server, AnswersAFormThatCannotBeReadWith400) {
  Running running([](Request& request) { return plain_text(200, std::string(request.form().value("a"))); });
  HttpClient client(running.server.port());
  EXPECT_EQ(client.post_form("/", {{"a", "Siân"}}).body, "Siân");
  const auto reply =
      client.send("POST", "/", {{"Content-Type", "application/x-www-form-urlencoded"}}, "a=%FF");
  EXPECT_EQ(reply.status, 400);
  EXPECT_THAT(reply.body, StartsWith("failed 400"));
}

TEST(Server, MakesAPageOfWhatAHandlerThrows) {
  Running running([](Request& request) -> Response {
    if (request.path == "/int") throw 42;
    if (request.path == "/header") return see_other("/a\r\nSet-Cookie: x=y");
    throw std::runtime_error("the disk is full");
  });
  HttpClient client(running.server.port());
  client.connect();
  for (const auto* path : {"/disk", "/int", "/header"}) {
    const auto reply = client.get(path);
    EXPECT_EQ(reply.status, 500) << path;
    EXPECT_THAT(reply.body, StartsWith("failed 500 "));
    EXPECT_FALSE(reply.has_header("Set-Cookie"));
    EXPECT_FALSE(reply.has_header("Connection")) << "the connection can be used again";
  }
  const auto notes = running.noted();
  ASSERT_EQ(notes.size(), 3U);
  EXPECT_EQ(notes[0].failure, "the disk is full");
  EXPECT_EQ(notes[0].status, 500);
}

TEST(Server, AnswersInPlainWordsWhereTheFailurePageFails) {
  Server server(quick(), [](Request&) -> Response { throw std::runtime_error("first"); });
  server.on_failure([](const Request&, int) -> Response { throw std::runtime_error("second"); });
  server.start();
  HttpClient client(server.port());
  const auto reply = client.get("/");
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(reply.body, "Internal Server Error\n");
}

TEST(Server, NotesWhatItServed) {
  Running running([](Request& request) {
    request.route = "/people/{person}";
    return plain_text(404, "none");
  });
  HttpClient client(running.server.port());
  static_cast<void>(client.get("/people/4"));
  const auto notes = running.noted();
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].request_id.size(), 12U);
  EXPECT_EQ(notes[0].path, "/people/4");
  EXPECT_EQ(notes[0].route, "/people/{person}");
  EXPECT_EQ(notes[0].status, 404);
  EXPECT_EQ(notes[0].bytes, 4U);
  EXPECT_GE(notes[0].milliseconds, 0);
}

TEST(Server, ServesTwoHundredConnectionsAtOnce) {
  Running running;
  std::atomic<int> good = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t)
    threads.emplace_back([&] {
      std::vector<std::unique_ptr<HttpClient>> clients;
      for (int i = 0; i < 25; ++i) clients.push_back(std::make_unique<HttpClient>(running.server.port()));
      for (int round = 0; round < 5; ++round) {
        for (auto& client : clients) client->send_raw("GET /x HTTP/1.1\r\nHost: a\r\n\r\n");
        for (auto& client : clients) good += client->read_reply().body == "GET /x " ? 1 : 0;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(good, 1000);
}

TEST(Server, SendsCompressedWhereItIsTaken) {
  Running running([](Request& request) {
    auto response = plain_text(200, std::string(5000, 'z'));
    compress(response, request);
    return response;
  });
  HttpClient client(running.server.port());
  EXPECT_EQ(client.get("/").header("Content-Encoding"), "");
  client.takes_gzip = true;
  const auto reply = client.get("/");
  EXPECT_EQ(reply.header("Content-Encoding"), "gzip");
  EXPECT_EQ(reply.body, std::string(5000, 'z'));
  EXPECT_LT(reply.sent_body.size(), 200U);
  EXPECT_EQ(client.head("/").header("Content-Length"), std::to_string(reply.sent_body.size()));
}

TEST(Server, SharesOnePortAmongItsThreads) {
  auto options = quick();
  options.io_threads = 4;
  Running running(echo, options);
  for (int i = 0; i < 40; ++i) {
    HttpClient client(running.server.port());
    EXPECT_EQ(client.get("/").status, 200);
  }
}

}  // namespace
}  // namespace rapport::http
