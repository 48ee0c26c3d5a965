// The front door of relationships, on both engines.
#include "relationships/relationships.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <barrier>
#include <future>

#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;
using testing::HasSubstr;

class Relationships : public testing::TestWithParam<db::Engine> {
 protected:
  SmallLibrary library{GetParam()};

  Standing standing(RelationshipWith with, ServiceArea area = ServiceArea::overall) {
    return relationships::standing(*library.scope(library.priya), *library.directory(), with, area);
  }
  MoveDraft draft(RelationshipWith with, int level, std::string reason = "We met") {
    return {.with = with,
            .level = level,
            .reason = std::move(reason),
            .seen_version = standing(with).version,
            .seen_scale = 1};
  }
  Result<Moved> move(Id<Staff> by, const MoveDraft& wanted, int minutes_later = 0) {
    return relationships::move(*library.scope(by, minutes_later), *library.directory(), wanted);
  }
  Refusal refused(Id<Staff> by, const MoveDraft& wanted) {
    auto made = test::unchanged(library.database, [&] { return move(by, wanted); });
    EXPECT_FALSE(made);
    return made ? Refusal{} : made.refusal();
  }
  std::vector<relationships::Step> path(Id<Staff> by, RelationshipWith with) {
    return relationships::path(*library.scope(by), *library.directory(), with);
  }
  Id<Interaction> talk(Id<Person> person, Visibility visibility = Visibility::library) {
    const auto directory = library.directory();
    return interactions::record(*library.scope(library.priya), *directory,
                                {.kind = directory->vocabulary.find_kind("meeting")->id,
                                 .happened_on = library.today().plus_days(-3),
                                 .note = "Between the two of us",
                                 .visibility = visibility,
                                 .people = {{person}}})
        .value()
        .interaction;
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Relationships, test::on_each_engine(), test::engine_test_name);

TEST_P(Relationships, BeginAsNotYetMet) {
  EXPECT_EQ(standing(library.jane).level(), 0);
  EXPECT_FALSE(standing(library.jane).relationship);
  EXPECT_EQ(relationships::current_scale(*library.scope(library.priya)).name(0), "Not yet met");
  EXPECT_TRUE(path(library.priya, library.jane).empty());
}

TEST_P(Relationships, MoveUpDownAndSlipKeepingEveryStep) {
  ASSERT_TRUE(move(library.priya, draft(library.jane, 2, "Rang about the reading list")));
  ASSERT_TRUE(move(library.tom, draft(library.jane, 3, "Taught together"), 1));
  auto slipping = draft(library.jane, 3, "No answer since May");
  slipping.is_slipping = true;
  ASSERT_TRUE(move(library.priya, slipping, 2));
  ASSERT_TRUE(move(library.priya, draft(library.jane, 1, "Moved to another module"), 3));
  const auto now = standing(library.jane);
  EXPECT_EQ(now.level(), 1);
  EXPECT_FALSE(now.is_slipping());
  EXPECT_EQ(now.version, 4);
  const auto steps = path(library.gwen, library.jane);
  ASSERT_EQ(steps.size(), 4U);
  EXPECT_EQ(steps[0].event.from_level, 0);
  EXPECT_EQ(steps[1].event.recorded_by, library.tom);
  EXPECT_TRUE(steps[2].event.is_slipping);
  EXPECT_TRUE(steps[3].event.was_slipping);
  EXPECT_EQ(steps[3].event.reason, "Moved to another module");
}

TEST_P(Relationships, StandForDepartmentsAndAreasByThemselves) {
  ASSERT_TRUE(move(library.priya, draft(library.nursing, 2)));
  auto teaching = draft(library.jane, 3, "Two sessions delivered");
  teaching.area = ServiceArea::teaching;
  ASSERT_TRUE(move(library.priya, teaching));
  EXPECT_EQ(standing(library.nursing).level(), 2);
  EXPECT_EQ(standing(library.jane, ServiceArea::teaching).level(), 3);
  EXPECT_EQ(standing(library.jane).level(), 0);
  EXPECT_EQ(standing(library.law).level(), 0);
}

TEST_P(Relationships, RefuseTheSecondOfTwoTabs) {
  const auto first = draft(library.jane, 2);
  const auto second = draft(library.jane, 3);
  ASSERT_TRUE(move(library.priya, first));
  const auto late = refused(library.tom, second);
  EXPECT_EQ(late.kind, Refusal::Kind::conflict);
  EXPECT_THAT(late.message, HasSubstr("moved this relationship"));
}

TEST_P(Relationships, MovedAtOnceMoveOnceAndTheOtherIsTold) {
  const auto directory = library.directory();
  for (const auto person : {library.jane, library.owen, library.sian}) {
    std::barrier together(2);
    const auto move_as = [&](Id<Staff> who, int level) {
      const auto wanted = draft(person, level);
      const auto scope = library.scope(who);
      together.arrive_and_wait();
      return relationships::move(*scope, *directory, wanted);
    };
    auto other = std::async(std::launch::async, move_as, library.tom, 3);
    const auto one = move_as(library.priya, 2);
    const auto two = other.get();
    EXPECT_NE(one.ok(), two.ok());
    EXPECT_EQ((one ? two : one).refusal().kind, Refusal::Kind::conflict);
    EXPECT_EQ(path(library.gwen, person).size(), 1U);
    EXPECT_EQ(standing(person).level(), one ? 2 : 3);
  }
}

TEST_P(Relationships, RefuseAMoveOnAnOldScale) {
  auto old = draft(library.jane, 2);
  old.seen_scale = 0;
  EXPECT_EQ(refused(library.priya, old).kind, Refusal::Kind::conflict);
}

TEST_P(Relationships, AreNotMovedByDirectors) {
  EXPECT_EQ(refused(library.dora, draft(library.jane, 2)).kind, Refusal::Kind::forbidden);
}

TEST_P(Relationships, RefuseAMoveWithoutAReasonAndKeepTheFieldsName) {
  const auto missing = refused(library.priya, draft(library.jane, 2, "  "));
  ASSERT_EQ(missing.kind, Refusal::Kind::invalid);
  EXPECT_EQ(missing.faults.front().field, "reason");
}

TEST_P(Relationships, RefuseSomebodyWhoIsNotThere) {
  EXPECT_EQ(refused(library.priya, {.with = Id<Person>{999}, .level = 1, .reason = "?"}).kind,
            Refusal::Kind::not_found);
  EXPECT_EQ(refused(library.priya, {.with = Id<OrgUnit>{999}, .level = 1, .reason = "?"}).kind,
            Refusal::Kind::not_found);
}

TEST_P(Relationships, MarkSlippingKeepsTheLevel) {
  ASSERT_TRUE(move(library.priya, draft(library.jane, 3)));
  const auto marked = relationships::mark_slipping(
      *library.scope(library.tom, 1), *library.directory(),
      {.with = library.jane, .reason = "Two mails unanswered", .seen_version = 1, .seen_scale = 1});
  ASSERT_TRUE(marked);
  EXPECT_EQ(standing(library.jane).level(), 3);
  EXPECT_TRUE(standing(library.jane).is_slipping());
}

TEST_P(Relationships, ShowTheirEvidence) {
  auto wanted = draft(library.jane, 2);
  wanted.evidence = {talk(library.jane)};
  ASSERT_TRUE(move(library.priya, wanted));
  const auto steps = path(library.gwen, library.jane);
  ASSERT_EQ(steps.size(), 1U);
  ASSERT_EQ(steps[0].evidence.size(), 1U);
  EXPECT_EQ(steps[0].evidence[0].id, wanted.evidence[0]);
}

TEST_P(Relationships, NeverShowRestrictedEvidenceToOthers) {
  auto wanted = draft(library.jane, 2);
  wanted.evidence = {talk(library.jane, Visibility::restricted)};
  ASSERT_TRUE(move(library.priya, wanted));
  EXPECT_EQ(path(library.priya, library.jane)[0].evidence.size(), 1U);
  EXPECT_TRUE(path(library.tom, library.jane)[0].evidence.empty());
  EXPECT_TRUE(path(library.gwen, library.jane)[0].evidence.empty());
}

TEST_P(Relationships, TakeNoEvidenceThatTheMoverMayNotRead) {
  auto wanted = draft(library.jane, 2);
  wanted.evidence = {talk(library.jane, Visibility::restricted)};
  EXPECT_EQ(refused(library.gwen, wanted).kind, Refusal::Kind::not_found);
}

TEST_P(Relationships, TakeNoEvidenceOfSomebodyElse) {
  auto wanted = draft(library.jane, 2);
  wanted.evidence = {talk(library.owen)};
  EXPECT_EQ(refused(library.priya, wanted).faults.front().field, "evidence");
  auto department = draft(library.law, 2);
  department.evidence = {talk(library.jane)};
  EXPECT_EQ(refused(library.priya, department).faults.front().field, "evidence");
  department.evidence = {talk(library.owen)};
  EXPECT_TRUE(move(library.priya, department));
}

TEST_P(Relationships, SayThatEvidenceWasWithdrawnSince) {
  auto wanted = draft(library.jane, 2);
  wanted.evidence = {talk(library.jane)};
  ASSERT_TRUE(move(library.priya, wanted));
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), wanted.evidence[0],
                                     "Wrong person"));
  const auto steps = path(library.gwen, library.jane);
  ASSERT_EQ(steps[0].evidence.size(), 1U);
  EXPECT_TRUE(steps[0].evidence[0].is_withdrawn);
  auto again = draft(library.jane, 3);
  again.evidence = wanted.evidence;
  EXPECT_EQ(refused(library.priya, again).faults.front().field, "evidence");
}

TEST_P(Relationships, OfMergedPeopleAreOneAndComeApartAgain) {
  ASSERT_TRUE(move(library.priya, draft(library.sian, 3, "Taught together")));
  ASSERT_TRUE(move(library.priya, draft(library.jane, 1, "Met"), 1));
  ASSERT_TRUE(people::merge(*library.scope(library.priya), library.jane, library.sian));
  EXPECT_EQ(standing(library.jane).level(), 1);
  EXPECT_EQ(standing(library.jane).version, 2);
  EXPECT_EQ(standing(library.sian), standing(library.jane));
  EXPECT_EQ(path(library.tom, library.jane).size(), 2U);
  ASSERT_TRUE(move(library.priya, draft(library.sian, 4, "Plans with us"), 2));
  EXPECT_EQ(standing(library.jane).level(), 4);
  ASSERT_TRUE(people::undo_merge(*library.scope(library.priya), library.sian));
  EXPECT_EQ(standing(library.sian).level(), 3);
  EXPECT_EQ(standing(library.jane).level(), 4);
}

TEST_P(Relationships, OfOneWhoWasMergedBeforeAnythingWasSaidTakeTheOtherRecords) {
  ASSERT_TRUE(move(library.priya, draft(library.sian, 3, "Taught together")));
  ASSERT_TRUE(people::merge(*library.scope(library.priya), library.jane, library.sian));
  EXPECT_EQ(standing(library.jane).level(), 3);
  ASSERT_TRUE(move(library.priya, draft(library.jane, 4, "Plans with us"), 1));
  EXPECT_EQ(standing(library.jane).level(), 4);
  EXPECT_EQ(standing(library.jane).version, 2);
}

TEST_P(Relationships, RecordThePastAllAtOnceOrNotAtAll) {
  const auto day = library.today().plus_days(-100);
  const std::vector<relationships::PastMove> good = {
      {.with = library.jane, .level = 1, .reason = "Met", .happened_on = day, .recorded_by = library.tom},
      {.with = library.jane,
       .level = 2,
       .reason = "Wrote",
       .happened_on = day.plus_days(9),
       .recorded_by = library.tom,
       .evidence = {talk(library.jane)}}};
  auto bad = good;
  bad[1].level = 9;
  const auto record = [&](Id<Staff> by, const std::vector<relationships::PastMove>& moves) {
    return test::unchanged(library.database, [&] {
      return relationships::record_past(*library.scope(by), *library.directory(), moves);
    });
  };
  EXPECT_EQ(record(library.ada, bad).refusal().kind, Refusal::Kind::invalid);
  EXPECT_EQ(record(library.priya, good).refusal().kind, Refusal::Kind::forbidden);
  ASSERT_TRUE(relationships::record_past(*library.scope(library.ada), *library.directory(), good));
  EXPECT_EQ(standing(library.jane).level(), 2);
  EXPECT_EQ(standing(library.jane).relationship->since, day.plus_days(9));
  const auto steps = path(library.gwen, library.jane);
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[1].event.recorded_by, library.tom);
  EXPECT_EQ(steps[1].evidence.size(), 1U);
}

}  // namespace
}  // namespace rapport
