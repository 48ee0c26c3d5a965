// What the server refuses, cuts or turns away, and what it is patient with.
#include "http/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "support/http_client.hpp"
#include "support/running_server.hpp"

namespace rapport::http {
namespace {

using namespace std::chrono_literals;
using test::HttpClient;
using testing::HasSubstr;
using testing::StartsWith;

TEST(ServerLimits, ClosesAfterWhatItRefuses) {
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

TEST(ServerLimits, RefusesAHeadThatIsTooLongBeforeItEnds) {
  Running running;
  HttpClient client(running.server.port());
  client.send_raw("GET / HTTP/1.1\r\nX: " + std::string(70'000, 'x'));
  EXPECT_EQ(client.read_reply().status, 431);
}

TEST(ServerLimits, LetsTheClientReadTheRefusalOfABodyStillBeingSent) {
  Running running;
  HttpClient client(running.server.port());
  EXPECT_EQ(client.send("POST", "/", {}, std::string(4'000'000, 'x')).status, 413);
}

TEST(ServerLimits, TakesALargeBodyOnAnUploadPathOnly) {
  auto options = quick();
  options.upload_paths = {"/import"};
  Running running([](Request& request) { return plain_text(200, std::to_string(request.body.size())); },
                  options);
  HttpClient client(running.server.port());
  EXPECT_EQ(client.send("POST", "/import", {}, std::string(5'000'000, 'x')).body, "5000000");
  EXPECT_EQ(client.send("POST", "/other", {}, std::string(5'000'000, 'x')).status, 413);
}

TEST(ServerLimits, CutsAClientThatNeverEndsItsHead) {
  Running running;
  HttpClient client(running.server.port());
  const auto begin = std::chrono::steady_clock::now();
  client.send_raw("GET / HTTP/1.1\r\n");
  std::this_thread::sleep_for(300ms);
  client.send_raw("X: a byte now and then");
  EXPECT_THAT(client.read_to_end(), StartsWith("HTTP/1.1 408 "));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
}

TEST(ServerLimits, CutsAClientThatSendsNothing) {
  Running running;
  HttpClient client(running.server.port());
  client.connect();
  EXPECT_TRUE(client.closes_within(3s));
}

TEST(ServerLimits, ClosesAnIdleConnectionQuietly) {
  Running running;
  HttpClient client(running.server.port());
  static_cast<void>(client.get("/"));
  EXPECT_FALSE(client.closes_within(500ms));
  EXPECT_TRUE(client.closes_within(3s));
}

TEST(ServerLimits, CutsABodyThatComesTooSlowly) {
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

TEST(ServerLimits, IsPatientWithABodyThatComesFastEnough) {
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

TEST(ServerLimits, IsNotHeldUpBySlowClients) {
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

TEST(ServerLimits, TurnsAwayWhatTheQueueCannotHold) {
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

TEST(ServerLimits, TurnsAwayMoreConnectionsThanItMayHave) {
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

TEST(ServerLimits, SendsALargeAnswerToASlowReader) {
  const std::string large(20'000'000, 'y');
  Running running([&](Request&) { return plain_text(200, large); });
  HttpClient client(running.server.port());
  client.send_raw("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(300ms);
  EXPECT_EQ(client.read_reply().body.size(), large.size());
}

}  // namespace
}  // namespace rapport::http
