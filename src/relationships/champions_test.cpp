// The front door of champions, on both engines.
#include "relationships/champions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bumps/bump_figures.hpp"
#include "bumps/bumps.hpp"
#include "bumps/stories.hpp"
#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "relationships/champion_alerts.hpp"
#include "relationships/quiet.hpp"
#include "relationships/rhythms.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using champions::AlertKind;
using test::SmallLibrary;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Talk {
  std::string kind = "meeting";
  BegunBy begun_by = BegunBy::us;
  Visibility visibility = Visibility::library;
  std::vector<std::string> topics = {};
  std::vector<Id<Person>> also = {};
};

class Champions : public testing::TestWithParam<db::Engine> {
 protected:
  SmallLibrary library{GetParam()};

  std::unique_ptr<Scope> priya() { return library.scope(library.priya); }
  Date ago(int days) { return library.today().plus_days(-days); }

  Id<Interaction> talk(Id<Person> with, int days_ago, Talk how = {}) {
    const auto directory = library.directory();
    InteractionDraft draft{.kind = directory->vocabulary.find_kind(how.kind)->id,
                           .happened_on = ago(days_ago),
                           .begun_by = how.begun_by,
                           .visibility = how.visibility,
                           .people = {{with}},
                           .topics = std::move(how.topics)};
    for (const auto person : how.also) draft.people.push_back({person});
    return interactions::record(*priya(), *directory, draft).value().interaction;
  }
  void follow(int days_later = 0) {
    const auto scope = library.scope(library.ada, days_later * 24 * 60);
    while (bumps::catch_up(*scope, *library.directory())) {
    }
    while (rhythms::catch_up(*scope, *library.directory())) {
    }
  }
  /// Embedded, came back three times, introduced Owen: three signs.
  void make_helpful(Id<Person> person) {
    talk(person, 300, {.kind = "embedded"});
    for (const int days : {200, 150, 100}) talk(person, days, {.begun_by = BegunBy::them});
    introduce(person, library.owen, 50);
    follow();
  }
  Id<Origin> introduce(Id<Person> by, Id<Person> to, int days_ago) {
    return bumps::add_origin(*priya(), *library.directory(), {.to = talk(to, days_ago), .person = by})
        .value();
  }
  std::vector<Sign> signs_of(Id<Person> person, int minutes_later = 0) {
    const auto scope = library.scope(library.tom, minutes_later);
    const auto directory = library.directory();
    return held(champions::findings_of(*scope, *directory, *directory->people.find(person)), scope->today);
  }
  std::vector<Id<Person>> suggested(int days_later = 0) {
    const auto scope = library.scope(library.tom, days_later * 24 * 60);
    const auto directory = library.directory();
    std::vector<Id<Person>> all;
    for (const auto& one : champions::suggestions(*scope, *directory)) {
      all.push_back(one.person->id);
      EXPECT_EQ(one.signs, signs_of(one.person->id, days_later * 24 * 60))
          << "the list says what the page says";
    }
    return all;
  }
  ChampionDraft draft(ChampionAct act, int days_ago = 0, std::string words = "She opens doors") {
    return {act, ago(days_ago), std::move(words)};
  }
  Result<Id<Champion>> nominate(Id<Staff> by, Id<Person> person, int days_ago = 0) {
    return champions::nominate(*library.scope(by), *library.directory(), person,
                               draft(ChampionAct::nominated, days_ago));
  }
  Result<Champion> say(Id<Champion> id, ChampionAct act, int days_ago = 0, int version = 0,
                       Id<Staff> by = {}) {
    const auto scope = library.scope(by == Id<Staff>{} ? library.priya : by);
    const int seen = version == 0 ? champions::get(*scope, id).value().version : version;
    return champions::say(*scope, *library.directory(), id, seen, draft(act, days_ago));
  }
  Id<Champion> make_champion(Id<Person> person, int agreed_days_ago = 30) {
    const auto id = nominate(library.priya, person, agreed_days_ago).value();
    EXPECT_TRUE(say(id, ChampionAct::told, agreed_days_ago));
    EXPECT_TRUE(say(id, ChampionAct::agreed, agreed_days_ago));
    return id;
  }
  std::optional<Champion> mark(Id<Person> person) {
    return champions::mark_of(*priya(), *library.directory(), person);
  }
  std::vector<AlertKind> alerts(champions::AlertsOf of = champions::AlertsOf::everybody, Id<Staff> who = {}) {
    const auto scope = library.scope(who == Id<Staff>{} ? library.priya : who);
    std::vector<AlertKind> kinds;
    for (const auto& alert : champions::alerts(*scope, *library.directory(), of)) kinds.push_back(alert.kind);
    return kinds;
  }
  template <class F>
  Refusal refused(F&& work) {
    const auto made = test::unchanged(library.database, std::forward<F>(work));
    EXPECT_FALSE(made);
    return made ? Refusal{} : made.refusal();
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Champions, test::on_each_engine(), test::engine_test_name);

TEST_P(Champions, AreSuggestedAtThreeSigns) {
  make_helpful(library.jane);
  talk(library.sian, 300, {.kind = "embedded"});
  follow();
  EXPECT_THAT(signs_of(library.jane), ElementsAre(Sign::introduced, Sign::embedded, Sign::came_back));
  EXPECT_THAT(suggested(), ElementsAre(library.jane));
}

TEST_P(Champions, AreNotSuggestedOnceASignIsTooOld) {
  make_helpful(library.jane);
  EXPECT_THAT(suggested(400), ElementsAre(library.jane));
  EXPECT_THAT(suggested(440), IsEmpty()) << "being embedded was more than 24 months ago";
}

TEST_P(Champions, ShowTheRowsThatMadeASign) {
  make_helpful(library.jane);
  const auto directory = library.directory();
  const auto findings = champions::findings_of(*priya(), *directory, *directory->people.find(library.jane));
  const auto& met = findings[static_cast<std::size_t>(Sign::introduced)];
  ASSERT_EQ(met.rows.size(), 1U);
  EXPECT_EQ(met.rows[0].person, library.owen);
  const auto row = interactions::get(*priya(), *met.rows[0].conversation).value();
  EXPECT_EQ(row.happened_on, ago(50));
  EXPECT_EQ(findings[static_cast<std::size_t>(Sign::came_back)].rows.size(), 3U);
}

TEST_P(Champions, CountNothingThatNotEverybodyMayRead) {
  talk(library.jane, 300, {.kind = "embedded", .visibility = Visibility::team});
  talk(library.jane, 290, {.kind = "embedded", .visibility = Visibility::restricted});
  const auto secret = talk(library.owen, 40, {.visibility = Visibility::restricted});
  ASSERT_TRUE(bumps::add_origin(*priya(), *library.directory(), {.to = secret, .person = library.jane}));
  follow();
  EXPECT_THAT(signs_of(library.jane), IsEmpty());
}

TEST_P(Champions, DoNotIntroduceThemselves) {
  introduce(library.jane, library.jane, 20);
  ASSERT_TRUE(people::merge(*priya(), library.jane, library.sian));
  introduce(library.sian, library.jane, 10);
  follow();
  EXPECT_THAT(signs_of(library.jane), IsEmpty());
  introduce(library.sian, library.owen, 10);
  EXPECT_THAT(signs_of(library.jane), ElementsAre(Sign::introduced)) << "of a merged record too";
}

TEST_P(Champions, LoseASignWithItsConversation) {
  make_helpful(library.jane);
  const auto id = talk(library.sian, 5);
  const auto origin =
      bumps::add_origin(*priya(), *library.directory(), {.to = id, .person = library.sian}).value();
  ASSERT_TRUE(bumps::remove_origin(*priya(), origin));
  const auto directory = library.directory();
  const auto findings = champions::findings_of(*priya(), *directory, *directory->people.find(library.jane));
  for (const auto& row : findings[static_cast<std::size_t>(Sign::introduced)].rows)
    ASSERT_TRUE(interactions::withdraw(*priya(), *directory, *row.conversation, "Wrong person"));
  EXPECT_THAT(suggested(), IsEmpty());
}

TEST_P(Champions, ReachPeopleAndModules) {
  const auto from = talk(library.jane, 60);
  const auto to = talk(library.owen, 40, {.kind = "teaching", .topics = {"PSYC2010", "LAWS1001"}});
  ASSERT_TRUE(bumps::propose(*priya(), *library.directory(), {from, to}));
  follow();
  EXPECT_THAT(signs_of(library.jane), ElementsAre(Sign::reach));
  EXPECT_THAT(signs_of(library.owen), IsEmpty());
}

TEST_P(Champions, AreQuotedWithPermission) {
  const auto from = talk(library.jane, 60);
  const auto to = talk(library.owen, 40);
  ASSERT_TRUE(bumps::propose(*priya(), *library.directory(), {from, to}));
  const auto story = bumps::tell(*priya(), *library.directory(), from,
                                 {.title = "A chat that led on",
                                  .path = {from, to},
                                  .quotation = "They saved my term",
                                  .quoted = library.jane,
                                  .permission = "by email",
                                  .permission_on = ago(3)})
                         .value();
  EXPECT_THAT(signs_of(library.jane), ElementsAre(Sign::endorsed));
  ASSERT_TRUE(bumps::withdraw_story(*priya(), story));
  EXPECT_THAT(signs_of(library.jane), IsEmpty());
}

TEST_P(Champions, AreTickedWithTheConversationThatShowsIt) {
  const auto id = talk(library.jane, 20);
  const auto wanted = champions::TickDraft{Sign::spoke, id, "Spoke up for us at the board"};
  const auto tick = champions::tick(*priya(), *library.directory(), library.jane, wanted).value();
  EXPECT_THAT(signs_of(library.jane), ElementsAre(Sign::spoke));
  const auto again = refused([&] {
    return champions::tick(*library.scope(library.tom), *library.directory(), library.jane, wanted);
  });
  EXPECT_EQ(again.kind, Refusal::Kind::conflict);
  EXPECT_THAT(again.message, HasSubstr("Spoke up for us at the board"));
  EXPECT_EQ(refused([&] { return champions::take_back_tick(*library.scope(library.tom), tick); }).kind,
            Refusal::Kind::forbidden);
  ASSERT_TRUE(champions::take_back_tick(*library.scope(library.gwen), tick)) << "a leader";
  ASSERT_TRUE(champions::take_back_tick(*priya(), tick)) << "twice is once";
  EXPECT_THAT(signs_of(library.jane), IsEmpty());
}

TEST_P(Champions, AreNotTickedWithoutEvidence) {
  const auto with_owen = talk(library.owen, 20);
  const auto secret = talk(library.jane, 20, {.visibility = Visibility::restricted});
  const auto old = talk(library.jane, 800);
  const auto good = talk(library.jane, 9);
  const auto fields = [&](champions::TickDraft draft) {
    std::string all;
    for (const auto& fault :
         refused([&] { return champions::tick(*priya(), *library.directory(), library.jane, draft); }).faults)
      all.append(all.empty() ? "" : " ").append(fault.field);
    return all;
  };
  EXPECT_EQ(fields({Sign::spoke, with_owen, "x"}), "conversation");
  EXPECT_EQ(fields({Sign::spoke, secret, "x"}), "conversation");
  EXPECT_EQ(fields({Sign::spoke, old, "x"}), "conversation");
  EXPECT_EQ(fields({Sign::spoke, Id<Interaction>{99'999}, "x"}), "conversation");
  EXPECT_EQ(fields({Sign::spoke, good, " \n "}), "tick-words");
  EXPECT_EQ(fields({Sign::embedded, good, std::string(501, 'x')}), "sign tick-words");
  EXPECT_EQ(fields({}), "sign conversation tick-words");
}

TEST_P(Champions, AreNominatedToldAndAgree) {
  make_helpful(library.jane);
  const auto id = nominate(library.priya, library.jane, 20).value();
  EXPECT_EQ(mark(library.jane)->state, ChampionState::nominated);
  EXPECT_THAT(suggested(), IsEmpty());
  ASSERT_TRUE(say(id, ChampionAct::told, 10));
  ASSERT_TRUE(say(id, ChampionAct::agreed, 5, 0, library.tom));
  const auto agreed = mark(library.jane).value();
  EXPECT_TRUE(agreed.is_champion(library.today()));
  EXPECT_EQ(agreed.expires_on, ago(5).plus_months(24));
  const auto directory = library.directory();
  const auto account = champions::account_of(*priya(), *directory, *directory->people.find(library.jane));
  ASSERT_EQ(account.terms.size(), 1U);
  const auto& steps = account.terms[0].steps;
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_THAT(steps[0].signs, ElementsAre(Sign::introduced, Sign::embedded, Sign::came_back));
  EXPECT_EQ(steps[2].recorded_by, library.tom);
  EXPECT_EQ(steps[2].happened_on, ago(5));
}

TEST_P(Champions, AreNominatedOnce) {
  ASSERT_TRUE(nominate(library.priya, library.jane, 3));
  const auto refusal = refused([&] { return nominate(library.tom, library.jane); });
  EXPECT_EQ(refusal.kind, Refusal::Kind::conflict);
  EXPECT_THAT(refusal.message, HasSubstr("Priya"));
  EXPECT_THAT(refusal.message, HasSubstr("9 November"));
}

TEST_P(Champions, RefuseAStepOutOfOrder) {
  const auto id = nominate(library.priya, library.jane, 9).value();
  const auto early = refused([&] { return say(id, ChampionAct::agreed); });
  EXPECT_EQ(early.kind, Refusal::Kind::conflict);
  EXPECT_THAT(early.message, HasSubstr("not been told yet"));
  EXPECT_EQ(refused([&] { return say(id, ChampionAct::renewed); }).kind, Refusal::Kind::conflict);
  EXPECT_EQ(refused([&] { return say(id, ChampionAct::told, 10); }).faults.at(0).field, "happened_on");
  ASSERT_TRUE(say(id, ChampionAct::told, 8));
  const auto late = refused([&] { return say(id, ChampionAct::told, 8, 1); });
  EXPECT_THAT(late.message, HasSubstr("Somebody was faster"));
  ASSERT_TRUE(say(id, ChampionAct::declined, 1));
  EXPECT_EQ(refused([&] { return say(id, ChampionAct::agreed); }).kind, Refusal::Kind::conflict);
  EXPECT_TRUE(nominate(library.tom, library.jane)) << "a nomination anew";
}

TEST_P(Champions, AreReadByDirectors) {
  const auto id = make_champion(library.jane);
  const auto directory = library.directory();
  EXPECT_EQ(refused([&] { return nominate(library.dora, library.owen); }).kind, Refusal::Kind::forbidden);
  EXPECT_EQ(refused([&] { return say(id, ChampionAct::ended, 0, 3, library.dora); }).kind,
            Refusal::Kind::forbidden);
  const auto dora = library.scope(library.dora);
  EXPECT_EQ(refused([&] {
              return champions::thank(*dora, *directory, library.jane, {ago(1), "x"});
            }).kind,
            Refusal::Kind::forbidden);
  EXPECT_EQ(refused([&] { return champions::tick(*dora, *directory, library.jane, {}); }).kind,
            Refusal::Kind::forbidden);
  EXPECT_EQ(refused([&] { return champions::accept_one(*dora, *directory, library.nursing, ""); }).kind,
            Refusal::Kind::forbidden);
  EXPECT_EQ(champions::listed(*dora, *directory).size(), 1U);
}

TEST_P(Champions, KeepALogOfThanks) {
  const auto thank = [&](Id<Person> person, ChampionThanksDraft draft) {
    return champions::thank(*priya(), *library.directory(), person, draft);
  };
  EXPECT_EQ(refused([&] { return thank(library.owen, {ago(1), "A card"}); }).kind, Refusal::Kind::conflict);
  make_champion(library.jane);
  EXPECT_EQ(refused([&] { return thank(library.jane, {ago(-1), "A card"}); }).faults.at(0).field, "said_on");
  EXPECT_EQ(refused([&] {
              return thank(library.jane, {ago(1), std::string(1'000'000, 'x')});
            })
                .faults.at(0)
                .field,
            "thanks");
  ASSERT_TRUE(thank(library.jane, {ago(9), "A card"}));
  ASSERT_TRUE(thank(library.jane, {ago(2), "Cake <at> tea"}));
  const auto directory = library.directory();
  const auto account = champions::account_of(*priya(), *directory, *directory->people.find(library.jane));
  ASSERT_EQ(account.thanks.size(), 2U);
  EXPECT_EQ(account.thanks[0].words, "Cake <at> tea");
}

TEST_P(Champions, OfMergedRecordsAreOne) {
  make_champion(library.sian);
  const auto other = nominate(library.priya, library.jane).value();
  ASSERT_TRUE(people::merge(*priya(), library.jane, library.sian));
  EXPECT_EQ(mark(library.jane)->state, ChampionState::agreed) << "the one that is further on";
  const auto scope = priya();
  ASSERT_EQ(champions::listed(*scope, *library.directory()).size(), 1U);
  EXPECT_EQ(refused([&] { return nominate(library.priya, library.sian); }).kind, Refusal::Kind::conflict);
  ASSERT_TRUE(say(other, ChampionAct::ended)) << "the second can be ended";
  ASSERT_TRUE(people::undo_merge(*priya(), library.sian));
  EXPECT_EQ(mark(library.jane)->state, ChampionState::ended);
}

TEST_P(Champions, StayWhenEvidenceIsWithdrawnLaterAndTheSignGoes) {
  const auto spoken = talk(library.jane, 30);
  const auto directory = library.directory();
  ASSERT_TRUE(champions::tick(*priya(), *directory, library.jane, {Sign::spoke, spoken, "At the board"}));
  const auto id = nominate(library.priya, library.jane, 9).value();
  ASSERT_TRUE(say(id, ChampionAct::told, 8));
  ASSERT_TRUE(say(id, ChampionAct::agreed, 7));
  ASSERT_THAT(signs_of(library.jane), ElementsAre(Sign::spoke));
  ASSERT_TRUE(interactions::withdraw(*priya(), *directory, spoken, "It was somebody else"));
  EXPECT_THAT(signs_of(library.jane), IsEmpty()) << "nothing shows it any more";
  EXPECT_EQ(mark(library.jane)->state, ChampionState::agreed) << "people decided, not a count";
  const auto account = champions::account_of(*priya(), *directory, *directory->people.find(library.jane));
  EXPECT_THAT(account.terms.at(0).steps.at(0).signs, ElementsAre(Sign::spoke)) << "as it held on the day";
  ASSERT_TRUE(interactions::reinstate(*priya(), *directory, spoken));
  EXPECT_THAT(signs_of(library.jane), ElementsAre(Sign::spoke));
}

TEST_P(Champions, WhoLeaveRaiseAnAlertAndCanOnlyEnd) {
  const auto id = make_champion(library.jane);
  EXPECT_THAT(alerts(), ElementsAre(AlertKind::rests_on_one));
  ASSERT_TRUE(people::mark_left(*priya(), library.jane, ago(1)));
  EXPECT_THAT(alerts(), ElementsAre(AlertKind::left));
  EXPECT_EQ(refused([&] { return say(id, ChampionAct::renewed); }).kind, Refusal::Kind::conflict);
  EXPECT_EQ(refused([&] { return nominate(library.tom, library.jane); }).kind, Refusal::Kind::conflict);
  ASSERT_TRUE(say(id, ChampionAct::ended));
  EXPECT_THAT(alerts(), IsEmpty());
}

TEST_P(Champions, InAnotherPostRaiseAnAlert) {
  const auto id = make_champion(library.jane);
  ASSERT_TRUE(people::add_post(*priya(), library.directory()->org, library.jane,
                               {.unit = library.law, .title = "Dean", .is_main = true}));
  EXPECT_THAT(alerts(), ElementsAre(AlertKind::other_post, AlertKind::rests_on_one));
  const auto scope = priya();
  const auto found = champions::alerts(*scope, *library.directory(), champions::AlertsOf::everybody);
  EXPECT_THAT(found[0].words, HasSubstr("now Dean, "));
  ASSERT_TRUE(say(id, ChampionAct::stays));
  EXPECT_THAT(alerts(), ElementsAre(AlertKind::rests_on_one));
}

TEST_P(Champions, ExpireAfterTwoYears) {
  const auto id = make_champion(library.jane, 680);  // 731 days are two years
  EXPECT_THAT(alerts(), ElementsAre(AlertKind::expiring, AlertKind::rests_on_one));
  ASSERT_TRUE(say(id, ChampionAct::renewed));
  EXPECT_THAT(alerts(), ElementsAre(AlertKind::rests_on_one));
  const auto old = make_champion(library.owen, 740);
  EXPECT_FALSE(mark(library.owen)->is_champion(library.today()));
  EXPECT_EQ(champions::mark_words(mark(library.owen), library.today()), "");
  EXPECT_THAT(alerts(), ElementsAre(AlertKind::expiring, AlertKind::rests_on_one))
      << "an expired one supports nobody";
  ASSERT_TRUE(say(old, ChampionAct::renewed));
  EXPECT_TRUE(mark(library.owen)->is_champion(library.today()));
}

TEST_P(Champions, WhoHaveGoneQuietRaiseAnAlertUntilItIsAnswered) {
  for (int month = 4; month >= 0; --month) talk(library.jane, 110 + 30 * month);
  follow();
  make_champion(library.jane);
  EXPECT_THAT(alerts(), ElementsAre(AlertKind::gone_quiet, AlertKind::rests_on_one));
  ASSERT_TRUE(quiet::leave_as_is(*priya(), *library.directory(), library.jane, ""));
  EXPECT_THAT(alerts(), ElementsAre(AlertKind::rests_on_one));
}

TEST_P(Champions, MayBeTheOnlyOneOfADepartment) {
  make_champion(library.jane);
  ASSERT_TRUE(champions::accept_one(*priya(), *library.directory(), library.nursing, "A small school"));
  EXPECT_THAT(alerts(), IsEmpty());
  EXPECT_EQ(refused([&] {
              return champions::accept_one(*priya(), *library.directory(), library.nursing, "");
            }).kind,
            Refusal::Kind::conflict);
  make_champion(library.sian);
  EXPECT_THAT(alerts(), IsEmpty()) << "two of them";
  const auto of_jane = mark(library.jane).value();
  ASSERT_TRUE(say(of_jane.id, ChampionAct::ended));
  EXPECT_THAT(alerts(), ElementsAre(AlertKind::rests_on_one)) << "it rests on another one now";
}

TEST_P(Champions, AskTheLeadOfTheDepartmentAlone) {
  make_champion(library.jane);
  EXPECT_EQ(library.directory()->staff.lead_of(library.nursing)->id, library.priya);
  EXPECT_THAT(alerts(champions::AlertsOf::mine, library.priya), ElementsAre(AlertKind::rests_on_one));
  EXPECT_THAT(alerts(champions::AlertsOf::mine, library.gwen), IsEmpty());
}

TEST_P(Champions, AreNotSuggestedAgainForAYear) {
  make_helpful(library.jane);
  ASSERT_TRUE(champions::set_suggestion_aside(*priya(), *library.directory(), library.jane, "Next year"));
  EXPECT_THAT(suggested(), IsEmpty());
  EXPECT_EQ(refused([&] {
              return champions::set_suggestion_aside(*priya(), *library.directory(), library.jane, "");
            }).kind,
            Refusal::Kind::conflict);
  EXPECT_THAT(suggested(364), IsEmpty());
  EXPECT_THAT(suggested(365), ElementsAre(library.jane));
}

TEST_P(Champions, FollowTheNumberThatALibraryAsksFor) {
  make_helpful(library.jane);
  const auto gwen = library.scope(library.gwen);
  EXPECT_EQ(refused([&] { return champions::change_rule(*priya(), 0, 4, "Stricter"); }).kind,
            Refusal::Kind::forbidden);
  EXPECT_EQ(refused([&] { return champions::change_rule(*gwen, 0, 7, " "); }).faults.size(), 2U);
  EXPECT_EQ(refused([&] { return champions::change_rule(*gwen, 0, std::nullopt, "x"); }).faults.size(), 1U);
  ASSERT_TRUE(champions::change_rule(*gwen, 0, 4, "Stricter"));
  EXPECT_THAT(suggested(), IsEmpty());
  EXPECT_EQ(refused([&] { return champions::change_rule(*gwen, 0, 2, "Looser"); }).kind,
            Refusal::Kind::conflict);
}

}  // namespace
}  // namespace rapport
