// Numbers in and out.
#include "measures/amount.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view thin_space = "\xE2\x80\x89";
constexpr std::string_view narrow_space = "\xE2\x80\xAF";
constexpr std::string_view pound = "\xC2\xA3";
constexpr std::size_t digits_max = 15;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string without(std::string text, std::string_view part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at))
    text.erase(at, part.size());
  return text;
}

std::string bare(std::string_view text) {
  std::string number(trim(text));
  if (number.starts_with(pound)) number.erase(0, pound.size());
  if (number.ends_with('%')) number.pop_back();
  for (const auto space : {no_break_space, thin_space, narrow_space, std::string_view(" ")})
    number = without(std::move(number), space);
  return number;
}

/// "12,480" as "12480"; nothing where a comma stands elsewhere.
std::optional<std::string> without_thousands(std::string_view whole) {
  std::string digits;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (whole[i] != ',') {
      digits += whole[i];
      continue;
    }
    const bool parts_thousands = i > 0 && (whole.size() - i) % 4 == 0;
    if (!parts_thousands) return std::nullopt;
  }
  return digits;
}

Refusal no_number(std::string_view text, std::string_view why) {
  return invalid("", "“" + shorten(text, 30) + "” " + std::string(why));
}

std::string with_commas(std::int64_t number) {
  auto digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits;
}

}  // namespace

Result<Amount> read_amount(std::string_view text) {
  const auto number = bare(text);
  if (number.starts_with('-') || number.starts_with("\xE2\x88\x92"))
    return no_number(text, "is below nothing. A figure starts at 0.");
  const auto point = number.find('.');
  const auto decimals = point == std::string::npos ? std::string() : number.substr(point + 1);
  const auto whole = without_thousands(std::string_view(number).substr(0, point));
  if (!whole)
    return no_number(text,
                     "has a comma where no thousands are parted. Write decimals with a point, as 12.5.");
  const bool is_number = !whole->empty() && std::ranges::all_of(*whole, is_digit) &&
                         std::ranges::all_of(decimals, is_digit) &&
                         (point == std::string::npos || !decimals.empty());
  if (!is_number) return no_number(text, "is not a number.");
  if (decimals.size() > 2) return no_number(text, "has more than two decimals.");
  if (whole->size() > digits_max || std::stoll(*whole) > amount_max)
    return no_number(text, "is too large to be a figure of a department.");
  auto hundredths = std::stoll(*whole) * 100;
  if (!decimals.empty()) hundredths += std::stoll(decimals) * (decimals.size() == 1 ? 10 : 1);
  return Amount{hundredths};
}

std::string number_words(Amount amount) {
  const auto rest = amount.hundredths % 100;
  if (rest == 0) return with_commas(amount.hundredths / 100);
  return number_words(amount, rest % 10 == 0 ? 1 : 2);
}

std::string number_words(Amount amount, int decimals) {
  if (decimals <= 0) return with_commas((amount.hundredths + 50) / 100);
  if (decimals == 1) {
    const auto tenths = (amount.hundredths + 5) / 10;
    return with_commas(tenths / 10) + "." + std::to_string(tenths % 10);
  }
  const auto rest = std::to_string(amount.hundredths % 100);
  return with_commas(amount.hundredths / 100) + "." + (rest.size() == 1 ? "0" : "") + rest;
}

}  // namespace rapport
