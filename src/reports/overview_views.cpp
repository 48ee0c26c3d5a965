// Draws the library's overview: a row a faculty or department, a column a month, the number in every cell.
#include "reports/overview_views.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "interactions/timeline_views.hpp"
#include "organisation/academic_calendar.hpp"
#include "ui/parts.hpp"

namespace rapport::reports {
namespace {

using html::Html;
using html::Url;

constexpr int columns_from = 330;
constexpr int column_step = 56;
constexpr int cell_width = 50;
constexpr int row_step = 40;
constexpr int rows_from = 40;
constexpr std::size_t name_characters = 32;

// On a phone: the name above its months, six in a line.
constexpr int narrow_months = 6;
constexpr int narrow_step = 54;
constexpr int narrow_width = narrow_months * narrow_step;
constexpr int narrow_line = 48;
constexpr int narrow_name = 26;
constexpr int narrow_gap = 14;
constexpr std::size_t narrow_characters = 34;

std::string address_of(const Overview& overview, const OrgUnitEntry* unit, int academic_year) {
  auto address = std::string("/reports/engagement");
  if (unit != nullptr) address += "/" + unit->slug;
  if (academic_year != overview.this_year) address += "?year=" + std::to_string(academic_year);
  return address;
}

std::string cell_address(const OverviewRow& row, Date month) {
  return "/reports/engagement/" + row.unit->slug + "/" + month.iso().substr(0, 7) +
         (row.is_own ? "?own=yes" : "");
}

std::string name_of(const OverviewRow& row) {
  return row.is_own ? row.unit->name + " itself" : row.unit->name;
}

/// Where a row's name leads: to its departments, else to its page.
std::string row_address(const Overview& overview, const OverviewRow& row) {
  return row.has_units_below ? address_of(overview, row.unit, overview.academic_year)
                             : "/departments/" + row.unit->slug;
}

/// 0 for none, then five steps of equal width up to the busiest cell.
std::size_t shade_of(int conversations, int most) {
  if (conversations <= 0) return 0;
  return static_cast<std::size_t>(std::clamp((5 * conversations + most - 1) / most, 1, 5));
}

int most_in_a_cell(const Overview& overview) {
  int most = 1;
  for (const auto& row : overview.rows)
    for (const int conversations : row.conversations) most = std::max(most, conversations);
  return most;
}

std::string percent_words(std::optional<int> percent) {
  return percent ? std::to_string(*percent) + " %" : "–";
}

constexpr std::array<const char*, 6> grounds{"lv0", "lv1", "lv2", "lv3", "lv4", "lv5"};
constexpr std::array<const char*, 6> inks{"", "", "", " mid3", " inv", " inv"};

std::string cell_words(int conversations) {
  return conversations == 0 ? std::string("–") : std::to_string(conversations);
}

void draw_cell(html::Writer& out, int x, int y, int conversations, int most) {
  const auto shade = shade_of(conversations, most);
  out.put<R"svg(<g transform="translate({} {})"><rect width="{}" height="34" rx="6" class="{}"/>)svg"
          R"svg(<text x="{}" y="22" class="svg-t mid cell{}">{}</text></g>)svg">(
      x, y, cell_width, grounds[shade], cell_width / 2, inks[shade], cell_words(conversations));
}

void draw_row(html::Writer& out, const OverviewRow& row, int y, int most) {
  out.put<R"(<text x="0" y="{}" class="svg-t b">{}</text><text x="{}" y="{}" class="svg-t m e">{}</text>)">(
      y + 22, shorten(name_of(row), name_characters), columns_from - 14, y + 22,
      percent_words(row.coverage()));
  int x = columns_from;
  for (const int conversations : row.conversations) {
    draw_cell(out, x, y, conversations, most);
    x += column_step;
  }
}

int narrow_height(const Overview& overview) {
  const auto months = static_cast<int>(overview.months.size());
  const int lines = (months + narrow_months - 1) / narrow_months;
  return static_cast<int>(overview.rows.size()) * (narrow_name + lines * narrow_line + narrow_gap) -
         narrow_gap;
}

/// With the month's name in it.
void draw_narrow_cell(html::Writer& out, int x, int y, Date month, int conversations, int most) {
  const auto shade = shade_of(conversations, most);
  out.put<
      R"svg(<g transform="translate({} {})"><rect width="{}" height="44" rx="6" class="{}"/>)svg"
      R"svg(<text x="{}" y="17" class="svg-t mid cell{}">{}</text><text x="{}" y="36" class="svg-t mid cell{}">{}</text></g>)svg">(
      x, y, cell_width, grounds[shade], cell_width / 2, inks[shade], month_name(month.month()).substr(0, 3),
      cell_width / 2, inks[shade], cell_words(conversations));
}

void draw_narrow_row(html::Writer& out, const Overview& overview, const OverviewRow& row, int y, int most) {
  out.put<R"(<text x="0" y="{}" class="svg-t b">{}</text><text x="{}" y="{}" class="svg-t m e">{}</text>)">(
      y + 14, shorten(name_of(row), narrow_characters), narrow_width - 4, y + 14,
      percent_words(row.coverage()));
  for (std::size_t i = 0; i < overview.months.size(); ++i) {
    const int at = static_cast<int>(i);
    draw_narrow_cell(out, narrow_step * (at % narrow_months),
                     y + narrow_name + narrow_line * (at / narrow_months), overview.months[i],
                     row.conversations[i], most);
  }
}

/// For a phone: nothing of it lies outside the screen.
void draw_narrow(html::Writer& out, const Overview& overview) {
  const auto finding = finding_of(overview);
  const int height = narrow_height(overview);
  out.put<
      R"(<p class="small muted only-m gap-b">Beside each name its coverage.</p><svg viewBox="0 0 {} {}" class="heat-narrow only-m" role="img" aria-label="{}{} The table below has the same figures.">)">(
      narrow_width, height, finding.about, finding.words);
  const int step = (height + narrow_gap) / static_cast<int>(overview.rows.size());
  int y = 0;
  for (const auto& row : overview.rows) {
    draw_narrow_row(out, overview, row, y, most_in_a_cell(overview));
    y += step;
  }
  out.put<"</svg>">();
}

void draw(html::Writer& out, const Overview& overview) {
  const auto finding = finding_of(overview);
  const auto height = rows_from + row_step * static_cast<int>(overview.rows.size());
  const auto width = columns_from + column_step * static_cast<int>(overview.months.size());
  out.put<
      R"(<svg viewBox="0 0 {} {}" width="{}" height="{}" class="heat-fixed hide-m" role="img" aria-label="{}{} The table below has the same figures.">)"
      R"(<text x="{}" y="20" class="svg-t m e">Coverage</text>)">(width, height, width, height, finding.about,
                                                                  finding.words, columns_from - 14);
  int x = columns_from;
  for (const auto month : overview.months) {
    out.put<R"(<text x="{}" y="20" class="svg-t mid">{}</text>)">(x + cell_width / 2,
                                                                  month_name(month.month()).substr(0, 3));
    x += column_step;
  }
  int y = rows_from;
  for (const auto& row : overview.rows) {
    draw_row(out, row, y, most_in_a_cell(overview));
    y += row_step;
  }
  out.put<"</svg>">();
}

void put_table_cell(html::Writer& out, const OverviewRow& row, Date month, int conversations) {
  if (conversations == 0)
    out.put<R"(<td class="num">0</td>)">();
  else
    out.put<R"(<td class="num"><a href="{}">{}<span class="vh"> with {} in {}</span></a></td>)">(
        Url(cell_address(row, month)), conversations, name_of(row), month_name(month.month()));
}

void put_table(html::Writer& out, const Overview& overview) {
  out.put<
      R"(<div class="table-wrap" tabindex="0" role="region" aria-label="Conversations by month, as a table"><table class="rows heat-table"><thead><tr><th scope="col">{}</th><th scope="col" class="num">People</th>)"
      R"(<th scope="col" class="num">In touch</th><th scope="col" class="num">Coverage</th>)">(
      overview.above == nullptr ? "Faculty or department" : "Department");
  for (const auto month : overview.months)
    out.put<R"(<th scope="col" class="num">{}</th>)">(month_name(month.month()).substr(0, 3));
  out.put<R"(<th scope="col" class="num">All</th></tr></thead><tbody>)">();
  for (const auto& row : overview.rows) {
    out.put<
        R"(<tr data-row><th scope="row"><a href="{}">{}</a></th><td class="num">{}</td><td class="num">{}</td><td class="num">{}</td>)">(
        Url(row_address(overview, row)), name_of(row), row.people, row.in_touch,
        percent_words(row.coverage()));
    for (std::size_t i = 0; i < overview.months.size(); ++i)
      put_table_cell(out, row, overview.months[i], row.conversations[i]);
    out.put<R"(<td class="num">{}</td></tr>)">(row.total());
  }
  out.put<"</tbody></table></div>">();
}

void put_years(html::Writer& out, const Overview& overview) {
  const int year = overview.academic_year;
  out.put<R"(<p class="row wrap filters"><span class="seg" role="group" aria-label="Academic year">)">();
  for (const int other : {year - 1, year, year + 1}) {
    if (other > overview.this_year) continue;
    out.put<R"(<a href="{}"{}>{}</a>)">(
        Url(address_of(overview, overview.above, other)),
        html::Attribute::optional("aria-current", other == year ? "true" : ""), overview.years.words(other));
  }
  out.put<"</span></p>">();
}

void put_notes(html::Writer& out) {
  out.put<
      R"(<p class="small muted gap-t">Conversations that are not restricted, in the departments that their people were in on the day, up to today. )"
      R"(One with people of two departments counts in both. Coverage: people at level 2 or above, of those in post.</p>)"
      R"(<p class="small gap-t"><a href="/champions">Who speaks for the library, by department</a></p>)">();
}

void put_crumbs(html::Writer& out, const Directory& directory, const OrgUnitEntry& unit) {
  out.put<R"(<p class="crumbs"><a href="/reports/engagement">The whole library</a>)">();
  if (const auto* parent = unit.parent ? directory.org.find(*unit.parent) : nullptr)
    out.put<R"( / <a href="{}">{}</a>)">(Url("/reports/engagement/" + parent->slug), parent->name);
  out.put<R"( / <a href="{}">{}</a></p>)">(Url("/departments/" + unit.slug), unit.name);
}

}  // namespace

Html overview_view(const Overview& overview) {
  html::Writer out(32'768);
  if (overview.above != nullptr)
    out.put<R"(<p class="crumbs"><a href="{}">The whole library</a></p>)">(
        Url(address_of(overview, nullptr, overview.academic_year)));
  const auto finding = finding_of(overview);
  out.put<R"(<h1>{}</h1><p class="soft lead"><b>{}</b>{}</p>)">(
      overview.above == nullptr ? "Where the library talks" : "Where we talk: " + overview.above->name,
      finding.about, finding.words);
  put_years(out, overview);
  if (!overview.rows.empty() && !overview.months.empty()) {
    if (overview.total() > 0) {
      out.put<R"(<section class="card gap-t2" aria-label="Conversations by month" tabindex="0">)">();
      draw(out, overview);
      draw_narrow(out, overview);
      out.put<"</section>">();
    }
    out.put<
        R"(<section class="card gap-t2" aria-labelledby="h-fig"><h2 id="h-fig" class="gap-b">The same as figures</h2>)"
        R"(<p class="small muted gap-b">Each number opens onto its conversations.</p>)">();
    put_table(out, overview);
    out.put<"</section>">();
  }
  put_notes(out);
  return std::move(out).finish();
}

Html cell_view(const ui::Visit& visit, const Directory& directory, const OrgUnitEntry& unit, Date month,
               const CellRows& rows) {
  html::Writer out;
  put_crumbs(out, directory, unit);
  out.put<R"(<h1>{}, {} {}</h1><p class="soft lead">{}.</p>)">(
      unit.name, month_name(month.month()), month.year(),
      with_capital_first(count_words(rows.counted, "conversation", "conversations")));
  if (rows.not_shown > 0)
    out.put<R"(<p class="note small">{} that may be read by another team alone.</p>)">(
        with_capital_first(count_words(rows.not_shown, "conversation", "conversations")));
  out.put<R"(<section class="gap-t2" aria-label="Conversations">)">();
  if (rows.conversations.empty()) out.add(ui::empty_state("Nothing here that you may read."));
  out.add(timeline(rows.conversations, directory, {.today = visit.scope.today}));
  out.put<"</section>">();
  return std::move(out).finish();
}

}  // namespace rapport::reports
