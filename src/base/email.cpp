// Mail addresses: one @, a domain with a dot, nothing that could break a header.
#include "base/email.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace rapport {
namespace {

constexpr std::size_t address_bytes_max = 254;  // RFC 5321, errata 1690
constexpr std::size_t local_bytes_max = 64;

/// Neither white space, controls nor characters that end or begin something else in a mail header.
bool has_only_address_characters(std::string_view text) {
  constexpr std::string_view refused = "\"(),:;<>[\\]";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    const bool is_space_or_control = c <= 0x20 || (c >= 0x7F && c <= 0xA0) || (c >= 0x2000 && c <= 0x206F) ||
                                     c == 0x1680 || c == 0x3000 || c == 0xFEFF;
    if (c == ill_formed || is_space_or_control) return false;
    if (c < 0x80 && refused.find(static_cast<char>(c)) != std::string_view::npos) return false;
  }
  return true;
}

/// Every part between the dots has letters or digits and does not begin or end with a hyphen.
bool is_domain(std::string_view domain) {
  if (domain.find('.') == std::string_view::npos) return false;
  for (const std::string_view label : split(domain, '.')) {
    if (label.empty() || label.front() == '-' || label.back() == '-') return false;
    for (const char c : label) {
      const bool is_ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      const bool is_beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
      if (!is_ascii_letter && !is_beyond_ascii && !(c >= '0' && c <= '9') && c != '-') return false;
    }
  }
  return true;
}

bool is_local_part(std::string_view local) {
  return !local.empty() && local.size() <= local_bytes_max && local.front() != '.' && local.back() != '.' &&
         local.find("..") == std::string_view::npos;
}

}  // namespace

std::optional<std::string> parse_email(std::string_view text) {
  const std::string_view address = trim(text);
  const std::size_t at = address.find('@');
  if (at == std::string_view::npos || address.size() > address_bytes_max) return std::nullopt;
  const std::string_view local = address.substr(0, at);
  const std::string_view domain = address.substr(at + 1);
  if (!has_only_address_characters(address) || !is_local_part(local) || !is_domain(domain))
    return std::nullopt;
  std::string parsed(address.substr(0, at + 1));
  for (const char c : domain) parsed += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return parsed;
}

}  // namespace rapport
