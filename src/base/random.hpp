// Randomness and digests from libsodium. Not passwords: those are in staff/.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace rapport {

/// `bytes` random bytes as unpadded base64url: 32 bytes give 43 characters.
[[nodiscard]] std::string random_token(std::size_t bytes = 32);
/// `length` characters of [a-z2-9] without look-alikes (no i, l, o, 0, 1), for addresses such as
/// jane-smith-4f2k.
[[nodiscard]] std::string random_suffix(std::size_t length);
/// SHA-256, lower-case hex.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);
/// The first half of a SHA-256: tells texts apart without keeping them.
struct Fingerprint {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  friend auto operator<=>(const Fingerprint&, const Fingerprint&) = default;
};
[[nodiscard]] Fingerprint fingerprint_of(std::string_view bytes);
/// As `fingerprint_of` of what has this `sha256_hex`; of anything else some fingerprint.
[[nodiscard]] Fingerprint fingerprint_of_hex(std::string_view sha256_hex);

/// HMAC-SHA-256 (32-byte key derived from `key`), lower-case hex.
[[nodiscard]] std::string hmac_hex(std::string_view key, std::string_view bytes);
/// Compares without telling by its duration where the two differ.
[[nodiscard]] bool equal_in_constant_time(std::string_view left, std::string_view right);

}  // namespace rapport

template <>
struct std::hash<rapport::Fingerprint> {
  std::size_t operator()(const rapport::Fingerprint& one) const noexcept { return one.first; }
};
