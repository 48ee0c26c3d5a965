#include "base/markdown.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include "base/any_text_test.hpp"
#include "base/text.hpp"

namespace rapport {
namespace {

using ::testing::HasSubstr;

struct Written {
  const char* markdown;
  const char* html;
};

class MarkdownToHtml : public ::testing::TestWithParam<Written> {};

TEST_P(MarkdownToHtml, IsShownAsMeant) {
  EXPECT_EQ(markdown_to_safe_html(GetParam().markdown), GetParam().html);
}

INSTANTIATE_TEST_SUITE_P(
    Markdown, MarkdownToHtml,
    ::testing::Values(
        Written{"", ""}, Written{"  \n ", ""},
        Written{"R&D at 10:30, don't", "<p>R&amp;D at 10:30, don&#39;t</p>"},
        Written{"one\ntwo\n\n\nthree\n", "<p>one<br>two</p><p>three</p>"},
        Written{"**b** *i* ~~s~~ `c<d`",
                "<p><strong>b</strong> <em>i</em> <del>s</del> <code>c&lt;d</code></p>"},
        Written{"~5 people, ~10 min", "<p>~5 people, ~10 min</p>"},
        Written{"# Big\ntext", "<p><strong>Big</strong></p><p>text</p>"},
        Written{"Title\n===\nx", "<p><strong>Title</strong></p><p>x</p>"},
        Written{"- a\n- b", "<ul><li>a</li><li>b</li></ul>"},
        Written{"3) a\n4) b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"},
        Written{"- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"},
        Written{"> q", "<blockquote><p>q</p></blockquote>"}, Written{"a\n\n---", "<p>a</p><hr>"},
        Written{"```\n<x>\n```", "<pre><code>&lt;x&gt;\n</code></pre>"},
        Written{"| a | b |\n|---|---|", "<p>| a | b |<br>|---|---|</p>"},
        Written{"<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"},
        Written{"a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>"},
        Written{"![a *plan*](https://e.org/x.png)", "<p>a <em>plan</em></p>"},
        Written{"[x](javascript:alert(1)) [y](JaVaScRiPt:x) [z](data:text/html,x) [r](/rel) [f](//e.org)",
                "<p>x y z r f</p>"},
        Written{"[a](https://e.org/?a=1&b=\"><x \"t\")",
                "<p><a href=\"https://e.org/?a=1&amp;b=%22%3E%3Cx\" rel=\"nofollow noreferrer\">a</a></p>"},
        Written{"https://e.org",
                "<p><a href=\"https://e.org\" rel=\"nofollow noreferrer\">https://e.org</a></p>"},
        Written{"www.e.org", "<p><a href=\"http://www.e.org\" rel=\"nofollow noreferrer\">www.e.org</a></p>"},
        Written{"jo@e.org", "<p><a href=\"mailto:jo@e.org\" rel=\"nofollow noreferrer\">jo@e.org</a></p>"},
        Written{"&lt;b&gt; \\*no\\*", "<p>&lt;b&gt; *no*</p>"}));

TEST(Markdown, PutsNoLinkInsideALink) {
  for (const char* note :
       {"[www.a.example](https://c.example)", "[jo@a.example](https://c.example)",
        "[https://a.example](https://c.example)", "[see <https://a.ehttps://b>](https://c.example)",
        "[![x](https://b.example)](https://c.example)",
        "[![[x](https://a.example)](https://b.example)](https://c.example)"}) {
    int open = 0;
    const std::string html = markdown_to_safe_html(note);
    for (std::size_t at = 0; at < html.size(); ++at) {
      if (html.compare(at, 3, "<a ") == 0) ++open;
      if (html.compare(at, 4, "</a>") == 0) --open;
      ASSERT_LE(open, 1) << html;
    }
  }
}

TEST(Markdown, ShowsTooMuchAsTyped) {
  const std::string brackets = "**x**" + std::string(300, '[');
  EXPECT_EQ(markdown_to_safe_html(brackets), "<p>" + brackets + "</p>");
  const std::string deep(5000, '>');
  EXPECT_LT(markdown_to_safe_html(deep).size(), 2000U);  // no quote in quote five thousand times
}

TEST(Markdown, TakesLittleTimeForTheWorstNote) {
  for (const std::string part :
       {"![[]()", "[a](", "*a_ ", "a@b.", "1) ", "> ", "\n- ", "<a", "`a``", "_a ", "~~a "}) {
    std::string note;
    while (note.size() < 20'000) note += part;
    note.resize(20'000);
    const auto start = std::chrono::steady_clock::now();
    (void)markdown_to_safe_html(note);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2)) << part;
  }
}

/// Text that the quick way often takes, in front of a sign of Markdown that sends it through the parser.
RC_GTEST_PROP(Markdown, QuickWayAgreesWithTheParser, ()) {
  const std::string alphabet = "aB1wW .,;:'\"&@!?()/-+#=>|{}^%$\n\n";
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(alphabet));
  const std::string parsed = markdown_to_safe_html(text + "\n\n*x*");
  if (parsed.find("<ul") == std::string::npos && parsed.find("<ol") == std::string::npos &&
      parsed.find("<pre") == std::string::npos) {
    RC_ASSERT(parsed == markdown_to_safe_html(text) + "<p><em>x</em></p>");
  }
}

/// The HTML holds only the tags promised, each closed in order, and no attribute but those of links and
/// lists.
bool is_well_formed(std::string_view html) {
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    if (end == std::string_view::npos) return false;
    const std::string tag(html.substr(at + 1, end - at - 1));
    const std::string name = tag.substr(0, tag.find(' '));
    if (name == "br" || name == "hr") continue;
    if (tag.front() == '/') {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
      continue;
    }
    const std::vector<std::string> known = {"p",          "strong", "em", "del", "code", "pre",
                                            "blockquote", "ul",     "ol", "li",  "a"};
    if (std::find(known.begin(), known.end(), name) == known.end()) return false;
    const bool has_attribute = name != tag;
    if (has_attribute && !tag.starts_with("a href=\"http") && !tag.starts_with("a href=\"mailto:") &&
        !tag.starts_with("a href=\"HTTP") && !tag.starts_with("ol start=\"")) {
      return false;
    }
    open.push_back(name);
  }
  return open.empty();
}

RC_GTEST_PROP(Markdown, MakesWellFormedHtmlOfAnything, ()) {
  const std::vector<std::string> pieces = {
      "**",  "_",   "[",  "](", ")",  "<",  ">",          "\n",          "\n\n", "- ",
      "1. ", "```", "`",  "# ", "> ", "~~", "http://a.b", "a@b.c",       "&lt;", "<b>",
      "![",  "\"",  "\\", " ",  "x",  "\t", "mailto:",    "javascript:", "'"};
  const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
  const std::string html = markdown_to_safe_html(join(chosen, ""));
  RC_ASSERT(is_well_formed(html));
  RC_ASSERT(is_clean_utf8(html));
}

TEST(Markdown, IsTheSameFromManyThreads) {
  const std::string note = "hello ~~gone~~ www.example.org and https://x.example b";
  const std::string wanted = markdown_to_safe_html(note);
  ASSERT_THAT(wanted, HasSubstr("<del>"));
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 3000; ++k) wrong += markdown_to_safe_html(note) == wanted ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

TEST(MarkdownToPlain, KeepsTheWordsAlone) {
  EXPECT_EQ(markdown_to_plain("**Send** the [price](https://e.org)\nby `Fri`"), "Send the price\nby Fri");
  EXPECT_EQ(markdown_to_plain("# Plan\n- a\n- b\n\nend"), "Plan\na\nb\n\nend");
  EXPECT_EQ(markdown_to_plain("plain\n\nwords"), "plain\n\nwords");
  EXPECT_EQ(markdown_to_plain("&lt;x&gt; ![pic](u)"), "<x> pic");
}

RC_GTEST_PROP(MarkdownToPlain, IsCleanWhateverIsTyped, ()) {
  const std::string text = *test::any_text();
  RC_ASSERT(is_clean_utf8(markdown_to_plain(text)));
  RC_ASSERT(is_well_formed(markdown_to_safe_html(text)));
}

}  // namespace
}  // namespace rapport
