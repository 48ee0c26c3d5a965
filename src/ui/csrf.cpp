// Was this form sent from a page of ours?
#include "ui/csrf.hpp"

#include "base/random.hpp"

namespace rapport::ui {

std::string origin_of(const http::Request& request) {
  return (request.is_secure ? "https://" : "http://") + std::string(request.header("Host").value_or(""));
}

bool is_from_here(const http::Request& request, std::string_view own_origin) {
  const auto site = request.header("Sec-Fetch-Site");
  if (site && *site != "same-origin") return false;
  const auto origin = request.header("Origin");
  if (!origin) return true;
  // A page that tells nobody where it came from sends "null"; the browser itself says that it was ours.
  if (*origin == "null" && site) return true;
  return own_origin.empty() ? *origin == origin_of(request) : *origin == own_origin;
}

bool is_csrf_ok(const http::Request& request, std::string_view csrf_token, std::string_view own_origin) {
  if (csrf_token.empty() || !is_from_here(request, own_origin)) return false;
  if (const auto token = request.header("X-CSRF-Token")) return equal_in_constant_time(*token, csrf_token);
  return equal_in_constant_time(request.form().value("csrf"), csrf_token);
}

}  // namespace rapport::ui
