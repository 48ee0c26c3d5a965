// What of a department's year may be shown to others.
#include "headlines/sheet_facts.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "measures/suppression.hpp"

namespace rapport::headlines {
namespace {

constexpr int few = static_cast<int>(people_min);
constexpr std::size_t topics_shown = 5;

bool is_few(int count) {
  return count > 0 && count < few;
}

/// A total above its parts; which of the parts are not shown, and whether the total is not.
struct Hidden {
  std::vector<bool> parts = {};
  bool is_total_hidden = false;
};
Hidden hidden_of(std::span<const int> counts) {
  std::vector<SuppressionCell> cells{
      {{}, {.numerator = whole(std::accumulate(counts.begin(), counts.end(), 0))}}};
  for (const int count : counts)
    cells.push_back({.above = 0, .numbers = {.numerator = whole(count)}, .is_small = is_few(count)});
  auto hidden = suppressed_cells(cells);
  const bool is_total_hidden = hidden.front();
  hidden.erase(hidden.begin());
  return {std::move(hidden), is_total_hidden};
}

int sum_where(std::span<const int> counts, const std::vector<bool>& hidden) {
  int sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (hidden[i]) sum += counts[i];
  return sum;
}

/// The smallest that is shown and not empty goes too; false where none is left.
bool hide_one_more(std::span<const int> counts, std::vector<bool>& hidden) {
  std::optional<std::size_t> smallest;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (!hidden[i] && counts[i] > 0 && (!smallest || counts[i] < counts[*smallest])) smallest = i;
  if (smallest) hidden[*smallest] = true;
  return smallest.has_value();
}

struct Study {
  int order = 0;
  std::string name = {};
};

/// Levels 4 to 8 of the national framework, where a department names its modules so.
Study by_level(int digit) {
  if (digit <= 6) return {digit, "Year " + std::to_string(digit - 3)};
  return {digit, digit == 7 ? "Masters" : "Doctoral"};
}
Study by_year(int digit) {
  if (digit <= 4) return {digit, digit == 0 ? "Foundation" : "Year " + std::to_string(digit)};
  return {digit, digit <= 7 ? "Masters" : "Doctoral"};
}

std::optional<int> first_digit(std::string_view code) {
  const auto at = code.find_first_of("0123456789");
  if (at == std::string_view::npos || code[at] == '9') return std::nullopt;
  return code[at] - '0';
}

}  // namespace

ShownLevels shown_levels(std::span<const int> counts) {
  auto hidden = hidden_of(counts).parts;
  // What is hidden is drawn together, so together it must be no few either.
  while (is_few(sum_where(counts, hidden)) && hide_one_more(counts, hidden)) continue;
  ShownLevels shown{.others = sum_where(counts, hidden)};
  if (is_few(shown.others)) return {};
  for (std::size_t i = counts.size(); i-- > 0;)
    if (!hidden[i] && counts[i] > 0) shown.levels.push_back({static_cast<int>(i), counts[i]});
  return shown;
}

std::vector<std::string> month_names(const AcademicYears& years, int academic_year) {
  std::vector<std::string> names;
  const int months = years.months(academic_year);
  for (int i = 0; i < months; ++i) {
    const auto place = static_cast<int>(years.month(academic_year)) - 1 + i;
    names.emplace_back(month_name(static_cast<unsigned>(place % 12 + 1)));
    if (months > 12) names.back() += " " + std::to_string(academic_year + place / 12);
  }
  return names;
}

ShownMonths shown_months(const MonthFacts& months) {
  const std::span<const int> begun(months.counts.data(), static_cast<std::size_t>(months.begun));
  const auto hidden = hidden_of(begun);
  ShownMonths shown{.names = months.names, .counts = std::vector<std::optional<int>>(months.names.size())};
  for (std::size_t i = 0; i < begun.size(); ++i)
    if (!hidden.parts[i]) shown.counts.at(i) = begun[i];
  const int total = std::accumulate(begun.begin(), begun.end(), 0);
  if (!hidden.is_total_hidden && !is_few(total)) shown.total = total;
  if (begun.empty()) return shown;
  const auto most = std::ranges::max_element(begun);
  const auto place = static_cast<std::size_t>(most - begun.begin());
  if (*most > 0 && shown.counts.at(place) && std::ranges::count(begun, *most) == 1)
    shown.busiest = static_cast<int>(place);
  return shown;
}

std::vector<TopicRow> shown_topics(std::vector<TopicFact> topics) {
  std::erase_if(topics,
                [](const TopicFact& topic) { return topic.conversations < few || topic.people < few; });
  std::ranges::sort(topics, {}, [](const TopicFact& topic) {
    return std::tuple(-topic.conversations, std::string_view(topic.name));
  });
  std::vector<TopicRow> rows;
  for (const auto& topic : topics)
    if (rows.size() < topics_shown) rows.push_back({topic.name, topic.conversations});
  return rows;
}

std::vector<ModuleRow> shown_modules(std::span<const ModuleFact> modules) {
  std::vector<int> digits;
  for (const auto& module : modules)
    if (const auto digit = first_digit(module.name); digit && module.people >= few) digits.push_back(*digit);
  const bool has_levels =
      !digits.empty() && std::ranges::all_of(digits, [](int digit) { return digit >= 4; });
  std::map<int, ModuleRow> rows;
  for (const int digit : digits) {
    const auto study = has_levels ? by_level(digit) : by_year(digit);
    auto& row = rows[study.order];
    row.name = study.name;
    ++row.reached;
  }
  // Several digits may be called the same.
  std::vector<ModuleRow> shown;
  for (auto& [order, row] : rows) {
    if (!shown.empty() && shown.back().name == row.name)
      shown.back().reached += row.reached;
    else
      shown.push_back(std::move(row));
  }
  return shown;
}

}  // namespace rapport::headlines
