// Sign-in, links and set-up as pages: made requests in, answers out.
#include "staff/sign_in_pages.hpp"

#include <gmock/gmock.h>

#include "http/form.hpp"
#include "support/staff_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::staff {
namespace {

using testing::HasSubstr;
using testing::Not;

class SignInPages : public testing::Test {
 protected:
  using Fields = std::vector<std::pair<std::string, std::string>>;

  void take_form(const Fields& fields) {
    request_ = http::Request();
    request_.method = http::Method::post;
    request_.peer = "192.0.2.7";
    request_.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : fields)
      request_.body += (request_.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
  }
  http::Response post_sign_in(const Fields& fields) {
    take_form(fields);
    scope_ = library_.nobody();
    Guest guest{.request = request_, .scope = *scope_, .institution_name = "Ambleford University"};
    return create_session(guest, library_.desk);
  }
  template <class Handler, class... More>
  http::Response at(const std::string& token, Handler handler, More&... more) {
    request_.parameters = {{"token", token}};
    scope_ = library_.nobody();
    Guest guest{.request = request_, .scope = *scope_, .institution_name = "Ambleford University"};
    return handler(guest, more...);
  }
  [[nodiscard]] static std::string header(const http::Response& response, std::string_view name) {
    for (const auto& header : response.headers)
      if (header.name == name) return header.value;
    return {};
  }

  test::TestDatabase database_;
  test::StaffLibrary library_{*database_};
  Id<Staff> priya_ = library_.add("priya", "Priya Nair");
  http::Request request_;
  std::unique_ptr<Scope> scope_;
};

TEST_F(SignInPages, SayWhichLibraryAndKeepTheWayBack) {
  request_.query.add("next", "/people?q=\"smith");
  const auto page = at("", show_sign_in);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Ambleford University"));
  EXPECT_THAT(page.body, HasSubstr("name=\"next\" value=\"/people?q=&quot;smith\""));
  EXPECT_THAT(page.body, HasSubstr("autocomplete=\"current-password\""));
  EXPECT_EQ(header(page, "Cache-Control"), "no-store");
}

TEST_F(SignInPages, GoToTodayWithACookie) {
  const auto answer = post_sign_in({{"username", "priya"}, {"password", std::string(test::a_password)}});
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(header(answer, "Location"), "/today");
  const auto cookie = header(answer, "Set-Cookie");
  EXPECT_THAT(cookie, testing::StartsWith("rapport="));
  EXPECT_THAT(cookie, HasSubstr("HttpOnly; SameSite=Lax"));
  EXPECT_TRUE(library_.session_of(cookie.substr(8, 43)));
}

TEST_F(SignInPages, GoBackToWhereOneWasAndNowhereElse) {
  const auto location = [&](const std::string& next) {
    return header(
        post_sign_in({{"username", "priya"}, {"password", std::string(test::a_password)}, {"next", next}}),
        "Location");
  };
  EXPECT_EQ(location("/people/jane-smith-4f2k?year=2026"), "/people/jane-smith-4f2k?year=2026");
  for (const char* next : {"https://evil.example/", "//evil.example", "/\\evil.example",
                           "javascript:alert(1)", "/a\r\nSet-Cookie: x", "/sign-out", "people", ""})
    EXPECT_EQ(location(next), "/today") << next;
}

TEST_F(SignInPages, KeepTheUsernameAndForgetThePasswordWhenItWasWrong) {
  const auto answer = test::unchanged(database_, [&] {
    return post_sign_in({{"username", "priya"}, {"password", "wrong herons"}, {"next", "/people"}});
  });
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("do not go together"));
  EXPECT_THAT(answer.body, HasSubstr("value=\"priya\""));
  EXPECT_THAT(answer.body, HasSubstr("name=\"next\" value=\"/people\""));
  EXPECT_THAT(answer.body, Not(HasSubstr("wrong herons")));
  EXPECT_EQ(header(answer, "Set-Cookie"), "");
}

TEST_F(SignInPages, SlowDownWhoeverGuesses) {
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(post_sign_in({{"username", "priya"}, {"password", "x"}}).status, 422);
  const auto right = post_sign_in({{"username", " PRIYA "}, {"password", std::string(test::a_password)}});
  EXPECT_EQ(right.status, 429) << "even with the right password";
  EXPECT_EQ(header(right, "Retry-After"), "120");
  library_.wait(std::chrono::minutes(2));
  EXPECT_EQ(post_sign_in({{"username", "priya"}, {"password", std::string(test::a_password)}}).status, 303);
}

TEST_F(SignInPages, SlowDownAnAddressThatTriesManyNames) {
  int taken = 0;
  for (int i = 0; i < 80; ++i)
    if (post_sign_in({{"username", "name" + std::to_string(i)}, {"password", "x"}}).status == 422) ++taken;
  EXPECT_EQ(taken, 60);
}

TEST_F(SignInPages, NeverHashForTheWholeWorldAtOnce) {
  int taken = 0;
  for (int i = 0; i < 150; ++i) {
    take_form({{"username", "name" + std::to_string(i)}, {"password", "x"}});
    request_.peer = "192.0.2." + std::to_string(i);
    if (at("", create_session, library_.desk).status == 422) ++taken;
  }
  EXPECT_EQ(taken, 100);
}

TEST_F(SignInPages, NameTheDeviceInWords) {
  take_form({{"username", "priya"}, {"password", std::string(test::a_password)}});
  request_.headers.push_back({"User-Agent", "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Safari/537.36"});
  EXPECT_EQ(at("", create_session, library_.desk).status, 303);
  const auto listed = sessions(*library_.scope_of(priya_, Role::librarian), {}, library_.desk.limits);
  EXPECT_EQ(listed.at(0).device, "Chrome on Android");
}

TEST_F(SignInPages, SetAPasswordByLink) {
  const auto link = make_password_link(*library_.administrator(), priya_).value();
  const auto page = at(link.token, show_password_link);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("action=\"/password/" + link.token + "\""));
  EXPECT_THAT(page.body, HasSubstr("value=\"priya\" autocomplete=\"username\" readonly"));
  take_form({{"password", "eight brown otters swim"}, {"again", "eight brown otters swim"}});
  const auto done = at(link.token, use_password_link, library_.desk);
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(header(done, "Location"), "/sign-in?done=password");
  EXPECT_TRUE(library_.sign_in("priya", "eight brown otters swim").ok());
  EXPECT_EQ(at(link.token, show_password_link).status, 404);
}

TEST_F(SignInPages, AskAgainWhereTheTwoPasswordsDifferOrAreWeak) {
  const auto link = make_password_link(*library_.administrator(), priya_).value();
  take_form({{"password", "eight brown otters swim"}, {"again", "eight brown otters swam"}});
  const auto differing =
      test::unchanged(database_, [&] { return at(link.token, use_password_link, library_.desk); });
  EXPECT_EQ(differing.status, 422);
  EXPECT_THAT(differing.body, HasSubstr("The two passwords differ"));
  take_form({{"password", "short"}, {"again", "short"}});
  const auto weak = at(link.token, use_password_link, library_.desk);
  EXPECT_EQ(weak.status, 422);
  EXPECT_THAT(weak.body, HasSubstr("Use at least 12 characters"));
}

TEST_F(SignInPages, SayThatALinkIsDead) {
  const auto page = at("made-up", show_password_link);
  EXPECT_EQ(page.status, 404);
  EXPECT_THAT(page.body, HasSubstr("Ask an administrator for a new one"));
  take_form({{"password", "eight brown otters swim"}, {"again", "eight brown otters swim"}});
  EXPECT_EQ(at("made-up", use_password_link, library_.desk).status, 404);
  EXPECT_EQ(at("made-up", show_welcome).status, 404);
  EXPECT_EQ(at("made-up", create_library, library_.desk).status, 404);
}

TEST_F(SignInPages, SendWhoeverIsSignedOutToSignInAndBack) {
  request_.target = "/people?sort=last";
  EXPECT_EQ(header(ask_to_sign_in(request_), "Location"), "/sign-in?next=%2Fpeople%3Fsort%3Dlast");
  request_.method = http::Method::post;
  request_.target = "/people/new";
  request_.headers = {{"Host", "rapport.example"}, {"Referer", "http://rapport.example/people/new?unit=law"}};
  EXPECT_EQ(header(ask_to_sign_in(request_), "Location"), "/sign-in?next=%2Fpeople%2Fnew%3Funit%3Dlaw");
  request_.headers = {{"Host", "rapport.example"}, {"Referer", "http://evil.example/x"}};
  EXPECT_EQ(header(ask_to_sign_in(request_), "Location"), "/sign-in");
  request_.headers = {{"X-Rapport-Partial", "1"}};
  EXPECT_EQ(ask_to_sign_in(request_).status, 401);
}

TEST(SessionCookie, IsBoundToTheHostWhereThereIsTls) {
  const auto secure = session_cookie("https://rapport.example");
  EXPECT_THAT(secure.carrying("abc", {}),
              testing::StartsWith("__Host-rapport=abc; Path=/; Max-Age=604800; Secure"));
  EXPECT_EQ(session_cookie("http://127.0.0.1:8080").name, "rapport");
  EXPECT_THAT(secure.gone(), HasSubstr("Max-Age=0"));
}

class FirstStart : public testing::Test {
 protected:
  template <class Handler, class... More>
  http::Response at_welcome(std::string_view body, Handler handler, More&... more) {
    http::Request request;
    request.parameters = {{"token", token_}};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = body;
    Guest guest{.request = request, .scope = scope_, .institution_name = institution_.name};
    return handler(guest, more...);
  }
  [[nodiscard]] static std::string form_with(std::string_view zone) {
    return "institution_name=Ambleford&full_name=Ada+Lind&email=ada@library.example&username=ada"
           "&password=seven+grey+herons+wade&again=seven+grey+herons+wade&zone=" +
           std::string(zone);
  }

  test::TestDatabase database_;
  Instant now_{1'794'474'000'000};
  Zone zone_{"Europe/London"};
  InstitutionEntry institution_ = open_institution(*database_, now_);
  Scope scope_{*database_, institution_.id, Viewer{}, zone_, now_};
  SignInDesk desk_{{.hash_cost = test::cheap_hashes}};
  std::string token_ = make_set_up_link(scope_).value();
};

TEST_F(FirstStart, LeadsFromTheLinkToSignIn) {
  EXPECT_THAT(at_welcome("", show_welcome).body, HasSubstr("value=\"Europe/London\""));
  EXPECT_EQ(at_welcome(form_with("Europe/London"), create_library, desk_).status, 303);
  EXPECT_TRUE(sign_in(scope_, desk_.hasher, {}, {.username = "ada", .password = test::a_password}).ok());
  EXPECT_EQ(at_welcome("", show_welcome).status, 404);
}

TEST_F(FirstStart, KeepsWhatWasTypedWhenSomethingNeedsAnotherLook) {
  const auto refused =
      test::unchanged(database_, [&] { return at_welcome(form_with("Mars"), create_library, desk_); });
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("value=\"Ada Lind\""));
  EXPECT_THAT(refused.body, HasSubstr("Write a time zone like Europe/London."));
  EXPECT_THAT(refused.body, Not(HasSubstr("herons")));
}

}  // namespace
}  // namespace rapport::staff
