// Finds the route of a method and a path: literal segments before {named} ones. Says which methods a path
// has.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/request.hpp"

namespace rapport::http {

struct Match {
  std::optional<std::size_t>
      route;  ///< the number `add` gave; nothing: 404, or 405 where `allow` is not empty
  std::vector<std::pair<std::string, std::string>> parameters = {};
  std::string allow = {};
};

class Router {
 public:
  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  /// `pattern` is like `/people/{person}/brief`. Throws std::logic_error where it is there already.
  void add(Method method, std::string_view pattern, std::size_t route);
  /// HEAD finds GET's route. A trailing slash is another path. `raw_path` is still percent-encoded
  /// (Request::raw_path): it is split at / first and each segment decoded after, so %2F is data.
  [[nodiscard]] Match find(Method method, std::string_view raw_path) const;
  [[nodiscard]] Match find(const Request& request) const { return find(request.method, request.raw_path()); }

 private:
  struct Node;
  struct Walk;
  std::size_t step(std::size_t node, std::string_view segment);
  std::vector<Node> nodes_;
};

}  // namespace rapport::http
