#include "base/random.hpp"

#include <gtest/gtest.h>

#include <set>

namespace rapport {
namespace {

TEST(RandomToken, IsBase64UrlOfTheBytesAskedFor) {
  EXPECT_EQ(random_token().size(), 43U);
  EXPECT_EQ(random_token(16).size(), 22U);
  EXPECT_EQ(random_token(0), "");
  const auto alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  EXPECT_EQ(random_token(3000).find_first_not_of(alphabet), std::string::npos);
}

TEST(RandomToken, DoesNotRepeat) {
  std::set<std::string> tokens;
  for (int i = 0; i < 10000; ++i) tokens.insert(random_token());
  EXPECT_EQ(tokens.size(), 10000U);
}

TEST(RandomSuffix, HasNoLookAlikes) {
  const std::string suffix = random_suffix(20000);
  EXPECT_EQ(suffix.size(), 20000U);
  EXPECT_EQ(suffix.find_first_not_of("abcdefghjkmnpqrstuvwxyz23456789"), std::string::npos);
  EXPECT_EQ(std::set<char>(suffix.begin(), suffix.end()).size(), 31U);
}

TEST(Digest, AgreesWithThePublishedVectors) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hmac, DependsOnKeyAndBytes) {
  EXPECT_EQ(hmac_hex("key", "bytes"), hmac_hex("key", "bytes"));
  EXPECT_NE(hmac_hex("key", "bytes"), hmac_hex("kez", "bytes"));
  EXPECT_NE(hmac_hex("key", "bytes"), hmac_hex("key", "bytez"));
  EXPECT_EQ(hmac_hex("", "").size(), 64U);
}

TEST(EqualInConstantTime, ComparesLikeAnyComparison) {
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time("token", "token"));
  EXPECT_FALSE(equal_in_constant_time("token", "tokem"));
  EXPECT_FALSE(equal_in_constant_time("token", "toke"));
}

}  // namespace
}  // namespace rapport
