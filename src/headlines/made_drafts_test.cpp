// Drafts that are kept show each change at once, on both engines: whatever a draft is made from is changed,
// and what is kept is what would be made now.
#include "headlines/made_drafts.hpp"

#include <gtest/gtest.h>

#include "bumps/bumps.hpp"
#include "bumps/stories.hpp"
#include "headlines/headlines.hpp"
#include "interactions/interactions.hpp"
#include "interactions/kinds.hpp"
#include "measures/measures.hpp"
#include "measures/starting_measures.hpp"
#include "organisation/organisation.hpp"
#include "people/people.hpp"
#include "plans/action_plans.hpp"
#include "relationships/champions.hpp"
#include "relationships/relationships.hpp"
#include "staff/portfolio.hpp"
#include "support/small_library.hpp"

namespace rapport::headlines {
namespace {

constexpr int year = 2025;

Date day(unsigned month, unsigned day) {
  return *Date::of(2026, month, day);
}

class MadeDraft : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override {
    library.database->write(
        [&](db::Writer& writer) { insert_measures(writer, library.institution, Instant{}); });
    for (const auto* name : {"Ann One", "Ben Two", "Cai Three", "Dee Four", "Eve Five"}) {
      PersonDraft draft{.full_name = name, .posts = {{.unit = library.nursing, .is_main = true}}};
      staff.push_back(people::add(*ada(), library.directory()->org, draft).value().id);
    }
    for (unsigned i = 0; i < staff.size(); ++i)
      talks.push_back(record(staff[i], day(3, 1 + i), "meeting", "reading-lists"));
  }
  std::unique_ptr<Scope> ada() { return library.scope(library.ada); }
  std::unique_ptr<Scope> priya(int minutes = 0) { return library.scope(library.priya, minutes); }

  Id<Interaction> record(Id<Person> with, Date on, std::string_view kind, std::string topic = "",
                         std::optional<TimeOfDay> at = {}) {
    const auto directory = library.directory();
    InteractionDraft draft{.kind = directory->vocabulary.find_kind(kind)->id,
                           .happened_on = on,
                           .happened_at_time = at,
                           .attendees = 12,
                           .people = {{with}}};
    if (!topic.empty()) draft.topics = {std::move(topic)};
    return interactions::record(*priya(), *directory, draft).value().interaction;
  }

  /// A draft as a page reads it: of one snapshot.
  std::string read(MadeDrafts* kept, Id<Staff> who, int minutes = 0, int of_year = year) {
    const auto scope = library.scope(who, minutes);
    return scope->read([&](db::Reader& snapshot) {
      scope->read_through(snapshot);
      const auto directory = keeper.current(*scope);
      const SheetOf of{directory->org.find(library.nursing), of_year, "The Library"};
      return write_content(headlines::read(*scope, *directory, of, {}, kept).value().content);
    });
  }
  /// What stands there after it is what would be made now, and something else than before.
  template <class F>
  void after(const char* what, F&& change, int of_year = year) {
    const auto before = read(&made, library.priya, 0, of_year);
    ASSERT_EQ(before, read(nullptr, library.priya, 0, of_year)) << "before " << what;
    change();
    const auto now = read(nullptr, library.priya, 0, of_year);
    EXPECT_NE(now, before) << what << " changes nothing: the test is blind";
    EXPECT_EQ(read(&made, library.priya, 0, of_year), now) << what;
  }

  test::SmallLibrary library{GetParam()};
  DirectoryKeeper keeper;
  MadeDrafts made;
  std::vector<Id<Person>> staff;
  std::vector<Id<Interaction>> talks;
};
INSTANTIATE_TEST_SUITE_P(Engines, MadeDraft, test::on_each_engine(), test::engine_test_name);

TEST_P(MadeDraft, IsTakenFromThoseThatAreKept) {
  if (GetParam() == db::Engine::postgres) return;  // other tests commit in the same cluster
  (void)read(&made, library.priya);
  EXPECT_EQ(made.size(), 1U);
  const auto scope = priya();
  const auto directory = library.directory();
  const auto found = scope->read([&](db::Reader& snapshot) {
    scope->read_through(snapshot);
    const SheetOf of{directory->org.find(library.nursing), year, "The Library"};
    const auto first = headlines::read(*scope, *directory, of, {}, &made).value().content;
    const auto second = headlines::read(*scope, *directory, of, {}, &made).value().content;
    EXPECT_EQ(write_content(first), write_content(second));
    return made.size();
  });
  EXPECT_EQ(found, 1U);
}

TEST_P(MadeDraft, FollowsConversations) {
  std::optional<Id<Interaction>> one;
  after("a conversation", [&] { one = record(staff[0], day(4, 2), "meeting", "reading-lists"); });
  after("a correction", [&] {
    const auto there = interactions::get(*priya(), *one).value();
    ASSERT_TRUE(interactions::correct(
        *priya(), *library.directory(), *one, there.version,
        {.kind = there.kind, .happened_on = day(4, 2), .people = {{staff[0]}}, .topics = {"e-books"}},
        "the wrong word"));
  });
  after("a withdrawal",
        [&] { ASSERT_TRUE(interactions::withdraw(*priya(), *library.directory(), talks[1], "by mistake")); });
  after("a session", [&] { (void)record(staff[1], day(5, 5), "teaching", "NURS2010"); });
}

TEST_P(MadeDraft, FollowsPeopleAndLevels) {
  after("somebody new", [&] {
    ASSERT_TRUE(people::add(*ada(), library.directory()->org,
                            {.full_name = "Fay Six", .posts = {{.unit = library.nursing, .is_main = true}}}));
  });
  after("a move", [&] {
    for (const auto person : staff)
      ASSERT_TRUE(
          relationships::move(*priya(), *library.directory(),
                              {.with = person, .level = 2, .reason = "They write to us", .seen_version = 0}));
  });
  after("somebody who left", [&] { ASSERT_TRUE(people::mark_left(*ada(), library.jane, day(10, 1))); });
  after("a champion", [&] {
    const auto directory = library.directory();
    const auto said = [&](ChampionAct act) { return ChampionDraft{act, library.today(), "Why not"}; };
    const auto id = champions::nominate(*priya(), *directory, staff[0], said(ChampionAct::nominated)).value();
    ASSERT_TRUE(champions::say(*priya(), *directory, id, 1, said(ChampionAct::told)));
    ASSERT_TRUE(champions::say(*priya(), *directory, id, 2, said(ChampionAct::agreed)));
  });
  after("another name", [&] {
    const auto details = people::get(*ada(), staff[0]).value();
    auto draft = draft_of(details);
    draft.full_name = "Ann Other";
    ASSERT_TRUE(people::update(*ada(), staff[0], edition(details), draft));
  });
  after("another librarian", [&] {
    ASSERT_TRUE(staff::look_after(
        *library.scope(library.gwen), library.directory()->org,
        {.unit = library.nursing, .staff = library.tom, .from = library.today(), .reason = "takes over"}));
  });
}

TEST_P(MadeDraft, FollowsFiguresAndTheirMeaning) {
  const auto visits = [&] { return measures::get(*priya(), "visits").value(); };
  const auto report = [&](std::int64_t number) {
    ASSERT_TRUE(measures::report(*library.scope(library.gwen), *library.directory(),
                                 {.measure = visits().id,
                                  .unit = library.nursing,
                                  .academic_year = year,
                                  .numbers = {.numerator = whole(number)},
                                  .state = ValueState::final}));
  };
  after("a figure", [&] { report(1200); });
  after("a corrected figure", [&] { report(1300); });
  after("a measure taken out of use",
        [&] { ASSERT_TRUE(measures::retire(*library.scope(library.gwen), visits().id)); });
  after("a measure in use again",
        [&] { ASSERT_TRUE(measures::reinstate(*library.scope(library.gwen), visits().id)); });
}

TEST_P(MadeDraft, FollowsChainsAndStories) {
  std::vector<Id<Interaction>> path{talks[0], record(staff[0], day(4, 1), "call"),
                                    record(staff[0], day(5, 1), "teaching")};
  ASSERT_TRUE(bumps::propose(*priya(), *library.directory(), {.from = path[0], .to = path[1]}));
  after("a bump", [&] {
    ASSERT_TRUE(bumps::propose(*priya(), *library.directory(), {.from = path[1], .to = path[2]}));
  });
  std::optional<Id<Story>> story;
  after("a story", [&] {
    story = bumps::tell(*priya(), *library.directory(), path[0],
                        {.title = "Three steps",
                         .path = path,
                         .quotation = "It worked.",
                         .quoted = staff[0],
                         .permission = "by mail",
                         .permission_on = day(6, 1),
                         .org_unit = library.nursing})
                .value();
  });
  after("a story withdrawn", [&] { ASSERT_TRUE(bumps::withdraw_story(*priya(), *story)); });
  after("another word for a kind", [&] {
    const auto* kind = library.directory()->vocabulary.find_kind("call");
    const auto there = interactions::get_kind(*ada(), kind->id).value();
    auto draft = draft_of(there.kind);
    draft.name = "Ring";
    ASSERT_TRUE(interactions::change_kind(*ada(), kind->id, there.edition, draft));
  });
}

TEST_P(MadeDraft, FollowsPlans) {
  const auto add = [&](std::string words, int of_year) {
    return action_plans::add(*priya(), *library.directory(), {library.nursing, of_year, {}},
                             {.words = std::move(words),
                              .owners = {library.priya},
                              .due_on = library.today().plus_days(30),
                              .is_asked = true})
        .value();
  };
  std::optional<Id<PlanItem>> item;
  after("an action of the next year", [&] { item = add("Library hour", 2026); });
  std::optional<Id<PlanItem>> asked;
  after("what they asked for, done", [&] {
    asked = add("More e-books", 2025);
    ASSERT_TRUE(action_plans::set_state(*priya(), *library.directory(), *asked, 1, {ItemState::done, ""}));
  });
  after("other words", [&] {
    ASSERT_TRUE(action_plans::change(*priya(), *library.directory(), *item, 1,
                                     {.words = "Library day", .due_on = library.today().plus_days(60)}));
  });
}

TEST_P(MadeDraft, FollowsItsOwnWordsAndTheDepartmentsName) {
  after("words", [&] {
    auto draft = new_draft();
    draft.words = {{"say.note", "Hello."}};
    const auto directory = library.directory();
    ASSERT_TRUE(headlines::save(*priya(), *directory,
                                {directory->org.find(library.nursing), year, "The Library"}, 0, draft));
  });
  after(
      "a new name",
      [&] {
        ASSERT_TRUE(organisation::rename(*library.scope(library.gwen), library.nursing, "Health",
                                         library.today().plus_days(-1)));
      },
      2026);
}

TEST_P(MadeDraft, FollowsWhatAnotherProgramWrites) {
  const auto other = db::open_database(library.database.options());
  after("a figure written beside", [&] {
    const auto measure = measures::get(*priya(), "visits").value();
    Scope beside(*other, library.institution, library.scope(library.gwen)->viewer, library.zone,
                 library.scope(library.gwen)->now);
    ASSERT_TRUE(measures::report(beside, *library.directory(),
                                 {.measure = measure.id,
                                  .unit = library.nursing,
                                  .academic_year = year,
                                  .numbers = {.numerator = whole(4321)},
                                  .state = ValueState::final}));
  });
}

TEST_P(MadeDraft, IsMadeAnewInTheNextMinuteAndOnTheNextDay) {
  constexpr int a_day = 24 * 60;
  const auto now = read(&made, library.priya);
  const auto tomorrow = read(&made, library.priya, a_day);
  EXPECT_NE(now, tomorrow);
  EXPECT_EQ(tomorrow, read(nullptr, library.priya, a_day));
  // A session that is yet to come this morning, 9:00 being now.
  const auto first = record(staff[0], library.today().plus_days(-2), "meeting");
  const auto second = record(staff[0], library.today().plus_days(-1), "call");
  const auto later = record(staff[0], library.today(), "teaching", "", TimeOfDay{9 * 60 + 1});
  ASSERT_TRUE(bumps::propose(*priya(), *library.directory(), {.from = first, .to = second}));
  ASSERT_TRUE(bumps::propose(*priya(), *library.directory(), {.from = second, .to = later}));
  const auto before = read(&made, library.priya, 0, 2026);
  const auto after_it = read(&made, library.priya, 2, 2026);
  EXPECT_NE(before, after_it);
  EXPECT_EQ(after_it, read(nullptr, library.priya, 2, 2026));
}

TEST_P(MadeDraft, IsNotTakenFromInsideAChange) {
  const auto scope = priya();
  const auto directory = library.directory();
  const SheetOf of{directory->org.find(library.nursing), year, "The Library"};
  scope->write([&](db::Writer&) {
    (void)headlines::read(*scope, *directory, of, {}, &made);
    return 0;
  });
  EXPECT_EQ(made.size(), 0U);
}

TEST(MadeDraftsKept, AreNotMoreThanThereIsRoomFor) {
  MadeDrafts made(3);
  const auto key = [](int of_year) { return DraftKey{.academic_year = of_year}; };
  for (int i = 0; i < 3; ++i) made.keep(key(i), "now", std::make_shared<const Fitted>());
  EXPECT_NE(made.find(key(0), "now"), nullptr);
  made.keep(key(3), "now", std::make_shared<const Fitted>());
  EXPECT_EQ(made.size(), 3U);
  EXPECT_EQ(made.find(key(1), "now"), nullptr) << "not asked for longest";
  EXPECT_NE(made.find(key(0), "now"), nullptr);
  EXPECT_EQ(made.find(key(0), "later"), nullptr);
}

}  // namespace
}  // namespace rapport::headlines
