// Sign-in and sessions on both engines.
#include "staff/session.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "support/staff_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::staff {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

class Sessions : public test::OnEachEngine {
 protected:
  [[nodiscard]] std::vector<SessionEntry> devices(std::string_view own_token = {}) {
    return sessions(*library_.scope_of(priya_, Role::librarian), own_token, library_.desk.limits);
  }

  test::StaffLibrary library_{database()};
  Id<Staff> priya_ = library_.add("priya", "Priya Nair");
};
INSTANTIATE_TEST_SUITE_P(Engines, Sessions, test::on_each_engine(), test::engine_test_name);

TEST_P(Sessions, BeginWithTheRightPassword) {
  const auto made = library_.sign_in(" Priya ");
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made->token.size(), 43U) << "256 bits";
  const auto session = library_.session_of(made->token);
  ASSERT_TRUE(session);
  EXPECT_EQ(session->viewer.staff, priya_);
  EXPECT_EQ(session->viewer.full_name, "Priya Nair");
  EXPECT_EQ(session->viewer.role, Role::librarian);
  EXPECT_EQ(session->colours, "device");
  EXPECT_FALSE(session->needs_touch);
  EXPECT_EQ(session->csrf_token.size(), 43U);
}

TEST_P(Sessions, SayTheSameForEveryWrongTry) {
  (void)library_.add("closed", "Carl Closed");
  ASSERT_TRUE(deactivate(*library_.administrator(), Id<Staff>{priya_.value + 1}).ok());
  const auto try_ = [&](std::string_view username, std::string_view password) {
    return test::unchanged(test_database(), [&] { return library_.sign_in(username, password); }).refusal();
  };
  const auto wrong = try_("priya", "seven grey herons swim");
  EXPECT_EQ(try_("nobody", test::a_password), wrong);
  EXPECT_EQ(try_("closed", test::a_password), wrong);
  EXPECT_EQ(try_("", ""), wrong);
}

TEST_P(Sessions, KeepOnlyTheHashOfTheirToken) {
  const auto token = library_.sign_in("priya")->token;
  const auto stored = database().read([](db::Reader& reader) {
    return reader.one("select token_hash from sessions", [](const db::Row& row) { return row.string(0); });
  });
  EXPECT_EQ(stored, sha256_hex(token));
  EXPECT_FALSE(library_.session_of(*stored)) << "a stolen table opens nothing";
}

TEST_P(Sessions, AreNotFoundByRubbish) {
  (void)library_.sign_in("priya");
  EXPECT_FALSE(library_.session_of(""));
  EXPECT_FALSE(library_.session_of("x"));
  EXPECT_FALSE(library_.session_of(std::string(10'000, 'x')));
}

TEST_P(Sessions, BelongToOneInstitution) {
  const auto token = library_.sign_in("priya")->token;
  EXPECT_FALSE(database().read([&](db::Reader& reader) {
    return find_session(reader, {library_.institution.value + 1}, token, library_.now, library_.desk.limits);
  }));
}

TEST_P(Sessions, RunOutWhenNobodyUsesThem) {
  const auto token = library_.sign_in("priya")->token;
  library_.wait(hours(12) - minutes(1));
  EXPECT_TRUE(library_.session_of(token)->needs_touch);
  touch_session(database(), library_.institution, token, library_.now);
  EXPECT_FALSE(library_.session_of(token)->needs_touch);
  library_.wait(hours(12) - minutes(1));
  EXPECT_TRUE(library_.session_of(token));
  library_.wait(minutes(1));
  EXPECT_FALSE(library_.session_of(token));
}

TEST_P(Sessions, RunOutAfterAWeekWhateverHappens) {
  const auto token = library_.sign_in("priya")->token;
  for (int day = 0; day < 20; ++day) {
    library_.wait(hours(8));
    touch_session(database(), library_.institution, token, library_.now);
  }
  EXPECT_TRUE(library_.session_of(token));
  library_.wait(hours(8));
  EXPECT_FALSE(library_.session_of(token));
  EXPECT_TRUE(devices().empty());
  EXPECT_EQ(forget_ended_sessions(database(), library_.institution, library_.now, library_.desk.limits), 1);
}

TEST_P(Sessions, WriteNothingWhenTheyAreFound) {
  const auto token = library_.sign_in("priya")->token;
  library_.wait(minutes(30));
  EXPECT_TRUE(test::unchanged(test_database(), [&] { return library_.session_of(token); }));
}

TEST_P(Sessions, AreRenewedWhenTheSameBrowserSignsInAgain) {
  const auto first = library_.sign_in("priya")->token;
  const auto second = library_.sign_in("priya", test::a_password, first)->token;
  EXPECT_NE(first, second);
  EXPECT_FALSE(library_.session_of(first));
  EXPECT_TRUE(library_.session_of(second));
}

TEST_P(Sessions, EndAtSignOut) {
  const auto token = library_.sign_in("priya")->token;
  const auto scope = library_.scope_of(priya_, Role::librarian);
  EXPECT_TRUE(sign_out(*scope, token).ok());
  EXPECT_FALSE(library_.session_of(token));
  EXPECT_TRUE(test::unchanged(test_database(), [&] { return sign_out(*scope, token); }).ok())
      << "twice does no harm";
}

TEST_P(Sessions, EndEverywhereAtOnceButNotForOthers) {
  const auto desk = library_.sign_in("priya")->token;
  const auto phone = library_.sign_in("priya")->token;
  const auto ada = library_.sign_in("ada")->token;
  EXPECT_TRUE(sign_out_everywhere(*library_.scope_of(priya_, Role::librarian)).ok());
  EXPECT_FALSE(library_.session_of(desk));
  EXPECT_FALSE(library_.session_of(phone));
  EXPECT_TRUE(library_.session_of(ada));
}

TEST_P(Sessions, AreListedAndEndedOneByOneByTheirOwner) {
  const auto desk = library_.sign_in("priya")->token;
  library_.wait(minutes(1));
  const auto phone = library_.sign_in("priya")->token;
  const auto listed = devices(desk);
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_FALSE(listed[0].is_this);
  EXPECT_TRUE(listed[1].is_this);
  EXPECT_EQ(listed[0].device, "Firefox on Linux");
  const auto not_hers = test::unchanged(
      test_database(), [&] { return end_session(*library_.administrator(), listed[0].handle); });
  EXPECT_EQ(not_hers.refusal().kind, Refusal::Kind::not_found);
  EXPECT_TRUE(end_session(*library_.scope_of(priya_, Role::librarian), listed[0].handle).ok());
  EXPECT_FALSE(library_.session_of(phone));
  EXPECT_TRUE(library_.session_of(desk));
}

TEST_P(Sessions, MakeAnOldHashAgainAtTodaysCost) {
  PasswordHasher dearer({.passes = 2, .memory_bytes = 16384});
  const auto hash = [&] {
    return *database().read([&](db::Reader& reader) {
      return reader.one(
          "select password_hash from staff where institution_id = $1 and id = $2",
          [](const db::Row& row) { return row.string(0); }, library_.institution, priya_);
    });
  };
  ASSERT_TRUE(dearer.is_outdated(hash()));
  ASSERT_TRUE(
      sign_in(*library_.nobody(), dearer, {}, {.username = "priya", .password = test::a_password}).ok());
  EXPECT_FALSE(dearer.is_outdated(hash()));
  EXPECT_TRUE(
      sign_in(*library_.nobody(), dearer, {}, {.username = "priya", .password = test::a_password}).ok());
}

TEST(Device, IsSaidInWords) {
  EXPECT_EQ(device_words("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"),
            "Firefox on Windows");
  EXPECT_EQ(device_words(
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile "
                "Safari/537.36"),
            "Chrome on Android");
  EXPECT_EQ(
      device_words("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 "
                   "Mobile/15E148 Safari/604.1"),
      "Safari on iPhone");
  EXPECT_EQ(device_words("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0"),
            "Edge on Windows");
  EXPECT_EQ(device_words("curl/7.88.1"), "A browser");
}

}  // namespace
}  // namespace rapport::staff
