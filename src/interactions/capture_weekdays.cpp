// Days by weekday or by name: last Tue, next Friday, yesterday afternoon.
#include "interactions/capture_day_forms.hpp"

namespace rapport::capture::days {
namespace {

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

}  // namespace

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

}  // namespace rapport::capture::days
