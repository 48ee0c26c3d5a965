// What a handler asks of a request. Reading the head is target.cpp and parser.cpp.
#include "http/request.hpp"

#include <algorithm>
#include <array>

#include "http/ascii.hpp"

namespace rapport::http {
namespace {

constexpr std::array<std::pair<std::string_view, Method>, 7> method_words{{
    {"GET", Method::get},
    {"HEAD", Method::head},
    {"POST", Method::post},
    {"PUT", Method::put},
    {"PATCH", Method::patch},
    {"DELETE", Method::delete_},
    {"OPTIONS", Method::options},
}};

std::string_view without_quotes(std::string_view value) {
  const bool is_quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return is_quoted ? value.substr(1, value.size() - 2) : value;
}

}  // namespace

std::string_view Request::raw_path() const {
  const std::string_view whole = target;
  return whole.substr(0, whole.find('?'));
}

std::optional<std::string_view> Request::header(std::string_view name) const {
  for (const auto& header : headers)
    if (equals_ignoring_case(header.name, name)) return header.value;
  return {};
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
  std::optional<std::string_view> found;
  for (const auto& header : headers) {
    if (!equals_ignoring_case(header.name, "cookie")) continue;
    for_each_part(header.value, ';', [&](std::string_view pair) {
      const auto equals = pair.find('=');
      if (found || equals == std::string_view::npos || trim_blanks(pair.substr(0, equals)) != name) return;
      found = without_quotes(trim_blanks(pair.substr(equals + 1)));
    });
  }
  return found;
}

std::string_view Request::parameter(std::string_view name) const {
  for (const auto& [key, text] : parameters)
    if (key == name) return text;
  return {};
}

const Form& Request::form() const {
  if (kept_form) return *kept_form;
  const auto content_type = header("content-type").value_or("");
  const auto type = trim_blanks(content_type.substr(0, content_type.find(';')));
  std::optional<Form> form = Form();
  if (equals_ignoring_case(type, "application/x-www-form-urlencoded")) form = parse_urlencoded(body);
  if (equals_ignoring_case(type, "multipart/form-data")) form = parse_multipart(content_type, body);
  if (!form) throw BadRequest("the form cannot be read: malformed, or not clean UTF-8");
  kept_form = std::make_shared<const Form>(std::move(*form));
  return *kept_form;
}

Method parse_method(std::string_view word) {
  const auto found = std::ranges::find(method_words, word, &std::pair<std::string_view, Method>::first);
  return found == method_words.end() ? Method::other : found->second;
}

std::string_view method_name(Method method) {
  const auto found = std::ranges::find(method_words, method, &std::pair<std::string_view, Method>::second);
  return found == method_words.end() ? "OTHER" : found->first;
}

}  // namespace rapport::http
