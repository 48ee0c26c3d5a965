// Small answers and cookies. Sending is head.cpp and connection.cpp, compression is compress.cpp.
#include "http/response.hpp"

#include <algorithm>
#include <stdexcept>

#include "http/ascii.hpp"

namespace rapport::http {
namespace {

/// RFC 6265 cookie-octet.
bool is_cookie_value(std::string_view value) {
  return std::ranges::all_of(value, [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && !is_control(c) &&
           std::string_view(" \",;\\").find(c) == std::string_view::npos;
  });
}

}  // namespace

Response& Response::with(std::string name, std::string value) & {
  headers.push_back({std::move(name), std::move(value)});
  return *this;
}

Response&& Response::with(std::string name, std::string value) && {
  headers.push_back({std::move(name), std::move(value)});
  return std::move(*this);
}

Response see_other(std::string location) {
  return Response{.status = 303, .content_type = ""}.with("Location", std::move(location));
}

Response plain_text(int status, std::string text) {
  return {
      .status = status, .content_type = "text/plain; charset=utf-8", .headers = {}, .body = std::move(text)};
}

std::string set_cookie(const Cookie& cookie) {
  if (!is_token(cookie.name) || !is_cookie_value(cookie.value))
    throw std::logic_error("a cookie cannot have this name or value: " + cookie.name);
  const bool wants_secure = cookie.name.starts_with("__Host-") || cookie.name.starts_with("__Secure-");
  if (wants_secure && !cookie.is_secure)
    throw std::logic_error("a browser drops this cookie unless it is Secure: " + cookie.name);
  std::string text = cookie.name + "=" + cookie.value + "; Path=/";
  if (cookie.max_age_seconds != 0) text += "; Max-Age=" + std::to_string(std::max(cookie.max_age_seconds, 0));
  if (cookie.is_secure) text += "; Secure";
  if (cookie.is_http_only) text += "; HttpOnly";
  text += cookie.same_site == SameSite::strict ? "; SameSite=Strict" : "; SameSite=Lax";
  return text;
}

}  // namespace rapport::http
