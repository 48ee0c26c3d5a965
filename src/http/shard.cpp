// Accepting, and looking after the connections of one thread.
#include "http/shard.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <exception>
#include <random>
#include <utility>

namespace rapport::http {
namespace {

using Clock = Connection::Clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

constexpr std::chrono::milliseconds sweep_interval(200);
constexpr std::chrono::milliseconds pause_without_descriptors(100);
constexpr std::string_view too_many =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

std::uint64_t random_seed() {
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

void turn_away(Socket& socket) {
  ErrorCode ignored;
  socket.non_blocking(true, ignored);
  socket.write_some(asio::buffer(too_many), ignored);
  socket.shutdown(Socket::shutdown_send, ignored);
}

}  // namespace

Shard::Shard(Shared& shared, WorkerPool& pool)
    : shared_(shared), pool_(pool), loop_(1), acceptor_(loop_.get_executor()), seed_(random_seed()) {}

Shard::~Shard() {
  stop();
}

void Shard::listen(const tcp::endpoint& endpoint, bool is_first) {
  acceptor_.open(endpoint.protocol());
  acceptor_.set_option(Acceptor::reuse_address(true));
  // The first binds without sharing, so that a port in use is an error; it may be shared from then on.
  if (!is_first) acceptor_.set_option(ReusePort(true));
  acceptor_.bind(endpoint);
  if (is_first) acceptor_.set_option(ReusePort(true));
  acceptor_.listen();
}

void Shard::start() {
  keep_up(&Shard::accept);
  keep_up(&Shard::sweep);
  thread_ = std::thread([this] {
    const auto work = asio::make_work_guard(loop_);
    loop_.run();
  });
}

void Shard::drain() {
  asio::post(loop_, [this] {
    ErrorCode ignored;
    acceptor_.close(ignored);
    for (const auto& connection : connections_) connection->close_if_idle();
  });
}

void Shard::close_connections() {
  asio::post(loop_, [this] {
    for (const auto& connection : connections_) connection->close();
  });
}

void Shard::stop() {
  loop_.stop();
  if (thread_.joinable()) thread_.join();
}

void Shard::keep_up(Task<void> (Shard::*part)()) {
  asio::co_spawn(loop_, (this->*part)(), [this, part](const std::exception_ptr& failure) {
    if (failure) keep_up(part);
  });
}

Task<void> Shard::accept() {
  while (acceptor_.is_open()) {
    ErrorCode error;
    Socket socket(loop_.get_executor());
    auto token = asio::redirect_error(UseTask(), error);
    co_await acceptor_.async_accept(socket, token);
    if (error == asio::error::operation_aborted) co_return;
    if (!error) open(std::move(socket));
    const bool is_short = error && error != asio::error::connection_aborted;
    if (is_short) co_await wait(pause_without_descriptors);  // no file descriptor left, most likely
  }
}

Task<void> Shard::sweep() {
  for (;;) {
    co_await wait(sweep_interval);
    const auto now = Clock::now();
    for (const auto& connection : connections_) connection->check_deadline(now);
  }
}

Task<void> Shard::wait(std::chrono::milliseconds span) {
  Timer timer(loop_.get_executor(), span);
  const UseTask token;
  co_await timer.async_wait(token);
}

void Shard::open(Socket socket) {
  if (shared_.connections >= shared_.options.connections_max) return turn_away(socket);
  const auto connection = std::make_shared<Connection>(std::move(socket), shared_, pool_, seed_++);
  connections_.insert(connection);
  shared_.connections.fetch_add(1);
  asio::co_spawn(loop_, connection->run(), [this, connection](const std::exception_ptr& failure) {
    if (failure) connection->close();  // out of memory: this connection ends, the others go on
    connections_.erase(connection);
    shared_.connections.fetch_sub(1);
  });
}

}  // namespace rapport::http
