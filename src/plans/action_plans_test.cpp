// The front door of action plans, on both engines.
#include "plans/action_plans.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "audit/audit.hpp"
#include "interactions/interactions.hpp"
#include "interactions/planned_promises.hpp"
#include "organisation/academic_calendar.hpp"
#include "organisation/organisation.hpp"
#include "plans/plan_templates.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr int this_year = 2026;

class ActionPlans : public testing::TestWithParam<db::Engine> {
 protected:
  std::shared_ptr<const Directory> directory;
  SmallLibrary library{GetParam()};

  ItemDraft draft(std::string words = "Library hour in week three") {
    return {.theme = "Teaching",
            .words = std::move(words),
            .owners = {library.priya, library.tom},
            .their_owners = "Dr Jane Smith",
            .people = {library.jane},
            .due_on = library.today().plus_days(90)};
  }
  Id<PlanItem> add(const ItemDraft& wanted, int year = this_year) {
    return action_plans::add(*library.scope(library.priya), *library.directory(), {library.nursing, year, {}},
                             wanted)
        .value();
  }
  PlanItem read(Id<PlanItem> id) { return action_plans::get_item(*library.scope(library.gwen), id)->item; }
  std::optional<action_plans::Plan> plan(int year = this_year) {
    return action_plans::of(*library.scope(library.dora), *library.directory(), library.nursing, year);
  }
  Result<Done> change(Id<Staff> by, Id<PlanItem> id, int version, const ItemDraft& wanted) {
    return action_plans::change(*library.scope(by, 1), *library.directory(), id, version, wanted);
  }
  Result<Done> move(Id<PlanItem> id, ItemState state, std::string outcome = "") {
    return action_plans::set_state(*library.scope(library.tom, 2), *library.directory(), id, read(id).version,
                                   {state, std::move(outcome)});
  }
  Result<Id<PlanItem>> carry(Id<PlanItem> id, std::optional<Id<OrgUnit>> to = {}, int minutes = 3) {
    return action_plans::carry_forward(*library.scope(library.priya, minutes), *library.directory(), id,
                                       read(id).version, {to, ""});
  }
  template <class F>
  Refusal refused(F&& work) {
    auto made = test::unchanged(library.database, std::forward<F>(work));
    EXPECT_FALSE(made);
    return made ? Refusal{} : made.refusal();
  }
  std::vector<Promise> promises(Id<Staff> of) { return interactions::open_promises(*library.scope(of), 20); }
};

INSTANTIATE_TEST_SUITE_P(Engines, ActionPlans, test::on_each_engine(), test::engine_test_name);

TEST_P(ActionPlans, BeginFromATemplateOnce) {
  const auto from = plan_templates::define(*library.scope(library.gwen),
                                           {"Usual", "# Teaching\n- An hour | Week three\n# Lists\n"});
  const action_plans::Beginning beginning{library.nursing, this_year, *from};
  const auto first = action_plans::begin(*library.scope(library.priya), *library.directory(), beginning);
  const auto second = test::unchanged(library.database, [&] {
    return action_plans::begin(*library.scope(library.tom), *library.directory(), beginning);
  });
  EXPECT_EQ(*first, *second) << "begun twice is begun once";
  const auto begun = plan().value();
  EXPECT_THAT(begun.plan.themes, testing::ElementsAre("Teaching", "Lists"));
  ASSERT_THAT(begun.items, SizeIs(1));
  EXPECT_EQ(begun.items[0].words, "An hour");
  EXPECT_EQ(begun.items[0].success, "Week three");
}

TEST_P(ActionPlans, BeginOnlyNearThisYear) {
  for (const int year : {2024, 2028})
    EXPECT_EQ(refused([&] {
                return action_plans::begin(*library.scope(library.priya), *library.directory(),
                                           {library.nursing, year, {}});
              }).kind,
              Refusal::Kind::invalid);
  EXPECT_TRUE(
      action_plans::begin(*library.scope(library.priya), *library.directory(), {library.nursing, 2025, {}}));
}

TEST_P(ActionPlans, PromiseAnActionToItsOwners) {
  const auto id = add(draft());
  for (const auto owner : {library.priya, library.tom}) {
    const auto open = promises(owner);
    ASSERT_THAT(open, SizeIs(1));
    EXPECT_THAT(open[0].words, HasSubstr("Library hour in week three (Nursing"));
    EXPECT_EQ(open[0].due_on, library.today().plus_days(90));
  }
  EXPECT_THAT(read(id).owners, SizeIs(2));
  auto dayless = draft("Without a day");
  dayless.due_on.reset();
  (void)add(dayless);
  EXPECT_THAT(promises(library.priya), SizeIs(1)) << "no day, no promise";
}

TEST_P(ActionPlans, FollowWithTheirPromises) {
  const auto id = add(draft());
  auto wanted = draft("Library hour in week four");
  wanted.owners = {library.gwen, library.priya};
  wanted.due_on = library.today().plus_days(30);
  ASSERT_TRUE(change(library.gwen, id, 1, wanted));
  EXPECT_THAT(promises(library.tom), IsEmpty()) << "off the list of whoever has it no more";
  ASSERT_THAT(promises(library.gwen), SizeIs(1));
  EXPECT_EQ(promises(library.priya)[0].due_on, library.today().plus_days(30));
  EXPECT_THAT(promises(library.priya)[0].words, HasSubstr("week four"));
}

TEST_P(ActionPlans, AreDoneWhenEveryPromiseIsTicked) {
  const auto id = add(draft());
  const auto tick = [&](Id<Staff> who) {
    ASSERT_TRUE(interactions::keep_promise(*library.scope(who, 5), promises(who).at(0).id, true));
  };
  tick(library.priya);
  EXPECT_EQ(read(id).state, ItemState::open);
  tick(library.tom);
  EXPECT_EQ(read(id).state, ItemState::done);
  EXPECT_EQ(read(id).closed_on, library.today());
  EXPECT_EQ(plan()->items[0].state, ItemState::done) << "the plan says the same";
}

TEST_P(ActionPlans, TakePromisesAlongWithTheirState) {
  const auto id = add(draft());
  ASSERT_TRUE(move(id, ItemState::under_way));
  EXPECT_THAT(promises(library.tom), SizeIs(1));
  ASSERT_TRUE(move(id, ItemState::done, "Taught twice"));
  EXPECT_THAT(promises(library.priya), IsEmpty());
  EXPECT_EQ(read(id).outcome, "Taught twice");
  ASSERT_TRUE(move(id, ItemState::open));
  EXPECT_THAT(promises(library.priya), SizeIs(1)) << "taken up again";
  EXPECT_EQ(read(id).closed_on, std::nullopt);
  ASSERT_TRUE(move(id, ItemState::dropped, "The module ends"));
  EXPECT_THAT(promises(library.priya), IsEmpty());
  ASSERT_TRUE(move(id, ItemState::under_way));
  EXPECT_THAT(promises(library.priya), SizeIs(1)) << "a new one: the dropped one stays dropped";
}

TEST_P(ActionPlans, KeepAPromiseThatWasHandedOver) {
  const auto id = add(draft());
  library.database->write([&](db::Writer& writer) {
    writer.execute("update promises set staff_id = $2 where institution_id = $1 and staff_id = $3",
                   library.institution, library.gwen, library.tom);
  });
  EXPECT_EQ(read(id).owners[1].staff, library.gwen) << "who has the promise has the action";
  auto wanted = draft_of(read(id));
  wanted.words = "Other words";
  ASSERT_TRUE(change(library.gwen, id, 1, wanted));
  ASSERT_THAT(promises(library.gwen), SizeIs(1));
  EXPECT_THAT(promises(library.gwen)[0].words, HasSubstr("Other words"));
}

TEST_P(ActionPlans, DropOneOnlyWithAReason) {
  const auto id = add(draft());
  EXPECT_EQ(refused([&] { return move(id, ItemState::dropped, "  "); }).faults.at(0).field, "outcome");
  EXPECT_EQ(refused([&] { return move(id, ItemState::carried_forward); }).faults.at(0).field, "state");
}

TEST_P(ActionPlans, CarryForwardByALinkWithItsCount) {
  const auto old = add(draft(), 2025);
  const auto next = carry(old).value();
  EXPECT_EQ(read(old).state, ItemState::carried_forward);
  EXPECT_EQ(read(old).carried_to, next);
  EXPECT_THAT(promises(library.priya), IsEmpty()) << "it has no day yet in the next year";
  const auto item = read(next);
  EXPECT_EQ(item.carried_from, old);
  EXPECT_EQ(item.carried_count, 1);
  EXPECT_EQ(item.due_on, std::nullopt);
  EXPECT_EQ(item.words, "Library hour in week three");
  EXPECT_EQ(plan()->items.size(), 1U) << "the next year's plan was begun";
  const auto after = carry(next).value();
  EXPECT_EQ(read(after).carried_count, 2);
  EXPECT_TRUE(read(after).asks_whether_still_wanted());
}

TEST_P(ActionPlans, CarryForwardOnce) {
  const auto old = add(draft(), 2025);
  const auto next = carry(old);
  const auto again = test::unchanged(library.database, [&] { return carry(old); });
  EXPECT_EQ(*next, *again);
  EXPECT_EQ(refused([&] { return move(old, ItemState::open); }).kind, Refusal::Kind::conflict)
      << "it goes on elsewhere";
}

TEST_P(ActionPlans, CarryNothingForwardThatIsOver) {
  const auto id = add(draft(), 2025);
  ASSERT_TRUE(move(id, ItemState::done));
  const auto refusal = refused([&] { return carry(id); });
  EXPECT_EQ(refusal.kind, Refusal::Kind::conflict);
  EXPECT_THAT(refusal.message, HasSubstr("done already"));
}

TEST_P(ActionPlans, StayWhereTheyWereMadeWhenTheDepartmentIsClosed) {
  const auto old = add(draft(), 2025);
  ASSERT_TRUE(organisation::close(*library.scope(library.ada), library.nursing, *Date::of(2026, 7, 31)));
  EXPECT_TRUE(plan(2025)) << "the plan is still there";
  EXPECT_TRUE(move(old, ItemState::under_way)) << "and can be looked back on";
  const auto refusal = refused([&] { return carry(old); });
  EXPECT_EQ(refusal.kind, Refusal::Kind::conflict);
  EXPECT_THAT(refusal.message, HasSubstr("was closed on Friday 31 July"));
  const auto next = carry(old, library.law).value();
  EXPECT_EQ(action_plans::get_item(*library.scope(library.priya), next)->plan.unit, library.law);
}

TEST_P(ActionPlans, GoOnInTheYearInWhichTheDepartmentIsClosed) {
  ASSERT_TRUE(organisation::close(*library.scope(library.ada), library.nursing, *Date::of(2026, 8, 1)));
  EXPECT_TRUE(
      action_plans::begin(*library.scope(library.priya), *library.directory(), {library.nursing, 2026, {}}))
      << "it was there on the first day of that year";
}

TEST_P(ActionPlans, OfASuccessorShowWhatItsForerunnersAgreedOn) {
  const auto admin = library.scope(library.ada);
  const auto health = organisation::add(*admin, {.name = "Health"}).value();
  const auto old = add(draft(), 2025);
  ASSERT_TRUE(
      organisation::close(*admin, library.nursing, *Date::of(2026, 7, 31), std::array{health, library.law}));
  const auto seen = [&](Id<OrgUnit> unit, int year) {
    directory = library.directory();
    return action_plans::forerunners(*library.scope(library.tom), *directory, unit, year);
  };
  for (const auto unit : {health, library.law}) {
    const auto found = seen(unit, this_year);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].unit->id, library.nursing);
    EXPECT_EQ(found[0].name, "Nursing & Midwifery");
    EXPECT_EQ(found[0].plan.items.at(0).id, old);
  }
  EXPECT_THAT(seen(health, 2025), IsEmpty()) << "there was no plan of 2024/25";
  EXPECT_THAT(seen(library.nursing, this_year), IsEmpty());
  const auto next = carry(old, health).value();
  EXPECT_EQ(action_plans::get_item(*library.scope(library.priya), next)->plan.unit, health);
  EXPECT_EQ(seen(library.law, this_year)[0].plan.items.at(0).state, ItemState::carried_forward)
      << "what one takes on the other does not";
  EXPECT_EQ(action_plans::successors(*library.scope(library.tom), library.nursing).size(), 2U);
}

TEST_P(ActionPlans, ShowWhatTheDepartmentAgreedOnThatAPartCameFrom) {
  const auto admin = library.scope(library.ada);
  const auto since = *Date::of(2026, 8, 1);
  const auto health = organisation::add(*admin, {.name = "Health", .valid_from = since}).value();
  const auto old = add(draft(), 2025);
  ASSERT_TRUE(organisation::name_parts(*admin, library.nursing, std::array{UnitPart{health, since}}));
  const auto seen = [&](Id<OrgUnit> unit, int year) {
    directory = library.directory();
    return action_plans::forerunners(*library.scope(library.tom), *directory, unit, year);
  };
  const auto found = seen(health, this_year);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].unit->id, library.nursing);
  EXPECT_EQ(found[0].part_since, since);
  EXPECT_EQ(found[0].plan.items.at(0).id, old);
  EXPECT_THAT(seen(library.nursing, this_year), IsEmpty());
  (void)add(draft("Agreed when the part had left"), this_year);
  EXPECT_THAT(seen(health, this_year + 1), IsEmpty()) << "what came later is its own";
  EXPECT_THAT(action_plans::successors(*library.scope(library.tom), library.nursing), IsEmpty());
  EXPECT_EQ(read(old).state, ItemState::open) << "nothing is moved by itself";
  const auto next = carry(old, health).value();
  EXPECT_EQ(action_plans::get_item(*library.scope(library.priya), next)->plan.unit, health);
}

TEST_P(ActionPlans, KeepTheNameOfTheirYear) {
  const auto unit = organisation::add(*library.scope(library.ada), {.name = "Podiatry"}).value();
  ASSERT_TRUE(
      organisation::rename(*library.scope(library.ada), unit, "Health Sciences", *Date::of(2026, 8, 1)));
  const auto scope = library.scope(library.priya);
  EXPECT_EQ(action_plans::unit_name(*scope, *library.directory(), unit, 2025), "Podiatry")
      << "the night of 31 July";
  EXPECT_EQ(action_plans::unit_name(*scope, *library.directory(), unit, 2026), "Health Sciences");
}

TEST_P(ActionPlans, LoseNoWordsOfTwoWhoWriteAtOnce) {
  const auto id = add(draft());
  ASSERT_TRUE(change(library.tom, id, 1, draft("Toms words")));
  EXPECT_EQ(refused([&] { return change(library.priya, id, 1, draft("Priyas words")); }).kind,
            Refusal::Kind::conflict);
  EXPECT_EQ(refused([&] {
              return action_plans::set_state(*library.scope(library.priya), *library.directory(), id, 1,
                                             {ItemState::done, "Priya says"});
            }).kind,
            Refusal::Kind::conflict);
  EXPECT_EQ(read(id).words, "Toms words");
}

TEST_P(ActionPlans, KeepEveryVersion) {
  const auto id = add(draft("One"));
  ASSERT_TRUE(change(library.tom, id, 1, draft("Two")));
  ASSERT_TRUE(move(id, ItemState::done, "Well"));
  const auto versions = action_plans::versions(*library.scope(library.dora), id);
  ASSERT_THAT(versions, SizeIs(3));
  EXPECT_EQ(versions[2].words, "One");
  EXPECT_EQ(versions[1].words, "Two");
  EXPECT_EQ(versions[0].state, ItemState::done);
  EXPECT_EQ(versions[0].changed_by, library.tom);
  EXPECT_THAT(versions[2].owners, HasSubstr(", "));
}

TEST_P(ActionPlans, AreNotWrittenByDirectors) {
  const auto id = add(draft());
  const auto forbidden = [&](auto work) { EXPECT_EQ(refused(work).kind, Refusal::Kind::forbidden); };
  forbidden([&] { return change(library.dora, id, 1, draft()); });
  forbidden([&] { return action_plans::note(*library.scope(library.dora), id, "A word"); });
  forbidden([&] {
    return action_plans::add(*library.scope(library.dora), *library.directory(),
                             {library.nursing, this_year, {}}, draft());
  });
  forbidden(
      [&] { return action_plans::carry_forward(*library.scope(library.dora), *library.directory(), id, 1); });
  forbidden([&] { return plan_templates::define(*library.scope(library.priya), {"Mine", "# a"}); });
}

TEST_P(ActionPlans, RefuseOwnersWhoDoNotLog) {
  auto wanted = draft();
  wanted.owners = {library.priya, library.dora};
  EXPECT_EQ(refused([&] {
              return action_plans::add(*library.scope(library.priya), *library.directory(),
                                       {library.nursing, this_year, {}}, wanted);
            })
                .faults.at(0)
                .field,
            "owner-2");
}

TEST_P(ActionPlans, KnowOnlyTheirOwnInstitution) {
  const auto id = add(draft());
  library.database->write([](db::Writer& writer) {
    writer.execute(
        "insert into institutions (id, name, zone, created_at) values (77, 'Elsewhere', 'Europe/London', 0)");
  });
  Scope elsewhere(*library.database, Id<Institution>{77}, library.scope(library.ada)->viewer, library.zone,
                  library.scope(library.ada)->now);
  EXPECT_FALSE(action_plans::get_item(elsewhere, id));
  EXPECT_FALSE(action_plans::of(elsewhere, *library.directory(), library.nursing, this_year));
  EXPECT_THAT(action_plans::of_year(elsewhere, *library.directory(), this_year), IsEmpty());
}

TEST_P(ActionPlans, ReadAYearAtOnceAsOneByOne) {
  (void)add(draft());
  (void)add(draft("Another"));
  (void)action_plans::add(*library.scope(library.tom), *library.directory(), {library.law, this_year, {}},
                          draft("For Law"));
  const auto all = action_plans::of_year(*library.scope(library.dora), *library.directory(), this_year);
  ASSERT_THAT(all, SizeIs(2));
  for (const auto& one : all) {
    const auto alone =
        action_plans::of(*library.scope(library.dora), *library.directory(), one.plan.unit, this_year)
            .value();
    ASSERT_EQ(one.items.size(), alone.items.size());
    for (std::size_t i = 0; i < one.items.size(); ++i) {
      EXPECT_EQ(one.items[i].words, alone.items[i].words);
      EXPECT_EQ(one.items[i].owners.size(), alone.items[i].owners.size());
      EXPECT_EQ(one.items[i].people, alone.items[i].people);
    }
  }
}

TEST_P(ActionPlans, AskAtHalfYearUntilSomebodyWrites) {
  const auto id = add(draft());
  const auto asked = [&](Id<Staff> who, int months) {
    const auto scope = library.scope(who, months * 31 * 24 * 60);
    return action_plans::to_look_at(*scope, *library.directory()).size();
  };
  const auto* lead = library.directory()->staff.lead_of(library.nursing);
  ASSERT_NE(lead, nullptr);
  EXPECT_EQ(asked(lead->id, 1), 0U) << "in December";
  EXPECT_EQ(asked(lead->id, 3), 1U) << "in February";
  ASSERT_TRUE(
      action_plans::note(*library.scope(library.tom, 3 * 31 * 24 * 60), id, "Two of four are taught"));
  EXPECT_EQ(asked(lead->id, 4), 0U);
}

TEST_P(ActionPlans, LeaveAuditRows) {
  const auto id = add(draft());
  ASSERT_TRUE(move(id, ItemState::under_way));
  ASSERT_TRUE(action_plans::note(*library.scope(library.tom), id, "Begun"));
  ASSERT_TRUE(carry(id));
  library.database->read([&](db::Reader& reader) {
    EXPECT_EQ(
        reader.count("select count(*) from audit_events where institution_id = $1 and subject = 'plan_item'",
                     library.institution),
        4);
    EXPECT_EQ(reader.count("select count(*) from audit_events where institution_id = $1 and subject = "
                           "'action_plan'",
                           library.institution),
              2);
    EXPECT_EQ(audit::first_broken_event(reader, library.institution), std::nullopt);
    return 0;
  });
}

TEST_P(ActionPlans, TakeAtMostSixtyActions) {
  for (std::size_t i = 0; i < items_max; ++i) (void)add({.words = "One of many"});
  EXPECT_EQ(refused([&] {
              return action_plans::add(*library.scope(library.priya), *library.directory(),
                                       {library.nursing, this_year, {}}, {.words = "One too many"});
            })
                .faults.at(0)
                .field,
            "words");
}

TEST_P(ActionPlans, ChangeTemplatesInTheVersionThatWasSeen) {
  const auto id = plan_templates::define(*library.scope(library.gwen), {"Usual", "# Teaching"}).value();
  ASSERT_TRUE(plan_templates::change(*library.scope(library.ada), id, 1, {"Usual", "# Lists"}));
  EXPECT_EQ(refused([&] {
              return plan_templates::change(*library.scope(library.gwen), id, 1, {"Usual", "# Research"});
            }).kind,
            Refusal::Kind::conflict);
  EXPECT_EQ(refused([&] {
              return plan_templates::define(*library.scope(library.gwen), {"usual", "# a"});
            })
                .faults.at(0)
                .field,
            "name");
  ASSERT_TRUE(plan_templates::set_retired(*library.scope(library.gwen), id, true));
  EXPECT_EQ(refused([&] {
              return action_plans::begin(*library.scope(library.priya), *library.directory(),
                                         {library.nursing, this_year, id});
            })
                .faults.at(0)
                .field,
            "template");
}

}  // namespace
}  // namespace rapport
