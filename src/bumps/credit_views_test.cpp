// The card of a chain's page that says who kept it going.
#include "bumps/credit_views.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bumps/chain_credit.hpp"
#include "interactions/vocabulary.hpp"

namespace rapport {
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
  ChainStep step(std::int64_t id, Id<InteractionKind> kind, Date on, Id<Staff> staff) {
    return {.id = {id}, .happened_on = on, .kind = kind, .staff = {staff}};
  }
  std::string drawn(const Chain& chain) {
    const auto shares = credit_of(credit_chain_of(chain, directory, AcademicYears()));
    return credit_card(chain, shares, directory, {.viewer = {9}, .today = *Date::of(2026, 11, 12)}).text();
  }

  Directory directory;
  Id<InteractionKind> teaching;
  Id<InteractionKind> corridor;
};

TEST_F(Card, OpensEachFigureOntoItsSteps) {
  const auto chain = chain_of(
      {step(7, corridor, *Date::of(2026, 9, 3), {1}), step(8, teaching, *Date::of(2026, 10, 1), {2})},
      {{.from = {7}, .to = {8}}}, {7});
  const auto card = drawn(chain);
  EXPECT_THAT(card, HasSubstr("Started it"));
  EXPECT_THAT(card, HasSubstr(R"(<b class="num">1.5</b> <span><a href="#step-7">)"));
  EXPECT_THAT(card, HasSubstr(R"(, 3 Sep, towards <a href="#step-8">)"));
  EXPECT_LT(card.find("Tom Ashworth"), card.find("Priya Nair"));
  EXPECT_THAT(card, HasSubstr("Only outcomes bring credit"));
}

TEST_F(Card, SaysWhereCreditComesFromWhereThereIsNoneYet) {
  const auto card = drawn(chain_of({step(7, corridor, *Date::of(2026, 9, 3), {1})}, {}, {7}));
  EXPECT_THAT(card, HasSubstr("Credit comes with the first outcome"));
  EXPECT_THAT(card, Not(HasSubstr("these steps")));
}

TEST_F(Card, GivesNothingYetForWhatIsStillToCome) {
  auto ahead = step(8, teaching, *Date::of(2026, 12, 1), {2});
  ahead.is_ahead = true;
  EXPECT_THAT(drawn(chain_of({step(7, corridor, *Date::of(2026, 9, 3), {1}), ahead},
                             {{.from = {7}, .to = {8}}}, {7})),
              HasSubstr("Credit comes with the first outcome"));
}

TEST_F(Card, LooksThroughWhatIsNotTheViewersToRead) {
  ChainStep gap{.id = {8}, .sight = Sight::not_yours, .happened_on = *Date::of(2026, 9, 9)};
  const auto chain = chain_of(
      {step(7, corridor, *Date::of(2026, 9, 3), {1}), gap, step(9, teaching, *Date::of(2026, 10, 1), {2})},
      {{.from = {7}, .to = {8}}, {.from = {8}, .to = {9}}}, {7});
  const auto shares = credit_of(credit_chain_of(chain, directory, AcademicYears()));
  ASSERT_EQ(shares.size(), 2U);
  EXPECT_DOUBLE_EQ(shares[0].amount, 1.5);
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
}  // namespace rapport
