// What a page's handler is given: the request, who asks, and what the frame around the page needs to know.
#pragma once

#include <string>

#include "http/request.hpp"
#include "scope/scope.hpp"

namespace rapport::ui {

/// One visit of a signed-in member of staff. Handlers are `http::Response f(Visit&, …)`.
struct Visit {
  const http::Request& request;
  Scope& scope;
  std::string csrf_token;  ///< goes into every form as the hidden field `csrf` and into the page's meta
  std::string colours;     ///< "device", "light" or "dark"
  bool has_single_keys = true;
  std::string institution_name;
  std::string place_in_library;  ///< the small line under the name: team or role

  /// Asked for by script as a fragment: without the frame.
  [[nodiscard]] bool is_partial() const {
    return request.query.has("partial") || request.header("X-Rapport-Partial").has_value();
  }
};

}  // namespace rapport::ui
