// Draws the path of one relationship.
#include "relationships/path_picture.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "html/text_width.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Writer;

constexpr int text_size = 13;
constexpr int plot_width = 640;
constexpr int level_height = 40;
constexpr int top_margin = 28;
constexpr int lane_height = 34;
constexpr int axis_height = 26;
constexpr int right_margin = 16;
constexpr int mark_step = 8;  // marks closer than this are one, larger
constexpr int span_days_min = 60;

int text_width(std::string_view words) {
  return static_cast<int>(html::text_width(words, text_size, html::Weight::regular)) + 1;
}

/// Where days and levels stand in the drawing.
struct Plot {
  Date from = {};
  Date to = {};
  int left = 0;
  int top_level = 0;

  [[nodiscard]] int x(Date date) const {
    const auto days = std::max(to - from, span_days_min);
    return left + (date - from) * plot_width / days;
  }
  [[nodiscard]] int y(int level) const { return top_margin + (top_level - level) * level_height; }
  [[nodiscard]] int lane() const { return y(0) + lane_height; }
  [[nodiscard]] int width() const { return left + plot_width + right_margin; }
  [[nodiscard]] int height() const { return lane() + axis_height; }
};

Plot plot_of(std::span<const PathSpan> spans, const Scale& scale, Date today) {
  int left = 0;
  for (const auto& level : scale.levels) left = std::max(left, text_width(level.name));
  return {spans.front().from, today, left + 16, scale.top()};
}

void draw_years(Writer& out, const Plot& plot, const AcademicYears& years) {
  int free_from = plot.left;
  for (int year = years.of(plot.from) + 1; year <= years.of(plot.to); ++year) {
    const int x = plot.x(years.first_day(year));
    const auto words = years.words(year);
    out.put<R"(<path class="st-line" d="M{} {}V{}"/>)">(x, top_margin - 14, plot.lane() + 8);
    if (x < free_from || x + text_width(words) > plot.width()) continue;
    out.put<R"(<text x="{}" y="{}" class="svg-t m">{}</text>)">(x + 3, plot.lane() + 22, words);
    free_from = x + text_width(words) + 12;
  }
}

void draw_levels(Writer& out, const Plot& plot, const Scale& scale) {
  for (int level = 0; level <= plot.top_level; ++level)
    out.put<R"(<text x="{}" y="{}" class="svg-t e">{}</text><path class="st-line" d="M{} {}H{}"/>)">(
        plot.left - 12, plot.y(level) + 4, scale.name(level), plot.left, plot.y(level),
        plot.left + plot_width);
}

void draw_steps(Writer& out, const Plot& plot, std::span<const PathSpan> spans, Date today) {
  std::optional<int> before;
  for (const auto& span : spans) {
    const int x = plot.x(span.from);
    const int y = plot.y(span.level);
    const int end = plot.x(span.until.value_or(today));
    if (before && *before != y) out.put<R"(<path class="path-step" d="M{} {}V{}"/>)">(x, *before, y);
    out.put<R"(<path class="{}" d="M{} {}H{}"/>)">(span.is_slipping ? "path-slip" : "path-step", x, y, end);
    if (before) out.put<R"(<circle class="path-node" cx="{}" cy="{}" r="4"/>)">(x, y);
    before = y;
  }
}

/// The days of rises, where there is room over the step.
void draw_dates(Writer& out, const Plot& plot, std::span<const PathSpan> spans, Date today) {
  for (std::size_t i = 1; i < spans.size(); ++i) {
    const auto& span = spans[i];
    if (span.level <= spans[i - 1].level) continue;
    const auto words = short_words(span.from, today);
    const int x = std::min(plot.x(span.from), plot.left + plot_width - text_width(words));
    const int free_until = plot.x(span.until.value_or(today));
    const bool has_room = x + text_width(words) <= std::max(free_until, x) || i + 1 == spans.size() ||
                          spans[i + 1].level < span.level;
    if (has_room)
      out.put<R"(<text x="{}" y="{}" class="svg-t m">{}</text>)">(x, plot.y(span.level) - 9, words);
  }
}

void draw_marks(Writer& out, const Plot& plot, std::span<const PathMark> marks) {
  out.put<R"(<text x="{}" y="{}" class="svg-t e m">Spoke</text>)">(plot.left - 12, plot.lane() + 1);
  for (std::size_t i = 0; i < marks.size();) {
    const int place = (plot.x(marks[i].happened_on) - plot.left) / mark_step;
    int count = 0;
    bool led_on = false;
    for (; i < marks.size() && (plot.x(marks[i].happened_on) - plot.left) / mark_step == place; ++i) {
      ++count;
      led_on = led_on || marks[i].led_on;
    }
    out.put<R"(<circle class="{}" cx="{}" cy="{}" r="{}"/>)">(
        led_on ? "f-plum" : "path-mark", plot.left + place * mark_step + mark_step / 2, plot.lane() - 4,
        count == 1  ? 3
        : count < 4 ? 4
                    : 5);
  }
}

struct Counted {
  int conversations = 0;
  int led_on = 0;
};
Counted counted(std::span<const PathMark> marks, const PathSpan& span) {
  Counted counts;
  for (const auto& mark : marks) {
    if (mark.happened_on < span.from || (span.until && mark.happened_on >= *span.until)) continue;
    ++counts.conversations;
    if (mark.led_on) ++counts.led_on;
  }
  return counts;
}

std::string level_words(const PathSpan& span, const Scale& scale) {
  return scale.name(span.level) + (span.is_slipping ? ", slipping" : "");
}

void put_table(Writer& out, std::span<const PathSpan> spans, const Scales& scales,
               std::span<const PathMark> marks, Date today) {
  out.put<
      R"(<details class="table"><summary>Show as a table</summary><div class="table-wrap"><table class="rows"><thead><tr>)"
      R"(<th scope="col">Level</th><th scope="col">From</th><th scope="col">Until</th><th scope="col" class="n">)"
      R"(Conversations</th><th scope="col" class="n">Led on to more</th></tr></thead><tbody>)">();
  for (const auto& span : spans) {
    const auto counts = counted(marks, span);
    out.put<
        R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td class="n">{}</td><td class="n">{}</td></tr>)">(
        level_words(span, scales.current()), short_words(span.from, today),
        span.until ? short_words(*span.until, today) : std::string("today"), counts.conversations,
        counts.led_on);
  }
  out.put<"</tbody></table></div></details>">();
}

}  // namespace

std::vector<PathSpan> spans_of(std::span<const LevelEvent> events, const Scales& scales,
                               std::span<const PathMark> marks) {
  std::vector<PathSpan> spans;
  if (!marks.empty() && (events.empty() || marks.front().happened_on < events.front().happened_on))
    spans.push_back({.from = marks.front().happened_on});
  for (const auto& event : events) {
    if (!spans.empty()) spans.back().until = event.happened_on;
    spans.push_back({.from = event.happened_on,
                     .level = scales.now(event.scale_version, event.to_level),
                     .is_slipping = event.is_slipping});
  }
  return spans;
}

std::string path_sentence(std::span<const PathSpan> spans, const Scales& scales,
                          std::span<const PathMark> marks) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].level == 0 && i == 0) continue;
    const auto month =
        std::string(month_name(spans[i].from.month())) + " " + std::to_string(spans[i].from.year());
    parts.push_back(level_words(spans[i], scales.current()) + (spans[i].until ? " from " : " since ") +
                    month);
  }
  if (parts.empty()) parts.push_back("Not moved yet");
  const auto led_on = std::ranges::count_if(marks, &PathMark::led_on);
  return join_words(parts) + "; " +
         count_words(static_cast<long>(marks.size()), "conversation", "conversations") +
         (led_on > 0 ? ", " + std::string(trim(count_words(led_on, "", ""))) + " of which led on to more."
                     : ".");
}

Html path_picture(std::span<const LevelEvent> events, const Scales& scales, std::span<const PathMark> marks,
                  Date today, const AcademicYears& years) {
  const auto spans = spans_of(events, scales, marks);
  if (spans.empty() || spans.front().from > today) return {};
  const auto plot = plot_of(spans, scales.current(), today);
  Writer out;
  out.put<
      R"(<figure class="card path-card"><div class="chart-scroll" tabindex="0" role="region" aria-label="The path over time">)"
      R"(<svg viewBox="0 0 {} {}" class="path-svg" role="img" aria-label="{}">)">(
      plot.width(), plot.height(), path_sentence(spans, scales, marks));
  draw_years(out, plot, years);
  draw_levels(out, plot, scales.current());
  draw_marks(out, plot, marks);
  draw_steps(out, plot, spans, today);
  draw_dates(out, plot, spans, today);
  out.put<
      R"(</svg></div><figcaption class="micro muted">Each dot is a conversation that you can read, a larger one several; )"
      R"(<span class="plum-word">plum</span> ones led on to more. A dashed line is slipping.</figcaption>)">();
  put_table(out, spans, scales, marks, today);
  out.put<"</figure>">();
  return std::move(out).finish();
}

}  // namespace rapport
