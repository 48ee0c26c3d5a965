// The pool alone: bounds and ends.
#include "http/worker_pool.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <memory>

namespace rapport::http {
namespace {

TEST(WorkerPool, RunsEveryJobItTook) {
  std::atomic<int> done = 0;
  WorkerPool pool(4, 1000);
  int taken = 0;
  for (int i = 0; i < 1000; ++i) taken += pool.submit([&] { ++done; }) ? 1 : 0;
  while (done < taken) std::this_thread::yield();
  EXPECT_EQ(taken, 1000);
}

TEST(WorkerPool, RefusesWhatDoesNotFitAndKeepsNothingOfIt) {
  std::promise<void> begun;
  std::promise<void> gate;
  auto opened = gate.get_future().share();
  WorkerPool pool(1, 1);
  ASSERT_TRUE(pool.submit([&] {
    begun.set_value();
    opened.wait();
  }));
  begun.get_future().wait();
  EXPECT_TRUE(pool.submit([] {}));
  const auto held = std::make_shared<int>(1);
  EXPECT_FALSE(pool.submit([held] {}));
  EXPECT_EQ(held.use_count(), 1);
  gate.set_value();
}

TEST(WorkerPool, FinishesWhatRunsAndDropsWhatWaitsWhenStopped) {
  std::promise<void> begun;
  std::atomic<bool> is_finished = false;
  std::atomic<bool> waiting_ran = false;
  WorkerPool pool(1, 10);
  ASSERT_TRUE(pool.submit([&] {
    begun.set_value();
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    is_finished = true;
  }));
  begun.get_future().wait();
  ASSERT_TRUE(pool.submit([&] { waiting_ran = true; }));
  pool.stop();
  EXPECT_TRUE(is_finished);
  EXPECT_FALSE(waiting_ran);
  EXPECT_FALSE(pool.submit([] {}));
  pool.stop();
}

}  // namespace
}  // namespace rapport::http
