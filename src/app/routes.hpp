// The table of contents: method, path, who may, handler. Nothing is reachable that is not a row here.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "app/permission.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::app {

class Application;

/// For somebody who is not signed in, or where it does not matter.
using OpenHandler = http::Response (*)(Application&, http::Request&);
/// For somebody who is signed in and has the permission. The directory is that of the visit's snapshot.
using SignedInHandler = http::Response (*)(Application&, ui::Visit&, const Directory&);

struct Route {
  http::Method method;
  std::string_view path;
  Permission permission;
  OpenHandler open = nullptr;
  SignedInHandler signed_in = nullptr;

  constexpr Route(http::Method route_method, std::string_view route_path, OpenHandler handler)
      : method(route_method), path(route_path), permission(Permission::anybody()), open(handler) {}
  constexpr Route(http::Method route_method, std::string_view route_path, Permission who,
                  SignedInHandler handler)
      : method(route_method), path(route_path), permission(who), signed_in(handler) {}

  /// Whether it may change what is kept. A preview is sent as a form because it can be long, and keeps
  /// nothing.
  [[nodiscard]] constexpr bool is_changing() const {
    return method != http::Method::get && !path.ends_with("/preview");
  }
};

[[nodiscard]] std::span<const Route> routes();
/// "GET /people/{person} staff", a line each: the golden table.
[[nodiscard]] std::string route_table();

}  // namespace rapport::app
