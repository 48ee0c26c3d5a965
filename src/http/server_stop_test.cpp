// Starting and stopping: nothing that runs is lost, nothing new is taken, and failures are in plain words.
#include "http/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <stdexcept>
#include <thread>

#include "support/http_client.hpp"
#include "support/running_server.hpp"

namespace rapport::http {
namespace {

using namespace std::chrono_literals;
using test::HttpClient;
using testing::HasSubstr;

TEST(ServerStop, FinishesWhatRunsWhenItStopsAndTakesNothingNew) {
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

TEST(ServerStop, FinishesWhatWaitsForAWorkerWhenItStops) {
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

TEST(ServerStop, ClosesIdleConnectionsAtOnceWhenItStops) {
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

TEST(ServerStop, GivesUpOnAClientThatDoesNotFinishInTime) {
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

TEST(ServerStop, MayBeStoppedTwiceOrNeverStarted) {
  Running running;
  running.server.stop();
  running.server.stop();
  Server never(quick(), echo);
  never.stop();
}

TEST(ServerStop, StopsUnderLoadWithoutLosingAnAnswer) {
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

TEST(ServerStart, SaysInPlainWordsWhyItCannotStart) {
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

TEST(ServerStop, TakesItsPortAgainAfterAStop) {
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

}  // namespace
}  // namespace rapport::http
