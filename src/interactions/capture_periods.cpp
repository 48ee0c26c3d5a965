// Days by distance or by the period that they end: 3 days ago, next week, the end of the month.
#include <utility>

#include "interactions/capture_amounts.hpp"
#include "interactions/capture_day_forms.hpp"

namespace rapport::capture::days {
namespace {

/// The Friday of the week, or its Sunday where Friday has gone.
Date working_week_end(Date monday, Date today) {
  const auto friday = monday.plus_days(4);
  return friday >= today ? friday : monday.plus_days(6);
}

/// 9th, not 9.
std::optional<unsigned> ordinal(std::string_view folded) {
  return whole_number(folded) ? std::nullopt : day_number(folded);
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

}  // namespace

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

}  // namespace rapport::capture::days
