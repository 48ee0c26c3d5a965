// The reading of requests: Boost.Beast's parser under our own rules (RFC 9112; product's limits in
// ServerOptions).
#include "http/parser.hpp"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

#include "base/memory.hpp"
#include "base/text.hpp"
#include "http/ascii.hpp"
#include "http/target.hpp"

namespace rapport::http {
namespace {

namespace bh = boost::beast::http;
using boost::beast::error_code;
using BeastText = boost::beast::string_view;

constexpr std::size_t headers_max = 256;
constexpr std::size_t large_body_bytes = 1 << 20;
constexpr std::size_t last_chunk_bytes = 5;  // Beast counts on seeing "0\r\n\r\n" whole; so much always comes

std::string_view as_std(BeastText text) {
  return {text.data(), text.size()};
}

std::size_t count_of(const Request& request, std::string_view name) {
  return static_cast<std::size_t>(std::ranges::count_if(
      request.headers, [name](const Header& header) { return equals_ignoring_case(header.name, name); }));
}

/// One Content-Length of digits only, or `Transfer-Encoding: chunked` alone, or neither: anything else could
/// be cut at another place by a proxy in front.
bool has_plain_length(const Request& request, bool is_http_1_1) {
  const auto lengths = count_of(request, "content-length");
  const auto encodings = count_of(request, "transfer-encoding");
  if (lengths + encodings > 1) return false;
  if (encodings == 1)
    return is_http_1_1 && equals_ignoring_case(*request.header("transfer-encoding"), "chunked");
  const auto digits = request.header("content-length").value_or("0");
  return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

bool has_plain_host(const Request& request, bool is_http_1_1) {
  const auto hosts = count_of(request, "host");
  if (hosts > 1 || (hosts == 0 && is_http_1_1)) return false;
  return request.header("host").value_or("").find_first_of(" \t/\\@?#,") == std::string_view::npos;
}

bool has_fold(std::string_view head) {
  return head.find("\r\n ") != std::string_view::npos || head.find("\r\n\t") != std::string_view::npos;
}

}  // namespace

/// One request as Beast hands it over, piece by piece.
class RequestParser::Message final : public bh::basic_parser<true> {
 public:
  explicit Message(const ServerOptions& options) : options_(options) {
    header_limit(static_cast<std::uint32_t>(options.header_bytes_max));
    body_limit(boost::none);  // our own: it depends on the path
    request.headers.reserve(16);
  }

  std::size_t read_head(std::string_view bytes) {
    const auto skipped = skip_empty_lines(bytes);
    bytes.remove_prefix(skipped);
    const auto end = bytes.find("\r\n\r\n", std::min(searched_, bytes.size()));
    const auto head = bytes.substr(0, end == std::string_view::npos ? end : end + 4);
    if (head.size() > options_.header_bytes_max) return fail(431);
    if (end == std::string_view::npos) {
      searched_ = bytes.size() < 3 ? 0 : bytes.size() - 3;
      return skipped;
    }
    if (has_fold(head)) return fail(400);
    error_code error;
    put({head.data(), head.size()}, error);
    if (error || !is_header_done()) return fail(failure == 0 ? 400 : failure);
    check_head();
    return skipped + head.size();
  }

  std::size_t read_body(std::string_view bytes) {
    std::size_t taken = 0;
    while (!is_done() && bytes.size() - taken >= (chunked() ? last_chunk_bytes : 1)) {
      const auto body_before = request.body.size();
      error_code error;
      const auto count = put({bytes.data() + taken, bytes.size() - taken}, error);
      // What is read or waited for and is no body: a chunk's extensions, or trailers
      const auto rest = error == bh::error::need_more ? bytes.size() - taken : count;
      if (rest - (request.body.size() - body_before) > options_.header_bytes_max) return fail(400);
      if (error && error != bh::error::need_more) return fail(failure == 0 ? 400 : failure);
      taken += count;
      if (error) break;
    }
    return taken;
  }

  [[nodiscard]] bool keeps_alive() const { return version_ == 11 && keep_alive(); }

  Request request;
  int failure = 0;
  bool expects_continue = false;

 private:
  std::size_t fail(int status) {
    failure = status;
    return 0;
  }

  /// RFC 9112 2.2: empty lines before a request are passed over.
  static std::size_t skip_empty_lines(std::string_view bytes) {
    std::size_t skipped = 0;
    while (bytes.substr(skipped).starts_with("\r\n")) skipped += 2;
    return skipped;
  }

  void check_head() {
    const bool is_http_1_1 = version_ == 11;
    const bool is_sound =
        has_plain_host(request, is_http_1_1) && has_plain_length(request, is_http_1_1) &&
        std::ranges::all_of(request.headers,
                            [](const Header& header) { return is_clean_utf8(header.value); }) &&
        read_target(std::string(std::move(request.target)), request);
    if (!is_sound) return void(fail(400));
    const bool is_upload =
        std::ranges::find(options_.upload_paths, request.path) != options_.upload_paths.end();
    body_bytes_max_ = is_upload ? options_.upload_bytes_max : options_.body_bytes_max;
    if (content_length().value_or(0) > body_bytes_max_) return void(fail(413));
    check_expectation(is_http_1_1);
  }

  void check_expectation(bool is_http_1_1) {
    const auto expectation = request.header("expect");
    if (!expectation || !is_http_1_1) return;
    if (!equals_ignoring_case(*expectation, "100-continue")) return void(fail(417));
    expects_continue = !is_done();
  }

  /// Sets the 413 where so many bytes more are too many.
  bool has_room_for(std::uint64_t bytes, error_code& error) {
    if (bytes <= body_bytes_max_ - request.body.size()) return true;
    error = bh::error::body_limit;
    failure = 413;
    return false;
  }

  std::size_t take_body(BeastText bytes, error_code& error) {
    if (!has_room_for(bytes.size(), error)) return 0;
    // Once much of it has come: growing by doubling would hold a large body twice.
    if (request.body.size() > large_body_bytes && content_length() &&
        *content_length() > request.body.capacity())
      request.body.reserve(static_cast<std::size_t>(*content_length()));
    request.body.append(bytes.data(), bytes.size());
    return bytes.size();
  }

  void on_request_impl(bh::verb /*verb*/, BeastText method, BeastText target, int version,
                       error_code& error) override {
    error = {};
    request.method = http::parse_method(as_std(method));
    request.target = as_std(target);
    version_ = version;
  }

  void on_field_impl(bh::field /*field*/, BeastText name, BeastText value, error_code& error) override {
    error = {};
    if (is_header_done()) return;  // a trailer adds nothing to a request
    if (request.headers.size() < headers_max) {
      request.headers.push_back({std::string(as_std(name)), std::string(as_std(value))});
      return;
    }
    error = bh::error::header_limit;
    failure = 431;
  }

  void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code& error) override {
    error = {};
    request.body.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(length.value_or(0), 64 << 10)));
  }

  std::size_t on_body_impl(BeastText bytes, error_code& error) override { return take_body(bytes, error); }
  std::size_t on_chunk_body_impl(std::uint64_t /*remaining*/, BeastText bytes, error_code& error) override {
    return take_body(bytes, error);
  }
  void on_chunk_header_impl(std::uint64_t size, BeastText /*extensions*/, error_code& error) override {
    error = {};
    static_cast<void>(has_room_for(size, error));
  }
  void on_response_impl(int /*status*/, BeastText /*reason*/, int /*version*/, error_code& error) override {
    error = {};
  }
  void on_header_impl(error_code& error) override { error = {}; }
  void on_finish_impl(error_code& error) override { error = {}; }

  const ServerOptions& options_;
  std::size_t searched_ = 0;  // the head's end is not before this
  std::size_t body_bytes_max_ = 0;
  int version_ = 0;
};

RequestParser::RequestParser(const ServerOptions& options) : options_(options) {
  begin();
}
RequestParser::~RequestParser() {
  forget();
}

void RequestParser::begin() {
  forget();
  message_ = std::make_unique<Message>(options_);
}

void RequestParser::forget() {
  const bool was_large = message_ && message_->request.body.capacity() > large_body_bytes;
  message_.reset();
  if (was_large) give_memory_back();
}

std::size_t RequestParser::read(std::string_view bytes) {
  std::size_t taken = 0;
  if (!is_head_done() && failure() == 0) taken = message_->read_head(bytes);
  if (!is_head_done() || is_done() || failure() != 0) return taken;
  return taken + message_->read_body(bytes.substr(taken));
}

int RequestParser::failure() const {
  return message_->failure;
}
bool RequestParser::is_head_done() const {
  return message_->is_header_done();
}
bool RequestParser::is_done() const {
  return failure() == 0 && message_->is_done();
}
bool RequestParser::keeps_alive() const {
  return is_done() && message_->keeps_alive();
}
bool RequestParser::expects_continue() const {
  return message_->expects_continue && !is_done();
}
Request& RequestParser::request() {
  return message_->request;
}

}  // namespace rapport::http
