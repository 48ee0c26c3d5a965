// gzip for pages, level 1: higher levels cost several times the rendering. Embedded assets come compressed
// already.
#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <new>

#include "http/ascii.hpp"
#include "http/response.hpp"

namespace rapport::http {
namespace {

constexpr std::size_t compressed_from_bytes = 860;  // below, the gain is a packet that is sent anyway

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

/// One for each thread: making one costs more than compressing a page.
libdeflate_compressor& level_one_compressor() {
  static thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
      libdeflate_alloc_compressor(1));
  if (!compressor) throw std::bad_alloc();
  return *compressor;
}

bool is_text(std::string_view content_type) {
  const auto type = trim_blanks(content_type.substr(0, content_type.find(';')));
  return type.starts_with("text/") || type == "application/json" || type == "application/javascript" ||
         type == "application/manifest+json" || type == "application/problem+json" || type == "image/svg+xml";
}

/// `gzip;q=0.5` is taken, `gzip;q=0` is not.
bool is_refused(std::string_view parameters) {
  bool refused = false;
  for_each_part(parameters, ';', [&](std::string_view parameter) {
    const bool is_weight = parameter.starts_with("q=") || parameter.starts_with("Q=");
    if (is_weight) refused = parameter.find_first_of("123456789") == std::string_view::npos;
  });
  return refused;
}

bool takes_gzip(const Request& request) {
  std::optional<bool> named;
  std::optional<bool> any;
  for (const auto& header : request.headers) {
    if (!equals_ignoring_case(header.name, "accept-encoding")) continue;
    for_each_part(header.value, ',', [&](std::string_view part) {
      const auto semicolon = std::min(part.find(';'), part.size());
      const auto coding = trim_blanks(part.substr(0, semicolon));
      const bool is_taken = !is_refused(part.substr(semicolon));
      if (equals_ignoring_case(coding, "gzip") || equals_ignoring_case(coding, "x-gzip")) named = is_taken;
      if (coding == "*") any = is_taken;
    });
  }
  return named.value_or(any.value_or(false));
}

Header* find_header(Response& response, std::string_view name) {
  const auto found = std::ranges::find_if(
      response.headers, [name](const Header& header) { return equals_ignoring_case(header.name, name); });
  return found == response.headers.end() ? nullptr : &*found;
}

void add_vary(Response& response) {
  auto* vary = find_header(response, "vary");
  if (vary == nullptr) {
    response.with("Vary", "Accept-Encoding");
    return;
  }
  bool is_there = false;
  for_each_part(vary->value, ',', [&](std::string_view part) {
    is_there = is_there || part == "*" || equals_ignoring_case(part, "accept-encoding");
  });
  if (!is_there) vary->value += ", Accept-Encoding";
}

std::string gzip(std::string_view text) {
  auto& compressor = level_one_compressor();
  std::string out(libdeflate_gzip_compress_bound(&compressor, text.size()), '\0');
  out.resize(libdeflate_gzip_compress(&compressor, text.data(), text.size(), out.data(), out.size()));
  return out;
}

}  // namespace

void compress(Response& response, const Request& request) {
  if (!is_text(response.content_type) || find_header(response, "content-encoding") != nullptr) return;
  add_vary(response);
  if (response.content().size() <= compressed_from_bytes || !takes_gzip(request)) return;
  response.body = gzip(response.content());
  response.with("Content-Encoding", "gzip");
}

}  // namespace rapport::http
