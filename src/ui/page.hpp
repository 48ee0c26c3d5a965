// The frame around every page: navigation, find, log, flash, phone bar. Values in, an answer out; no queries.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "html/html.hpp"
#include "http/response.hpp"
#include "ui/visit.hpp"

namespace rapport::ui {

/// Which entry of the main navigation is marked as current.
enum class Section { none, today, people, departments, bumps, relationships, plans, settings, import };

/// One page's own part.
struct Page {
  std::string title;  ///< as in the window's title: "Dr Jane Smith"
  Section section = Section::none;
  html::Html content;       ///< what stands in <main>
  std::string person = {};  ///< the person's slug: logging from here begins with them
  bool is_wide = false;
  int status = 200;
};

/// The whole page for somebody signed in.
[[nodiscard]] http::Response show(const Visit& visit, const Page& page);
/// A page for somebody who is not: sign-in, set-up, errors. `institution_name` may be empty.
[[nodiscard]] http::Response show_bare(std::string_view institution_name, const Page& page);
/// A page for a screen on a wall, which nobody touches.
struct Screen {
  std::string title;
  std::string heading;  ///< on the right of the first line
  html::Html content;   ///< with its own <main>
};
/// Always dark; renewed each minute. Kept by no cache.
[[nodiscard]] http::Response show_screen(const Screen& screen);
/// A fragment for script, without the frame.
[[nodiscard]] http::Response show_fragment(const html::Html& content, int status = 200);

/// The page for a refusal: 404 with find, 403 that says who can give access, 409, 422 in plain words.
[[nodiscard]] http::Response show_refusal(const Visit& visit, const Refusal& refusal);
/// The page for what went wrong with nobody known: 400, 401, 403, 404, 405, 413, 429, 431, 500, 503, 507
/// (disk full). `code` is the request's id; `more` stands below the words.
[[nodiscard]] http::Response show_failure(int status, std::string_view code, const html::Html& more = {});
/// What every answer carries beside its own headers: content security policy, nosniff and the like.
[[nodiscard]] std::vector<http::Header> security_headers();

/// 303 to `location`; the next page shows `message` once (kept in a short-lived cookie, sealed with the
/// session's token).
[[nodiscard]] http::Response go(const Visit& visit, std::string location, std::string_view message = {});

}  // namespace rapport::ui
