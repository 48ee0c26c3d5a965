// Plain blocking sockets: the client must not share a fault with the server that it tests.
#include "support/http_client.hpp"

#include <arpa/inet.h>
#include <libdeflate.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <stdexcept>

namespace rapport::test {
namespace {

constexpr timeval patience = {.tv_sec = 10, .tv_usec = 0};

bool same_name(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, [](char a, char b) { return std::tolower(a) == std::tolower(b); });
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) {
      out += c;
    } else {
      out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return out;
}

std::string gunzip(std::string_view packed) {
  const auto size_at = packed.size() < 18 ? 0 : packed.size() - 4;
  std::size_t size = 0;
  for (std::size_t i = 0; i < 4; ++i)
    size |= std::size_t{static_cast<unsigned char>(packed[size_at + i])} << (8 * i);
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> unpacker(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  std::string text(size, '\0');
  const auto result = libdeflate_gzip_decompress(unpacker.get(), packed.data(), packed.size(), text.data(),
                                                 text.size(), nullptr);
  if (result != LIBDEFLATE_SUCCESS) throw std::runtime_error("the answer is no gzip");
  return text;
}

HttpReply parse_head(std::string_view head) {
  HttpReply reply;
  if (!head.starts_with("HTTP/1.1 "))
    throw std::runtime_error("no HTTP answer: " + std::string(head.substr(0, 80)));
  std::from_chars(head.data() + 9, head.data() + 12, reply.status);
  for (auto at = head.find("\r\n"); at != std::string_view::npos && at + 2 < head.size();) {
    const auto end = head.find("\r\n", at + 2);
    const auto line = head.substr(at + 2, end - at - 2);
    if (const auto colon = line.find(": "); colon != std::string_view::npos)
      reply.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    at = end;
  }
  return reply;
}

std::string multipart_body(const std::vector<HttpPart>& parts, std::string_view boundary) {
  std::string body;
  for (const auto& part : parts) {
    body.append("--")
        .append(boundary)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(part.name);
    if (!part.file_name.empty()) body.append("\"; filename=\"").append(part.file_name);
    body.append("\"\r\n");
    if (!part.content_type.empty()) body.append("Content-Type: ").append(part.content_type).append("\r\n");
    body.append("\r\n").append(part.value).append("\r\n");
  }
  return body.append("--").append(boundary).append("--\r\n");
}

}  // namespace

std::string HttpReply::header(std::string_view name) const {
  const auto found =
      std::ranges::find_if(headers, [&](const auto& pair) { return same_name(pair.first, name); });
  return found == headers.end() ? std::string() : found->second;
}

bool HttpReply::has_header(std::string_view name) const {
  return std::ranges::any_of(headers, [&](const auto& pair) { return same_name(pair.first, name); });
}

HttpClient::~HttpClient() {
  disconnect();
}

HttpReply HttpClient::get(std::string_view target, const Pairs& headers) {
  return send("GET", target, headers);
}

HttpReply HttpClient::head(std::string_view target, const Pairs& headers) {
  return send("HEAD", target, headers);
}

HttpReply HttpClient::post_form(std::string_view target, const Pairs& fields, const Pairs& headers) {
  std::string body;
  for (const auto& [name, value] : fields)
    body += (body.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
  auto all = headers;
  all.emplace_back("Content-Type", "application/x-www-form-urlencoded");
  return send("POST", target, all, body);
}

HttpReply HttpClient::post_multipart(std::string_view target, const std::vector<HttpPart>& parts,
                                     const Pairs& headers) {
  constexpr std::string_view boundary = "----RapportTestBoundary7MA4YWxk";
  auto all = headers;
  all.emplace_back("Content-Type", "multipart/form-data; boundary=" + std::string(boundary));
  return send("POST", target, all, multipart_body(parts, boundary));
}

HttpReply HttpClient::send(std::string_view method, std::string_view target, const Pairs& headers,
                           std::string_view body) {
  const auto text = request_text(method, target, headers, body);
  // A kept connection may have been closed in the meantime
  if (socket_ >= 0 && received_.empty() && closes_within(std::chrono::milliseconds(0))) disconnect();
  send_raw(text);
  auto reply = read_reply(method == "HEAD");
  keep_cookies(reply);
  return reply;
}

HttpReply HttpClient::follow(HttpReply reply) {
  if (reply.status < 300 || reply.status > 399 || !reply.has_header("Location")) return reply;
  return get(reply.header("Location"));
}

std::string HttpClient::request_text(std::string_view method, std::string_view target, const Pairs& headers,
                                     std::string_view body) const {
  std::string text;
  text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1:");
  text += std::to_string(port_) + "\r\n";
  for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
  std::string jar;
  for (const auto& [name, value] : cookies) jar += (jar.empty() ? "" : "; ") + name + "=" + value;
  if (!jar.empty()) text += "Cookie: " + jar + "\r\n";
  if (takes_gzip) text += "Accept-Encoding: gzip\r\n";
  if (!body.empty() || method == "POST" || method == "PUT" || method == "PATCH")
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return text.append("\r\n").append(body);
}

void HttpClient::connect() {
  disconnect();
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return;
  disconnect();
  throw std::runtime_error("nobody listens on port " + std::to_string(port_));
}

void HttpClient::disconnect() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
  received_.clear();
}

/// Stops early where the server no longer reads: its answer is what the caller wants to see.
void HttpClient::send_raw(std::string_view bytes) {
  if (socket_ < 0) connect();
  while (!bytes.empty()) {
    const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

bool HttpClient::receive() {
  std::array<char, 16384> bytes{};
  const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
    throw std::runtime_error("the server does not answer");
  if (count <= 0) return false;
  received_.append(bytes.data(), static_cast<std::size_t>(count));
  return true;
}

HttpReply HttpClient::read_reply(bool is_head) {
  auto head_end = received_.find("\r\n\r\n");
  for (; head_end == std::string::npos; head_end = received_.find("\r\n\r\n"))
    if (!receive()) throw std::runtime_error("the server closed without an answer");
  auto reply = parse_head(std::string_view(received_).substr(0, head_end + 2));
  received_.erase(0, head_end + 4);
  const bool has_body = !is_head && reply.status != 204 && reply.status != 304 && reply.status >= 200;
  const auto length = has_body ? std::stoul("0" + reply.header("Content-Length")) : 0;
  while (received_.size() < length)
    if (!receive()) throw std::runtime_error("the answer was cut short");
  reply.sent_body = received_.substr(0, length);
  received_.erase(0, length);
  reply.body =
      length > 0 && reply.header("Content-Encoding") == "gzip" ? gunzip(reply.sent_body) : reply.sent_body;
  if (reply.header("Connection") == "close" && received_.empty()) disconnect();
  return reply;
}

std::string HttpClient::read_to_end() {
  while (socket_ >= 0 && receive()) continue;
  auto all = std::move(received_);
  disconnect();
  return all;
}

bool HttpClient::closes_within(std::chrono::milliseconds span) {
  pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
  if (::poll(&waiting, 1, static_cast<int>(span.count())) <= 0) return false;
  return !receive();
}

void HttpClient::keep_cookies(const HttpReply& reply) {
  for (const auto& [name, value] : reply.headers) {
    const auto equals = value.find('=');
    if (!same_name(name, "Set-Cookie") || equals == std::string::npos) continue;
    const auto end = std::min(value.find(';'), value.size());
    const auto cookie = value.substr(0, equals);
    cookies[cookie] = value.substr(equals + 1, end - equals - 1);
    if (value.find("Max-Age=0") != std::string::npos) cookies.erase(cookie);
  }
}

}  // namespace rapport::test
