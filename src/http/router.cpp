// A tree of path segments. Knows patterns and numbers, not handlers.
#include "http/router.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "http/form.hpp"

namespace rapport::http {

struct Router::Node {
  struct End {
    Method method;
    std::size_t route;
    std::vector<std::string> names;  // of the parameters on the way, in order
  };

  std::vector<std::pair<std::string, std::size_t>> literals;  // segment -> node
  std::optional<std::size_t> parameter;                       // node behind a {named} segment
  std::vector<End> ends;
};

/// One search. Literal before parameter at each segment; goes back where a literal leads nowhere.
struct Router::Walk {
  const std::vector<Node>& nodes;
  const std::vector<std::string>& segments;
  Method method;
  std::vector<std::string> values = {};
  std::vector<Method> allowed = {};

  const Node::End* search(std::size_t at, std::size_t depth) {
    const Node& node = nodes[at];
    if (depth == segments.size()) return arrive(node);
    const auto& segment = segments[depth];
    const auto literal =
        std::ranges::find(node.literals, segment, &std::pair<std::string, std::size_t>::first);
    if (literal != node.literals.end())
      if (const auto* end = search(literal->second, depth + 1)) return end;
    if (!node.parameter || segment.empty()) return nullptr;
    values.push_back(segment);
    if (const auto* end = search(*node.parameter, depth + 1)) return end;
    values.pop_back();
    return nullptr;
  }

  const Node::End* arrive(const Node& node) {
    const auto with = [&](Method wanted) { return std::ranges::find(node.ends, wanted, &Node::End::method); };
    auto found = with(method);
    if (found == node.ends.end() && method == Method::head) found = with(Method::get);
    if (found != node.ends.end()) return &*found;
    for (const auto& end : node.ends) allowed.push_back(end.method);
    return nullptr;
  }
};

namespace {

std::string allow_list(std::vector<Method> methods) {
  if (std::ranges::find(methods, Method::get) != methods.end()) methods.push_back(Method::head);
  std::ranges::sort(methods);
  methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
  std::vector<std::string> words;
  words.reserve(methods.size());
  for (const auto method : methods) words.emplace_back(method_name(method));
  return join(words, ", ");
}

bool is_parameter(std::string_view segment) {
  return segment.starts_with('{') && segment.ends_with('}');
}

}  // namespace

Router::Router() : nodes_(1) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

std::size_t Router::step(std::size_t at, std::string_view segment) {
  const bool is_named = is_parameter(segment);
  for (const auto& [text, next] : nodes_[at].literals)
    if (!is_named && text == segment) return next;
  if (is_named && nodes_[at].parameter) return *nodes_[at].parameter;
  const auto next = nodes_.size();
  nodes_.emplace_back();
  if (is_named) {
    nodes_[at].parameter = next;
  } else {
    nodes_[at].literals.emplace_back(segment, next);
  }
  return next;
}

void Router::add(Method method, std::string_view pattern, std::size_t route) {
  if (!pattern.starts_with('/')) throw std::logic_error("a route begins with /: " + std::string(pattern));
  std::size_t at = 0;
  std::vector<std::string> names;
  for (const auto segment : split(pattern.substr(1), '/')) {
    at = step(at, segment);
    if (is_parameter(segment)) names.emplace_back(segment.substr(1, segment.size() - 2));
  }
  auto& ends = nodes_[at].ends;
  if (std::ranges::find(ends, method, &Node::End::method) != ends.end())
    throw std::logic_error("this route is there twice: " + std::string(method_name(method)) + " " +
                           std::string(pattern));
  ends.push_back({method, route, std::move(names)});
}

Match Router::find(Method method, std::string_view raw_path) const {
  if (!raw_path.starts_with('/')) return {};
  std::vector<std::string> segments;
  for (const auto segment : split(raw_path.substr(1), '/')) {
    auto text = percent_decode(segment);
    if (!text) return {};
    segments.push_back(std::move(*text));
  }
  Walk walk{nodes_, segments, method};
  const auto* end = walk.search(0, 0);
  if (end == nullptr) return {.route = {}, .parameters = {}, .allow = allow_list(std::move(walk.allowed))};
  Match match{.route = end->route};
  for (std::size_t i = 0; i < end->names.size(); ++i)
    match.parameters.emplace_back(end->names[i], std::move(walk.values[i]));
  return match;
}

}  // namespace rapport::http
