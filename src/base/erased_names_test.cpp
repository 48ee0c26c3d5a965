// Names that are taken out of texts.
#include "base/erased_names.hpp"

#include <gtest/gtest.h>

namespace rapport {
namespace {

const ErasedNames jane({"Jane Smith", "Smith Jane", "Jane Mary O’Neill", "j.smith@example.ac.uk",
                        "0000-0002-1825-0097"});

TEST(ErasedNames, TakesEveryFormOutOfAText) {
  EXPECT_EQ(jane.taken_out_of("Dr Jane Smith’s desk, JANE  SMITH."),
            "Dr [name erased]’s desk, [name erased].");
  EXPECT_EQ(jane.taken_out_of("Smith, Jane: j.smith@example.ac.uk"), "[name erased]: [name erased]");
  EXPECT_EQ(jane.taken_out_of("0000-0002-1825-0097"), "[name erased]");
  EXPECT_EQ(jane.taken_out_of("Jane Mary O'Neill spoke"), "[name erased] spoke");
}

TEST(ErasedNames, LeavesWhatIsNoWholeName) {
  for (const auto* text :
       {"Jane", "Smith", "Jane and Owen Smith", "Janet Smith", "Jane Smithson", "Jane Smiths", ""})
    EXPECT_EQ(jane.taken_out_of(text), std::nullopt) << text;
}

TEST(ErasedNames, LeavesOutNamesOfOneWord) {
  EXPECT_TRUE(ErasedNames({"May"}).empty());
  EXPECT_EQ(ErasedNames({"May"}).taken_out_of("In May"), std::nullopt);
}

TEST(ErasedNames, TakesSingleWordsOutOfListsOfNames) {
  EXPECT_EQ(jane.words_taken_out_of("Jane, the programme team"), "[name erased], the programme team");
  EXPECT_EQ(jane.words_taken_out_of("Smith and Owen"), "[name erased] and Owen");
  EXPECT_EQ(jane.words_taken_out_of("Smith's team"), "[name erased]'s team");
  EXPECT_EQ(jane.words_taken_out_of("the programme team"), std::nullopt);
}

TEST(ErasedNames, FindsANameWithAndWithoutAccents) {
  const ErasedNames sian({"Siân Probert"});
  EXPECT_EQ(sian.taken_out_of("Sian Probert asked"), "[name erased] asked");
  EXPECT_EQ(sian.taken_out_of("SIÂN PROBERT asked"), "[name erased] asked");
}

TEST(ErasedNames, HasPatternsThatEveryFormFits) {
  const ErasedNames sian({"Siân Probert"});
  EXPECT_EQ(sian.patterns(), (std::vector<std::string>{"%sian%probert%", "%si%n%probert%"}));
}

}  // namespace
}  // namespace rapport
