// One running Rapport: answers requests by the table of routes, and holds what its handlers share.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/background.hpp"
#include "app/metrics.hpp"
#include "app/routes.hpp"
#include "base/config.hpp"
#include "base/log.hpp"
#include "db/database.hpp"
#include "exchange/import_runner.hpp"
#include "governance/view_log.hpp"
#include "headlines/pack_maker.hpp"
#include "http/rate_limit.hpp"
#include "http/router.hpp"
#include "http/server.hpp"
#include "interactions/directory.hpp"
#include "staff/session.hpp"
#include "staff/set_up.hpp"
#include "staff/sign_in_desk.hpp"

namespace rapport::app {

using Clock = std::function<Instant()>;

/// The institution as it is called and where its clocks stand.
struct Home {
  staff::InstitutionEntry institution;
  Zone zone;
};

/// Thread-safe: `answer` is called on several workers at once.
class Application {
 public:
  /// The database is migrated already. `clock` is the only clock that requests see.
  Application(const Config& config, db::Database& database, const Log& log, Clock clock = system_now);
  ~Application();
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;

  [[nodiscard]] http::Response answer(http::Request& request);
  /// The page for what goes wrong around a handler.
  [[nodiscard]] http::Response failure(const http::Request& request, int status) const;
  void note_served(const http::Served& served);
  /// Somebody looked at a person: written behind the answer, once a day.
  void note_view(const Scope& scope, Id<Person> person, governance::Looked looked);

  /// Somebody was erased: the list beside the database says so, and the database's file is written anew
  /// behind the answer.
  void note_erasure(Scope& scope);

  /// The address of the one-time set-up link, where no administrator can sign in yet.
  /// `port` is where the server really listens, for an installation without a public address.
  [[nodiscard]] std::optional<std::string> make_set_up_address(int port);

  // What handlers share
  [[nodiscard]] const Config& config() const { return config_; }
  [[nodiscard]] db::Database& database() { return database_; }
  [[nodiscard]] const Log& log() const { return log_; }
  [[nodiscard]] Metrics& metrics() { return metrics_; }
  [[nodiscard]] Instant now() const { return clock_(); }
  [[nodiscard]] std::shared_ptr<const Home> home();
  [[nodiscard]] DirectoryKeeper& directories() { return directories_; }
  [[nodiscard]] staff::SignInDesk& desk() { return desk_; }
  [[nodiscard]] exchange::ImportRunner& imports() { return imports_; }
  [[nodiscard]] headlines::MadeDrafts& drafts() { return drafts_; }
  [[nodiscard]] headlines::PackMaker& packs() { return packs_; }
  /// One look at an office screen; false where there were too many from one address.
  [[nodiscard]] bool allows_wall(const http::Request& request);
  /// One look at a shared plan, or one answer to it; false where there were too many from one address.
  [[nodiscard]] bool allows_shared(const http::Request& request);
  /// A scope of nobody, for sign-in and jobs.
  [[nodiscard]] std::unique_ptr<Scope> nobodys_scope();

 private:
  /// `answer_route`, and where the database has no room or no turn, a page that says so and keeps the words.
  [[nodiscard]] http::Response answer_in_trouble(const Route& route, http::Request& request);
  [[nodiscard]] http::Response answer_route(const Route& route, http::Request& request);
  [[nodiscard]] http::Response answer_signed_in(const Route& route, http::Request& request,
                                                const staff::Session& session, db::Reader* snapshot);
  [[nodiscard]] std::optional<staff::Session> find_session(db::Reader& reader, const http::Request& request);
  void refresh_home(db::Reader& reader, std::int64_t directory_version);
  /// After a change, beside the answer: chapters that keep figures of their own are brought up to it.
  void follow_changes();
  /// What `follow_changes` does, on the background's thread. Also once a second when nothing else is to be
  /// done: for what imports and other programs record, and for the day that begins.
  void catch_up();
  void count_unit_years(Scope& scope);
  /// Where somebody was erased; again in a minute where readers are in the way or the disk has no room.
  void purge_if_due(Scope& scope);

  Config config_;
  db::Database& database_;
  const Log& log_;
  Clock clock_;
  http::Router router_;
  Metrics metrics_;
  governance::ViewsToWrite views_;
  DirectoryKeeper directories_;
  std::mutex home_mutex_;
  std::vector<std::shared_ptr<const Home>>
      homes_;  ///< the last is now; scopes may still refer to earlier ones
  std::int64_t home_version_ = -1;
  staff::SignInDesk desk_;
  http::RateLimiter wall_looks_;
  http::RateLimiter shared_looks_;
  http::RateLimiter shared_answers_;
  std::chrono::steady_clock::time_point caught_up_at_ = {};    ///< of the background's thread alone
  std::chrono::steady_clock::time_point counted_at_ = {};      ///< likewise
  std::chrono::steady_clock::time_point purge_tried_at_ = {};  ///< likewise
  std::atomic<bool> is_purge_due_ = true;                      ///< also what the last run left
  std::atomic<bool> is_following_ = false;                     ///< a job for it waits already
  std::atomic<bool> is_running_ = false;                       ///< begun, and not yet about to end
  Background background_;
  exchange::ImportRunner imports_;
  headlines::MadeDrafts drafts_;
  headlines::PackMaker packs_;
};

}  // namespace rapport::app
