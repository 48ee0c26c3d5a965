// Any note as Markdown: only the promised tags come out, closed in order, no link in a link, and no address
// but http, https and mailto.
#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "fuzz/promises.hpp"

using rapport::fuzz::require;

namespace {

void require_known_opening(std::string_view tag) {
  constexpr std::array<std::string_view, 13> known = {
      "p", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a", "br", "hr"};
  const std::string_view name = tag.substr(0, tag.find(' '));
  require(std::find(known.begin(), known.end(), name) != known.end());
  if (name.size() == tag.size()) return;
  require(name == "ol" || name == "a");
  if (name == "ol") return require(tag.starts_with("ol start=\""));
  std::string start(tag.substr(8, 8));
  std::transform(start.begin(), start.end(), start.begin(),
                 [](char c) { return static_cast<char>(std::tolower(c)); });
  require(start.starts_with("http://") || start.starts_with("https://") || start.starts_with("mailto:"));
}

void require_well_formed(std::string_view html) {
  std::vector<std::string_view> open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    require(end != std::string_view::npos && end > at + 1);
    const std::string_view tag = html.substr(at + 1, end - at - 1);
    if (tag.front() == '/') {
      require(!open.empty() && open.back() == tag.substr(1));
      open.pop_back();
      continue;
    }
    require_known_opening(tag);
    require(!tag.starts_with("a ") || std::find(open.begin(), open.end(), "a") == open.end());
    if (tag != "br" && tag != "hr") open.push_back(tag.substr(0, tag.find(' ')));
  }
  require(open.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const rapport::fuzz::MemoryBound bound(size);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!rapport::is_clean_utf8(text)) return 0;
  const std::string html = rapport::markdown_to_safe_html(text);
  require(rapport::is_clean_utf8(html) && html.size() <= 16 * size + 1'000'000);
  require_well_formed(html);
  require(rapport::is_clean_utf8(rapport::markdown_to_plain(text)));
  return 0;
}
