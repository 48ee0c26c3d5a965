// The rule and its words.
#include "relationships/quiet_rule.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace rapport {
namespace {

/// The mean of so many gaps, `factor` times, against 15 days: both sides times the number of gaps, so that
/// nothing is rounded.
std::int64_t threshold(const Rhythm& rhythm, int factor) {
  return std::max<std::int64_t>(std::int64_t{quiet_days_min} * 100 * rhythm.gaps,
                                factor * rhythm.gap_hundredths);
}

struct Step {
  double days_max;
  const char* words;
};
/// A mean gap up to so many days is called so.
constexpr std::array<Step, 11> steps{{{10.5, "weekly"},
                                      {17.5, "fortnightly"},
                                      {24.5, "every three weeks"},
                                      {37, "monthly"},
                                      {52, "every six weeks"},
                                      {75, "every two months"},
                                      {106, "every three months"},
                                      {150, "every four months"},
                                      {250, "twice a year"},
                                      {450, "yearly"},
                                      {800, "every two years"}}};

std::string month_words(Date date, Date today) {
  std::string words(month_name(date.month()));
  if (today - date > 300) words += " " + std::to_string(date.year());
  return words;
}

/// "nine days", "11 weeks", "five months", "two years".
std::string span_words(Date from, Date today) {
  const int days = today - from;
  if (days < 14) return count_words(days, "day", "days");
  if (days < 7 * 18) return std::to_string(days / 7) + " weeks";
  int months = 1;
  while (from.plus_months(months + 1) <= today) ++months;
  return months < 24 ? count_words(months, "month", "months") : count_words(months / 12, "year", "years");
}

}  // namespace

std::string_view words(Quietness quietness) {
  static constexpr std::array<std::string_view, 3> all{"In touch", "Worth a hello", "Gone quiet"};
  return all[static_cast<std::size_t>(quietness)];
}

std::optional<QuietDates> quiet_dates(const Rhythm& rhythm, const DayWeights& weights, Closeness closeness) {
  if (!rhythm.last_on) return std::nullopt;
  const auto last = *rhythm.last_on;
  if (!has_rhythm(rhythm)) {
    const auto day =
        last.plus_days(1 + (closeness == Closeness::met ? quiet_days_max_before_touch : quiet_days_max));
    return QuietDates{day, day};
  }
  const auto latest = last.plus_days(quiet_days_max + 1);
  return QuietDates{weights.first_beyond(last, rhythm.gaps, threshold(rhythm, hello_factor), latest),
                    weights.first_beyond(last, rhythm.gaps, threshold(rhythm, quiet_factor), latest)};
}

Quietness quietness_on(const QuietDates& dates, Date day) {
  if (day >= dates.quiet_on) return Quietness::gone_quiet;
  return day >= dates.hello_on ? Quietness::worth_a_hello : Quietness::in_touch;
}

std::string rhythm_words(double days) {
  for (const auto& step : steps)
    if (days <= step.days_max) return step.words;
  return "every few years";
}

std::string silence_words(const Rhythm& rhythm, Date today) {
  if (!rhythm.last_on) return {};
  const auto month = month_words(*rhythm.last_on, today);
  const auto now = span_words(*rhythm.last_on, today) + " now";
  if (!has_rhythm(rhythm)) {
    const auto* times = rhythm.gaps == 0 ? "Spoke once, in " : "Spoke twice, last in ";
    return times + month + ", " + now;
  }
  auto words = rhythm_words(static_cast<double>(rhythm.gap_days) / rhythm.gaps);
  words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words + " until " + month + ", " + now;
}

std::string short_silence_words(Quietness quietness, Date last_on, Date today) {
  return std::string(words(quietness)) + ", " + span_words(last_on, today);
}

std::string_view quiet_rule_words() {
  return "Gone quiet: no promise is open and no appointment lies ahead, and since the last two-way "
         "conversation more "
         "than three times the usual gap has passed, at least 15 term days, or more than 180 days of the "
         "calendar. Worth "
         "a hello: twice the usual gap. The usual gap is the mean of the last eight between episodes; "
         "conversations "
         "within seven days are one episode. With fewer than three episodes there is no usual gap, and only "
         "the 180 days "
         "count, 360 where we are acquainted at most. A term day is a working day in term; exam weeks count "
         "half, vacations little, weekends nothing.";
}

std::string term_days_words(std::int64_t hundredths) {
  const auto tenths = (hundredths + 5) / 10;
  auto words = std::to_string(tenths / 10);
  if (tenths % 10 != 0) words += "." + std::to_string(tenths % 10);
  return words;
}

}  // namespace rapport
