// Starts and stops the server.
#include "app/serve.hpp"

#include <fmt/core.h>
#include <pthread.h>

#include <algorithm>
#include <csignal>
#include <thread>

#include "app/installation.hpp"

namespace rapport::app {
namespace {

/// Signals are taken by one waiting thread: no handler runs in the middle of anything.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGTERM);
    sigaddset(&set_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  }
  void wait() const {
    int signal = 0;
    sigwait(&set_, &signal);
  }

 private:
  sigset_t set_{};
};

http::ServerOptions server_options(const Config& config) {
  const auto cores = static_cast<int>(std::max(2u, std::thread::hardware_concurrency()));
  return {.address = config.listen_address,
          .port = static_cast<unsigned short>(config.port),
          .io_threads = config.io_threads,
          .workers = config.workers > 0 ? config.workers : 2 * cores,
          .queue_max = config.queue_max,
          .body_bytes_max = static_cast<std::size_t>(config.body_bytes_max),
          .upload_bytes_max = static_cast<std::size_t>(config.upload_bytes_max),
          .upload_paths = {"/import"},
          .header_seconds = config.header_seconds,
          .idle_seconds = config.idle_seconds,
          .connections_max = config.connections_max,
          .drain_seconds = config.drain_seconds,
          .trusted_proxies = config.trusted_proxies};
}

Clock clock_of(const ServeOptions& options, const Config& config) {
  if (!options.today) return system_now;
  const auto start = Zone(config.zone).instant_of(*options.today, TimeOfDay{9 * 60});
  const auto since = system_now();
  return [start, since] {
    return start.plus(std::chrono::milliseconds(system_now().milliseconds - since.milliseconds));
  };
}

}  // namespace

void serve(const Config& config, const Log& log, const ServeOptions& options) {
  const StopSignals stop;  // before the first thread, so that all of them leave these signals alone
  const auto database = open_migrated(config);
  Application application(config, *database, log, clock_of(options, config));
  http::Server server(server_options(config),
                      [&](http::Request& request) { return application.answer(request); });
  server.on_failure(
      [&](const http::Request& request, int status) { return application.failure(request, status); });
  server.on_served([&](const http::Served& served) { application.note_served(served); });
  server.start();
  fmt::print("Rapport listens on http://{}:{}\n", config.listen_address, server.port());
  if (const auto address = application.make_set_up_address(server.port()))
    fmt::print("Nobody can sign in yet. Set it up here, once:\n  {}\n", *address);
  std::fflush(stdout);
  log.info("started", {{"port", static_cast<int>(server.port())}});
  stop.wait();
  log.info("stopping");
  server.stop();
}

}  // namespace rapport::app
