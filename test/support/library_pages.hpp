// Pages that need a request and the directory, asked as somebody of the small library; without a server.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "http/form.hpp"
#include "support/small_library.hpp"
#include "ui/visit.hpp"

namespace rapport::test {

class LibraryPages {
 protected:
  using Fields = std::vector<std::pair<std::string, std::string>>;
  using Page = http::Response (*)(const ui::Visit&, const Directory&);

  SmallLibrary library;
  Fields of_jane = {{"person", "jane-smith-4f2"}};

  http::Response get(Page page, Id<Staff> who, const Fields& parameters, const Fields& query = {}) {
    http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
    for (const auto& [name, value] : query) request.query.add(name, value);
    return ask(page, who, std::move(request), parameters);
  }
  http::Response post(Page page, Id<Staff> who, const Fields& parameters, const Fields& fields) {
    http::Request request{.method = http::Method::post, .target = "/", .path = "/"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : fields)
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    return ask(page, who, std::move(request), parameters);
  }

 private:
  http::Response ask(Page page, Id<Staff> who, http::Request request, const Fields& parameters) {
    request.parameters = {parameters.begin(), parameters.end()};
    const auto scope = library.scope(who);
    const auto directory = library.directory();
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return page(visit, *directory);
  }
};

}  // namespace rapport::test
