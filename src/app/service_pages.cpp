// Answers machines.
#include "app/service_pages.hpp"

#include <algorithm>

#include "app/application.hpp"
#include "base/random.hpp"
#include "ui/assets.hpp"

namespace rapport::app {
namespace {

bool takes(const http::Request& request, std::string_view encoding) {
  const auto accepted = request.header("Accept-Encoding").value_or("");
  const auto at = accepted.find(encoding);
  if (at == std::string_view::npos) return false;
  const auto rest = accepted.substr(at + encoding.size(), 6);
  return !(rest.starts_with(";q=0") && (rest.size() == 4 || rest[4] != '.'));
}

bool may_read_metrics(const Application& application, const http::Request& request) {
  const auto& token = application.config().metrics_token;
  if (!token) return request.peer == "127.0.0.1" || request.peer == "::1";
  return equal_in_constant_time(request.header("Authorization").value_or(""), "Bearer " + *token);
}

}  // namespace

http::Response show_asset(Application& application, http::Request& request) {
  const auto all = ui::assets();
  const auto found = std::ranges::find(all, std::string_view(request.path), &ui::Asset::path);
  if (found == all.end()) return application.failure(request, 404);
  http::Response response{.content_type = std::string(found->content_type)};
  response.headers = {{"Cache-Control", "public, max-age=31536000, immutable"}, {"Vary", "Accept-Encoding"}};
  response.static_body = found->identity;
  if (!found->brotli.empty() && takes(request, "br")) {
    response.static_body = found->brotli;
    response.headers.push_back({"Content-Encoding", "br"});
  } else if (!found->gzip.empty() && takes(request, "gzip")) {
    response.static_body = found->gzip;
    response.headers.push_back({"Content-Encoding", "gzip"});
  }
  return response;
}

http::Response show_liveness(Application&, http::Request&) {
  return http::plain_text(200, "alive\n");
}

http::Response show_readiness(Application& application, http::Request&) {
  try {
    const auto is_there = application.database().read(
        [](db::Reader& reader) { return reader.exists("select 1 from institutions limit 1"); });
    if (is_there) return http::plain_text(200, "ready\n");
  } catch (const db::Error& error) {
    application.log().error("not_ready", {{"what", error.what()}});
  }
  return http::plain_text(503, "The database does not answer.\n").with("Retry-After", "5");
}

http::Response show_metrics(Application& application, http::Request& request) {
  if (!may_read_metrics(application, request)) return application.failure(request, 404);
  http::Response response{.content_type = "text/plain; version=0.0.4; charset=utf-8"};
  response.body = application.metrics().text();
  return response;
}

http::Response show_front(Application&, http::Request&) {
  return http::see_other("/today");
}

}  // namespace rapport::app
