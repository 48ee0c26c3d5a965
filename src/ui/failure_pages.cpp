// What is said when something cannot be shown or done: plain words, what to do next, no numbers that shout.
#include <array>

#include "base/text.hpp"
#include "ui/frame.hpp"
#include "ui/page.hpp"
#include "ui/parts.hpp"

namespace rapport::ui {
namespace {

using html::Html;

struct Words {
  int status;
  std::string_view title;
  std::string_view advice;
};

constexpr std::string_view kept_words =
    "Your words are still here: go back, and they stand where you typed them. Try again in a moment.";

constexpr std::array<Words, 10> failures{{
    {400, "That could not be read", "The address or the form came damaged. Go back and try again."},
    {401, "Please sign in again", "You were away for a while. Your words are still here after signing in."},
    {403, "That was not sent from here", "Go back, open the page again, and send it once more."},
    {404, "That page is not here", "The address may be mistyped, or what it showed has moved."},
    {405, "That cannot be done here", "Go back and use the buttons on the page."},
    {413, "That is too large to send", "Text may have up to one megabyte. Send it in smaller parts."},
    {429, "Too many tries just now", "Wait a few minutes, then try again."},
    {431, "That could not be read",
     "The browser sent too much at once. Delete this site’s cookies and sign in again."},
    {503, "Rapport is very busy just now", kept_words},
    {507, "There is no room left to save",
     "Your words are still here, and everything can still be read. Please tell whoever looks after Rapport: "
     "its disk "
     "is full."},
}};
constexpr Words unknown_failure{500, "That did not save", kept_words};

const Words& words_of(int status) {
  for (const auto& words : failures)
    if (words.status == status) return words;
  return unknown_failure;
}

Html oops(std::string_view title, std::string_view message, std::string_view advice, const Html& more = {}) {
  html::Writer out;
  out.put<R"(<div class="oops"><h1>{}</h1><p>{}</p>)">(title, message);
  if (!advice.empty()) out.put<R"(<p class="soft">{}</p>)">(advice);
  out.add(more).put<"</div>">();
  return std::move(out).finish();
}

Page refusal_page(const Visit& visit, const Refusal& refusal) {
  switch (refusal.kind) {
    case Refusal::Kind::not_found:
      return {.title = "Not here",
              .content = oops("That page is not here", refusal.message,
                              "Perhaps find has it:", find_form("find-again", false)),
              .status = 404};
    case Refusal::Kind::forbidden:
      return {.title = "Not open to you",
              .content =
                  oops("This is not open to you", refusal.message,
                       "An administrator of Rapport at " + visit.institution_name + " can give you access."),
              .status = 403};
    case Refusal::Kind::conflict:
      return {.title = "Somebody else was here first",
              .content = oops("Somebody else was here first", refusal.message,
                              "Nothing was overwritten. Go back: your words are still there."),
              .status = 409};
    case Refusal::Kind::invalid:
      break;
  }
  return {.title = "This needs another look",
          .content = oops("This needs another look", refusal.message, "Go back: your words are still there."),
          .status = 422};
}

}  // namespace

http::Response show_refusal(const Visit& visit, const Refusal& refusal) {
  const auto page = refusal_page(visit, refusal);
  if (visit.is_partial()) return show_fragment(page.content, page.status);
  return show(visit, page);
}

http::Response show_failure(int status, std::string_view code, const Html& more) {
  const auto& words = words_of(status);
  html::Writer below;
  below.add(more);
  if (!code.empty()) below.put<R"(<p class="code">If it happens again, mention this code: {}</p>)">(code);
  below.put<R"(<p><a href="/today">Go to Today</a></p>)">();
  return show_bare({}, {.title = std::string(words.title),
                        .content = oops(words.title, words.advice, {}, std::move(below).finish()),
                        .status = status});
}

}  // namespace rapport::ui
