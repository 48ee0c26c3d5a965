// An HTTP/1.1 server on Boost.Beast: connections on I/O threads, handlers on a bounded pool of workers.
// Keeps the limits and time-outs of docs/operate.md. Knows nothing of what the handler does.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "http/request.hpp"
#include "http/response.hpp"

namespace rapport::http {

struct ServerOptions {
  std::string address = "127.0.0.1";
  unsigned short port = 0;  ///< 0: any free one; see Server::port
  int io_threads = 2;
  int workers = 4;
  int queue_max = 512;                      ///< requests waiting for a worker; beyond: 503 with Retry-After
  std::size_t body_bytes_max = 1 << 20;     ///< 413 before reading on
  std::size_t upload_bytes_max = 64 << 20;  ///< the same for paths in `upload_paths`
  std::vector<std::string> upload_paths = {};  ///< exact paths that may take a large body
  std::size_t header_bytes_max = 64 << 10;
  int header_seconds = 10;  ///< from the first byte of a request (or from connecting) to its empty line
  int idle_seconds = 60;    ///< between requests; also how long a client may take to read an answer
  int body_bytes_per_second_min = 1024;  ///< a body sent slower is cut, after header_seconds of grace
  int connections_max = 4096;            ///< beyond: 503 and closed. Each I/O thread may be one over
  int drain_seconds = 10;
  std::vector<std::string> trusted_proxies = {};  ///< peers whose X-Forwarded-For and -Proto are believed
};

/// What was done with one request, for the log and the metrics.
struct Served {
  std::string request_id;
  Method method = Method::get;
  std::string path;
  std::string route;  ///< Request::route as the handler left it
  int status = 0;
  double milliseconds = 0;  ///< in the handler; 0 for what never reached it
  std::size_t bytes = 0;    ///< of the body as sent
  std::string failure;      ///< what an exception said; never shown to users
};

/// Called on a worker thread, several at once. What it throws becomes a 500 made by `on_failure` (BadRequest:
/// a 400).
using Handler = std::function<Response(Request&)>;

class Server {
 public:
  Server(ServerOptions options, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Makes the page for what goes wrong before or around a handler: 400, 408, 413, 417, 431, 500, 503. Called
  /// on any thread, I/O threads too: it must not wait. Both are set before `start`.
  void on_failure(std::function<Response(const Request&, int status)> page);
  void on_served(std::function<void(const Served&)> note);

  /// Binds and listens. Throws std::runtime_error in the systems librarian's words (port in use, no
  /// permission).
  void start();
  [[nodiscard]] unsigned short port() const;
  /// Stops accepting, lets what is running finish within drain_seconds, closes. Safe to call twice; not from
  /// a handler.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapport::http
