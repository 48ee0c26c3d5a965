// The grammar of days: one small function a form, tried in turn.
#include "interactions/capture_dates.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "interactions/capture_amounts.hpp"

namespace rapport::capture {
namespace {

using Words = std::span<const Word>;
using Read = std::optional<DayRead>;

constexpr int first_plausible_year = 1950;
constexpr int plausible_months_ahead = 60;

constexpr std::array<std::pair<std::string_view, Weekday>, 18> weekday_words{
    {{"mon", Weekday::monday},
     {"monday", Weekday::monday},
     {"tue", Weekday::tuesday},
     {"tues", Weekday::tuesday},
     {"tuesday", Weekday::tuesday},
     {"wed", Weekday::wednesday},
     {"weds", Weekday::wednesday},
     {"wednesday", Weekday::wednesday},
     {"thu", Weekday::thursday},
     {"thur", Weekday::thursday},
     {"thurs", Weekday::thursday},
     {"thursday", Weekday::thursday},
     {"fri", Weekday::friday},
     {"friday", Weekday::friday},
     {"sat", Weekday::saturday},
     {"saturday", Weekday::saturday},
     {"sun", Weekday::sunday},
     {"sunday", Weekday::sunday}}};

constexpr std::array<std::pair<std::string_view, unsigned>, 24> month_words{
    {{"jan", 1},  {"january", 1},  {"feb", 2},    {"february", 2},  {"mar", 3},  {"march", 3},
     {"apr", 4},  {"april", 4},    {"may", 5},    {"jun", 6},       {"june", 6}, {"jul", 7},
     {"july", 7}, {"aug", 8},      {"august", 8}, {"sep", 9},       {"sept", 9}, {"september", 9},
     {"oct", 10}, {"october", 10}, {"nov", 11},   {"november", 11}, {"dec", 12}, {"december", 12}}};

std::optional<Weekday> weekday_of(std::string_view folded) {
  for (const auto& [word, day] : weekday_words)
    if (word == folded) return day;
  return std::nullopt;
}
std::optional<unsigned> month_of(std::string_view folded) {
  for (const auto& [word, month] : month_words)
    if (word == folded) return month;
  return std::nullopt;
}
template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// How much of a line end, sign or figure follows: words that are days and also English ("sat", "may") are
/// read in small letters only there.
bool stands_free(Words words, std::size_t used) {
  if (used >= words.size()) return true;
  const char c = words[used].core.empty() ? ' ' : words[used].core.front();
  return words[used - 1].is_cut_off() || (c >= '0' && c <= '9');
}

Date monday_of(Date day) {
  return day.plus_days(-static_cast<int>(day.weekday()));
}
Date month_begin(Date day) {
  return day.plus_days(1 - static_cast<int>(day.day()));
}
Date month_end(Date day) {
  return month_begin(day).plus_months(1).plus_days(-1);
}
/// The Friday of the week, or its Sunday where Friday has gone.
Date working_week_end(Date monday, Date today) {
  const auto friday = monday.plus_days(4);
  return friday >= today ? friday : monday.plus_days(6);
}

/// Whether somebody could mean that day.
bool is_plausible(Date day, Looking looking, Date today) {
  if (day > today.plus_months(plausible_months_ahead)) return false;
  return looking == Looking::forward ? day >= today : day.year() >= first_plausible_year;
}

DayRead plain(std::size_t words) {
  return {.words = words, .day = std::nullopt};
}
DayRead taken(std::size_t words, Date day, Looking looking, Date today,
              Precision precision = Precision::day) {
  if (!is_plausible(day, looking, today)) return plain(words);
  return {.words = words, .day = day, .precision = looking == Looking::forward ? Precision::day : precision};
}
/// A form that makes sense in one direction only; in the other it stays text.
DayRead taken_if(bool is_right, std::size_t words, Date day, Looking looking, Date today,
                 Precision precision = Precision::day) {
  return is_right ? taken(words, day, looking, today, precision) : plain(words);
}

struct Calendar {
  std::optional<int> year;
  unsigned month = 0;
  unsigned day = 0;
};

/// Without a year: the latest such day up to today, or the next one from today on. Never another day than
/// written.
DayRead resolve(std::size_t words, Calendar wanted, Looking looking, Date today) {
  const auto here = std::pair(today.month(), today.day());
  const auto there = std::pair(wanted.month, wanted.day);
  int year = today.year();
  if (wanted.year)
    year = *wanted.year;
  else if (looking == Looking::back && there > here)
    --year;
  else if (looking == Looking::forward && there < here)
    ++year;
  if (year < first_plausible_year || year > 9999) return plain(words);
  const auto day = Date::of(year, wanted.month, wanted.day);
  return day ? taken(words, *day, looking, today) : plain(words);
}

int full_year(int year, std::size_t digits, Date today) {
  if (digits != 2) return year;
  const int century = today.year() / 100 * 100;
  return century + year > today.year() + 10 ? century - 100 + year : century + year;
}

/// 9/11, 09/11/2026, 9.11.26, 2026-11-09, all in one word.
Read figures(Words words, Looking looking, Date today) {
  const auto text = words[0].core;
  const auto separator = text.find_first_of("/.-");
  if (separator == std::string_view::npos) return std::nullopt;
  const auto parts = split(text, text[separator]);
  std::array<int, 3> numbers{};
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto number = whole_number(parts[i]);
    if (!number || parts[i].size() > 4) return std::nullopt;
    numbers[i] = *number;
  }
  if (parts.size() == 3 && parts[0].size() == 4)
    return resolve(1, {numbers[0], static_cast<unsigned>(numbers[1]), static_cast<unsigned>(numbers[2])},
                   looking, today);
  if (parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
  Calendar wanted{{}, static_cast<unsigned>(numbers[1]), static_cast<unsigned>(numbers[0])};
  if (parts.size() == 2) {
    constexpr std::array<std::string_view, 6> wholes{"of",  "a",    "an",
                                                     "day", "term", "price"};  // "1/2 an hour"
    const bool is_fraction =
        text == "24/7" || is_counted(word_at(words, 1)) || is_one_of(wholes, word_at(words, 1));
    if (text[separator] != '/' || is_fraction) return std::nullopt;
    return resolve(1, wanted, looking, today);
  }
  if (parts[2].size() != 2 && parts[2].size() != 4) return std::nullopt;
  wanted.year = full_year(numbers[2], parts[2].size(), today);
  return resolve(1, wanted, looking, today);
}

/// 9, 9th; one or two digits, whether a month has such a day or not.
std::optional<unsigned> day_number(std::string_view folded) {
  const auto digits_end = std::min(folded.find_first_not_of("0123456789"), folded.size());
  const auto ending = folded.substr(digits_end);
  if (!ending.empty() && !is_one_of(std::array<std::string_view, 4>{"st", "nd", "rd", "th"}, ending))
    return std::nullopt;
  const auto number = whole_number(folded.substr(0, digits_end));
  if (!number || digits_end > 2) return std::nullopt;
  return static_cast<unsigned>(*number);
}
/// 9th, not 9.
std::optional<unsigned> ordinal(std::string_view folded) {
  return whole_number(folded) ? std::nullopt : day_number(folded);
}

/// A year of four digits at `i`, unless it counts something.
std::optional<int> year_at(Words words, std::size_t i) {
  const auto folded = word_at(words, i);
  if (folded.size() != 4 || is_counted(word_at(words, i + 1))) return std::nullopt;
  return whole_number(folded);
}

bool is_month_meant(Words words, std::size_t i) {
  const bool is_word_too = words[i].folded == "may" || words[i].folded == "march" || words[i].folded == "mar";
  return !is_word_too || words[i].is_capital() || stands_free(words, i + 1);
}

/// 9 Nov, 9th of November 2025.
Read day_and_month(Words words, Looking looking, Date today) {
  const auto day = day_number(words[0].folded);
  const std::size_t at = word_at(words, 1) == "of" ? 2 : 1;
  const auto month = month_of(word_at(words, at));
  if (!day || !month || !is_month_meant(words, at)) return std::nullopt;
  const auto year = year_at(words, at + 1);
  return resolve(year ? at + 2 : at + 1, {year, *month, *day}, looking, today);
}

/// Nov 9, November 9th, 2025.
Read month_and_day(Words words, Looking looking, Date today) {
  const auto month = month_of(words[0].folded);
  const auto day = day_number(word_at(words, 1));
  if (!month || !day || is_counted(word_at(words, 2))) return std::nullopt;
  const auto year = year_at(words, 2);
  return resolve(year ? 3 : 2, {year, *month, *day}, looking, today);
}

/// The first day of a month by name: the latest that has begun, or the next that has not ended.
Date named_month(unsigned month, std::optional<int> year, Looking looking, Date today) {
  int of_year = today.year();
  if (year)
    of_year = *year;
  else if (looking == Looking::back && month > today.month())
    --of_year;
  else if (looking == Looking::forward && month < today.month())
    ++of_year;
  return Date::of(of_year, month, 1).value_or(Date::of(1000, 1, 1).value());
}

/// Nov 2025; in October; last October; by December.
Read month_alone(Words words, Looking looking, Date today) {
  const auto lead = words[0].folded;
  const bool has_lead = lead == "in" || lead == "last" || lead == "by" || lead == "during";
  const std::size_t at = has_lead ? 1 : 0;
  const auto month = month_of(word_at(words, at));
  if (!month || !is_month_meant(words, at)) return std::nullopt;
  const auto year = year_at(words, at + 1);
  if (!year && !has_lead) return std::nullopt;
  const std::size_t used = year ? at + 2 : at + 1;
  auto first = named_month(*month, year, looking, today);
  if (looking == Looking::forward)
    return taken_if(lead != "last", used, lead == "by" ? first.plus_days(-1) : month_end(first), looking,
                    today);
  if (lead == "by") return std::nullopt;
  if (lead == "last" && first == month_begin(today)) first = first.plus_months(-12);
  return taken(used, first, looking, today, Precision::month);
}

bool is_part_of_day(std::string_view folded) {
  return is_one_of(
      std::array<std::string_view, 7>{"morning", "afternoon", "evening", "night", "lunchtime", "am", "pm"},
      folded);
}
std::size_t with_part_of_day(Words words, std::size_t used) {
  const bool is_near = used > 0 && used <= words.size() && !words[used - 1].is_cut_off();
  return is_near && is_part_of_day(word_at(words, used)) ? used + 1 : used;
}

/// The weekday of the week that begins `weeks` after this one.
Date weekday_in_week(Weekday day, int weeks, Date today) {
  return monday_of(today).plus_days(7 * weeks + static_cast<int>(day));
}
Date latest(Weekday day, Date today) {
  const int back = (static_cast<int>(today.weekday()) - static_cast<int>(day) + 7) % 7;
  return today.plus_days(-back);
}
Date following(Weekday day, Date today) {
  const int ahead = (static_cast<int>(day) - static_cast<int>(today.weekday()) + 6) % 7 + 1;
  return today.plus_days(ahead);
}

bool is_word_too(std::string_view folded) {
  return folded == "sat" || folded == "sun" || folded == "wed";
}
/// In small letters only where something says that a day is meant.
bool is_weekday_meant(Words words, std::size_t at) {
  const auto& word = words[at];
  if (!is_word_too(word.folded) || at > 0) return true;
  if (!word.is_capital()) return stands_free(words, 1);
  constexpr std::array<std::string_view, 9> verbs_go_on{"with",   "down",    "in", "on", "next",
                                                        "beside", "through", "by", "and"};
  return !word.begins_line || !is_one_of(verbs_go_on, word_at(words, 1));
}

Read dated_weekday(Words words, std::size_t used, Looking looking, Date today) {
  const auto rest = words.subspan(used);
  if (rest.empty()) return std::nullopt;
  const std::size_t skip = rest[0].folded == "the" && rest.size() > 1 ? 1 : 0;
  for (const auto form : {figures, day_and_month, month_and_day})
    if (auto read = form(rest.subspan(skip), looking, today)) {
      read->words += used + skip;
      return read;
    }
  return std::nullopt;
}

DayRead weekday_back(Words words, std::size_t used, std::string_view lead, Weekday day, Date today) {
  if (lead.empty() && word_at(words, used) == "last" && word_at(words, used + 1) == "week")
    return taken(used + 2, weekday_in_week(day, -1, today), Looking::back, today);
  auto when = latest(day, today);
  if (lead == "last" && when == today) when = when.plus_days(-7);
  if (lead == "this") when = weekday_in_week(day, 0, today);
  if (lead == "next") when = weekday_in_week(day, 1, today);
  return taken(with_part_of_day(words, used), when, Looking::back, today);
}

DayRead weekday_ahead(Words words, std::size_t used, std::string_view lead, Weekday day, Date today) {
  auto when = following(day, today);
  if (lead == "last") return plain(used);
  if (lead == "next") when = weekday_in_week(day, 1, today);
  if (lead == "this" && day == today.weekday()) when = today;
  if (word_at(words, used) == "week") return taken(used + 1, when.plus_days(7), Looking::forward, today);
  if (word_at(words, used) == "next" && word_at(words, used + 1) == "week")
    return taken(used + 2, weekday_in_week(day, 1, today), Looking::forward, today);
  return taken(with_part_of_day(words, used), when, Looking::forward, today);
}

/// Tue, last Tue, next Friday, Tuesday morning, Tue last week, Tuesday 10 November 2026.
Read weekday(Words words, Looking looking, Date today) {
  const auto first = word_at(words, 0);
  const bool has_lead = first == "last" || first == "this" || first == "next";
  const bool has_on = first == "on" && is_word_too(word_at(words, 1));
  const std::size_t at = has_lead || has_on ? 1 : 0;
  const auto day = weekday_of(word_at(words, at));
  if (!day || !is_weekday_meant(words, at)) return std::nullopt;
  const std::size_t used = at + 1;
  if (auto dated = dated_weekday(words, used, looking, today)) return dated;
  const auto lead = has_lead ? first : std::string_view();
  return looking == Looking::back ? weekday_back(words, used, lead, *day, today)
                                  : weekday_ahead(words, used, lead, *day, today);
}

/// today, yesterday morning, tomorrow, this afternoon, last night, the day before yesterday.
Read named_day(Words words, Looking looking, Date today) {
  const bool is_back = looking == Looking::back;
  const auto first = word_at(words, 0);
  const auto second = word_at(words, 1);
  if (first == "today") return taken(1, today, looking, today);
  if (first == "tonight") return taken(1, today, looking, today);
  if (first == "yesterday")
    return taken_if(is_back, with_part_of_day(words, 1), today.plus_days(-1), looking, today);
  if (first == "tomorrow" || first == "tmrw")
    return taken(with_part_of_day(words, 1), today.plus_days(1), looking, today);
  if (first == "just" && second == "now") return taken_if(is_back, 2, today, looking, today);
  if (first == "earlier" && second == "today") return taken_if(is_back, 2, today, looking, today);
  if (first == "last" && second == "night") return taken_if(is_back, 2, today.plus_days(-1), looking, today);
  if (first == "this" && is_part_of_day(second)) return taken(2, today, looking, today);
  const std::size_t at = first == "the" ? 1 : 0;
  if (word_at(words, at) != "day") return std::nullopt;
  if (word_at(words, at + 1) == "before" && word_at(words, at + 2) == "yesterday")
    return taken_if(is_back, at + 3, today.plus_days(-2), looking, today);
  if (word_at(words, at + 1) == "after" && word_at(words, at + 2) == "tomorrow")
    return taken(at + 3, today.plus_days(2), looking, today);
  return std::nullopt;
}

enum class Unit { none, moment, day, week, fortnight, month, year };
Unit unit_of(std::string_view folded) {
  constexpr std::array<std::pair<std::string_view, Unit>, 20> units{{{"minute", Unit::moment},
                                                                     {"minutes", Unit::moment},
                                                                     {"min", Unit::moment},
                                                                     {"mins", Unit::moment},
                                                                     {"hour", Unit::moment},
                                                                     {"hours", Unit::moment},
                                                                     {"hr", Unit::moment},
                                                                     {"hrs", Unit::moment},
                                                                     {"day", Unit::day},
                                                                     {"days", Unit::day},
                                                                     {"week", Unit::week},
                                                                     {"weeks", Unit::week},
                                                                     {"wk", Unit::week},
                                                                     {"wks", Unit::week},
                                                                     {"fortnight", Unit::fortnight},
                                                                     {"fortnights", Unit::fortnight},
                                                                     {"month", Unit::month},
                                                                     {"months", Unit::month},
                                                                     {"year", Unit::year},
                                                                     {"years", Unit::year}}};
  for (const auto& [word, unit] : units)
    if (word == folded) return unit;
  return Unit::none;
}

Date shifted(Date day, Unit unit, int count) {
  switch (unit) {
    case Unit::day:
      return day.plus_days(count);
    case Unit::week:
      return day.plus_days(7 * count);
    case Unit::fortnight:
      return day.plus_days(14 * count);
    case Unit::month:
      return day.plus_months(count);
    case Unit::year:
      return day.plus_months(12 * count);
    default:
      return day;
  }
}

struct Span {
  std::size_t words = 0;
  int count = 0;
  Unit unit = Unit::none;
};
/// 3 days, a fortnight, a couple of weeks, 10m (a moment): at most a hundred of them.
std::optional<Span> span_at(Words words) {
  if (words.empty()) return std::nullopt;
  if (const auto length = read_length(words); length && word_at(words, length->words) == "ago")
    return Span{length->words, 1, Unit::moment};
  if (words[0].folded == "a" && word_at(words, 1) == "couple" && word_at(words, 2) == "of")
    return Span{4, 2, unit_of(word_at(words, 3))};
  const auto count = small_count(words[0].folded);
  if (!count || *count > 100) return std::nullopt;
  return Span{2, *count, unit_of(word_at(words, 1))};
}

/// 3 days ago, a fortnight ago: months and years are known to the month only.
Read span_ago(Words words, Looking looking, Date today) {
  const auto span = span_at(words);
  if (!span || span->unit == Unit::none || word_at(words, span->words) != "ago") return std::nullopt;
  const bool is_vague = span->unit == Unit::month || span->unit == Unit::year;
  auto day = shifted(today, span->unit, -span->count);
  if (is_vague) day = month_begin(day);
  return taken_if(looking == Looking::back, span->words + 1, day, looking, today,
                  is_vague ? Precision::month : Precision::day);
}

/// in 2 weeks, within a month; "in 2 hours" is no day.
Read span_ahead(Words words, Looking looking, Date today) {
  if (word_at(words, 0) != "in" && word_at(words, 0) != "within") return std::nullopt;
  auto span = span_at(words.subspan(1));
  if (!span || span->unit == Unit::none || span->unit == Unit::moment) return std::nullopt;
  const std::size_t used = span->words + 1;
  if (used < words.size() && !words[used - 1].is_cut_off() && words[used].folded == "ago")
    return std::nullopt;
  return taken(used, shifted(today, span->unit, span->count), looking, today);
}

/// last week, this month, next week.
Read whole_period(Words words, Looking looking, Date today) {
  const auto lead = word_at(words, 0);
  const int shift = lead == "last" ? -1 : lead == "next" ? 1 : 0;
  if (shift == 0 && lead != "this") return std::nullopt;
  const bool is_back = looking == Looking::back;
  if (word_at(words, 1) == "week") {
    const auto monday = monday_of(today).plus_days(7 * shift);
    return taken(2, is_back ? monday : working_week_end(monday, today), looking, today, Precision::week);
  }
  if (word_at(words, 1) == "month") {
    const auto first = month_begin(today).plus_months(shift);
    return taken(2, is_back ? first : month_end(first), looking, today, Precision::month);
  }
  return std::nullopt;
}

/// end of the week, end of next month, end of November: promises only.
Read period_end(Words words, Looking looking, Date today) {
  if (looking == Looking::back || word_at(words, 0) != "end" || word_at(words, 1) != "of")
    return std::nullopt;
  const std::size_t at = word_at(words, 2) == "the" ? 3 : 2;
  const auto word = word_at(words, at);
  if (word == "day" || word == "today") return taken(at + 1, today, looking, today);
  if (word == "week") return taken(at + 1, working_week_end(monday_of(today), today), looking, today);
  if (word == "month") return taken(at + 1, month_end(today), looking, today);
  if (const auto month = month_of(word)) {
    const auto year = year_at(words, at + 1);
    return taken(year ? at + 2 : at + 1, month_end(named_month(*month, year, looking, today)), looking,
                 today);
  }
  auto period = whole_period(words.subspan(std::min(at, words.size())), looking, today);
  if (period) period->words += at;
  return period;
}

/// by the 30th, on the 1st: promises only, for "the 3rd floor" is common in notes.
Read day_of_month(Words words, Looking looking, Date today) {
  const bool has_lead = word_at(words, 0) == "by" || word_at(words, 0) == "on";
  const auto day = ordinal(word_at(words, 2));
  if (looking == Looking::back || !has_lead || word_at(words, 1) != "the" || !day) return std::nullopt;
  for (int ahead = 0; ahead < 3; ++ahead) {
    const auto month = month_begin(today).plus_months(ahead);
    const auto found = Date::of(month.year(), month.month(), *day);
    if (found && *found >= today) return taken(3, *found, looking, today);
  }
  return std::nullopt;
}

}  // namespace

std::optional<DayRead> read_day(std::span<const Word> all, Looking looking, Date today) {
  const auto words = phrase(all, 7);
  if (words.empty() || words[0].folded.empty()) return std::nullopt;
  for (const auto form : {figures, day_and_month, month_and_day, month_alone, weekday, named_day, span_ago,
                          span_ahead, whole_period, period_end, day_of_month})
    if (auto read = form(words, looking, today)) return read;
  return std::nullopt;
}

bool is_calendar_word(std::string_view folded) {
  return is_day_or_month(folded) || day_number(folded).has_value();
}
bool is_day_or_month(std::string_view folded) {
  return weekday_of(folded).has_value() || month_of(folded).has_value();
}

}  // namespace rapport::capture
