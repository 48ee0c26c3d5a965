// Suppression: hand-worked tables, and that nothing suppressed can be worked out from what is shown.
#include "measures/suppression.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>
#include <set>

namespace rapport {
namespace {

using testing::ElementsAre;
using Cells = std::vector<SuppressionCell>;

/// A total of parts, each a count of people; the total is the first cell.
Cells sum_of(const std::vector<std::int64_t>& parts) {
  Cells cells(1);
  for (const auto part : parts) {
    cells.push_back({.above = 0, .numbers = {.numerator = whole(part)}, .is_small = part < people_min});
    cells[0].numbers.numerator = cells[0].numbers.numerator + whole(part);
  }
  cells[0].is_small = cells[0].numbers.numerator < whole(people_min);
  return cells;
}

TEST(Suppression, LeavesWhatIsLargeEnough) {
  EXPECT_THAT(suppressed_cells(sum_of({5, 9, 30})), ElementsAre(false, false, false, false));
  EXPECT_TRUE(suppressed_cells({}).empty());
}

TEST(Suppression, HidesTheSmallestSiblingOfOneThatIsSmall) {
  EXPECT_THAT(suppressed_cells(sum_of({3, 40, 12})), ElementsAre(false, true, false, true))
      << "55 - 40 - 12 would be 3";
}

TEST(Suppression, NeedsNoThirdBesideTwoThatAreSmall) {
  EXPECT_THAT(suppressed_cells(sum_of({3, 40, 2})), ElementsAre(false, true, false, true));
}

TEST(Suppression, HidesOneMoreWhereTwoNoughtsAddUpToNothing) {
  EXPECT_THAT(suppressed_cells(sum_of({0, 40, 0, 50})), ElementsAre(false, true, true, true, false));
}

TEST(Suppression, HidesTheTotalWhereThereIsOnePart) {
  EXPECT_THAT(suppressed_cells(sum_of({3})), ElementsAre(true, true));
}

TEST(Suppression, GoesUpTheTree) {
  // 0 library = 1 arts + 2 health; 1 = 3 (4 people); 2 = 4 (20) + 5 (30): without 2 hidden, 1 is 54 - 50.
  Cells cells(6);
  const auto set = [&](std::size_t cell, std::optional<std::size_t> above, std::int64_t people) {
    cells[cell] = {.above = above, .numbers = {.numerator = whole(people)}, .is_small = people < people_min};
  };
  set(0, std::nullopt, 54);
  set(1, 0, 4);
  set(2, 0, 50);
  set(3, 1, 4);
  set(4, 2, 20);
  set(5, 2, 30);
  const auto hidden = suppressed_cells(cells);
  EXPECT_TRUE(hidden[1] && hidden[3]);
  EXPECT_TRUE(hidden[0] || hidden[2]) << "or 54 - 50 gives it away";
  EXPECT_TRUE(!hidden[2] || hidden[4] || hidden[5]) << "or 20 + 30 gives that away";
}

TEST(Suppression, IsTheSameForTheSameCells) {
  const auto cells = sum_of({3, 12, 12, 40});
  EXPECT_EQ(suppressed_cells(cells), suppressed_cells(cells));
}

TEST(Suppression, LooksAtDenominatorsToo) {
  // Nobody asked in one place, three in the other: both shares are hidden, their wholes must not be worked
  // out either.
  Cells cells(4);
  cells[0] = {.numbers = {.numerator = whole(20), .denominator = whole(40)}};
  cells[1] = {.above = 0, .numbers = {.numerator = whole(3), .denominator = whole(3)}, .is_small = true};
  cells[2] = {.above = 0, .numbers = {.numerator = whole(8), .denominator = whole(17)}};
  cells[3] = {.above = 0, .numbers = {.numerator = whole(9), .denominator = whole(20)}};
  EXPECT_THAT(suppressed_cells(cells), ElementsAre(false, true, true, false));
}

/// A random tree: a library, some faculties, some departments each; some of them reported nothing.
Cells random_tree() {
  Cells cells(1);
  const auto faculties = *rc::gen::inRange(1, 4);
  for (int faculty = 0; faculty < faculties; ++faculty) {
    const auto place = cells.size();
    cells.push_back({.above = 0});
    const auto departments = *rc::gen::inRange(1, 5);
    for (int i = 0; i < departments; ++i) {
      const auto people = *rc::gen::weightedOneOf<int>(
          {{1, rc::gen::just(0)}, {3, rc::gen::inRange(1, 5)}, {4, rc::gen::inRange(5, 12)}});
      cells.push_back({.above = place, .numbers = {.numerator = whole(people)}});
      cells[place].numbers.numerator = cells[place].numbers.numerator + whole(people);
    }
    cells[0].numbers.numerator = cells[0].numbers.numerator + cells[place].numbers.numerator;
  }
  for (auto& cell : cells) cell.is_small = cell.numbers.numerator < whole(people_min);
  return cells;
}

/// What somebody finds out who tries every number for what is hidden: the numbers that each leaf could be. By
/// trying, not by the rule under test. Numbers up to `most` are tried.
class Attack {
 public:
  Attack(const Cells& cells, const std::vector<bool>& hidden) : cells_(cells), hidden_(hidden) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (cells[i].above) is_total_.insert(*cells[i].above);
  }

  /// True where the cell can be two numbers at least: its own, or one more, or one less.
  bool is_safe(std::size_t wanted) {
    const auto own = number(wanted);
    return could_be(wanted, own + 1) || (own > 0 && could_be(wanted, own - 1));
  }

 private:
  [[nodiscard]] std::int64_t number(std::size_t cell) const {
    return cells_[cell].numbers.numerator.hundredths / 100;
  }
  [[nodiscard]] std::vector<std::size_t> below(std::size_t total) const {
    std::vector<std::size_t> parts;
    for (std::size_t i = 0; i < cells_.size(); ++i)
      if (cells_[i].above == total) parts.push_back(i);
    return parts;
  }
  /// What the cell can be, with all below it, where `wanted` is `value`.
  std::set<std::int64_t> possible(std::size_t cell, std::size_t wanted, std::int64_t value) const {
    std::set<std::int64_t> sums;
    if (is_total_.contains(cell)) {
      sums.insert(0);
      for (const auto part : below(cell)) {
        std::set<std::int64_t> next;
        for (const auto sum : sums)
          for (const auto one : possible(part, wanted, value))
            if (sum + one <= most) next.insert(sum + one);
        sums = std::move(next);
      }
    } else if (!hidden_[cell]) {
      sums.insert(number(cell));
    } else {
      for (std::int64_t i = 0; i <= most; ++i) sums.insert(i);
    }
    std::erase_if(sums, [&](std::int64_t sum) {
      return (!hidden_[cell] && sum != number(cell)) || (cell == wanted && sum != value);
    });
    return sums;
  }
  bool could_be(std::size_t wanted, std::int64_t value) const { return !possible(0, wanted, value).empty(); }

  static constexpr std::int64_t most = 150;
  const Cells& cells_;
  const std::vector<bool>& hidden_;
  std::set<std::size_t> is_total_;
};

RC_GTEST_PROP(SuppressionProperty, NothingSuppressedCanBeWorkedOut, ()) {
  const auto cells = random_tree();
  const auto hidden = suppressed_cells(cells);
  Attack attack(cells, hidden);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].is_small) RC_ASSERT(hidden[i]);
    if (hidden[i]) RC_ASSERT(attack.is_safe(i));
  }
}

RC_GTEST_PROP(SuppressionProperty, NothingIsSuppressedWithoutNeed, ()) {
  auto cells = random_tree();
  for (auto& cell : cells) cell.is_small = false;
  for (const bool is_hidden : suppressed_cells(cells)) RC_ASSERT(!is_hidden);
}

}  // namespace
}  // namespace rapport
