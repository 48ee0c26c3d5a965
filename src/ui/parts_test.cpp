// Initials, fields with their faults, and the pages of a list.
#include "ui/parts.hpp"

#include <gmock/gmock.h>

namespace rapport::ui {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Initials, LeaveTitlesOutAndKeepOneLetterForOneWord) {
  EXPECT_EQ(initials("Dr Jane Smith"), "JS");
  EXPECT_EQ(initials("Prof. Adaeze Okafor"), "AO");
  EXPECT_EQ(initials("Mary-Jane O’Neill"), "MO");
  EXPECT_EQ(initials("Suharto"), "S");
  EXPECT_EQ(initials("Élodie de Broglie"), "ÉB");
  EXPECT_EQ(initials("王 伟"), "王");
  EXPECT_EQ(initials("Dr"), "D");
  EXPECT_EQ(initials("  "), "");
}

TEST(Avatar, HasTheSameColourForTheSameName) {
  EXPECT_EQ(avatar("Tom Ashworth").text(), avatar("Tom Ashworth").text());
  EXPECT_THAT(avatar("Tom Ashworth", "s").text(), HasSubstr("aria-hidden=\"true\">TA</span>"));
}

TEST(Field, TiesLabelHintAndFaultToItsControl) {
  const auto markup = field({.name = "due_on", .label = "Due", .value = "31/02", .hint = "A date"},
                            {{"due_on", "There is no 31 February."}})
                          .text();
  EXPECT_THAT(markup, HasSubstr("<div class=\"field bad\"><label for=\"due_on\">Due</label>"));
  EXPECT_THAT(markup, HasSubstr("<p class=\"hint\" id=\"due_on-hint\">A date</p>"));
  EXPECT_THAT(markup, HasSubstr("aria-describedby=\"due_on-hint due_on-error\" aria-invalid=\"true\""));
  EXPECT_THAT(markup, HasSubstr("value=\"31/02\""));
}

TEST(Field, NeverWritesAPasswordBack) {
  EXPECT_THAT(
      field({.name = "password", .label = "Password", .value = "a secret", .type = "password"}).text(),
      Not(HasSubstr("a secret")));
}

TEST(Field, KeepsAFirstEmptyLineOfAText) {
  EXPECT_THAT(field({.name = "note", .label = "Note", .value = "\n<b>", .type = "textarea"}).text(),
              HasSubstr(">\n\n&lt;b&gt;</textarea>"));
}

TEST(Field, MarksTheChosenOption) {
  const auto markup = field({.name = "role",
                             .label = "Role",
                             .value = "leader",
                             .type = "select",
                             .choices = {{"librarian", "Librarian"}, {"leader", "Team leader"}}})
                          .text();
  EXPECT_THAT(markup, HasSubstr("<option value=\"leader\" selected>Team leader</option>"));
  EXPECT_THAT(markup, HasSubstr("<option value=\"librarian\">"));
}

TEST(Field, ShowsAFaultBesideACheckbox) {
  const auto markup = field({.name = "sure", .label = "I am sure", .type = "checkbox", .is_checked = true},
                            {{"sure", "Tick this first."}})
                          .text();
  EXPECT_THAT(markup, HasSubstr("type=\"checkbox\" id=\"sure\" name=\"sure\" value=\"yes\" checked"));
  EXPECT_THAT(markup, HasSubstr("Tick this first."));
}

TEST(Radios, GiveTheFirstTheFieldsIdSoThatTheSummaryFindsIt) {
  const auto markup = radios({.name = "side",
                              .label = "Whose?",
                              .value = "theirs",
                              .choices = {{"ours", "Ours"}, {"theirs", "Theirs"}}})
                          .text();
  EXPECT_THAT(markup, HasSubstr("id=\"side\" name=\"side\" value=\"ours\">"));
  EXPECT_THAT(markup, HasSubstr("id=\"side-2\" name=\"side\" value=\"theirs\" checked>"));
}

TEST(ErrorSummary, LinksToEachFieldAndTakesTheFocus) {
  EXPECT_TRUE(error_summary({}).empty());
  const auto markup = error_summary({{"name", "Who was it?"}, {"", "The rest is fine."}}).text();
  EXPECT_THAT(markup, HasSubstr("tabindex=\"-1\""));
  EXPECT_THAT(markup, HasSubstr("<a href=\"#name\">Who was it?</a>"));
  EXPECT_THAT(markup, HasSubstr("<li>The rest is fine.</li>"));
}

TEST(OnceField, IsAnotherEachTime) {
  EXPECT_NE(once_field().text(), once_field().text());
}

std::string to_page(int page) {
  return "/people?page=" + std::to_string(page);
}

TEST(PagesOfAList, OfferOnlyWhatIsThere) {
  EXPECT_TRUE(pages_of({.total = 0}, to_page).empty());
  const auto one = pages_of({.total = 50}, to_page).text();
  EXPECT_THAT(one, HasSubstr("1 to 50 of 50"));
  EXPECT_THAT(one, Not(HasSubstr("href=\"/people")));
  const auto middle = pages_of({.total = 20'000, .page = 2}, to_page).text();
  EXPECT_THAT(middle, HasSubstr("51 to 100 of 20,000"));
  EXPECT_THAT(middle, HasSubstr("rel=\"prev\" href=\"/people?page=1\""));
  EXPECT_THAT(middle, HasSubstr("rel=\"next\" href=\"/people?page=3\""));
  EXPECT_THAT(pages_of({.total = 101, .page = 3}, to_page).text(), HasSubstr("101 to 101 of 101"));
}

}  // namespace
}  // namespace rapport::ui
