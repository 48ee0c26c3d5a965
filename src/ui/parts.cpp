// Small parts that pages share. Form fields are fields.cpp.
#include "ui/parts.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/random.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "ui/assets.hpp"

namespace rapport::ui {
namespace {

using html::Attribute;
using html::Html;
using html::Url;

constexpr std::array<std::string_view, 17> titles{"dr",   "prof", "professor", "mr",    "mrs",     "ms",
                                                  "miss", "mx",   "sir",       "dame",  "lord",    "lady",
                                                  "rev",  "revd", "reverend",  "canon", "emeritus"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_title(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return std::ranges::any_of(
      titles, [&](std::string_view title) { return std::ranges::equal(word, title, {}, lower); });
}

/// The name's words without titles; a name of titles alone keeps them.
std::vector<std::string_view> name_words(std::string_view full_name) {
  std::vector<std::string_view> words;
  for (const auto word : split(full_name, ' '))
    if (!word.empty()) words.push_back(word);
  const auto begin = std::ranges::find_if_not(words, is_title);
  if (begin != words.end()) words.erase(words.begin(), begin);
  return words;
}

std::string_view first_character(std::string_view word) {
  std::size_t end = 0;
  (void)next_character(word, end);
  return word.substr(0, end);
}

/// Latin letters fold to a to z; other scripts stay what they are.
bool is_latin(std::string_view character) {
  if (character.size() == 1) return lower(character[0]) >= 'a' && lower(character[0]) <= 'z';
  const auto folded = fold(character);
  return !folded.empty() && folded[0] >= 'a' && folded[0] <= 'z';
}

std::string upper(std::string_view character) {
  std::string text(character);
  if (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// The same name has the same colour everywhere (FNV-1a).
unsigned colour_of(std::string_view name) {
  unsigned hash = 2166136261U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash % 5;
}

/// 20000 -> "20,000"
std::string grouped(std::int64_t number) {
  auto text = std::to_string(number);
  for (auto at = static_cast<int>(text.size()) - 3; at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), ",");
  return text;
}

}  // namespace

Html icon(std::string_view name) {
  // A page has a hundred of them, of a few dozen names.
  thread_local std::map<std::string, Html, std::less<>> drawn;
  auto found = drawn.find(name);
  if (found == drawn.end())
    found = drawn
                .emplace(name, html::render<R"(<svg class="i" aria-hidden="true"><use href="{}#{}"/></svg>)">(
                                   Url(asset_addresses().icons), name))
                .first;
  return found->second;
}

std::string initials(std::string_view full_name) {
  const auto words = name_words(full_name);
  if (words.empty()) return {};
  const auto first = first_character(words.front());
  if (words.size() == 1 || !is_latin(first)) return upper(first);
  const auto last = first_character(words.back());
  return is_latin(last) ? upper(first) + upper(last) : upper(first);
}

Html avatar(std::string_view full_name, std::string_view size) {
  return html::render<R"(<span class="av {} c{}" aria-hidden="true">{}</span>)">(size, colour_of(full_name),
                                                                                 initials(full_name));
}

Html csrf_field(const Visit& visit) {
  return html::render<R"(<input type="hidden" name="csrf" value="{}">)">(visit.csrf_token);
}

Html once_field() {
  return html::render<R"(<input type="hidden" name="key" value="{}">)">(random_token(16));
}

Html pages_of(const Paging& paging, const std::function<std::string(int)>& address) {
  if (paging.total == 0) return {};
  const auto first = std::int64_t{paging.page - 1} * paging.page_size + 1;
  const auto last = std::min(paging.total, first + paging.page_size - 1);
  html::Writer out;
  out.put<R"(<nav class="pages" aria-label="Pages"><span class="num">{} to {} of {}</span>)">(
      grouped(first), grouped(last), grouped(paging.total));
  if (paging.page > 1)
    out.put<R"(<a class="btn s" rel="prev" href="{}">{}Previous</a>)">(Url(address(paging.page - 1)),
                                                                       icon("chevron-left"));
  if (last < paging.total)
    out.put<R"(<a class="btn s" rel="next" href="{}">Next{}</a>)">(Url(address(paging.page + 1)),
                                                                   icon("chevron-right"));
  out.put<"</nav>">();
  return std::move(out).finish();
}

Html empty_state(std::string_view words, const Html& action) {
  return html::render<R"(<div class="empty"><p class="big">{}</p>{}</div>)">(words, action);
}

}  // namespace rapport::ui
