// Days by date: 9/11, 9 Nov 2025, November 9th, in October.
#include <utility>

#include "base/text.hpp"
#include "interactions/capture_amounts.hpp"
#include "interactions/capture_day_forms.hpp"

namespace rapport::capture::days {
namespace {

constexpr int first_plausible_year = 1950;

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

bool is_month_meant(Words words, std::size_t i) {
  const bool is_word_too = words[i].folded == "may" || words[i].folded == "march" || words[i].folded == "mar";
  return !is_word_too || words[i].is_capital() || stands_free(words, i + 1);
}

}  // namespace

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

}  // namespace rapport::capture::days
