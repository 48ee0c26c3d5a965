// Starting and stopping: threads, the port, and the order in which all of it ends.
#include "http/server.hpp"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "http/exchange.hpp"
#include "http/shard.hpp"
#include "http/worker_pool.hpp"

namespace rapport::http {
namespace {

asio::ip::address address_of(const std::string& text) {
  if (text == "localhost") return asio::ip::address_v4::loopback();
  ErrorCode error;
  auto address = asio::ip::make_address(text, error);
  if (error)
    throw std::runtime_error("\"" + text +
                             "\" is not an address to listen on. Give a number such as 127.0.0.1.");
  return address;
}

/// Why the port cannot be had, as the systems librarian needs it.
std::string bind_failure(const ServerOptions& options, const ErrorCode& error) {
  const std::string place = "Port " + std::to_string(options.port) + " on " + options.address;
  if (error == asio::error::address_in_use)
    return place + " is already in use. Stop the other program or choose another port with --port.";
  if (error == asio::error::access_denied)
    return place +
           " may only be opened by the system's administrator. Choose a port from 1024 up with --port.";
  if (error == boost::system::errc::address_not_available)
    return "This machine has no address " + options.address + ". Choose another with --address.";
  return place + " cannot be opened: " + error.message() + ".";
}

}  // namespace

struct Server::Impl {
  Shared shared;
  // In this order, so that what a shard's loop still holds goes before the pool that it refers to.
  std::unique_ptr<WorkerPool> pool;
  std::vector<std::unique_ptr<Shard>> shards;
  unsigned short port = 0;
  std::mutex stopping;

  void listen() {
    tcp::endpoint endpoint(address_of(shared.options.address), shared.options.port);
    for (auto& shard : shards) {
      const bool is_first = shard == shards.front();
      shard->listen(endpoint, is_first);
      if (is_first) port = shard->port();
      endpoint.port(port);
    }
  }

  void wait_until_quiet() const {
    const auto deadline =
        std::chrono::steady_clock::now() + std::chrono::seconds(shared.options.drain_seconds);
    while (shared.connections > 0 && std::chrono::steady_clock::now() < deadline)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }

  void stop() {
    const std::scoped_lock lock(stopping);
    shared.is_draining = true;
    for (auto& shard : shards) shard->drain();
    if (!shards.empty()) wait_until_quiet();
    for (auto& shard : shards) shard->close_connections();
    if (pool) pool->stop();
    for (auto& shard : shards) shard->stop();
    shards.clear();
    pool.reset();
  }
};

Server::Server(ServerOptions options, Handler handler) : impl_(std::make_unique<Impl>()) {
  impl_->shared.options = std::move(options);
  impl_->shared.handler = std::move(handler);
}

Server::~Server() {
  stop();
}

void Server::on_failure(std::function<Response(const Request&, int status)> page) {
  impl_->shared.failure_page = std::move(page);
}

void Server::on_served(std::function<void(const Served&)> note) {
  impl_->shared.note = std::move(note);
}

void Server::start() {
  const auto& options = impl_->shared.options;
  const auto waiting_max = static_cast<std::size_t>(std::max(options.queue_max, 0));
  impl_->pool = std::make_unique<WorkerPool>(options.workers, waiting_max);
  for (int i = 0; i < std::max(options.io_threads, 1); ++i)
    impl_->shards.push_back(std::make_unique<Shard>(impl_->shared, *impl_->pool));
  try {
    impl_->listen();
  } catch (const boost::system::system_error& error) {
    impl_->shards.clear();
    throw std::runtime_error(bind_failure(options, error.code()));
  }
  for (auto& shard : impl_->shards) shard->start();
}

unsigned short Server::port() const {
  return impl_->port;
}

void Server::stop() {
  impl_->stop();
}

}  // namespace rapport::http
