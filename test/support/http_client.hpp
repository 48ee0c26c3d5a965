// A small blocking HTTP client for tests: keeps its connection and its cookies, and can send any bytes.
// Loopback only. Throws std::runtime_error where the server does not answer within ten seconds.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::test {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct HttpReply {
  int status = 0;
  Pairs headers;
  std::string body;       ///< unpacked where it came as gzip
  std::string sent_body;  ///< as it came

  /// The first header of that name, whatever its case; empty where there is none.
  [[nodiscard]] std::string header(std::string_view name) const;
  [[nodiscard]] bool has_header(std::string_view name) const;
};

/// One part of a multipart form; a file where `file_name` is not empty.
struct HttpPart {
  std::string name;
  std::string value;
  std::string file_name = {};
  std::string content_type = {};
};

class HttpClient {
 public:
  explicit HttpClient(unsigned short port) : port_(port) {}
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  HttpReply get(std::string_view target, const Pairs& headers = {});
  HttpReply head(std::string_view target, const Pairs& headers = {});
  HttpReply post_form(std::string_view target, const Pairs& fields, const Pairs& headers = {});
  HttpReply post_multipart(std::string_view target, const std::vector<HttpPart>& parts,
                           const Pairs& headers = {});
  HttpReply send(std::string_view method, std::string_view target, const Pairs& headers = {},
                 std::string_view body = {});
  /// GET of the reply's Location, where it is a redirect; else the reply itself.
  HttpReply follow(HttpReply reply);

  // Any bytes
  void send_raw(std::string_view bytes);
  [[nodiscard]] HttpReply read_reply(bool is_head = false);
  /// Everything until the server closes.
  [[nodiscard]] std::string read_to_end();
  /// True where the server closes, sending nothing more, within that time.
  [[nodiscard]] bool closes_within(std::chrono::milliseconds span);
  void connect();
  void disconnect();

  std::map<std::string, std::string>
      cookies;  ///< sent with `get`, `post_form` and `send`; filled by Set-Cookie
  bool takes_gzip = false;

 private:
  [[nodiscard]] std::string request_text(std::string_view method, std::string_view target,
                                         const Pairs& headers, std::string_view body) const;
  [[nodiscard]] bool receive();
  void keep_cookies(const HttpReply& reply);

  unsigned short port_;
  int socket_ = -1;
  std::string received_;
};

}  // namespace rapport::test
