// What Rapport counts itself: hand-worked, and equal to a recount whatever happens.
#include "measures/unit_years.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "bumps/bump_figures.hpp"
#include "bumps/bumps.hpp"
#include "interactions/interactions.hpp"
#include "organisation/academic_calendar.hpp"
#include "organisation/year_starts.hpp"
#include "people/people.hpp"
#include "relationships/plans.hpp"
#include "relationships/rhythms.hpp"
#include "support/small_library.hpp"

namespace rapport {
namespace {

class UnitYears : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};

  Id<InteractionKind> kind(std::string_view code) {
    return library.directory()->vocabulary.find_kind(code)->id;
  }
  Id<Interaction> talk(InteractionDraft draft) {
    return interactions::record(*library.scope(library.priya), *library.directory(), draft)
        .value()
        .interaction;
  }
  Id<Interaction> teach(Id<Person> with, int days_ago, std::optional<int> students,
                        std::optional<int> minutes) {
    return talk({.kind = kind("teaching"),
                 .happened_on = library.today().plus_days(-days_ago),
                 .duration_minutes = minutes,
                 .attendees = students,
                 .people = {{with}}});
  }
  void follow(int minutes_later = 0) {
    const auto scope = library.scope(library.ada, minutes_later);
    while (bumps::catch_up(*scope, *library.directory())) {
    }
    while (rhythms::catch_up(*scope, *library.directory())) {
    }
    while (unit_years::catch_up(*scope, *library.directory())) {
    }
  }
  UnitYear year(Id<OrgUnit> unit, int academic_year = 2026, int minutes_later = 0) {
    const auto scope = library.scope(library.ada, minutes_later);
    const auto directory = library.directory();
    return scope->read([&](db::Reader& reader) {
      return unit_years::of(reader, *scope, *directory, {unit, academic_year});
    });
  }
  UnitYear recount(UnitYearKey key, int minutes_later = 0) {
    const auto scope = library.scope(library.ada, minutes_later);
    const auto directory = library.directory();
    return scope->read(
        [&](db::Reader& reader) { return unit_years::recount(reader, *scope, *directory, key); });
  }
  std::optional<UnitYear> kept(UnitYearKey key) {
    return library.database->read(
        [&](db::Reader& reader) { return unit_year_store::find(reader, library.institution, key); });
  }
  void link(Id<Interaction> from, Id<Interaction> to) {
    ASSERT_TRUE(bumps::propose(*library.scope(library.priya), *library.directory(), {from, to}));
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, UnitYears, test::on_each_engine(), test::engine_test_name);

TEST_P(UnitYears, CountTeachingAsSconulDoes) {
  teach(library.jane, 20, 25, 120);          // 50 person-hours
  teach(library.sian, 10, 12, 30);           // 6
  teach(library.jane, 5, 30, std::nullopt);  // no length
  teach(library.jane, 3, std::nullopt, 60);  // nobody counted them
  teach(library.owen, 3, 100, 60);           // Law
  teach(library.jane, 105, 7, 60);           // 30 July 2026: the year before
  follow();
  const auto nursing = year(library.nursing);
  EXPECT_EQ(nursing.sessions, 4);
  EXPECT_EQ(nursing.sized, 3);
  EXPECT_EQ(nursing.timed, 2);
  EXPECT_EQ(nursing.students, 67);
  EXPECT_EQ(nursing.person_minutes, 56 * 60);
  EXPECT_EQ(nursing.people, 2);
  EXPECT_EQ(year(library.law).students, 100);
  EXPECT_EQ(year(library.nursing, 2025).sessions, 1);
}

TEST_P(UnitYears, ChangeInTheNightOfThe31stOfJuly) {
  const auto on = [&](int month, int day) {
    talk({.kind = kind("teaching"),
          .happened_on = *Date::of(2026, static_cast<unsigned>(month), static_cast<unsigned>(day)),
          .attendees = 1,
          .people = {{library.jane}}});
  };
  on(7, 31);
  on(8, 1);
  follow();
  EXPECT_EQ(year(library.nursing, 2025).sessions, 1);
  EXPECT_EQ(year(library.nursing, 2026).sessions, 1);
}

TEST_P(UnitYears, LeaveOutWhatIsRestrictedOneWayOrYetToCome) {
  const auto directory = library.directory();
  talk({.happened_on = library.today(), .visibility = Visibility::restricted, .people = {{library.jane}}});
  talk({.happened_on = library.today(), .is_two_way = false, .people = {{library.sian}}});
  talk({.kind = kind("teaching"), .happened_on = library.today().plus_days(1), .people = {{library.sian}}});
  follow();
  EXPECT_EQ(year(library.nursing).people, 0);
  EXPECT_EQ(year(library.nursing).sessions, 0);
  const int tomorrow = 24 * 60;
  EXPECT_EQ(year(library.nursing, 2026, tomorrow).sessions, 1) << "the day has come, and nobody did anything";
  follow(tomorrow);
  EXPECT_EQ(kept({library.nursing, 2026})->sessions, 1);
  EXPECT_EQ(kept({library.nursing, 2026})->people, 1);
}

TEST_P(UnitYears, CountModulesOnce) {
  for (int i = 0; i < 3; ++i)
    talk({.happened_on = library.today().plus_days(-i),
          .people = {{library.jane}},
          .topics = {"NURS1010", "ethics"}});
  talk({.happened_on = library.today(), .people = {{library.sian}}, .topics = {"NURS2020"}});
  follow();
  EXPECT_EQ(year(library.nursing).modules, 2) << "ethics is a topic";
}

TEST_P(UnitYears, CountChainsAtTheirEnd) {
  std::vector<Id<Interaction>> steps;
  for (int i = 0; i < 4; ++i) steps.push_back(teach(library.jane, 20 - i, 5, 60));
  link(steps[0], steps[1]);
  follow();
  EXPECT_EQ(year(library.nursing).chains, 0) << "two are no three";
  link(steps[1], steps[2]);
  while (bumps::catch_up(*library.scope(library.ada), *library.directory())) {
  }
  EXPECT_EQ(year(library.nursing).chains, 1) << "before anybody has counted";
  follow();
  EXPECT_EQ(kept({library.nursing, 2026})->chains, 1);
  link(steps[2], steps[3]);
  follow();
  EXPECT_EQ(kept({library.nursing, 2026})->chains, 1) << "a longer one is one";
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), steps[2], "no"));
  follow();
  EXPECT_EQ(kept({library.nursing, 2026})->chains, 0);
}

TEST_P(UnitYears, CountMergedPeopleOnce) {
  talk({.happened_on = library.today(), .people = {{library.jane}}});
  talk({.happened_on = library.today(), .people = {{library.sian}}});
  follow();
  EXPECT_EQ(year(library.nursing).people, 2);
  ASSERT_TRUE(people::merge(*library.scope(library.ada), library.jane, library.sian));
  EXPECT_EQ(year(library.nursing).people, 1) << "before anybody has followed";
  follow();
  EXPECT_EQ(kept({library.nursing, 2026})->people, 1);
  ASSERT_TRUE(people::undo_merge(*library.scope(library.ada), library.sian));
  follow();
  EXPECT_EQ(kept({library.nursing, 2026})->people, 2);
}

TEST_P(UnitYears, FollowPostsThatWereAdded) {
  talk({.happened_on = library.today().plus_days(-1), .people = {{library.jane}}});
  follow();
  EXPECT_EQ(year(library.law).people, 0);
  const auto directory = library.directory();
  ASSERT_TRUE(
      people::add_post(*library.scope(library.ada), directory->org, library.jane,
                       {.unit = library.law, .title = "Visiting", .valid_from = *Date::of(2026, 8, 1)}));
  EXPECT_EQ(year(library.law).people, 1);
  follow();
  EXPECT_EQ(kept({library.law, 2026})->people, 1);
}

TEST_P(UnitYears, AreCountedAnewWhereAKindBecomesTeaching) {
  talk({.kind = kind("meeting"), .happened_on = library.today(), .people = {{library.jane}}});
  follow();
  EXPECT_EQ(year(library.nursing).sessions, 0);
  library.database->write([&](db::Writer& writer) {
    writer.execute(
        "update interaction_kinds set family = 'teaching', directory_version = $3 where institution_id = $1 "
        "and "
        "code = 'meeting' and id > $2",
        library.institution, 0, next_directory_version(writer, library.institution));
  });
  EXPECT_EQ(year(library.nursing).sessions, 1);
  follow();
  EXPECT_EQ(kept({library.nursing, 2026})->sessions, 1);
}

TEST_P(UnitYears, RestWhenNothingHasChanged) {
  teach(library.jane, 1, 5, 60);
  follow();
  const auto scope = library.scope(library.ada);
  EXPECT_FALSE(unit_years::catch_up(*scope, *library.directory()));
  EXPECT_EQ(library.database->read(
                [](db::Reader& reader) { return reader.count("select count(*) from contact_changes"); }),
            0);
}

/// However many come in at once, with posts: a list from the personnel office.
TEST_P(UnitYears, RestWhenPeopleComeWhomNobodyHasSpokenWith) {
  teach(library.jane, 1, 5, 60);
  follow();
  library.database->write([&](db::Writer& writer) {
    const auto version = next_directory_version(writer, library.institution);
    for (int i = 0; i < 300; ++i) {
      const auto slug = "new-" + std::to_string(i);
      const auto id = writer.insert<Person>(
          "insert into persons (institution_id, slug, full_name, known_as, folded_name, sort_key, "
          "main_org_unit_id, directory_version, recorded_at) values ($1, $2, 'New', 'New', 'new', 'new', $3, "
          "$4, 0) returning id",
          library.institution, slug, library.nursing, version);
      writer.execute(
          "insert into posts (institution_id, person_id, org_unit_id, title, is_main) values ($1, $2, $3, "
          "'Lecturer', 1)",
          library.institution, id, library.nursing);
    }
  });
  const auto scope = library.scope(library.ada);
  EXPECT_FALSE(unit_years::catch_up(*scope, *library.directory())) << "nothing is to be counted anew";
  EXPECT_EQ(kept({library.nursing, 2026})->sessions, 1);
}

TEST_P(UnitYears, FollowWhereMuchHasChanged) {
  constexpr int years = 33;  // of two departments: more than one round counts
  std::vector<Id<Interaction>> sessions;
  const auto teach_each_year = [&] {
    for (int i = 0; i < years; ++i)
      for (const auto person : {library.jane, library.owen})
        sessions.push_back(teach(person, 365 * i, 10, 60));
  };
  teach_each_year();
  follow();
  teach_each_year();
  const auto withdraw = [&](Id<Interaction> id) {
    ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), id, "twice"));
  };
  for (std::size_t i = 0; i < sessions.size(); i += 2 * years)
    withdraw(sessions[i]);  // the last of their year
  follow();
  for (const auto unit : {library.nursing, library.law})
    for (int academic_year = 2026; academic_year > 2026 - years; --academic_year) {
      const UnitYearKey key{unit, academic_year};
      const auto row = kept(key);
      ASSERT_TRUE(row) << academic_year;
      EXPECT_EQ(*row, recount(key)) << academic_year;
    }
}

TEST_P(UnitYears, AreKeptAsARecountWouldFindThem) {
  std::mt19937 dice(20261126);
  const auto roll = [&](int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); };
  const std::vector<Id<Person>> people{library.jane, library.owen, library.sian};
  const std::vector<std::string> kinds{"teaching", "meeting", "email", "consultation"};
  const std::vector<std::string> topics{"NURS1010", "LAW2020", "ethics"};
  std::vector<Id<Interaction>> talks;
  const auto scope = library.scope(library.ada);
  const auto some = [&](const auto& of) {
    return of[static_cast<std::size_t>(roll(static_cast<int>(of.size())))];
  };
  const auto draft = [&] {
    const auto* found = library.directory()->vocabulary.find_kind(some(kinds));
    InteractionDraft made{.kind = found != nullptr ? std::optional(found->id) : std::nullopt,
                          .happened_on = library.today().plus_days(10 - roll(500)),
                          .is_two_way = roll(4) > 0,
                          .visibility = static_cast<Visibility>(roll(3)),
                          .people = {{some(people)}},
                          .staff = {library.ada},
                          .topics = {some(topics)}};
    if (roll(3) > 0) made.attendees = 1 + roll(40);
    if (roll(3) > 0) made.duration_minutes = 15 * (1 + roll(8));
    return made;
  };
  for (int round = 0; round < 80; ++round) {
    const auto directory = library.directory();
    const auto one = talks.empty() ? Id<Interaction>{} : some(talks);
    switch (roll(9)) {
      case 0:
        static_cast<void>(interactions::withdraw(*scope, *directory, one, "no"));
        break;
      case 1:
        static_cast<void>(interactions::reinstate(*scope, *directory, one));
        break;
      case 2:
        if (const auto row = interactions::get(*scope, one); row && !row->is_withdrawn)
          static_cast<void>(interactions::correct(*scope, *directory, one, row->version, draft(), "moved"));
        break;
      case 3:
        static_cast<void>(roll(2) == 0 ? people::merge(*scope, library.jane, library.sian)
                                       : people::undo_merge(*scope, library.sian));
        break;
      case 4:
      case 5:
        if (!talks.empty()) static_cast<void>(bumps::propose(*scope, *directory, {one, some(talks)}));
        break;
      default:
        talks.push_back(interactions::record(*scope, *directory, draft()).value().interaction);
    }
    // A page reads what is right at any moment; the links themselves follow corrections first.
    while (bumps::catch_up(*scope, *library.directory())) {
    }
    for (const auto unit : {library.nursing, library.law})
      for (const int academic_year : {2025, 2026})
        ASSERT_EQ(year(unit, academic_year), recount({unit, academic_year})) << round;
    if (roll(3) > 0) continue;
    follow();
    for (const auto unit : {library.nursing, library.law})
      for (const int academic_year : {2025, 2026}) {
        const auto row = kept({unit, academic_year});
        if (row) {
          ASSERT_EQ(*row, recount({unit, academic_year})) << round << " " << academic_year;
        }
      }
  }
  EXPECT_TRUE(kept({library.nursing, 2026}));
  EXPECT_GT(kept({library.nursing, 2025})->sessions, 0);
}

// --- years that begin on another day

TEST_P(UnitYears, EqualARecountWhereYearsBeginOtherwiseAndConversationsArePlannedBetween) {
  teach(library.jane, 20, 25, 60);
  teach(library.jane, 150, 7, 60);  // last year
  const int ahead = *Date::of(2027, 8, 10) - library.today();
  teach(library.jane, -ahead, 30, 60);       // 10 August 2027
  teach(library.owen, -ahead - 30, 40, 60);  // 9 September 2027
  follow();
  const UnitYearKey nursing_now{library.nursing, 2026}, nursing_next{library.nursing, 2027};
  const UnitYearKey nursing_last{library.nursing, 2025}, law_next{library.law, 2027};
  EXPECT_EQ(kept(nursing_next)->ahead_on, *Date::of(2027, 8, 10));
  const auto last = kept(nursing_last);
  const auto change = [&](YearStart start, int seen) {
    const organisation::YearsInUse in_use{
        .held = [](db::Reader&, Id<Institution>) { return YearsHold::something; }, .notes = {}};
    ASSERT_TRUE(organisation::change_year_start(*library.scope(library.gwen), in_use, {start, seen}));
  };
  const auto expect_counted = [&] {
    for (const auto& key : {nursing_last, nursing_now, nursing_next, law_next})
      EXPECT_EQ(year(key.unit, key.academic_year), recount(key))
          << key.academic_year << " before it was worked on";
    follow();
    for (const auto& key : {nursing_last, nursing_now, nursing_next, law_next})
      EXPECT_EQ(kept(key).value_or(UnitYear{}), recount(key)) << key.academic_year;
  };
  change({2027, 9}, 0);
  expect_counted();
  EXPECT_EQ(kept(nursing_now)->ahead_on, *Date::of(2027, 8, 10)) << "August belongs to this year now";
  EXPECT_EQ(kept(nursing_next)->ahead_on, std::nullopt);
  EXPECT_EQ(kept(law_next)->ahead_on, *Date::of(2027, 9, 9));
  EXPECT_EQ(kept(nursing_last), last) << "what is over stays as it was";
  change({2027, 8}, 1);  // back, as long as it has not begun
  expect_counted();
  EXPECT_EQ(kept(nursing_next)->ahead_on, *Date::of(2027, 8, 10));
  change({2027, 9}, 2);
  expect_counted();
  // On its day it counts once, in the year that it is in now.
  const int minutes = (ahead + 1) * 24 * 60;
  follow(minutes);
  EXPECT_EQ(year(library.nursing, 2026, minutes).students, 55);
  EXPECT_EQ(year(library.nursing, 2027, minutes).students, 0);
  EXPECT_EQ(*kept(nursing_now), recount(nursing_now, minutes));
}

}  // namespace
}  // namespace rapport
