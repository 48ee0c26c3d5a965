// Makes a Request of the bytes of a connection, refusing whatever two readers could read differently. No
// sockets. Boost.Beast reads; what it takes and an edge should not (obs-fold, repeated lengths, odd hosts) is
// refused here.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "http/request.hpp"
#include "http/server.hpp"

namespace rapport::http {

class RequestParser {
 public:
  explicit RequestParser(const ServerOptions& options);
  ~RequestParser();
  RequestParser(const RequestParser&) = delete;
  RequestParser& operator=(const RequestParser&) = delete;

  /// Forgets the last request and waits for the next.
  void begin();
  /// Takes bytes, and says how many; the rest must come again with what follows it. Stops at the end of a
  /// request.
  [[nodiscard]] std::size_t read(std::string_view bytes);

  /// The status to answer with, 0 while all is well: 400, 413, 417 or 431. Nothing more can be read after it.
  [[nodiscard]] int failure() const;
  [[nodiscard]] bool is_head_done() const;
  /// A whole request is there; never after a failure.
  [[nodiscard]] bool is_done() const;
  /// False for HTTP/1.0 and where the client asked to close.
  [[nodiscard]] bool keeps_alive() const;
  /// The client waits for `100 Continue` before it sends the body.
  [[nodiscard]] bool expects_continue() const;
  [[nodiscard]] Request& request();

 private:
  class Message;
  void forget();
  std::unique_ptr<Message> message_;
  const ServerOptions& options_;
};

}  // namespace rapport::http
