// The front door and the pages of rounds.
#include "plans/rounds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "organisation/organisation.hpp"
#include "plans/action_plans.hpp"
#include "plans/round_pages.hpp"
#include "support/library_pages.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class Rounds : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};

  SeasonDraft season() {
    return {.units = {library.nursing, library.law},
            .owner = library.tom,
            .week_from = Date::of(2026, 11, 9),
            .week_to = Date::of(2026, 11, 27)};
  }
  Result<Done> set(Id<Staff> by, const SeasonDraft& draft, int year = 2026) {
    return rounds::set_season(*library.scope(by), *library.directory(), year, draft);
  }
  RoundEntry entry() { return rounds::find(*library.scope(library.dora), 2026, library.nursing).value(); }
  Result<Done> move(Id<Staff> by, int version, RoundState state) {
    return rounds::move(*library.scope(by, 1), entry().id, version, state);
  }
  Result<Done> arrange(int version, const Meeting& meeting, bool is_booked = false) {
    return rounds::arrange(*library.scope(library.priya, 2), entry().id, version, meeting, is_booked);
  }
  template <class F>
  Refusal refused(F&& work) {
    auto made = test::unchanged(library.database, std::forward<F>(work));
    EXPECT_FALSE(made);
    return made ? Refusal{} : made.refusal();
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Rounds, test::on_each_engine(), test::engine_test_name);

TEST_P(Rounds, TakeDepartmentsInOnce) {
  ASSERT_TRUE(set(library.gwen, season()));
  const auto again = test::unchanged(library.database, [&] { return set(library.gwen, season()); });
  EXPECT_TRUE(again) << "the same season again changes nothing";
  EXPECT_THAT(rounds::of_year(*library.scope(library.dora), 2026), SizeIs(2));
  EXPECT_EQ(entry().owner, library.tom);
  EXPECT_EQ(entry().state, RoundState::to_invite);
  EXPECT_THAT(rounds::events(*library.scope(library.dora), entry().id), SizeIs(1));
}

TEST_P(Rounds, AreSetByLeaders) {
  EXPECT_EQ(refused([&] { return set(library.priya, season()); }).kind, Refusal::Kind::forbidden);
  EXPECT_EQ(refused([&] { return set(library.gwen, {}); }).faults.at(0).field, "units");
  EXPECT_EQ(refused([&] { return set(library.gwen, season(), 2030); }).faults.at(0).field, "year");
  auto draft = season();
  draft.owner = library.dora;
  EXPECT_EQ(refused([&] { return set(library.gwen, draft); }).faults.at(0).field, "owner");
}

TEST_P(Rounds, GiveEachDepartmentItsLead) {
  auto draft = season();
  draft.owner.reset();
  ASSERT_TRUE(set(library.gwen, draft));
  EXPECT_EQ(entry().owner, library.directory()->staff.lead_of(library.nursing)->id);
}

TEST_P(Rounds, KeepEveryMoveWithItsDayAndAuthor) {
  ASSERT_TRUE(set(library.gwen, season()));
  ASSERT_TRUE(move(library.priya, 1, RoundState::invited));
  ASSERT_TRUE(move(library.tom, 2, RoundState::met));
  const auto events = rounds::events(*library.scope(library.dora), entry().id);
  ASSERT_THAT(events, SizeIs(3));
  EXPECT_EQ(events[0].state, RoundState::met);
  EXPECT_EQ(events[0].made_by, library.tom);
  EXPECT_EQ(events[1].state, RoundState::invited);
}

TEST_P(Rounds, TellTheSecondTab) {
  ASSERT_TRUE(set(library.gwen, season()));
  ASSERT_TRUE(move(library.priya, 1, RoundState::invited));
  EXPECT_EQ(refused([&] { return move(library.tom, 1, RoundState::booked); }).kind, Refusal::Kind::conflict);
  EXPECT_EQ(refused([&] { return arrange(1, {.on = Date::of(2026, 11, 24)}); }).kind,
            Refusal::Kind::conflict);
  EXPECT_EQ(refused([&] { return move(library.dora, 2, RoundState::booked); }).kind,
            Refusal::Kind::forbidden);
}

TEST_P(Rounds, RaiseTheSequenceWithEveryOtherDay) {
  ASSERT_TRUE(set(library.gwen, season()));
  const auto uid = entry().uid;
  const Meeting first{.on = Date::of(2026, 11, 24), .at = TimeOfDay{600}, .place = "Room 1"};
  ASSERT_TRUE(arrange(1, first, true));
  EXPECT_EQ(entry().state, RoundState::booked);
  EXPECT_EQ(entry().sequence, 1);
  EXPECT_TRUE(test::unchanged(library.database, [&] { return arrange(2, first); })) << "the same again";
  auto second = first;
  second.at = TimeOfDay{660};
  ASSERT_TRUE(arrange(2, second));
  EXPECT_EQ(entry().sequence, 2);
  ASSERT_TRUE(move(library.tom, 3, RoundState::met));
  EXPECT_EQ(entry().sequence, 2) << "a move is no other day";
  EXPECT_EQ(entry().uid, uid);
}

TEST_P(Rounds, ReadFortyDepartmentsAtOnce) {
  SeasonDraft all;
  for (int i = 0; i < 40; ++i) {
    const auto unit =
        organisation::add(*library.scope(library.ada), {.name = "Department " + std::to_string(i)}).value();
    all.units.push_back(unit);
    ASSERT_TRUE(action_plans::add(*library.scope(library.priya), *library.directory(), {unit, 2026, {}},
                                  {.words = "An hour", .owners = {library.priya}}));
  }
  ASSERT_TRUE(set(library.gwen, all));
  const auto before = std::chrono::steady_clock::now();
  const auto scope = library.scope(library.dora);
  EXPECT_THAT(rounds::of_year(*scope, 2026), SizeIs(40));
  const auto plans = action_plans::of_year(*scope, *library.directory(), 2026);
  EXPECT_THAT(plans, SizeIs(40));
  for (const auto& plan : plans) EXPECT_THAT(plan.items, SizeIs(1));
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(1))
      << "some milliseconds are usual";
}

class RoundPages : public testing::Test, protected test::LibraryPages {
 protected:
  static std::vector<Id<OrgUnit>> no_sheets(Scope&, const Directory&, int) { return {}; }
  static http::Response board(const ui::Visit& visit, const Directory& directory) {
    return rounds::show_round(visit, directory, no_sheets);
  }
  Fields of_year = {{"year", "2026"}};
  Fields begun() {
    EXPECT_EQ(post(rounds::update_season, library.gwen, of_year,
                   {{"unit-" + std::to_string(library.nursing.value), "yes"}, {"week_from", "2026-11-09"}})
                  .status,
              303);
    return {{"entry",
             std::to_string(rounds::find(*library.scope(library.gwen), 2026, library.nursing)->id.value)}};
  }
};

TEST_F(RoundPages, ShowDepartmentsInTheirColumns) {
  (void)begun();
  const auto page = get(board, library.priya, of_year).body;
  EXPECT_THAT(page, HasSubstr("To invite <span class=\"muted num\">1</span>"));
  EXPECT_THAT(page, HasSubstr("From 9 Nov"));
  EXPECT_THAT(page, HasSubstr(">headline page<"));
  EXPECT_THAT(page, Not(HasSubstr("Set the season"))) << "leaders do";
  EXPECT_THAT(get(board, library.dora, of_year).body, Not(HasSubstr("data-round-move")));
  for (const auto* year : {"x", "1066", "20261"})
    EXPECT_EQ(get(board, library.priya, {{"year", year}}).status, 404);
}

TEST_F(RoundPages, MoveWithoutScriptAndTellTheSecondTab) {
  const auto entry = begun();
  EXPECT_EQ(post(rounds::update_state, library.priya, entry,
                 {{"version", "1"}, {"state", "invited"}, {"from", "board"}})
                .status,
            303);
  const auto late = test::unchanged(library.database, [&] {
    return post(rounds::update_state, library.tom, entry, {{"version", "1"}, {"state", "met"}});
  });
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("As it is now, by Priya Nair: Invited"));
}

TEST_F(RoundPages, KeepWhatWasTypedOfAMeeting) {
  const auto entry = begun();
  const auto page = test::unchanged(library.database, [&] {
    return post(rounds::update_meeting, library.priya, entry,
                {{"version", "1"},
                 {"meets_on", "2027-02-29"},
                 {"meets_at", "25:00"},
                 {"minutes", "60"},
                 {"place", "Attic"}});
  });
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("id=\"meets_on-error\""));
  EXPECT_THAT(page.body, HasSubstr("Attic"));
}

TEST_F(RoundPages, GiveACalendarFileOnceThereIsADay) {
  const auto entry = begun();
  EXPECT_EQ(get(rounds::download_invitation, library.dora, entry).status, 404);
  ASSERT_EQ(post(rounds::update_meeting, library.priya, entry,
                 {{"version", "1"}, {"meets_on", "2026-11-24"}, {"meets_at", "10:00"}, {"minutes", "60"}})
                .status,
            303);
  const auto file = get(rounds::download_invitation, library.dora, entry);
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.content_type, "text/calendar; charset=utf-8; method=PUBLISH");
  EXPECT_THAT(file.body, HasSubstr("DTSTART:20261124T100000Z\r\n"));
  EXPECT_THAT(file.body, HasSubstr("SEQUENCE:1\r\n"));
}

TEST_F(RoundPages, ShowTheDepartmentsOfTheYearUnderTheNamesOfTheYear) {
  const auto admin = library.scope(library.ada);
  const auto podiatry = organisation::add(*admin, {.name = "Podiatry"}).value();
  ASSERT_TRUE(organisation::add(*admin, {.name = "Optics", .valid_from = Date::of(2026, 9, 1)}));
  ASSERT_TRUE(rounds::set_season(*library.scope(library.gwen), *library.directory(), 2025,
                                 {.units = {podiatry}, .owner = library.tom}));
  ASSERT_TRUE(organisation::rename(*admin, podiatry, "Foot Health", *Date::of(2026, 8, 1)));
  const auto alchemy = organisation::add(*admin, {.name = "Alchemy"}).value();
  ASSERT_TRUE(organisation::close(*admin, alchemy, *Date::of(2026, 8, 31)));
  const auto board = [&](std::string year) {
    return get([](const ui::Visit& visit,
                  const Directory& directory) { return rounds::show_round(visit, directory, no_sheets); },
               library.priya, {{"year", std::move(year)}})
        .body;
  };
  const auto last = board("2025");
  EXPECT_THAT(last, HasSubstr("Podiatry"));
  EXPECT_THAT(last, Not(HasSubstr("Foot Health")));
  EXPECT_THAT(last, Not(HasSubstr("Optics"))) << "it began later";
  EXPECT_THAT(last, HasSubstr(">Alchemy<")) << "it was there";
  const auto now = board("2026");
  EXPECT_THAT(now, HasSubstr("Foot Health"));
  EXPECT_THAT(now, HasSubstr("Optics"));
  EXPECT_THAT(now, HasSubstr(">Alchemy<")) << "on the first days of the year";
  EXPECT_THAT(board("2027"), Not(HasSubstr(">Alchemy<")));
  const auto refused = test::unchanged(library.database, [&] {
    return rounds::set_season(*library.scope(library.gwen), *library.directory(), 2027, {.units = {alchemy}});
  });
  EXPECT_EQ(refused.refusal().faults.at(0).field, "units");
  const auto season = get(rounds::edit_season, library.gwen, {{"year", "2025"}}).body;
  EXPECT_THAT(season, HasSubstr("Podiatry"));
  EXPECT_THAT(season, Not(HasSubstr("Optics")));
}

}  // namespace
}  // namespace rapport
