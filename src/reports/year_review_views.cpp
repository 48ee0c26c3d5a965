// Draws the review of a year.
#include "reports/year_review_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "reports/year_trend_picture.hpp"
#include "ui/parts.hpp"

namespace rapport::reports {
namespace {

using figures::Cell;
using figures::Table;
using html::Attribute;
using html::Html;
using html::Url;

constexpr int years_to_choose = 4;

std::string address_of(int academic_year) {
  return "/reports/year/" + std::to_string(academic_year);
}

void put_years(html::Writer& out, const ui::Visit& visit, const YearReview& review) {
  out.put<R"(<p class="row wrap filters"><span class="seg wrap" role="group" aria-label="Academic year">)">();
  const int now = visit.scope.years().of(visit.scope.today);
  for (int year = now; year > now - years_to_choose; --year)
    out.put<R"(<a href="{}"{}>{}</a>)">(
        Url(address_of(year)),
        Attribute::optional("aria-current", year == review.academic_year ? "true" : ""),
        visit.scope.years().words(year));
  out.put<
      R"(</span><span class="grow"></span><a class="btn quiet s" href="{}" download>{}Workbook</a><a class="btn quiet s" href="{}" download>{}CSV</a></p>)">(
      Url(address_of(review.academic_year) + "/figures.xlsx"), ui::icon("download"),
      Url(address_of(review.academic_year) + "/figures.csv"), ui::icon("download"));
}

void put_arrow(html::Writer& out, const Change& change) {
  if (!change.direction) return;
  static constexpr const char* arrows[] = {"trending-up", "trending-down", "arrow-right"};
  out.add(ui::icon(arrows[static_cast<std::size_t>(*change.direction)]));
}

/// "up 12 %" without what is better about it: the table has room for no more.
std::string short_change(const Change& change) {
  return change.words.substr(0, change.words.find(','));
}

void put_trend(html::Writer& out, const Table& table, const AcademicYears& years) {
  const auto& whole = table.rows.front();
  auto picture = trend_picture(table, whole, years);
  if (picture.empty()) return;
  const auto& now = table.measure.in_year(table.years.front());
  out.put<
      R"(<li class="card"><h3><a class="plain" href="/measures/{}">{}</a></h3><p class="change small soft">)">(
      table.measure.code, now.name);
  put_arrow(out, whole.changes.front());
  out.put<R"(<span>{}</span></p>{}</li>)">(with_capital_first(whole.changes.front().words), picture);
}

void put_trends(html::Writer& out, const YearReview& review) {
  out.put<
      R"(<section class="gap-t2" aria-labelledby="h-trends"><h2 id="h-trends">The whole library, five years</h2><ul class="trends gap-t">)">();
  for (const auto& table : review.tables) put_trend(out, table, review.years);
  out.put<
      R"(</ul><p class="small muted gap-t">A dashed line parts years that are counted differently or are not of one length and cannot be compared; an arrow stands )"
      R"(only where they can.</p></section>)">();
}

void put_cell(html::Writer& out, const YearReview& review, const Table& table, const Table::Row* row) {
  const auto& name = table.measure.in_year(review.academic_year).name;
  out.put<R"(<td class="n" data-label="{}"><span>)">(name);
  const auto& cell = row == nullptr ? Cell{} : row->cells.front();
  if (cell.kind == Cell::Kind::none) {
    out.put<R"(<span class="muted">–</span></span></td>)">();
    return;
  }
  const auto words = cell.is_shown() ? cell.number : std::string("not shown");
  if (row->slug.empty())
    out.put<"{}">(words);
  else
    out.put<R"(<a href="{}"{}>{}</a>)">(Url("/departments/" + row->slug + "/measures/" +
                                            std::to_string(review.academic_year) + "/" + table.measure.code),
                                        Attribute::optional("class", cell.is_shown() ? "" : "muted"), words);
  if (!row->changes.empty() && row->changes.front().direction) {
    out.put<R"(<span class="change small muted">)">();
    put_arrow(out, row->changes.front());
    out.put<R"(<span>{}</span></span>)">(short_change(row->changes.front()));
  }
  out.put<"</span></td>">();
}

void put_department(html::Writer& out, const YearReview& review, const std::vector<const Table*>& tables,
                    const YearReviewRow& row) {
  static constexpr const char* depths[] = {"", "", "in-1", "in-2", "in-3"};
  const auto depth = std::min<std::size_t>(static_cast<std::size_t>(row.name->depth), 4);
  out.put<R"(<tr data-row><th scope="row" class="{}">)">(depths[depth]);
  if (row.name->slug.empty())
    out.put<"{}">(row.name->name);
  else
    out.put<R"(<a href="{}">{}</a>)">(
        Url("/departments/" + row.name->slug + "/measures/" + std::to_string(review.academic_year)),
        row.name->name);
  out.put<"</th>">();
  for (std::size_t i = 0; i < tables.size(); ++i) put_cell(out, review, *tables[i], row.cells[i]);
  out.put<"</tr>">();
}

void put_departments(html::Writer& out, const YearReview& review, bool is_own, const char* id,
                     const char* heading) {
  std::vector<const Table*> tables;
  for (const auto& table : review.tables)
    if (table.measure.formula.has_value() == is_own) tables.push_back(&table);
  if (tables.empty()) return;
  out.put<
      R"(<section class="gap-t2"><h2 id="{}">{}</h2><div class="table-wrap gap-t" tabindex="0" role="region" aria-labelledby="{}">)"
      R"(<table class="rows cards review"><thead><tr><th scope="col">Department</th>)">(id, heading, id);
  for (const auto* table : tables)
    out.put<R"(<th scope="col" class="n"><a class="plain" href="/measures/{}">{}</a></th>)">(
        table->measure.code, table->measure.in_year(review.academic_year).name);
  out.put<"</tr></thead><tbody>">();
  for (const auto& row : rows_of(tables)) put_department(out, review, tables, row);
  out.put<"</tbody></table></div></section>">();
}

void put_plan(html::Writer& out, const YearReview& review, const YearPlan& plan) {
  out.put<R"(<tr data-row><th scope="row"><a href="/departments/{}/plan/{}">{}</a></th>)">(
      plan.slug, review.academic_year, plan.name);
  for (const auto state : item_states)
    out.put<R"(<td class="n" data-label="{}">{}</td>)">(words(state), plan.count(state));
  out.put<R"(<td class="n" data-label="In all">{}</td></tr>)">(plan.items.size());
}

void put_plans(html::Writer& out, const YearReview& review) {
  out.put<R"(<section class="gap-t2"><h2 id="h-plans">Department by department: action plans</h2>)">();
  if (review.plans.empty()) {
    out.add(ui::empty_state("No department has an action plan of this year."));
    out.put<"</section>">();
    return;
  }
  out.put<
      R"(<div class="table-wrap gap-t" tabindex="0" role="region" aria-labelledby="h-plans"><table class="rows cards review"><thead><tr><th scope="col">Department</th>)">();
  for (const auto state : item_states) out.put<R"(<th scope="col" class="n">{}</th>)">(words(state));
  out.put<R"(<th scope="col" class="n">In all</th></tr></thead><tbody>)">();
  for (const auto& plan : review.plans) put_plan(out, review, plan);
  out.put<"</tbody></table></div></section>">();
}

}  // namespace

Html year_review_view(const ui::Visit& visit, const YearReview& review) {
  html::Writer out(65'536);
  out.put<R"(<h1>The year {}</h1><p class="soft lead">{}</p>)">(
      visit.scope.years().words(review.academic_year), review.finding());
  put_years(out, visit, review);
  if (review.tables.empty())
    out.add(
        ui::empty_state("No department has figures of this year or the four before it. They come from "
                        "conversations that are logged, and from imports."));
  else
    put_trends(out, review);
  put_plans(out, review);
  put_departments(out, review, true, "h-own", "Department by department: what we did together");
  put_departments(out, review, false, "h-reported", "Department by department: from other systems");
  if (review.tables.empty()) return std::move(out).finish();
  out.put<
      R"(<p class="small muted gap-t">Figures of the academic year, {}. Each opens onto what made it. A faculty where nothing was )"
      R"(reported is its departments added up; what two departments shared counts in both. “Not shown” stands for fewer than five people, and for )"
      R"(what would give such a figure away.</p>)">(review.years.days_words(review.academic_year));
  return std::move(out).finish();
}

}  // namespace rapport::reports
