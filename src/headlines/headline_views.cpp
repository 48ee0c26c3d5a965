// Draws the pages around a sheet.
#include "headlines/headline_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "headlines/sheet_views.hpp"
#include "organisation/academic_calendar.hpp"
#include "ui/parts.hpp"

namespace rapport::headlines {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

std::string when_words(const ui::Visit& visit, Instant at) {
  return long_words(visit.scope.zone.local_date(at), visit.scope.today);
}

/// The query that asks for what is looked at: of a draft or an older version.
std::string query_of(const Wanted& wanted) {
  if (wanted.number) return "?version=" + std::to_string(*wanted.number);
  return wanted.is_draft ? "?draft=1" : "";
}

void put_state(Writer& out, const ui::Visit& visit, const Directory& directory, const SheetPage& page) {
  const auto& sheet = page.sheet;
  if (sheet.frozen)
    out.put<
        R"(<p class="small soft"><span class="tag green">Frozen</span> Version {}, by {} on {}. It stays as it is.</p>)">(
        sheet.frozen->number, directory.staff.full_name(sheet.frozen->frozen_by),
        when_words(visit, sheet.frozen->frozen_at));
  else
    out.put<
        R"(<p class="small soft"><span class="tag amber">Draft</span> Made from what is recorded today{}.</p>)">(
        sheet.content.is_provisional ? "; the year is not over" : "");
  if (sheet.has_newer_draft() && !page.wanted.number)
    out.put<R"(<p class="small"><a href="{}">Somebody is writing the next version.</a></p>)">(
        Url(sheet_address(*page.of.unit, page.of.academic_year, "?draft=1")));
  if (!page.sheet.room.empty()) out.put<R"(<p class="note amber" role="status">{}</p>)">(page.sheet.room);
}

void put_freezing(Writer& out, const ui::Visit& visit, const SheetPage& page) {
  if (!page.may_write || page.sheet.is_frozen() || !page.sheet.room.empty() || page.sheet.content.is_bare())
    return;
  const int version = page.sheet.row ? page.sheet.row->version : 0;
  out.put<R"(<form method="post" action="{}">{}{}<input type="hidden" name="version" value="{}">)"
          R"(<button class="btn">{}Freeze this page</button></form>)">(
      Url(sheet_address(*page.of.unit, page.of.academic_year, "/freezing")), ui::csrf_field(visit),
      ui::once_field(), version, ui::icon("lock"));
}

void put_years(Writer& out, const ui::Visit& visit, const SheetPage& page) {
  out.put<R"(<span class="seg" role="group" aria-label="Academic year">)">();
  const int newest = page.there.nearest(visit.scope.years().of(visit.scope.today));
  const int oldest = page.there.nearest(std::max(newest - 2, first_measured_year));
  for (int year = oldest; year <= newest; ++year)
    out.put<R"(<a href="{}"{}>{}</a>)">(
        Url(sheet_address(*page.of.unit, year)),
        Attribute::optional("aria-current", year == page.of.academic_year ? "page" : ""),
        visit.scope.years().words(year));
  out.put<"</span>">();
}

void put_bar(Writer& out, const ui::Visit& visit, const Directory& directory, const SheetPage& page) {
  const auto address = [&](std::string_view rest) {
    return Url(sheet_address(*page.of.unit, page.of.academic_year, rest));
  };
  const auto query = query_of(page.wanted);
  out.put<
      R"(<div class="sheet-bar no-print stack-s"><p class="crumbs"><a href="{}">{}</a> / <a href="/headlines/{}">All departments</a></p>)">(
      Url("/departments/" + page.of.unit->slug), page.of.unit->name, page.of.academic_year);
  out.put<R"(<div class="row wrap">)">();
  put_years(out, visit, page);
  out.put<R"(<span class="push row wrap">)">();
  if (page.may_write)
    out.put<R"(<a class="btn" href="{}" data-edit>{}{}</a>)">(
        address("/edit"), ui::icon("pencil"), page.sheet.is_frozen() ? "Write a new version" : "Edit words");
  put_freezing(out, visit, page);
  out.put<R"(<a class="btn" href="{}">{}PNG</a><a class="btn primary" href="{}">{}PDF</a></span></div>)">(
      address(".png" + query), ui::icon("download"), address(".pdf" + query), ui::icon("printer"));
  put_state(out, visit, directory, page);
  out.put<
      R"(<p class="small"><a href="{}">Sources and definitions</a> · <a href="{}">History</a></p></div>)">(
      address("/sources" + query), address("/history"));
}

/// A page with nothing to say yet says what would be on it.
void put_bare(Writer& out, const SheetPage& page) {
  out.put<
      R"(<section class="sheet-bar card" aria-labelledby="h-bare"><h2 id="h-bare">This page is waiting for something to tell</h2>)"
      R"(<p class="gap-t">Nothing of {} in {} may be shown yet. It fills itself from these:</p><ul class="gap-t">)">(
      page.sheet.content.department, page.sheet.content.year);
  for (const auto kind : block_kinds)
    if (!is_at_foot(kind) && kind != BlockKind::own)
      out.put<"<li>{}: {}</li>">(words(kind), with_small_first(meaning(kind)));
  out.put<
      R"(</ul><p class="gap-t">Counts of fewer than five people are never shown, so a small department may need )"
      R"(words of your own: begin with those.</p></section>)">();
}

}  // namespace

std::string sheet_address(const OrgUnitEntry& unit, int academic_year, std::string_view rest) {
  return "/departments/" + unit.slug + "/headline/" + std::to_string(academic_year) + std::string(rest);
}

Html sheet_view(const ui::Visit& visit, const Directory& directory, const SheetPage& page) {
  Writer out(24'576);
  put_bar(out, visit, directory, page);
  if (page.sheet.content.is_bare()) put_bare(out, page);
  const bool can_edit = page.may_write && !page.sheet.is_frozen();
  SheetPens pens;
  if (can_edit)
    pens = {.address = sheet_address(*page.of.unit, page.of.academic_year, "?draft=1&write="),
            .open = page.open,
            .form = page.form};
  out.add(sheet_article(page.sheet.content, pens));
  return std::move(out).finish();
}

Html sources_view(const SheetOf& of, const SheetContent& content) {
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="{}">Headline page {}</a></p><h1>Sources and definitions</h1>)"
      R"(<p class="soft lead">{}, {}{}{}.</p><p class="no-print gap-t"><a class="btn" href="{}">{}PDF</a></p>)">(
      Url(sheet_address(*of.unit, of.academic_year)), content.year, content.department, content.year,
      content.days.empty() ? "" : ": ", content.days,
      Url(sheet_address(*of.unit, of.academic_year, "/sources.pdf")), ui::icon("printer"));
  out.add(sheet_sources(content));
  return std::move(out).finish();
}

Html history_view(const ui::Visit& visit, const Directory& directory, const SheetOf& of,
                  const History& history) {
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="{}">Headline page {}</a></p><h1>History</h1><p class="soft lead">{}</p>)">(
      Url(sheet_address(*of.unit, of.academic_year)), visit.scope.years().words(of.academic_year),
      of.unit->name);
  out.put<R"(<h2 class="gap-t2">Frozen versions</h2>)">();
  if (history.frozen.empty()) out.put<R"(<p class="soft">None yet.</p>)">();
  out.put<R"(<ul class="list tight">)">();
  for (const auto& row : history.frozen)
    out.put<R"(<li><a href="{}">Version {}</a> <span class="small muted">by {} on {}</span></li>)">(
        Url(sheet_address(*of.unit, of.academic_year, "?version=" + std::to_string(row.number))), row.number,
        directory.staff.full_name(row.frozen_by), when_words(visit, row.frozen_at));
  out.put<R"(</ul><h2 class="gap-t2">Drafts</h2>)">();
  if (history.drafts.empty())
    out.put<R"(<p class="soft">Nobody has written on it yet: it is as it was made.</p>)">();
  out.put<R"(<ul class="list tight">)">();
  for (const auto& row : history.drafts)
    out.put<R"(<li>Draft {} <span class="small muted">by {} on {}, {}</span></li>)">(
        row.version, directory.staff.full_name(row.changed_by), when_words(visit, row.changed_at),
        visit.scope.zone.local_time(row.changed_at).words());
  out.put<"</ul>">();
  return std::move(out).finish();
}

namespace {

std::string state_words(const Line& line) {
  if (!line.row) return "Not written on yet";
  if (line.row->is_frozen()) return "Frozen, version " + std::to_string(*line.row->frozen_number);
  if (line.row->frozen_number) return "Frozen, and a new version is being written";
  return "Draft";
}

/// Everything of the year in one file.
void put_pack(Writer& out, const ui::Visit& visit, int academic_year) {
  out.put<
      R"(<form method="post" action="{}" class="card flat row wrap gap-t" data-once>{}<span class="grow">All pages together, as one PDF or as a zip.</span>)"
      R"(<label class="row"><input type="checkbox" name="sources" value="1"> With sources and definitions</label>)"
      R"(<button class="btn primary">{}Make the pack</button></form>)">(
      Url("/headlines/" + std::to_string(academic_year) + "/packs"), ui::csrf_field(visit),
      ui::icon("printer"));
}

}  // namespace

Html year_view(const ui::Visit& visit, int academic_year, const std::vector<Line>& lines) {
  const int this_year = visit.scope.years().of(visit.scope.today);
  const auto frozen =
      std::ranges::count_if(lines, [](const Line& line) { return line.row && line.row->frozen_number; });
  Writer out;
  out.put<R"(<h1>Headline pages {}</h1><p class="soft lead">The pages of {} of {} are frozen.</p>)">(
      visit.scope.years().words(academic_year), frozen,
      count_words(static_cast<long>(lines.size()), "department", "departments"));
  out.put<R"(<p class="gap-t"><span class="seg" role="group" aria-label="Academic year">)">();
  for (int year = this_year - 2; year <= this_year; ++year)
    out.put<R"(<a href="/headlines/{}"{}>{}</a>)">(
        year, Attribute::optional("aria-current", year == academic_year ? "page" : ""),
        visit.scope.years().words(year));
  out.put<"</span></p>">();
  if (lines.empty()) {
    out.add(ui::empty_state("No departments yet. Import them or add the first one."));
    return std::move(out).finish();
  }
  put_pack(out, visit, academic_year);
  out.put<
      R"(<div class="table-wrap"><table class="rows cards gap-t"><thead><tr><th scope="col">Department</th>)"
      R"(<th scope="col">Headline page</th><th scope="col">On paper</th></tr></thead><tbody>)">();
  for (const auto& line : lines)
    out.put<R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="Headline page">{}</td>)"
            R"(<td data-label="On paper"><a href="{}" aria-label="PDF of {}">PDF</a></td></tr>)">(
        Url(sheet_address(*line.unit, academic_year)), line.name, state_words(line),
        Url(sheet_address(*line.unit, academic_year, ".pdf")), line.name);
  out.put<"</tbody></table></div>">();
  return std::move(out).finish();
}

}  // namespace rapport::headlines
