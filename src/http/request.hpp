// A request as a handler sees it: parsed, limited and checked for clean UTF-8. Plain data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/form.hpp"

namespace rapport::http {

enum class Method { get, head, post, put, patch, delete_, options, other };

struct Header {
  std::string name;  ///< as sent; compared without case
  std::string value;
};

struct Request {
  Method method = Method::get;
  std::string target;       ///< as sent: path and query
  std::string path;         ///< percent-decoded path; always begins with /
  Form query;               ///< the query's fields
  std::vector<Header> headers;
  std::string body;
  std::string peer;         ///< the client's address; of a trusted proxy's client where that is configured
  std::string id;           ///< for the log and the error page, 12 characters
  bool is_secure = false;   ///< came over TLS, here or at a trusted proxy
  std::vector<std::pair<std::string, std::string>> parameters;  ///< what the router matched: {person} -> text

  /// A header's value, or nothing.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
  [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
  /// What `{name}` of the route matched; empty when the route has none of that name.
  [[nodiscard]] std::string_view parameter(std::string_view name) const;
  /// The body as a form: application/x-www-form-urlencoded or multipart/form-data. An empty form for any other type.
  [[nodiscard]] Form form() const;
};

}  // namespace rapport::http
