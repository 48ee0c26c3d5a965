// Draws measures and figures.
#include "measures/measure_views.hpp"

#include <ranges>

#include "base/text.hpp"
#include "interactions/timeline_views.hpp"
#include "measures/starting_measures.hpp"
#include "organisation/academic_calendar.hpp"
#include "ui/parts.hpp"

namespace rapport::measures {
namespace {

using figures::Cell;
using figures::Figure;
using figures::Sheet;
using figures::Table;
using html::Html;
using html::Url;
using html::Writer;

std::string begins_words(const ui::Visit& visit, const MeasureVersion& version) {
  return version.starts_in <= first_measured_year ? "From the beginning"
                                                  : "From " + visit.scope.years().words(version.starts_in);
}

std::string kind_words(const MeasureVersion& version) {
  switch (version.shape) {
    case MeasureShape::money:
      return "In pounds";
    case MeasureShape::percent:
      return version.counts_people ? "Per cent of people" : "Per cent";
    case MeasureShape::rate:
    case MeasureShape::amount:
      break;
  }
  return "In " + version.unit;
}

std::string figure_address(const Sheet& sheet, const Measure& measure) {
  return figures_address(*sheet.unit, sheet.academic_year) + "/" + measure.code;
}

void put_measure_rows(Writer& out, const ui::Visit& visit, const std::vector<Measure>& all, bool is_own) {
  out.put<
      R"(<div class="table-wrap"><table class="rows cards gap-t"><thead><tr><th scope="col">Measure</th>)"
      R"(<th scope="col">What is counted</th><th scope="col">Better</th><th scope="col">Shown to</th></tr></thead><tbody>)">();
  for (const auto& measure : all) {
    if (measure.retired_at || measure.formula.has_value() != is_own) continue;
    const auto& now = measure.current();
    out.put<
        R"(<tr data-row><th scope="row"><a href="{}">{}</a></th><td data-label="Counts">{} <span class="small muted">{}. {}{}</span></td>)"
        R"(<td class="nw" data-label="Better">{}</td><td class="nw" data-label="Shown to">{}</td></tr>)">(
        Url(address_of(measure)), now.name, now.definition, kind_words(now), now.source,
        measure.versions.size() > 1 ? ". Definition " + std::to_string(now.version) + ", " +
                                          with_small_first(begins_words(visit, now))
                                    : std::string(),
        words(now.better), words(now.audience));
  }
  out.put<"</tbody></table></div>">();
}

void put_definition(Writer& out, const Measure& measure, const MeasureVersion& version) {
  out.put<
      R"(<dl class="defs gap-t2"><div><dt>Source</dt><dd>{}</dd></div><div><dt>Counted</dt><dd>{}</dd></div>)"
      R"(<div><dt>Better</dt><dd>{}</dd></div><div><dt>Shown to</dt><dd>{}</dd></div></dl>)">(
      version.source, kind_words(version), words(version.better), words(version.audience));
  if (measure.formula && version.definition != formula_words(*measure.formula))
    out.put<R"(<p class="small muted gap-t">How it is counted: {}</p>)">(formula_words(*measure.formula));
}

void put_versions(Writer& out, const ui::Visit& visit, const Directory& directory, const Measure& measure) {
  if (measure.versions.size() < 2) return;
  out.put<
      R"(<section class="gap-t2" aria-labelledby="h-versions"><h2 id="h-versions">Definitions</h2><ul class="list">)">();
  for (const auto& version : measure.versions | std::views::reverse) {
    out.put<R"(<li><h3>{}: {}</h3><p>{}</p><p class="small muted">{} {}. {}{}</p></li>)">(
        begins_words(visit, version), version.name, version.definition, version.source + ".",
        version.version == 1    ? "The first definition"
        : version.is_comparable ? "Comparable with the one before"
                                : "Not comparable with the one before: no arrow is drawn across it",
        version.because.empty() ? std::string() : version.because + " ",
        version.made_by ? std::string(directory.staff.full_name(*version.made_by)) + ", " +
                              long_words(visit.scope.zone.local_date(version.made_at), visit.scope.today)
                        : std::string());
  }
  out.put<"</ul></section>">();
}

void put_cell_words(Writer& out, const Cell& cell) {
  if (cell.kind == Cell::Kind::none)
    out.put<R"(<span class="muted">–<span class="vh">no figure</span></span>)">();
  if (cell.kind == Cell::Kind::suppressed) out.put<R"(<span class="muted">not shown</span>)">();
  if (cell.is_shown()) out.put<"{}">(cell.number);
  if (cell.is_shown() && cell.is_provisional) out.put<R"( <span class="small muted">so far</span>)">();
}

void put_years_of(Writer& out, const ui::Visit& visit, const Measure& measure, int year) {
  out.put<
      R"(<p class="row wrap filters"><span class="seg" role="group" aria-label="Up to the academic year">)">();
  const int now = visit.scope.years().of(visit.scope.today);
  for (int other = now; other > now - 4; --other)
    out.put<R"(<a href="{}"{}>{}</a>)">(
        Url(address_of(measure) + "?year=" + std::to_string(other)),
        html::Attribute::optional("aria-current", other == year ? "true" : ""),
        visit.scope.years().words(other));
  out.put<"</span></p>">();
}

void put_table(Writer& out, const ui::Visit& visit, const Table& table) {
  out.put<
      R"(<div class="table-wrap gap-t" tabindex="0" role="region" aria-label="{} by department"><table class="rows"><thead><tr>)"
      R"(<th scope="col">Department</th>)">(table.measure.current().name);
  for (const int year : table.years) {
    const auto& version = table.measure.in_year(year);
    out.put<R"(<th scope="col" class="n">{}{}</th>)">(
        visit.scope.years().words(year),
        version.version > 1 && version.starts_in == year && !version.is_comparable ? " *" : "");
  }
  out.put<"</tr></thead><tbody>">();
  for (const auto& row : table.rows) {
    static constexpr const char* depths[] = {"", "", "in-1", "in-2", "in-3"};
    out.put<R"(<tr><th scope="row" class="{}">)">(
        depths[std::min<std::size_t>(static_cast<std::size_t>(row.depth), 4)]);
    if (row.slug.empty())
      out.put<"{}">(row.name);
    else
      out.put<R"(<a href="{}">{}</a>)">(
          Url("/departments/" + row.slug + "/measures/" + std::to_string(table.years.front())), row.name);
    out.put<"</th>">();
    for (const auto& cell : row.cells) {
      out.put<R"(<td class="n">)">();
      put_cell_words(out, cell);
      out.put<"</td>">();
    }
    out.put<"</tr>">();
  }
  out.put<"</tbody></table></div>">();
}

void put_table_notes(Writer& out, const ui::Visit& visit, const Table& table) {
  for (const int year : table.years) {
    const auto& version = table.measure.in_year(year);
    if (version.version > 1 && version.starts_in == year && !version.is_comparable)
      out.put<
          R"(<p class="small gap-t">* Counted differently since {}: years before and after it cannot be compared.</p>)">(
          visit.scope.years().words(year));
  }
  out.put<
      R"(<p class="small muted gap-t">Departments under the names and in the faculties of the newest year shown. A faculty where )"
      R"(nothing was reported is its departments added up{}. “Not shown” stands for fewer than five people, and for what )"
      R"(would give such a figure away.</p>)">(
      table.measure.formula ? std::string("; what two departments shared counts in both") : std::string());
}

void put_arrow(Writer& out, const Figure& figure) {
  if (!figure.change.direction) return;
  static constexpr const char* arrows[] = {"trending-up", "trending-down", "arrow-right"};
  out.add(ui::icon(arrows[static_cast<std::size_t>(*figure.change.direction)]));
  out.put<" ">();
}

void put_now(Writer& out, const Sheet& sheet, const Figure& figure) {
  const auto& cell = figure.now;
  const bool opens = cell.is_shown() || (figure.measure.formula && cell.kind == Cell::Kind::suppressed);
  if (!opens) return put_cell_words(out, cell);
  out.put<R"(<a href="{}">)">(Url(figure_address(sheet, figure.measure)));
  put_cell_words(out, cell);
  out.put<R"(<span class="vh">: what stands behind {}</span></a>)">(figure.version().name);
}

void put_figure(Writer& out, const ui::Visit& visit, const Sheet& sheet, const Figure& figure) {
  out.put<
      R"(<tr data-row><th scope="row">{}<span class="sentence">{}</span></th><td class="n big" data-label="{}">)">(
      figure.version().name, figure.sentence, visit.scope.years().words(sheet.academic_year));
  put_now(out, sheet, figure);
  out.put<R"(</td><td class="n" data-label="{}">)">(visit.scope.years().words(sheet.academic_year - 1));
  put_cell_words(out, figure.before);
  out.put<R"(</td><td data-label="Change"><span class="change">)">();
  put_arrow(out, figure);
  out.put<"{}</span></td></tr>">(figure.change.words);
}

/// What is there first; what nobody has reported stands in one sentence.
void put_figures(Writer& out, const ui::Visit& visit, const Sheet& sheet, bool is_own, const char* id,
                 const char* heading) {
  std::vector<std::string> missing;
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="{}"><h2 id="{}">{}</h2>)"
      R"(<table class="rows cards figures gap-t"><thead><tr><th scope="col">Measure</th><th scope="col" class="n">{}</th>)"
      R"(<th scope="col" class="n">{}</th><th scope="col">Change</th></tr></thead><tbody>)">(
      id, id, heading, visit.scope.years().words(sheet.academic_year),
      visit.scope.years().words(sheet.academic_year - 1));
  for (const auto& figure : sheet.figures) {
    if (figure.measure.formula.has_value() != is_own) continue;
    if (figure.now.kind == Cell::Kind::none && figure.before.kind == Cell::Kind::none)
      missing.push_back(figure.version().name);
    else
      put_figure(out, visit, sheet, figure);
  }
  out.put<"</tbody></table>">();
  if (!missing.empty())
    out.put<R"(<p class="small muted gap-t">Nothing was reported for these two years: {}.</p>)">(
        join_words(missing));
  out.put<"</section>">();
}

void put_sources(Writer& out, const ui::Visit& visit, const Sheet& sheet) {
  const auto& years = visit.scope.years();
  out.put<
      R"(<section class="gap-t2" aria-labelledby="h-sources"><h2 id="h-sources">Sources and definitions</h2><dl class="defs gap-t">)">();
  for (const auto& figure : sheet.figures) {
    if (figure.now.kind == Cell::Kind::none && figure.before.kind == Cell::Kind::none) continue;
    const auto& version = figure.version();
    out.put<R"(<div><dt><a href="{}">{}</a></dt><dd>{}{} <span class="muted">{}. {}.{}</span></dd></div>)">(
        Url(address_of(figure.measure)), version.name, version.definition,
        sconul_words(version, figure.now.source, years, sheet.academic_year),
        figure.now.source.empty() ? version.source : figure.now.source, words(version.better),
        figure.now.unit_name.empty() ? std::string() : " Reported as " + figure.now.unit_name + ".");
  }
  out.put<
      R"(</dl><p class="small muted gap-t">{} is {}. “Not shown” stands for fewer than five )"
      R"(people, and for what would give such a figure away. An arrow is drawn only where both years were counted alike and are of one length.</p></section>)">(
      years.words(sheet.academic_year), years.days_words(sheet.academic_year));
}

void put_sheet_head(Writer& out, const ui::Visit& visit, const Sheet& sheet,
                    const organisation::YearsThere& there) {
  out.put<
      R"(<p class="crumbs"><a href="/departments">Departments</a> / <a href="{}">{}</a></p><h1>{}, {}</h1>)">(
      Url("/departments/" + sheet.unit->slug), sheet.unit->name, sheet.unit_name,
      visit.scope.years().words(sheet.academic_year));
  out.put<R"(<p class="row wrap filters"><span class="seg" role="group" aria-label="Academic year">)">();
  const int newest = there.nearest(visit.scope.years().of(visit.scope.today));
  for (int year = newest; year > newest - 4 && there.has(year); --year)
    out.put<R"(<a href="{}"{}>{}</a>)">(
        Url(figures_address(*sheet.unit, year)),
        html::Attribute::optional("aria-current", year == sheet.academic_year ? "true" : ""),
        visit.scope.years().words(year));
  out.put<"</span></p>">();
}

void put_people(Writer& out, const std::vector<const PersonEntry*>& people) {
  out.put<R"(<ul class="list gap-t">)">();
  for (const auto* person : people)
    out.put<R"(<li class="row">{}<a class="plain" href="{}">{}</a></li>)">(
        ui::avatar(person->full_name, "s"), Url("/people/" + person->slug), person->display_name());
  out.put<"</ul>">();
}

void put_rows(Writer& out, const ui::Visit& visit, const Directory& directory, const FigurePage& page) {
  const auto& rows = page.rows;
  out.put<R"(<section class="gap-t2" aria-labelledby="h-rows"><h2 id="h-rows">What stands behind it</h2>)">();
  if (rows.not_shown > 0)
    out.put<R"(<p class="note small">{} that may be read by another team alone.</p>)">(
        with_capital_first(count_words(rows.not_shown, "conversation", "conversations")));
  const bool is_empty =
      rows.conversations.empty() && rows.people.empty() && rows.modules.empty() && rows.items.empty();
  if (is_empty) out.add(ui::empty_state("Nothing here that you may read."));
  if (!rows.people.empty()) put_people(out, rows.people);
  if (!rows.modules.empty()) {
    out.put<R"(<ul class="list gap-t">)">();
    for (const auto& row : rows.modules)
      if (const auto* topic = directory.vocabulary.find(row.module))
        out.put<R"(<li><a href="{}">{}</a> <span class="small muted">{}</span></li>)">(
            Url("/topics/" + std::to_string(topic->id.value)), topic->name,
            count_words(row.conversations, "conversation", "conversations"));
    out.put<"</ul>">();
  }
  if (!rows.items.empty()) {
    out.put<R"(<ul class="list gap-t">)">();
    for (const auto& item : rows.items) {
      const auto done_on = item.closed_on
                               ? *item.closed_on
                               : visit.scope.zone.local_date(item.kept_at.value_or(visit.scope.now));
      out.put<R"(<li><a href="{}">{}</a> <span class="small muted">done {}</span></li>)">(
          Url("/plan-items/" + std::to_string(item.item.value)), item.words,
          short_words(done_on, visit.scope.today));
    }
    out.put<"</ul>">();
  }
  if (!rows.conversations.empty())
    out.add(timeline(rows.conversations, directory, {.today = visit.scope.today}));
  out.put<"</section>">();
}

void put_report(Writer& out, const ui::Visit& visit, const Directory& directory, const FigurePage& page) {
  if (!page.value) return;
  const auto& value = *page.value;
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-report"><h2 id="h-report">How it came here</h2><dl class="defs gap-t">)"
      R"(<div><dt>Source</dt><dd>{}</dd></div><div><dt>Reported</dt><dd>{}, {}</dd></div><div><dt>State</dt><dd>{}</dd></div>)"
      R"(<div><dt>Reported for</dt><dd>{}</dd></div>)">(
      value.source, directory.staff.full_name(value.reported_by),
      long_words(visit.scope.zone.local_date(value.reported_at), visit.scope.today),
      with_capital_first(words(value.state)), value.unit_name);
  if (!page.figure.now.parts.empty())
    out.put<R"(<div><dt>Parts</dt><dd>{}</dd></div>)">(page.figure.now.parts);
  if (page.figure.now.people)
    out.put<R"(<div><dt>From</dt><dd>{}</dd></div>)">(
        count_words(static_cast<long>(*page.figure.now.people), "person", "people"));
  out.put<"</dl>">();
  if (may_change(visit.scope.viewer))
    out.put<
        R"(<form class="form-foot gap-t" method="post" action="{}" data-once>{}<button class="btn">Take this figure back</button></form>)">(
        Url(figure_address(page.sheet, page.figure.measure) + "/removal"), ui::csrf_field(visit));
  out.put<"</section>">();
}

}  // namespace

std::string address_of(const Measure& measure) {
  return "/measures/" + measure.code;
}
std::string figures_address(const OrgUnitEntry& unit, int academic_year) {
  return "/departments/" + unit.slug + "/measures/" + std::to_string(academic_year);
}

Html measures_view(const ui::Visit& visit, const std::vector<Measure>& all) {
  Writer out(16'384);
  out.put<
      R"(<div class="row between wrap top-a"><div><h1>Measures</h1><p class="soft lead">What the figures of departments mean, )"
      R"(where they come from, and who may see them.</p></div>)">();
  if (may_change(visit.scope.viewer))
    out.put<R"(<div class="row"><a class="btn" href="/settings/measures" data-edit>{}Edit</a></div>)">(
        ui::icon("edit"));
  out.put<
      R"(</div><section class="gap-t2" aria-labelledby="h-own"><h2 id="h-own">From our own records</h2>)">();
  put_measure_rows(out, visit, all, true);
  out.put<
      R"(</section><section class="gap-t2" aria-labelledby="h-other"><h2 id="h-other">From other systems</h2>)">();
  put_measure_rows(out, visit, all, false);
  out.put<R"(</section><p class="small muted gap-t2">{}</p>)">(
      visit.scope.viewer.is(Role::administrator)
          ? html::render<R"(Figures come in by <a href="/import">a spreadsheet</a>.)">()
          : html::render<"Figures come in by a spreadsheet that an administrator imports.">());
  return std::move(out).finish();
}

Html measure_view(const ui::Visit& visit, const Directory& directory, const Table& table) {
  const auto& now = table.measure.current();
  Writer out(32'768);
  out.put<
      R"(<p class="crumbs"><a href="/measures">Measures</a></p><div class="row between wrap top-a"><div><h1>{}</h1>)"
      R"(<p class="soft lead">{}</p></div>)">(now.name, now.definition);
  if (may_change(visit.scope.viewer))
    out.put<R"(<div class="row"><a class="btn" href="{}" data-edit>{}Edit</a></div>)">(
        Url("/settings/measures/" + std::to_string(table.measure.id.value)), ui::icon("edit"));
  out.put<"</div>">();
  if (table.measure.retired_at)
    out.put<R"(<p class="gap-t"><span class="tag amber">Not in use any more</span></p>)">();
  put_definition(out, table.measure, now);
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-table"><h2 id="h-table">By department and year</h2>)">();
  put_years_of(out, visit, table.measure, table.years.front());
  if (table.rows.empty())
    out.add(ui::empty_state("No figures for these years yet."));
  else
    put_table(out, visit, table);
  if (!table.rows.empty()) put_table_notes(out, visit, table);
  out.put<"</section>">();
  put_versions(out, visit, directory, table.measure);
  return std::move(out).finish();
}

Html sheet_view(const ui::Visit& visit, const Directory& directory, const Sheet& sheet,
                const organisation::YearsThere& there) {
  Writer out(32'768);
  put_sheet_head(out, visit, sheet, there);
  if (sheet.academic_year == visit.scope.years().of(visit.scope.today))
    out.put<
        R"(<p class="note small gap-t">This year is not over: its figures are what there is so far.</p>)">();
  put_figures(out, visit, sheet, true, "h-own", "From our own records");
  put_figures(out, visit, sheet, false, "h-other", "From other systems");
  put_sources(out, visit, sheet);
  (void)directory;
  return std::move(out).finish();
}

Html figure_view(const ui::Visit& visit, const Directory& directory, const FigurePage& page) {
  const auto& figure = page.figure;
  Writer out(16'384);
  out.put<
      R"(<p class="crumbs"><a href="{}">{}</a> / <a href="{}">{}</a></p><h1>{}</h1><p class="soft lead">{}</p>)"
      R"(<p class="gap-t">{}</p>)">(Url("/departments/" + page.sheet.unit->slug), page.sheet.unit_name,
                                    Url(figures_address(*page.sheet.unit, page.sheet.academic_year)),
                                    visit.scope.years().words(page.sheet.academic_year),
                                    figure.version().name, figure.sentence, figure.version().definition);
  put_definition(out, figure.measure, figure.version());
  if (figure.measure.formula)
    put_rows(out, visit, directory, page);
  else if (figure.now.is_summed)
    out.put<
        R"(<p class="note small gap-t2">Nothing was reported for {} itself: its departments are added up. <a href="{}">See each of them</a>.</p>)">(
        page.sheet.unit_name,
        Url(address_of(figure.measure) + "?year=" + std::to_string(page.sheet.academic_year)));
  put_report(out, visit, directory, page);
  return std::move(out).finish();
}

}  // namespace rapport::measures
