// The frame, the message after a form, and what is said when something went wrong.
#include "ui/page.hpp"

#include <gmock/gmock.h>

#include "support/test_database.hpp"
#include "ui/assets.hpp"
#include "ui/parts.hpp"

namespace rapport::ui {
namespace {

using testing::HasSubstr;
using testing::Not;

const Zone& london() {
  static const Zone zone("Europe/London");
  return zone;
}

class Pages : public testing::Test {
 protected:
  Pages() { request_.target = request_.path = "/people/jane-smith-4f2k"; }

  [[nodiscard]] Visit visit(Role role = Role::librarian) {
    scope_.emplace(
        *database_, Id<Institution>{1},
        Viewer{.staff = {7}, .role = role, .team = {}, .full_name = "Priya Nair", .given_name = "Priya"},
        london(), Instant{1'794'474'000'000});
    return {.request = request_,
            .scope = *scope_,
            .csrf_token = "token-of-this-session",
            .colours = "device",
            .institution_name = "Ambleford University",
            .place_in_library = "Health & Social Care"};
  }
  [[nodiscard]] static Page page(std::string_view words) {
    return {
        .title = "Dr Jane Smith", .section = Section::people, .content = html::render<"<h1>{}</h1>">(words)};
  }
  [[nodiscard]] static std::string header(const http::Response& response, std::string_view name) {
    for (const auto& header : response.headers)
      if (header.name == name) return header.value;
    return {};
  }
  /// Sends the cookie back that `response` set.
  void take_cookie(const http::Response& response) {
    const auto cookie = header(response, "Set-Cookie");
    request_.headers = {{"Cookie", cookie.substr(0, cookie.find(';'))}};
  }

  test::TestDatabase database_;
  http::Request request_;
  std::optional<Scope> scope_;
};

TEST_F(Pages, CarryWhatTheScriptNeeds) {
  const auto shown = show(visit(), page("Hello"));
  EXPECT_EQ(shown.status, 200);
  EXPECT_THAT(shown.body, HasSubstr("<!doctype html><html lang=\"en-GB\"><head>"));
  EXPECT_THAT(shown.body, HasSubstr("<body data-keys=\"on\" data-staff=\"7\">"));
  EXPECT_THAT(shown.body, HasSubstr("<meta name=\"csrf-token\" content=\"token-of-this-session\">"));
  EXPECT_THAT(shown.body,
              HasSubstr("<script src=\"" + std::string(asset_addresses().script) + "\" defer></script>"));
  EXPECT_THAT(shown.body, HasSubstr("<main class=\"content\" id=\"main\" tabindex=\"-1\"><h1>Hello</h1>"));
  EXPECT_EQ(header(shown, "Cache-Control"), "private, no-cache");
}

TEST_F(Pages, EscapeTheirTitle) {
  auto bad = page("x");
  bad.title = "</title><script>";
  EXPECT_THAT(show(visit(), bad).body, HasSubstr("<title>&lt;/title&gt;&lt;script&gt; – Rapport</title>"));
}

TEST_F(Pages, SayWhichColoursWereChosen) {
  auto here = visit();
  here.colours = "dark";
  const auto body = show(here, page("x")).body;
  EXPECT_THAT(body, HasSubstr("<html lang=\"en-GB\" data-theme=\"dark\">"));
  EXPECT_THAT(body, HasSubstr("value=\"light\" aria-label=\"Switch to light colours\""));
}

TEST_F(Pages, OfAPersonLogForThem) {
  auto jane = page("x");
  jane.person = "jane-smith-4f2k";
  const auto body = show(visit(), jane).body;
  EXPECT_THAT(body, HasSubstr("data-person=\"jane-smith-4f2k\""));
  EXPECT_THAT(body, HasSubstr("href=\"/capture?person=jane-smith-4f2k\" data-capture-open"));
}

TEST_F(Pages, MarkTheCurrentPartOnceInEachNavigation) {
  const auto body = show(visit(), page("x")).body;
  EXPECT_THAT(body, HasSubstr("<a href=\"/people\" aria-current=\"page\">"));
  EXPECT_THAT(body, HasSubstr("<a href=\"/today\">"));
}

TEST_F(Pages, OfferImportToAdministratorsAlone) {
  EXPECT_THAT(show(visit(), page("x")).body, Not(HasSubstr("/import")));
  EXPECT_THAT(show(visit(Role::director), page("x")).body, Not(HasSubstr("/import")));
  EXPECT_THAT(show(visit(Role::administrator), page("x")).body, HasSubstr("href=\"/import\""));
}

TEST_F(Pages, ShowAMessageOnceAfterAForm) {
  const auto done = go(visit(), "/people", "Saved <b>Siân</b>.");
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(header(done, "Location"), "/people");
  EXPECT_THAT(header(done, "Set-Cookie"), HasSubstr("HttpOnly; SameSite=Lax"));
  take_cookie(done);
  const auto shown = show(visit(), page("x"));
  EXPECT_THAT(shown.body, HasSubstr("<span class=\"grow\">Saved &lt;b&gt;Siân&lt;/b&gt;.</span>"));
  EXPECT_THAT(header(shown, "Set-Cookie"), HasSubstr("rapport_flash=; Path=/; Max-Age=0"));
  EXPECT_EQ(header(shown, "Cache-Control"), "no-store");
}

TEST_F(Pages, IgnoreAMessageThatThisSessionDidNotSet) {
  request_.headers = {{"Cookie", "rapport_flash=Call%20this%20number.00000000000000000000000000000000"}};
  EXPECT_THAT(show(visit(), page("x")).body, Not(HasSubstr("Call this number")));
  request_.headers = {{"Cookie", "rapport_flash=nodot"}};
  EXPECT_THAT(show(visit(), page("x")).body, Not(HasSubstr("class=\"flash\"")));
}

TEST_F(Pages, CutAMessageThatACookieCouldNotHold) {
  const auto done = go(visit(), "/people", std::string(5000, 'x'));
  EXPECT_LT(header(done, "Set-Cookie").size(), 1000U);
  take_cookie(done);
  EXPECT_THAT(show(visit(), page("x")).body, HasSubstr("xxx…</span>"));
}

TEST_F(Pages, ForRefusalsSayWhatToDo) {
  const auto missing = show_refusal(visit(), not_found("There is nobody at this address."));
  EXPECT_EQ(missing.status, 404);
  EXPECT_THAT(missing.body, HasSubstr("That page is not here"));
  EXPECT_THAT(missing.body, HasSubstr("id=\"find-again\""));
  const auto closed = show_refusal(visit(), forbidden("Only administrators import."));
  EXPECT_EQ(closed.status, 403);
  EXPECT_THAT(closed.body,
              HasSubstr("An administrator of Rapport at Ambleford University can give you access."));
  EXPECT_EQ(show_refusal(visit(), conflict("Gwen saved this a minute ago.")).status, 409);
  EXPECT_EQ(show_refusal(visit(), invalid("due_on", "There is no 31 February.")).status, 422);
}

TEST_F(Pages, ForRefusalsComeWithoutTheFrameToScript) {
  request_.headers = {{"X-Rapport-Partial", "1"}};
  const auto missing = show_refusal(visit(), not_found("There is nobody at this address."));
  EXPECT_EQ(missing.status, 404);
  EXPECT_THAT(missing.body, testing::StartsWith("<div class=\"oops\">"));
}

TEST_F(Pages, ForFailuresKeepTheirHeads) {
  const auto failed = show_failure(500, "abc123def456");
  EXPECT_EQ(failed.status, 500);
  EXPECT_THAT(failed.body, HasSubstr("That did not save"));
  EXPECT_THAT(failed.body, HasSubstr("mention this code: abc123def456"));
  EXPECT_THAT(failed.body, Not(HasSubstr("csrf-token")));
  for (const int status : {400, 401, 403, 404, 405, 413, 429, 431, 503, 507}) {
    EXPECT_EQ(show_failure(status, "").status, status);
    EXPECT_THAT(show_failure(status, "").body, Not(HasSubstr("That did not save"))) << status;
  }
}

TEST_F(Pages, AllowNothingFromOutside) {
  const auto headers = security_headers();
  EXPECT_THAT(headers.front().value, HasSubstr("default-src 'none'"));
  EXPECT_THAT(headers.front().value, Not(HasSubstr("unsafe")));
}

}  // namespace
}  // namespace rapport::ui
