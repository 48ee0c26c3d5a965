// What grew from conversations, for the pages of people, departments and Today, on both engines.
#include "bumps/grown.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "bumps/bump_figures.hpp"
#include "bumps/bumps.hpp"
#include "bumps/chain_views.hpp"
#include "bumps/chains.hpp"
#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "support/small_library.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;

class Grown : public testing::TestWithParam<db::Engine> {
 protected:
  Id<Interaction> talk(Id<Person> person, int days_ago, std::string_view kind = "meeting",
                       std::optional<int> attendees = {}, Visibility visibility = Visibility::library) {
    const auto directory = library.directory();
    InteractionDraft draft{.kind = directory->vocabulary.find_kind(kind)->id,
                           .happened_on = library.today().plus_days(-days_ago),
                           .attendees = attendees,
                           .visibility = visibility,
                           .people = {{person}}};
    return interactions::record(*library.scope(library.priya), *directory, draft).value().interaction;
  }
  /// As the job does after each change.
  void follow(int days_later = 0) {
    const auto scope = library.scope(library.ada, days_later * 24 * 60);
    while (bumps::catch_up(*scope, *library.directory())) {
    }
  }
  /// What is kept of somebody, read on that day: nothing that is stale counts.
  std::vector<std::string> page(Id<Person> person, int days_later = 0) {
    const auto scope = library.scope(library.priya, days_later * 24 * 60);
    std::vector<std::string> words;
    for (const auto& total : bumps::totals_of(
             bumps::grown_from(*scope, std::vector{person}, bumps::grown_since(scope->today, scope->years())),
             library.directory()->vocabulary))
      words.push_back(std::to_string(total.number) + " " + total.words);
    return words;
  }
  int kept_rows() {
    return library.database->read([&](db::Reader& reader) {
      return static_cast<int>(reader.count(
          "select count(*) from people_grown where institution_id = $1 and since > ''", library.institution));
    });
  }
  void link(Id<Interaction> from, Id<Interaction> to) {
    ASSERT_TRUE(bumps::propose(*library.scope(library.priya), *library.directory(), {from, to}));
  }
  std::vector<std::string> grew(Id<Person> person, int since_days = 1000) {
    const auto scope = library.scope(library.priya);
    std::vector<std::string> words;
    for (const auto& total :
         bumps::totals_of(bumps::grown_from(*scope, library.directory()->people.same_person(person),
                                            library.today().plus_days(-since_days)),
                          library.directory()->vocabulary))
      words.push_back(std::to_string(total.number) + " " + total.words);
    return words;
  }
  int version_of(Id<Person> person) {
    return library.database->read([&](db::Reader& reader) {
      return static_cast<int>(reader.count(
          "select version from persons where institution_id = $1 and id = $2", library.institution, person));
    });
  }

  SmallLibrary library{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Engines, Grown, test::on_each_engine(), test::engine_test_name);

TEST_P(Grown, CountsEverythingThatFollowedOnceOverAnyNumberOfSteps) {
  const auto chat = talk(library.jane, 60, "corridor");
  const auto other_chat = talk(library.jane, 59, "corridor");
  const auto meeting = talk(library.owen, 50);
  const auto first = talk(library.owen, 30, "teaching", 40);
  const auto second = talk(library.owen, 20, "teaching", 25);
  link(chat, meeting);
  link(other_chat, meeting);
  link(meeting, first);
  link(first, second);
  EXPECT_THAT(grew(library.jane), testing::ElementsAre("65 students taught", "2 teaching sessions"));
  EXPECT_TRUE(grew(library.sian).empty());
  EXPECT_TRUE(grew(library.jane, 10).empty());
}

TEST_P(Grown, CountsWhatGrewUnderMergedRecordsToo) {
  const auto with_sian = talk(library.sian, 60, "corridor");
  const auto with_jane = talk(library.jane, 59, "corridor");
  const auto session = talk(library.owen, 30, "teaching", 40);
  link(with_sian, session);
  link(with_jane, session);
  EXPECT_THAT(grew(library.jane), testing::ElementsAre("40 students taught", "1 teaching session"));
  link(with_sian, talk(library.owen, 20, "teaching", 25));
  ASSERT_TRUE(people::merge(*library.scope(library.ada), library.jane, library.sian));
  EXPECT_THAT(grew(library.jane), testing::ElementsAre("65 students taught", "2 teaching sessions"));
}

TEST_P(Grown, StaysWhenTheFirstConversationIsCorrectedAndGoesWithItsLink) {
  const auto chat = talk(library.jane, 60, "corridor");
  link(chat, talk(library.owen, 30, "teaching", 40));
  const auto scope = library.scope(library.priya);
  const auto row = interactions::get(*scope, chat).value();
  InteractionDraft draft{.kind = row.kind,
                         .happened_on = library.today().plus_days(-58),
                         .people = {{library.jane}, {library.sian}},
                         .staff = row.staff};
  ASSERT_TRUE(interactions::correct(*scope, *library.directory(), chat, row.version, draft, ""));
  EXPECT_THAT(grew(library.jane), testing::ElementsAre("40 students taught", "1 teaching session"));
  EXPECT_EQ(grew(library.sian), grew(library.jane));
  const auto links = bumps::links_of(*library.scope(library.priya), chat).later;
  ASSERT_EQ(links.size(), 1U);
  ASSERT_TRUE(bumps::remove(*library.scope(library.priya), links.front().bump.id));
  EXPECT_TRUE(grew(library.jane).empty());
}

TEST_P(Grown, KeepsTheCountAndTrustsItOnlyWhileNothingChanged) {
  const auto chat = talk(library.jane, 60, "corridor");
  const auto session = talk(library.owen, 30, "teaching", 40);
  link(chat, session);
  EXPECT_EQ(kept_rows(), 0);
  follow();
  EXPECT_EQ(kept_rows(), 1);
  library.database->write([&](db::Writer& writer) {
    writer.execute("update people_grown set kinds = replace(kinds, ':40', ':41') where institution_id = $1",
                   library.institution);
  });
  EXPECT_THAT(page(library.jane),
              testing::Contains("41 students taught"));  // it is the kept one that is read
  const auto second = talk(library.owen, 20, "teaching", 25);
  link(session, second);
  EXPECT_THAT(page(library.jane), testing::Contains("65 students taught"));
  follow();
  EXPECT_THAT(page(library.jane), testing::Contains("65 students taught"));
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), second, ""));
  follow();
  EXPECT_THAT(page(library.jane), testing::ElementsAre("40 students taught", "1 teaching session"));
}

TEST_P(Grown, ForgetsWhatBelongsToSomebodyElseNow) {
  const auto chat = talk(library.jane, 60, "corridor");
  link(chat, talk(library.owen, 30, "teaching", 40));
  follow();
  ASSERT_FALSE(page(library.jane).empty());
  const auto scope = library.scope(library.priya);
  const auto row = interactions::get(*scope, chat).value();
  InteractionDraft draft{
      .kind = row.kind, .happened_on = row.happened_on, .people = {{library.sian}}, .staff = row.staff};
  ASSERT_TRUE(interactions::correct(*scope, *library.directory(), chat, row.version, draft, ""));
  follow();
  EXPECT_TRUE(page(library.jane).empty());
  EXPECT_FALSE(page(library.sian).empty());
}

TEST_P(Grown, CountsWhatWasAheadFromItsDayOn) {
  link(talk(library.jane, 60, "corridor"), talk(library.owen, -5, "teaching", 40));
  follow();
  EXPECT_TRUE(page(library.jane).empty());
  EXPECT_TRUE(page(library.jane, 4).empty());
  EXPECT_THAT(page(library.jane, 5), testing::Contains("40 students taught"));
  follow(5);
  EXPECT_THAT(page(library.jane, 5), testing::Contains("40 students taught"));
}

TEST_P(Grown, CountsAnewInANewYear) {
  link(talk(library.jane, 60, "corridor"), talk(library.owen, 30, "teaching", 40));
  follow();
  EXPECT_FALSE(page(library.jane).empty());
  EXPECT_FALSE(page(library.jane, 366).empty());
  EXPECT_TRUE(page(library.jane, 3 * 366).empty());
  follow(3 * 366);
  EXPECT_TRUE(page(library.jane, 3 * 366).empty());
}

TEST_P(Grown, KeepsWhatCountingAnewWouldFind) {
  std::mt19937 dice(20261126);
  const auto roll = [&](int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); };
  const std::vector<Id<Person>> people{library.jane, library.owen, library.sian};
  std::vector<Id<Interaction>> talks;
  const auto some = [&] { return talks[static_cast<std::size_t>(roll(static_cast<int>(talks.size())))]; };
  const auto scope = library.scope(library.ada);
  for (int round = 0; round < 80; ++round) {
    const auto directory = library.directory();
    const auto person = people[static_cast<std::size_t>(roll(3))];
    const auto act = talks.size() < 6 ? 9 : roll(10);
    if (act == 0) {
      static_cast<void>(interactions::withdraw(*scope, *directory, some(), "no"));
    } else if (act == 1) {
      static_cast<void>(interactions::reinstate(*scope, *directory, some()));
    } else if (act == 2) {
      if (const auto row = interactions::get(*scope, some()); row && !row->is_withdrawn)
        static_cast<void>(interactions::correct(*scope, *directory, row->id, row->version,
                                                {.kind = row->kind,
                                                 .happened_on = library.today().plus_days(-roll(400)),
                                                 .attendees = roll(90),
                                                 .visibility = static_cast<Visibility>(roll(2)),
                                                 .people = {{person}},
                                                 .staff = {library.priya}},
                                                "moved"));
    } else if (act < 7) {
      static_cast<void>(bumps::propose(*library.scope(library.priya), *directory, {some(), some()}));
    } else if (act == 7) {
      if (const auto later = bumps::links_of(*library.scope(library.priya), some()).later; !later.empty())
        static_cast<void>(bumps::remove(*library.scope(library.priya), later.front().bump.id));
    } else {
      talks.push_back(talk(person, roll(400) - 20, roll(2) == 0 ? "teaching" : "meeting", roll(90),
                           static_cast<Visibility>(roll(2))));
    }
    if (act < 3 || roll(3) == 0) follow();  // corrections are followed at once
    if (roll(2) == 0) continue;
    // Counted anew by another day to begin from, before which nobody met.
    for (const auto each : people) ASSERT_EQ(page(each), grew(each, 900)) << round;
  }
  EXPECT_GT(kept_rows(), 0);
}

TEST_P(Grown, LeavesOutWhatIsAheadTakenBackOrNotForEverybody) {
  const auto chat = talk(library.jane, 60, "corridor");
  const auto hidden = talk(library.owen, 30, "teaching", 40, Visibility::restricted);
  const auto ahead = talk(library.owen, -5, "teaching", 40);
  const auto taken_back = talk(library.owen, 20, "teaching", 40);
  for (const auto later : {hidden, ahead, taken_back}) link(chat, later);
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), taken_back, ""));
  EXPECT_TRUE(grew(library.jane).empty());
}

TEST_P(Grown, ChangesThePagesOfWhoWasThereWithTheLinkItself) {
  const auto chat = talk(library.jane, 60, "corridor");
  const auto meeting = talk(library.owen, 50);
  const auto before = version_of(library.jane);
  link(chat, meeting);
  EXPECT_GT(version_of(library.jane), before);
}

TEST_P(Grown, ChangesThePagesOfEverybodyAboveTheLink) {
  const auto chat = talk(library.jane, 60, "corridor");
  const auto meeting = talk(library.owen, 50);
  link(chat, meeting);
  const auto before = version_of(library.jane);
  const auto first = talk(library.sian, 30, "teaching", 40);
  EXPECT_EQ(version_of(library.jane), before);
  link(meeting, first);
  EXPECT_EQ(version_of(library.jane), before) << "further up";
  follow();
  EXPECT_GT(version_of(library.jane), before);
}

TEST_P(Grown, NamesTheChainsOfADepartmentEachOnce) {
  const auto chat = talk(library.jane, 60, "corridor");
  const auto meeting = talk(library.jane, 50);
  const auto session = talk(library.jane, 30, "teaching", 40);
  link(chat, meeting);
  link(meeting, session);
  library.database->write([&](db::Writer& writer) {
    writer.execute(
        "insert into posts (institution_id, person_id, org_unit_id, title, is_main) "
        "select $1, $2, $3, 'Lecturer', 1 where not exists (select 1 from posts where institution_id "
        "= $1 and person_id = $2)",
        library.institution, library.jane, library.nursing);
  });
  const auto scope = library.scope(library.priya);
  const std::vector units{library.nursing, library.law};
  const auto lines = chains::of_units(*scope, units, library.today().plus_days(-100), 5);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].chain.steps.size(), 3U);
  EXPECT_TRUE(chains::of_units(*scope, units, library.today().plus_days(-10), 5).empty());
}

TEST_P(Grown, TellsTheLongestChainOfTheWeekAsNews) {
  const auto scope = library.scope(library.priya);
  const auto chat = talk(library.jane, 60, "corridor");
  const auto meeting = talk(library.jane, 5);
  link(chat, meeting);
  EXPECT_FALSE(chains::news(*scope));
  link(meeting, talk(library.jane, 2, "teaching", 40));
  follow();
  const auto news = chains::news(*scope);
  ASSERT_TRUE(news);
  const auto card = chain_news_card(news, *library.directory(), {library.priya, library.today()}).text();
  EXPECT_THAT(card, testing::HasSubstr("From one corridor chat."));
}

}  // namespace
}  // namespace rapport
