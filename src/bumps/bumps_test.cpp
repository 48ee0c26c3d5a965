// The front door of bumps, on both engines.
#include "bumps/bumps.hpp"

#include <gtest/gtest.h>

#include <barrier>
#include <optional>
#include <thread>

#include "bumps/bump_figures.hpp"
#include "bumps/bump_store.hpp"
#include "interactions/interactions.hpp"
#include "interactions/kinds.hpp"
#include "staff/staff.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;

class Bumps : public testing::TestWithParam<db::Engine> {
 protected:
  SmallLibrary library{GetParam()};

  /// A conversation with Jane so many days ago.
  Id<Interaction> talk(Id<Staff> by, int days_ago, std::string_view kind = "meeting",
                       std::vector<Id<Staff>> staff = {}) {
    const auto directory = library.directory();
    InteractionDraft draft{.kind = directory->vocabulary.find_kind(kind)->id,
                           .happened_on = library.today().plus_days(-days_ago),
                           .note = "About the reading list",
                           .people = {{library.jane}},
                           .staff = std::move(staff)};
    return interactions::record(*library.scope(by), *directory, draft).value().interaction;
  }
  Result<Bump> link(Id<Staff> by, Id<Interaction> from, Id<Interaction> to) {
    return bumps::propose(*library.scope(by), *library.directory(), {from, to});
  }
  Result<Bump> unchanged_link(Id<Staff> by, Id<Interaction> from, Id<Interaction> to) {
    const auto before = test::contents(library.database);
    auto refused = link(by, from, to);
    EXPECT_EQ(test::contents(library.database), before);
    return refused;
  }
  Result<Interaction> move(Id<Staff> by, Id<Interaction> id, int days_ago) {
    const auto scope = library.scope(by);
    const auto row = interactions::get(*scope, id).value();
    InteractionDraft draft{.kind = row.kind,
                           .happened_on = library.today().plus_days(-days_ago),
                           .note = row.note,
                           .people = {{library.jane}},
                           .staff = row.staff};
    return interactions::correct(*scope, *library.directory(), id, row.version, draft, "");
  }
  void close_account(Id<Staff> who) { ASSERT_TRUE(staff::deactivate(*library.scope(library.ada), who)); }
  int bump_count(Id<Interaction> id) {
    return interactions::get(*library.scope(library.gwen), id).value().bump_count;
  }
  /// The job that keeps figures beside links has run.
  void catch_up() {
    while (bumps::catch_up(*library.scope(library.ada), *library.directory())) {
    }
  }
  /// Who helped whom to what, and whose team it was.
  std::vector<std::string> figures() {
    catch_up();
    return library.database->read([](db::Reader& reader) {
      return reader.all(
          "select happened_on || ' ' || helper_id || '>' || colleague_id || '/' || sharers || ' ' || bump_id "
          "from "
          "helps union all select happened_on || ' ' || team_id || ' ' || bump_id from bump_teams order by 1",
          [](const db::Row& row) { return row.string(0); });
    });
  }
  std::int64_t helps() {
    catch_up();
    return kept_helps();
  }
  std::int64_t kept_helps() {
    return library.database->read(
        [](db::Reader& reader) { return reader.count("select count(*) from helps"); });
  }
  std::vector<bump_store::BumpChange> waiting() {
    return library.database->read(
        [&](db::Reader& reader) { return bump_store::changes(reader, library.institution, 100); });
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Bumps, test::on_each_engine(), test::engine_test_name);

TEST_P(Bumps, LinksOnesOwnConversationsAtOnce) {
  const auto first = talk(library.priya, 9);
  const auto second = talk(library.priya, 2);
  const auto bump = link(library.priya, first, second);
  ASSERT_TRUE(bump);
  EXPECT_EQ(bump->state, BumpState::accepted);
  EXPECT_EQ(bump_count(first), 1);
  EXPECT_EQ(bump_count(second), 0);
  EXPECT_TRUE(bumps::answered_lately(*library.scope(library.priya)).empty()) << "nobody had asked";
}

TEST_P(Bumps, AsksTheColleagueOnTheLaterSide) {
  const auto chat = talk(library.priya, 9);
  const auto session = talk(library.tom, 2, "teaching");
  const auto bump = link(library.priya, chat, session);
  ASSERT_TRUE(bump);
  EXPECT_EQ(bump->state, BumpState::proposed);
  EXPECT_EQ(bump_count(chat), 0);
  EXPECT_TRUE(bumps::asked(*library.scope(library.priya)).empty());
  const auto asked = bumps::asked(*library.scope(library.tom));
  ASSERT_EQ(asked.size(), 1U);
  ASSERT_TRUE(asked[0].earlier);
  EXPECT_EQ(asked[0].earlier->id, chat);
  EXPECT_EQ(asked[0].later.id, session);
}

TEST_P(Bumps, AskAlsoOfWhatOnlyTheProposerMayRead) {
  auto gwen = library.scope(library.gwen);
  const InteractionDraft draft{.happened_on = library.today().plus_days(-9),
                               .note = "In confidence",
                               .visibility = Visibility::restricted,
                               .people = {{library.jane}}};
  const auto hidden = interactions::record(*gwen, *library.directory(), draft).value().interaction;
  const auto session = talk(library.tom, 2, "teaching");
  const auto bump = link(library.gwen, hidden, session).value();
  const auto asked = bumps::asked(*library.scope(library.tom));
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_FALSE(asked[0].earlier);
  EXPECT_EQ(asked[0].later.id, session);
  ASSERT_TRUE(bumps::accept(*library.scope(library.tom), *library.directory(), bump.id));
  EXPECT_EQ(bump_count(hidden), 1);
  const auto answered = bumps::answered_lately(*library.scope(library.tom));
  ASSERT_EQ(answered.size(), 1U);
  EXPECT_FALSE(answered[0].earlier);
}

TEST_P(Bumps, BelievesWhoeverSaysTheirOwnStepCameFromAColleague) {
  const auto chat = talk(library.priya, 9);
  const auto session = talk(library.tom, 2, "teaching");
  EXPECT_EQ(link(library.tom, chat, session)->state, BumpState::accepted);
}

TEST_P(Bumps, AskNobodyWhoOnlyReadsOrHasLeft) {
  const auto chat = talk(library.priya, 9);
  const auto directors = talk(library.tom, 2, "teaching", {library.dora});
  EXPECT_EQ(link(library.priya, chat, directors)->state, BumpState::accepted);
  const auto closed = talk(library.tom, 2, "teaching", {library.tom, library.dora});
  close_account(library.tom);
  EXPECT_EQ(link(library.priya, chat, closed)->state, BumpState::accepted);
}

TEST_P(Bumps, ComeBackToTheirProposerWhenNobodyElseCanAnswer) {
  const auto chat = talk(library.priya, 9);
  const auto session = talk(library.tom, 2, "teaching", {library.tom, library.dora});
  const auto bump = link(library.priya, chat, session).value();
  ASSERT_EQ(bump.state, BumpState::proposed);
  EXPECT_TRUE(bumps::asked(*library.scope(library.dora)).empty()) << "directors read only";
  const auto by_leader = [&] {
    return bumps::accept(*library.scope(library.gwen), *library.directory(), bump.id);
  };
  EXPECT_EQ(by_leader().refusal().kind, Refusal::Kind::forbidden) << "Tom can still say";
  close_account(library.tom);
  const auto asked = bumps::asked(*library.scope(library.priya));
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].bump.id, bump.id);
  ASSERT_TRUE(bumps::accept(*library.scope(library.priya), *library.directory(), bump.id));
  EXPECT_EQ(bump_count(chat), 1);
  EXPECT_EQ(helps(), 2);
  EXPECT_TRUE(by_leader()) << "settled alike already";
}

TEST_P(Bumps, LetALeaderAnswerWhereProposerAndAskedAreGone) {
  const auto chat = talk(library.priya, 9);
  const auto session = talk(library.tom, 2, "teaching");
  const auto bump = link(library.priya, chat, session).value();
  close_account(library.tom);
  close_account(library.priya);
  const auto by_leader = bumps::decline(*library.scope(library.gwen), *library.directory(), bump.id);
  ASSERT_TRUE(by_leader);
  EXPECT_EQ(by_leader->state, BumpState::declined);
}

TEST_P(Bumps, AcceptsOnceHoweverOftenAndByWhomever) {
  const auto chat = talk(library.priya, 9);
  const auto session = talk(library.tom, 2, "teaching", {library.tom, library.gwen});
  const auto bump = link(library.priya, chat, session).value();
  const auto by_tom = bumps::accept(*library.scope(library.tom), *library.directory(), bump.id);
  ASSERT_TRUE(by_tom);
  const auto by_gwen = bumps::accept(*library.scope(library.gwen), *library.directory(), bump.id);
  ASSERT_TRUE(by_gwen);
  EXPECT_EQ(by_gwen->settled_by, library.tom);
  EXPECT_EQ(bump_count(chat), 1);
  EXPECT_EQ(helps(), 2);
}

TEST_P(Bumps, AreSettledByOneOfTwoWhoAnswerAtOnce) {
  const auto directory = library.directory();
  for (int round = 0; round < 4; ++round) {
    const auto chat = talk(library.priya, 9);
    const auto session = talk(library.tom, 2, "teaching", {library.tom, library.gwen});
    const auto bump = link(library.priya, chat, session).value();
    std::barrier together(2);
    std::vector<std::optional<Result<Bump>>> answers(2);
    const auto answer = [&](std::size_t place, Id<Staff> who) {
      const auto scope = library.scope(who);
      together.arrive_and_wait();
      answers[place] = place == 0 ? bumps::accept(*scope, *directory, bump.id)
                                  : bumps::decline(*scope, *directory, bump.id);
    };
    std::thread tom(answer, 0, library.tom);
    std::thread gwen(answer, 1, library.gwen);
    tom.join();
    gwen.join();
    ASSERT_NE(answers[0]->ok(), answers[1]->ok()) << "one wins";
    const auto& late = answers[0]->ok() ? *answers[1] : *answers[0];
    EXPECT_EQ(late.refusal().kind, Refusal::Kind::conflict);
    EXPECT_NE(late.refusal().message.find(answers[0]->ok() ? "Tom Ashworth" : "Gwen Rees"),
              std::string::npos);
    EXPECT_EQ(bump_count(chat), answers[0]->ok() ? 1 : 0);
  }
}

TEST_P(Bumps, LinkTwoOfOneDayEitherWayButNotBoth) {
  const auto one = talk(library.priya, 3);
  const auto other = talk(library.priya, 3);
  ASSERT_TRUE(link(library.priya, other, one));
  const auto refused = unchanged_link(library.priya, one, other);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.refusal().message.find("circle"), std::string::npos);
}

TEST_P(Bumps, SaysWhoWasFasterWhenAnotherDeclined) {
  const auto chat = talk(library.priya, 9);
  const auto session = talk(library.tom, 2, "teaching", {library.tom, library.gwen});
  const auto bump = link(library.priya, chat, session).value();
  ASSERT_TRUE(bumps::decline(*library.scope(library.tom), *library.directory(), bump.id));
  const auto before = test::contents(library.database);
  const auto late = bumps::accept(*library.scope(library.gwen), *library.directory(), bump.id);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.refusal().kind, Refusal::Kind::conflict);
  EXPECT_NE(late.refusal().message.find("Tom Ashworth"), std::string::npos);
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_P(Bumps, LetsNobodyAgreeToTheirOwnProposal) {
  const auto chat = talk(library.priya, 9);
  const auto session = talk(library.tom, 2, "teaching");
  const auto bump = link(library.priya, chat, session).value();
  const auto before = test::contents(library.database);
  const auto own = bumps::accept(*library.scope(library.priya), *library.directory(), bump.id);
  ASSERT_FALSE(own);
  EXPECT_EQ(own.refusal().kind, Refusal::Kind::forbidden);
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_P(Bumps, RefusesACircleOfTenSteps) {
  // All on one day, where the calendar does not say which came first.
  std::vector<Id<Interaction>> steps;
  for (int i = 0; i < 10; ++i) steps.push_back(talk(library.priya, 3));
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) ASSERT_TRUE(link(library.priya, steps[i], steps[i + 1]));
  const auto refused = unchanged_link(library.priya, steps.back(), steps.front());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().kind, Refusal::Kind::invalid);
  EXPECT_NE(refused.refusal().message.find("circle"), std::string::npos);
}

TEST_P(Bumps, RefusesWhatLiesBeforeWhatItIsSaidToComeFrom) {
  const auto later = talk(library.priya, 1);
  const auto earlier = talk(library.priya, 5);
  const auto refused = unchanged_link(library.priya, later, earlier);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.refusal().message.find("Wednesday 11 November"), std::string::npos);
  EXPECT_NE(refused.refusal().message.find("Saturday 7 November"), std::string::npos);
}

TEST_P(Bumps, RefusesACorrectionThatTurnsTheOrderRound) {
  const auto first = talk(library.priya, 9);
  const auto second = talk(library.priya, 5);
  ASSERT_TRUE(link(library.priya, first, second));
  const auto before = test::contents(library.database);
  const auto refused = move(library.priya, first, 3);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().faults.front().field, "happened_on");
  EXPECT_NE(refused.refusal().message.find("Monday 9 November"), std::string::npos);
  EXPECT_NE(refused.refusal().message.find("Saturday 7 November"), std::string::npos);
  EXPECT_EQ(test::contents(library.database), before);
  EXPECT_TRUE(move(library.priya, first, 7));
}

TEST_P(Bumps, RefusesALinkToWhatOneMayNotSee) {
  auto scope = library.scope(library.gwen);
  InteractionDraft draft{.happened_on = library.today(),
                         .note = "In confidence",
                         .visibility = Visibility::restricted,
                         .people = {{library.jane}}};
  const auto hidden = interactions::record(*scope, *library.directory(), draft).value().interaction;
  const auto seen = talk(library.priya, 5);
  const auto refused = unchanged_link(library.priya, seen, hidden);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
}

TEST_P(Bumps, LeavesNothingBehindWhenALinkIsTakenAway) {
  const auto chat = talk(library.priya, 9);
  const auto session = talk(library.tom, 2, "teaching");
  const auto bump = link(library.tom, chat, session).value();
  EXPECT_EQ(helps(), 1);
  ASSERT_TRUE(bumps::remove(*library.scope(library.priya), bump.id));
  EXPECT_EQ(bump_count(chat), 0);
  EXPECT_EQ(helps(), 0);
  EXPECT_EQ(link(library.tom, chat, session)->id, bump.id);
  EXPECT_EQ(helps(), 1);
}

TEST_P(Bumps, FollowsManyLinksInParts) {
  constexpr int many = 25;
  for (int i = 0; i < many; ++i) {
    const auto chat = talk(library.priya, 30 + i);
    const auto session = talk(library.tom, 2, "teaching");
    ASSERT_TRUE(link(library.tom, chat, session));
  }
  EXPECT_EQ(kept_helps(), 0) << "a link writes no figures";
  EXPECT_TRUE(bumps::catch_up(*library.scope(library.ada), *library.directory()));
  EXPECT_GT(kept_helps(), 0);
  EXPECT_LT(kept_helps(), many);
  EXPECT_EQ(helps(), many);
  EXPECT_TRUE(waiting().empty());
}

TEST_P(Bumps, KeepsALinkWaitingThatChangedWhileItWasFollowed) {
  const auto chat = talk(library.priya, 9);
  const auto session = talk(library.tom, 2, "teaching");
  const auto bump = link(library.tom, chat, session).value();
  const auto seen = waiting();
  ASSERT_TRUE(bumps::remove(*library.scope(library.priya), bump.id));
  library.database->write(
      [&](db::Writer& writer) { bump_store::erase_changes(writer, library.institution, seen); });
  EXPECT_EQ(waiting().size(), 1U);
  EXPECT_EQ(helps(), 0);
}

TEST_P(Bumps, FollowsAConversationThatIsWithdrawnAndBroughtBack) {
  const auto chat = talk(library.priya, 9);
  const auto session = talk(library.tom, 2, "teaching");
  ASSERT_TRUE(link(library.tom, chat, session));
  const auto scope = library.scope(library.tom);
  ASSERT_TRUE(interactions::withdraw(*scope, *library.directory(), session, "double"));
  EXPECT_EQ(helps(), 0);
  ASSERT_TRUE(interactions::reinstate(*scope, *library.directory(), session));
  EXPECT_EQ(helps(), 1);
}

TEST_P(Bumps, FollowsAKindThatIsAnOutcomeNoMore) {
  const auto chat = talk(library.priya, 9);
  const auto session = talk(library.tom, 2, "teaching");
  ASSERT_TRUE(link(library.tom, chat, session));
  const auto ada = library.scope(library.ada);
  const auto id = library.directory()->vocabulary.find_kind("teaching")->id;
  for (const auto* value : {"", "3"}) {
    const auto row = interactions::get_kind(*ada, id).value();
    auto draft = draft_of(row.kind);
    draft.outcome_value = value;
    ASSERT_TRUE(interactions::change_kind(*ada, id, row.edition, draft));
    EXPECT_EQ(helps(), *value == '\0' ? 0 : 1);
  }
}

TEST_P(Bumps, NamesAnOriginThatIsNoConversation) {
  const auto first = talk(library.priya, 9);
  const auto scope = library.scope(library.priya);
  const OriginDraft draft{.to = first, .kind = OriginKind::newsletter, .words = "The October newsletter"};
  ASSERT_TRUE(bumps::add_origin(*scope, *library.directory(), draft));
  const auto links = bumps::links_of(*scope, first);
  ASSERT_EQ(links.origins.size(), 1U);
  EXPECT_EQ(links.origins[0].words, "The October newsletter");
  ASSERT_TRUE(bumps::remove_origin(*scope, links.origins[0].id));
  EXPECT_TRUE(bumps::links_of(*scope, first).origins.empty());
}

TEST_P(Bumps, RefusesAnOriginWithoutWordsOrPerson) {
  const auto first = talk(library.priya, 9);
  const auto before = test::contents(library.database);
  const auto refused = bumps::add_origin(*library.scope(library.priya), *library.directory(), {.to = first});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().faults.front().field, "words");
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_P(Bumps, LinksManyWithTheFiguresOfOneByOne) {
  const auto chat = talk(library.priya, 9);
  const auto session = talk(library.tom, 5, "teaching", {library.tom, library.gwen});
  const auto help = talk(library.gwen, 2, "consultation");
  const std::vector<bumps::PastBump> past{{{.from = chat, .to = session}, library.tom},
                                          {{.from = chat, .to = help}, library.gwen},
                                          {{.from = session, .to = help}, library.gwen}};
  const auto bumps = bumps::link_many(*library.scope(library.ada), *library.directory(), past);
  ASSERT_TRUE(bumps);
  EXPECT_EQ(bumps->at(0).settled_by, library.gwen);
  EXPECT_EQ(bumps->at(1).settled_by, library.gwen);
  EXPECT_EQ(bump_count(chat), 2);
  EXPECT_EQ(bump_count(session), 1);
  EXPECT_EQ(helps(), 4);
  // Taken away and said again one by one, everything is counted as before.
  const auto before = figures();
  for (const auto& bump : *bumps) ASSERT_TRUE(bumps::remove(*library.scope(library.gwen), bump.id));
  EXPECT_EQ(helps(), 0);
  for (const auto& one : past) {
    const auto bump = link(one.proposed_by, one.draft.from, one.draft.to).value();
    if (bump.state == BumpState::accepted) continue;
    ASSERT_TRUE(bumps::accept(*library.scope(library.gwen), *library.directory(), bump.id));
  }
  EXPECT_EQ(figures(), before);
}

TEST_P(Bumps, LinksAllOfManyOrNone) {
  const auto first = talk(library.priya, 9);
  const auto second = talk(library.priya, 2);
  const std::vector<bumps::PastBump> past{{{.from = first, .to = second}, library.priya},
                                          {{.from = second, .to = first}, library.priya}};
  const auto before = test::contents(library.database);
  const auto refused = bumps::link_many(*library.scope(library.ada), *library.directory(), past);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().kind, Refusal::Kind::invalid);
  const auto not_theirs =
      bumps::link_many(*library.scope(library.priya), *library.directory(), {past.data(), 1});
  EXPECT_EQ(not_theirs.refusal().kind, Refusal::Kind::forbidden);
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_P(Bumps, LetDirectorsReadOnly) {
  const auto first = talk(library.priya, 9);
  const auto second = talk(library.priya, 2);
  EXPECT_EQ(unchanged_link(library.dora, first, second).refusal().kind, Refusal::Kind::forbidden);
}

}  // namespace
}  // namespace rapport
