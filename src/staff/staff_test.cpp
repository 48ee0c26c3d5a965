// The front door of staff on both engines: who may, what is refused, what ends when rights are lost.
#include "staff/staff.hpp"

#include <gtest/gtest.h>

#include "audit/audit.hpp"
#include "support/staff_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::staff {
namespace {

using Kind = Refusal::Kind;

class StaffVerbs : public test::OnEachEngine {
 protected:
  [[nodiscard]] static StaffDraft priya() {
    return {.username = "priya", .full_name = "Priya Nair", .email = "priya@library.example"};
  }
  /// Nothing may have moved in the database.
  template <class F>
  [[nodiscard]] Refusal refused(F&& work) {
    const auto made = test::unchanged(test_database(), std::forward<F>(work));
    EXPECT_FALSE(made.ok());
    return made.ok() ? Refusal{} : made.refusal();
  }
  [[nodiscard]] std::int64_t audit_events() {
    return database().read(
        [](db::Reader& reader) { return reader.count("select count(*) from audit_events"); });
  }

  test::StaffLibrary library_{database()};
};
INSTANTIATE_TEST_SUITE_P(Engines, StaffVerbs, test::on_each_engine(), test::engine_test_name);

TEST_P(StaffVerbs, AddSomebodyWhoCannotSignInYet) {
  const auto scope = library_.administrator();
  const auto id = add(*scope, priya()).value();
  const auto member = get(*scope, id).value();
  EXPECT_EQ(member.full_name, "Priya Nair");
  EXPECT_FALSE(member.has_password);
  EXPECT_FALSE(library_.sign_in("priya", ""));
}

TEST_P(StaffVerbs, WriteOneAuditRowEach) {
  const auto scope = library_.administrator();
  const auto before = audit_events();
  const auto id = add(*scope, priya()).value();
  auto draft = priya();
  draft.role = "leader";
  ASSERT_TRUE(change(*scope, id, 1, draft).ok());
  ASSERT_TRUE(deactivate(*scope, id).ok());
  ASSERT_TRUE(add_team(*scope, "Health").ok());
  ASSERT_TRUE(choose_colours(*scope, "dark").ok());
  EXPECT_EQ(audit_events(), before + 5);
  EXPECT_EQ(database().read(
                [&](db::Reader& reader) { return audit::first_broken_event(reader, library_.institution); }),
            std::nullopt);
}

TEST_P(StaffVerbs, AreAnAdministratorsAlone) {
  for (const auto role : {Role::librarian, Role::leader, Role::director}) {
    const auto scope = library_.scope_of({99}, role);
    EXPECT_EQ(refused([&] { return add(*scope, priya()); }).kind, Kind::forbidden);
    EXPECT_EQ(refused([&] { return change(*scope, library_.ada, 1, priya()); }).kind, Kind::forbidden);
    EXPECT_EQ(refused([&] { return deactivate(*scope, library_.ada); }).kind, Kind::forbidden);
    EXPECT_EQ(refused([&] { return add_team(*scope, "Health"); }).kind, Kind::forbidden);
    EXPECT_EQ(get(*scope, library_.ada).refusal().kind, Kind::forbidden);
    EXPECT_EQ(all(*scope).refusal().kind, Kind::forbidden);
  }
}

TEST_P(StaffVerbs, RefuseAUsernameThatIsTaken) {
  const auto scope = library_.administrator();
  (void)library_.add("priya", "Priya Nair");
  auto second = priya();
  second.username = "PRIYA";
  EXPECT_EQ(refused([&] { return add(*scope, second); }).faults.at(0).field, "username");
}

TEST_P(StaffVerbs, RefuseATeamThatIsNotThere) {
  auto draft = priya();
  draft.team = Id<Team>{77};
  EXPECT_EQ(refused([&] { return add(*library_.administrator(), draft); }).faults.at(0).field, "team");
}

TEST_P(StaffVerbs, NeverLeaveTheLibraryWithoutAnAdministrator) {
  const auto scope = library_.administrator();
  EXPECT_EQ(refused([&] { return deactivate(*scope, library_.ada); }).kind, Kind::invalid);
  (void)library_.add("bea", "Bea Holm", "administrator");
  EXPECT_TRUE(deactivate(*scope, library_.ada).ok());
}

TEST_P(StaffVerbs, RefuseAChangeWrittenOverAnOlderState) {
  const auto scope = library_.administrator();
  const auto id = add(*scope, priya()).value();
  ASSERT_TRUE(change(*scope, id, 1, priya()).ok());
  EXPECT_EQ(refused([&] { return change(*scope, id, 1, priya()); }).kind, Kind::conflict);
}

TEST_P(StaffVerbs, EndTheSessionsOfWhoeverLosesOrGainsRights) {
  const auto scope = library_.administrator();
  const auto id = library_.add("priya", "Priya Nair");
  const auto token = library_.sign_in("priya")->token;
  auto draft = priya();
  ASSERT_TRUE(change(*scope, id, 1, draft).ok());
  EXPECT_TRUE(library_.session_of(token)) << "the same role keeps them";
  draft.role = "leader";
  ASSERT_TRUE(change(*scope, id, 2, draft).ok());
  EXPECT_FALSE(library_.session_of(token));
}

TEST_P(StaffVerbs, CloseAnAccountForGood) {
  const auto scope = library_.administrator();
  const auto id = library_.add("priya", "Priya Nair");
  const auto token = library_.sign_in("priya")->token;
  const auto link = make_password_link(*scope, id).value();
  ASSERT_TRUE(deactivate(*scope, id).ok());
  EXPECT_FALSE(library_.session_of(token));
  EXPECT_FALSE(library_.sign_in("priya"));
  EXPECT_FALSE(find_password_link(*library_.nobody(), link.token));
}

TEST_P(StaffVerbs, SayNotFoundForANumberNobodyHas) {
  const auto scope = library_.administrator();
  EXPECT_EQ(get(*scope, {4711}).refusal().kind, Kind::not_found);
  EXPECT_EQ(refused([&] { return change(*scope, {4711}, 1, priya()); }).kind, Kind::not_found);
}

TEST_P(StaffVerbs, KeepTeamsWithNamesOfTheirOwn) {
  const auto scope = library_.administrator();
  const auto health = add_team(*scope, "  Health &  Social Care ").value();
  EXPECT_EQ(refused([&] { return add_team(*scope, "Health & Social Care"); }).faults.at(0).field,
            "team_name");
  EXPECT_EQ(refused([&] { return add_team(*scope, " "); }).faults.at(0).field, "team_name");
  ASSERT_TRUE(rename_team(*scope, health, "Health").ok());
  EXPECT_EQ(teams(*scope).at(0).name, "Health");
  EXPECT_EQ(refused([&] { return rename_team(*scope, {99}, "Law"); }).kind, Kind::not_found);
}

TEST_P(StaffVerbs, KeepWhatEachChoosesForThemselves) {
  const auto id = library_.add("priya", "Priya Nair");
  const auto token = library_.sign_in("priya")->token;
  const auto scope = library_.scope_of(id, Role::librarian);
  ASSERT_TRUE(choose_colours(*scope, "dark").ok());
  ASSERT_TRUE(choose_single_keys(*scope, false).ok());
  const auto session = library_.session_of(token);
  EXPECT_EQ(session->colours, "dark");
  EXPECT_FALSE(session->has_single_keys);
  EXPECT_EQ(refused([&] { return choose_colours(*scope, "mauve"); }).kind, Kind::invalid);
}

TEST_P(StaffVerbs, CountAsAChangeOfTheDirectories) {
  const auto version = [&] {
    return database().read([&](db::Reader& reader) {
      return reader.count("select version from directory_versions where institution_id = $1",
                          library_.institution);
    });
  };
  const auto before = version();
  (void)add(*library_.administrator(), priya()).value();
  EXPECT_GT(version(), before);
}

}  // namespace
}  // namespace rapport::staff
