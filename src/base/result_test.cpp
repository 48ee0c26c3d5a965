#include "base/result.hpp"

#include <gtest/gtest.h>

#include <memory>

#include "base/id.hpp"

namespace rapport {
namespace {

TEST(Result, HoldsAValueOrTheReasonForNone) {
  const Result<int> good = 3;
  ASSERT_TRUE(good);
  EXPECT_EQ(*good, 3);
  const Result<int> bad = not_found("There is no such person.");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.refusal().kind, Refusal::Kind::not_found);
}

TEST(Result, GivesAwayWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = *std::move(result);
  EXPECT_EQ(*taken, 7);
}

TEST(Refusal, SpeaksWithItsFirstFault) {
  const Refusal refusal =
      invalid({{"due_on", "There is no 31 February."}, {"words", "Say what you promised."}});
  EXPECT_EQ(refusal.message, "There is no 31 February.");
  EXPECT_EQ(refusal.faults.size(), 2U);
  EXPECT_FALSE(invalid(std::vector<Fault>{}).message.empty());
}

TEST(Id, IsOrderedAndHashedByItsValue) {
  struct Thing;
  EXPECT_LT(Id<Thing>{1}, Id<Thing>{2});
  EXPECT_EQ(std::hash<Id<Thing>>{}(Id<Thing>{5}), std::hash<std::int64_t>{}(5));
}

}  // namespace
}  // namespace rapport
