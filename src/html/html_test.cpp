#include "html/html.hpp"

#include <gtest/gtest.h>

namespace rapport::html {
namespace {

TEST(Html, EscapesTextForItsPlace) {
  EXPECT_EQ(render<"<b>{}</b>">("<script>&\"'").text(), "<b>&lt;script&gt;&amp;&quot;&#39;</b>");
  EXPECT_EQ(render<R"(<p title="{}">x</p>)">("\" onclick=\"x").text(),
            "<p title=\"&quot; onclick=&quot;x\">x</p>");
}

TEST(Html, TakesOnlyAddressesThatCannotRun) {
  EXPECT_EQ(render<R"(<a href="{}">x</a>)">(Url("javascript:alert(1)")).text(), "<a href=\"#\">x</a>");
  EXPECT_EQ(render<R"(<a href="{}">x</a>)">(Url("//evil.example")).text(), "<a href=\"#\">x</a>");
  EXPECT_EQ(render<R"(<a href="{}">x</a>)">(Url("java\tscript:alert(1)")).text(), "<a href=\"#\">x</a>");
  EXPECT_EQ(render<R"(<a href="{}">x</a>)">(Url("/people?q=a&b=c")).text(),
            "<a href=\"/people?q=a&amp;b=c\">x</a>");
}

TEST(Html, WritesAnAttributeOnlyWhenItIsThere) {
  EXPECT_EQ(render<"<input{}>">(Attribute::flag("checked", true)).text(), "<input checked>");
  EXPECT_EQ(render<"<input{}>">(Attribute::flag("checked", false)).text(), "<input>");
  EXPECT_EQ(render<"<input{}>">(Attribute::value("value", "a\"b")).text(), "<input value=\"a&quot;b\">");
}

TEST(Html, PutsFinishedMarkupInTextAsItIs) {
  EXPECT_EQ(render<"<div>{}{}</div>">(render<"<i>{}</i>">(7), " & ").text(), "<div><i>7</i> &amp; </div>");
}

TEST(Html, WritesTheAddressOfAScript) {
  EXPECT_EQ(render<R"(<script src="{}" defer></script><b>{}</b>)">(Url("/assets/app.js"), "x").text(),
            R"(<script src="/assets/app.js" defer></script><b>x</b>)");
}

}  // namespace
}  // namespace rapport::html
