// The rules of another start.
#include "organisation/year_start.hpp"

#include "base/text.hpp"

namespace rapport {
namespace {

std::string first_words(unsigned month) {
  return "1 " + std::string(month_name(month));
}

std::string day_words(Date date) {
  return first_words(date.month()) + " " + std::to_string(date.year());
}

void check_year(std::vector<Fault>& faults, const YearStart& start, const AcademicYears& years, Date today) {
  const int now = years.of(today);
  if (start.from_year <= now) {
    faults.push_back({"from_year", "Choose a year that has not begun. What has begun keeps its days."});
  } else if (start.from_year > now + year_starts_ahead_max) {
    faults.push_back({"from_year", "Choose one of the next five years."});
  } else if (const auto first = years.with(start).first_day(start.from_year); first <= today) {
    faults.push_back(
        {"month", day_words(first) + " has come already. Choose a later month, or a later year."});
  }
}

void check_length(std::vector<Fault>& faults, const YearStart& start, const AcademicYears& years) {
  const int between = start.from_year - 1;
  const auto after = years.with(start);
  if (after.months(between) < months_of_year_min)
    faults.push_back({"month", years.words(between) + " would have " + months_words(after.months(between)) +
                                   ". A year has three at least: choose another month, or a later year."});
}

}  // namespace

std::vector<Fault> faults_of(const YearStart& start, const AcademicYears& years, Date today, YearsHold held) {
  std::vector<Fault> faults;
  if (start.month < 1 || start.month > 12) return {{"month", "Choose a month."}};
  if (start.from_year != AcademicYears::beginning)
    check_year(faults, start, years, today);
  else if (held == YearsHold::something)
    faults.push_back({"from_year",
                      "There are conversations, figures or plans of years that have begun, and these "
                      "keep their days. Choose a year that has not begun."});
  if (!faults.empty()) return faults;
  if (years.with(start) == years)
    return {{"month", "That is how it is: from then on, years begin on " + first_words(start.month) + "."}};
  if (start.from_year != AcademicYears::beginning) check_length(faults, start, years);
  return faults;
}

std::vector<int> years_to_change(const AcademicYears& years, Date today) {
  std::vector<int> all;
  const int now = years.of(today);
  for (int year = now + 1; year <= now + year_starts_ahead_max; ++year) all.push_back(year);
  return all;
}

std::string rule_words(const AcademicYears& years) {
  const auto& starts = years.starts();
  const auto before = years.month(AcademicYears::beginning);
  std::string words;
  for (const auto& start : starts) {
    if (start.from_year == AcademicYears::beginning) continue;
    words += words.empty()
                 ? "Years until " + years.words(start.from_year - 1) + " begin on " + first_words(before)
                 : std::string();
    words += "; from " + years.words(start.from_year) + " on " + first_words(start.month);
  }
  return words.empty() ? "Academic years begin on " + first_words(before) + "." : words + ".";
}

std::string months_words(int months) {
  return months == 1 ? "one month" : months == 12 ? "twelve months" : std::to_string(months) + " months";
}

std::string year_between_words(const AcademicYears& years, int from_year) {
  const int year = from_year - 1;
  return years.words(year) + " has " + months_words(years.months(year)) + " then: " + years.days_words(year) +
         ".";
}

}  // namespace rapport
