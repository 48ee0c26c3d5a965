// Who has gone quiet, and what is answered, on both engines.
#include "relationships/quiet.hpp"

#include <gmock/gmock.h>

#include <random>

#include "interactions/contact_changes.hpp"
#include "interactions/interactions.hpp"
#include "organisation/calendars.hpp"
#include "people/people.hpp"
#include "relationships/quiet_lines.hpp"
#include "relationships/relationships.hpp"
#include "relationships/rhythms.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using quiet::Whose;
using test::SmallLibrary;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

struct Talk {
  Visibility visibility = Visibility::library;
  bool is_two_way = true;
  std::vector<PromiseDraft> promises = {};
  Id<Staff> by = {};
};

class Quiet : public testing::TestWithParam<db::Engine> {
 protected:
  SmallLibrary library{GetParam()};

  Id<Interaction> talk(Id<Person> with, int days_ago, Talk how = {}) {
    const auto directory = library.directory();
    InteractionDraft draft{.happened_on = library.today().plus_days(-days_ago),
                           .is_two_way = how.is_two_way,
                           .visibility = how.visibility,
                           .people = {{with}},
                           .promises = std::move(how.promises)};
    const auto by = how.by == Id<Staff>{} ? library.priya : how.by;
    return interactions::record(*library.scope(by), *directory, draft).value().interaction;
  }
  /// Monthly until that many days ago.
  void make_quiet(Id<Person> with, int last_days_ago = 110) {
    for (int month = 4; month >= 0; --month) talk(with, last_days_ago + 30 * month);
    follow();
  }
  void follow(int days_later = 0) {
    const auto scope = library.scope(library.ada, days_later * 24 * 60);
    while (rhythms::catch_up(*scope, *library.directory())) {
    }
  }
  quiet::QuietPeople found(Whose whose = Whose::everybody, Id<Staff> by = {}) {
    const auto scope = library.scope(by == Id<Staff>{} ? library.priya : by);
    return quiet::find(*scope, *library.directory(), {.whose = whose});
  }
  static std::vector<Id<Person>> ids(const std::vector<QuietPerson>& people) {
    std::vector<Id<Person>> all;
    for (const auto& person : people) all.push_back(person.person);
    return all;
  }
  std::vector<Id<Person>> gone_quiet() { return ids(found().gone_quiet); }
  bool is_quiet(Id<Person> person) {
    return quiet::of_person(*library.scope(library.priya), *library.directory(), person).has_value();
  }
  Result<Id<QuietAnswer>> snooze(Id<Staff> by, Id<Person> person, int days, std::string reason) {
    return quiet::snooze(*library.scope(by), *library.directory(),
                         {person, library.today().plus_days(days), std::move(reason)});
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Quiet, test::on_each_engine(), test::engine_test_name);

TEST_P(Quiet, NamesThoseSilentForThreeTimesTheirUsualGap) {
  make_quiet(library.jane, 110);
  make_quiet(library.sian, 70);
  make_quiet(library.owen, 20);
  const auto all = found();
  EXPECT_THAT(ids(all.gone_quiet), ElementsAre(library.jane));
  EXPECT_THAT(ids(all.worth_a_hello), ElementsAre(library.sian));
  EXPECT_EQ(all.gone_quiet[0].words(library.today()), "Monthly until July, 15 weeks now");
  EXPECT_FALSE(is_quiet(library.owen));
}

TEST_P(Quiet, StandsOnTheLaddersCardsUntilSomebodyAnswers) {
  make_quiet(library.jane, 110);
  make_quiet(library.owen, 20);
  const Id<Person> people[] = {library.jane, library.owen};
  const auto lines = [&] {
    return quiet::ladder_lines(*library.scope(library.priya), *library.directory(), people);
  };
  ASSERT_EQ(lines().size(), 1U);
  EXPECT_EQ(lines().at(library.jane).words, "Gone quiet, 15 weeks");
  ASSERT_TRUE(snooze(library.priya, library.jane, 30, "On leave"));
  EXPECT_THAT(lines(), IsEmpty());
}

TEST_P(Quiet, IsResetByAnyConversationWithinTheNextRound) {
  make_quiet(library.jane);
  talk(library.jane, 0, {.by = library.gwen});
  follow();
  EXPECT_THAT(gone_quiet(), IsEmpty());
}

TEST_P(Quiet, ComesBackWhenTheConversationIsWithdrawnOrMoved) {
  make_quiet(library.jane);
  const auto scope = library.scope(library.priya);
  const auto id = talk(library.jane, 1);
  follow();
  ASSERT_TRUE(interactions::withdraw(*scope, *library.directory(), id, "never happened"));
  follow();
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
  ASSERT_TRUE(interactions::reinstate(*scope, *library.directory(), id));
  follow();
  EXPECT_THAT(gone_quiet(), IsEmpty());
  const auto row = interactions::get(*scope, id).value();
  ASSERT_TRUE(interactions::correct(
      *scope, *library.directory(), id, row.version,
      {.happened_on = library.today().plus_days(-1), .people = {{library.owen}}}, "it was Owen"));
  follow();
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
}

TEST_P(Quiet, CountsNeitherOneWayNorRestrictedContacts) {
  make_quiet(library.jane);
  talk(library.jane, 3, {.is_two_way = false});
  talk(library.jane, 2, {.visibility = Visibility::restricted});
  follow();
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
  talk(library.jane, 2, {.visibility = Visibility::team});
  follow();
  EXPECT_THAT(gone_quiet(), IsEmpty());
}

TEST_P(Quiet, GivesThoseAtLevelOneLongerWhereThereIsNoRhythm) {
  talk(library.jane, 200);
  follow();
  EXPECT_THAT(gone_quiet(), IsEmpty());  // nobody said anything about a level: not yet met
  const auto move = [&](int level, int seen) {
    return relationships::move(
        *library.scope(library.priya), *library.directory(),
        {.with = library.jane, .level = level, .reason = "as it is", .seen_version = seen});
  };
  ASSERT_TRUE(move(1, 0));
  EXPECT_THAT(gone_quiet(), IsEmpty());
  ASSERT_TRUE(move(2, 1));
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
  talk(library.owen, 361);
  talk(library.sian, 360);
  follow();
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane, library.owen));
}

TEST_P(Quiet, WaitsWhileAPromiseIsOpen) {
  make_quiet(library.jane);
  const auto scope = library.scope(library.priya);
  const auto promise =
      interactions::promise(*scope, *library.directory(),
                            {.side = PromiseSide::theirs, .words = "sends the list", .person = library.jane},
                            std::nullopt)
          .value();
  EXPECT_THAT(gone_quiet(), IsEmpty());
  ASSERT_TRUE(interactions::keep_promise(*scope, promise, true));
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
}

TEST_P(Quiet, DoesNotShowThatSomethingRestrictedIsOpen) {
  make_quiet(library.jane);
  talk(library.jane, -5, {.visibility = Visibility::restricted});
  talk(library.jane, 1,
       {.visibility = Visibility::restricted,
        .promises = {{.words = "see about it", .person = library.jane}}});
  follow();
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
}

TEST_P(Quiet, WaitsForAnAppointmentAndThenBeginsAnew) {
  make_quiet(library.jane);
  talk(library.jane, -5);
  EXPECT_THAT(gone_quiet(), IsEmpty());
  follow();
  EXPECT_THAT(gone_quiet(), IsEmpty());
  // Six days later nobody has recorded anything, and still it has happened.
  const auto later = library.scope(library.priya, 6 * 24 * 60);
  EXPECT_THAT(quiet::find(*later, *library.directory(), {.whose = Whose::everybody}).gone_quiet, IsEmpty());
  follow(6);
  const auto kept = library.database->read([&](db::Reader& reader) {
    return rhythm_store::find(reader, library.institution, library.jane).value();
  });
  EXPECT_EQ(kept.rhythm.last_on, library.today().plus_days(5));
  EXPECT_EQ(kept.ahead_on, std::nullopt);
}

TEST_P(Quiet, LeavesOutThoseWhoLeft) {
  make_quiet(library.jane);
  const auto scope = library.scope(library.ada);
  ASSERT_TRUE(people::mark_left(*scope, library.jane, library.today()));
  EXPECT_THAT(gone_quiet(), IsEmpty());
  EXPECT_FALSE(is_quiet(library.jane));
  ASSERT_TRUE(people::mark_returned(*scope, library.jane));
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
}

TEST_P(Quiet, TakesTwoRecordsOfOnePersonTogether) {
  make_quiet(library.jane);
  talk(library.sian, 2);
  const auto scope = library.scope(library.ada);
  ASSERT_TRUE(people::merge(*scope, library.jane, library.sian));
  follow();
  EXPECT_THAT(gone_quiet(), IsEmpty());
  ASSERT_TRUE(people::undo_merge(*scope, library.sian));
  follow();
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
  // What is open with the other record is open with the person.
  make_quiet(library.owen);
  ASSERT_TRUE(people::merge(*scope, library.jane, library.owen));
  follow();
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
  static_cast<void>(interactions::promise(*library.scope(library.priya), *library.directory(),
                                          {.words = "ring", .person = library.owen}, std::nullopt));
  library.database->write([&](db::Writer& writer) {
    writer.execute("update promises set person_id = $2 where institution_id = $1", library.institution,
                   library.owen);
  });
  EXPECT_THAT(gone_quiet(), IsEmpty());
}

TEST_P(Quiet, IsWorkedOutAnewWhenTheCalendarChanges) {
  make_quiet(library.jane);
  ASSERT_THAT(gone_quiet(), ElementsAre(library.jane));
  const auto scope = library.scope(library.ada);
  const auto year = AcademicYears().of(library.today());
  const std::vector<CalendarPeriod> long_vacation{{year, PeriodKind::vacation, "Closed",
                                                   AcademicYears().first_day(year),
                                                   AcademicYears().last_day(year)}};
  ASSERT_TRUE(organisation::change_year(
      *scope, {.academic_year = year, .periods = long_vacation, .seen = mark_of({})}));
  follow();
  EXPECT_THAT(gone_quiet(), IsEmpty());
  ASSERT_TRUE(organisation::change_year(*scope, {.academic_year = year, .seen = mark_of(long_vacation)}));
  follow();
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
}

TEST_P(Quiet, GoesByTheCalendarOfTheDepartment) {
  make_quiet(library.jane);  // Nursing
  make_quiet(library.owen);  // Law
  ASSERT_THAT(gone_quiet(), UnorderedElementsAre(library.jane, library.owen));
  const auto scope = library.scope(library.ada);
  const auto year = AcademicYears().of(library.today());
  const auto nursing = library.directory()->people.find(library.jane)->unit.value();
  const auto id =
      organisation::add_calendar(*scope, {.name = "On placement", .units = {nursing}, .from_year = year - 3});
  ASSERT_TRUE(id) << id.refusal().message;
  const std::vector<CalendarPeriod> closed{{year, PeriodKind::vacation, "Closed",
                                            AcademicYears().first_day(year), AcademicYears().last_day(year)}};
  ASSERT_TRUE(organisation::change_year(
      *scope, {.calendar = *id, .academic_year = year, .periods = closed, .seen = mark_of({})}));
  follow();
  EXPECT_THAT(gone_quiet(), ElementsAre(library.owen));
  ASSERT_TRUE(organisation::change_calendar(*scope, *id, 1, {.name = "On placement", .from_year = year - 3}));
  follow();
  EXPECT_THAT(gone_quiet(), UnorderedElementsAre(library.jane, library.owen)) << "the university's again";
}

TEST_P(Quiet, IsMineInMyDepartmentsOrWhenIKnowThem) {
  make_quiet(library.jane);  // Nursing, Priya's
  make_quiet(library.owen);  // Law, nobody's, known to Priya
  for (int i = 0; i < 5; ++i) talk(library.sian, 110 + 30 * i, {.by = library.gwen});
  follow();
  EXPECT_THAT(ids(found(Whose::mine, library.priya).gone_quiet),
              UnorderedElementsAre(library.jane, library.owen, library.sian));
  EXPECT_THAT(ids(found(Whose::mine, library.gwen).gone_quiet), ElementsAre(library.sian));
  EXPECT_THAT(ids(found(Whose::mine, library.tom).gone_quiet), IsEmpty());
  EXPECT_THAT(ids(found(Whose::team, library.tom).gone_quiet), SizeIs(3));
  EXPECT_THAT(ids(found(Whose::everybody, library.dora).gone_quiet), SizeIs(3));
  const auto in_law = quiet::find(*library.scope(library.dora), *library.directory(),
                                  {.whose = Whose::everybody, .units = {{library.law}}});
  EXPECT_THAT(ids(in_law.gone_quiet), ElementsAre(library.owen));
}

TEST_P(Quiet, AnswersForManyAsForEach) {
  make_quiet(library.jane, 110);
  make_quiet(library.sian, 70);
  make_quiet(library.owen, 20);
  const std::vector<Id<Person>> all{library.owen, library.sian, library.jane, {4711}};
  const auto scope = library.scope(library.priya);
  std::vector<std::string> many;
  for (const auto& person : quiet::of_people(*scope, *library.directory(), all))
    many.push_back(std::to_string(person.person.value) + person.words(library.today()));
  std::vector<std::string> each;
  for (const auto id : all)
    if (const auto person = quiet::of_person(*scope, *library.directory(), id))
      each.push_back(std::to_string(id.value) + person->words(library.today()));
  EXPECT_THAT(many, testing::UnorderedElementsAreArray(each));
  EXPECT_THAT(many, SizeIs(2));
  EXPECT_THAT(quiet::of_people(*scope, *library.directory(), {}), IsEmpty());
}

TEST_P(Quiet, IsPutOffUntilADay) {
  make_quiet(library.jane);
  const auto id = snooze(library.priya, library.jane, 20, "on sabbatical");
  ASSERT_TRUE(id);
  EXPECT_THAT(gone_quiet(), IsEmpty());
  const auto all = found();
  ASSERT_THAT(all.answered, SizeIs(1));
  EXPECT_EQ(answer_words(*all.answered[0].answer, *library.directory(), library.today()),
            "Snoozed until 2 Dec by Priya: on sabbatical");
  const auto on_the_day = library.scope(library.tom, 20 * 24 * 60);
  EXPECT_THAT(quiet::find(*on_the_day, *library.directory(), {.whose = Whose::everybody}).gone_quiet,
              SizeIs(1));
}

TEST_P(Quiet, IsFineUntilThereIsContactAgain) {
  make_quiet(library.jane, 300);
  ASSERT_TRUE(quiet::leave_as_is(*library.scope(library.tom), *library.directory(), library.jane, ""));
  EXPECT_THAT(gone_quiet(), IsEmpty());
  talk(library.jane, 190);
  follow();
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
}

TEST_P(Quiet, IsAnsweredAnewAndTakenBack) {
  make_quiet(library.jane);
  const auto first = snooze(library.priya, library.jane, 20, "on sabbatical").value();
  const auto second =
      quiet::leave_as_is(*library.scope(library.tom), *library.directory(), library.jane, "retires in June")
          .value();
  EXPECT_EQ(found().answered[0].answer->id, second);
  EXPECT_THAT(quiet::answered_lately(*library.scope(library.tom), *library.directory()), SizeIs(1));
  EXPECT_THAT(quiet::answered_lately(*library.scope(library.priya), *library.directory()), IsEmpty());
  ASSERT_TRUE(quiet::take_back(*library.scope(library.gwen), second));
  ASSERT_TRUE(quiet::take_back(*library.scope(library.gwen), second));
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
  const auto told = quiet::explain(*library.scope(library.priya), *library.directory(), library.jane);
  ASSERT_THAT(told.answers, SizeIs(2));
  EXPECT_EQ(told.answers[0].ended_by, library.gwen);
  EXPECT_EQ(told.answers[1].id, first);
}

TEST_P(Quiet, ExplainsItselfWithItsOwnFigures) {
  make_quiet(library.jane);
  const auto told = quiet::explain(*library.scope(library.priya), *library.directory(), library.jane);
  ASSERT_THAT(told.episodes, SizeIs(5));
  EXPECT_EQ(told.episodes[0].episode.last_on, library.today().plus_days(-110));
  EXPECT_EQ(told.episodes[0].gap_days, 30);
  EXPECT_EQ(told.episodes[4].gap_days, std::nullopt);
  EXPECT_EQ(told.since_days, 110);
  EXPECT_EQ(told.since_hundredths, 7900);
  EXPECT_TRUE(told.quiet);
  std::int64_t sum = 0;
  for (const auto& one : told.episodes) sum += one.gap_hundredths.value_or(0);
  EXPECT_EQ(sum, told.rhythm.gap_hundredths);
}

TEST_P(Quiet, RefusesWhatCannotBeAnswered) {
  make_quiet(library.jane);
  const auto refused = [&](auto&& act) {
    const auto made = test::unchanged(library.database, act);
    EXPECT_FALSE(made.ok());
    return made.ok()                       ? std::string()
           : made.refusal().faults.empty() ? made.refusal().message
                                           : made.refusal().faults[0].field;
  };
  EXPECT_EQ(refused([&] { return snooze(library.priya, library.jane, 0, "why"); }), "until_on");
  EXPECT_EQ(refused([&] { return snooze(library.priya, library.jane, 400, "why"); }), "until_on");
  EXPECT_EQ(refused([&] { return snooze(library.priya, library.jane, 20, "  "); }), "reason");
  EXPECT_EQ(refused([&] { return snooze(library.priya, library.jane, 20, std::string(301, 'x')); }),
            "reason");
  EXPECT_THAT(refused([&] { return snooze(library.dora, library.jane, 20, "why"); }), HasSubstr("Directors"));
  EXPECT_THAT(refused([&] { return snooze(library.priya, {4711}, 20, "why"); }), HasSubstr("Nobody"));
  EXPECT_THAT(refused([&] { return snooze(library.priya, library.owen, 20, "why"); }),
              HasSubstr("not quiet"));
  EXPECT_THAT(refused([&] { return quiet::take_back(*library.scope(library.priya), {4711}); }),
              HasSubstr("not here"));
}

/// Every row as the follower has it, and as it is when counted anew.
struct Rows {
  std::vector<std::string> kept;
  std::vector<std::string> counted;
};

Rows rhythm_rows(SmallLibrary& library) {
  Rows rows;
  const auto scope = library.scope(library.ada);
  const auto directory = library.directory();
  library.database->read([&](db::Reader& reader) {
    const auto weights = DayWeights::around(organisation::calendar_of(reader, library.institution),
                                            scope->today, scope->years());
    const auto line = [](const rhythm_store::Kept& kept) {
      return kept.rhythm.last_on.value_or(Date()).iso() + " " + std::to_string(kept.rhythm.gap_hundredths) +
             " " + (kept.dates ? kept.dates->quiet_on.iso() : "-") + " " +
             kept.ahead_on.value_or(Date()).iso();
    };
    for (const auto person : {library.jane, library.owen, library.sian}) {
      rows.kept.push_back(
          line(rhythm_store::find(reader, library.institution, person).value_or(rhythm_store::Kept{})));
      const bool is_itself = directory->people.find(person)->id == person;
      rows.counted.push_back(line(is_itself ? rhythms::rhythm_now(reader, *scope, *directory, person, weights)
                                            : rhythm_store::Kept{}));
    }
  });
  return rows;
}

Rows month_rows(SmallLibrary& library) {
  Rows rows;
  const auto read = [](const db::Row& row) { return row.string(0); };
  library.database->read([&](db::Reader& reader) {
    rows.kept = reader.all(
        "select org_unit_id || ' ' || month || ' ' || conversations from unit_months where conversations > 0 "
        "order by 1",
        read);
    rows.counted = reader.all(
        "select org_unit_id || ' ' || substr(happened_on, 1, 7) || '-01 ' || count(*) from interaction_units "
        "where visibility < 2 group by org_unit_id, substr(happened_on, 1, 7) order by 1",
        read);
  });
  return rows;
}

TEST_P(Quiet, KeepsWhatCountingAnewWouldFind) {
  std::mt19937 dice(20261112);
  const auto roll = [&](int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); };
  const std::vector<Id<Person>> people{library.jane, library.owen, library.sian};
  std::vector<Id<Interaction>> talks;
  const auto scope = library.scope(library.ada);
  for (int round = 0; round < 60; ++round) {
    const auto directory = library.directory();
    const auto some = talks.empty() ? Id<Interaction>{}
                                    : talks[static_cast<std::size_t>(roll(static_cast<int>(talks.size())))];
    switch (roll(8)) {
      case 0:
        static_cast<void>(interactions::withdraw(*scope, *directory, some, "no"));
        break;
      case 1:
        static_cast<void>(interactions::reinstate(*scope, *directory, some));
        break;
      case 2:
        if (const auto row = interactions::get(*scope, some); row && !row->is_withdrawn)
          static_cast<void>(interactions::correct(*scope, *directory, some, row->version,
                                                  {.happened_on = library.today().plus_days(-roll(400)),
                                                   .visibility = static_cast<Visibility>(roll(3)),
                                                   .people = {{people[static_cast<std::size_t>(roll(3))]}},
                                                   .staff = {library.ada}},
                                                  "moved"));
        break;
      case 3:
        static_cast<void>(roll(2) == 0 ? people::merge(*scope, library.jane, library.sian)
                                       : people::undo_merge(*scope, library.sian));
        break;
      default:
        talks.push_back(talk(
            people[static_cast<std::size_t>(roll(3))], roll(400) - 20,
            {.visibility = static_cast<Visibility>(roll(3)), .is_two_way = roll(4) > 0, .by = library.ada}));
    }
    if (roll(3) > 0) continue;
    follow();
    const auto rhythms = rhythm_rows(library);
    ASSERT_EQ(rhythms.kept, rhythms.counted) << round;
    const auto months = month_rows(library);
    ASSERT_EQ(months.kept, months.counted) << round;
  }
}

TEST_P(Quiet, FollowsABatchAndForgetsWhatItHasSeen) {
  const auto directory = library.directory();
  std::vector<InteractionDraft> drafts;
  for (int i = 0; i < 300; ++i)
    drafts.push_back(
        {.happened_on = library.today().plus_days(-i), .people = {{library.jane}, {library.owen}}});
  const auto scope = library.scope(library.ada);
  ASSERT_TRUE(interactions::record_many(*scope, *directory, drafts, {}));
  const auto waiting = [&] {
    return library.database->read([](db::Reader& reader) {
      return reader.count("select count(*) from contact_changes where step = 0");
    });
  };
  EXPECT_LE(waiting(), 12);  // one a month, not one a conversation
  follow();
  EXPECT_EQ(waiting(), 0);
  const auto before = test::contents(library.database);
  follow();
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_P(Quiet, TakesUpWhoWasMergedAmongManyNewPeople) {
  make_quiet(library.sian);
  ASSERT_THAT(gone_quiet(), ElementsAre(library.sian));
  std::vector<PersonDraft> drafts;
  for (int i = 0; i < 450; ++i) drafts.push_back({.full_name = "Person Number" + std::to_string(i)});
  const auto ada = library.scope(library.ada);
  ASSERT_TRUE(people::add_many(*ada, library.directory()->org, drafts));
  ASSERT_TRUE(people::merge(*ada, library.jane, library.sian));
  library.database->write([&](db::Writer& writer) {
    writer.execute("delete from rhythms where institution_id = $1", library.institution);
    writer.execute("delete from contact_changes where institution_id = $1", library.institution);
  });
  follow();
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
}

TEST_P(Quiet, MakesEverybodyOnceWhereManyWereTouchedOften) {
  for (const auto days_ago : {230, 200, 170, 140, 110}) talk(library.jane, days_ago);
  std::vector<Id<Person>> touched{library.jane};
  for (int i = 0; i < 450; ++i) touched.push_back(Id<Person>{100'000 + i});
  library.database->write([&](db::Writer& writer) {
    for (int import = 0; import < 3; ++import) {
      interactions::ContactChanges changes;
      changes.note(touched);
      changes.write(writer, library.institution);
    }
  });
  const auto rows = [&](auto sql) {
    return library.database->read([&](db::Reader& reader) { return reader.count(sql); });
  };
  EXPECT_TRUE(rhythms::catch_up(*library.scope(library.ada), *library.directory()));
  EXPECT_EQ(rows(db::Sql("select count(*) from contact_changes where step = 0")), 0);
  EXPECT_EQ(rows(db::Sql("select count(*) from rhythms_to_make")), 451);
  follow();
  EXPECT_EQ(rows(db::Sql("select count(*) from rhythms_to_make")), 0);
  EXPECT_THAT(gone_quiet(), ElementsAre(library.jane));
}

}  // namespace
}  // namespace rapport
