// A form's fields as sent: names may repeat. Of a file its name; uploaded_file.hpp has what it holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::http {

struct Field {
  std::string name;
  std::string value;      ///< empty where the field is a file
  std::string file_name;  ///< empty where the field is no file
  std::string content_type;
};

class Form {
 public:
  Form() = default;
  explicit Form(std::vector<Field> fields) : fields_(std::move(fields)) {}

  /// The first value of that name, empty where there is none.
  [[nodiscard]] std::string_view value(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> values(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] const Field* file(std::string_view name) const;
  [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }
  /// The value as a whole number, nothing where it is none or out of range.
  [[nodiscard]] std::optional<long> number(std::string_view name) const;

  void add(std::string name, std::string value);

 private:
  std::vector<Field> fields_;
};

/// `a=b&c=d`, percent-decoded with + as space; at most 5,000 fields. Nothing when it is malformed, has NUL or
/// is not UTF-8.
[[nodiscard]] std::optional<Form> parse_urlencoded(std::string_view text);
/// multipart/form-data; at most 200 parts, and a part is never split again. Text fields and file names must
/// be clean UTF-8; files may be any bytes. A file's name comes without folders. A file input left empty is a
/// field with no value.
[[nodiscard]] std::optional<Form> parse_multipart(std::string_view content_type, std::string_view body);
/// For an address: everything but unreserved characters as %XX.
[[nodiscard]] std::string percent_encode(std::string_view text);
/// Undoes %XX; + stays +. Nothing where a % is not followed by two hex digits. The bytes are not checked.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text);

}  // namespace rapport::http
