// Passwords changed by their owner and by one-time links, on both engines.
#include "staff/password_change.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "support/staff_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::staff {
namespace {

using std::chrono::hours;
using Kind = Refusal::Kind;

constexpr std::string_view new_password = "eight brown otters swim";

class PasswordChanges : public test::OnEachEngine {
 protected:
  [[nodiscard]] Result<Done> change_to(std::string_view password, std::string_view current,
                                       std::string_view token) {
    return change_password(*library_.scope_of(priya_, Role::librarian), library_.desk.hasher,
                           {.current = current, .password = password, .own_token = token});
  }
  template <class F>
  [[nodiscard]] Refusal refused(F&& work) {
    const auto made = test::unchanged(test_database(), std::forward<F>(work));
    EXPECT_FALSE(made.ok());
    return made.ok() ? Refusal{} : made.refusal();
  }
  [[nodiscard]] Result<Done> use(std::string_view token, std::string_view password = new_password) {
    return set_password(*library_.nobody(), library_.desk.hasher, token, password);
  }

  test::StaffLibrary library_{database()};
  Id<Staff> priya_ = library_.add("priya", "Priya Nair");
};
INSTANTIATE_TEST_SUITE_P(Engines, PasswordChanges, test::on_each_engine(), test::engine_test_name);

TEST_P(PasswordChanges, EndTheOtherSessionsAndKeepThisOne) {
  const auto here = library_.sign_in("priya")->token;
  const auto phone = library_.sign_in("priya")->token;
  ASSERT_TRUE(change_to(new_password, test::a_password, here).ok());
  EXPECT_TRUE(library_.session_of(here));
  EXPECT_FALSE(library_.session_of(phone));
  EXPECT_FALSE(library_.sign_in("priya"));
  EXPECT_TRUE(library_.sign_in("priya", new_password).ok());
}

TEST_P(PasswordChanges, NeedThePresentOneAndAGoodNewOne) {
  EXPECT_EQ(refused([&] { return change_to(new_password, "not it at all", ""); }).faults.at(0).field,
            "current");
  EXPECT_EQ(refused([&] { return change_to("short", test::a_password, ""); }).faults.at(0).field, "password");
  EXPECT_EQ(refused([&] { return change_to("priya123 priya", test::a_password, ""); }).faults.at(0).field,
            "password");
}

TEST_P(PasswordChanges, ByLinkWorkOnce) {
  const auto session = library_.sign_in("priya")->token;
  const auto link = make_password_link(*library_.administrator(), priya_).value();
  EXPECT_EQ(find_password_link(*library_.nobody(), link.token)->username, "priya");
  ASSERT_TRUE(use(link.token).ok());
  EXPECT_FALSE(library_.session_of(session)) << "whoever sat there is out";
  EXPECT_TRUE(library_.sign_in("priya", new_password).ok());
  EXPECT_EQ(refused([&] { return use(link.token, "nine white geese fly"); }).kind, Kind::not_found);
}

TEST_P(PasswordChanges, ByLinkKeepTheLinkWhenThePasswordIsRefused) {
  const auto link = make_password_link(*library_.administrator(), priya_).value();
  EXPECT_EQ(refused([&] { return use(link.token, "short"); }).kind, Kind::invalid);
  EXPECT_TRUE(use(link.token).ok());
}

TEST_P(PasswordChanges, ByLinkRunOutAfterADay) {
  const auto link = make_password_link(*library_.administrator(), priya_).value();
  library_.wait(hours(24));
  EXPECT_EQ(refused([&] { return use(link.token); }).kind, Kind::not_found);
}

TEST_P(PasswordChanges, ByLinkGiveANewColleagueThreeDays) {
  const auto id = add(*library_.administrator(),
                      {.username = "tom", .full_name = "Tom Ashworth", .email = "tom@library.example"})
                      .value();
  const auto link = make_password_link(*library_.administrator(), id).value();
  library_.wait(hours(71));
  EXPECT_TRUE(use(link.token).ok());
  EXPECT_TRUE(library_.sign_in("tom", new_password).ok());
}

TEST_P(PasswordChanges, ByLinkLetTheLastLinkWin) {
  const auto first = make_password_link(*library_.administrator(), priya_).value();
  const auto second = make_password_link(*library_.administrator(), priya_).value();
  EXPECT_EQ(refused([&] { return use(first.token); }).kind, Kind::not_found);
  EXPECT_TRUE(use(second.token).ok());
}

TEST_P(PasswordChanges, ByLinkAreOfferedByAdministratorsAlone) {
  for (const auto role : {Role::librarian, Role::leader, Role::director})
    EXPECT_EQ(
        refused([&] { return make_password_link(*library_.scope_of(priya_, role), library_.ada); }).kind,
        Kind::forbidden);
  ASSERT_TRUE(deactivate(*library_.administrator(), priya_).ok());
  EXPECT_EQ(refused([&] { return make_password_link(*library_.administrator(), priya_); }).kind,
            Kind::invalid);
}

TEST_P(PasswordChanges, KeepOnlyTheHashOfALink) {
  const auto link = make_password_link(*library_.administrator(), priya_).value();
  const auto stored = database().read([](db::Reader& reader) {
    return reader.one("select token_hash from staff_links", [](const db::Row& row) { return row.string(0); });
  });
  EXPECT_EQ(stored, sha256_hex(link.token));
  EXPECT_FALSE(find_password_link(*library_.nobody(), *stored));
}

}  // namespace
}  // namespace rapport::staff
