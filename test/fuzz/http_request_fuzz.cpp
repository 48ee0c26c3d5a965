// Requests from strangers: no crash, clean text only, and the same outcome whole or in pieces.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "fuzz/promises.hpp"
#include "http/parser.hpp"
#include "http/router.hpp"

using rapport::fuzz::require;

namespace {

using namespace rapport::http;

const ServerOptions& small_limits() {
  static const ServerOptions options = [] {
    ServerOptions made;
    made.header_bytes_max = 512;
    made.body_bytes_max = 256;
    return made;
  }();
  return options;
}

const Router& some_routes() {
  static const Router router = [] {
    Router made;
    made.add(Method::get, "/people/{person}", 0);
    made.add(Method::get, "/people/new", 1);
    made.add(Method::post, "/people/{person}/posts/{post}", 2);
    return made;
  }();
  return router;
}

std::size_t read(RequestParser& parser, std::string_view bytes, std::size_t piece) {
  std::size_t taken = 0;
  for (std::size_t seen = 0; seen < bytes.size() && !parser.is_done() && parser.failure() == 0;) {
    seen = std::min(bytes.size(), seen + piece);
    taken += parser.read(bytes.substr(taken, seen - taken));
    require(taken <= seen);
  }
  return taken;
}

void look_at(Request& request) {
  require(request.path.starts_with('/') && rapport::is_clean_utf8(request.path));
  require(request.body.size() <= small_limits().body_bytes_max);
  for (const auto& header : request.headers) require(rapport::is_clean_utf8(header.value));
  const auto cookie = request.cookie("session");
  require(!cookie || rapport::is_clean_utf8(*cookie));
  for (const auto& [name, text] : some_routes().find(request).parameters)
    require(rapport::is_clean_utf8(text));
  try {
    for (const auto& field : request.form().fields()) require(rapport::is_clean_utf8(field.name));
  } catch (const BadRequest&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const rapport::fuzz::MemoryBound bound(size);
  if (size < 1) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  RequestParser whole(small_limits());
  RequestParser pieces(small_limits());
  const auto taken = read(whole, bytes, bytes.size() + 1);
  const auto taken_in_pieces = read(pieces, bytes, 1 + data[0] % 64U);
  require(whole.failure() == pieces.failure() && whole.is_done() == pieces.is_done());
  if (!whole.is_done() || whole.failure() != 0) return 0;
  require(taken == taken_in_pieces && whole.request().body == pieces.request().body);
  look_at(whole.request());
  return 0;
}
