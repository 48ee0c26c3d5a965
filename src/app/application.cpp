// The way of a request: route, session, permission, scope, handler.
#include "app/application.hpp"

#include <algorithm>

#include "app/erasure_list.hpp"
#include "app/installation.hpp"
#include "app/kept_words.hpp"
#include "bumps/bump_figures.hpp"
#include "governance/erasures.hpp"
#include "measures/unit_years.hpp"
#include "relationships/hand_overs.hpp"
#include "relationships/rhythms.hpp"
#include "staff/sign_in_pages.hpp"
#include "ui/csrf.hpp"
#include "ui/page.hpp"

namespace rapport::app {
namespace {

/// Some screens behind one address, each once a minute, and somebody who sets them up.
constexpr http::RateLimit wall_looks{.burst = 60, .per_minute = 60};
/// A department's meeting, each on a device behind one address; guesses are of no use at 256 bits.
constexpr http::RateLimit shared_looks{.burst = 60, .per_minute = 30};
constexpr http::RateLimit shared_answers{.burst = 6, .per_minute = 2};
/// Under many who log, several changes are followed in one round.
constexpr std::chrono::milliseconds rest_between_rounds{200};
constexpr std::chrono::seconds counting_rest{2};
constexpr std::chrono::minutes rest_after_failed_purge{1};
constexpr std::size_t not_routed = 0;  // the first series of the metrics: what no route took

std::vector<std::string> series_names() {
  std::vector<std::string> names{"none"};
  for (const auto& route : routes()) names.emplace_back(route.path);
  return names;
}

bool is_reading(http::Method method) {
  return method == http::Method::get || method == http::Method::head;
}

void add_headers(http::Response& response) {
  static const auto headers = ui::security_headers();
  const auto has = [&](std::string_view name) {
    return std::ranges::count(response.headers, name, &http::Header::name) > 0;
  };
  for (const auto& header : headers)
    if (!has(header.name)) response.headers.push_back(header);  // a stricter one of the page's own stays
  const bool is_cacheable = std::ranges::any_of(
      response.headers, [](const http::Header& header) { return header.name == "Cache-Control"; });
  if (!is_cacheable) response.headers.push_back({"Cache-Control", "private, no-cache"});
}

/// A full disk and a crowd are nobody's mistake: both pass, and the page can say so. 500 for the rest.
int status_of(db::Error::Kind kind) {
  if (kind == db::Error::Kind::full) return 507;
  return kind == db::Error::Kind::busy ? 503 : 500;
}

std::string place_of(const staff::Session& session) {
  return session.team_name.empty() ? std::string(words(session.viewer.role)) : session.team_name;
}

}  // namespace

Application::Application(const Config& config, db::Database& database, const Log& log, Clock clock)
    : config_(config),
      database_(database),
      log_(log),
      clock_(std::move(clock)),
      metrics_(series_names()),
      desk_({.public_url = config.public_url,
             .limits = {.idle = std::chrono::hours(config.session_hours_idle),
                        .absolute = std::chrono::hours(24 * config.session_days_max)}}),
      wall_looks_(wall_looks),
      shared_looks_(shared_looks),
      shared_answers_(shared_answers),
      background_(
          [&log](const char* what) {
            log.error("background_job_failed", {{"what", what}});
          },
          [this] { catch_up(); }),
      imports_(database, directories_, clock_),
      packs_(database, directories_, drafts_, clock_) {
  const auto entry = open_institution(database_, clock_());
  homes_.push_back(std::make_shared<Home>(Home{entry, Zone(entry.zone)}));
  std::size_t number = 0;
  for (const auto& route : routes()) router_.add(route.method, route.path, number++);
  is_running_ = true;
  follow_changes();  // what the last run left
}

Application::~Application() {
  is_running_ = false;
}

http::Response Application::answer(http::Request& request) {
  const auto match = router_.find(request);
  if (!match.route) {
    request.route = "none";
    auto response = failure(request, match.allow.empty() ? 404 : 405);
    if (!match.allow.empty()) response.headers.push_back({"Allow", match.allow});
    add_headers(response);
    return response;
  }
  request.parameters = match.parameters;
  const auto& route = routes()[*match.route];
  request.route = std::string(route.path);
  auto response = answer_in_trouble(route, request);
  if (route.is_changing() && response.status < 400) follow_changes();
  add_headers(response);
  http::compress(response, request);
  return response;
}

http::Response Application::answer_in_trouble(const Route& route, http::Request& request) {
  try {
    return answer_route(route, request);
  } catch (const db::Error& error) {
    const int status = status_of(error.kind());
    if (status == 500) throw;
    log_.error("request_failed", {{"id", request.id}, {"route", request.route}, {"what", error.what()}});
    return keep_words_unsaved(request, status);
  }
}

http::Response Application::answer_route(const Route& route, http::Request& request) {
  if (!route.permission.needs_sign_in()) {
    if (!is_reading(request.method) && !ui::is_from_here(request, config_.public_url))
      return failure(request, 403);
    return route.open(*this, request);
  }
  if (is_reading(request.method)) {
    std::optional<http::Response> response;
    database_.read_with([&](db::Reader& snapshot) {
      const auto session = find_session(snapshot, request);
      response =
          session ? answer_signed_in(route, request, *session, &snapshot) : staff::ask_to_sign_in(request);
    });
    return std::move(*response);
  }
  const auto session = database_.read([&](db::Reader& reader) { return find_session(reader, request); });
  if (!session) return keep_words_signed_out(request);
  if (!ui::is_from_here(request, config_.public_url)) return failure(request, 403);
  if (!ui::is_csrf_ok(request, session->csrf_token, config_.public_url))
    return keep_words(request, session->csrf_token);
  return answer_signed_in(route, request, *session, nullptr);
}

http::Response Application::answer_signed_in(const Route& route, http::Request& request,
                                             const staff::Session& session, db::Reader* snapshot) {
  const auto home = this->home();
  Scope scope(database_, home->institution.id, session.viewer, home->zone, clock_());
  if (snapshot != nullptr) scope.read_through(*snapshot);
  const auto directory = directories_.current(scope);
  scope.read([&](db::Reader& reader) { return refresh_home(reader, directory->version), true; });
  ui::Visit visit{.request = request,
                  .scope = scope,
                  .csrf_token = session.csrf_token,
                  .colours = session.colours,
                  .has_single_keys = session.has_single_keys,
                  .institution_name = this->home()->institution.name,
                  .place_in_library = place_of(session)};
  if (!route.permission.allows(session.viewer.role))
    return ui::show_refusal(visit,
                            forbidden("This page is for other roles. An administrator can give access."));
  return route.signed_in(*this, visit, *directory);
}

std::optional<staff::Session> Application::find_session(db::Reader& reader, const http::Request& request) {
  const auto token = desk_.cookie.token_in(request);
  if (token.empty()) return std::nullopt;
  auto session = staff::find_session(reader, home()->institution.id, token, clock_(), desk_.limits);
  if (session && session->needs_touch) {
    background_.add([this, token = std::string(token)] {
      staff::touch_session(database_, home()->institution.id, token, clock_());
    });
  }
  return session;
}

http::Response Application::failure(const http::Request& request, int status) const {
  return ui::show_failure(status, request.id);
}

void Application::note_view(const Scope& scope, Id<Person> person, governance::Looked looked) {
  const governance::View view{.person = person,
                              .staff = scope.viewer.staff,
                              .viewed_on = scope.today,
                              .looked = looked,
                              .first_at = scope.now};
  if (!views_.note(view)) return;
  const auto write = [this, institution = scope.institution] {
    auto waiting = views_.take();
    try {
      governance::keep_views(database_, institution, waiting);
    } catch (...) {
      views_.put_back(std::move(waiting));
      throw;
    }
  };
  if (!background_.add(write)) views_.put_back({});
}

void Application::note_served(const http::Served& served) {
  const auto all = routes();
  const auto found = std::ranges::find(all, served.route, &Route::path);
  const auto series = found == all.end() ? not_routed : static_cast<std::size_t>(found - all.begin()) + 1;
  metrics_.count_request(series, served.status, served.milliseconds / 1000);
  if (!served.failure.empty())
    log_.error("request_failed",
               {{"id", served.request_id}, {"route", served.route}, {"what", served.failure}});
  if (!log_.writes(LogLevel::info)) return;
  log_.info("request", {{"id", served.request_id},
                        {"route", served.route},
                        {"status", served.status},
                        {"ms", served.milliseconds},
                        {"bytes", served.bytes}});
}

std::optional<std::string> Application::make_set_up_address(int port) {
  const auto scope = nobodys_scope();
  const auto token = staff::make_set_up_link(*scope);
  if (!token) return std::nullopt;
  auto listening = config_;
  listening.port = port;
  return listening.base_url() + "/welcome/" + *token;
}

std::shared_ptr<const Home> Application::home() {
  const std::lock_guard lock(home_mutex_);
  return homes_.back();
}

void Application::refresh_home(db::Reader& reader, std::int64_t directory_version) {
  {
    const std::lock_guard lock(home_mutex_);
    if (home_version_ >= directory_version) return;
    home_version_ = directory_version;
  }
  const auto entry = staff::find_institution(reader);
  if (!entry) return;
  std::shared_ptr<const Home> fresh = std::make_shared<Home>(Home{*entry, Zone(entry->zone)});
  const std::lock_guard lock(home_mutex_);
  homes_.push_back(std::move(fresh));
}

void Application::follow_changes() {
  if (is_following_.exchange(true)) return;
  const bool is_waiting = background_.add([this] {
    is_following_ = false;
    if (std::chrono::steady_clock::now() - caught_up_at_ >= rest_between_rounds) catch_up();
  });
  if (!is_waiting) is_following_ = false;
}

void Application::catch_up() {
  if (!is_running_) return;
  const auto scope = nobodys_scope();
  while (is_running_ && bumps::catch_up(*scope, *directories_.current(*scope))) {
  }
  while (is_running_ && rhythms::catch_up(*scope, *directories_.current(*scope))) {
  }
  if (is_running_) hand_overs::carry_out(*scope, *directories_.current(*scope));
  count_unit_years(*scope);
  if (is_running_) purge_if_due(*scope);
  caught_up_at_ = std::chrono::steady_clock::now();
}

void Application::count_unit_years(Scope& scope) {
  // Counting a department's year reads all its conversations: once for many changes, and pages recount
  // meanwhile.
  const auto now = std::chrono::steady_clock::now();
  if (now - counted_at_ < counting_rest) return;
  while (is_running_ && unit_years::catch_up(scope, *directories_.current(scope))) {
  }
  counted_at_ = std::chrono::steady_clock::now();
}

void Application::note_erasure(Scope& scope) {
  is_purge_due_ = true;
  packs_.throw_away();
  try {
    keep_list_beside(config_, scope);
  } catch (const std::exception& error) {  // it is in the database, and written again after the purge
    log_.error("list_of_erasures_not_kept", {{"what", error.what()}});
  }
}

void Application::purge_if_due(Scope& scope) {
  const auto now = std::chrono::steady_clock::now();
  const bool is_too_soon = purge_tried_at_ != std::chrono::steady_clock::time_point{} &&
                           now - purge_tried_at_ < rest_after_failed_purge;
  if (is_too_soon || !is_purge_due_.exchange(false)) return;
  try {
    if (erasures::purge(scope)) {
      log_.info("purged");
      keep_list_beside(config_, scope);
    }
    purge_tried_at_ = {};
  } catch (const std::exception& error) {
    purge_tried_at_ = now;
    is_purge_due_ = true;
    log_.warning("purge_failed", {{"what", error.what()}});
  }
}

bool Application::allows_wall(const http::Request& request) {
  return wall_looks_.allow(request.peer, clock_());
}

bool Application::allows_shared(const http::Request& request) {
  auto& limiter = is_reading(request.method) ? shared_looks_ : shared_answers_;
  return limiter.allow(request.peer, clock_());
}

std::unique_ptr<Scope> Application::nobodys_scope() {
  const auto home = this->home();
  return std::make_unique<Scope>(database_, home->institution.id, Viewer{}, home->zone, clock_());
}

}  // namespace rapport::app
