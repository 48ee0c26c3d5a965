// One client's connection: reads a request, has it answered by a worker, writes, and again. One coroutine.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "http/asio.hpp"
#include "http/exchange.hpp"
#include "http/parser.hpp"

namespace rapport::http {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Clock = std::chrono::steady_clock;

  Connection(Socket socket, Shared& shared, WorkerPool& pool, std::uint64_t seed);

  /// Until the client or the server ends it.
  [[nodiscard]] Task<void> run();

  // The shard's, on the I/O thread:
  /// Ends the wait that has gone on for too long.
  void check_deadline(Clock::time_point now);
  /// Ends the connection if no request is on its way.
  void close_if_idle();
  /// Ends the connection whatever it does. A running handler goes on, its answer is lost.
  void close();

 private:
  struct Dispatch;

  [[nodiscard]] Task<bool> read_request();
  [[nodiscard]] Task<bool> read_more();
  [[nodiscard]] Task<bool> write(std::string_view head, std::string_view body);
  [[nodiscard]] Task<void> drop_input();
  void take_request();
  void answer_on_worker();
  void set_read_deadline();
  void set_deadline(Clock::duration span) { deadline_ = Clock::now() + span; }
  void prepare_for_next();

  Socket socket_;
  Shared& shared_;
  WorkerPool& pool_;
  RequestParser parser_;
  boost::beast::flat_buffer buffer_;
  std::string peer_;
  Answer answer_;
  int failure_ = 0;  // the status to refuse with
  std::uint64_t id_state_;
  Clock::time_point deadline_ = Clock::time_point::max();
  Clock::time_point body_began_ = {};
  std::size_t body_bytes_ = 0;
  bool is_first_ = true;
  bool is_idle_ = false;  // waits for the first byte of a request
  bool is_expired_ = false;
};

}  // namespace rapport::http
