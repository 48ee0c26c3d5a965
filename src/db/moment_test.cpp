// Snapshots told apart by a word, on both engines.
#include "db/moment.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "db/database.hpp"
#include "support/test_database.hpp"

namespace rapport::db {
namespace {

class Moments : public test::OnEachEngine {
 protected:
  void SetUp() override {
    database().write([](Writer& writer) { writer.execute("create table ticks (number bigint)"); });
  }
  void tick() const {
    database().write([](Writer& writer) { writer.execute("insert into ticks (number) values (1)"); });
  }
  [[nodiscard]] std::string now() const { return database().read(moment_of).value(); }
};
INSTANTIATE_TEST_SUITE_P(Engines, Moments, test::on_each_engine(), test::engine_test_name);

TEST_P(Moments, AreOthersAfterEachCommit) {
  std::set<std::string> words{now()};
  for (int i = 0; i < 5; ++i) {
    tick();
    EXPECT_TRUE(words.insert(now()).second) << i;
  }
}

TEST_P(Moments, AreThoseOfTheSnapshotWhateverIsWrittenMeanwhile) {
  database().read([&](Reader& reader) {
    const auto before = moment_of(reader);
    tick();
    EXPECT_EQ(moment_of(reader), before);
    EXPECT_NE(now(), before);
    return 0;
  });
}

TEST_P(Moments, AreNoneInsideAWrite) {
  database().write([](Writer& writer) { EXPECT_EQ(moment_of(writer), std::nullopt); });
}

TEST_P(Moments, StayWhileNothingIsChanged) {
  if (GetParam() == Engine::postgres) return;  // other tests write in the same cluster
  const auto before = now();
  database().write([](Writer& writer) { (void)writer.count("select count(*) from ticks"); });
  database().write_with([](Writer& writer) {
    writer.execute("insert into ticks (number) values (1)");
    return false;
  });
  EXPECT_EQ(now(), before);
}

TEST_P(Moments, OfOneWordAlwaysSeeTheSame) {
  std::map<std::string, std::int64_t> seen;
  std::mutex mutex;
  std::atomic<bool> is_over = false;
  const auto look = [&] {
    while (!is_over) {
      const auto [word, ticks] = database().read([](Reader& reader) {
        auto moment = moment_of(reader).value();
        return std::pair(std::move(moment), reader.count("select count(*) from ticks"));
      });
      const std::lock_guard lock(mutex);
      const auto [place, is_new] = seen.emplace(word, ticks);
      EXPECT_EQ(place->second, ticks) << word;
    }
  };
  {
    std::jthread first(look);
    std::jthread second(look);
    const auto words = [&] {
      const std::lock_guard lock(mutex);
      return seen.size();
    };
    for (int i = 0; i < 200 || (words() <= 2 && i < 20'000); ++i) tick();
    is_over = true;
  }
  EXPECT_GT(seen.size(), 2U);
}

}  // namespace
}  // namespace rapport::db
