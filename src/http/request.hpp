// A request as a handler sees it: parsed, limited and checked for clean UTF-8. Plain data.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
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
  std::string target;  ///< as sent: path and query
  std::string path;    ///< percent-decoded; always begins with /. To show and compare, not to route by
  Form query;          ///< the query's fields
  std::vector<Header> headers;
  std::string body;
  std::string peer;        ///< the client's address; of a trusted proxy's client where that is configured
  std::string id;          ///< for the log and the error page, 12 characters
  bool is_secure = false;  ///< came over TLS, here or at a trusted proxy
  std::vector<std::pair<std::string, std::string>> parameters;  ///< what the router matched: {person} -> text
  std::string route;  ///< the route's pattern, written by whoever routes; reaches the log through Served

  /// The path as sent, still percent-encoded: what the router wants, so that %2F stays inside its segment.
  [[nodiscard]] std::string_view raw_path() const;
  /// A header's value, the first where it came several times; or nothing.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
  [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
  /// What `{name}` of the route matched; empty when the route has none of that name.
  [[nodiscard]] std::string_view parameter(std::string_view name) const;
  /// The body as a form: application/x-www-form-urlencoded or multipart/form-data. An empty form for any
  /// other type. Throws BadRequest where the form is malformed, has NUL or is not UTF-8. Read once and kept
  /// as long as the request: body and headers must not change afterwards.
  [[nodiscard]] const Form& form() const;

  mutable std::shared_ptr<const Form> kept_form = {};  ///< what `form` read; nobody else's business
};

/// Thrown by `Request::form`; a handler lets it pass and the server answers 400 with the page of
/// `on_failure`.
class BadRequest : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// GET for `GET`, other for what is not known. Methods are case-sensitive.
[[nodiscard]] Method parse_method(std::string_view word);
/// `GET`; `OTHER` where the method was not known.
[[nodiscard]] std::string_view method_name(Method method);

}  // namespace rapport::http
