// The made-up university's conversations are plausible, possible and always the same.
#include "demo/diary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/random.hpp"
#include "base/text.hpp"

namespace rapport::demo {
namespace {

const Date diary_day = *Date::parse_iso("2026-11-12");

const Cast& usual_cast() {
  static const Cast cast = make_cast(diary_day);
  return cast;
}

const std::vector<CastConversation>& usual_diary() {
  static const std::vector<CastConversation> diary = all_conversations(usual_cast());
  return diary;
}

std::string day_words(const std::optional<Date>& date) {
  return date ? date->iso() : "-";
}

std::string print(const std::vector<CastConversation>& diary) {
  std::ostringstream out;
  for (const auto& made : diary) {
    out << made.kind << ' ' << made.happened_on.iso() << ' ' << made.minute.value_or(-1) << ' '
        << made.precision << ' ' << made.duration_minutes.value_or(0) << ' ' << made.attendees.value_or(0)
        << ' ' << made.place << ' ' << made.begun_by << ' ' << made.visibility << ' ' << made.note;
    for (const auto& one : made.people) out << " p" << one.person.value << one.aside;
    for (const auto member : made.staff) out << " s" << member.value;
    for (const auto& topic : made.topics) out << " #" << topic;
    for (const auto& promise : made.promises)
      out << " > " << promise.words << day_words(promise.due_on) << day_words(promise.kept_on)
          << day_words(promise.dropped_on);
    out << '\n';
  }
  return out.str();
}

std::vector<CastPromise> all_promises() {
  std::vector<CastPromise> promises;
  for (const auto& made : usual_diary())
    promises.insert(promises.end(), made.promises.begin(), made.promises.end());
  return promises;
}

bool is_open(const CastPromise& promise) {
  return !promise.kept_on && !promise.dropped_on;
}

TEST(Diary, IsTheSameEachTime) {
  EXPECT_EQ(print(all_conversations(make_cast(diary_day))), print(usual_diary()));
}

TEST(Diary, IsTheOneThatPicturesWereMadeWith) {
  EXPECT_EQ(sha256_hex(print(usual_diary())),
            "e5c5ee4e464eb09f12c0e9c7e6565a80bf4433a0169788f11a02288e6a8dfc33");
}

TEST(Diary, HasSixThousandConversationsAndSomeAhead) {
  const auto ahead =
      std::ranges::count_if(usual_diary(), [](const auto& made) { return made.happened_on >= diary_day; });
  EXPECT_THAT(static_cast<int>(usual_diary().size()) - ahead,
              testing::AllOf(testing::Ge(5'950), testing::Le(6'050)));
  EXPECT_THAT(ahead, testing::AllOf(testing::Ge(25), testing::Le(90)));
}

TEST(Diary, MeetsOnlyPeopleWhoHeldAPostThatDay) {
  const auto& cast = usual_cast();
  for (const auto& made : usual_diary())
    for (const auto& one : made.people)
      EXPECT_TRUE(cast.at(one.person).holds_post_on(made.happened_on))
          << cast.at(one.person).full_name << " on " << made.happened_on.iso();
}

TEST(Diary, NamesNobodyTwice) {
  for (const auto& made : usual_diary()) {
    std::set<std::int64_t> people, staff;
    for (const auto& one : made.people) EXPECT_TRUE(people.insert(one.person.value).second) << made.note;
    for (const auto member : made.staff) EXPECT_TRUE(staff.insert(member.value).second) << made.note;
    EXPECT_FALSE(made.staff.empty());
    EXPECT_TRUE(!made.people.empty() || made.unit || made.needs_sorting) << made.note;
  }
}

TEST(Diary, LeavesTheDirectorsToRead) {
  for (const auto& made : usual_diary()) EXPECT_NE(usual_cast().at(made.staff.front()).role, "director");
}

TEST(Diary, StaysWithinItsMonths) {
  for (const auto& made : usual_diary()) {
    EXPECT_GE(made.happened_on, usual_cast().first_day);
    EXPECT_LE(made.happened_on, diary_day.plus_days(60));
    EXPECT_EQ(made.minute.has_value(), made.precision == "time");
    EXPECT_TRUE(made.precision != "week" || made.happened_on.weekday() == Weekday::monday);
    EXPECT_TRUE(made.precision != "month" || made.happened_on.day() == 1U);
  }
}

TEST(Diary, IsBusyInTermAndQuietInVacations) {
  std::map<std::string, int> months;
  for (const auto& made : usual_diary()) ++months[made.happened_on.iso().substr(0, 7)];
  EXPECT_GT(months["2025-11"], 4 * months["2025-08"]);
  EXPECT_GT(months["2025-11"], months["2026-02"]);
  EXPECT_GT(months["2025-10"], 2 * months["2025-12"] - 200);
  const auto at_christmas = std::ranges::count_if(usual_diary(), [](const auto& made) {
    return made.happened_on >= *Date::of(2025, 12, 24) && made.happened_on <= *Date::of(2026, 1, 1) &&
           made.precision != "month";
  });
  EXPECT_EQ(at_christmas, 0);
}

TEST(Diary, HasHubsAndStrangers) {
  std::vector<int> met(usual_cast().people.size());
  for (const auto& made : usual_diary())
    for (const auto& one : made.people) ++met[static_cast<std::size_t>(one.person.value)];
  const auto strangers = std::ranges::count(met, 0);
  std::ranges::sort(met, std::greater<>());
  EXPECT_THAT(strangers, testing::AllOf(testing::Ge(30), testing::Le(110)));
  EXPECT_GT(met.front(), 8 * met[met.size() / 2]);
}

TEST(Diary, MixesTheKinds) {
  std::map<std::string_view, int> kinds;
  for (const auto& made : usual_diary()) ++kinds[made.kind];
  for (const auto* kind : {"email", "meeting", "corridor", "online", "call", "teaching", "consultation",
                           "committee", "induction"})
    EXPECT_GT(kinds[kind], 60) << kind;
  for (const auto* kind : {"event", "embedded", "deposit"}) EXPECT_GT(kinds[kind], 8) << kind;
}

TEST(Diary, IsMostlyForTheWholeLibrary) {
  std::map<std::string_view, int> seen;
  for (const auto& made : usual_diary()) ++seen[made.visibility];
  EXPECT_GT(seen["library"], 5'400);
  EXPECT_GT(seen["team"], 150);
  EXPECT_GT(seen["restricted"], 20);
}

TEST(Diary, RepeatsNoNoteMoreThanAFewTimes) {
  std::map<std::string, int> notes;
  for (const auto& made : usual_diary())
    if (!made.note.empty()) ++notes[made.note];
  for (const auto& [note, times] : notes) EXPECT_LE(times, 8) << note;
  EXPECT_GT(notes.size(), 5'200U);
}

TEST(Diary, ReadsDifferentlyTenInARow) {
  std::vector<std::string> last;
  int repeated = 0;
  for (const auto& made : usual_diary()) {
    if (made.note.empty()) continue;
    repeated += std::ranges::count(last, made.note) > 0;
    last.push_back(made.note);
    if (last.size() > 10) last.erase(last.begin());
  }
  EXPECT_LE(repeated, 10);
}

TEST(Diary, FillsEverySlotInTidyWords) {
  for (const auto& made : usual_diary()) {
    EXPECT_EQ(made.note.find_first_of("{}#"), std::string::npos) << made.note;
    EXPECT_EQ(made.note.find("  "), std::string::npos) << made.note;
    EXPECT_EQ(tidy(made.note), made.note);
    for (const auto& promise : made.promises)
      EXPECT_EQ(promise.words.find_first_of("{}*\n"), std::string::npos) << promise.words;
  }
}

TEST(Diary, MentionsStudentsInThreeNotesOfTen) {
  const auto mentioned = std::ranges::count_if(usual_diary(), [](const auto& made) {
    const auto words = folded_words(made.note);
    return std::ranges::any_of(words, [](const std::string& word) { return stem(word) == "student"; });
  });
  EXPECT_NEAR(static_cast<double>(mentioned) / static_cast<double>(usual_diary().size()), 0.30, 0.02);
}

TEST(Diary, KeepsMostPromises) {
  const auto promises = all_promises();
  EXPECT_THAT(promises.size(), testing::AllOf(testing::Ge(900U), testing::Le(1'200U)));
  EXPECT_THAT(std::ranges::count_if(promises, is_open), testing::AllOf(testing::Ge(45), testing::Le(85)));
  const auto ours = std::ranges::count(promises, true, &CastPromise::is_ours);
  EXPECT_NEAR(static_cast<double>(ours) / static_cast<double>(promises.size()), 0.72, 0.06);
}

TEST(Diary, SettlesPromisesAfterTheyWereMade) {
  for (const auto& made : usual_diary())
    for (const auto& promise : made.promises) {
      EXPECT_FALSE(promise.words.empty());
      EXPECT_TRUE(promise.person.has_value()) << promise.words;
      EXPECT_FALSE(promise.kept_on && promise.dropped_on) << promise.words;
      for (const auto& settled : {promise.kept_on, promise.dropped_on})
        EXPECT_TRUE(!settled || (*settled >= made.happened_on && *settled < diary_day)) << promise.words;
      if (!promise.due_on) continue;
      EXPECT_GT(*promise.due_on, made.happened_on) << promise.words;
      EXPECT_LE(*promise.due_on - made.happened_on, 45) << promise.words;
    }
}

TEST(Diary, LeavesSomethingDueTodayForEachLibrarian) {
  std::map<std::int64_t, int> due_today, due_soon;
  for (const auto& made : usual_diary())
    for (const auto& promise : made.promises) {
      if (!is_open(promise) || !promise.is_ours || !promise.due_on) continue;
      due_today[made.staff.front().value] += *promise.due_on == diary_day;
      due_soon[made.staff.front().value] +=
          *promise.due_on > diary_day && *promise.due_on <= diary_day.plus_days(7);
    }
  for (std::size_t i = 0; i < usual_cast().staff.size(); ++i) {
    const auto& member = usual_cast().staff[i];
    if (member.role != "librarian" && member.role != "leader") continue;
    EXPECT_GE(due_today[static_cast<std::int64_t>(i)], 1) << member.username;
    EXPECT_GE(due_soon[static_cast<std::int64_t>(i)], 2) << member.username;
  }
}

TEST(Diary, HasThreeMeetingsTodayForTheFirstLibrarian) {
  const auto nadia = usual_cast().member("nadia");
  EXPECT_EQ(std::ranges::count_if(usual_diary(),
                                  [&](const auto& made) {
                                    return made.happened_on == diary_day && made.minute &&
                                           made.staff.front() == nadia;
                                  }),
            3);
}

TEST(Diary, CorrectsAndWithdrawsAFew) {
  int corrected = 0, withdrawn = 0;
  for (const auto& made : usual_diary()) {
    corrected += made.correction.has_value();
    withdrawn += made.withdrawal.has_value();
    EXPECT_TRUE(!made.correction || made.correction->on > made.happened_on);
    EXPECT_TRUE(!made.withdrawal || made.promises.empty());
  }
  EXPECT_THAT(corrected, testing::AllOf(testing::Ge(5), testing::Le(50)));
  EXPECT_THAT(withdrawn, testing::AllOf(testing::Ge(1), testing::Le(15)));
}

TEST(Diary, UsesOnlyTopicsAndModulesOfTheCast) {
  std::set<std::string, std::less<>> known(usual_cast().topics.begin(), usual_cast().topics.end());
  for (const auto& unit : usual_cast().units) known.insert(unit.modules.begin(), unit.modules.end());
  EXPECT_GT(known.size(), 150U);
  std::set<std::string> used;
  for (const auto& made : usual_diary())
    for (const auto& topic : made.topics) {
      EXPECT_TRUE(known.contains(topic)) << topic;
      used.insert(topic);
    }
  EXPECT_GT(used.size(), 140U);
}

TEST(Diary, IsPossibleOnAnyDay) {
  for (const auto* day : {"2025-08-20", "2026-01-01", "2027-04-03", "2028-02-29", "2030-12-31"}) {
    const auto cast = make_cast(*Date::parse_iso(day), {.interactions = 1'500});
    const auto diary = all_conversations(cast);
    EXPECT_GT(diary.size(), 1'450U) << day;
    for (const auto& made : diary)
      for (const auto& one : made.people)
        EXPECT_TRUE(cast.at(one.person).holds_post_on(made.happened_on))
            << day << cast.at(one.person).full_name;
  }
}

}  // namespace
}  // namespace rapport::demo
