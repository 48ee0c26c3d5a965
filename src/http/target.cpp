// The request target and the forwarding headers, as strictly as an edge should read them.
#include "http/target.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "http/ascii.hpp"

namespace rapport::http {
namespace {

/// `http://host/path` -> `/path`; the host is not looked at.
std::string_view without_authority(std::string_view target) {
  const auto scheme_end = target.find("://");
  const auto scheme = target.substr(0, scheme_end);
  if (!equals_ignoring_case(scheme, "http") && !equals_ignoring_case(scheme, "https")) return target;
  const auto rest = target.substr(scheme_end + 3);
  const auto path = rest.find_first_of("/?");
  if (path == std::string_view::npos) return "/";
  return rest[path] == '/' ? rest.substr(path) : std::string_view();
}

bool has_dot_segment(std::string_view path) {
  return std::ranges::any_of(split(path, '/'),
                             [](std::string_view part) { return part == "." || part == ".."; });
}

bool is_address(std::string_view text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  const std::string word(text);
  return ::inet_pton(AF_INET, word.c_str(), bytes.data()) == 1 ||
         ::inet_pton(AF_INET6, word.c_str(), bytes.data()) == 1;
}

std::vector<std::string_view> all_parts(const Request& request, std::string_view name) {
  std::vector<std::string_view> parts;
  for (const auto& header : request.headers)
    if (equals_ignoring_case(header.name, name))
      for_each_part(header.value, ',', [&](std::string_view part) { parts.push_back(part); });
  return parts;
}

}  // namespace

bool read_target(std::string_view target, Request& request) {
  if (!target.starts_with('/')) target = without_authority(target);
  if (!target.starts_with('/') || target.starts_with("//") || target.starts_with("/\\")) return false;
  if (std::ranges::any_of(target, [](char c) { return is_control(c) || c == ' ' || c == '#'; })) return false;
  const auto question = std::min(target.find('?'), target.size());
  auto path = percent_decode(target.substr(0, question));
  if (!path || !is_clean_utf8(*path) || has_dot_segment(*path)) return false;
  auto query = parse_urlencoded(target.substr(std::min(question + 1, target.size())));
  if (!query) return false;
  request.target = target;
  request.path = std::move(*path);
  request.query = std::move(*query);
  return true;
}

void read_forwarding(Request& request, const std::vector<std::string>& trusted) {
  const auto is_trusted = [&](std::string_view peer) {
    return std::ranges::find(trusted, peer) != trusted.end();
  };
  if (trusted.empty() || !is_trusted(request.peer)) return;
  const auto protocols = all_parts(request, "x-forwarded-proto");
  request.is_secure = !protocols.empty() && equals_ignoring_case(protocols.back(), "https");
  auto chain = all_parts(request, "x-forwarded-for");
  while (!chain.empty() && is_address(chain.back())) {
    request.peer = chain.back();
    if (!is_trusted(request.peer)) return;
    chain.pop_back();
  }
}

}  // namespace rapport::http
