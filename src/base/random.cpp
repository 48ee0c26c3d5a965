// Randomness and digests from libsodium.
#include "base/random.hpp"

#include <sodium.h>

#include <array>
#include <charconv>
#include <stdexcept>

namespace rapport {
namespace {

/// Safe to repeat and from any thread; without it libsodium's randomness is not to be trusted.
void start_sodium() {
  static const bool is_started = sodium_init() >= 0;
  if (!is_started) throw std::runtime_error("libsodium did not start: no source of randomness.");
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

template <std::size_t size>
std::string hex(const std::array<unsigned char, size>& bytes) {
  std::string text(size * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

std::array<unsigned char, crypto_hash_sha256_BYTES> sha256(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), bytes_of(bytes), bytes.size());
  return digest;
}

}  // namespace

std::string random_token(std::size_t bytes) {
  start_sodium();
  std::string raw(bytes, '\0');
  randombytes_buf(raw.data(), raw.size());
  constexpr auto alphabet = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes, alphabet), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(raw), raw.size(), alphabet);
  text.pop_back();  // the closing NUL
  return text;
}

std::string random_suffix(std::size_t length) {
  start_sodium();
  constexpr std::string_view alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
  std::string text(length, '\0');
  for (char& c : text) c = alphabet[randombytes_uniform(alphabet.size())];
  return text;
}

std::string sha256_hex(std::string_view bytes) {
  return hex(sha256(bytes));
}

Fingerprint fingerprint_of(std::string_view bytes) {
  const auto digest = sha256(bytes);
  Fingerprint made;
  for (std::size_t i = 0; i < sizeof made.first; ++i) {
    made.first = made.first << 8 | digest[i];
    made.second = made.second << 8 | digest[i + sizeof made.first];
  }
  return made;
}

Fingerprint fingerprint_of_hex(std::string_view sha256_hex) {
  constexpr std::size_t digits = 16;
  Fingerprint made;
  const auto read = [](std::string_view text, std::uint64_t& number) {
    std::from_chars(text.data(), text.data() + text.size(), number, 16);
  };
  if (sha256_hex.size() < 2 * digits) return made;
  read(sha256_hex.substr(0, digits), made.first);
  read(sha256_hex.substr(digits, digits), made.second);
  return made;
}

std::string hmac_hex(std::string_view key, std::string_view bytes) {
  static_assert(crypto_hash_sha256_BYTES == crypto_auth_hmacsha256_KEYBYTES);
  const auto derived = sha256(key);
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code{};
  crypto_auth_hmacsha256(code.data(), bytes_of(bytes), bytes.size(), derived.data());
  return hex(code);
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace rapport
