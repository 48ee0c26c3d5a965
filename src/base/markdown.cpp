// Markdown through cmark-gfm's parser and our own writers. Most notes hold no sign of Markdown: they skip the
// parser.
#include "base/markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <new>
#include <stdexcept>

namespace rapport {
namespace {

constexpr std::size_t parsed_bytes_max = 20'000;
// cmark-gfm's time grows with the square of these; this many take a few milliseconds.
constexpr std::ptrdiff_t brackets_max = 200;
constexpr std::ptrdiff_t addresses_max = 100;
// Deeper quotes and lists are drawn no deeper: a reader could not tell, and browsers cut off at some depth.
constexpr int drawn_depth_max = 20;

// --- Escaping
// ------------------------------------------------------------------------------------------------

std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

void append_escaped(std::string& html, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view escape = escape_of(text[at]);
    if (escape.empty()) continue;
    html.append(text, copied, at - copied);
    html += escape;
    copied = at + 1;
  }
  html.append(text, copied);
}

/// An address as an attribute's value: controls, spaces and quotes are percent-encoded.
void append_address(std::string& html, std::string_view address) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || std::string_view("\"'<>\\`{}|^").find(c) != std::string_view::npos) {
      html += '%';
      html += digits[byte >> 4U];
      html += digits[byte & 15U];
    } else {
      append_escaped(html, {&c, 1});
    }
  }
}

bool starts_without_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(), [](char l, char t) {
           return l == (t >= 'A' && t <= 'Z' ? static_cast<char>(t - 'A' + 'a') : t);
         });
}

bool may_link_to(std::string_view address) {
  return starts_without_case(address, "https://") || starts_without_case(address, "http://") ||
         starts_without_case(address, "mailto:");
}

// --- Text without a sign of Markdown
// -------------------------------------------------------------------------

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// A character that a line of plain words does not begin with.
bool may_begin_a_block(std::string_view line) {
  constexpr std::string_view starts = " #>-+=:|";
  if (starts.find(line.front()) != std::string_view::npos) return true;
  const std::size_t digits_end = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits_end > 0 && digits_end < line.size() && (line[digits_end] == '.' || line[digits_end] == ')');
}

enum class Sign : std::uint8_t { none, always, in_company };

constexpr std::array<Sign, 256> signs = [] {
  std::array<Sign, 256> table{};
  for (unsigned c = 0; c < 0x20; ++c) table.at(c) = Sign::always;
  for (const char c : std::string_view("*_`[]<~\\")) table.at(static_cast<unsigned char>(c)) = Sign::always;
  for (const char c : std::string_view("\n&@:.")) table.at(static_cast<unsigned char>(c)) = Sign::in_company;
  return table;
}();

/// True where what stands around `text[at]` may give it a meaning.
bool is_sign_in_company(std::string_view text, std::size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  const char before = at > 0 ? text[at - 1] : '\0';
  switch (text[at]) {
    case '\n':
      return before == ' ' || (next != '\0' && may_begin_a_block(text.substr(at + 1)));
    case '&':
      return is_letter_or_digit(next) || next == '#';
    case '@':
      return before > ' ' && next > ' ';
    case ':':
      return next == '/';
    default:  // a point
      return before == 'w' || before == 'W';
  }
}

/// True where cmark would find nothing but paragraphs and lines. Says no rather too often.
bool is_plain(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() == '\n' || text.back() == ' ' || may_begin_a_block(text)) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const Sign sign = signs[static_cast<unsigned char>(text[at])];
    if (sign == Sign::none) continue;
    if (sign == Sign::always || is_sign_in_company(text, at)) return false;
  }
  return true;
}

/// Paragraphs parted by empty lines, everything as typed.
std::string plain_to_html(std::string_view text) {
  std::string html;
  html.reserve(text.size() + text.size() / 16 + 16);
  const auto skip_line_ends = [&] {
    text.remove_prefix(std::min(text.find_first_not_of('\n'), text.size()));
  };
  for (skip_line_ends(); !text.empty(); skip_line_ends()) {
    html += "<p>";
    for (std::string_view before; !text.empty() && text.front() != '\n'; before = "<br>") {
      const std::size_t end = std::min(text.find('\n'), text.size());
      html += before;
      append_escaped(html, text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    html += "</p>";
  }
  return html;
}

/// Shown as typed because reading it as Markdown could take long.
bool is_too_much(std::string_view text) {
  return text.size() > parsed_bytes_max || std::count(text.begin(), text.end(), '[') > brackets_max ||
         std::count(text.begin(), text.end(), '@') > addresses_max;
}

// --- cmark-gfm
// -----------------------------------------------------------------------------------------------

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Document = std::unique_ptr<cmark_node, FreeNode>;

cmark_syntax_extension* extension(const char* name) {
  static const bool is_registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  cmark_syntax_extension* found = is_registered ? cmark_find_syntax_extension(name) : nullptr;
  if (found == nullptr) throw std::runtime_error(std::string("cmark-gfm has no extension ") + name);
  return found;
}

/// cmark-gfm 0.29.0.gfm.6 keeps the extensions' characters in one table for the whole process, filled and
/// emptied by each parse. Two parses at once then miss links and strike-outs, so the last step has a lock.
std::mutex& parse_lock() {
  static std::mutex lock;
  return lock;
}

Document parse(std::string_view text) {
  // Two tildes: "~5 people, ~10 minutes" is no strike-out.
  const std::unique_ptr<cmark_parser, FreeParser> parser(
      cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE));
  cmark_parser_attach_syntax_extension(parser.get(), extension("autolink"));
  cmark_parser_attach_syntax_extension(parser.get(), extension("strikethrough"));
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const std::lock_guard guard(parse_lock());
  return Document(cmark_parser_finish(parser.get()));
}

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

std::string_view without_last_line_end(std::string_view text) {
  return text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
}

/// A paragraph in a list without empty lines is drawn without its own space around it.
bool is_in_tight_list(cmark_node* paragraph) {
  cmark_node* item = cmark_node_parent(paragraph);
  return item != nullptr && cmark_node_get_type(item) == CMARK_NODE_ITEM &&
         cmark_node_get_list_tight(cmark_node_parent(item)) != 0;
}

bool is_strike_out(cmark_node* node) {
  return std::string_view(cmark_node_get_type_string(node)) == "strikethrough";
}

/// Calls `visit(node, is_entering)` in order of appearance; leaves are entered only.
template <class Visit>
void walk(cmark_node* document, Visit visit) {
  const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(document));
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
  }
}

// --- HTML
// ----------------------------------------------------------------------------------------------------

class HtmlWriter {
 public:
  void visit(cmark_node* node, bool is_entering) {
    if (write_leaf(node)) return;
    if (is_container(node)) return write_container(node, is_entering);
    write_span(node, is_entering);
  }

  [[nodiscard]] std::string take() { return std::move(html_); }

 private:
  static bool is_container(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    return type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM;
  }

  bool write_leaf(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_INLINE) {
      append_escaped(html_, literal(node));
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      html_ += "<br>";
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
      html_ += "<hr>";
    } else if (type == CMARK_NODE_CODE) {
      write_literal("<code>", literal(node), "</code>");
    } else if (type == CMARK_NODE_CODE_BLOCK) {
      write_literal("<pre><code>", literal(node), "</code></pre>");
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      html_ += plain_to_html(without_last_line_end(literal(node)));
    } else {
      return false;
    }
    return true;
  }

  void write_literal(std::string_view open, std::string_view text, std::string_view close) {
    html_ += open;
    append_escaped(html_, text);
    html_ += close;
  }

  void write_container(cmark_node* node, bool is_entering) {
    if (is_entering) ++depth_;
    if (depth_ <= drawn_depth_max) html_ += is_entering ? opening(node) : closing(node);
    if (!is_entering) --depth_;
  }

  static std::string opening(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_BLOCK_QUOTE) return "<blockquote>";
    if (type == CMARK_NODE_ITEM) return "<li>";
    if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST) return "<ul>";
    const int start = cmark_node_get_list_start(node);
    return start == 1 ? "<ol>" : "<ol start=\"" + std::to_string(start) + "\">";
  }

  static std::string_view closing(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_BLOCK_QUOTE) return "</blockquote>";
    if (type == CMARK_NODE_ITEM) return "</li>";
    return cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? "</ul>" : "</ol>";
  }

  void write_span(cmark_node* node, bool is_entering) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH) {
      if (!is_in_tight_list(node)) html_ += is_entering ? "<p>" : "</p>";
    } else if (type == CMARK_NODE_HEADING) {
      html_ += is_entering ? "<p><strong>" : "</strong></p>";
    } else if (type == CMARK_NODE_EMPH) {
      html_ += is_entering ? "<em>" : "</em>";
    } else if (type == CMARK_NODE_STRONG) {
      html_ += is_entering ? "<strong>" : "</strong>";
    } else if (type == CMARK_NODE_LINK) {
      write_link(node, is_entering);
    } else if (is_strike_out(node)) {
      html_ += is_entering ? "<del>" : "</del>";
    }
  }

  /// A link to anywhere else, or an address within the words of a link, is its words alone.
  void write_link(cmark_node* node, bool is_entering) {
    const char* address = cmark_node_get_url(node);
    if (address == nullptr || !may_link_to(address)) return;
    if (!is_entering) {
      if (--links_open_ == 0) html_ += "</a>";
      return;
    }
    if (++links_open_ > 1) return;
    html_ += "<a href=\"";
    append_address(html_, address);
    html_ += "\" rel=\"nofollow noreferrer\">";
  }

  std::string html_;
  int depth_ = 0;
  int links_open_ = 0;
};

// --- Plain text
// ----------------------------------------------------------------------------------------------

class PlainWriter {
 public:
  void visit(cmark_node* node, bool is_entering) {
    const auto type = cmark_node_get_type(node);
    if (is_entering) begin_part(node, type);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      plain_ += '\n';
    } else if (is_entering) {
      plain_ += without_last_line_end(literal(node));
    }
  }

  [[nodiscard]] std::string take() { return std::move(plain_); }

 private:
  /// Only parts that hold words themselves are parted.
  void begin_part(cmark_node* node, cmark_node_type type) {
    const bool has_words = type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING ||
                           type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK;
    if (!has_words || plain_.empty()) return;
    plain_ += type == CMARK_NODE_PARAGRAPH && is_in_tight_list(node) ? "\n" : "\n\n";
  }

  std::string plain_;
};

}  // namespace

std::string markdown_to_safe_html(std::string_view text) {
  if (is_plain(text) || is_too_much(text)) return plain_to_html(text);
  HtmlWriter writer;
  const Document document = parse(text);
  walk(document.get(), [&](cmark_node* node, bool is_entering) { writer.visit(node, is_entering); });
  return writer.take();
}

std::string markdown_to_plain(std::string_view text) {
  const bool has_wide_gaps = text.find("\n\n\n") != std::string_view::npos || text.ends_with('\n');
  if ((is_plain(text) && !has_wide_gaps) || is_too_much(text)) return std::string(text);
  PlainWriter writer;
  const Document document = parse(text);
  walk(document.get(), [&](cmark_node* node, bool is_entering) { writer.visit(node, is_entering); });
  return writer.take();
}

}  // namespace rapport
