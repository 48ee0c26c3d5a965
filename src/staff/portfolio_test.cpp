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
                      {.unit = unit, .staff = staff, .part = part, .from = from, .reason = "A new year"});
  }
  /// Priya takes the lead on.
  [[nodiscard]] Result<Done> take_on_several(const std::vector<SeenUnit>& ticked, Date from,
                                             Role role = Role::leader) {
    return look_after_several(*library_.scope_of(library_.ada, role), units_,
                              {.staff = priya_, .from = from, .reason = "A new year"}, ticked);
  }
  [[nodiscard]] Result<Done> end_on(Id<Portfolio> id, Date on) {
    return end_portfolio(*library_.administrator(), id, {.on = on, .reason = "Moves on"});
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

TEST_P(Portfolios, KeepTheReasonOfEveryChange) {
  const auto first = take_on(priya_, nursing_, PortfolioPart::lead, today_.plus_days(-30)).value();
  ASSERT_TRUE(take_on(tom_, nursing_, PortfolioPart::lead, today_.plus_days(10)).ok());
  ASSERT_TRUE(take_on(library_.ada, nursing_, PortfolioPart::lead, today_.plus_days(5)).ok());
  const auto changes = changes_of(*library_.administrator(), nursing_);
  std::vector<std::string_view> actions;
  for (const auto& change : changes) actions.push_back(code(change.action));
  EXPECT_EQ(actions, (std::vector<std::string_view>{"taken_on", "ended", "never_began", "taken_on", "ended",
                                                    "taken_on"}));
  EXPECT_EQ(changes.back().reason, "A new year");
  EXPECT_EQ(changes[4].entry.id, first);
  EXPECT_EQ(changes[4].ended_before, std::nullopt);
  EXPECT_EQ(changes[4].entry.valid_to, today_.plus_days(9));
  EXPECT_EQ(last_change(*library_.administrator(), nursing_), changes[0].id.value);
}

TEST_P(Portfolios, RefuseAChangeWithoutAReason) {
  for (const auto& reason : {std::string(), std::string("  \n "), std::string(1'000'000, 'x')}) {
    const auto refusal = refused([&] {
      return look_after(*library_.administrator(), units_,
                        {.unit = nursing_, .staff = priya_, .from = today_, .reason = reason});
    });
    EXPECT_EQ(refusal.faults.at(0).field, "reason");
  }
  const auto id = take_on(priya_, nursing_, PortfolioPart::lead, today_).value();
  EXPECT_EQ(
      refused([&] { return end_portfolio(*library_.administrator(), id, {.on = today_, .reason = " "}); })
          .faults.at(0)
          .field,
      "reason");
}

TEST_P(Portfolios, RefuseDirectorsAndClosedAccounts) {
  const auto dora = library_.add("dora", "Dora Lane", "director");
  EXPECT_EQ(refused([&] { return take_on(dora, nursing_, PortfolioPart::lead, today_); }).faults.at(0).field,
            "staff");
  ASSERT_TRUE(deactivate(*library_.administrator(), tom_).ok());
  EXPECT_EQ(refused([&] { return take_on(tom_, nursing_, PortfolioPart::lead, today_); }).faults.at(0).field,
            "staff");
}

TEST_P(Portfolios, RefuseTheSecondOfTwoTabs) {
  const PortfolioDraft draft{.unit = nursing_, .staff = tom_, .from = today_, .reason = "Mine", .seen = 0};
  ASSERT_TRUE(look_after(*library_.administrator(), units_, draft).ok());
  auto other = draft;
  other.staff = priya_;
  EXPECT_EQ(refused([&] { return look_after(*library_.administrator(), units_, other); }).kind,
            Kind::conflict);
  other.seen = last_change(*library_.administrator(), nursing_);
  EXPECT_TRUE(look_after(*library_.administrator(), units_, other).ok());
}

TEST_P(Portfolios, LeaveADepartmentAsItWasAfterALeadWithAnEnd) {
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::lead, today_).ok());
  ASSERT_TRUE(look_after(*library_.administrator(), units_,
                         {.unit = nursing_,
                          .staff = tom_,
                          .from = today_.plus_days(5),
                          .to = today_.plus_days(9),
                          .reason = "Her leave"})
                  .ok());
  EXPECT_EQ(lead_on(today_.plus_days(9)), "tom");
  EXPECT_EQ(lead_on(today_.plus_days(10)), "nobody");
  const auto gaps = lead_gaps(keepers_of(*library_.administrator(), nursing_), today_);
  EXPECT_EQ(gaps, (std::vector<LeadGap>{{today_.plus_days(10), std::nullopt}}));
  EXPECT_EQ(refused([&] {
              return look_after(
                  *library_.administrator(), units_,
                  {.unit = law_, .staff = tom_, .from = today_, .to = today_.plus_days(-1), .reason = "No"});
            })
                .faults.at(0)
                .field,
            "to");
}

TEST_P(Portfolios, CallOffWhatHasNotBegun) {
  const auto ahead = take_on(priya_, nursing_, PortfolioPart::second, today_.plus_days(3)).value();
  const auto now = take_on(tom_, nursing_, PortfolioPart::second, today_).value();
  EXPECT_EQ(refused([&] { return call_off(*library_.administrator(), now, {.reason = "No"}); }).kind,
            Kind::conflict);
  ASSERT_TRUE(call_off(*library_.administrator(), ahead, {.reason = "She stays"}).ok());
  EXPECT_EQ(keepers_of(*library_.administrator(), nursing_).size(), 1U);
  EXPECT_EQ(changes_of(*library_.administrator(), nursing_).front().reason, "She stays");
}

TEST_P(Portfolios, KnowWhenNobodyLed) {
  const auto day = [&](int days) { return today_.plus_days(days); };
  const auto lead = [&](int from, std::optional<int> to) {
    return PortfolioEntry{.part = PortfolioPart::lead,
                          .valid_from = day(from),
                          .valid_to = to ? std::optional(day(*to)) : std::nullopt};
  };
  EXPECT_EQ(lead_gaps(std::vector{lead(-50, -41), lead(-30, -11), lead(-10, {})}, today_),
            (std::vector<LeadGap>{{day(-40), day(-31)}}));
  EXPECT_EQ(lead_gaps(std::vector{lead(5, {})}, today_), (std::vector<LeadGap>{{today_, day(4)}}));
  EXPECT_EQ(lead_gaps(std::vector{lead(-50, -41)}, today_), (std::vector<LeadGap>{{day(-40), std::nullopt}}));
  EXPECT_TRUE(lead_gaps({}, today_).empty());
}

// Passing on ---------------------------------------------------------------------------------------------

TEST_P(Portfolios, PassEachPartOnForGood) {
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::lead, today_.plus_days(-9)).ok());
  ASSERT_TRUE(take_on(priya_, law_, PortfolioPart::second, today_.plus_days(-9)).ok());
  ASSERT_TRUE(take_on(tom_, nursing_, PortfolioPart::second, today_.plus_days(-9)).ok());
  ASSERT_TRUE(pass_on(*library_.administrator(), units_,
                      {.hand_over = {7},
                       .from = priya_,
                       .to = tom_,
                       .from_on = today_.plus_days(5),
                       .units = {nursing_, law_},
                       .reason = "She moves"})
                  .ok());
  EXPECT_EQ(lead_on(today_.plus_days(4)), "priya");
  EXPECT_EQ(lead_on(today_.plus_days(5)), "tom");
  const auto later = directory_on(today_.plus_days(5));
  EXPECT_TRUE(later.find(priya_)->portfolio.empty());
  EXPECT_EQ(later.find(tom_)->portfolio, (std::vector<Id<OrgUnit>>{nursing_, law_}));
  int seconds = 0;
  for (const auto& entry : keepers_of(*library_.administrator(), nursing_))
    seconds += entry.part == PortfolioPart::second && entry.holds_on(today_.plus_days(5)) ? 1 : 0;
  EXPECT_EQ(seconds, 0) << "he gave up the lesser part";
}

TEST_P(Portfolios, AreCoveredForAWhile) {
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::lead, today_).ok());
  ASSERT_TRUE(pass_on(*library_.administrator(), units_,
                      {.hand_over = {7},
                       .from = priya_,
                       .to = tom_,
                       .from_on = today_.plus_days(5),
                       .until = today_.plus_days(9),
                       .units = {nursing_},
                       .reason = "Her leave"})
                  .ok());
  EXPECT_EQ(lead_on(today_.plus_days(7)), "priya");
  EXPECT_EQ(directory_on(today_.plus_days(9)).find(tom_)->portfolio.size(), 1U);
  EXPECT_TRUE(directory_on(today_.plus_days(10)).find(tom_)->portfolio.empty());
}

TEST_P(Portfolios, ArePutBackAsTheyWere) {
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::lead, today_.plus_days(-9)).ok());
  ASSERT_TRUE(take_on(tom_, nursing_, PortfolioPart::second, today_.plus_days(3)).ok());
  const auto before = keepers_of(*library_.administrator(), nursing_);
  const PassOn wanted{.hand_over = {7},
                      .from = priya_,
                      .to = tom_,
                      .from_on = today_,
                      .units = {nursing_},
                      .reason = "She moves"};
  ASSERT_TRUE(pass_on(*library_.administrator(), units_, wanted).ok());
  ASSERT_TRUE(put_back(*library_.administrator(), {7}, "A mistake").ok());
  const auto after = keepers_of(*library_.administrator(), nursing_);
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    EXPECT_EQ(after[i].staff, before[i].staff);
    EXPECT_EQ(after[i].part, before[i].part);
    EXPECT_EQ(after[i].valid_from, before[i].valid_from);
    EXPECT_EQ(after[i].valid_to, before[i].valid_to);
  }
  EXPECT_EQ(lead_on(today_), "priya");
}

TEST_P(Portfolios, AreNotPutBackWhereTheyWereChangedSince) {
  ASSERT_TRUE(take_on(priya_, nursing_, PortfolioPart::lead, today_.plus_days(-9)).ok());
  ASSERT_TRUE(pass_on(*library_.administrator(), units_,
                      {.hand_over = {7},
                       .from = priya_,
                       .to = tom_,
                       .from_on = today_,
                       .units = {nursing_},
                       .reason = "She moves"})
                  .ok());
  ASSERT_TRUE(take_on(library_.ada, nursing_, PortfolioPart::second, today_).ok());
  EXPECT_EQ(refused([&] { return put_back(*library_.administrator(), {7}, "A mistake"); }).kind,
            Kind::conflict);
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

TEST_P(Portfolios, AreTakenOnInSeveralDepartmentsAtOnce) {
  ASSERT_TRUE(take_on(tom_, law_, PortfolioPart::lead, today_).ok());
  ASSERT_TRUE(take_on_several({{nursing_}, {law_}}, today_.plus_days(10)).ok());
  EXPECT_EQ(lead_on(today_.plus_days(10)), "priya");
  for (const auto unit : {nursing_, law_}) {
    const auto newest = changes_of(*library_.administrator(), unit).front();
    EXPECT_EQ(newest.entry.staff, priya_);
    EXPECT_EQ(newest.reason, "A new year");
  }
  EXPECT_EQ(keepers_of(*library_.administrator(), law_).back().valid_to, today_.plus_days(9))
      << "whoever led makes way, as for one department";
}

TEST_P(Portfolios, AreTakenOnInAllOfSeveralDepartmentsOrInNone) {
  ASSERT_TRUE(take_on(priya_, law_, PortfolioPart::lead, today_).ok());
  const auto refusal = refused([&] {
    return take_on_several({{nursing_}, {law_}, {closed_}, {Id<OrgUnit>{999}}}, today_);
  });
  EXPECT_EQ(refusal.kind, Kind::invalid);
  EXPECT_EQ(refusal.faults, (std::vector<Fault>{{"unit-" + std::to_string(law_.value),
                                                 "Law: Priya looks after this department already."},
                                                {"", "Mining is closed. Nobody new looks after it."},
                                                {"", "Choose one of the departments."}}));
}

TEST_P(Portfolios, SayOnceWhatIsWrongWithAllOfSeveral) {
  const std::vector<SeenUnit> both{{nursing_}, {law_}};
  EXPECT_EQ(refused([&] { return take_on_several({}, today_); }).faults.at(0).field, "units");
  const auto only = [&](std::string field, Id<Staff> staff, std::optional<Date> to, std::string reason) {
    const auto refusal = refused([&] {
      return look_after_several(
          *library_.scope_of(library_.ada, Role::leader), units_,
          {.staff = staff, .part = PortfolioPart::cover, .from = today_, .to = to, .reason = reason}, both);
    });
    ASSERT_EQ(refusal.faults.size(), 1U) << field;
    EXPECT_EQ(refusal.faults.front().field, field);
  };
  only("staff", Id<Staff>{999}, std::nullopt, "Leave");
  only("to", priya_, today_.plus_days(-1), "Leave");
  only("reason", priya_, std::nullopt, "  ");
  EXPECT_EQ(refused([&] { return take_on_several(both, today_, Role::librarian); }).kind, Kind::forbidden);
}

TEST_P(Portfolios, AreNotTakenOnInSeveralWhereOneWasChangedMeanwhile) {
  ASSERT_TRUE(take_on(tom_, law_, PortfolioPart::second, today_).ok());
  ASSERT_TRUE(take_on(tom_, law_, PortfolioPart::cover, today_).ok());
  const auto seen = last_changes(*library_.administrator());
  EXPECT_FALSE(seen.contains(nursing_));
  ASSERT_EQ(seen.at(law_), last_change(*library_.administrator(), law_));
  const std::vector<SeenUnit> ticked{{nursing_, 0}, {law_, seen.at(law_)}};
  ASSERT_TRUE(take_on(tom_, law_, PortfolioPart::lead, today_).ok());
  const auto refusal = refused([&] { return take_on_several(ticked, today_); });
  EXPECT_EQ(refusal.kind, Kind::conflict);
  ASSERT_EQ(refusal.faults.size(), 1U);
  EXPECT_EQ(refusal.faults.front().field, "unit-" + std::to_string(law_.value));
  EXPECT_TRUE(refusal.faults.front().message.starts_with("Law: a colleague has changed"));
}

}  // namespace
}  // namespace rapport::staff
