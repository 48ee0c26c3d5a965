// An answer as a handler gives it. Plain data; header values with CR, LF or NUL are refused when it is sent.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"

namespace rapport::http {

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::vector<Header> headers = {};
  std::string body = {};
  /// A body that lives as long as the program (an embedded asset); used where `body` is empty.
  std::string_view static_body = {};

  [[nodiscard]] std::string_view content() const {
    return body.empty() ? static_body : std::string_view(body);
  }
  Response& with(std::string name, std::string value) &;
  Response&& with(std::string name, std::string value) &&;
};

/// 303: the answer to every form that was taken.
[[nodiscard]] Response see_other(std::string location);
[[nodiscard]] Response plain_text(int status, std::string text);

enum class SameSite { lax, strict };
struct Cookie {
  std::string name;
  std::string value;
  int max_age_seconds = 0;  ///< 0: until the browser closes; negative: delete
  SameSite same_site = SameSite::lax;
  bool is_http_only = true;
  bool is_secure = true;
};
/// A Set-Cookie value with Path=/. Throws std::logic_error where a browser would drop the cookie: a name that
/// is no token, a value with characters that cookies cannot have, a `__Host-` or `__Secure-` name without
/// is_secure.
[[nodiscard]] std::string set_cookie(const Cookie& cookie);

/// Gzips the body (level 1) where the client takes it, the type is text and it is longer than 860 bytes. Adds
/// `Vary: Accept-Encoding` wherever the type is text. Leaves an answer alone that has a Content-Encoding.
void compress(Response& response, const Request& request);

}  // namespace rapport::http
