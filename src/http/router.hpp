// Finds the route of a method and a path: literal segments before {named} ones. Says which methods a path has.
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
  std::optional<std::size_t> route;  ///< the number `add` gave; nothing: 404, or 405 where `allow` is not empty
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
  /// HEAD finds GET's route. A trailing slash is another path.
  [[nodiscard]] Match find(Method method, std::string_view path) const;

 private:
  struct Node;
  std::vector<Node> nodes_;
};

}  // namespace rapport::http
