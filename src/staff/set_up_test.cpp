// The first start, on both engines.
#include "staff/set_up.hpp"

#include <gtest/gtest.h>

#include "support/staff_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::staff {
namespace {

using Kind = Refusal::Kind;

class SetUps : public test::OnEachEngine {
 protected:
  [[nodiscard]] std::unique_ptr<Scope> nobody() {
    return std::make_unique<Scope>(database(), institution_.id, Viewer{}, zone_, now_);
  }
  [[nodiscard]] static SetUpDraft draft() {
    return {.institution_name = "Ambleford University",
            .zone = "Europe/London",
            .administrator = {.username = "ada", .full_name = "Ada Lind", .email = "ada@library.example"},
            .password = std::string(test::a_password)};
  }
  [[nodiscard]] Result<Id<Staff>> set_up_with(std::string_view token, const SetUpDraft& with) {
    return set_up(*nobody(), hasher_, token, with);
  }

  Instant now_{1'794'474'000'000};
  Zone zone_{"Europe/London"};
  PasswordHasher hasher_{test::cheap_hashes};
  InstitutionEntry institution_ = open_institution(database(), now_);
};
INSTANTIATE_TEST_SUITE_P(Engines, SetUps, test::on_each_engine(), test::engine_test_name);

TEST_P(SetUps, FindTheSameInstitutionAtEachStart) {
  const auto again = test::unchanged(test_database(), [&] { return open_institution(database(), now_); });
  EXPECT_EQ(again.id, institution_.id);
}

TEST_P(SetUps, MakeTheFirstAdministrator) {
  const auto token = make_set_up_link(*nobody()).value();
  ASSERT_TRUE(find_set_up_link(*nobody(), token).ok());
  const auto ada = set_up_with(token, draft());
  ASSERT_TRUE(ada.ok());
  const auto named = database().read([](db::Reader& reader) { return find_institution(reader); });
  EXPECT_EQ(named->name, "Ambleford University");
  const auto signed_in = sign_in(*nobody(), hasher_, {}, {.username = "ada", .password = test::a_password});
  ASSERT_TRUE(signed_in.ok());
  EXPECT_EQ(database()
                .read([&](db::Reader& reader) {
                  return find_session(reader, institution_.id, signed_in->token, now_, {});
                })
                ->viewer.role,
            Role::administrator);
}

TEST_P(SetUps, HappenOnce) {
  const auto token = make_set_up_link(*nobody()).value();
  ASSERT_TRUE(set_up_with(token, draft()).ok());
  const auto again = test::unchanged(test_database(), [&] { return set_up_with(token, draft()); });
  EXPECT_EQ(again.refusal().kind, Kind::not_found);
  EXPECT_EQ(make_set_up_link(*nobody()), std::nullopt) << "the next start prints no link";
}

TEST_P(SetUps, TakeTheLinkOfTheLastStart) {
  const auto first = make_set_up_link(*nobody()).value();
  const auto second = make_set_up_link(*nobody()).value();
  EXPECT_FALSE(find_set_up_link(*nobody(), first));
  EXPECT_TRUE(find_set_up_link(*nobody(), second).ok());
}

TEST_P(SetUps, RefuseWhatNeedsAnotherLookAndKeepTheLink) {
  const auto token = make_set_up_link(*nobody()).value();
  const auto refused = test::unchanged(test_database(), [&] {
    return set_up_with(token, {.institution_name = " ",
                               .zone = "Europe/Ambleford",
                               .administrator = {.username = {}, .full_name = {}, .email = {}},
                               .password = "short"});
  });
  std::vector<std::string> fields;
  for (const auto& fault : refused.refusal().faults) fields.push_back(fault.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"institution_name", "zone", "full_name", "username", "email",
                                              "password"}));
  EXPECT_TRUE(find_set_up_link(*nobody(), token).ok());
}

TEST_P(SetUps, DoNotOpenWithALinkMadeUp) {
  (void)make_set_up_link(*nobody());
  EXPECT_EQ(find_set_up_link(*nobody(), "made-up").refusal().kind, Kind::not_found);
  EXPECT_EQ(find_set_up_link(*nobody(), "").refusal().kind, Kind::not_found);
}

}  // namespace
}  // namespace rapport::staff
