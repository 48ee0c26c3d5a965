// What makes a password acceptable, and that hashes are what they should be.
#include "staff/password.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>
#include <vector>

#include "support/staff_library.hpp"

namespace rapport::staff {
namespace {

using test::cheap_hashes;

TEST(Password, TakesWordsInARowWithoutRulesAboutSigns) {
  for (const char* password :
       {"seven grey herons wade", "ßäöü ßäöü żółw", "правда и вымысел", "0123a9f8b7c6"})
    EXPECT_EQ(password_fault(password, "priya"), std::nullopt) << password;
}

TEST(Password, RefusesWhatIsTooShortOrTooLong) {
  EXPECT_EQ(password_fault("", "priya"), "Choose a password.");
  EXPECT_TRUE(password_fault("elevenchars", "priya"));
  EXPECT_FALSE(password_fault("twelve chars", "priya"));
  EXPECT_TRUE(password_fault("猫猫猫", "priya")) << "characters are counted, not bytes";
  EXPECT_FALSE(password_fault(std::string(252, 'a') + "bcde", "priya"));
  EXPECT_TRUE(password_fault(std::string(253, 'a') + "bcde", "priya"));
}

TEST(Password, RefusesTheUsernameWithLittleAdded) {
  EXPECT_TRUE(password_fault("priya.nair.2026", "priya.nair"));
  EXPECT_TRUE(password_fault("Priya.Nair123", "priya.nair"));
  EXPECT_FALSE(password_fault("priya.nair likes herons", "priya.nair"));
}

TEST(Password, RefusesWhatManyPeopleUse) {
  for (const char* password : {"Password-1234", "qwertyuiop12", "aaaaaaaaaaaa", "121212121212",
                               "Let me in let me in", "correct horse battery staple", "123456789012"})
    EXPECT_TRUE(password_fault(password, "priya")) << password;
}

TEST(Password, IsTheSameFromTwoKeyboardsAndWithWhiteSpaceAroundIt) {
  EXPECT_EQ(password_as_kept(" caf\xC3\xA9 au lait \n"), password_as_kept("cafe\xCC\x81 au lait"));
}

TEST(PasswordHasher, KnowsTheRightOneAgain) {
  PasswordHasher hasher(cheap_hashes);
  const auto hash = hasher.hash("seven grey herons wade");
  EXPECT_TRUE(hash.starts_with("$argon2id$"));
  EXPECT_TRUE(hasher.is_right("seven grey herons wade", hash));
  EXPECT_FALSE(hasher.is_right("seven grey herons wad", hash));
  EXPECT_FALSE(hasher.is_right("seven grey herons wade", "not a hash"));
  EXPECT_NE(hasher.hash("seven grey herons wade"), hash) << "each has its own salt";
}

TEST(PasswordHasher, CostsNineteenMebibytesAndTwoPassesUnlessToldOtherwise) {
  PasswordHasher hasher;
  EXPECT_NE(hasher.hash("seven grey herons wade").find("$m=19456,t=2,p=1$"), std::string::npos);
}

TEST(PasswordHasher, SeesAHashOfAnotherCost) {
  PasswordHasher cheap(cheap_hashes);
  PasswordHasher dearer({.passes = 2, .memory_bytes = 16384});
  const auto hash = cheap.hash("seven grey herons wade");
  EXPECT_FALSE(cheap.is_outdated(hash));
  EXPECT_TRUE(dearer.is_outdated(hash));
  EXPECT_TRUE(dearer.is_right("seven grey herons wade", hash));
}

TEST(PasswordHasher, ServesManyThreadsTwoAtATime) {
  PasswordHasher hasher(cheap_hashes);
  const auto hash = hasher.hash("seven grey herons wade");
  std::atomic<int> right = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (int j = 0; j < 5; ++j)
        if (hasher.is_right("seven grey herons wade", hash)) ++right;
    });
  threads.clear();
  EXPECT_EQ(right, 40);
}

}  // namespace
}  // namespace rapport::staff
