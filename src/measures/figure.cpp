// The rules of figures.
#include "measures/figure.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport {
namespace {

constexpr std::array<std::string_view, 2> state_codes{"provisional", "final"};
constexpr double hundred = 100;
/// Of four digits, with a year after them.
constexpr int year_min = 1000;
constexpr int year_max = 9998;

bool has_denominator(MeasureShape shape) {
  return shape == MeasureShape::percent || shape == MeasureShape::rate;
}

bool is_few(Amount people) {
  return people < whole(people_min);
}

double ratio(const Numbers& numbers) {
  return static_cast<double>(numbers.numerator.hundredths) /
         static_cast<double>(numbers.denominator.value_or(whole(1)).hundredths);
}

/// What is written: a ratio to two decimals, a percentage to one.
Amount written(const MeasureVersion& version, const Numbers& numbers) {
  if (!has_denominator(version.shape)) return numbers.numerator;
  const double value = ratio(numbers) * (version.shape == MeasureShape::percent ? hundred : 1.0);
  return {std::llround(value * hundred)};
}

std::string percent_words(Amount percent) {
  auto number = number_words(percent, 1);
  if (number.ends_with(".0")) number.resize(number.size() - 2);
  return number + " %";
}

std::string size_of_change(const MeasureVersion& version, Amount before, Amount now) {
  const auto by = std::abs(now.hundredths - before.hundredths);
  if (version.shape == MeasureShape::percent) return number_words({by}, 1) + " points";
  if (before.hundredths == 0) return "from 0";
  const double share = hundred * static_cast<double>(by) / static_cast<double>(before.hundredths);
  if (share < 1) return "less than 1 %";
  return std::to_string(std::llround(share)) + " %";
}

std::string judgement(Better better, Direction direction) {
  if (better == Better::neutral || direction == Direction::same) return {};
  const bool is_better = (better == Better::up) == (direction == Direction::up);
  return is_better ? ", which is better" : ", which is worse";
}

std::optional<int> year_number(std::string_view text) {
  text = trim(text);
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  const bool is_year = error == std::errc() && end == text.data() + text.size();
  if (!is_year || (text.size() != 4 && text.size() != 2)) return std::nullopt;
  constexpr int century = 2000;
  return text.size() == 2 ? century + year : year;
}

void check_parts(std::vector<Fault>& faults, const ValueDraft& draft, const MeasureVersion& version) {
  const auto& numbers = draft.numbers;
  if (has_denominator(version.shape) && !numbers.denominator)
    faults.push_back(
        {"denominator", version.shape == MeasureShape::percent
                            ? "A percentage needs the whole it is of: how many were asked or counted."
                            : "A rate needs what it is for each of."});
  if (numbers.denominator && numbers.denominator->hundredths == 0)
    faults.push_back({"denominator", "Nothing can be a part of 0."});
  if (!has_denominator(version.shape) && numbers.denominator)
    faults.push_back({"denominator", version.name + " is a number by itself and has no denominator."});
  if (version.shape == MeasureShape::percent && numbers.denominator &&
      numbers.numerator > *numbers.denominator)
    faults.push_back({"value", "That is over 100 %: " + parts_words(numbers) + "."});
  if (version.counts_people && numbers.numerator.hundredths % 100 != 0 &&
      version.shape == MeasureShape::amount)
    faults.push_back({"value", "People are counted in whole ones."});
}

std::string day_words(Date date) {
  return std::to_string(date.day()) + " " + std::string(month_name(date.month())) + " " +
         std::to_string(date.year());
}

void check_time(std::vector<Fault>& faults, const ValueDraft& draft, Date today, const AcademicYears& years) {
  const auto year = years.words(draft.academic_year);
  if (draft.academic_year < first_measured_year)
    faults.push_back({"year", year + " is too long ago. Figures begin with 1950/51."});
  else if (years.first_day(draft.academic_year) > today)
    faults.push_back({"year", year + " has not begun yet. It starts on " +
                                  day_words(years.first_day(draft.academic_year)) + "."});
  else if (draft.state == ValueState::final && years.last_day(draft.academic_year) >= today)
    faults.push_back({"state", year + " is not over before the end of " +
                                   day_words(years.last_day(draft.academic_year)) +
                                   ". Until then its figures are provisional."});
}

}  // namespace

std::string_view code(ValueState state) {
  return state_codes[static_cast<std::size_t>(state)];
}
std::string_view words(ValueState state) {
  return code(state);
}
std::optional<ValueState> value_state_of(std::string_view code) {
  const auto found = std::ranges::find(state_codes, code);
  if (found == state_codes.end()) return std::nullopt;
  return static_cast<ValueState>(found - state_codes.begin());
}

Numbers operator+(const Numbers& a, const Numbers& b) {
  Numbers sum{.numerator = a.numerator + b.numerator};
  if (a.denominator && b.denominator) sum.denominator = *a.denominator + *b.denominator;
  if (a.people && b.people) sum.people = *a.people + *b.people;
  return sum;
}

std::vector<Fault> faults_of(const ValueDraft& draft, const Measure& measure, Date today,
                             const AcademicYears& years) {
  std::vector<Fault> faults;
  if (measure.formula)
    faults.push_back(
        {"measure", measure.current().name + " is counted by Rapport itself and cannot be reported."});
  check_parts(faults, draft, measure.in_year(draft.academic_year));
  check_time(faults, draft, today, years);
  if (character_count(draft.source) > measure_source_characters_max)
    faults.push_back({"source", "A source is at most 120 characters long."});
  return faults;
}

bool is_small(const MeasureVersion& version, const Numbers& numbers) {
  if (numbers.people && *numbers.people < people_min) return true;
  if (numbers.denominator && is_few(*numbers.denominator)) return true;
  if (!version.counts_people) return false;
  if (is_few(numbers.numerator)) return true;
  if (version.shape != MeasureShape::percent || !numbers.denominator) return false;
  // The others are people too: 98 of 100 tells of two.
  const Amount rest{numbers.denominator->hundredths - numbers.numerator.hundredths};
  return rest.hundredths > 0 && is_few(rest);
}

std::string figure_number(const MeasureVersion& version, const Numbers& numbers) {
  const auto number = written(version, numbers);
  switch (version.shape) {
    case MeasureShape::money:
      return "£" + (number.hundredths % 100 == 0 ? number_words(number) : number_words(number, 2));
    case MeasureShape::percent:
      return percent_words(number);
    case MeasureShape::rate:
    case MeasureShape::amount:
      break;
  }
  return version.shape == MeasureShape::rate ? number_words(number, 1) : number_words(number);
}

double figure_amount(const MeasureVersion& version, const Numbers& numbers) {
  return static_cast<double>(written(version, numbers).hundredths) / 100;
}

std::string figure_words(const MeasureVersion& version, const Numbers& numbers) {
  auto words = figure_number(version, numbers);
  return version.unit.empty() ? words : words + " " + version.unit;
}

std::string parts_words(const Numbers& numbers) {
  if (!numbers.denominator) return {};
  return number_words(numbers.numerator) + " of " + number_words(*numbers.denominator);
}

Change change_between(const Measure& measure, const Compared& before, const Compared& now,
                      const AcademicYears& years) {
  if (now.is_suppressed || before.is_suppressed) return {.words = "not shown: fewer than five people"};
  if (now.numbers == nullptr) return {.words = "no figure yet"};
  if (before.numbers == nullptr) return {.words = "no figure for the year before"};
  if (!are_comparable(measure, before.version, now.version)) {
    const auto breaking = std::ranges::find_if(measure.versions, [&](const MeasureVersion& version) {
      return version.version > std::min(before.version, now.version) && !version.is_comparable;
    });
    return {.words = "counted differently since " + years.words(breaking->starts_in) +
                     ", so the two cannot be compared"};
  }
  if (before.months != now.months && measure.version(now.version).shape != MeasureShape::percent)
    return {.words = "a year of " + std::to_string(now.months) + " months after one of " +
                     std::to_string(before.months) + ", so the two cannot be compared"};
  const auto& version = measure.version(now.version);
  const auto earlier = written(version, *before.numbers);
  const auto later = written(version, *now.numbers);
  if (earlier == later) return {.direction = Direction::same, .words = "the same"};
  const auto direction = later > earlier ? Direction::up : Direction::down;
  return {.direction = direction,
          .words = std::string(direction == Direction::up ? "up " : "down ") +
                   size_of_change(version, earlier, later) + judgement(version.better, direction)};
}

std::string sconul_words(const MeasureVersion& version, std::string_view source, const AcademicYears& years,
                         int academic_year) {
  const auto names_it = [](std::string_view text) { return text.find("SCONUL") != std::string_view::npos; };
  if (!names_it(version.source) && !names_it(version.definition) && !names_it(source)) return {};
  const AcademicYears theirs;
  if (years.first_day(academic_year) == theirs.first_day(academic_year) &&
      years.last_day(academic_year) == theirs.last_day(academic_year))
    return {};
  return " Here of " + years.days_words(academic_year) + "; SCONUL’s year is 1 August to 31 July.";
}

Result<int> read_academic_year(std::string_view text, const AcademicYears& years) {
  const auto tidied = tidy_line(text);
  const auto parting = tidied.find_first_of("/-\xE2");
  const auto first = year_number(std::string_view(tidied).substr(0, parting));
  const auto no_year = [&](const std::string& why) {
    return invalid("", "“" + shorten(tidied, 30) + "” " + why);
  };
  if (!first || *first < year_min || *first > year_max)
    return no_year("is no academic year. Write it as 2025/26.");
  if (parting == std::string::npos) {
    if (tidied.size() == 2) return no_year("is no academic year. Write it as 2025/26.");
    return *first;
  }
  const auto digits = std::min(tidied.find_first_of("0123456789", parting), tidied.size());
  const auto rest = std::string_view(tidied).substr(digits);
  const auto second = year_number(rest);
  if (!second) return no_year("is no academic year. Write it as 2025/26.");
  const bool is_next = *second == *first + 1 || (rest.size() == 2 && *second % 100 == (*first + 1) % 100);
  if (years.month(*first) == 1 || !is_next)
    return no_year("does not exist: that academic year is " + years.days_words(*first) + ", written " +
                   years.words(*first) + ".");
  return *first;
}

}  // namespace rapport
