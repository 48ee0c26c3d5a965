// What people type into the form of a conversation.
#include "interactions/conversation_form.hpp"

#include <gtest/gtest.h>

#include "support/small_library.hpp"

namespace rapport {
namespace {

TEST(ConversationForm, ReadsDaysDayBeforeMonth) {
  EXPECT_EQ(typed_day("2026-11-09"), Date::of(2026, 11, 9));
  EXPECT_EQ(typed_day("9/11/2026"), Date::of(2026, 11, 9));
  EXPECT_EQ(typed_day("29.2.2024"), Date::of(2024, 2, 29));
  for (const auto* bad :
       {"31/02/2026", "29/2/2026", "9/11", "2026-13-01", "tomorrow", "0/1/2026", "-1/1/2026", ""})
    EXPECT_FALSE(typed_day(bad).has_value()) << bad;
}

TEST(ConversationForm, ReadsLengths) {
  EXPECT_EQ(typed_length("45"), 45);
  EXPECT_EQ(typed_length("45 min"), 45);
  EXPECT_EQ(typed_length("2h"), 120);
  EXPECT_EQ(typed_length("1h 30m"), 90);
  EXPECT_EQ(typed_length("1h30"), 90);
  for (const auto* bad : {"", "long", "0", "3 days", "999999999999"})
    EXPECT_FALSE(typed_length(bad).has_value()) << bad;
}

class Form : public testing::Test {
 protected:
  std::pair<InteractionDraft, std::vector<Fault>> read(ConversationForm form) {
    form.kind = "meeting";
    return draft_of(form, *scope, *directory);
  }
  test::SmallLibrary library;
  std::unique_ptr<Scope> scope = library.scope(library.priya);
  std::shared_ptr<const Directory> directory = library.directory();
};

TEST_F(Form, FindsPeopleByNameTitleAccentOrAddress) {
  const auto [draft, faults] =
      read({.people = "Dr Jane Smith: chairs the panel\nsian probert\r\nowen-smith-7k3\n"});
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(draft.people,
            (std::vector<Participant>{{library.jane, "chairs the panel"}, {library.sian}, {library.owen}}));
}

TEST_F(Form, AsksWhichWhenSeveralAreCalledSo) {
  const auto [draft, faults] = read({.people = "Smith"});
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_NE(faults[0].message.find("jane-smith-4f2"), std::string::npos);
  EXPECT_NE(faults[0].message.find("Law"), std::string::npos);
}

TEST_F(Form, NamesEveryFaultAndKeepsWhatCouldBeRead) {
  const auto [draft, faults] = read({.people = "Nobody Known",
                                     .staff = "Stranger",
                                     .happened_on = "31/02/2026",
                                     .happened_at = "25:99",
                                     .duration = "long",
                                     .attendees = "many",
                                     .note = "kept",
                                     .promise_due_on = "2026-11-13"});
  std::vector<std::string> fields;
  for (const auto& fault : faults) fields.push_back(fault.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"people", "staff", "happened_on", "happened_at", "duration",
                                              "attendees", "promise"}));
  EXPECT_EQ(draft.note, "kept");
}

TEST_F(Form, ComesBackAsItWentIn) {
  const auto [draft, faults] = read({.people = "Jane Smith: a word\n",
                                     .staff = "Priya Nair\nTom Ashworth\n",
                                     .happened_on = "2026-11-10",
                                     .happened_at = "09:30",
                                     .duration = "1h 30m",
                                     .attendees = "64",
                                     .place = "Atrium",
                                     .topics = "#reading-lists, PSYC2010",
                                     .begun_by = "them",
                                     .two_way = "yes",
                                     .note = "words",
                                     .visibility = "team",
                                     .department = "law",
                                     .promise = "send price",
                                     .promise_due_on = "13/11/2026"});
  ASSERT_TRUE(faults.empty());
  const auto form = form_of(draft, *directory);
  const auto [again, more] = draft_of(form, *scope, *directory);
  EXPECT_TRUE(more.empty());
  EXPECT_EQ(form_of(again, *directory).people, form.people);
  EXPECT_EQ(again.duration_minutes, 90);
  EXPECT_EQ(again.topics, (std::vector<std::string>{"reading-lists", "PSYC2010"}));
  EXPECT_EQ(again.promises, draft.promises);
  EXPECT_EQ(again.org_unit, library.law);
  EXPECT_EQ(again.precision, Precision::time);
}

}  // namespace
}  // namespace rapport
