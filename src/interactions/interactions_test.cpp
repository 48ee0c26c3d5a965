// The front door of interactions, on both engines.
#include "interactions/interactions.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "audit/audit.hpp"
#include "db/full_text.hpp"
#include "interactions/interaction_words.hpp"
#include "people/people.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;

class Interactions : public testing::TestWithParam<db::Engine> {
 protected:
  SmallLibrary library{GetParam()};

  InteractionDraft draft(std::string note) {
    return {.happened_on = library.today(), .note = std::move(note), .people = {{library.jane}}};
  }
  Id<Interaction> kept(const InteractionDraft& draft, Id<Staff> by) {
    return interactions::record(*library.scope(by), *library.directory(), draft).value().interaction;
  }
  std::vector<Interaction> story(Id<Staff> reader) {
    return interactions::timeline_of_person(*library.scope(reader), library.jane, {}).interactions;
  }
  std::vector<std::int64_t> found(std::string word) {
    return library.database->read([&](db::Reader& reader) {
      return db::find_documents(reader, library.institution, {{{std::move(word)}, ""}}, INT64_MAX, 10);
    });
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Interactions, test::on_each_engine(), test::engine_test_name);

TEST_P(Interactions, KeepsAConversationWithEverythingSaid) {
  auto full = draft("Placement students locked out.\n\n**Urgent**");
  full.people.push_back({library.owen, "chairs the panel"});
  full.staff = {library.priya, library.tom};
  full.topics = {"reading-lists", "PSYC2010"};
  full.duration_minutes = 10;
  full.attendees = 64;
  full.happened_at_time = TimeOfDay{9 * 60 + 30};
  full.precision = Precision::time;
  full.place = "Atrium";
  full.begun_by = BegunBy::them;
  full.promises = {{.words = "send price", .due_on = library.today().plus_days(1)}};
  const auto id = kept(full, library.priya);
  const auto scope = library.scope(library.tom);
  const auto read = interactions::get(*scope, id).value();
  EXPECT_EQ(read.note, "Placement students locked out.\n\n**Urgent**");
  EXPECT_EQ(read.people, (std::vector{library.jane, library.owen}));
  EXPECT_EQ(read.staff, (std::vector{library.priya, library.tom}));
  EXPECT_EQ(read.topics.size(), 2u);
  EXPECT_EQ(read.duration_minutes, 10);
  EXPECT_EQ(read.attendees, 64);
  EXPECT_EQ(read.happened_at_time, TimeOfDay{570});
  EXPECT_EQ(read.begun_by, BegunBy::them);
  EXPECT_TRUE(read.is_two_way);
  EXPECT_EQ(interactions::participants(*scope, id)[1].aside, "chairs the panel");
  const auto promises = interactions::promises_with(*scope, library.jane);
  ASSERT_EQ(promises.size(), 1u);
  EXPECT_EQ(promises[0].words, "send price");
  EXPECT_TRUE(library.directory()->vocabulary.find_topic("psyc2010")->is_module);
}

TEST_P(Interactions, StoresTheSameFormOnce) {
  auto once = draft("hello");
  once.source_key = "key-1";
  const auto first = kept(once, library.priya);
  const auto again = interactions::record(*library.scope(library.priya), *library.directory(), once).value();
  EXPECT_TRUE(again.was_there_already);
  EXPECT_EQ(again.interaction, first);
  EXPECT_EQ(story(library.priya).size(), 1u);
}

TEST_P(Interactions, RefusalsLeaveTheDatabaseUnchanged) {
  const auto before = test::contents(library.database);
  auto early = draft("x");
  early.happened_on = *Date::of(1890, 1, 1);
  auto nobody = draft("x");
  nobody.people.clear();
  auto stranger = draft("x");
  stranger.people = {{Id<Person>{99999}}};
  auto empty_promise = draft("x");
  empty_promise.promises = {{.words = "  "}};
  for (const auto& bad : {early, nobody, stranger, empty_promise}) {
    const auto refused = interactions::record(*library.scope(library.priya), *library.directory(), bad);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::invalid);
  }
  const auto director = interactions::record(*library.scope(library.dora), *library.directory(), draft("x"));
  EXPECT_EQ(director.refusal().kind, Refusal::Kind::forbidden);
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_P(Interactions, ShowsTeamNotesToTheTeamAndRestrictedOnesToThoseNamed) {
  auto team = draft("for the team");
  team.visibility = Visibility::team;
  auto restricted = draft("for two");
  restricted.visibility = Visibility::restricted;
  restricted.staff = {library.priya, library.gwen};
  kept(team, library.priya);
  const auto hidden = kept(restricted, library.priya);
  EXPECT_EQ(story(library.priya).size(), 2u);
  EXPECT_EQ(story(library.tom).size(), 1u) << "the team's note, not the restricted one";
  EXPECT_EQ(story(library.gwen).size(), 1u) << "the restricted one, not the other team's";
  EXPECT_EQ(story(library.ada).size(), 0u) << "administrators are no exception";
  EXPECT_EQ(interactions::get(*library.scope(library.tom), hidden).refusal().kind, Refusal::Kind::not_found);
  EXPECT_EQ(interactions::days_of_person(*library.scope(library.ada), library.jane,
                                         library.today().plus_days(-7), library.today())
                .size(),
            0u);
  EXPECT_EQ(interactions::who_knows(*library.scope(library.tom), library.jane).size(), 1u)
      << "a restricted conversation counts nowhere";
}

TEST_P(Interactions, CountWhoKnowsWhomAsIfAWithdrawnOneHadNeverBeen) {
  const auto on = [&](int days_ago, Visibility visibility = Visibility::library) {
    auto one = draft("a word");
    one.happened_on = library.today().plus_days(-days_ago);
    one.visibility = visibility;
    return one;
  };
  const auto first = kept(on(30), library.priya);
  kept(on(20), library.priya);
  kept(on(15), library.tom);
  const auto last = kept(on(10), library.priya);
  kept(on(1, Visibility::restricted), library.priya);
  const auto known_by_priya = [&] {
    for (const auto& one : interactions::who_knows(*library.scope(library.priya), library.jane))
      if (one.staff == library.priya) return one;
    return interactions::Acquaintance{};
  };
  const auto last_contact = [&] {
    return people::get(*library.scope(library.priya), library.jane)->person.last_on;
  };
  EXPECT_EQ(last_contact(), on(10).happened_on) << "a restricted one shows in no list";
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), last, ""));
  EXPECT_EQ(known_by_priya().conversations, 2);
  EXPECT_EQ(known_by_priya().last_on, on(20).happened_on);
  EXPECT_EQ(last_contact(), on(15).happened_on);
  ASSERT_TRUE(
      interactions::correct(*library.scope(library.priya), *library.directory(), first, 1, on(5), "date"));
  EXPECT_EQ(known_by_priya().conversations, 2);
  EXPECT_EQ(known_by_priya().first_on, on(20).happened_on);
  EXPECT_EQ(known_by_priya().last_on, on(5).happened_on);
  EXPECT_EQ(last_contact(), on(5).happened_on);
}

TEST_P(Interactions, CorrectsAndKeepsTheWordsBefore) {
  const auto id = kept(draft("befor"), library.priya);
  auto better = draft("better words");
  better.happened_on = library.today().plus_days(-3);
  better.people = {{library.owen}};
  const auto corrected = interactions::correct(*library.scope(library.priya), *library.directory(), id, 1,
                                               better, "wrong person");
  ASSERT_TRUE(corrected.ok()) << corrected.refusal().message;
  EXPECT_EQ(corrected->note, "better words");
  EXPECT_EQ(corrected->version, 2);
  EXPECT_TRUE(story(library.priya).empty());
  EXPECT_TRUE(interactions::who_knows(*library.scope(library.priya), library.jane).empty());
  EXPECT_EQ(interactions::who_knows(*library.scope(library.priya), library.owen)[0].conversations, 1);
  const auto history = interactions::history(*library.scope(library.priya), id);
  ASSERT_EQ(history.size(), 1u);
  EXPECT_NE(history[0].content.find("befor"), std::string::npos);
  EXPECT_EQ(history[0].because, "wrong person");
  EXPECT_TRUE(found("befor").empty());
  ASSERT_EQ(found("better").size(), 1u);
  EXPECT_EQ(id_of_document(found("better")[0]), id);
}

TEST_P(Interactions, TellsTheSecondOfTwoTabsThatSomebodyWasFaster) {
  const auto id = kept(draft("first"), library.priya);
  ASSERT_TRUE(
      interactions::correct(*library.scope(library.priya), *library.directory(), id, 1, draft("one"), "")
          .ok());
  const auto before = test::contents(library.database);
  const auto late =
      interactions::correct(*library.scope(library.tom), *library.directory(), id, 1, draft("two"), "");
  EXPECT_EQ(late.refusal().kind, Refusal::Kind::forbidden) << "Tom is not in this conversation";
  const auto slow =
      interactions::correct(*library.scope(library.gwen), *library.directory(), id, 1, draft("two"), "");
  EXPECT_EQ(slow.refusal().kind, Refusal::Kind::conflict);
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_P(Interactions, WithdrawsFromEveryListAndBringsBack) {
  auto promised = draft("secret plan");
  promised.promises = {{.words = "send price"}};
  const auto id = kept(promised, library.priya);
  const auto directory = library.directory();
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *directory, id, "wrong").ok());
  EXPECT_TRUE(story(library.priya).empty());
  EXPECT_TRUE(interactions::promises_with(*library.scope(library.priya), library.jane).empty());
  EXPECT_TRUE(found("secret").empty());
  EXPECT_TRUE(interactions::get(*library.scope(library.priya), id)->is_withdrawn);
  ASSERT_TRUE(interactions::reinstate(*library.scope(library.priya), *directory, id).ok());
  EXPECT_EQ(story(library.priya).size(), 1u);
  EXPECT_EQ(interactions::promises_with(*library.scope(library.priya), library.jane).size(), 1u);
  EXPECT_EQ(found("secret").size(), 1u);
}

TEST_P(Interactions, UndoesForTenMinutesAndOnlyForItsAuthor) {
  const auto id = kept(draft("oops"), library.priya);
  const auto directory = library.directory();
  EXPECT_EQ(interactions::undo(*library.scope(library.tom), *directory, id).refusal().kind,
            Refusal::Kind::not_found);
  EXPECT_EQ(interactions::undo(*library.scope(library.priya, 11), *directory, id).refusal().kind,
            Refusal::Kind::conflict);
  ASSERT_TRUE(interactions::undo(*library.scope(library.priya, 9), *directory, id).ok());
  EXPECT_TRUE(story(library.priya).empty());
}

TEST_P(Interactions, CountsADepartmentWithoutAName) {
  auto nameless = draft("someone from Law asked about parking");
  nameless.people.clear();
  nameless.org_unit = library.law;
  const auto id = kept(nameless, library.tom);
  const std::vector units{library.law};
  const auto timeline = interactions::timeline_of_unit(*library.scope(library.priya), units, {});
  ASSERT_EQ(timeline.interactions.size(), 1u);
  EXPECT_EQ(timeline.interactions[0].id, id);
}

TEST_P(Interactions, WalksALongStoryPageByPageWithoutGapsOrRepeats) {
  for (int i = 0; i < 25; ++i) {
    auto one = draft("note " + std::to_string(i));
    one.happened_on = library.today().plus_days(-(i / 3));
    kept(one, library.priya);
  }
  const auto scope = library.scope(library.priya);
  std::vector<Id<Interaction>> seen;
  interactions::TimelineQuery query{.limit = 10};
  for (int page = 0; page < 3; ++page) {
    const auto timeline = interactions::timeline_of_person(*scope, library.jane, query);
    for (const auto& row : timeline.interactions) seen.push_back(row.id);
    query.before = timeline.next;
  }
  EXPECT_EQ(seen.size(), 25u);
  std::ranges::sort(seen);
  EXPECT_EQ(std::ranges::unique(seen).size(), 0u);
}

TEST_P(Interactions, TicksAPromiseOnce) {
  auto promised = draft("x");
  promised.promises = {{.words = "ring estates", .due_on = library.today()}};
  const auto id =
      interactions::record(*library.scope(library.priya), *library.directory(), promised)->promises[0];
  EXPECT_EQ(interactions::open_promises(*library.scope(library.priya), 10).size(), 1u);
  EXPECT_EQ(interactions::keep_promise(*library.scope(library.tom), id, true).refusal().kind,
            Refusal::Kind::forbidden);
  ASSERT_TRUE(interactions::keep_promise(*library.scope(library.priya), id, true).ok());
  const auto after = test::contents(library.database);
  ASSERT_TRUE(interactions::keep_promise(*library.scope(library.priya), id, true).ok());
  EXPECT_EQ(test::contents(library.database), after);
  EXPECT_EQ(interactions::count_open_promises(*library.scope(library.priya)), 0);
  ASSERT_TRUE(interactions::keep_promise(*library.scope(library.priya), id, false).ok());
  EXPECT_EQ(interactions::count_open_promises(*library.scope(library.priya)), 1);
}

TEST_P(Interactions, RanksPeopleByHowNearTheyAre) {
  auto with_owen = draft("x");
  with_owen.people = {{library.owen}};
  kept(with_owen, library.priya);
  const std::vector people{library.sian, library.owen, library.jane};
  EXPECT_EQ(interactions::nearness(*library.scope(library.priya), *library.directory(), people),
            (std::vector{1, 0, 1}));
  EXPECT_EQ(interactions::nearness(*library.scope(library.tom), *library.directory(), people),
            (std::vector{3, 2, 3}));
}

TEST_P(Interactions, RecordsManyOrNone) {
  std::vector<InteractionDraft> many{draft("a"), draft("b"), draft("c")};
  many[2].happened_on = *Date::of(1890, 1, 1);
  const auto before = test::contents(library.database);
  EXPECT_FALSE(interactions::record_many(*library.scope(library.priya), *library.directory(), many, {}).ok());
  EXPECT_EQ(test::contents(library.database), before);
  many.pop_back();
  const auto recorded =
      interactions::record_many(*library.scope(library.priya), *library.directory(), many, {});
  EXPECT_EQ(recorded.value().size(), 2u);
}

TEST_P(Interactions, ChainsTheAuditOfEveryChange) {
  const auto id = kept(draft("x"), library.priya);
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), id, "").ok());
  const auto broken = library.database->read(
      [&](db::Reader& reader) { return audit::first_broken_event(reader, library.institution); });
  EXPECT_FALSE(broken.has_value());
  library.database->write(
      [&](db::Writer& writer) { writer.execute("update audit_events set action = 'nothing' where id = 1"); });
  EXPECT_EQ(library.database->read(
                [&](db::Reader& reader) { return audit::first_broken_event(reader, library.institution); }),
            1);
}

}  // namespace
}  // namespace rapport
