// What a file's bytes mean: UTF-8, UTF-16 or Windows-1252 to clean UTF-8. ICU stays in here.
#include <unicode/ucnv.h>

#include "base/text.hpp"
#include "spreadsheet/csv.hpp"

namespace rapport::spreadsheet {
namespace {

constexpr std::string_view utf16_little_mark = "\xFF\xFE";
constexpr std::string_view utf16_big_mark = "\xFE\xFF";

/// Unpaired halves become U+FFFD; throws where ICU does not know the encoding.
std::string converted(const char* encoding, std::string_view bytes) {
  std::string text(bytes.size() * 3 + 16, '\0');
  UErrorCode error = U_ZERO_ERROR;
  const auto length = ucnv_convert("UTF-8", encoding, text.data(), static_cast<int32_t>(text.size()),
                                   bytes.data(), static_cast<int32_t>(bytes.size()), &error);
  if (U_FAILURE(error)) throw std::runtime_error(std::string("cannot convert from ") + encoding);
  text.resize(static_cast<std::size_t>(length));
  return text;
}

DecodedText decoded(std::string_view bytes) {
  if (bytes.starts_with(csv_byte_order_mark) && is_clean_utf8(bytes.substr(csv_byte_order_mark.size())))
    return {std::string(bytes.substr(csv_byte_order_mark.size())), "UTF-8"};
  if (bytes.starts_with(utf16_little_mark)) return {converted("UTF-16LE", bytes.substr(2)), "UTF-16LE"};
  if (bytes.starts_with(utf16_big_mark)) return {converted("UTF-16BE", bytes.substr(2)), "UTF-16BE"};
  if (is_clean_utf8(bytes)) return {std::string(bytes), "UTF-8"};
  if (bytes.find('\0') != std::string_view::npos) return {std::string(1, '\0'), ""};
  return {converted("windows-1252", bytes), "windows-1252"};
}

}  // namespace

Result<DecodedText> decode_text(std::string_view bytes) {
  constexpr std::size_t bytes_max = 512UL << 20;  // ICU counts in 32 bits
  if (bytes.size() > bytes_max) return invalid("file", "This file is too large. Cut it into parts.");
  auto text = decoded(bytes);
  if (text.text.find('\0') != std::string::npos)
    return invalid("file",
                   "This is not a CSV file. In the spreadsheet, choose “Save as CSV UTF-8” and try again.");
  return text;
}

}  // namespace rapport::spreadsheet
