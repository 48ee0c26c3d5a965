// Passwords: what makes one acceptable, and Argon2id through libsodium. Who they belong to is not known here.
#pragma once

#include <cstddef>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

namespace rapport::staff {

inline constexpr std::size_t password_characters_min = 12;
inline constexpr std::size_t password_characters_max = 256;

/// The password as it is hashed: composed (NFC), without white space around it, so that two keyboards and a
/// careless paste give the same one. `typed` is clean UTF-8.
[[nodiscard]] std::string password_as_kept(std::string_view typed);

/// What is wrong with it in the user's words, or nothing: too short, too long, the username with little
/// added, a very common one, one or two characters repeated. No rules about digits and signs (NIST SP
/// 800-63B).
[[nodiscard]] std::optional<std::string> password_fault(std::string_view password, std::string_view username);

/// What one hash costs. The default is OWASP's for Argon2id: 19 MiB, two passes.
struct HashCost {
  unsigned long long passes = 2;
  std::size_t memory_bytes = std::size_t{19} * 1024 * 1024;
};

/// Thread-safe. At most two hashes are made at once, whoever comes later waits: memory stays bounded.
class PasswordHasher {
 public:
  explicit PasswordHasher(HashCost cost = {});

  /// `$argon2id$…`, with its salt and cost. Throws std::bad_alloc where the memory cannot be had.
  [[nodiscard]] std::string hash(std::string_view password);
  [[nodiscard]] bool is_right(std::string_view password, const std::string& hash);
  /// Costs what `is_right` costs: for a username that nobody has.
  void spend(std::string_view password);
  /// True where the hash was made at another cost and should be made again.
  [[nodiscard]] bool is_outdated(const std::string& hash) const;

 private:
  HashCost cost_;
  std::counting_semaphore<2> places_{2};
  std::string nobodys_hash_;
};

}  // namespace rapport::staff
