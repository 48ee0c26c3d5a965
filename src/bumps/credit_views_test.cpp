// The card of a chain's page that says who kept it going.
#include "bumps/credit_views.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interactions/vocabulary.hpp"

namespace rapport::bumps {
namespace {

using testing::HasSubstr;
using testing::Not;

class Card : public testing::Test {
 protected:
  Card() {
    directory.staff = StaffDirectory({{.id = {1}, .full_name = "Tom Ashworth", .given_name = "Tom"},
                                      {.id = {2}, .full_name = "Priya Nair", .given_name = "Priya"}});
    auto kinds = starting_kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i].id = {static_cast<std::int64_t>(i) + 1};
    directory.vocabulary = Vocabulary(kinds, {});
    teaching = directory.vocabulary.find_kind("teaching")->id;
    corridor = directory.vocabulary.find_kind("corridor")->id;
  }
  std::string drawn(const std::vector<CreditShare>& shares, const std::vector<Interaction>& steps) {
    return credit_card({shares, steps, *Date::of(2026, 11, 12)}, directory).text();
  }

  Directory directory;
  Id<InteractionKind> teaching;
  Id<InteractionKind> corridor;
};

TEST_F(Card, OpensEachFigureOntoItsSteps) {
  const std::vector<Interaction> steps{
      {.id = {7}, .kind = corridor, .happened_on = *Date::of(2026, 9, 3), .staff = {{1}}},
      {.id = {8}, .kind = teaching, .happened_on = *Date::of(2026, 10, 1), .staff = {{2}}}};
  const std::vector<CreditShare> shares{{{1}, 1.5, {{{1}, {7}, {8}, 1.5}}},
                                        {{2}, 1.5, {{{2}, {8}, {8}, 1.5}}}};
  const auto card = drawn(shares, steps);
  EXPECT_THAT(card, HasSubstr("Started it"));
  EXPECT_THAT(card, HasSubstr(R"(<b class="num">1.5</b> <span><a href="/conversations/7">)"));
  EXPECT_THAT(card, HasSubstr(R"(, 3 Sep, towards <a href="/conversations/8">)"));
  EXPECT_LT(card.find("Tom Ashworth"), card.find("Priya Nair"));
  EXPECT_THAT(card, HasSubstr("Only outcomes bring credit"));
}

TEST_F(Card, SaysWhereCreditComesFromWhereThereIsNoneYet) {
  const std::vector<Interaction> steps{
      {.id = {7}, .kind = corridor, .happened_on = *Date::of(2026, 9, 3), .staff = {{1}}}};
  const auto card = drawn({{{1}, 0, {}}}, steps);
  EXPECT_THAT(card, HasSubstr("Credit comes with the first outcome"));
  EXPECT_THAT(card, Not(HasSubstr("from these steps")));
}

TEST(Figure, HasAtMostTwoPlaces) {
  EXPECT_EQ(figure(1.75), "1.75");
  EXPECT_EQ(figure(0.5), "0.5");
  EXPECT_EQ(figure(3), "3");
  EXPECT_EQ(figure(1.0 / 3), "0.33");
  EXPECT_EQ(figure(0.999), "1");
  EXPECT_EQ(figure(2.05), "2.05");
}

}  // namespace
}  // namespace rapport::bumps
