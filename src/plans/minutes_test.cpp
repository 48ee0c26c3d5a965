// Minutes: what each line becomes, and keeping them.
#include "plans/minutes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/any_text_test.hpp"
#include "base/text.hpp"
#include "interactions/interactions.hpp"
#include "plans/action_plan_pages.hpp"
#include "plans/meeting_pages.hpp"
#include "plans/meetings.hpp"
#include "support/library_pages.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Kind = MinutesLine::Kind;

class Minutes : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};
  std::vector<std::string> themes = {"Teaching and skills", "Reading lists"};

  std::vector<MinutesLine> read(std::string_view text) {
    const auto directory = library.directory();
    return read_minutes(text, {*directory, library.today(), library.priya, themes});
  }
  MinutesLine one(std::string_view text) {
    const auto lines = read(text);
    EXPECT_THAT(lines, SizeIs(1));
    return lines.at(0);
  }
  Result<meetings::Kept> keep(const std::string& words, bool is_logged = true, Id<Staff> by = {}) {
    return meetings::keep(*library.scope(by.value == 0 ? library.priya : by), *library.directory(),
                          {library.nursing, 2026, {}}, {words, is_logged});
  }
  std::vector<Promise> promises(Id<Staff> of) { return interactions::open_promises(*library.scope(of), 20); }
};

INSTANTIATE_TEST_SUITE_P(Engines, Minutes, test::on_each_engine(), test::engine_test_name);

TEST_P(Minutes, ReadAnActionWithNamesThemeAndDay) {
  const auto line =
      one("+ Library hour in week three @Tom @Jane Smith #teach by 12 Feb | Stands in the timetable");
  EXPECT_EQ(line.kind, Kind::action);
  EXPECT_EQ(line.item.words, "Library hour in week three");
  EXPECT_THAT(line.item.owners, ElementsAre(library.tom));
  EXPECT_THAT(line.item.people, ElementsAre(library.jane));
  EXPECT_EQ(line.item.their_owners, "Dr Jane Smith");
  EXPECT_EQ(line.item.theme, "Teaching and skills");
  EXPECT_EQ(line.item.due_on, Date::of(2027, 2, 12));
  EXPECT_EQ(line.item.success, "Stands in the timetable");
  EXPECT_FALSE(line.item.is_asked);
}

TEST_P(Minutes, TakeWhoWritesWhereNobodyIsNamed) {
  const auto line = one("? E-books in five trusts");
  EXPECT_TRUE(line.item.is_asked);
  EXPECT_THAT(line.item.owners, ElementsAre(library.priya));
  EXPECT_EQ(line.item.words, "E-books in five trusts");
}

TEST_P(Minutes, ReadPromisesOfBothSides) {
  const auto mine = one("> send the figures Fri");
  EXPECT_EQ(mine.kind, Kind::our_promise);
  EXPECT_EQ(mine.words, "send the figures");
  EXPECT_EQ(mine.due_on, Date::of(2026, 11, 13));
  EXPECT_FALSE(mine.staff);
  EXPECT_EQ(one("-> ring estates @Tom").staff, library.tom);
  const auto theirs = one("< @Jane Smith sends the module list");
  EXPECT_EQ(theirs.kind, Kind::their_promise);
  EXPECT_THAT(theirs.people, ElementsAre(library.jane));
}

TEST_P(Minutes, LeaveWhatIsNotMarkedAsItWasSaid) {
  const auto lines = read("Welcome\n\n  a + b is no action\n+\n>  \n@Jane Smith spoke of placements\n3 > 2");
  EXPECT_THAT(lines, SizeIs(6));
  for (const auto& line : lines) EXPECT_EQ(line.kind, Kind::said) << line.typed;
  EXPECT_THAT(lines[4].people, ElementsAre(library.jane));
  EXPECT_EQ(lines[5].number, 7);
}

TEST_P(Minutes, SayWhatIsNotCertainAndRefuseNothing) {
  const auto line = one("+ Ask @smith about #nothing");
  EXPECT_THAT(line.doubt, HasSubstr("Owen Smith"));
  EXPECT_EQ(line.item.words, "Ask smith about #nothing");
  EXPECT_THAT(line.item.people, IsEmpty());
}

TEST_P(Minutes, BecomeActionsPromisesAndAConversation) {
  const auto kept = keep(
      "Good talk with @Jane Smith\n+ Library hour by 12 Feb\n? Quieter rooms\n> send figures Fri\n"
      "> look at rooms @Tom\n< @Jane Smith sends the list");
  ASSERT_TRUE(kept) << kept.refusal().message;
  EXPECT_EQ(kept->actions, 2);
  EXPECT_EQ(kept->promises, 3);
  const auto plan =
      action_plans::of(*library.scope(library.dora), *library.directory(), library.nursing, 2026);
  ASSERT_THAT(plan->items, SizeIs(2));
  EXPECT_TRUE(plan->items[1].is_asked);
  EXPECT_THAT(promises(library.tom), SizeIs(1));
  EXPECT_THAT(promises(library.priya), SizeIs(2)) << "the hour and the figures";
  const auto conversation = interactions::get(*library.scope(library.tom), *kept->interaction);
  EXPECT_EQ(conversation->org_unit, library.nursing);
  EXPECT_THAT(conversation->people, ElementsAre(library.jane));
  const auto minutes = action_plans::minutes(*library.scope(library.dora), kept->plan);
  ASSERT_THAT(minutes, SizeIs(1));
  EXPECT_THAT(minutes[0].words, HasSubstr("+ Library hour by 12 Feb")) << "as they were typed";
  EXPECT_EQ(minutes[0].interaction, kept->interaction);
}

TEST_P(Minutes, AreKeptWithoutAConversationToo) {
  const auto kept = keep("Only us\n> send figures Fri", false);
  ASSERT_TRUE(kept);
  EXPECT_FALSE(kept->interaction);
  EXPECT_THAT(promises(library.priya), SizeIs(1));
}

TEST_P(Minutes, AreKeptWholeOrNotAtAll) {
  const auto refused = [&](const std::string& words, Id<Staff> by = {}) {
    auto kept = test::unchanged(library.database, [&] { return keep(words, true, by); });
    return kept ? Refusal{} : kept.refusal();
  };
  const auto late = refused("+ One\nsaid\n+ Another by 12 Feb 2031");
  ASSERT_THAT(late.faults, SizeIs(1));
  EXPECT_EQ(late.faults[0].field, "minutes");
  EXPECT_THAT(late.faults[0].message, HasSubstr("Line 3: "));
  EXPECT_THAT(refused("+ One\n+ " + std::string(301, 'x')).faults.at(0).message, HasSubstr("Line 2: "));
  EXPECT_EQ(refused("  \n ").faults.at(0).field, "minutes");
  EXPECT_EQ(refused(std::string(20'001, 'x')).faults.at(0).field, "minutes");
  EXPECT_EQ(refused("+ One", library.dora).kind, Refusal::Kind::forbidden);
}

class MeetingPages : public testing::Test, protected test::LibraryPages {
 protected:
  Fields place() {
    return {{"unit", library.directory()->org.find(library.nursing)->slug}, {"year", "2026"}};
  }
};

TEST_F(MeetingPages, ShowWhatTheMinutesBecomeWithoutScript) {
  const auto page = test::unchanged(library.database, [&] {
    return post(meetings::create_minutes, library.priya, place(),
                {{"do", "preview"}, {"minutes", "+ Library <hour> by 12 Feb\nsaid"}, {"logged", "yes"}});
  });
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Library &lt;hour&gt;</p>"));
  EXPECT_THAT(page.body, HasSubstr("by 12 Feb 2027"));
  const auto part = post(meetings::preview_minutes, library.priya, place(), {{"minutes", "> send it Fri"}});
  EXPECT_THAT(part.body, HasSubstr("You promise"));
  EXPECT_THAT(part.body, Not(HasSubstr("<html")));
}

TEST_F(MeetingPages, KeepMinutesOnceAndWhatWasTypedWhenRefused) {
  const Fields fields = {{"minutes", "+ Library hour"}, {"logged", "yes"}, {"key", "k"}};
  EXPECT_EQ(post(meetings::create_minutes, library.priya, place(), fields).status, 303);
  EXPECT_EQ(post(meetings::create_minutes, library.priya, place(), fields).status, 303);
  EXPECT_EQ(action_plans::of(*library.scope(library.priya), *library.directory(), library.nursing, 2026)
                ->items.size(),
            1U);
  const auto refused = test::unchanged(library.database, [&] {
    return post(meetings::create_minutes, library.priya, place(),
                {{"minutes", "Kept words\n+ a by 12 Feb 2031"}});
  });
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Kept words"));
  EXPECT_THAT(get(action_plans::show_plan, library.dora, place()).body, HasSubstr("For the library alone"));
}

RC_GTEST_PROP(MinutesProperty, LoseNoLineOfAnyText, ()) {
  static test::SmallLibrary library;
  const auto text = tidy(*test::any_text() + "\n" + *test::any_text());
  const auto directory = library.directory();
  const auto lines = read_minutes(text, {*directory, library.today(), library.priya, {}});
  std::size_t expected = 0;
  for (const auto line : split(text, '\n'))
    if (!trim(line).empty()) ++expected;
  RC_ASSERT(lines.size() == expected);
  for (const auto& line : lines) {
    RC_ASSERT(is_clean_utf8(line.typed) && is_clean_utf8(line.words) && is_clean_utf8(line.item.words));
    RC_ASSERT(line.kind != Kind::action || !line.item.owners.empty());
  }
}

}  // namespace
}  // namespace rapport
