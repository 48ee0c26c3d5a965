// Bump credit by hand-worked cases: each chain is written down as a line, each figure worked out on paper.
#include "bumps/credit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>
#include <string>

namespace rapport {
namespace {

Id<Staff> colleague(char letter) {
  return {letter - 'A' + 1};
}

/// A step as "number value staff [<parents] [@academics] [dDAY] [kKIND]", steps parted by ";". Unless said,
/// an outcome is of kind 1, on the day of its number, with an academic of its own; "." is nobody; "@" alone
/// is the department without a name; "~" marks an outcome elsewhere.
struct Notation {
  CreditStep step;
  bool is_elsewhere = false;
};

void read_word(const std::string& word, Notation& notation) {
  auto& step = notation.step;
  const auto rest = word.substr(1);
  if (word[0] == '~') notation.is_elsewhere = true;
  if (word[0] == 'd') step.happened_on = Date::of(2026, 9, 1)->plus_days(std::stoi(rest));
  if (word[0] == 'k') step.kind = {std::stoi(rest)};
  if (word[0] == '<') {
    std::istringstream numbers(rest);
    for (std::string number; std::getline(numbers, number, ',');) step.parents.push_back({std::stoi(number)});
  }
  if (word[0] == '@') {
    step.people.clear();
    if (rest.empty()) step.org_unit = Id<OrgUnit>{1};
    for (const char letter : rest) step.people.push_back({letter});
  }
}

Notation read_step(const std::string& text) {
  std::istringstream words(text);
  int number = 0;
  int value = 0;
  std::string staff;
  words >> number >> value >> staff;
  Notation notation{.step = {.id = {number},
                             .kind = {1},
                             .outcome_value = value,
                             .happened_on = Date::of(2026, 9, 1)->plus_days(number),
                             .people = {{1000 + number}}}};
  for (const char letter : staff)
    if (letter != '.') notation.step.staff.push_back(colleague(letter));
  for (std::string word; words >> word;) read_word(word, notation);
  return notation;
}

CreditChain chain_of(const std::string& text) {
  CreditChain chain;
  std::istringstream steps(text);
  for (std::string step; std::getline(steps, step, ';');) {
    const auto notation = read_step(step);
    (notation.is_elsewhere ? chain.elsewhere : chain.steps).push_back(notation.step);
  }
  return chain;
}

/// "A 1.75 B 1.75 C 0.5", in the order of first steps.
std::string figures(const std::vector<CreditShare>& shares) {
  std::ostringstream out;
  for (const auto& share : shares)
    out << (out.tellp() > 0 ? " " : "") << static_cast<char>('A' + share.staff.value - 1) << " "
        << std::round(share.amount * 1e4) / 1e4;
  return out.str();
}

struct Case {
  std::string_view name;
  std::string chain;
  std::string credit;
};

const Case cases[] = {
    {"the example of the definition", "1 0 A; 2 0 A <1; 3 3 B <2; 4 1 C <3 k2", "A 1.75 B 1.75 C 0.5"},
    {"an outcome alone stays with whoever delivered it", "1 3 A", "A 3"},
    {"two who delivered together share equally", "1 3 AB", "A 1.5 B 1.5"},
    {"each step keeps half, the root keeps all", "1 0 A; 2 0 B <1; 3 0 C <2; 4 8 D <3", "A 1 B 1 C 2 D 4"},
    {"several parents share equally", "1 0 A; 2 0 B; 3 4 C <1,2", "A 1 B 1 C 2"},
    {"by their staff and not by records", "1 0 A; 2 0 A; 3 0 A; 4 0 B; 5 4 C <1,2,3,4", "A 1 B 1 C 2"},
    {"the records of one person pass on as one step", "1 0 D; 2 0 A; 3 0 A <1; 4 4 C <2,3", "D 1 A 1 C 2"},
    {"one’s own record beside a shared one counts with it", "1 0 AB; 2 0 A; 3 4 C <1,2", "A 1 B 1 C 2"},
    {"one’s own earlier steps are looked through", "1 0 B; 2 0 A <1; 3 0 A <2; 4 4 A <3", "B 2 A 2"},
    {"and so is a colleague met later in the chain", "1 0 A; 2 0 B <1; 3 4 A <2", "A 2 B 2"},
    {"of a shared earlier step the other one remains", "1 0 AB; 2 4 A <1", "A 2 B 2"},
    {"alone after a shared step one only goes on with it", "1 0 D; 2 0 AB <1; 3 0 A <2; 4 8 C <3",
     "D 2 A 1 B 1 C 4"},
    {"over several records too", "1 0 D; 2 0 AB <1; 3 0 A <2; 4 0 A <3; 5 8 C <4", "D 2 A 1 B 1 C 4"},
    {"and where the other one went on as well", "1 0 D; 2 0 AB <1; 3 0 A <2; 4 0 B <2; 5 8 C <3,4",
     "D 2 A 1 B 1 C 4"},
    {"out of several shared steps with the most people", "1 0 ABC; 2 0 AB <1; 3 0 A <1,2; 4 16 D <3",
     "A 2.6667 B 2.6667 C 2.6667 D 8"},
    {"but an outcome of one’s own is a step", "1 0 D; 2 0 AB <1; 3 8 A <2", "D 2 A 4 B 2"},
    {"what was taken back is looked through", "1 0 A; 2 0 . <1; 3 4 B <2", "A 2 B 2"},
    {"a chain that begins with what one may not read has its root after it", "1 0 .; 2 4 B <1", "B 4"},
    {"an outcome in the middle mints too", "1 0 A; 2 4 B <1; 3 2 C <2 k2", "A 2.5 B 2.5 C 1"},
    {"two branches meet again at their root", "1 0 A; 2 0 B <1; 3 0 C <1; 4 8 D <2,3", "A 2 B 1 C 1 D 4"},
    {"overlapping sets are two shares", "1 0 AB; 2 0 AC; 3 6 D <1,2", "A 1.5 B 0.75 C 0.75 D 3"},
    {"the second of a kind with one academic counts half", "1 6 A @x; 2 6 B @x; 3 6 C @x", "A 6 B 3 C 2"},
    {"of another kind it counts whole", "1 6 A @x; 2 6 B @x k2", "A 6 B 6"},
    {"the outcome with several academics takes the largest number", "1 6 A @x; 2 6 A @x; 3 6 B @xy; 4 6 C @y",
     "A 9 B 2 C 3"},
    {"without a name the department stands for the academic", "1 6 A @; 2 6 B @; 3 6 C @x", "A 6 B 3 C 6"},
    {"logged in two records it is one outcome", "1 6 A @x d5; 2 6 A @xy d5; 3 6 B @y d6", "A 6 B 3"},
    {"logged again by one of its staff too", "1 6 AB @x d5; 2 6 B @x d5", "A 3 B 3"},
    {"records joined by a third are one outcome, the last of them", "1 6 AB @x d5; 2 6 C @x d5; 3 6 BC @x d5",
     "A 0.75 B 1.5 C 0.75"},
    {"and both of its records lead back", "1 0 B; 2 0 C; 3 8 A @x d5 <1; 4 8 A @x d5 <2", "B 2 C 2 A 4"},
    {"on another day it is another outcome", "1 6 A @x d5; 2 6 A @x d6", "A 9"},
    {"with other staff on the same day too", "1 6 A @x d5; 2 6 B @x d5", "A 6 B 3"},
    {"outcomes outside the chain come before it in the counting", "1 6 A @x ~; 2 6 B @x; 3 6 C @y",
     "B 3 C 6"},
    {"a new academic year counts anew", "1 6 A @x; 2 6 B @x d340", "A 6 B 6"},
    {"what came to nothing brings nothing", "1 0 A; 2 0 B <1", "A 0 B 0"},
    {"a parent outside the chain counts for nothing", "2 4 A <1", "A 4"},
};

TEST(Credit, IsWhatOneWorksOutByHand) {
  for (const auto& [name, chain, credit] : cases)
    EXPECT_EQ(figures(credit_of(chain_of(chain))), credit) << name << ": " << chain;
}

TEST(Credit, OpensOntoTheStepsThatMadeIt) {
  const auto shares = credit_of(chain_of("1 0 A; 2 0 A <1; 3 3 B <2; 4 1 C <3 k2"));
  ASSERT_EQ(shares.size(), 3U);
  ASSERT_EQ(shares[1].parts.size(), 2U);
  EXPECT_EQ(shares[1].parts[0].step, Id<Interaction>{3});
  EXPECT_EQ(shares[1].parts[0].outcome, Id<Interaction>{3});
  EXPECT_DOUBLE_EQ(shares[1].parts[0].amount, 1.5);
  EXPECT_EQ(shares[1].parts[1].outcome, Id<Interaction>{4});
  EXPECT_DOUBLE_EQ(shares[1].parts[1].amount, 0.25);
}

TEST(Credit, OpensOntoAStepInWhichOneWas) {
  std::vector<Id<Interaction>> steps;
  for (const auto& part : credit_parts(chain_of("1 0 D; 2 0 AB <1; 3 0 A <2; 4 0 A <3; 5 8 C <4")))
    if (part.staff == colleague('B')) steps.push_back(part.step);
  EXPECT_EQ(steps, std::vector{Id<Interaction>{2}});
}

TEST(Credit, SaysWhichOfItsKindAnOutcomeWas) {
  const auto outcomes = outcomes_of(chain_of("1 6 A @x ~; 2 6 B @x d5; 3 6 B @x d5; 4 4 C d6"));
  ASSERT_EQ(outcomes.size(), 2U);
  EXPECT_EQ(outcomes[0], (CreditOutcome{.records = {{2}, {3}}, .number = 2, .value = 3}));
  EXPECT_EQ(outcomes[1], (CreditOutcome{.records = {{4}}, .number = 1, .value = 4}));
}

TEST(Credit, ComesToAnEndInATangleOfPaths) {
  // Twelve rows of five, each step out of all five before it: 244 million paths.
  std::string text;
  for (int row = 0; row < 12; ++row)
    for (int i = 0; i < 5; ++i) {
      text += std::to_string(row * 5 + i + 1) + " 0 " + static_cast<char>('A' + (row * 5 + i) % 26) + " ";
      for (int j = 0; row > 0 && j < 5; ++j)
        text += (j == 0 ? "<" : ",") + std::to_string((row - 1) * 5 + j + 1);
      text += ";";
    }
  auto chain = chain_of(text + "61 10 Z <56,57,58,59,60");
  double total = 0;
  for (const auto& share : credit_of(chain)) total += share.amount;
  EXPECT_NEAR(total, 10, 1e-6);
}

}  // namespace
}  // namespace rapport
