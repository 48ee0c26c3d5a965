// Answers with headline sheets.
#include "headlines/headline_pages.hpp"

#include <algorithm>
#include <charconv>

#include "headlines/headline_form.hpp"
#include "headlines/headline_views.hpp"
#include "headlines/sheet_files.hpp"
#include "headlines/sheet_views.hpp"
#include "organisation/academic_calendar.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"

namespace rapport::headlines {
namespace {

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Refusal no_department() {
  return not_found("No department has that address.");
}
Refusal no_year() {
  return not_found("There is no headline sheet of that academic year.");
}

/// "2025.pdf" is the year and what to make of it.
struct Asked {
  SheetOf of = {};
  std::string ending = {};
};
Result<Asked> asked_in(const ui::Visit& visit, const Directory& directory) {
  const auto* unit = directory.org.find_slug(visit.request.parameter("unit"));
  if (unit == nullptr) return no_department();
  const auto text = visit.request.parameter("year");
  const auto dot = std::min(text.find('.'), text.size());
  const auto year = number_in(text.substr(0, dot));
  if (!year) return no_year();
  return Asked{{unit, *year, visit.institution_name}, std::string(text.substr(dot))};
}

Wanted wanted_in(const ui::Visit& visit) {
  const auto& query = visit.request.query;
  return {.is_draft = query.has("draft"), .number = number_in(query.value("version"))};
}

http::Response file(std::string_view type, std::string body, const std::string& name) {
  http::Response response{.content_type = std::string(type)};
  response.body = std::move(body);
  response.headers.push_back({"Cache-Control", "private, no-store"});
  response.headers.push_back({"Content-Disposition", "inline; filename=\"" + name + "\""});
  return response;
}

http::Response sheet_file(const Asked& asked, const Sheet& sheet) {
  const auto name = file_name_of(asked.of.unit->slug, sheet.content.year, asked.ending);
  if (asked.ending == ".png") return file("image/png", sheet_png(sheet.content), name);
  return file("application/pdf", sheet_pdf(sheet.content), name);
}

http::Response edit_page(const ui::Visit& visit, EditPage page, int status) {
  page.room = fitted(page.facts, tidied(page.draft)).room;
  return ui::show(visit, {.title = "Words of the headline page, " + page.facts.department,
                          .section = ui::Section::departments,
                          .content = edit_view(visit, page),
                          .status = status});
}

int seen_version_in(const http::Form& form) {
  return static_cast<int>(std::clamp(form.number("version").value_or(0), 0L, 1'000'000L));
}

/// The editor again with what was typed, or a page of its own.
http::Response refused(const ui::Visit& visit, const Directory& directory, const SheetOf& of,
                       const Refusal& refusal) {
  if (refusal.kind == Refusal::Kind::forbidden || refusal.kind == Refusal::Kind::not_found)
    return ui::show_refusal(visit, refusal);
  auto there = read_draft(visit.scope, directory, of);
  if (!there) return ui::show_refusal(visit, there.refusal());
  const bool is_clash = refusal.kind == Refusal::Kind::conflict;
  const auto& form = visit.request.form();
  // What clashed can be sent again: it has seen what is there now.
  return edit_page(visit,
                   {.of = of,
                    .draft = sheet_draft_in(form),
                    .facts = std::move(there->facts),
                    .version = is_clash ? there->version : seen_version_in(form),
                    .key = std::string(form.value("key")),
                    .faults = refusal.faults,
                    .clash = is_clash ? refusal.message : std::string()},
                   is_clash ? 409 : 422);
}

http::Response show(const ui::Visit& visit, const Directory& directory, SheetPage page, int status) {
  page.there = organisation::years_there(visit.scope, page.of.unit->id);
  return ui::show(visit,
                  {.title = "Headline page " + page.sheet.content.year + ", " + page.sheet.content.department,
                   .section = ui::Section::departments,
                   .content = sheet_view(visit, directory, page),
                   .is_wide = true,
                   .status = status});
}

bool stands_on(const SheetContent& content, BlockKind kind) {
  return std::ranges::any_of(content.blocks, [&](const Block& block) { return block.kind == kind; });
}

/// The page with one block as a form; the editor of all of it where that block is not on the page.
http::Response show_open(const ui::Visit& visit, const Directory& directory, SheetPage page, EditPage edit,
                         int status) {
  edit.is_in_place = stands_on(page.sheet.content, *page.open);
  if (!edit.is_in_place) return edit_page(visit, std::move(edit), status);
  page.form = block_form(visit, edit, *page.open);
  return show(visit, directory, page, status);
}

/// The page again with what was typed for one block.
http::Response refused_block(const ui::Visit& visit, const Directory& directory, const SheetOf& of,
                             BlockKind kind, const Refusal& refusal) {
  if (refusal.kind == Refusal::Kind::forbidden || refusal.kind == Refusal::Kind::not_found)
    return ui::show_refusal(visit, refusal);
  auto there = read_draft(visit.scope, directory, of);
  if (!there) return ui::show_refusal(visit, there.refusal());
  auto sheet = read(visit.scope, directory, of, {.is_draft = true});
  if (!sheet) return ui::show_refusal(visit, sheet.refusal());
  const bool is_clash = refusal.kind == Refusal::Kind::conflict;
  const auto& form = visit.request.form();
  return show_open(
      visit, directory,
      {.of = of, .sheet = std::move(*sheet), .wanted = {.is_draft = true}, .may_write = true, .open = kind},
      {.of = of,
       .draft = with_block(there->draft, kind, sheet_draft_in(form)),
       .facts = std::move(there->facts),
       .version = is_clash ? there->version : seen_version_in(form),
       .key = std::string(form.value("key")),
       .faults = refusal.faults,
       .clash = is_clash ? refusal.message : std::string(),
       .theirs = there->draft},
      is_clash ? 409 : 422);
}

}  // namespace

http::Response show_latest_year(const ui::Visit& visit) {
  return http::see_other("/headlines/" + std::to_string(visit.scope.years().of(visit.scope.today) - 1));
}

http::Response show_year(const ui::Visit& visit, const Directory& directory) {
  const auto year = number_in(visit.request.parameter("year"));
  const int now = visit.scope.years().of(visit.scope.today);
  if (!year || *year < first_measured_year || *year > now) return ui::show_refusal(visit, no_year());
  return ui::show(visit, {.title = "Headline pages " + visit.scope.years().words(*year),
                          .section = ui::Section::departments,
                          .content = year_view(visit, *year, of_year(visit.scope, directory, *year))});
}

http::Response show_latest_sheet(const ui::Visit& visit, const Directory& directory) {
  const auto* unit = directory.org.find_slug(visit.request.parameter("unit"));
  if (unit == nullptr) return ui::show_refusal(visit, no_department());
  const auto years = visit.scope.read(
      [&](db::Reader& reader) { return sheet_store::years(reader, visit.scope.institution, unit->id); });
  const auto there = organisation::years_there(visit.scope, unit->id);
  const int last_year = there.nearest(visit.scope.years().of(visit.scope.today) - 1);
  return http::see_other(sheet_address(*unit, years.empty() ? last_year : years.front()));
}

http::Response show_sheet(const ui::Visit& visit, const Directory& directory, MadeDrafts& made) {
  const auto asked = asked_in(visit, directory);
  if (!asked) return ui::show_refusal(visit, asked.refusal());
  if (!asked->ending.empty() && asked->ending != ".pdf" && asked->ending != ".png")
    return ui::show_refusal(visit, no_year());
  auto sheet = read(visit.scope, directory, asked->of, wanted_in(visit), &made);
  if (!sheet) return ui::show_refusal(visit, sheet.refusal());
  if (!asked->ending.empty()) return sheet_file(*asked, *sheet);
  SheetPage page{.of = asked->of,
                 .sheet = std::move(*sheet),
                 .wanted = wanted_in(visit),
                 .may_write = may_write(visit.scope.viewer),
                 .open = block_kind_of(visit.request.query.value("write"))};
  if (!page.open || !page.may_write || page.sheet.is_frozen()) return show(visit, directory, page, 200);
  auto drafted = read_draft(visit.scope, directory, asked->of);
  if (!drafted) return ui::show_refusal(visit, drafted.refusal());
  EditPage edit{.of = asked->of,
                .draft = std::move(drafted->draft),
                .facts = std::move(drafted->facts),
                .version = drafted->version};
  return show_open(visit, directory, std::move(page), std::move(edit), 200);
}

http::Response show_sources(const ui::Visit& visit, const Directory& directory, MadeDrafts& made) {
  const auto asked = asked_in(visit, directory);
  if (!asked || !asked->ending.empty()) return ui::show_refusal(visit, asked ? no_year() : asked.refusal());
  const auto sheet = read(visit.scope, directory, asked->of, wanted_in(visit), &made);
  if (!sheet) return ui::show_refusal(visit, sheet.refusal());
  return ui::show(visit, {.title = "Sources, " + sheet->content.department,
                          .section = ui::Section::departments,
                          .content = sources_view(asked->of, sheet->content)});
}

http::Response download_sources(const ui::Visit& visit, const Directory& directory, MadeDrafts& made) {
  const auto asked = asked_in(visit, directory);
  if (!asked || !asked->ending.empty()) return ui::show_refusal(visit, asked ? no_year() : asked.refusal());
  const auto sheet = read(visit.scope, directory, asked->of, wanted_in(visit), &made);
  if (!sheet) return ui::show_refusal(visit, sheet.refusal());
  return file("application/pdf", sources_pdf(sheet->content),
              file_name_of(asked->of.unit->slug, sheet->content.year, "-sources.pdf"));
}

html::Html frozen_sheet(Scope& scope, const Directory& directory, const OrgUnitEntry& unit,
                        int academic_year) {
  const auto row = scope.read([&](db::Reader& reader) {
    return sheet_store::find(reader, scope.institution, unit.id, academic_year);
  });
  if (!row || !row->frozen_number) return {};
  const auto sheet = read(scope, directory, {&unit, academic_year, {}});
  return sheet ? sheet_article(sheet->content, {}, SheetPlace::within) : html::Html();
}

http::Response show_history(const ui::Visit& visit, const Directory& directory) {
  const auto asked = asked_in(visit, directory);
  if (!asked || !asked->ending.empty()) return ui::show_refusal(visit, asked ? no_year() : asked.refusal());
  return ui::show(visit,
                  {.title = "History of the headline page, " + asked->of.unit->name,
                   .section = ui::Section::departments,
                   .content = history_view(visit, directory, asked->of,
                                           history(visit.scope, *asked->of.unit, asked->of.academic_year))});
}

http::Response edit_sheet(const ui::Visit& visit, const Directory& directory) {
  const auto asked = asked_in(visit, directory);
  if (!asked || !asked->ending.empty()) return ui::show_refusal(visit, asked ? no_year() : asked.refusal());
  auto drafted = read_draft(visit.scope, directory, asked->of);
  if (!drafted) return ui::show_refusal(visit, drafted.refusal());
  return edit_page(visit,
                   {.of = asked->of,
                    .draft = std::move(drafted->draft),
                    .facts = std::move(drafted->facts),
                    .version = drafted->version},
                   200);
}

http::Response update_sheet(const ui::Visit& visit, const Directory& directory) {
  const auto asked = asked_in(visit, directory);
  if (!asked || !asked->ending.empty()) return ui::show_refusal(visit, asked ? no_year() : asked.refusal());
  const auto& form = visit.request.form();
  const auto block = block_kind_of(form.value("block"));
  const auto location = sheet_address(*asked->of.unit, asked->of.academic_year, "?draft=1") +
                        (block ? "#" + anchor_of(*block) : std::string());
  const auto key = form.value("key");
  const auto typed = sheet_draft_in(form);
  const auto done = visit.scope.write([&](db::Writer& writer) -> Result<Done> {
    if (find_submission(writer, visit.scope.institution, key)) return Done{};
    const auto saved =
        block ? save_block(visit.scope, directory, asked->of, seen_version_in(form), *block, typed)
              : save(visit.scope, directory, asked->of, seen_version_in(form), typed);
    if (!saved) return saved.refusal();
    record_submission(visit.scope, writer, key, location);
    return Done{};
  });
  if (!done && block) return refused_block(visit, directory, asked->of, *block, done.refusal());
  if (!done) return refused(visit, directory, asked->of, done.refusal());
  return ui::go(visit, location, "Saved. Nobody else sees it before you freeze the page.");
}

http::Response create_freezing(const ui::Visit& visit, const Directory& directory) {
  const auto asked = asked_in(visit, directory);
  if (!asked || !asked->ending.empty()) return ui::show_refusal(visit, asked ? no_year() : asked.refusal());
  const auto& form = visit.request.form();
  const auto location = sheet_address(*asked->of.unit, asked->of.academic_year);
  const auto key = form.value("key");
  const auto institution = visit.scope.institution;
  if (visit.scope.read([&](db::Reader& reader) { return find_submission(reader, institution, key); }))
    return ui::go(visit, location);
  const auto number = freeze(visit.scope, directory, asked->of, seen_version_in(form), key);
  if (!number) return ui::show_refusal(visit, number.refusal());
  return ui::go(visit, location, "Frozen. This page stays as it is.");
}

}  // namespace rapport::headlines
