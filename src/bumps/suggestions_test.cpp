// What a conversation may have come out of: the rules by themselves, and the front door on both engines.
#include "bumps/suggestions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bumps/bumps.hpp"
#include "bumps/suggestion_views.hpp"
#include "interactions/interactions.hpp"
#include "organisation/calendars.hpp"
#include "people/people.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;

class Suggestions : public testing::TestWithParam<db::Engine> {
 protected:
  SmallLibrary library{GetParam()};

  /// What a conversation is made of where it matters here.
  struct Talk {
    int days_ago = 0;
    std::vector<Id<Person>> people = {};
    std::vector<std::string> topics = {};
    std::string_view kind = "meeting";
    std::string note = "About this and that";
    BegunBy begun_by = BegunBy::unknown;
    Visibility visibility = Visibility::library;
    std::vector<PromiseDraft> promises = {};
  };
  interactions::Recorded record(Id<Staff> by, const Talk& talk) {
    const auto directory = library.directory();
    InteractionDraft draft{.kind = directory->vocabulary.find_kind(talk.kind)->id,
                           .happened_on = library.today().plus_days(-talk.days_ago),
                           .begun_by = talk.begun_by,
                           .note = talk.note,
                           .visibility = talk.visibility,
                           .topics = talk.topics,
                           .promises = talk.promises};
    for (const auto person : talk.people) draft.people.push_back({person});
    return interactions::record(*library.scope(by), *directory, draft).value();
  }
  Id<Interaction> talk(Id<Staff> by, const Talk& talk) { return record(by, talk).interaction; }
  std::vector<Suggestion> suggest(Id<Interaction> later, Id<Staff> who, int limit = 3) {
    return bumps::suggest_earlier(*library.scope(who), *library.directory(), later, limit);
  }
  std::vector<Suggestion> suggest(Id<Interaction> later) { return suggest(later, library.priya); }
  static std::vector<Id<Interaction>> ids(const std::vector<Suggestion>& suggestions) {
    std::vector<Id<Interaction>> found;
    for (const auto& one : suggestions) found.push_back(one.earlier.id);
    return found;
  }
  static std::string first_reason(const std::vector<Suggestion>& suggestions) {
    return suggestions.empty() ? "" : suggestions.front().reasons.front().words;
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Suggestions, test::on_each_engine(), test::engine_test_name);

TEST_P(Suggestions, SeeTheConversationsOfMergedRecords) {
  const auto before = talk(library.priya, {.days_ago = 5, .people = {library.owen}});
  const auto later = talk(library.priya, {.days_ago = 1, .people = {library.jane}});
  EXPECT_TRUE(suggest(later).empty());
  ASSERT_TRUE(people::merge(*library.scope(library.ada), library.jane, library.owen));
  ASSERT_THAT(ids(suggest(later)), testing::ElementsAre(before));
  EXPECT_EQ(first_reason(suggest(later)), "Both with Dr Jane Smith");
}

TEST_P(Suggestions, SayThatItWasTheSamePerson) {
  const auto first = talk(library.priya, {.days_ago = 9, .people = {library.jane}});
  const auto second = talk(library.priya, {.days_ago = 2, .people = {library.jane}});
  const auto found = suggest(second);
  EXPECT_THAT(ids(found), testing::ElementsAre(first));
  EXPECT_EQ(first_reason(found), "Both with Dr Jane Smith");
  EXPECT_TRUE(suggest(first).empty());
}

TEST_P(Suggestions, TakeAModuleForMoreThanATopicWhoeverWasThere) {
  const auto module = talk(library.gwen, {.days_ago = 9, .people = {library.owen}, .topics = {"NURS2003"}});
  const auto topic =
      talk(library.tom, {.days_ago = 9, .people = {library.sian}, .topics = {"reading-lists"}});
  const auto later =
      talk(library.priya, {.days_ago = 2, .people = {library.jane}, .topics = {"NURS2003", "reading-lists"}});
  const auto found = suggest(later);
  EXPECT_THAT(ids(found), testing::ElementsAre(module, topic));
  EXPECT_EQ(first_reason(found), "Both about NURS2003");
}

TEST_P(Suggestions, TakeATopicOfAnotherDepartmentForNothing) {
  talk(library.gwen, {.days_ago = 9, .people = {library.owen}, .topics = {"reading-lists"}});
  const auto later =
      talk(library.priya, {.days_ago = 2, .people = {library.jane}, .topics = {"reading-lists"}});
  EXPECT_TRUE(suggest(later).empty());
}

TEST_P(Suggestions, TakeARareTopicForMoreThanACommonOne) {
  for (int i = 0; i < 12; ++i)
    talk(library.gwen, {.days_ago = 20, .people = {library.owen}, .topics = {"reading-lists"}});
  const auto rare = talk(library.tom, {.days_ago = 5, .people = {library.sian}, .topics = {"maps"}});
  const auto common =
      talk(library.tom, {.days_ago = 5, .people = {library.sian}, .topics = {"reading-lists"}});
  const auto later =
      talk(library.priya, {.days_ago = 4, .people = {library.jane}, .topics = {"maps", "reading-lists"}});
  const auto found = suggest(later);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().earlier.id, rare);
  EXPECT_NE(found.front().earlier.id, common);
}

TEST_P(Suggestions, PutAKeptPromiseFirst) {
  const auto made =
      record(library.priya, {.days_ago = 9,
                             .people = {library.jane},
                             .promises = {{.words = "Send the licence price", .person = library.jane}}});
  const auto between = talk(library.priya, {.days_ago = 1, .people = {library.jane}});
  ASSERT_TRUE(interactions::keep_promise(*library.scope(library.priya), made.promises.front(), true));
  const auto later =
      talk(library.priya, {.people = {library.jane}, .note = "Sent the price of the larger licence"});
  const auto found = suggest(later);
  EXPECT_THAT(ids(found), testing::ElementsAre(made.interaction, between));
  EXPECT_EQ(first_reason(found), "A promise from there was kept: Send the licence price");
}

TEST_P(Suggestions, KnowAnAnswerFromASecondMessage) {
  const auto ours = talk(library.priya,
                         {.days_ago = 4, .people = {library.jane}, .kind = "email", .begun_by = BegunBy::us});
  const auto theirs = talk(
      library.priya, {.days_ago = 3, .people = {library.jane}, .kind = "email", .begun_by = BegunBy::them});
  const auto later = talk(
      library.priya, {.days_ago = 2, .people = {library.jane}, .kind = "email", .begun_by = BegunBy::them});
  const auto found = suggest(later);
  EXPECT_THAT(ids(found), testing::ElementsAre(ours, theirs));
  EXPECT_EQ(first_reason(found), "An answer to our message");
}

TEST_P(Suggestions, RememberWhoWasSpokenOf) {
  const auto named =
      talk(library.priya, {.days_ago = 9,
                           .people = {library.jane},
                           .note = "Jane would like us to meet Siân Probert about placements"});
  const auto later = talk(library.tom, {.days_ago = 2, .people = {library.sian}});
  const auto found = suggest(later, library.tom);
  EXPECT_THAT(ids(found), testing::ElementsAre(named));
  EXPECT_EQ(first_reason(found), "Dr Siân Probert was spoken of there");
}

TEST_P(Suggestions, TakeAFirstConversationForAColleaguesIntroduction) {
  const auto with_jane = talk(library.priya, {.days_ago = 3, .people = {library.jane}});
  const auto with_sian = talk(library.priya, {.days_ago = 2, .people = {library.sian}});
  const auto again = talk(library.priya, {.days_ago = 1, .people = {library.sian}});
  EXPECT_EQ(first_reason(suggest(with_sian)),
            "The first conversation with Dr Siân Probert, a colleague of Dr Jane Smith");
  EXPECT_THAT(ids(suggest(again)), testing::ElementsAre(with_sian));
  EXPECT_THAT(ids(suggest(with_sian)), testing::ElementsAre(with_jane));
}

TEST_P(Suggestions, LookBackSixWeeksOfTermAndFurtherOverAVacation) {
  const auto long_ago =
      talk(library.priya, {.days_ago = 52, .people = {library.jane}, .topics = {"NURS2003"}});
  const auto later = talk(library.priya, {.people = {library.jane}, .topics = {"NURS2003"}});
  EXPECT_TRUE(suggest(later).empty());
  const std::vector<CalendarPeriod> late_term{{2026, PeriodKind::vacation, "Summer vacation",
                                               library.today().plus_days(-80),
                                               library.today().plus_days(-20)}};
  ASSERT_TRUE(organisation::change_year(*library.scope(library.gwen),
                                        {.academic_year = 2026, .periods = late_term, .seen = mark_of({})}));
  EXPECT_THAT(ids(suggest(later)), testing::ElementsAre(long_ago));
}

TEST_P(Suggestions, LeaveOutWhatIsLinkedDeclinedOrTakenAway) {
  const auto first = talk(library.priya, {.days_ago = 9, .people = {library.jane}});
  const auto second = talk(library.priya, {.days_ago = 6, .people = {library.jane}});
  const auto third = talk(library.priya, {.days_ago = 2, .people = {library.jane}});
  const auto scope = library.scope(library.priya);
  const auto link = [&](Id<Interaction> from, Id<Interaction> to) {
    return bumps::propose(*scope, *library.directory(), {from, to}).value().id;
  };
  link(first, second);
  const auto bump = link(second, third);
  EXPECT_TRUE(suggest(third).empty()) << "the first lies before it already, over the second";
  ASSERT_TRUE(bumps::remove(*scope, bump));
  EXPECT_THAT(ids(suggest(third)), testing::ElementsAre(first));
  const auto toms = talk(library.tom, {.days_ago = 1, .people = {library.jane}});
  const auto asked = link(third, toms);
  ASSERT_TRUE(bumps::decline(*library.scope(library.tom), *library.directory(), asked));
  EXPECT_THAT(ids(suggest(toms, library.tom)), testing::ElementsAre(second, first));
}

TEST_P(Suggestions, LeaveOutWhatCameOutOfIt) {
  const auto first = talk(library.priya, {.days_ago = 2, .people = {library.jane}});
  const auto second = talk(library.priya, {.days_ago = 2, .people = {library.jane}});
  ASSERT_TRUE(bumps::propose(*library.scope(library.priya), *library.directory(), {second, first}));
  EXPECT_TRUE(suggest(second).empty());
}

TEST_P(Suggestions, KeepFromOthersWhatIsNotTheirs) {
  const auto hidden = talk(library.gwen, {.days_ago = 5,
                                          .people = {library.jane},
                                          .topics = {"NURS2003"},
                                          .visibility = Visibility::restricted});
  const auto later = talk(library.priya, {.days_ago = 2, .people = {library.jane}, .topics = {"NURS2003"}});
  EXPECT_TRUE(suggest(later).empty());
  EXPECT_THAT(ids(suggest(later, library.gwen)), testing::ElementsAre(hidden));
  EXPECT_TRUE(suggest(hidden).empty());
  EXPECT_TRUE(suggest(later, library.dora).empty()) << "directors read and do not link";
}

TEST_P(Suggestions, ForgetWhatWasWithdrawn) {
  const auto first = talk(library.priya, {.days_ago = 9, .people = {library.jane}});
  const auto second = talk(library.priya, {.days_ago = 2, .people = {library.jane}});
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), first, "twice"));
  EXPECT_TRUE(suggest(second).empty());
}

TEST_P(Suggestions, WriteNothing) {
  talk(library.priya, {.days_ago = 9, .people = {library.jane}});
  const auto second = talk(library.priya, {.days_ago = 2, .people = {library.jane}});
  const auto before = test::contents(library.database);
  EXPECT_FALSE(suggest(second).empty());
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_P(Suggestions, OfferThreeOnTodayForOnesOwnThatLedOnFromNothing) {
  std::vector<Id<Interaction>> talks;
  for (int i = 0; i < 6; ++i)
    talks.push_back(
        talk(library.priya, {.days_ago = 12 - 2 * i, .people = {library.jane}, .topics = {"NURS2003"}}));
  const auto weak = talk(library.priya, {.days_ago = 1, .people = {library.jane}});
  ASSERT_TRUE(bumps::propose(*library.scope(library.priya), *library.directory(), {talks[4], talks[5]}));
  const auto found = bumps::suggestions_for(*library.scope(library.priya), *library.directory());
  ASSERT_EQ(found.size(), 3U);
  for (const auto& one : found) {
    EXPECT_NE(one.later.id, talks[5]) << "has a parent";
    EXPECT_NE(one.later.id, weak) << "too little speaks for it";
    EXPECT_LT(one.suggestion.earlier.happened_on, one.later.happened_on);
  }
  EXPECT_GE(found[0].suggestion.weight, found[1].suggestion.weight);
  EXPECT_TRUE(bumps::suggestions_for(*library.scope(library.gwen), *library.directory()).empty());
}

TEST_P(Suggestions, AreShownWithTheirReasonAndAButton) {
  const auto first = talk(library.priya, {.days_ago = 9, .people = {library.jane}});
  const auto second = talk(library.priya, {.days_ago = 2, .people = {library.jane}, .topics = {"maps"}});
  const auto scope = library.scope(library.priya);
  const http::Request request{.method = http::Method::get, .target = "/conversations/2"};
  const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
  const auto later = interactions::get(*scope, second).value();
  const auto found = suggest(second);
  const std::string markup(suggestions_of(visit, *library.directory(), later, found).text());
  EXPECT_THAT(markup, testing::HasSubstr("Both with Dr Jane Smith."));
  EXPECT_THAT(markup,
              testing::HasSubstr("action=\"/conversations/" + std::to_string(second.value) + "/bumps\""));
  EXPECT_THAT(markup, testing::HasSubstr("name=\"other\" value=\"" + std::to_string(first.value) + "\""));
  EXPECT_THAT(markup, testing::HasSubstr("name=\"source\" value=\"suggestion\""));
  EXPECT_EQ(suggestions_of(visit, *library.directory(), later, {}).text(), "");
}

}  // namespace
}  // namespace rapport
