// Escaping and the few values that are not plain text.
#include "html/html.hpp"

#include <charconv>

namespace rapport::html {
namespace {

constexpr bool needs_escape(char c) {
  return c == '&' || c == '<' || c == '>' || c == '"' || c == '\'';
}

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

bool starts_without_case(std::string_view text, std::string_view lower_prefix) {
  if (text.size() < lower_prefix.size()) return false;
  for (std::size_t i = 0; i < lower_prefix.size(); ++i) {
    const char c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != lower_prefix[i]) return false;
  }
  return true;
}

bool is_safe_address(std::string_view address) {
  for (const char c : address)
    if (static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == 0x7f) return false;
  if (address.starts_with("//")) return false;
  if (address.empty() || address[0] == '/' || address[0] == '#' || address[0] == '?') return true;
  return starts_without_case(address, "https://") || starts_without_case(address, "http://") ||
         starts_without_case(address, "mailto:") || starts_without_case(address, "tel:");
}

}  // namespace

Url::Url(std::string_view address) : text_(is_safe_address(address) ? address : "#") {}

void append_escaped(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    out.append(text, done, i - done);
    out += entity(text[i]);
    done = i + 1;
  }
  out.append(text, done);
}

void Writer::write_value(const Attribute& attribute) {
  if (!attribute.is_present) return;
  out_ += ' ';
  out_ += attribute.name;
  if (!attribute.has_value) return;
  out_ += "=\"";
  append_escaped(out_, attribute.text);
  out_ += '"';
}

void Writer::write_number(std::int64_t number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out_.append(digits, end);
}

}  // namespace rapport::html
