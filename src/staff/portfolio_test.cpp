// Who looks after which department, and the directory that every page reads, on both engines.
#include "staff/portfolio.hpp"

#include <gtest/gtest.h>

#include "staff/staff_directory.hpp"
#include "support/staff_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::staff {
namespace {

using Kind = Refusal::Kind;

class Portfolios : public test::OnEachEngine {
 protected:
  void SetUp() override {
    nursing_ = add_unit("nursing", "Nursing", std::nullopt);
    law_ = add_unit("law", "Law", std::nullopt);
    closed_ = add_unit("mining", "Mining", "2019-07-31");
    units_ =
        database().read([&](db::Reader& reader) { return read_org_directory(reader, library_.institution); });
  }
  Id<OrgUnit> add_unit(std::string_view slug, std::string_view name, std::optional<std::string> closed_on) {
    return database().write([&](db::Writer& writer) {
      return writer.insert<OrgUnit>(
          "insert into org_units (institution_id, slug, kind, name, folded_name, sort_key, closed_on, "
          "directory_version, recorded_at) values ($1, $2, 'department', $3, $2, $2, $4, 1, 0) returning id",
          library_.institution, slug, name, closed_on);
    });
  }
  [[nodiscard]] Result<Id<Portfolio>> take_on(Id<Staff> staff, Id<OrgUnit> unit, PortfolioPart part,
                                              Date from, Role role = Role::leader) {
    return look_after(*library_.scope_of(library_.ada, role), units_,
                      {.unit = unit, .staff = staff, .part = part, .from = from});
  }
  [[nodiscard]] Result<Done> end_on(Id<Portfolio> id, Date on) {
    return end_portfolio(*library_.administrator(), id, on);
  }
  [[nodiscard]] StaffDirectory directory_on(Date day) {
    return database().read(
        [&](db::Reader& reader) { return read_staff_directory(reader, library_.institution, day); });
  }
  [[nodiscard]] std::string lead_on(Date day) {
    const auto directory = directory_on(day);
    const auto* lead = directory.lead_of(nursing_);
    return lead == nullptr ? "nobody" : lead->username;
  }
  template <class F>
  [[nodiscard]] Refusal refused(F&& work) {
    const auto made = test::unchanged(test_database(), std::forward<F>(work));
    EXPECT_FALSE(made.ok());
    return made.ok() ? Refusal{} : made.refusal();
  }

  const Date today_ = *Date::of(2026, 11, 12);
  test::StaffLibrary library_{database()};
  Id<Staff> priya_ = library_.add("priya", "Priya Nair");
  Id<Staff> tom_ = library_.add("tom", "Tom Ashworth");
  Id<OrgUnit> nursing_, law_, closed_;
  OrgDirectory units_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Portfolios, test::on_each_engine(), test::engine_test_name);

TEST_P(Portfolios, HandALeadOverOnTheDay) {
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::lead, today_).ok());
  ASSERT_TRUE(take_on(tom_, nursing_, PortfolioPart::lead, today_.plus_days(10)).ok());
  EXPECT_EQ(lead_on(today_.plus_days(-1)), "nobody");
  EXPECT_EQ(lead_on(today_), "priya");
  EXPECT_EQ(lead_on(today_.plus_days(9)), "priya");
  EXPECT_EQ(lead_on(today_.plus_days(10)), "tom");
}

TEST_P(Portfolios, GiveADepartmentOneLeadWhateverTheOrder) {
  ASSERT_TRUE(take_on(tom_, nursing_, PortfolioPart::lead, today_.plus_days(10)).ok());
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::lead, today_).ok());
  EXPECT_EQ(lead_on(today_.plus_days(10)), "priya");
  EXPECT_EQ(keepers_of(*library_.administrator(), nursing_).size(), 1U);
}

TEST_P(Portfolios, HaveSeveralWhoSecondAndCover) {
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::second, today_).ok());
  ASSERT_TRUE(take_on(tom_, nursing_, PortfolioPart::second, today_).ok());
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::cover, today_).ok());
  EXPECT_EQ(directory_on(today_).find(priya_)->portfolio, std::vector<Id<OrgUnit>>{nursing_});
  EXPECT_EQ(lead_on(today_), "nobody");
}

TEST_P(Portfolios, RefuseWhatIsThereAlreadyOrCannotBe) {
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::lead, today_).ok());
  EXPECT_EQ(
      refused([&] { return take_on(priya_, nursing_, PortfolioPart::lead, today_); }).faults.at(0).field,
      "staff");
  EXPECT_EQ(refused([&] { return take_on(priya_, closed_, PortfolioPart::lead, today_); }).faults.at(0).field,
            "unit");
  EXPECT_EQ(refused([&] { return take_on(priya_, {99}, PortfolioPart::lead, today_); }).faults.at(0).field,
            "unit");
  EXPECT_EQ(refused([&] { return take_on({99}, law_, PortfolioPart::lead, today_); }).faults.at(0).field,
            "staff");
  for (const auto role : {Role::librarian, Role::director})
    EXPECT_EQ(refused([&] { return take_on(tom_, law_, PortfolioPart::lead, today_, role); }).kind,
              Kind::forbidden);
}

TEST_P(Portfolios, EndOnTheirLastDay) {
  const auto id = take_on(priya_, nursing_, PortfolioPart::lead, today_).value();
  EXPECT_EQ(refused([&] { return end_on(id, today_.plus_days(-1)); }).kind, Kind::invalid);
  ASSERT_TRUE(end_on(id, today_.plus_days(3)).ok());
  EXPECT_EQ(lead_on(today_.plus_days(3)), "priya");
  EXPECT_EQ(lead_on(today_.plus_days(4)), "nobody");
  EXPECT_EQ(refused([&] { return end_on(id, today_.plus_days(5)); }).kind, Kind::not_found);
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::lead, today_.plus_days(4)).ok())
      << "and may begin again";
}

TEST_P(Portfolios, AreListedForOnePerson) {
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::lead, today_).ok());
  ASSERT_TRUE(take_on(priya_, law_, PortfolioPart::cover, today_.plus_days(30)).ok());
  const auto listed = portfolio_of(*library_.administrator(), priya_);
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_EQ(listed[0].unit, law_);
  EXPECT_EQ(listed[1].part, PortfolioPart::lead);
}

TEST_P(Portfolios, OfFormerColleaguesLeadNothing) {
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::lead, today_).ok());
  ASSERT_TRUE(deactivate(*library_.administrator(), priya_).ok());
  EXPECT_EQ(lead_on(today_), "nobody");
  EXPECT_EQ(directory_on(today_).full_name(priya_), "Priya Nair") << "the name stays";
}

TEST_P(Portfolios, DirectoryHoldsEverybodyByName) {
  const auto directory = directory_on(today_);
  std::vector<std::string> names;
  for (const auto& entry : directory.staff()) names.push_back(entry.full_name);
  EXPECT_EQ(names, (std::vector<std::string>{"Ada Lind", "Priya Nair", "Tom Ashworth"}));
  EXPECT_EQ(directory.find_username("tom")->id, tom_);
  EXPECT_EQ(directory.find_username("nobody"), nullptr);
  EXPECT_EQ(directory.full_name({99}), "a former colleague");
  EXPECT_EQ(directory.given_name(tom_), "Tom");
}

}  // namespace
}  // namespace rapport::staff
