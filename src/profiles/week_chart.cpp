// Draws the year of weeks.
#include "profiles/week_chart.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace rapport::profiles {
namespace {

constexpr int step = 11;  // width of a week with its gap, in the drawing's units

/// How dark a week is: each of the five steps of the ramp says how many conversations.
int shade_of(int conversations) {
  if (conversations <= 0) return 0;
  return std::min(conversations + 1, 5);
}

std::string_view short_month(unsigned month) {
  return month_name(month).substr(0, 3);
}

struct Month {
  unsigned month = 0;
  int year = 0;
  int conversations = 0;
};

std::vector<Month> months_of(std::span<const Week> weeks) {
  std::vector<Month> months;
  for (const auto& week : weeks) {
    const auto middle = week.monday.plus_days(3);
    if (months.empty() || months.back().month != middle.month())
      months.push_back({middle.month(), middle.year(), 0});
    months.back().conversations += week.conversations;
  }
  return months;
}

void draw_cells(html::Writer& out, std::span<const Week> weeks) {
  static constexpr std::array<const char*, 6> classes{"lv0", "lv1", "lv2", "lv3", "lv4", "lv5"};
  int x = 0;
  for (const auto& week : weeks) {
    out.put<R"(<rect x="{}" y="20" width="9" height="24" rx="2.5" class="{}"/>)">(
        x, classes[static_cast<std::size_t>(shade_of(week.conversations))]);
    x += step;
  }
}

void draw_month_names(html::Writer& out, std::span<const Week> weeks) {
  int x = 0;
  int free_from = 0;  // where the last name ends: two names never touch
  unsigned last = 0;
  for (const auto& week : weeks) {
    const auto month = week.monday.plus_days(3).month();
    if (month != last && x >= free_from && x + 28 <= step * static_cast<int>(weeks.size())) {
      out.put<R"(<text x="{}" y="11" class="svg-t m">{}</text>)">(x + 1, short_month(month));
      free_from = x + 34;
    }
    last = month;
    x += step;
  }
}

}  // namespace

std::string finding_of(std::span<const Week> weeks) {
  int total = 0;
  for (const auto& week : weeks) total += week.conversations;
  if (total == 0) return "No conversations in the past year";
  const auto months = months_of(weeks);
  const auto busiest = std::ranges::max_element(months, {}, &Month::conversations);
  return count_words(total, "conversation", "conversations") + " in the past year, most in " +
         std::string(month_name(busiest->month));
}

html::Html week_chart(std::span<const Week> weeks) {
  html::Writer out;
  out.put<R"(<div class="card year-card"><div class="year-scroll" tabindex="0" role="region" )"
          R"(aria-label="Year of conversations">)"
          R"(<svg viewBox="0 0 {} 46" class="year" role="img" aria-label="{}">)">(
      step * static_cast<int>(weeks.size()), finding_of(weeks));
  draw_month_names(out, weeks);
  draw_cells(out, weeks);
  out.put<
      R"(</svg></div><details class="table"><summary>Show as a table</summary><table><thead><tr>)"
      R"(<th scope="col">Month</th><th scope="col" class="num">Conversations</th></tr></thead><tbody>)">();
  for (const auto& month : months_of(weeks)) {
    out.put<R"(<tr><td>{} {}</td><td class="num">{}</td></tr>)">(month_name(month.month), month.year,
                                                                 month.conversations);
  }
  out.put<"</tbody></table></details></div>">();
  return std::move(out).finish();
}

}  // namespace rapport::profiles
