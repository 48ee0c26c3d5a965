// Words for figures.
#include "headlines/sheet_sentences.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace rapport::headlines {
namespace {

constexpr std::int64_t few = people_min;

std::string number(std::int64_t count) {
  return number_words(whole(count));
}
std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return number(count) + " " + std::string(count == 1 ? one : many);
}
std::string strong(const std::string& words) {
  return "**" + words + "**";
}

/// Both numbers stand beside one another, so what is left must be nobody, or no few.
bool may_say_of(std::int64_t people, std::int64_t staff) {
  return staff >= few && people <= staff && (staff == people || staff - people >= few);
}

std::string people_words(const TopFacts& facts) {
  const auto people = *facts.people;
  if (!facts.staff || !may_say_of(people, *facts.staff)) return strong(number(people) + " of your staff");
  if (people == *facts.staff) return strong("all " + number(people) + " of your staff");
  return strong(number(people) + " of your " + number(*facts.staff) + " staff");
}

std::string taught_words(const TopFacts& facts) {
  if (facts.students.value_or(0) > 0)
    return "taught " + strong(counted(*facts.students, "student", "students"));
  if (facts.sessions.value_or(0) > 0)
    return "taught " + strong(counted(*facts.sessions, "session", "sessions"));
  if (facts.one_to_ones.value_or(0) > 0)
    return "met for " + strong(counted(*facts.one_to_ones, "one-to-one", "one-to-ones"));
  return {};
}

/// "up 18 %" of "up 18 %, which is better".
std::string change_alone(std::string_view words) {
  return std::string(words.substr(0, words.find(", which is")));
}

std::string marked(const figures::Cell& now) {
  return now.parts.empty() ? std::string() : now.parts;
}

std::string beside(const std::string& first, const std::string& second) {
  if (first.empty()) return second;
  return second.empty() ? first : first + "; " + second;
}

/// The digits before any point: "£1,234,567.5" is 1234567.
std::optional<std::int64_t> whole_part(std::string_view words) {
  std::string digits;
  for (const char c : words) {
    if (c == '.') break;
    if (c >= '0' && c <= '9') digits += c;
  }
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// "1,066.25" is 1,066: from a hundred on, a sheet has whole numbers.
std::string without_fraction(const std::string& words) {
  constexpr std::int64_t hundred = 100;
  const auto value = whole_part(words);
  const auto point = words.find('.');
  if (!value || *value < hundred || point == std::string::npos) return words;
  const auto end = words.find_first_not_of("0123456789", point + 1);
  const bool is_up = point + 1 < words.size() && words[point + 1] >= '5';
  const std::string sign = words.starts_with("£") ? "£" : "";
  return sign + number(*value + (is_up ? 1 : 0)) + (end == std::string::npos ? "" : words.substr(end));
}

std::string in_short(std::int64_t value, std::int64_t unit, std::string_view name) {
  const auto hundredths = (value * 10 + unit / 2) / unit * 10;
  return number_words({hundredths}) + std::string(name);
}

}  // namespace

std::string sentence_of(const TopFacts& facts) {
  const bool has_people = facts.people.value_or(0) > 0;
  const auto taught = taught_words(facts);
  if (!has_people && taught.empty()) return {};
  std::string sentence = facts.is_provisional ? "So far this year we have " : "We ";
  if (has_people) sentence += "worked with " + people_words(facts);
  if (has_people && !taught.empty()) sentence += " and ";
  return sentence + taught + ".";
}

std::string sentence_of(const figures::Figure& figure) {
  const auto& now = figure.now;
  const auto& before = figure.before;
  if (now.kind == figures::Cell::Kind::suppressed) return "not shown: fewer than five people";
  if (!now.is_shown()) return {};
  const auto earlier = without_fraction(before.number);
  auto last_year = before.is_shown() ? earlier + " last year" : std::string();
  if (before.is_shown() && figure.change.is_of_other_units)
    last_year += figure.change.has_lost_part ? ", before a part left" : ", before others joined";
  if (now.is_provisional) return beside("so far", last_year);
  if (!before.is_shown()) return marked(now);
  if (figure.change.is_of_other_units) return last_year;
  if (!figure.change.direction) return last_year + ", counted differently";
  if (*figure.change.direction == Direction::same) return "the same as last year";
  if (before.is_provisional) return last_year + ", provisional";
  if (figure.change.words.ends_with("from 0")) return "none last year";
  return change_alone(figure.change.words) + " from " + earlier;
}

std::string big_number(const figures::Cell& cell) {
  if (!cell.is_shown()) return "–";
  const auto value = whole_part(cell.number);
  constexpr std::int64_t million = 1'000'000;
  constexpr std::int64_t milliard = 1'000 * million;
  if (!value || *value < million) return without_fraction(cell.number);
  const std::string sign = cell.number.starts_with("£") ? "£" : "";
  // 999,950,000 rounds up to a thousand millions.
  if (*value >= milliard - million / 20) return sign + in_short(*value, milliard, "bn");
  return sign + in_short(*value, million, "m");
}

std::string sentence_of(const ShownLevels& levels, std::span<const std::string> names) {
  constexpr int in_touch = 2;
  // What is hidden may be of either side.
  if (levels.others > 0 || names.size() <= in_touch) return {};
  std::int64_t above = 0;
  std::int64_t all = 0;
  for (const auto& level : levels.levels) {
    all += level.count;
    if (level.rank >= in_touch) above += level.count;
  }
  if (above == 0 || !may_say_of(above, all)) return {};
  const auto end = " are at “" + names[in_touch] + "” or closer";
  return (above == all ? "all " + number(all) : number(above) + " of " + number(all)) + end;
}

std::string sentence_of(const ShownMonths& months) {
  return months.busiest ? "Busiest in " + months.names.at(static_cast<std::size_t>(*months.busiest)) + "."
                        : std::string();
}

std::string sentence_of(std::span<const TopicRow> topics) {
  if (topics.empty()) return {};
  if (topics.size() > 1 && topics[0].count == topics[1].count) return {};
  return topics[0].name + " came up most.";
}

std::string sentence_of(std::span<const ModuleRow> modules) {
  if (modules.empty()) return {};
  const bool has_all = std::ranges::all_of(
      modules, [](const ModuleRow& row) { return row.of && *row.of > 0 && *row.of >= row.reached; });
  if (!has_all) {
    std::int64_t all = 0;
    for (const auto& row : modules) all += row.reached;
    return counted(all, "module", "modules") + " in all.";
  }
  const auto behind = [](const ModuleRow& a, const ModuleRow& b) {
    return static_cast<std::int64_t>(a.reached) * *b.of < static_cast<std::int64_t>(b.reached) * *a.of;
  };
  const auto* last = &modules[0];
  for (const auto& row : modules)
    if (behind(row, *last)) last = &row;
  const bool is_alone =
      std::ranges::all_of(modules, [&](const ModuleRow& row) { return &row == last || behind(*last, row); });
  if (modules.size() < 2 || !is_alone) return {};
  return last->name + " is the gap: " + number(last->reached) + " of " + number(*last->of) + ".";
}

std::string months_heading(const ShownMonths& months) {
  if (!months.total) return "Conversations, month by month";
  return counted(*months.total, "conversation", "conversations") + ", month by month";
}

}  // namespace rapport::headlines
