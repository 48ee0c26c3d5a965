// Verbs inside verbs, on both engines.
#include "scope/scope.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/result.hpp"
#include "support/test_database.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Scopes : public test::OnEachEngine {
 protected:
  void SetUp() override {
    database().write([](db::Writer& writer) { writer.execute("create table cats (name text not null)"); });
  }

  Result<Done> add(std::string_view name) {
    return scope_.write([&](db::Writer& writer) -> Result<Done> {
      writer.execute("insert into cats (name) values ($1)", name);
      if (name == "Nobody") return invalid("name", "That is no name.");
      return Done{};
    });
  }
  [[nodiscard]] std::vector<std::string> cats() const {
    return database().read([](db::Reader& reader) {
      return reader.all("select name from cats order by name",
                        [](const db::Row& row) { return row.string(0); });
    });
  }

  Zone zone_{"Europe/London"};
  Scope scope_{database(), {1}, {}, zone_, Instant{0}};
};

INSTANTIATE_TEST_SUITE_P(Engines, Scopes, test::on_each_engine(), test::engine_test_name);

TEST_P(Scopes, UndoOnlyTheRefusedVerbInsideAnother) {
  EXPECT_TRUE(scope_.write([&](db::Writer&) -> Result<Done> {
    EXPECT_TRUE(add("Tom"));
    EXPECT_FALSE(add("Nobody"));
    return add("Mia");
  }));
  EXPECT_THAT(cats(), ElementsAre("Mia", "Tom"));
}

TEST_P(Scopes, KeepAWholeOfVerbs) {
  EXPECT_TRUE(scope_.write_whole([&](db::Writer&) -> Result<Done> {
    EXPECT_TRUE(add("Tom"));
    return add("Mia");
  }));
  EXPECT_THAT(cats(), ElementsAre("Mia", "Tom"));
}

TEST_P(Scopes, UndoAWholeWithItsRefusedVerb) {
  const auto done = scope_.write_whole([&](db::Writer&) -> Result<Done> {
    EXPECT_TRUE(add("Tom"));
    return add("Nobody");
  });
  EXPECT_FALSE(done);
  EXPECT_THAT(cats(), IsEmpty());
  EXPECT_TRUE(add("Mia"));
  EXPECT_THAT(cats(), ElementsAre("Mia"));
}

TEST_P(Scopes, NeverKeepAWholeThatPassesOverARefusal) {
  const auto passes_over = [&](db::Writer&) -> Result<Done> {
    EXPECT_FALSE(add("Nobody"));
    return add("Tom");
  };
  EXPECT_THROW((void)scope_.write_whole(passes_over), std::logic_error);
  EXPECT_THAT(cats(), IsEmpty());
}

}  // namespace
}  // namespace rapport
