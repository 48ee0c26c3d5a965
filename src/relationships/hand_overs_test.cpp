// Hand-overs: rules, one transaction, undo, what nobody may be told of; on both engines.
#include "relationships/hand_overs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "interactions/interactions.hpp"
#include "interactions/planned_promises.hpp"
#include "organisation/organisation.hpp"
#include "people/people.hpp"
#include "relationships/plans.hpp"
#include "relationships/relationships.hpp"
#include "staff/staff.hpp"
#include "support/small_library.hpp"
#include "support/statement_log.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using Kind = Refusal::Kind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class HandOvers : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};
  const Date today = library.today();

  Id<Interaction> talk(Id<Person> with, int days_ago, std::string promise = {},
                       Visibility visibility = Visibility::library) {
    InteractionDraft draft{.happened_on = today.plus_days(-days_ago),
                           .note = "A word about the list",
                           .visibility = visibility,
                           .people = {{with}}};
    if (!promise.empty()) draft.promises.push_back({.words = std::move(promise)});
    return interactions::record(*library.scope(library.priya), *library.directory(), draft)
        .value()
        .interaction;
  }
  /// Nobody asks: as the background does.
  std::unique_ptr<Scope> job(int days_later) {
    const auto now = library.scope(library.ada, days_later * 24 * 60)->now;
    return std::make_unique<Scope>(*library.database, library.institution, Viewer{}, library.zone, now);
  }
  HandOverOffer offered(Id<Staff> by, Id<Staff> to) {
    return hand_overs::offer(*library.scope(by), *library.directory(), library.priya, to);
  }
  HandOverDraft draft_to(Id<Staff> to, bool moves = true) {
    const auto all = offered(library.gwen, to);
    HandOverDraft draft{.from = library.priya,
                        .to = to,
                        .from_on = today,
                        .reason = "Priya joins the data team",
                        .seen = all.mark};
    for (const auto& part : all.parts)
      if (std::ranges::count(draft.units, part.unit) == 0) draft.units.push_back(part.unit);
    for (const auto& promise : all.promises)
      draft.promises.push_back({.promise = promise.id, .is_to_move = moves});
    return draft;
  }
  Result<Id<HandOver>> hand_over(const HandOverDraft& draft, std::optional<Id<Staff>> by = {}) {
    return hand_overs::hand_over(*library.scope(by.value_or(library.gwen)), *library.directory(), draft);
  }
  template <class F>
  Refusal refused(F&& work) {
    const auto made = test::unchanged(library.database, std::forward<F>(work));
    EXPECT_FALSE(made.ok());
    return made.ok() ? Refusal{} : made.refusal();
  }
  std::string field_of(const HandOverDraft& draft) {
    const auto refusal = refused([&] { return hand_over(draft); });
    return refusal.faults.empty() ? "" : refusal.faults.front().field;
  }
  std::vector<std::string> open_with(Id<Staff> staff) {
    std::vector<std::string> words;
    for (const auto& promise : interactions::open_promises(*library.scope(staff), 50))
      words.push_back(promise.words);
    return words;
  }
  std::string lead() {
    const auto directory = library.directory();
    const auto* lead = directory->staff.lead_of(library.nursing);
    return lead == nullptr ? "nobody" : lead->given_name;
  }
  hand_overs::HandedOver told(Id<HandOver> id, std::optional<Id<Staff>> by = {}) {
    return hand_overs::tell(*library.scope(by.value_or(library.gwen)), *library.directory(), id).value();
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, HandOvers, test::on_each_engine(), test::engine_test_name);

TEST_P(HandOvers, PassDepartmentsPromisesAndIntroductionsOnAtOnce) {
  talk(library.jane, 3, "send the list");
  talk(library.jane, 9);
  talk(library.jane, 20);
  EXPECT_EQ(lead(), "Priya");
  const auto id = hand_over(draft_to(library.tom)).value();
  EXPECT_EQ(lead(), "Tom");
  EXPECT_THAT(open_with(library.tom), ElementsAre("send the list"));
  EXPECT_THAT(open_with(library.priya), IsEmpty());
  const auto all = told(id);
  ASSERT_THAT(all.introductions, SizeIs(1));
  EXPECT_EQ(all.introductions[0].person, library.jane);
  EXPECT_THAT(all.introductions[0].reason, HasSubstr("A promise moves"));
  EXPECT_THAT(all.introductions[0].reason, HasSubstr("Spoke 3 times, last on 9 Nov"));
  ASSERT_THAT(all.promises, SizeIs(1));
  EXPECT_TRUE(all.promises[0].choice.moved_at);
  EXPECT_FALSE(all.changes.empty());
  library.database->read([&](db::Reader& reader) {
    EXPECT_FALSE(audit::first_broken_event(reader, library.institution));
    EXPECT_EQ(reader.count(
                  "select count(*) from audit_events where subject = 'hand_over' and action = 'handed over'"),
              1);
    return 0;
  });
}

TEST_P(HandOvers, LeavePromisesThatAreToStay) {
  talk(library.jane, 3, "send the list");
  const auto id = hand_over(draft_to(library.tom, false)).value();
  EXPECT_THAT(open_with(library.priya), ElementsAre("send the list"));
  const auto all = told(id);
  ASSERT_TRUE(hand_overs::move_more(*library.scope(library.gwen), *library.directory(), id,
                                    std::vector{all.promises.at(0).promise.id}));
  EXPECT_THAT(open_with(library.tom), ElementsAre("send the list"));
  talk(library.jane, 0, "ring back");
  EXPECT_THAT(told(id).since, SizeIs(1)) << "made since, and nobody said what becomes of it";
}

TEST_P(HandOvers, AskOfEveryPromiseWhetherItMoves) {
  talk(library.jane, 3, "send the list");
  auto draft = draft_to(library.tom);
  draft.promises.clear();
  EXPECT_EQ(field_of(draft), "promises");
}

TEST_P(HandOvers, MoveStepsOfPlansWithTheirPromise) {
  const PlanDraft plan{
      .with = library.jane,
      .aim = 2,
      .hope = "In touch",
      .review_on = today.plus_days(60),
      .steps = {{.row = 1, .words = "Say hello", .owner = library.priya, .due_on = today.plus_days(9)}}};
  ASSERT_TRUE(plans::begin(*library.scope(library.priya), *library.directory(), plan));
  const auto id = hand_over(draft_to(library.tom)).value();
  EXPECT_TRUE(told(id).promises.at(0).is_plan_step);
  const auto plans = plans::of(*library.scope(library.tom), *library.directory(), library.jane);
  EXPECT_EQ(plans.at(0).steps.at(0).owner, library.tom);
}

TEST_P(HandOvers, PassOnWhoIsAskedAtTheReviewOfAPlan) {
  const auto plan_with = [&](RelationshipWith with) {
    const PlanDraft plan{
        .with = with,
        .aim = 2,
        .hope = "In touch",
        .review_on = today.plus_days(60),
        .steps = {{.row = 1, .words = "Say hello", .owner = library.priya, .due_on = today.plus_days(9)}}};
    return plans::begin(*library.scope(library.priya), *library.directory(), plan).value();
  };
  const auto with_jane = plan_with(library.jane), with_owen = plan_with(library.owen),
             of_nursing = plan_with(library.nursing);
  const auto asked = [&](Id<ScaleUpPlan> id) {
    return plans::get(*library.scope(library.tom), id)->plan.reviewer();
  };
  const auto cover = [&] {
    auto draft = draft_to(library.gwen);
    draft.until_on = today.plus_days(3);
    return draft;
  };
  ASSERT_TRUE(hand_over(cover()));
  EXPECT_EQ(asked(with_jane), library.priya) << "cover is for a while";
  auto ahead = draft_to(library.tom);
  ahead.from_on = today.plus_days(2);
  const auto id = hand_over(ahead).value();
  EXPECT_EQ(asked(with_jane), library.priya) << "the day has not come";
  hand_overs::carry_out(*job(2), *library.directory());
  EXPECT_EQ(asked(with_jane), library.tom);
  EXPECT_EQ(asked(of_nursing), library.tom);
  EXPECT_EQ(asked(with_owen), library.priya) << "of another department";
  EXPECT_EQ(told(id).reviews, 2);
  ASSERT_TRUE(hand_overs::undo(*library.scope(library.gwen), *library.directory(), id, 1, "A mistake"));
  EXPECT_EQ(asked(with_jane), library.priya);
  EXPECT_EQ(asked(of_nursing), library.priya);
}

TEST_P(HandOvers, MoveOnTheirDayWhereItLiesAhead) {
  talk(library.jane, 3, "send the list");
  auto draft = draft_to(library.tom);
  draft.from_on = today.plus_days(2);
  const auto id = hand_over(draft).value();
  EXPECT_EQ(lead(), "Priya");
  EXPECT_THAT(open_with(library.priya), SizeIs(1));
  EXPECT_EQ(hand_overs::carry_out(*job(0), *library.directory()), 0);
  const auto later = job(2);
  EXPECT_EQ(hand_overs::carry_out(*later, *library.directory()), 1);
  EXPECT_THAT(open_with(library.tom), ElementsAre("send the list"));
  EXPECT_EQ(hand_overs::carry_out(*later, *library.directory()), 0) << "once";
  EXPECT_TRUE(told(id).hand_over.moved_at);
}

TEST_P(HandOvers, MoveNothingToAnAccountThatWasClosedMeanwhile) {
  talk(library.jane, 3, "send the list");
  auto draft = draft_to(library.tom);
  draft.from_on = today.plus_days(2);
  ASSERT_TRUE(hand_over(draft));
  ASSERT_TRUE(staff::deactivate(*library.scope(library.ada), library.tom));
  hand_overs::carry_out(*job(2), *library.directory());
  EXPECT_THAT(open_with(library.priya), ElementsAre("send the list"));
}

TEST_P(HandOvers, AreCoverForAWhile) {
  auto draft = draft_to(library.tom);
  draft.until_on = today.plus_days(20);
  ASSERT_TRUE(hand_over(draft));
  EXPECT_EQ(lead(), "Priya");
  const auto directory = library.directory();
  EXPECT_THAT(directory->staff.find(library.tom)->portfolio, testing::Contains(library.nursing));
}

TEST_P(HandOvers, AreUndoneAsAWhole) {
  talk(library.jane, 3, "send the list");
  const auto id = hand_over(draft_to(library.tom)).value();
  const auto undo = [&](int version, std::string_view because) {
    return hand_overs::undo(*library.scope(library.gwen), *library.directory(), id, version, because);
  };
  EXPECT_EQ(refused([&] { return undo(1, "  "); }).faults.at(0).field, "reason");
  EXPECT_EQ(refused([&] { return undo(7, "A mistake"); }).kind, Kind::conflict);
  ASSERT_TRUE(undo(1, "A mistake"));
  EXPECT_EQ(lead(), "Priya");
  EXPECT_THAT(open_with(library.priya), ElementsAre("send the list"));
  EXPECT_THAT(open_with(library.tom), IsEmpty());
  EXPECT_EQ(refused([&] { return undo(2, "Again"); }).kind, Kind::conflict);
  EXPECT_TRUE(told(id).hand_over.is_undone());
}

TEST_P(HandOvers, AreNotUndoneAfterAMonthOrAnotherChange) {
  const auto id = hand_over(draft_to(library.tom)).value();
  EXPECT_EQ(refused([&] {
              return hand_overs::undo(*library.scope(library.gwen, 31 * 24 * 60), *library.directory(), id, 1,
                                      "Late");
            }).kind,
            Kind::conflict);
  ASSERT_TRUE(staff::look_after(*library.scope(library.gwen), library.directory()->org,
                                {.unit = library.nursing,
                                 .staff = library.ada,
                                 .part = staff::PortfolioPart::second,
                                 .from = today,
                                 .reason = "Helps"}));
  EXPECT_EQ(refused([&] {
              return hand_overs::undo(*library.scope(library.gwen), *library.directory(), id, 1, "Changed");
            }).kind,
            Kind::conflict);
}

TEST_P(HandOvers, RefuseWhatCannotBe) {
  talk(library.jane, 3, "send the list");
  const auto with = [&](auto change) {
    auto draft = draft_to(library.tom);
    change(draft);
    return draft;
  };
  EXPECT_EQ(field_of(with([&](auto& draft) { draft.to = library.priya; })), "to");
  EXPECT_EQ(field_of(with([&](auto& draft) { draft.to = library.dora; })), "to");
  EXPECT_EQ(field_of(with([&](auto& draft) { draft.to = {999}; })), "to");
  EXPECT_EQ(field_of(with([&](auto& draft) { draft.from = {999}; })), "from");
  EXPECT_EQ(field_of(with([&](auto& draft) { draft.from_on.reset(); })), "from_on");
  EXPECT_EQ(field_of(with([&](auto& draft) { draft.from_on = today.plus_days(-400); })), "from_on");
  EXPECT_EQ(field_of(with([&](auto& draft) { draft.from_on = today.plus_days(800); })), "from_on");
  EXPECT_EQ(field_of(with([&](auto& draft) { draft.until_on = today.plus_days(-1); })), "until_on");
  EXPECT_EQ(field_of(with([&](auto& draft) { draft.units = {{999}}; })), "units");
  EXPECT_EQ(field_of(with([&](auto& draft) { draft.reason = " \t\n "; })), "reason");
  EXPECT_EQ(field_of(with([&](auto& draft) { draft.reason = std::string(1'000'000, 'x'); })), "reason");
  EXPECT_EQ(field_of(with([&](auto& draft) {
              draft.units.clear();
              draft.promises[0].is_to_move = false;
            })),
            "units");
  for (const auto who : {library.priya, library.tom, library.dora})
    EXPECT_EQ(refused([&] { return hand_over(draft_to(library.tom), who); }).kind, Kind::forbidden);
  ASSERT_TRUE(staff::deactivate(*library.scope(library.ada), library.tom));
  EXPECT_EQ(field_of(draft_to(library.tom)), "to");
}

TEST_P(HandOvers, RefuseAColleagueWithNothingAndAClosedDepartment) {
  HandOverDraft nothing{.from = library.ada, .to = library.tom, .from_on = today, .reason = "Leaves"};
  nothing.seen =
      hand_overs::offer(*library.scope(library.gwen), *library.directory(), library.ada, library.tom).mark;
  EXPECT_EQ(field_of(nothing), "from");
  auto draft = draft_to(library.tom);
  ASSERT_TRUE(organisation::close(*library.scope(library.ada), library.nursing, today.plus_days(-1)));
  EXPECT_EQ(refused([&] { return hand_over(draft); }).kind, Kind::conflict) << "what there is has changed";
  draft.seen = offered(library.gwen, library.tom).mark;
  EXPECT_EQ(refused([&] { return hand_over(draft); }).kind, Kind::invalid);
}

TEST_P(HandOvers, RefuseTheSecondOfTwoTabs) {
  talk(library.jane, 3, "send the list");
  const auto first = draft_to(library.tom);
  const auto second = draft_to(library.gwen);
  ASSERT_TRUE(hand_over(first));
  EXPECT_EQ(refused([&] { return hand_over(second); }).kind, Kind::conflict);
}

TEST_P(HandOvers, NeverTellOfRestrictedConversations) {
  talk(library.jane, 3, "ask her doctor", Visibility::restricted);
  talk(library.sian, 3, "for our team", Visibility::team);
  // The author herself, a leader of another team, and the one who takes over.
  EXPECT_THAT(offered(library.priya, library.tom).promises, SizeIs(1))
      << "the team's; never the restricted one";
  EXPECT_THAT(offered(library.gwen, library.tom).promises, IsEmpty()) << "another team's leader";
  EXPECT_THAT(offered(library.priya, library.gwen).promises, IsEmpty()) << "the successor could not read it";
  const auto id = hand_over(draft_to(library.tom)).value();
  EXPECT_THAT(told(id, library.priya).promises, IsEmpty());
  EXPECT_THAT(open_with(library.priya), SizeIs(2)) << "they stay";
  for (const auto& one : told(id).introductions)
    EXPECT_NE(one.person, library.jane) << "one restricted conversation";
  EXPECT_THAT(told(id, library.tom).since, testing::SizeIs(1)) << "the team's, which he may read";
}

TEST_P(HandOvers, TickIntroductionsAndKeepThem) {
  talk(library.jane, 3, "send the list");
  const auto id = hand_over(draft_to(library.tom)).value();
  const auto introduce = [&](Id<Staff> by, Id<Person> whom, bool is_done) {
    return hand_overs::introduce(*library.scope(by), *library.directory(), id, whom, is_done);
  };
  EXPECT_EQ(refused([&] { return introduce(library.dora, library.jane, true); }).kind, Kind::forbidden);
  EXPECT_EQ(refused([&] { return introduce(library.priya, library.owen, true); }).kind, Kind::not_found);
  ASSERT_TRUE(introduce(library.priya, library.jane, true));
  EXPECT_EQ(told(id).introductions.at(0).done_by, library.priya);
  ASSERT_TRUE(introduce(library.tom, library.jane, false));
  EXPECT_FALSE(told(id).introductions.at(0).done_at);
}

TEST(Introductions, StandInOrderOfWhatDependsOnThem) {
  const auto day = *Date::of(2026, 11, 12);
  const auto one = [&](std::int64_t id, auto change) {
    Acquainted made{.person = {id}, .sort_key = "k", .conversations = 5, .last_on = day.plus_days(-30)};
    change(made);
    return made;
  };
  const auto list = introductions_of(
      {one(1, [](auto&) {}), one(2, [](auto& a) { a.level = 3, a.level_name = "Working together"; }),
       one(3, [](auto& a) { a.has_plan = true; }), one(4, [](auto& a) { a.has_promise = true; }),
       one(5, [](auto& a) { a.champion = "Champion since 3 May"; }),
       one(6, [](auto& a) { a.conversations = 1; }),
       one(7, [&](auto& a) { a.known_to_successor_on = day.plus_days(-100); }),
       one(8, [&](auto& a) { a.last_on = day.plus_days(-2); }),
       one(9,
           [&](auto& a) {
             a.known_to_successor_on = day.plus_days(-500);
             a.level = 4;
             a.level_name = "Partner";
           })},
      day);
  std::vector<std::int64_t> order;
  for (const auto& each : list) order.push_back(each.person.value);
  EXPECT_THAT(order, ElementsAre(5, 4, 3, 9, 2, 8, 1));
  EXPECT_EQ(
      list[3].reason,
      "Partner. Spoke 5 times, last on 13 Oct. Has not spoken with the new colleague since 30 Jun 2025.");
  std::vector<Acquainted> many;
  for (int i = 0; i < 100; ++i) many.push_back(one(i, [](auto&) {}));
  EXPECT_THAT(introductions_of(many, day), SizeIs(introductions_max));
}

TEST(HandOverPlans, ReadNoTableWhole) {
  test::StatementLog log;
  test::SmallLibrary library;
  const auto directory = library.directory();
  log.clear();
  const auto scope = library.scope(library.gwen);
  auto offered = hand_overs::offer(*scope, *directory, library.priya, library.tom);
  HandOverDraft draft{.from = library.priya,
                      .to = library.tom,
                      .from_on = library.today(),
                      .units = {library.nursing},
                      .reason = "Moves",
                      .seen = offered.mark};
  const auto id = hand_overs::hand_over(*scope, *directory, draft).value();
  (void)hand_overs::tell(*scope, *directory, id).value();
  (void)hand_overs::all(*scope);
  (void)hand_overs::carry_out(*scope, *directory);
  const std::vector<std::string> growing{
      "interactions", "interaction_persons", "interaction_staff", "acquaintances",     "promises",
      "persons",      "plan_steps",          "relationships",     "portfolio_changes", "hand_over_promises"};
  for (const auto& sql : log.statements())
    for (const auto& line : test::query_plan(library.database.file(), sql)) {
      EXPECT_EQ(test::read_whole(line, sql, growing), "") << line << "\n" << sql;
      EXPECT_EQ(line.find("AUTOMATIC"), std::string::npos) << line << "\n" << sql;
    }
}

}  // namespace
}  // namespace rapport
