// The made-up university's links are in order, share something, and have many shapes.
#include "demo/chains.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/random.hpp"

namespace rapport::demo {
namespace {

const Date diary_day = *Date::parse_iso("2026-11-12");

/// A diary with its links.
struct Linked {
  std::vector<CastConversation> diary;
  Found found;

  explicit Linked(const Cast& cast) : diary(all_conversations(cast)) {
    ChainMaker chains(cast);
    for (const auto& made : diary) {
      const auto more = chains.see(made);
      found.bumps.insert(found.bumps.end(), more.bumps.begin(), more.bumps.end());
      found.origins.insert(found.origins.end(), more.origins.begin(), more.origins.end());
    }
  }
  [[nodiscard]] std::int64_t count(Fate fate) const {
    return std::ranges::count(found.bumps, fate, &CastBump::fate);
  }
  /// Everything that came out of a conversation, itself included.
  [[nodiscard]] std::set<std::size_t> chain_from(std::size_t place) const {
    std::set<std::size_t> reached{place};
    for (const auto& bump : found.bumps)  // in order of `to`
      if (bump.fate == Fate::accepted && reached.contains(bump.from)) reached.insert(bump.to);
    return reached;
  }
  [[nodiscard]] std::map<std::size_t, int> chain_sizes() const {
    std::set<std::size_t> later;
    for (const auto& bump : found.bumps)
      if (bump.fate == Fate::accepted) later.insert(bump.to);
    std::map<std::size_t, int> sizes;
    for (std::size_t i = 0; i < diary.size(); ++i)
      if (const auto chain = chain_from(i); !later.contains(i) && chain.size() > 1) ++sizes[chain.size()];
    return sizes;
  }
};

const Cast& usual_cast() {
  static const Cast cast = make_cast(diary_day);
  return cast;
}
const Linked& usual() {
  static const Linked linked(usual_cast());
  return linked;
}

std::string print(const Found& found) {
  std::ostringstream out;
  for (const auto& bump : found.bumps)
    out << bump.from << '>' << bump.to << ' ' << static_cast<int>(bump.fate) << ' ' << bump.proposed_by.value
        << '\n';
  for (const auto& origin : found.origins) out << origin.to << origin.kind << origin.words << '\n';
  return out.str();
}

TEST(Chains, AreTheSameEachTime) {
  EXPECT_EQ(print(Linked(make_cast(diary_day)).found), print(usual().found));
}

TEST(Chains, AreThreeLinksForTenConversations) {
  EXPECT_THAT(usual().count(Fate::accepted), testing::AllOf(testing::Ge(1'650), testing::Le(1'950)));
  EXPECT_THAT(usual().count(Fate::proposed), testing::AllOf(testing::Ge(10), testing::Le(24)));
  EXPECT_THAT(usual().count(Fate::declined), testing::AllOf(testing::Ge(15), testing::Le(30)));
  EXPECT_THAT(usual().found.origins.size(), testing::AllOf(testing::Ge(60U), testing::Le(120U)));
}

TEST(Chains, LeadFromEarlierToLater) {
  const auto& diary = usual().diary;
  for (const auto& bump : usual().found.bumps) {
    ASSERT_LT(bump.from, bump.to);
    ASSERT_LT(bump.to, diary.size());
    EXPECT_LE(diary[bump.from].happened_on, diary[bump.to].happened_on) << diary[bump.to].note;
    EXPECT_FALSE(diary[bump.from].withdrawal || diary[bump.to].withdrawal);
  }
}

TEST(Chains, LinkTheSameTwoOnce) {
  std::set<std::pair<std::size_t, std::size_t>> seen;
  for (const auto& bump : usual().found.bumps) EXPECT_TRUE(seen.insert({bump.from, bump.to}).second);
}

TEST(Chains, AskSomebodyElse) {
  for (const auto& bump : usual().found.bumps) {
    if (bump.fate == Fate::accepted) continue;
    const auto& later = usual().diary[bump.to].staff;
    EXPECT_EQ(std::ranges::count(later, bump.proposed_by), 0);
    EXPECT_EQ(std::ranges::count(later, bump.settled_by), 1);
  }
}

TEST(Chains, ShareAPersonATopicOrAModuleInMostLinks) {
  int sharing = 0;
  for (const auto& bump : usual().found.bumps) {
    const auto &earlier = usual().diary[bump.from], &later = usual().diary[bump.to];
    const auto is_there = [&](const CastParticipant& one) {
      return std::ranges::count(later.people, one.person, &CastParticipant::person) > 0;
    };
    const auto is_topic = [&](const std::string& topic) {
      return std::ranges::count(later.topics, topic) > 0;
    };
    sharing += std::ranges::any_of(earlier.people, is_there) || std::ranges::any_of(earlier.topics, is_topic);
  }
  EXPECT_GT(sharing, 0.8 * static_cast<double>(usual().found.bumps.size()));
}

TEST(Chains, HaveManyShapes) {
  const auto sizes = usual().chain_sizes();
  EXPECT_GT(sizes.at(2), 250);
  EXPECT_GT(sizes.at(4), 20);
  EXPECT_EQ(sizes.at(30), 1);
  EXPECT_EQ(sizes.at(41), 1);
  std::map<std::size_t, int> parents, children;
  for (const auto& bump : usual().found.bumps)
    if (bump.fate == Fate::accepted) ++parents[bump.to], ++children[bump.from];
  const auto has_several = [](const auto& entry) { return entry.second > 1; };
  EXPECT_GT(std::ranges::count_if(parents, has_several), 40);
  EXPECT_GT(std::ranges::count_if(children, has_several), 150);
}

TEST(Chains, TellWhatCameOfOneCorridorChat) {
  const auto& diary = usual().diary;
  const auto first = std::ranges::find(diary, "staircase", &CastConversation::key);
  ASSERT_NE(first, diary.end());
  const auto chain = usual().chain_from(static_cast<std::size_t>(first - diary.begin()));
  ASSERT_EQ(chain.size(), 11U);
  std::set<std::int64_t> colleagues;
  int students = 0;
  for (const auto place : chain) {
    for (const auto member : diary[place].staff) colleagues.insert(member.value);
    students += diary[place].attendees.value_or(0);
  }
  EXPECT_EQ(colleagues.size(), 4U);
  EXPECT_EQ(students, 64 + 62 + 88 + 12);
  EXPECT_EQ(diary[*chain.rbegin()].happened_on, diary_day);
}

TEST(Chains, OfALargeDiaryHaveALongRunAndAHub) {
  const auto cast = make_cast(diary_day, Size::of(1'000, 10'000));
  const auto sizes = Linked(cast).chain_sizes();
  EXPECT_EQ(sizes.at(30), 1);
  EXPECT_EQ(sizes.at(200), 1);
  EXPECT_EQ(sizes.at(3'001), 1);
}

TEST(Chains, ArePossibleOnAnyDay) {
  for (const auto* day : {"2025-08-20", "2026-01-01", "2027-04-03", "2028-02-29", "2030-12-31"}) {
    const Linked linked(make_cast(*Date::parse_iso(day), {.interactions = 1'500}));
    EXPECT_GT(linked.count(Fate::accepted), 300) << day;
  }
}

}  // namespace
}  // namespace rapport::demo
