// What a file's bytes mean: UTF-8, UTF-16 or Windows-1252 to clean UTF-8, a piece at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace rapport::spreadsheet {

/// Text in UTF-8 from what a file holds. The bytes must outlive it. Unpaired halves become U+FFFD.
class TextReader {
 public:
  /// Looks at all bytes. Invalid where the text has NUL.
  [[nodiscard]] static Result<TextReader> open(std::string_view bytes);
  TextReader(TextReader&&) noexcept;
  ~TextReader();

  [[nodiscard]] const std::string& encoding() const { return encoding_; }
  /// At most 256 KB, which may end inside a character; empty at the end. Holds until the next call.
  [[nodiscard]] std::string_view next();

 private:
  class Conversion;
  TextReader(std::string encoding, std::string_view bytes);

  std::string encoding_;
  std::string_view rest_;
  std::unique_ptr<Conversion> conversion_;  ///< absent: the bytes are UTF-8
};

}  // namespace rapport::spreadsheet
