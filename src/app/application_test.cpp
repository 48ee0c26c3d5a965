// The whole program behind its routes, without sockets: who may take which route, and what a refusal leaves
// behind.
#include "app/application.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "bumps/wall.hpp"
#include "headlines/headlines.hpp"
#include "interactions/interactions.hpp"
#include "plans/plan_shares.hpp"
#include "relationships/relationships.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::app {
namespace {

class Routes : public test::OnEachEngine {
 protected:
  Routes() {
    config.is_insecure_http_allowed = true;
    application = std::make_unique<Application>(config, *library.database, log, [this] { return now; });
  }

  /// Puts a session straight into the table: signing in has tests of its own.
  std::string sign_in(Id<Staff> staff) {
    const auto token = random_token();
    library.database->write([&](db::Writer& writer) {
      writer.execute(
          "insert into sessions (institution_id, token_hash, staff_id, csrf_token, device, started_at, "
          "seen_at, "
          "expires_at) values ($1, $2, $3, $4, 'A browser', $5, $5, $6)",
          library.institution, sha256_hex(token), staff, csrf, now, now.plus(std::chrono::hours(24)));
    });
    return token;
  }
  http::Request request(http::Method method, std::string target, const std::string& token) {
    http::Request made{.method = method, .target = target, .path = target.substr(0, target.find('?'))};
    made.headers = {{"Host", "127.0.0.1:8080"}};
    if (!token.empty()) made.headers.push_back({"Cookie", "rapport=" + token});
    if (method == http::Method::post) {
      made.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
      made.headers.push_back({"Origin", "http://127.0.0.1:8080"});
      made.headers.push_back({"X-CSRF-Token", csrf});
    }
    return made;
  }
  int status(http::Request made) { return application->answer(made).status; }
  /// A pattern with something in place of each name.
  static std::string filled(std::string_view pattern) {
    std::string path;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '{') {
        path += pattern[i];
        continue;
      }
      path += "999999";
      i = pattern.find('}', i);
    }
    return path;
  }

  test::SmallLibrary library{GetParam()};
  Instant now = *Instant::parse_iso("2026-11-12T09:00:00Z");
  Config config;
  Log log{[](std::string_view) {}};
  const std::string csrf = "csrf-of-the-test";
  std::unique_ptr<Application> application;
};

INSTANTIATE_TEST_SUITE_P(Engines, Routes, test::on_each_engine(), test::engine_test_name);

TEST_P(Routes, LetEachRoleTakeWhatTheTableSaysAndNothingElse) {
  const std::pair<Id<Staff>, Role> roles[] = {{library.priya, Role::librarian},
                                              {library.gwen, Role::leader},
                                              {library.dora, Role::director},
                                              {library.ada, Role::administrator}};
  for (const auto& [staff, role] : roles) {
    const auto token = sign_in(staff);
    const auto before = test::contents(library.database);
    for (const auto& route : routes()) {
      if (!route.permission.needs_sign_in() || route.permission.allows(role)) continue;
      EXPECT_EQ(status(request(route.method, filled(route.path), token)), 403)
          << code(role) << " " << route.path << " " << route.permission.name();
      EXPECT_EQ(test::contents(library.database), before) << route.path;
    }
  }
}

TEST_P(Routes, AskWhoIsSignedOutToSignInAndChangeNothing) {
  const auto before = test::contents(library.database);
  for (const auto& route : routes()) {
    if (!route.permission.needs_sign_in()) continue;
    const auto answer = status(request(route.method, filled(route.path), ""));
    EXPECT_TRUE(answer == 303 || answer == 401) << route.path << " " << answer;
    EXPECT_EQ(test::contents(library.database), before) << route.path;
  }
}

TEST_P(Routes, TakeNoFormFromElsewhere) {
  const auto token = sign_in(library.ada);
  const auto before = test::contents(library.database);
  for (const auto& route : routes()) {
    if (route.method != http::Method::post) continue;
    auto elsewhere = request(route.method, filled(route.path), token);
    for (auto& header : elsewhere.headers)
      if (header.name == "Origin") header.value = "https://elsewhere.example";
    EXPECT_EQ(status(elsewhere), 403) << route.path;
    auto without_token = request(route.method, filled(route.path), token);
    std::erase_if(without_token.headers,
                  [](const http::Header& header) { return header.name == "X-CSRF-Token"; });
    if (route.permission.needs_sign_in()) {
      EXPECT_EQ(status(without_token), 403) << route.path;
    }
    EXPECT_EQ(test::contents(library.database), before) << route.path;
  }
}

TEST_P(Routes, AnswerEveryPageOfTheirOwnWithoutFailing) {
  const auto token = sign_in(library.ada);
  for (const auto& route : routes()) {
    if (route.method != http::Method::get) continue;
    EXPECT_LT(status(request(route.method, filled(route.path), token)), 500) << route.path;
  }
}

TEST_P(Routes, HaveNothingOfTheBoardForPrograms) {
  for (const auto& route : routes()) {
    const bool is_for_programs = route.path.starts_with("/api") || route.path.starts_with("/export");
    for (const auto* word : {"board", "help", "thanks", "wall"})
      EXPECT_FALSE(is_for_programs && route.path.find(word) != std::string_view::npos) << route.path;
  }
}

TEST_P(Routes, ShowAnOfficeScreenToWhoeverHasItsAddressAndToNobodyElse) {
  const auto token = bumps::make_wall(*library.scope(library.gwen), {"Stairs", false, "30"}).value();
  const auto look = [&](const std::string& address) {
    return application->answer(
        *std::make_unique<http::Request>(request(http::Method::get, "/wall/" + address, "")));
  };
  const auto shown = look(token);
  EXPECT_EQ(shown.status, 200);
  EXPECT_NE(shown.content().find(R"(<noscript><meta http-equiv="refresh" content="60"></noscript>)"),
            std::string_view::npos);
  EXPECT_NE(shown.content().find(R"(data-theme="dark")"), std::string_view::npos);
  const auto guessed = look(random_token());
  EXPECT_EQ(guessed.status, 404);
  now = now.plus(std::chrono::hours(24 * 31));
  const auto expired = look(token);
  EXPECT_EQ(expired.status, 404);
  EXPECT_EQ(expired.content(), guessed.content());
}

TEST_P(Routes, StopWhoeverTriesOneScreenAddressAfterAnother) {
  auto guess = request(http::Method::get, "/wall/guess", "");
  guess.peer = "192.0.2.7";
  for (int i = 0; i < 60; ++i) ASSERT_EQ(status(guess), 404);
  EXPECT_EQ(status(guess), 429);
  guess.peer = "192.0.2.8";
  EXPECT_EQ(status(guess), 404);
}

TEST_P(Routes, ShowASharedPlanToWhoeverHasItsLinkAndTellNobodyElse) {
  const auto scope = library.scope(library.priya);
  const auto plan = action_plans::begin(*scope, *library.directory(), {library.nursing, 2026, {}}).value();
  const auto token =
      plan_shares::make_link(*scope, plan, {"Head of department", library.today().plus_days(10)}).value();
  const auto shown = application->answer(
      *std::make_unique<http::Request>(request(http::Method::get, "/shared/" + token, "")));
  EXPECT_EQ(shown.status, 200);
  std::vector<std::string> policies;
  for (const auto& header : shown.headers) {
    EXPECT_NE(header.name, "Set-Cookie");
    if (header.name == "Referrer-Policy") policies.push_back(header.value);
  }
  EXPECT_EQ(policies, std::vector<std::string>{"no-referrer"}) << "one policy, and the page's own";
}

TEST_P(Routes, ShowAFrozenHeadlinePageAboveASharedPlanAndNoDraft) {
  const auto scope = library.scope(library.priya);
  const auto directory = library.directory();
  const auto plan = action_plans::begin(*scope, *directory, {library.nursing, 2026, {}}).value();
  const auto token =
      plan_shares::make_link(*scope, plan, {"Head of department", library.today().plus_days(10)}).value();
  const auto shows = [&](std::string_view words) {
    const auto page = application->answer(
        *std::make_unique<http::Request>(request(http::Method::get, "/shared/" + token, "")));
    return page.content().find(words) != std::string_view::npos;
  };
  const headlines::SheetOf sheet{directory->org.find(library.nursing), 2025, "The Library"};
  const SheetDraft draft{.blocks = {BlockKind::say},
                         .words = {{"say.note", "Lists were ready in week one."}}};
  const auto seen = headlines::save(*scope, *directory, sheet, 0, draft);
  ASSERT_TRUE(seen) << seen.refusal().message;
  EXPECT_FALSE(shows("Lists were ready in week one."));
  ASSERT_TRUE(headlines::freeze(*scope, *directory, sheet, *seen));
  EXPECT_TRUE(shows("Lists were ready in week one."));
  auto later = draft;
  later.words["say.note"] = "Nobody has read this over yet.";
  ASSERT_TRUE(headlines::save(*scope, *directory, sheet, *seen, later));
  EXPECT_FALSE(shows("Nobody has read this over yet."));
  EXPECT_TRUE(shows("Lists were ready in week one."));
}

TEST_P(Routes, ShowADraftOfAHeadlinePageAsItIsNow) {
  const auto token = sign_in(library.priya);
  const auto directory = library.directory();
  const auto* unit = directory->org.find(library.nursing);
  const auto shows = [&](std::string_view words) {
    const auto address = "/departments/" + unit->slug + "/headline/2025?draft=1";
    const auto page =
        application->answer(*std::make_unique<http::Request>(request(http::Method::get, address, token)));
    EXPECT_EQ(page.status, 200);
    return page.content().find(words) != std::string_view::npos;
  };
  const headlines::SheetOf sheet{unit, 2025, "The Library"};
  for (int version = 0; version < 3; ++version) {
    const auto words = "Words of version " + std::to_string(version);
    EXPECT_FALSE(shows(words)) << "and is kept";
    const SheetDraft draft{.blocks = {BlockKind::say}, .words = {{"say.note", words}}};
    ASSERT_TRUE(headlines::save(*library.scope(library.priya), *directory, sheet, version, draft));
    EXPECT_TRUE(shows(words)) << "at once";
    EXPECT_TRUE(shows(words));
  }
}

TEST_P(Routes, StopWhoeverAnswersSharedPlansAgainAndAgain) {
  auto answer = request(http::Method::post, "/shared/guess", "");
  answer.body = "answer=agree&name=Anybody";
  answer.peer = "192.0.2.7";
  for (int i = 0; i < 6; ++i) ASSERT_EQ(status(answer), 404);
  EXPECT_EQ(status(answer), 429);
  auto look = request(http::Method::get, "/shared/guess", "");
  look.peer = "192.0.2.7";
  for (int i = 0; i < 60; ++i) ASSERT_EQ(status(look), 404) << "looking is counted apart";
  EXPECT_EQ(status(look), 429);
  answer.peer = "192.0.2.8";
  EXPECT_EQ(status(answer), 404);
}

TEST_P(Routes, KeepWhatWasTypedWhenTheSessionHasEnded) {
  auto late = request(http::Method::post, "/capture", "");
  std::erase_if(late.headers, [](const http::Header& header) { return header.name == "X-CSRF-Token"; });
  late.body = "line=met+%40Jane+Smith+about+%3Cthings%3E&csrf=old&key=k1";
  const auto answer = application->answer(late);
  EXPECT_EQ(answer.status, 401);
  EXPECT_NE(answer.content().find("met @Jane Smith about &lt;things&gt;"), std::string_view::npos);
  auto again = request(http::Method::post, "/capture", sign_in(library.priya));
  std::erase_if(again.headers, [](const http::Header& header) { return header.name == "X-CSRF-Token"; });
  again.body = late.body;
  const auto shown = application->answer(again);
  EXPECT_EQ(shown.status, 403);
  EXPECT_NE(shown.content().find(csrf), std::string_view::npos) << "with the new token it can be sent";
}

TEST_P(Routes, NeverShowAPasswordAgain) {
  auto again = request(http::Method::post, "/settings/password", sign_in(library.priya));
  std::erase_if(again.headers, [](const http::Header& header) { return header.name == "X-CSRF-Token"; });
  again.body = "current=heron-pebble-44&password=lantern-bridge-77&again=lantern-bridge-77&csrf=old";
  for (const bool is_signed_in : {true, false}) {
    if (!is_signed_in)
      std::erase_if(again.headers, [](const http::Header& header) { return header.name == "Cookie"; });
    const auto answer = application->answer(again);
    EXPECT_GE(answer.status, 300);
    for (const auto* secret : {"heron-pebble", "lantern-bridge"})
      EXPECT_EQ(answer.content().find(secret), std::string_view::npos) << is_signed_in;
  }
}

TEST_P(Routes, RefuseBytesThatAreNoTextAndChangeNothing) {
  const auto token = sign_in(library.priya);
  const auto before = test::contents(library.database);
  for (const auto* words : {"note%00of", "%FF%FE", "%C3", "%ED%A0%80", "%F5%80%80%80"}) {
    for (const auto* path : {"/capture", "/conversations", "/people/new"}) {
      auto sent = request(http::Method::post, path, token);
      sent.body = std::string("line=met+%40Jane+Smith+") + words + "&note=" + words + "&full_name=" + words;
      EXPECT_THROW((void)application->answer(sent), http::BadRequest) << path << " " << words;  // 400
    }
    EXPECT_EQ(test::contents(library.database), before) << words;
  }
}

TEST_P(Routes, AnswerAnUnchangedPersonWith304) {
  const auto token = sign_in(library.priya);
  const auto page = [&](const std::string& known) {
    auto asked = request(http::Method::get, "/people/jane-smith-4f2", token);
    asked.headers.push_back({"If-None-Match", known});
    return application->answer(asked);
  };
  const auto tag = [&] {
    std::string found;
    for (const auto& header : page("").headers)
      if (header.name == "ETag") found = header.value;
    EXPECT_EQ(page(found).status, 304);
    return found;
  };
  const auto tom = library.scope(library.tom);
  auto known = tag();
  ASSERT_TRUE(
      interactions::record(*tom, *library.directory(),
                           {.happened_on = library.today(), .note = "news", .people = {{library.jane}}}));
  EXPECT_EQ(page(known).status, 200) << "a new conversation is seen at once";
  known = tag();
  ASSERT_TRUE(relationships::move(*tom, *library.directory(),
                                  {.with = library.jane,
                                   .level = 1,
                                   .reason = "We met",
                                   .happened_on = library.today(),
                                   .seen_version = 0,
                                   .seen_scale = 1}));
  EXPECT_EQ(page(known).status, 200) << "so is another level";
}

TEST_P(Routes, NoteOnceADayWhoLookedAtAPersonAndNothingElse) {
  const auto token = sign_in(library.priya);
  for (const auto* path : {"/people/jane-smith-4f2", "/people/jane-smith-4f2", "/people/jane-smith-4f2/brief",
                           "/people/nobody", "/people"})
    (void)status(request(http::Method::get, path, token));
  application.reset();  // what waits is written first
  const auto scope = library.scope(library.ada);
  const auto views = governance::views(*scope, std::nullopt, 10);
  ASSERT_TRUE(views.ok());
  ASSERT_EQ(views->size(), 2u);
  for (const auto& view : *views) {
    EXPECT_EQ(view.person, library.jane);
    EXPECT_EQ(view.staff, library.priya);
  }
}

TEST_P(Routes, GiveAServiceWorkerThatChangesWithThePageItKeeps) {
  const auto worker = [&] {
    auto made = request(http::Method::get, "/service-worker.js", "");
    const auto response = application->answer(made);
    EXPECT_EQ(response.status, 200);
    return std::string(response.content());
  };
  const auto before = worker();
  EXPECT_EQ(worker(), before);
  library.database->write(
      [&](db::Writer& writer) { writer.execute("update institutions set name = 'Another library'"); });
  application = std::make_unique<Application>(config, *library.database, log, [this] { return now; });
  EXPECT_NE(worker(), before) << "the name of the library stands on the page without a network";
}

TEST_P(Routes, OpenTheInstalledProgramAtTheLineOrAtTodayForWhoOnlyReads) {
  const auto opens_at = [&](Id<Staff> staff) {
    auto made = request(http::Method::get, "/start", sign_in(staff));
    const auto response = application->answer(made);
    for (const auto& header : response.headers)
      if (header.name == "Location") return header.value;
    return std::string();
  };
  EXPECT_EQ(opens_at(library.priya), "/capture");
  EXPECT_EQ(opens_at(library.dora), "/today");
}

TEST_P(Routes, ShowEverybodyTheSamePageWithoutANetwork) {
  auto as_nobody = request(http::Method::get, "/offline", "");
  auto as_priya = request(http::Method::get, "/offline", sign_in(library.priya));
  const auto shown = application->answer(as_nobody);
  ASSERT_EQ(shown.status, 200);
  EXPECT_EQ(application->answer(as_priya).content(), shown.content());
}

}  // namespace
}  // namespace rapport::app
