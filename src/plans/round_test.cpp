// The rules of rounds, and the calendar file as another program reads it.
#include "plans/round.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libical/ical.h>
#include <rapidcheck/gtest.h>

#include "base/any_text_test.hpp"
#include "base/text.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Zone zone("Europe/London");

std::vector<std::string> fields(const std::vector<Fault>& faults) {
  std::vector<std::string> names;
  for (const auto& fault : faults) names.push_back(fault.field);
  return names;
}

RoundEntry booked(Date on = *Date::of(2026, 11, 24)) {
  return {
      .academic_year = 2026,
      .state = RoundState::booked,
      .meeting = {.on = on, .at = TimeOfDay{10 * 60}, .minutes = 45, .place = "Room 2.14, upstairs; ring"},
      .uid = "abc@rapport",
      .sequence = 3};
}

std::string file_of(const RoundEntry& entry, std::string summary = "Library and Nursing, Midwifery") {
  return calendar_file(entry,
                       {.summary = std::move(summary),
                        .description = "One\nTwo",
                        .made_at = zone.instant_of(*Date::of(2026, 11, 1), TimeOfDay{})},
                       zone)
      .value();
}

/// What libical reads of it.
struct ReadBack {
  explicit ReadBack(const std::string& file) : calendar(icalparser_parse_string(file.c_str())) {}
  ReadBack(const ReadBack&) = delete;
  ReadBack& operator=(const ReadBack&) = delete;
  ~ReadBack() { icalcomponent_free(calendar); }
  [[nodiscard]] icalcomponent* event() const {
    return icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
  }
  icalcomponent* calendar;
};

TEST(Round, KnowsItsStatesByTheirCodes) {
  for (const auto state : round_states) EXPECT_EQ(round_state_of(code(state)), state);
  EXPECT_EQ(round_state_of("elsewhere"), std::nullopt);
}

TEST(Round, TakesWeeksOfItsYear) {
  const auto faults = [](std::optional<Date> from, std::optional<Date> to) {
    return fields(
        faults_of(SeasonDraft{.units = {{1}}, .week_from = from, .week_to = to}, 2027, AcademicYears()));
  };
  EXPECT_THAT(faults({}, {}), IsEmpty());
  EXPECT_THAT(faults(Date::of(2027, 8, 1), Date::of(2028, 7, 31)), IsEmpty());
  EXPECT_THAT(faults(Date::of(2028, 2, 29), Date::of(2028, 2, 29)), IsEmpty());
  EXPECT_THAT(faults(Date::of(2027, 7, 31), {}), ElementsAre("week_from"));
  EXPECT_THAT(faults({}, Date::of(2028, 8, 1)), ElementsAre("week_to"));
  EXPECT_THAT(faults(Date::of(2027, 11, 2), Date::of(2027, 11, 1)), ElementsAre("week_to"));
  EXPECT_THAT(fields(faults_of(SeasonDraft{}, 2027, AcademicYears())), ElementsAre("units"));
}

TEST(Round, TakesMeetingsOfItsYear) {
  EXPECT_THAT(faults_of(Meeting{}, 2026, AcademicYears()), IsEmpty());
  EXPECT_THAT(fields(faults_of(Meeting{.on = Date::of(2026, 7, 31)}, 2026, AcademicYears())),
              ElementsAre("meets_on"));
  const auto september = AcademicYears().with({2027, 9});
  EXPECT_THAT(faults_of(Meeting{.on = Date::of(2027, 8, 31)}, 2026, september), IsEmpty());
  EXPECT_THAT(fields(faults_of(Meeting{.on = Date::of(2027, 8, 31)}, 2027, september)),
              ElementsAre("meets_on"));
  EXPECT_THAT(fields(faults_of(Meeting{.at = TimeOfDay{600}}, 2026, AcademicYears())),
              ElementsAre("meets_on"));
  EXPECT_THAT(fields(faults_of(Meeting{.minutes = 0, .place = std::string(201, 'x')}, 2026, AcademicYears())),
              ElementsAre("minutes", "place"));
}

TEST(Round, SaysWhatIsMissing) {
  RoundEntry entry;
  EXPECT_EQ(lacks_of(entry, 0, false).date, true);
  EXPECT_EQ(lacks_of(entry, 0, false).items, true);
  EXPECT_EQ(lacks_of(entry, 0, false).sheet, true);
  EXPECT_EQ(lacks_of(entry, 0, {}).sheet, false) << "nobody can tell";
  entry.state = RoundState::met;
  EXPECT_EQ(lacks_of(entry, 3, true).agreement, true);
  EXPECT_EQ(lacks_of(entry, 3, true).date, false) << "they have met";
  entry.state = RoundState::agreed;
  EXPECT_FALSE(lacks_of(entry, 3, false).any());
}

TEST(CalendarFile, ReadsBackAsItWasMeant) {
  const ReadBack read(file_of(booked()));
  ASSERT_NE(read.event(), nullptr);
  EXPECT_EQ(icalcomponent_get_method(read.calendar), ICAL_METHOD_PUBLISH);
  EXPECT_STREQ(icalcomponent_get_uid(read.event()), "abc@rapport");
  EXPECT_EQ(icalcomponent_get_sequence(read.event()), 3);
  EXPECT_STREQ(icalcomponent_get_summary(read.event()), "Library and Nursing, Midwifery");
  EXPECT_STREQ(icalcomponent_get_location(read.event()), "Room 2.14, upstairs; ring");
  EXPECT_STREQ(icalcomponent_get_description(read.event()), "One\nTwo");
  EXPECT_STREQ(icaltime_as_ical_string(icalcomponent_get_dtstart(read.event())), "20261124T100000Z");
  EXPECT_STREQ(icaltime_as_ical_string(icalcomponent_get_dtend(read.event())), "20261124T104500Z");
}

TEST(CalendarFile, CountsSummerTimeIn) {
  const ReadBack read(file_of(booked(*Date::of(2027, 7, 1))));
  EXPECT_STREQ(icaltime_as_ical_string(icalcomponent_get_dtstart(read.event())), "20270701T090000Z");
}

TEST(CalendarFile, TakesAWholeDayWithoutATime) {
  auto entry = booked(*Date::of(2028, 2, 29));
  entry.meeting.at.reset();
  const auto file = file_of(entry);
  EXPECT_THAT(file, HasSubstr("DTSTART;VALUE=DATE:20280229\r\n"));
  EXPECT_THAT(file, HasSubstr("DTEND;VALUE=DATE:20280301\r\n"));
}

TEST(CalendarFile, EndsLinesAsTheStandardSays) {
  const auto file = file_of(booked(), std::string(300, 'x') + " ü€𝄞 " + std::string(100, 'y'));
  EXPECT_TRUE(file.starts_with("BEGIN:VCALENDAR\r\n"));
  EXPECT_TRUE(file.ends_with("END:VCALENDAR\r\n"));
  std::size_t begin = 0;
  for (std::size_t end = file.find("\r\n"); end != std::string::npos; end = file.find("\r\n", begin)) {
    EXPECT_LE(end - begin, 75U) << file.substr(begin, end - begin);
    begin = end + 2;
  }
  for (std::size_t i = 0; i < file.size(); ++i)
    if (file[i] == '\n') {
      EXPECT_TRUE(i > 0 && file[i - 1] == '\r') << "a line end of its own at " << i;
    }
  EXPECT_THAT(file, Not(HasSubstr("ATTENDEE")));
  EXPECT_THAT(file, Not(HasSubstr("ORGANIZER")));
}

TEST(CalendarFile, IsNotThereWithoutADay) {
  auto entry = booked();
  entry.meeting.on.reset();
  EXPECT_EQ(calendar_file(entry, {}, zone), std::nullopt);
}

RC_GTEST_PROP(CalendarFileProperty, KeepsAnyWordsAndAddsNoLineOfItsOwn, ()) {
  const auto text = tidy_line("A " + *test::any_text());
  const auto file = file_of(booked(), text);
  const ReadBack read(file);
  const bool has_event = read.event() != nullptr;
  RC_ASSERT(has_event);
  RC_ASSERT(icalcomponent_count_components(read.calendar, ICAL_VEVENT_COMPONENT) == 1);
  RC_ASSERT(icalcomponent_count_properties(read.event(), ICAL_ANY_PROPERTY) == 8);
  RC_ASSERT(std::string(icalcomponent_get_summary(read.event())) == text);
}

}  // namespace
}  // namespace rapport
