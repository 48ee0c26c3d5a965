// Argon2id through libsodium, and the few rules that a password keeps.
#include "staff/password.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>

#include "base/random.hpp"
#include "base/text.hpp"

namespace rapport::staff {
namespace {

/// Common ones that are long enough, folded and without what is not a letter or digit.
constexpr std::array<std::string_view, 30> common_passwords{
    "password1234",     "password12345",    "password123456",   "passwordpassword",
    "mypassword123",    "changeme1234",     "changemechangeme", "letmeinletmein",
    "welcome12345",     "welcomewelcome",   "qwertyuiopas",     "qwertyuiop12",
    "qwertyuiop123",    "qwerty123456",     "qwertyqwerty",     "123456789012",
    "1234567890123",    "12345678901234",   "123123123123",     "abcdefghijkl",
    "abcd12345678",     "abc123456789",     "1q2w3e4r5t6y",     "iloveyou1234",
    "iloveyouiloveyou", "administrator",    "administrator1",   "correcthorsebatterystaple",
    "librarylibrary",   "universitylibrary"};
constexpr std::size_t own_characters_min = 8;  ///< beside the username

std::string letters_and_digits(std::string_view password) {
  return join(folded_words(password), "");
}

/// "aaaaaaaaaaaa" and "121212121212".
bool is_monotonous(std::string_view password) {
  std::string kinds;
  for (const char c : password)
    if (kinds.find(c) == std::string::npos) kinds += c;
  return kinds.size() <= 2;
}

/// Too little is left where the username is taken out, however often it stands there.
bool is_little_more_than(std::string_view password, std::string_view username) {
  auto rest = fold(password);
  const auto name = fold(username);
  if (name.size() < 3 || rest.find(name) == std::string::npos) return false;
  for (auto at = rest.find(name); at != std::string::npos; at = rest.find(name)) rest.erase(at, name.size());
  return rest.size() < own_characters_min;
}

/// Holds one of the places for hashing.
class Place {
 public:
  explicit Place(std::counting_semaphore<2>& places) : places_(places) { places_.acquire(); }
  ~Place() { places_.release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  std::counting_semaphore<2>& places_;
};

}  // namespace

std::string password_as_kept(std::string_view typed) {
  return tidy(typed);
}

std::optional<std::string> password_fault(std::string_view password, std::string_view username) {
  const auto length = character_count(password);
  if (length == 0) return "Choose a password.";
  if (length < password_characters_min)
    return "Use at least " + std::to_string(password_characters_min) +
           " characters. A few words in a row do well.";
  if (length > password_characters_max)
    return "Use at most " + std::to_string(password_characters_max) + " characters.";
  if (is_little_more_than(password, username))
    return "This is too close to the username. Choose another password.";
  if (is_monotonous(password) || std::ranges::count(common_passwords, letters_and_digits(password)) > 0)
    return "Many people use this password, so it is tried first. Choose another one.";
  return std::nullopt;
}

PasswordHasher::PasswordHasher(HashCost cost) : cost_(cost), nobodys_hash_(hash(random_token())) {}

std::string PasswordHasher::hash(std::string_view password) {
  const Place place(places_);
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str(text.data(), password.data(), password.size(), cost_.passes, cost_.memory_bytes) != 0)
    throw std::bad_alloc();
  return text.data();
}

bool PasswordHasher::is_right(std::string_view password, const std::string& hash) {
  const Place place(places_);
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void PasswordHasher::spend(std::string_view password) {
  (void)is_right(password, nobodys_hash_);
}

bool PasswordHasher::is_outdated(const std::string& hash) const {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), cost_.passes, cost_.memory_bytes) != 0;
}

}  // namespace rapport::staff
