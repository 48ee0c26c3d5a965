// Encodings by ICU, which stays in here.
#include "spreadsheet/csv_encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/text.hpp"
#include "spreadsheet/csv.hpp"

namespace rapport::spreadsheet {
namespace {

constexpr std::string_view utf16_little_mark = "\xFF\xFE";
constexpr std::string_view utf16_big_mark = "\xFE\xFF";
constexpr std::size_t piece_bytes = 256UL << 10;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converter_of(const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding, &error));
  if (U_FAILURE(error)) throw std::runtime_error(std::string("cannot convert from ") + encoding);
  return converter;
}

bool has_utf16_nul(std::string_view bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
    if (bytes[i] == '\0' && bytes[i + 1] == '\0') return true;
  return false;
}

struct Named {
  std::string_view encoding;
  std::string_view bytes;  ///< without the mark
  bool has_nul = false;
};

Named named(std::string_view bytes) {
  const auto has_nul = [](std::string_view text) { return text.find('\0') != std::string_view::npos; };
  if (bytes.starts_with(csv_byte_order_mark))
    if (const auto text = bytes.substr(csv_byte_order_mark.size()); is_clean_utf8(text))
      return {"UTF-8", text, has_nul(text)};
  for (const auto& [mark, encoding] :
       {std::pair(utf16_little_mark, "UTF-16LE"), std::pair(utf16_big_mark, "UTF-16BE")})
    if (bytes.starts_with(mark)) return {encoding, bytes.substr(2), has_utf16_nul(bytes.substr(2))};
  return {is_clean_utf8(bytes) ? "UTF-8" : "windows-1252", bytes, has_nul(bytes)};
}

}  // namespace

class TextReader::Conversion {
 public:
  Conversion(const std::string& encoding, std::size_t bytes)
      : from_(converter_of(encoding.c_str())),
        to_(converter_of("UTF-8")),
        piece_(std::min(piece_bytes, 3 * bytes + 16), '\0') {}

  /// Takes what it converted off `rest`.
  std::string_view next(std::string_view& rest) {
    const char* source = rest.data();
    char* target = piece_.data();
    UErrorCode error = U_ZERO_ERROR;
    ucnv_convertEx(to_.get(), from_.get(), &target, target + piece_.size(), &source, source + rest.size(),
                   pivot_.data(), &pivot_source_, &pivot_target_, pivot_.data() + pivot_.size(), 0, 1,
                   &error);
    if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR)
      throw std::runtime_error(std::string("cannot convert: ") + u_errorName(error));
    rest.remove_prefix(static_cast<std::size_t>(source - rest.data()));
    return {piece_.data(), static_cast<std::size_t>(target - piece_.data())};
  }

 private:
  Converter from_;
  Converter to_;
  std::string piece_;
  std::array<UChar, 1024> pivot_{};
  UChar* pivot_source_ = pivot_.data();
  UChar* pivot_target_ = pivot_.data();
};

TextReader::TextReader(std::string encoding, std::string_view bytes)
    : encoding_(std::move(encoding)), rest_(bytes) {
  if (encoding_ != "UTF-8") conversion_ = std::make_unique<Conversion>(encoding_, bytes.size());
}
TextReader::TextReader(TextReader&&) noexcept = default;
TextReader::~TextReader() = default;

Result<TextReader> TextReader::open(std::string_view bytes) {
  const auto found = named(bytes);
  if (found.has_nul)
    return invalid("file",
                   "This is not a CSV file. In the spreadsheet, choose “Save as CSV UTF-8” and try again.");
  return TextReader(std::string(found.encoding), found.bytes);
}

std::string_view TextReader::next() {
  if (conversion_) return conversion_->next(rest_);
  const auto piece = rest_.substr(0, piece_bytes);
  rest_.remove_prefix(piece.size());
  return piece;
}

}  // namespace rapport::spreadsheet
