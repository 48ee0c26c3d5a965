// One I/O thread: its own event loop, its own acceptor on the shared port, its own connections.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <thread>
#include <unordered_set>

#include "http/asio.hpp"
#include "http/connection.hpp"
#include "http/exchange.hpp"

namespace rapport::http {

class Shard {
 public:
  Shard(Shared& shared, WorkerPool& pool);
  ~Shard();
  Shard(const Shard&) = delete;
  Shard& operator=(const Shard&) = delete;

  /// Binds and listens; throws boost::system::system_error. The first of a port makes sure that no other
  /// program has it; the later ones share it.
  void listen(const tcp::endpoint& endpoint, bool is_first);
  [[nodiscard]] unsigned short port() const { return acceptor_.local_endpoint().port(); }
  void start();

  // From any thread:
  /// Accepts no more and closes the connections that wait for a request.
  void drain();
  void close_connections();
  /// Ends the loop and the thread. Safe to call twice.
  void stop();

 private:
  /// Runs a coroutine that has no end, and again where memory ran out in it.
  void keep_up(Task<void> (Shard::*part)());
  [[nodiscard]] Task<void> accept();
  [[nodiscard]] Task<void> sweep();
  [[nodiscard]] Task<void> wait(std::chrono::milliseconds span);
  void open(Socket socket);

  Shared& shared_;
  WorkerPool& pool_;
  asio::io_context loop_;
  Acceptor acceptor_;
  std::unordered_set<std::shared_ptr<Connection>> connections_;
  std::uint64_t seed_;
  std::thread thread_;
};

}  // namespace rapport::http
