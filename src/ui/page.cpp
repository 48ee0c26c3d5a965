// The frame around every page, the flash message, and the headers that every answer carries.
#include "ui/page.hpp"

#include <array>

#include "base/random.hpp"
#include "base/text.hpp"
#include "http/form.hpp"
#include "ui/frame.hpp"
#include "ui/parts.hpp"

namespace rapport::ui {
namespace {

constexpr int screen_seconds = 60;

using html::Attribute;
using html::Html;
using html::Url;

constexpr std::string_view flash_name = "rapport_flash";
constexpr int flash_seconds = 60;
constexpr std::size_t flash_characters_max = 300;
constexpr std::size_t frame_bytes = 8192;

struct Entry {
  Section section;
  std::string_view address;
  std::string_view icon;
  std::string_view words;
};
constexpr std::array<Entry, 6> main_entries{
    {{Section::today, "/today", "sun-high", "Today"},
     {Section::people, "/people", "users", "People"},
     {Section::departments, "/departments", "building-arch", "Departments"},
     {Section::bumps, "/bumps", "ripple", "Bumps"},
     {Section::relationships, "/relationships", "stairs-up", "Relationships"},
     {Section::plans, "/plans", "clipboard-list", "Action plans"}}};
constexpr Entry settings_entry{Section::settings, "/settings", "settings", "Settings"};
constexpr Entry import_entry{Section::import, "/import", "upload", "Import"};

void put_entry(html::Writer& out, const Entry& entry, Section current) {
  out.put<R"(<a href="{}"{}>{}{}</a>)">(
      Url(entry.address), Attribute::optional("aria-current", entry.section == current ? "page" : ""),
      icon(entry.icon), entry.words);
}

void put_side(html::Writer& out, const Visit& visit, Section current) {
  out.put<R"(<header class="side">{}<nav class="nav" aria-label="Main">)">(brand(Brand::with_word));
  for (const auto& entry : main_entries) put_entry(out, entry, current);
  out.put<
      R"(</nav><nav class="nav" aria-labelledby="nav-library"><p class="nav-h" id="nav-library">Library</p>)">();
  out.put<R"(<a href="/team"{}>{}Team</a>)">(
      Attribute::optional("aria-current", visit.request.path == "/team" ? "page" : ""), icon("users-group"));
  if (visit.scope.viewer.is(Role::administrator)) put_entry(out, import_entry, current);
  put_entry(out, settings_entry, current);
  const auto& name = visit.scope.viewer.full_name;
  out.put<R"(</nav><a class="foot account" href="/settings">{}<span class="small">{}<br>)"
          R"(<span class="muted micro">{}</span></span></a></header>)">(avatar(name, "s"), name,
                                                                        visit.place_in_library);
}

/// Only a GET's address can be opened again.
std::string address_to_return_to(const http::Request& request) {
  return request.method == http::Method::get ? request.target : "/settings";
}

void put_theme_toggle(html::Writer& out, const Visit& visit) {
  const bool is_dark = visit.colours == "dark";
  out.put<R"(<form method="post" action="/settings/colours" data-theme-toggle>{})"
          R"(<input type="hidden" name="next" value="{}"><button class="btn icon-only quiet" name="colours" )"
          R"(value="{}" aria-label="Switch to {} colours">{}</button></form>)">(
      csrf_field(visit), address_to_return_to(visit.request), is_dark ? "light" : "dark",
      is_dark ? "light" : "dark", icon(is_dark ? "sun" : "moon"));
}

std::string capture_address(std::string_view person) {
  return person.empty() ? "/capture" : "/capture?person=" + http::percent_encode(person);
}

void put_top(html::Writer& out, const Visit& visit, const Page& page) {
  out.put<
      R"(<div class="top" role="region" aria-label="Find and log">{}{}<a class="tag amber" href="/offline" data-waiting hidden></a>)"
      R"(<div class="right hide-m">)">(brand(Brand::rings_only), find_form("find-q", true));
  put_theme_toggle(out, visit);
  out.put<R"(<a class="btn primary" href="{}" data-capture-open aria-keyshortcuts="c">{}Log <kbd>C</kbd></a>)"
          R"(</div></div>)">(Url(capture_address(page.person)), icon("pencil-plus"));
}

void put_tabs(html::Writer& out, const Page& page) {
  out.put<R"(<nav class="tabs" aria-label="Main, phone">)">();
  put_entry(out, main_entries[0], page.section);
  put_entry(out, main_entries[1], page.section);
  out.put<R"(<a class="log" href="{}" data-capture-open>{}Log</a>)">(Url(capture_address(page.person)),
                                                                     icon("pencil-plus"));
  put_entry(out, main_entries[3], page.section);
  const bool is_more = page.section == Section::settings || page.section == Section::import ||
                       page.section == Section::departments || page.section == Section::relationships ||
                       page.section == Section::plans;
  put_entry(out, {Section::settings, "/settings", "menu-2", "More"},
            is_more ? Section::settings : page.section);
  out.put<"</nav>">();
}

// The flash ---------------------------------------------------------------------------------------

/// Signed with the session's token, so that nobody else can put words on the page.
std::string flash_seal(const Visit& visit, std::string_view encoded) {
  return hmac_hex(visit.csrf_token, encoded).substr(0, 32);
}

/// The message of the page before, where there is one and it is ours.
std::optional<std::string> read_flash(const Visit& visit) {
  const auto cookie = visit.request.cookie(flash_name);
  if (!cookie) return std::nullopt;
  const auto dot = cookie->rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto encoded = cookie->substr(0, dot);
  if (!equal_in_constant_time(cookie->substr(dot + 1), flash_seal(visit, encoded))) return std::nullopt;
  return http::percent_decode(encoded);
}

http::Cookie flash_cookie(const Visit& visit, std::string value, int max_age_seconds) {
  return {.name = std::string(flash_name),
          .value = std::move(value),
          .max_age_seconds = max_age_seconds,
          .is_secure = visit.request.is_secure};
}

void put_main(html::Writer& out, const Page& page, const std::optional<std::string>& flash) {
  out.put<R"(<main class="{}" id="main" tabindex="-1"{}>)">(page.is_wide ? "content wide" : "content",
                                                            Attribute::optional("data-person", page.person));
  if (flash)
    out.put<R"(<p class="flash" role="status">{}<span class="grow">{}</span></p>)">(icon("circle-check"),
                                                                                    *flash);
  out.add(page.content);
  out.put<"</main>">();
}

std::string window_title(const Page& page) {
  return page.status == 422 ? "Error: " + page.title : page.title;
}

http::Response answer(int status, html::Writer&& out, std::string caching) {
  http::Response response{.status = status};
  response.body = std::move(out).finish().take();
  response.headers.push_back({"Cache-Control", std::move(caching)});
  return response;
}

}  // namespace

http::Response show(const Visit& visit, const Page& page) {
  const auto flash = read_flash(visit);
  html::Writer out(frame_bytes + page.content.text().size());
  open_document(out, {.title = window_title(page),
                      .colours = visit.colours,
                      .csrf_token = visit.csrf_token,
                      .staff = std::to_string(visit.scope.viewer.staff.value),
                      .has_single_keys = visit.has_single_keys});
  out.put<R"(<div class="app">)">();
  put_side(out, visit, page.section);
  out.put<"<div>">();
  put_top(out, visit, page);
  put_main(out, page, flash);
  out.put<"</div></div>">();
  put_tabs(out, page);
  put_dialogs(out);
  close_document(out);
  auto response = answer(page.status, std::move(out), flash ? "no-store" : "private, no-cache");
  if (visit.request.cookie(flash_name))
    response.with("Set-Cookie", http::set_cookie(flash_cookie(visit, {}, -1)));
  return response;
}

http::Response show_bare(std::string_view institution_name, const Page& page) {
  html::Writer out;
  open_document(out, {.title = window_title(page)});
  out.put<R"(<main class="gate" id="main" tabindex="-1">{})">(brand(Brand::with_word));
  if (!institution_name.empty()) out.put<R"(<p class="soft">{}</p>)">(institution_name);
  out.add(page.content);
  out.put<"</main>">();
  close_document(out);
  return answer(page.status, std::move(out), "no-store");
}

http::Response show_screen(const Screen& screen) {
  html::Writer out;
  open_document(out, {.title = screen.title,
                      .colours = "dark",
                      .body_class = "wall",
                      .renews_after_seconds = screen_seconds});
  out.put<
      R"(<div class="wall-in" data-screen="{}"><header class="row">{}<span class="push soft">{}</span></header>{}</div>)">(
      screen_seconds, brand(Brand::unlinked), screen.heading, screen.content);
  close_document(out);
  return answer(200, std::move(out), "no-store");
}

http::Response show_fragment(const Html& content, int status) {
  html::Writer out(content.text().size());
  out.add(content);
  return answer(status, std::move(out), "private, no-cache");
}

http::Response go(const Visit& visit, std::string location, std::string_view message) {
  auto response = http::see_other(std::move(location));
  if (message.empty()) return response;
  const auto encoded = http::percent_encode(shorten(message, flash_characters_max));
  response.with("Set-Cookie", http::set_cookie(flash_cookie(visit, encoded + "." + flash_seal(visit, encoded),
                                                            flash_seconds)));
  return response;
}

std::vector<http::Header> security_headers() {
  return {
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
       "connect-src 'self'; "
       "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "same-origin"},
      {"Permissions-Policy",
       "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
  };
}

}  // namespace rapport::ui
