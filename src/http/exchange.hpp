// What the parts of one server share, and what becomes of one request away from its socket. No sockets here.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>

#include "http/server.hpp"
#include "http/worker_pool.hpp"

namespace rapport::http {

/// Set before the server starts; read by all its threads.
struct Shared {
  ServerOptions options;
  Handler handler;
  std::function<Response(const Request&, int status)> failure_page;
  std::function<void(const Served&)> note;
  std::atomic<bool> is_draining = false;
  std::atomic<int> connections = 0;
};

/// An answer ready to go out: the head as one buffer, the body as the other.
struct Answer {
  Response response;
  std::string head;
  bool closes = false;  ///< the connection ends after it

  [[nodiscard]] std::string_view body(Method method) const;
};

/// Runs the handler, times it, and makes a failure's page of what it throws. On a worker thread.
[[nodiscard]] Answer run_handler(const Shared& shared, Request& request, bool keeps_alive);
/// The answer to what never reached the handler. Ends the connection but for 503.
[[nodiscard]] Answer refuse(const Shared& shared, const Request& request, int status, bool keeps_alive);

}  // namespace rapport::http
