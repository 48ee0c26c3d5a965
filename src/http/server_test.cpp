// The server as a client meets it: over a real socket, with limits and time-outs made small.
#include "http/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

#include "support/http_client.hpp"

namespace rapport::http {
namespace {

using namespace std::chrono_literals;
using test::HttpClient;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

Response echo(Request& request) {
  return plain_text(200, std::string(method_name(request.method)) + " " + request.path + " " + request.body);
}

ServerOptions quick() {
  ServerOptions options;
  options.header_seconds = 1;
  options.idle_seconds = 1;
  options.drain_seconds = 5;
  return options;
}

/// Holds handlers until the test lets them go.
class Gate {
 public:
  void wait() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return is_open_; });
  }
  void wait_for(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ >= count; });
  }
  void open() {
    const std::scoped_lock lock(mutex_);
    is_open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool is_open_ = false;
};

/// A server on a free port, and what it noted.
struct Running {
  explicit Running(Handler handler = echo, ServerOptions options = quick())
      : server(std::move(options), std::move(handler)) {
    server.on_served([this](const Served& served) {
      const std::scoped_lock lock(mutex);
      notes.push_back(served);
    });
    server.on_failure([](const Request& request, int status) {
      return plain_text(status, "failed " + std::to_string(status) + " " + request.id);
    });
    server.start();
  }

  std::vector<Served> noted() {
    const std::scoped_lock lock(mutex);
    return notes;
  }

  std::mutex mutex;
  std::vector<Served> notes;
  Server server;
};

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

TEST(Server, ClosesAfterWhatItRefuses) {
  Running running;
  for (const auto& [text, status] :
       {std::pair("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400"),
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n", "413"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nExpect: tea\r\n\r\n", "417"}}) {
    HttpClient client(running.server.port());
    client.send_raw(text);
    const auto all = client.read_to_end();
    EXPECT_THAT(all, StartsWith("HTTP/1.1 " + std::string(status)));
    EXPECT_THAT(all, HasSubstr("\r\nConnection: close\r\n"));
    EXPECT_THAT(all, HasSubstr("\r\n\r\nfailed " + std::string(status))) << "the page of on_failure";
  }
}

TEST(Server, RefusesAHeadThatIsTooLongBeforeItEnds) {
  Running running;
  HttpClient client(running.server.port());
  client.send_raw("GET / HTTP/1.1\r\nX: " + std::string(70'000, 'x'));
  EXPECT_EQ(client.read_reply().status, 431);
}

TEST(Server, LetsTheClientReadTheRefusalOfABodyStillBeingSent) {
  Running running;
  HttpClient client(running.server.port());
  EXPECT_EQ(client.send("POST", "/", {}, std::string(4'000'000, 'x')).status, 413);
}

TEST(Server, TakesALargeBodyOnAnUploadPathOnly) {
  auto options = quick();
  options.upload_paths = {"/import"};
  Running running([](Request& request) { return plain_text(200, std::to_string(request.body.size())); },
                  options);
  HttpClient client(running.server.port());
  EXPECT_EQ(client.send("POST", "/import", {}, std::string(5'000'000, 'x')).body, "5000000");
  EXPECT_EQ(client.send("POST", "/other", {}, std::string(5'000'000, 'x')).status, 413);
}

TEST(Server, HandsOverAFileWithItsNameAndBytes) {
  Running running([](Request& request) {
    const auto form = request.form();
    const auto* file = form.file("sheet");
    return plain_text(200, file == nullptr
                               ? "none"
                               : file->file_name + "|" + file->value + "|" + std::string(form.value("note")));
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

TEST(Server, CutsAClientThatNeverEndsItsHead) {
  Running running;
  HttpClient client(running.server.port());
  const auto begin = std::chrono::steady_clock::now();
  client.send_raw("GET / HTTP/1.1\r\n");
  std::this_thread::sleep_for(300ms);
  client.send_raw("X: a byte now and then");
  EXPECT_THAT(client.read_to_end(), StartsWith("HTTP/1.1 408 "));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
}

TEST(Server, CutsAClientThatSendsNothing) {
  Running running;
  HttpClient client(running.server.port());
  client.connect();
  EXPECT_TRUE(client.closes_within(3s));
}

TEST(Server, ClosesAnIdleConnectionQuietly) {
  Running running;
  HttpClient client(running.server.port());
  static_cast<void>(client.get("/"));
  EXPECT_FALSE(client.closes_within(500ms));
  EXPECT_TRUE(client.closes_within(3s));
}

TEST(Server, CutsABodyThatComesTooSlowly) {
  Running running;
  HttpClient client(running.server.port());
  client.send_raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n");
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 4; ++i) {
    client.send_raw("x");
    std::this_thread::sleep_for(200ms);
  }
  EXPECT_THAT(client.read_to_end(), StartsWith("HTTP/1.1 408 "));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
}

TEST(Server, IsPatientWithABodyThatComesFastEnough) {
  auto options = quick();
  options.body_bytes_per_second_min = 100;
  Running running([](Request& request) { return plain_text(200, std::to_string(request.body.size())); },
                  options);
  HttpClient client(running.server.port());
  client.send_raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
  for (int i = 0; i < 10; ++i) {
    client.send_raw(std::string(100, 'x'));
    std::this_thread::sleep_for(200ms);
  }
  EXPECT_EQ(client.read_reply().body, "1000") << "two seconds, one more than the head may take";
}

TEST(Server, IsNotHeldUpBySlowClients) {
  Running running;
  std::vector<std::unique_ptr<HttpClient>> slow;
  for (int i = 0; i < 100; ++i) {
    slow.push_back(std::make_unique<HttpClient>(running.server.port()));
    slow.back()->send_raw("GET / HTTP/1.1\r\nX: ");
  }
  HttpClient client(running.server.port());
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(client.get("/").status, 200);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 900ms);
}

TEST(Server, TurnsAwayWhatTheQueueCannotHold) {
  Gate gate;
  auto options = quick();
  options.workers = 1;
  options.queue_max = 2;
  Running running(
      [&](Request& request) {
        gate.wait();
        return echo(request);
      },
      options);
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(std::make_unique<HttpClient>(running.server.port()));
    clients.back()->send_raw("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    if (i == 0) gate.wait_for(1);
  }
  std::this_thread::sleep_for(100ms);
  HttpClient late(running.server.port());
  const auto reply = late.get("/");
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.header("Retry-After"), "1");
  EXPECT_THAT(reply.body, StartsWith("failed 503"));
  gate.open();
  for (auto& client : clients) EXPECT_EQ(client->read_reply().status, 200);
  EXPECT_EQ(late.get("/").status, 200) << "on the same connection, once there is room";
}

TEST(Server, TurnsAwayMoreConnectionsThanItMayHave) {
  auto options = quick();
  options.connections_max = 3;
  Running running(echo, options);
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(std::make_unique<HttpClient>(running.server.port()));
    EXPECT_EQ(clients.back()->get("/").status, 200);
  }
  HttpClient late(running.server.port());
  late.connect();
  EXPECT_THAT(late.read_to_end(), StartsWith("HTTP/1.1 503 "));
  clients.clear();
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(late.get("/").status, 200);
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

TEST(Server, SendsALargeAnswerToASlowReader) {
  const std::string large(20'000'000, 'y');
  Running running([&](Request&) { return plain_text(200, large); });
  HttpClient client(running.server.port());
  client.send_raw("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(300ms);
  EXPECT_EQ(client.read_reply().body.size(), large.size());
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

TEST(Server, FinishesWhatRunsWhenItStopsAndTakesNothingNew) {
  Gate gate;
  Running running([&](Request& request) {
    gate.wait();
    return echo(request);
  });
  const auto port = running.server.port();
  HttpClient busy(port);
  busy.send_raw("GET /busy HTTP/1.1\r\nHost: a\r\n\r\n");
  gate.wait_for(1);
  auto stopped = std::async(std::launch::async, [&] { running.server.stop(); });
  std::this_thread::sleep_for(200ms);
  EXPECT_EQ(stopped.wait_for(0s), std::future_status::timeout) << "it waits for the handler";
  HttpClient late(port);
  EXPECT_THROW(late.connect(), std::runtime_error);
  gate.open();
  const auto reply = busy.read_reply();
  EXPECT_EQ(reply.body, "GET /busy ");
  EXPECT_EQ(reply.header("Connection"), "close");
  EXPECT_EQ(stopped.wait_for(3s), std::future_status::ready);
}

TEST(Server, FinishesWhatWaitsForAWorkerWhenItStops) {
  Gate gate;
  auto options = quick();
  options.workers = 1;
  Running running(
      [&](Request& request) {
        gate.wait();
        return echo(request);
      },
      options);
  HttpClient first(running.server.port());
  HttpClient second(running.server.port());
  first.send_raw("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n");
  gate.wait_for(1);
  second.send_raw("GET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(100ms);
  auto stopped = std::async(std::launch::async, [&] { running.server.stop(); });
  std::this_thread::sleep_for(100ms);
  gate.open();
  EXPECT_EQ(first.read_reply().body, "GET /1 ");
  EXPECT_EQ(second.read_reply().body, "GET /2 ");
}

TEST(Server, ClosesIdleConnectionsAtOnceWhenItStops) {
  auto options = quick();
  options.idle_seconds = 60;
  Running running(echo, options);
  HttpClient client(running.server.port());
  static_cast<void>(client.get("/"));
  HttpClient silent(running.server.port());
  silent.connect();
  std::this_thread::sleep_for(50ms);
  const auto begin = std::chrono::steady_clock::now();
  running.server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 1s);
  EXPECT_TRUE(client.closes_within(1s));
  EXPECT_TRUE(silent.closes_within(1s));
}

TEST(Server, GivesUpOnAClientThatDoesNotFinishInTime) {
  auto options = quick();
  options.drain_seconds = 1;
  options.header_seconds = 60;
  Running running(echo, options);
  HttpClient client(running.server.port());
  client.send_raw("GET / HTTP/1.1\r\n");
  std::this_thread::sleep_for(50ms);
  const auto begin = std::chrono::steady_clock::now();
  running.server.stop();
  const auto took = std::chrono::steady_clock::now() - begin;
  EXPECT_GE(took, 900ms);
  EXPECT_LT(took, 3s);
}

TEST(Server, MayBeStoppedTwiceOrNeverStarted) {
  Running running;
  running.server.stop();
  running.server.stop();
  Server never(quick(), echo);
  never.stop();
}

TEST(Server, StopsUnderLoadWithoutLosingAnAnswer) {
  for (int round = 0; round < 5; ++round) {
    Running running;
    std::vector<std::thread> threads;
    std::atomic<bool> is_broken = false;
    std::atomic<int> answers = 0;
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([&] {
        HttpClient client(running.server.port());
        try {
          client.connect();
          for (;;) {
            client.send_raw("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            const auto reply = client.read_reply();
            if (reply.body != "GET / ") is_broken = true;
            ++answers;
            if (reply.header("Connection") == "close") return;
          }
        } catch (const std::runtime_error&) {
          return;  // closed between two requests
        }
      });
    std::this_thread::sleep_for(30ms);
    running.server.stop();
    for (auto& thread : threads) thread.join();
    EXPECT_FALSE(is_broken);
    EXPECT_GT(answers, 0);
  }
}

std::string start_failure(ServerOptions options) {
  Server server(std::move(options), echo);
  try {
    server.start();
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "started";
}

TEST(Server, SaysInPlainWordsWhyItCannotStart) {
  Running running;
  ServerOptions options;
  options.port = running.server.port();
  EXPECT_EQ(start_failure(options),
            "Port " + std::to_string(options.port) +
                " on 127.0.0.1 is already in use. Stop the other program or choose another "
                "port with --port.");
  options.address = "library.example";
  EXPECT_THAT(start_failure(options), HasSubstr("\"library.example\" is not an address to listen on."));
  options.address = "192.0.2.1";
  EXPECT_EQ(start_failure(options), "This machine has no address 192.0.2.1. Choose another with --address.");
}

TEST(Server, TakesItsPortAgainAfterAStop) {
  ServerOptions options = quick();
  {
    Running running(echo, options);
    options.port = running.server.port();
    HttpClient client(options.port);
    static_cast<void>(client.get("/"));
  }
  Running again(echo, options);
  HttpClient client(options.port);
  EXPECT_EQ(client.get("/").status, 200);
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
