// The front door of scale-up plans, on both engines.
#include "relationships/plans.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <barrier>
#include <future>

#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "relationships/relationships.hpp"
#include "relationships/scale_store.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;
using testing::HasSubstr;

class Plans : public testing::TestWithParam<db::Engine> {
 protected:
  SmallLibrary library{GetParam()};

  PlanDraft draft(RelationshipWith with, int aim = 2) {
    return {.with = with,
            .aim = aim,
            .hope = "Search help in every placement",
            .review_on = library.today().plus_months(3),
            .steps = {{.row = 1,
                       .words = "Ask what students lack",
                       .owner = library.priya,
                       .due_on = library.today().plus_days(5)},
                      {.row = 2,
                       .words = "Offer a clinic",
                       .owner = library.gwen,
                       .due_on = library.today().plus_days(40)}}};
  }
  Result<Id<ScaleUpPlan>> begin(Id<Staff> by, const PlanDraft& wanted) {
    return plans::begin(*library.scope(by), *library.directory(), wanted);
  }
  Refusal refused(Id<Staff> by, const PlanDraft& wanted) {
    auto made = test::unchanged(library.database, [&] { return begin(by, wanted); });
    EXPECT_FALSE(made);
    return made ? Refusal{} : made.refusal();
  }
  plans::Plan read(Id<ScaleUpPlan> id) { return plans::get(*library.scope(library.tom), id).value(); }
  std::vector<plans::Plan> of(RelationshipWith with) {
    return plans::of(*library.scope(library.tom), *library.directory(), with);
  }
  PlanDraft as_written(const plans::Plan& one) {
    auto wanted = draft(one.plan.with, one.plan.aim_level);
    wanted.steps.clear();
    int row = 0;
    for (const auto& step : one.steps)
      wanted.steps.push_back({++row, step.id, step.words, step.owner, step.due_on});
    return wanted;
  }
  Result<Done> change(Id<Staff> by, Id<ScaleUpPlan> id, int version, const PlanDraft& wanted) {
    return plans::change(*library.scope(by, 1), *library.directory(), id, version, wanted);
  }
  Result<Done> close(Id<Staff> by, Id<ScaleUpPlan> id, PlanOutcome outcome, std::string learnt = "") {
    return plans::close(*library.scope(by, 2), *library.directory(), id, read(id).plan.version,
                        {.outcome = outcome, .learnt = std::move(learnt)});
  }
  std::vector<Promise> promises(Id<Staff> of) { return interactions::open_promises(*library.scope(of), 20); }
  void keep_all(Id<ScaleUpPlan> id) {
    for (const auto& step : read(id).steps)
      ASSERT_TRUE(interactions::keep_promise(*library.scope(library.ada), *step.promise, true));
  }
  std::unique_ptr<Scope> scope_later(Id<Staff> who, int months) {
    return library.scope(who, months * 31 * 24 * 60);
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Plans, test::on_each_engine(), test::engine_test_name);

TEST_P(Plans, BeginWithARelationshipThatNobodySpokeOf) {
  const auto id = begin(library.priya, draft(library.jane)).value();
  const auto found = of(library.jane);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].plan.id, id);
  EXPECT_EQ(found[0].plan.made_by, library.priya);
  EXPECT_EQ(found[0].plan.hope, "Search help in every placement");
  const auto standing =
      relationships::standing(*library.scope(library.priya), *library.directory(), library.jane);
  EXPECT_EQ(standing.level(), 0);
  EXPECT_EQ(standing.version, 0) << "a form that moves it and was opened before is still good";
  const auto moved = relationships::move(*library.scope(library.priya), *library.directory(),
                                         {.with = library.jane,
                                          .level = 1,
                                          .reason = "Met her years ago",
                                          .happened_on = *Date::of(2019, 2, 3),
                                          .seen_version = 0,
                                          .seen_scale = 1});
  EXPECT_TRUE(moved) << "a plan does not forbid a first move of the past";
}

TEST_P(Plans, BecomePromisesOfTheirColleagues) {
  const auto id = begin(library.priya, draft(library.jane)).value();
  const auto of_gwen = promises(library.gwen);
  ASSERT_EQ(of_gwen.size(), 1U);
  EXPECT_EQ(of_gwen[0].words, "Offer a clinic");
  EXPECT_EQ(of_gwen[0].person, library.jane);
  EXPECT_FALSE(of_gwen[0].interaction);
  EXPECT_EQ(read(id).steps[1].promise, of_gwen[0].id);
}

TEST_P(Plans, NameTheirNextOpenStepForTheLadder) {
  const auto id = begin(library.priya, draft(library.jane)).value();
  const Id<Person> people[] = {library.jane, library.owen};
  const auto next = [&] {
    return plans::next_steps(*library.scope(library.tom), *library.directory(), people);
  };
  ASSERT_EQ(next().size(), 1U);
  EXPECT_EQ(next().at(library.jane), "Ask what students lack");
  const auto first = *read(id).steps[0].promise;
  ASSERT_TRUE(interactions::keep_promise(*library.scope(library.priya), first, true));
  EXPECT_EQ(next().at(library.jane), "Offer a clinic");
  ASSERT_TRUE(people::merge(*library.scope(library.priya), library.sian, library.jane));
  const Id<Person> survivor[] = {library.sian};
  EXPECT_EQ(
      plans::next_steps(*library.scope(library.tom), *library.directory(), survivor).count(library.sian), 1U);
  keep_all(id);
  EXPECT_TRUE(next().empty());
}

TEST_P(Plans, TickTheirStepWithThePromise) {
  const auto id = begin(library.priya, draft(library.jane)).value();
  const auto promise = *read(id).steps[1].promise;
  EXPECT_FALSE(read(id).steps[1].kept_at);
  ASSERT_TRUE(interactions::keep_promise(*library.scope(library.gwen), promise, true));
  EXPECT_TRUE(read(id).steps[1].kept_at);
  ASSERT_TRUE(interactions::keep_promise(*library.scope(library.gwen), promise, false));
  EXPECT_FALSE(read(id).steps[1].kept_at);
  ASSERT_TRUE(interactions::change_promise(*library.scope(library.gwen), promise, "Offer two clinics",
                                           library.today().plus_days(50)));
  EXPECT_EQ(read(id).steps[1].words, "Offer two clinics");
}

TEST_P(Plans, OfADepartmentPromiseNobodyByName) {
  ASSERT_TRUE(begin(library.priya, draft(library.nursing)));
  EXPECT_FALSE(promises(library.gwen).at(0).person);
}

TEST_P(Plans, AreOneForARelationshipAndArea) {
  ASSERT_TRUE(begin(library.priya, draft(library.jane)));
  const auto second = refused(library.tom, draft(library.jane, 3));
  EXPECT_EQ(second.kind, Refusal::Kind::conflict);
  EXPECT_THAT(second.message, HasSubstr("Priya"));
  EXPECT_THAT(second.message, HasSubstr("In touch"));
  auto teaching = draft(library.jane);
  teaching.area = ServiceArea::teaching;
  EXPECT_TRUE(begin(library.tom, teaching));
  EXPECT_TRUE(begin(library.tom, draft(library.sian)));
}

TEST_P(Plans, BegunAtOnceAreOneAndTheOtherIsTold) {
  const auto directory = library.directory();
  int round = 0;
  for (const auto person : {library.jane, library.owen, library.sian})
    for (const auto area : service_areas) {
      std::barrier together(2);
      const auto begin_as = [&](Id<Staff> who) {
        auto wanted = draft(person);
        wanted.area = area;
        const auto scope = library.scope(who);
        together.arrive_and_wait();
        return plans::begin(*scope, *directory, wanted);
      };
      auto other = std::async(std::launch::async, begin_as, library.tom);
      const auto one = begin_as(library.priya);
      const auto two = other.get();
      EXPECT_NE(one.ok(), two.ok()) << "round " << ++round;
      EXPECT_EQ((one ? two : one).refusal().kind, Refusal::Kind::conflict);
      EXPECT_THAT((one ? two : one).refusal().message, HasSubstr("There is a plan already"));
      EXPECT_EQ(plans::of(*library.scope(library.tom), *directory, person, area).size(), 1U);
    }
  library.database->read([&](db::Reader& reader) {
    EXPECT_EQ(reader.count("select count(*) from scale_up_plans"), 12);
    EXPECT_EQ(reader.count("select count(*) from relationships"), 12);
    EXPECT_EQ(reader.count("select count(*) from promises"), 24);
    return 0;
  });
}

TEST_P(Plans, OfTwoMergedRecordsStandBesideEachOtherUntilOneIsClosed) {
  const auto first = begin(library.priya, draft(library.jane)).value();
  const auto second = begin(library.priya, draft(library.sian)).value();
  ASSERT_TRUE(people::merge(*library.scope(library.priya), library.jane, library.sian));
  ASSERT_EQ(of(library.jane).size(), 2U);
  EXPECT_TRUE(of(library.jane)[1].plan.is_active());
  EXPECT_EQ(refused(library.tom, draft(library.jane)).kind, Refusal::Kind::conflict);
  ASSERT_TRUE(close(library.tom, second, PlanOutcome::changed));
  EXPECT_EQ(of(library.jane)[0].plan.id, first);
  EXPECT_FALSE(of(library.jane)[1].plan.is_active());
}

TEST_P(Plans, AreNotBegunOnLevelsThatWereChangedMeanwhile) {
  auto old = draft(library.jane);
  old.seen_scale = 0;
  EXPECT_THAT(refused(library.priya, old).message, HasSubstr("levels have been changed"));
}

TEST_P(Plans, RefuseWhatTheRulesRefuseAndKeepNothing) {
  auto wanted = draft(library.jane, 0);
  wanted.steps[1].due_on = library.today().plus_days(-1);
  const auto faults = refused(library.priya, wanted).faults;
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].field, "aim");
  EXPECT_EQ(faults[1].field, "step-2-due");
}

TEST_P(Plans, AskNothingOfWhoDoesNotLog) {
  auto wanted = draft(library.jane);
  wanted.steps[1].owner = library.dora;
  const auto refusal = refused(library.priya, wanted);
  ASSERT_EQ(refusal.kind, Refusal::Kind::invalid);
  EXPECT_EQ(refusal.faults[0].field, "step-2-owner");
  wanted.steps[1].owner = {999};
  EXPECT_EQ(refused(library.priya, wanted).faults[0].field, "step-2-owner");
}

TEST_P(Plans, AreNotWrittenByDirectors) {
  EXPECT_EQ(refused(library.dora, draft(library.jane)).kind, Refusal::Kind::forbidden);
  const auto id = begin(library.priya, draft(library.jane)).value();
  const auto one = read(id);
  test::unchanged(library.database, [&] {
    EXPECT_EQ(change(library.dora, id, 1, as_written(one)).refusal().kind, Refusal::Kind::forbidden);
    EXPECT_EQ(close(library.dora, id, PlanOutcome::reached).refusal().kind, Refusal::Kind::forbidden);
    return 0;
  });
}

TEST_P(Plans, KeepPromisesWhenStepsChange) {
  const auto id = begin(library.priya, draft(library.jane)).value();
  const auto before = read(id);
  auto wanted = as_written(before);
  wanted.hope = "Something larger";
  wanted.steps[0].words = "";
  wanted.steps[1].owner = library.tom;
  wanted.steps[1].words = "Offer two clinics";
  wanted.steps.push_back({3, {}, "Write to the panel", library.priya, library.today()});
  ASSERT_TRUE(change(library.tom, id, 1, wanted));
  const auto after = read(id);
  EXPECT_EQ(after.plan.hope, "Something larger");
  EXPECT_EQ(after.plan.version, 2);
  EXPECT_EQ(after.plan.changed_by, library.tom);
  ASSERT_EQ(after.steps.size(), 3U);
  EXPECT_TRUE(after.steps[0].is_dropped);
  EXPECT_EQ(after.steps[1].promise, before.steps[1].promise);
  EXPECT_TRUE(promises(library.gwen).empty());
  EXPECT_EQ(promises(library.tom).at(0).words, "Offer two clinics");
  ASSERT_EQ(promises(library.priya).size(), 1U);
  EXPECT_EQ(promises(library.priya)[0].words, "Write to the panel");
}

TEST_P(Plans, LeaveAStepThatWasKeptAsItIs) {
  const auto id = begin(library.priya, draft(library.jane)).value();
  auto wanted = as_written(read(id));
  ASSERT_TRUE(interactions::keep_promise(*library.scope(library.gwen), *read(id).steps[1].promise, true));
  wanted.steps[1].words = "Something else";
  ASSERT_TRUE(change(library.priya, id, 1, wanted));
  EXPECT_EQ(read(id).steps[1].words, "Offer a clinic");
  EXPECT_TRUE(read(id).steps[1].kept_at);
}

TEST_P(Plans, RefuseTheSecondOfTwoTabs) {
  const auto id = begin(library.priya, draft(library.jane)).value();
  const auto wanted = as_written(read(id));
  ASSERT_TRUE(change(library.tom, id, 1, wanted));
  const auto late = test::unchanged(library.database, [&] { return change(library.priya, id, 1, wanted); });
  ASSERT_FALSE(late);
  EXPECT_EQ(late.refusal().kind, Refusal::Kind::conflict);
}

TEST_P(Plans, CloseOnceAndMakeRoomForTheNext) {
  const auto id = begin(library.priya, draft(library.jane)).value();
  ASSERT_TRUE(close(library.tom, id, PlanOutcome::changed, "She moves to another school"));
  const auto closed = read(id).plan;
  EXPECT_EQ(closed.outcome, PlanOutcome::changed);
  EXPECT_EQ(closed.closed_by, library.tom);
  EXPECT_EQ(closed.learnt, "She moves to another school");
  EXPECT_TRUE(promises(library.gwen).empty()) << "open steps come off the lists";
  const auto again =
      test::unchanged(library.database, [&] { return close(library.tom, id, PlanOutcome::reached); });
  EXPECT_EQ(again.refusal().kind, Refusal::Kind::conflict);
  const auto next = begin(library.priya, draft(library.jane)).value();
  const auto all = of(library.jane);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].plan.id, next);
}

TEST_P(Plans, LeaveOpenStepsOnTheListsWhereSomebodyWantsThat) {
  const auto id = begin(library.priya, draft(library.jane)).value();
  ASSERT_TRUE(plans::close(*library.scope(library.priya), *library.directory(), id, 1,
                           {.outcome = PlanOutcome::not_yet, .drops_open_steps = false}));
  EXPECT_EQ(promises(library.gwen).size(), 1U);
}

TEST_P(Plans, AreOnlyClosedForWhoHasLeft) {
  const auto id = begin(library.priya, draft(library.jane)).value();
  ASSERT_TRUE(people::mark_left(*library.scope(library.priya), library.jane, library.today()));
  EXPECT_EQ(change(library.priya, id, 1, as_written(read(id))).refusal().kind, Refusal::Kind::conflict);
  auto teaching = draft(library.jane);
  teaching.area = ServiceArea::teaching;
  EXPECT_THAT(refused(library.priya, teaching).message, HasSubstr("has left"));
  EXPECT_TRUE(close(library.priya, id, PlanOutcome::changed));
}

TEST_P(Plans, AreFoundUnderThePersonWhoRemains) {
  const auto id = begin(library.priya, draft(library.sian)).value();
  ASSERT_TRUE(people::merge(*library.scope(library.priya), library.jane, library.sian));
  const auto found = of(library.jane);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].plan.id, id);
  EXPECT_EQ(refused(library.tom, draft(library.jane)).kind, Refusal::Kind::conflict);
  auto wanted = as_written(found[0]);
  wanted.steps.push_back({3, {}, "Write to the panel", library.tom, library.today()});
  ASSERT_TRUE(change(library.tom, id, 1, wanted));
  EXPECT_EQ(promises(library.tom).at(0).person, library.jane);
}

TEST_P(Plans, FollowTheLevelsWhenTheyChange) {
  const auto id = begin(library.priya, draft(library.jane, 3)).value();
  library.database->write([&](db::Writer& writer) {
    scale_store::insert(writer, library.institution,
                        {.version = 2,
                         .levels = {{"Unknown", ""}, {"Known", ""}, {"Ally", ""}},
                         .mapping = {0, 1, 1, 2, 2},
                         .made_by = library.ada,
                         .made_at = Instant{1}});
  });
  const auto scales = relationships::scales(*library.scope(library.priya));
  const auto plan = read(id).plan;
  EXPECT_EQ(scales.now(plan.aim_scale, plan.aim_level), 2);
  auto wanted = as_written(read(id));
  EXPECT_EQ(change(library.priya, id, 1, wanted).refusal().kind, Refusal::Kind::conflict);
  wanted.seen_scale = 2;
  wanted.aim = 2;
  ASSERT_TRUE(change(library.priya, id, 1, wanted));
  EXPECT_EQ(read(id).plan.aim_scale, 2);
}

TEST_P(Plans, AskTheirMakerOnceOnTheReviewDay) {
  const auto id = begin(library.priya, draft(library.jane)).value();
  const auto directory = library.directory();
  EXPECT_TRUE(plans::to_review(*library.scope(library.priya), *directory).empty());
  const auto later = scope_later(library.priya, 4);
  ASSERT_EQ(plans::to_review(*later, *directory).size(), 1U);
  EXPECT_TRUE(plans::to_review(*scope_later(library.tom, 4), *directory).empty());
  EXPECT_EQ(plans::ask_no_more(*scope_later(library.tom, 4), *directory, id).refusal().kind,
            Refusal::Kind::forbidden);
  ASSERT_TRUE(plans::ask_no_more(*later, *directory, id));
  EXPECT_TRUE(plans::to_review(*later, *directory).empty());
  EXPECT_TRUE(read(id).plan.is_to_review(later->today)) << "its page still asks";
}

TEST_P(Plans, TellWhatWorkedForOthersWithoutNames) {
  const auto reach = [&](RelationshipWith with, std::string step, std::string learnt) {
    auto wanted = draft(with);
    wanted.steps = {{1, {}, std::move(step), library.priya, library.today()}};
    const auto id = begin(library.priya, wanted).value();
    keep_all(id);
    EXPECT_TRUE(close(library.priya, id, PlanOutcome::reached, std::move(learnt)));
  };
  const auto ideas = [&](RelationshipWith with) {
    return plans::ideas(*library.scope(library.tom), *library.directory(), with, 2);
  };
  reach(library.owen, "Coffee before the meeting", "He wants short visits");
  EXPECT_TRUE(ideas(library.jane).empty()) << "one plan would be told of one person";
  reach(library.sian, "Ring Siân’s office", "Probert's panel decides");
  const auto told = ideas(library.jane);
  EXPECT_EQ(told.plans, 2);
  EXPECT_EQ(told.steps, std::vector<std::string>{"Coffee before the meeting"});
  EXPECT_EQ(told.learnt, std::vector<std::string>{"He wants short visits"});
  EXPECT_TRUE(ideas(library.owen).empty()) << "one's own is no other's";
}

TEST_P(Plans, RecogniseNames) {
  const auto directory = library.directory();
  for (const auto* text : {"as jane said", "Smiths agreed", "Gwen's idea", "PROBERT", "o Owen"})
    EXPECT_TRUE(plans::names_somebody(*directory, text)) << text;
  for (const auto* text : {"A clinic before thesis season", "We will go to it", ""})
    EXPECT_FALSE(plans::names_somebody(*directory, text)) << text;
}

TEST_P(Plans, AreRecordedForThePastByAdministrators) {
  auto old = draft(library.jane, 2);
  old.review_on = *Date::of(2025, 6, 1);
  for (auto& step : old.steps) step.due_on = *Date::of(2025, 3, 1);
  const plans::PastPlan past[] = {{.draft = old,
                                   .made_by = library.tom,
                                   .made_on = *Date::of(2025, 1, 9),
                                   .closing = CloseDraft{PlanOutcome::reached, "Visits work"},
                                   .closed_on = *Date::of(2025, 6, 2),
                                   .steps_kept = 1}};
  EXPECT_FALSE(plans::record_past(*library.scope(library.priya), *library.directory(), past));
  ASSERT_TRUE(plans::record_past(*library.scope(library.ada), *library.directory(), past));
  const auto found = of(library.jane);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].plan.made_by, library.tom);
  EXPECT_EQ(found[0].plan.outcome, PlanOutcome::reached);
  EXPECT_TRUE(found[0].steps[0].kept_at);
  EXPECT_TRUE(found[0].steps[1].is_dropped);
}

}  // namespace
}  // namespace rapport
