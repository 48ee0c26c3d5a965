// Forms: fields by name, and the urlencoded kind. The multipart kind is in multipart.cpp.
#include "http/form.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "http/ascii.hpp"

namespace rapport::http {
namespace {

constexpr std::size_t fields_max =
    5000;  // a field costs some 130 bytes: bounds what a body of ampersands can take

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<std::string> decode_word(std::string_view text) {
  std::string spaced(text);
  std::ranges::replace(spaced, '+', ' ');
  auto word = percent_decode(spaced);
  if (!word || !is_clean_utf8(*word)) return {};
  return word;
}

}  // namespace

std::string_view Form::value(std::string_view name) const {
  const auto found = std::ranges::find(fields_, name, &Field::name);
  return found == fields_.end() ? std::string_view() : std::string_view(found->value);
}

std::vector<std::string_view> Form::values(std::string_view name) const {
  std::vector<std::string_view> all;
  for (const auto& field : fields_)
    if (field.name == name) all.emplace_back(field.value);
  return all;
}

bool Form::has(std::string_view name) const {
  return std::ranges::find(fields_, name, &Field::name) != fields_.end();
}

const Field* Form::file(std::string_view name) const {
  const auto found = std::ranges::find_if(
      fields_, [name](const Field& field) { return field.name == name && !field.file_name.empty(); });
  return found == fields_.end() ? nullptr : &*found;
}

std::optional<long> Form::number(std::string_view name) const {
  const auto text = trim_blanks(value(name));
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

void Form::add(std::string name, std::string value) {
  fields_.push_back({std::move(name), std::move(value), {}, {}});
}

std::optional<Form> parse_urlencoded(std::string_view text) {
  const auto count = static_cast<std::size_t>(std::ranges::count(text, '&')) + 1;
  if (count > fields_max) return {};
  std::vector<Field> fields;
  fields.reserve(count);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('&', begin), text.size());
    const auto pair = text.substr(begin, end - begin);
    begin = end + 1;
    if (pair.empty()) continue;
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = decode_word(pair.substr(0, equals));
    auto value = decode_word(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value) return {};
    fields.push_back({std::move(*name), std::move(*value), {}, {}});
  }
  return Form(std::move(fields));
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_alphanumeric = (c >= '0' && c <= '9') || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z');
    if (is_alphanumeric || c == '-' || c == '.' || c == '_' || c == '~') {
      out += c;
    } else {
      out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return out;
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
    if (high < 0 || low < 0) return {};
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

}  // namespace rapport::http
