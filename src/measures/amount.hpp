// A number of a figure, to two decimals, kept exactly: figures are added up and compared.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace rapport {

/// Never negative where `read_amount` made it.
struct Amount {
  std::int64_t hundredths = 0;

  friend auto operator<=>(const Amount&, const Amount&) = default;
  friend Amount operator+(Amount a, Amount b) { return {a.hundredths + b.hundredths}; }
};

inline constexpr std::int64_t amount_max = 1'000'000'000'000;  ///< in whole ones

[[nodiscard]] constexpr Amount whole(std::int64_t number) {
  return {number * 100};
}

/// "12480", "12,480", "12 480.5", "£1,200", "78.4 %". Invalid without a field: no number, negative, more than
/// two decimals, a comma that does not part thousands, more than a million million.
[[nodiscard]] Result<Amount> read_amount(std::string_view text);

/// "12,480", "12,480.5": thousands parted by commas, no decimals that are 0.
[[nodiscard]] std::string number_words(Amount amount);
/// With as many decimals, rounded half away from zero: 78.35 is "78.4" with one.
[[nodiscard]] std::string number_words(Amount amount, int decimals);

}  // namespace rapport
