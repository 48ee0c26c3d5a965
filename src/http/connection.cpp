// The coroutine of a connection. Waiting is bounded by `deadline_`, which the shard looks at a few times a
// second: one sweep for all is cheaper than a timer for each read.
#include "http/connection.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>

#include "http/target.hpp"

namespace rapport::http {
namespace {

constexpr std::size_t read_bytes = 4 << 10;
constexpr std::size_t body_read_bytes = 64 << 10;
constexpr std::size_t kept_buffer_bytes = 16 << 10;
constexpr std::size_t dropped_bytes_max = 16 << 20;
constexpr std::size_t answer_bytes_per_second_min = 1 << 10;
constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

std::string address_text(const Socket& socket) {
  ErrorCode error;
  auto address = socket.remote_endpoint(error).address();
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
  return error ? std::string() : address.to_string();
}

/// Twelve characters that tell requests apart in the log; not a secret (SplitMix64).
std::string next_id(std::uint64_t& state) {
  constexpr std::string_view alphabet = "abcdefghjkmnpqrstuvwxyz234567890";
  static_assert(alphabet.size() == 32);
  std::uint64_t bits = (state += 0x9e3779b97f4a7c15);
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
  bits ^= bits >> 31;
  std::string id(12, '\0');
  for (char& c : id) {
    c = alphabet[bits & 31];
    bits >>= 5;
  }
  return id;
}

}  // namespace

/// Hands the request to a worker; the coroutine goes on, on its own thread, once the answer is there.
struct Connection::Dispatch {
  Connection* connection;

  template <class Resume>
  void operator()(Resume&& resume) const {
    // A std::function can only hold what can be copied
    const auto shared_resume = std::make_shared<std::decay_t<Resume>>(std::forward<Resume>(resume));
    const auto go_on = [shared_resume] { std::move (*shared_resume)(); };
    const auto self = connection->shared_from_this();
    const bool is_taken = self->pool_.submit([self, go_on] {
      self->answer_on_worker();
      asio::post(self->socket_.get_executor(), go_on);
    });
    if (is_taken) return;
    self->failure_ = 503;
    asio::post(self->socket_.get_executor(), go_on);
  }
};

Connection::Connection(Socket socket, Shared& shared, WorkerPool& pool, std::uint64_t seed)
    : socket_(std::move(socket)),
      shared_(shared),
      pool_(pool),
      parser_(shared.options),
      peer_(address_text(socket_)),
      id_state_(seed) {
  ErrorCode ignored;
  socket_.set_option(tcp::no_delay(true), ignored);
}

Task<void> Connection::run() {
  while (!shared_.is_draining) {
    const bool is_there = co_await read_request();
    if (!is_there) break;
    take_request();
    if (failure_ == 0) {
      const UseTask use_task;
      Dispatch dispatch{this};
      co_await asio::async_initiate<const UseTask, void()>(dispatch, use_task);
    }
    auto& request = parser_.request();
    if (failure_ != 0) answer_ = refuse(shared_, request, failure_, parser_.keeps_alive());
    const bool is_written = co_await write(answer_.head, answer_.body(request.method));
    if (is_written && answer_.closes) co_await drop_input();
    if (!is_written || answer_.closes) break;
    prepare_for_next();
  }
  close();
}

/// True where there is something to answer: a request, or in failure_ why there is none.
Task<bool> Connection::read_request() {
  set_read_deadline();
  for (;;) {
    const auto bytes = buffer_.cdata();
    const bool had_head = parser_.is_head_done();
    const auto taken = parser_.read({static_cast<const char*>(bytes.data()), bytes.size()});
    buffer_.consume(taken);
    if (had_head) body_bytes_ += taken;
    if (parser_.failure() != 0 || parser_.is_done()) break;
    if (parser_.is_head_done() && !had_head) body_began_ = Clock::now();
    if (parser_.expects_continue() && !had_head && buffer_.size() == 0) {
      const bool is_written = co_await write(continue_line, {});
      if (!is_written) co_return false;
    }
    set_read_deadline();
    const bool is_read = co_await read_more();
    if (!is_read && failure_ == 0) co_return false;
    if (failure_ != 0) break;
  }
  deadline_ = Clock::time_point::max();
  is_idle_ = false;
  co_return true;
}

/// False at the end of the input. A request that took too long has its 408 in failure_.
Task<bool> Connection::read_more() {
  ErrorCode error;
  const auto space = buffer_.prepare(parser_.is_head_done() ? body_read_bytes : read_bytes);
  auto token = asio::redirect_error(UseTask(), error);
  const std::size_t count = co_await socket_.async_read_some(space, token);
  buffer_.commit(count);
  if (error && is_expired_ && !is_idle_) failure_ = 408;
  if (is_idle_ && !error) {
    is_idle_ = false;
    deadline_ = Clock::time_point::max();
  }
  co_return !error;
}

Task<bool> Connection::write(std::string_view head, std::string_view body) {
  std::array<asio::const_buffer, 2> buffers = {asio::buffer(head), asio::buffer(body)};
  const auto whole = head.size() + body.size();
  set_deadline(std::chrono::seconds(shared_.options.idle_seconds) +
               std::chrono::seconds(whole / answer_bytes_per_second_min));
  ErrorCode error;
  auto token = asio::redirect_error(UseTask(), error);
  const std::size_t count = co_await asio::async_write(socket_, buffers, token);
  deadline_ = Clock::time_point::max();
  co_return !error && count == whole;
}

/// A close with input unread would reset the connection, and the client might never see the answer: read it
/// away for a moment.
Task<void> Connection::drop_input() {
  ErrorCode error;
  socket_.shutdown(Socket::shutdown_send, error);
  if (error || (parser_.is_done() && buffer_.size() == 0)) co_return;
  set_deadline(std::chrono::seconds(2));
  is_idle_ = true;
  std::size_t dropped = 0;
  buffer_.clear();
  while (dropped < dropped_bytes_max) {
    const auto space = buffer_.prepare(body_read_bytes);
    auto token = asio::redirect_error(UseTask(), error);
    const std::size_t count = co_await socket_.async_read_some(space, token);
    if (error) break;
    dropped += count;
  }
}

void Connection::take_request() {
  auto& request = parser_.request();
  request.id = next_id(id_state_);
  request.peer = peer_;
  if (failure_ == 0) failure_ = parser_.failure();
  read_forwarding(request, shared_.options.trusted_proxies);
}

/// Out of memory even for a failure's page: the connection ends without an answer.
void Connection::answer_on_worker() {
  try {
    answer_ = run_handler(shared_, parser_.request(), parser_.keeps_alive());
  } catch (...) {
    answer_.closes = true;
  }
}

void Connection::prepare_for_next() {
  parser_.begin();
  answer_ = {};
  failure_ = 0;
  body_bytes_ = 0;
  is_first_ = false;
  deadline_ = Clock::time_point::max();
  if (buffer_.size() == 0 && buffer_.capacity() > kept_buffer_bytes) buffer_.shrink_to_fit();
}

/// Between requests the idle time; in a head its time from the first byte; in a body what its slowest pace
/// allows.
void Connection::set_read_deadline() {
  const auto& options = shared_.options;
  const std::chrono::seconds header_time(options.header_seconds);
  if (parser_.is_head_done()) {
    const auto paid = body_bytes_ / static_cast<std::size_t>(std::max(options.body_bytes_per_second_min, 1));
    deadline_ = body_began_ + header_time + std::chrono::seconds(paid);
  } else if (buffer_.size() > 0) {
    if (deadline_ == Clock::time_point::max()) set_deadline(header_time);
  } else if (!is_idle_) {
    is_idle_ = true;
    set_deadline(is_first_ ? header_time : std::chrono::seconds(options.idle_seconds));
  }
  is_expired_ = false;
}

void Connection::check_deadline(Clock::time_point now) {
  if (now < deadline_) return;
  is_expired_ = true;
  ErrorCode ignored;
  socket_.cancel(ignored);
}

void Connection::close_if_idle() {
  if (is_idle_) close();
}

void Connection::close() {
  ErrorCode ignored;
  socket_.close(ignored);
}

}  // namespace rapport::http
