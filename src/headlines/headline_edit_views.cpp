// Draws the editor of a sheet: each block with its place and its words; what is left empty stays as it is
// made.
#include <algorithm>

#include "base/text.hpp"
#include "headlines/headline_views.hpp"
#include "headlines/sheet_views.hpp"
#include "organisation/academic_calendar.hpp"
#include "ui/parts.hpp"

namespace rapport::headlines {
namespace {

using html::Html;
using html::Url;
using html::Writer;

std::string made_hint(std::string_view made) {
  if (made.empty()) return "Nothing is said here yet.";
  return "As made: " + shorten(made, 300);
}

/// A field for words. In place it holds the made ones where nobody wrote any, and carries them along, so that
/// whoever leaves them alone leaves them to be made.
void put_field(Writer& out, const EditPage& page, ui::Input input, const std::string& made) {
  input.value = page.draft.written(input.name);
  if (page.is_in_place) {
    if (input.value.empty()) input.value = made;
    out.put<R"(<input type="hidden" name="made-{}" value="{}">)">(input.name, made);
  }
  out.add(ui::field(input, page.faults));
}

void put_words(Writer& out, const EditPage& page, const std::string& place, std::string label,
               const std::string& made, bool is_long = false) {
  const bool is_made = page.is_in_place && page.draft.written(place).empty();
  put_field(out, page,
            {.name = place,
             .label = std::move(label),
             .hint = is_made ? "" : made_hint(made),
             .type = is_long ? "textarea" : "text",
             .rows = 3},
            made);
}

void put_place(Writer& out, const EditPage& page, BlockKind kind) {
  const auto found = std::ranges::find(page.draft.blocks, kind);
  const auto place = found == page.draft.blocks.end() ? 0 : found - page.draft.blocks.begin() + 1;
  std::vector<ui::Choice> choices{{"0", "Leave it out"}};
  for (std::size_t i = 1; i <= block_kinds.size(); ++i)
    choices.push_back({std::to_string(i), std::to_string(i)});
  out.add(ui::field({.name = "place-" + std::string(code(kind)),
                     .label = "Place on the page",
                     .value = std::to_string(place),
                     .hint = is_at_foot(kind) ? "It stands at the foot, whatever its number." : "",
                     .type = "select",
                     .choices = std::move(choices),
                     .width = "short"},
                    page.faults));
}

void put_measures(Writer& out, const EditPage& page, const Block& made) {
  std::vector<ui::Choice> choices{{"", "None"}};
  for (const auto& figure : page.facts.figures)
    if (figure.now.kind != figures::Cell::Kind::none)
      choices.push_back({figure.measure.code, figure.version().name + ": " + figure.now.words});
  out.put<
      R"(<details{}><summary>Choose the measures (at most twelve; none: the first that say most)</summary><div class="hl-checks gap-t">)">(
      html::Attribute::flag("open", !page.draft.measures.empty()));
  for (std::size_t i = 0; i < sheet_measures_max; ++i)
    out.add(ui::field({.name = "measure-" + std::to_string(i + 1),
                       .label = "Number " + std::to_string(i + 1),
                       .value = i < page.draft.measures.size() ? page.draft.measures[i] : std::string(),
                       .type = "select",
                       .choices = choices}));
  out.put<"</div></details>">();
  for (const auto& number : made.numbers) {
    const auto place = "numbers." + number.code;
    out.put<R"(<div class="hl-pair">)">();
    put_words(out, page, place + ".title", number.number + ", what it counts", number.title);
    put_words(out, page, place + ".line", number.number + ", the line below", number.line);
    out.put<"</div>">();
  }
}

void put_modules(Writer& out, const EditPage& page, const Block& made) {
  for (const auto& row : made.modules)
    out.add(ui::field(
        {.name = "modules." + row.name + ".of",
         .label = row.name + ": how many modules are there?",
         .value = std::string(page.draft.written("modules." + row.name + ".of")),
         .hint = "We reached " + std::to_string(row.reached) + ". Left empty, only those are drawn.",
         .width = "short"},
        page.faults));
}

void put_chain(Writer& out, const EditPage& page, const Block& made) {
  std::vector<ui::Choice> choices{{"", "As chosen for you"}};
  for (const auto& chain : page.facts.chains)
    if (chain.story) choices.push_back({std::to_string(chain.story->value), chain.title});
  out.add(ui::field({.name = "story",
                     .label = "Which story",
                     .value = page.draft.story ? std::to_string(page.draft.story->value) : std::string(),
                     .type = "select",
                     .choices = std::move(choices)}));
  for (std::size_t i = 0; i < made.chain.size(); ++i) {
    const auto place = "chain." + std::to_string(i + 1);
    const auto step = "Step " + std::to_string(i + 1);
    out.put<R"(<div class="hl-pair">)">();
    put_words(out, page, place + ".title", step, made.chain[i].title);
    put_words(out, page, place + ".line", step + ", the line below", made.chain[i].line);
    out.put<"</div>">();
  }
}

void put_quotation(Writer& out, const EditPage& page, const Block& made) {
  if (page.facts.quotations.empty()) {
    out.put<
        R"(<p class="small soft">No quotation yet. Tell a story of this department and keep one with permission: )"
        R"(only those may stand here, in their own words.</p>)">();
    return;
  }
  std::vector<ui::Choice> choices{{"", "The newest"}};
  for (const auto& quotation : page.facts.quotations)
    choices.push_back({std::to_string(quotation.story.value), shorten(quotation.words, 80)});
  out.add(
      ui::field({.name = "quotation",
                 .label = "Which quotation",
                 .value = page.draft.quotation ? std::to_string(page.draft.quotation->value) : std::string(),
                 .hint = "Their words stay as they said them.",
                 .type = "select",
                 .choices = std::move(choices)}));
  put_words(out, page, "quotation.by", "Whose words", made.by);
}

void put_lines(Writer& out, const EditPage& page, const std::string& place, std::string label,
               const std::string& hint, const std::string& made) {
  const bool is_made = page.is_in_place && page.draft.written(place).empty();
  put_field(out, page,
            {.name = place,
             .label = std::move(label),
             .hint = hint + (made.empty() || is_made ? "" : " As made: " + made),
             .type = "textarea",
             .rows = 4},
            made);
}

bool has_heading(BlockKind kind) {
  return kind != BlockKind::say && kind != BlockKind::champions && kind != BlockKind::small_print;
}

void put_inside(Writer& out, const EditPage& page, const Block& made) {
  const std::string place(code(made.kind));
  if (made.kind == BlockKind::numbers) put_measures(out, page, made);
  if (made.kind == BlockKind::modules) put_modules(out, page, made);
  if (made.kind == BlockKind::chain) put_chain(out, page, made);
  if (made.kind == BlockKind::quotation) put_quotation(out, page, made);
  if (made.kind == BlockKind::asked)
    put_lines(out, page, "asked.lines", "What you did", "One a line; begin with ~ what is under way.",
              write_asked(page.facts.asked));
  if (made.kind == BlockKind::together)
    put_lines(out, page, "together.lines", "What is planned", "One a line: Jan | what | who.",
              write_together(page.facts.together));
  if (made.kind != BlockKind::quotation)
    put_words(out, page, place + ".note", made.kind == BlockKind::own ? "Your words" : "The sentence",
              made.note, true);
}

void put_block(Writer& out, const EditPage& page, BlockKind kind) {
  const auto made = made_block(page.facts, page.draft, kind);
  const std::string place(code(kind));
  out.put<
      R"(<section class="card hl-edit" aria-labelledby="h-{}"><div><h2 id="h-{}">{}</h2><p class="small soft">{}</p></div>)">(
      place, place, words(kind), meaning(kind));
  out.put<R"(<div class="hl-pair">)">();
  put_place(out, page, kind);
  if (has_heading(kind)) put_words(out, page, place + ".heading", "Heading", made.heading);
  out.put<"</div>">();
  put_inside(out, page, made);
  out.put<"</section>">();
}

void put_blocks(Writer& out, const EditPage& page) {
  for (const auto kind : page.draft.blocks) put_block(out, page, kind);
  for (const auto kind : block_kinds)
    if (std::ranges::count(page.draft.blocks, kind) == 0) put_block(out, page, kind);
}

/// What a form carries so that it is stored once and overwrites nobody.
void put_sending(Writer& out, const EditPage& page) {
  if (page.key.empty())
    out.add(ui::once_field());
  else
    out.put<R"(<input type="hidden" name="key" value="{}">)">(page.key);
  out.put<R"(<input type="hidden" name="version" value="{}">)">(page.version);
}

/// What somebody else wrote of the block meanwhile, beside what was typed.
void put_theirs(Writer& out, const EditPage& page, BlockKind kind) {
  out.put<R"(<div class="errors" role="alert"><p>{}</p>)">(page.clash);
  const auto start = std::string(code(kind)) + ".";
  for (const auto& [place, words] : page.theirs.words)
    if (place.starts_with(start) && page.draft.written(place) != words)
      out.put<R"(<p class="gap-t">Theirs: “{}”</p>)">(words);
  out.put<"</div>">();
}

}  // namespace

Html block_form(const ui::Visit& visit, const EditPage& page, BlockKind kind) {
  const auto made = made_block(page.facts, page.draft, kind);
  const auto address = sheet_address(*page.of.unit, page.of.academic_year);
  Writer out(8'192);
  out.put<R"(<form method="post" action="{}" class="hl-edit" novalidate data-once>{})">(
      Url(address + "/edit"), ui::csrf_field(visit));
  put_sending(out, page);
  out.put<R"(<input type="hidden" name="block" value="{}"><p class="hl-name-of">{}</p>)">(code(kind),
                                                                                          words(kind));
  if (!page.clash.empty()) put_theirs(out, page, kind);
  out.add(ui::error_summary(page.faults));
  if (has_heading(kind)) put_words(out, page, std::string(code(kind)) + ".heading", "Heading", made.heading);
  put_inside(out, page, made);
  out.put<
      R"(<p class="small soft">Words that you leave alone, or empty, go on being made from the data; **two stars** make words stand out.</p>)"
      R"(<div class="row wrap"><button class="btn primary">Save</button><a class="btn quiet" href="{}">Cancel</a></div></form>)">(
      Url(address + "?draft=1#" + anchor_of(kind)));
  return std::move(out).finish();
}

Html edit_view(const ui::Visit& visit, const EditPage& page) {
  Writer out(65'536);
  const auto address = sheet_address(*page.of.unit, page.of.academic_year);
  out.put<
      R"(<p class="crumbs"><a href="{}">Headline page {}</a></p><h1>The words of this page</h1>)"
      R"(<p class="soft lead">{}. What you leave empty stays as it is made from the data; **two stars** make words stand out.</p>)">(
      Url(address + "?draft=1"), visit.scope.years().words(page.of.academic_year), page.facts.department);
  if (!page.clash.empty())
    out.put<
        R"(<section class="errors" role="alert" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">{}</h2>)"
        R"(<p><a href="{}">Look at what is saved</a>, or save yours below.</p></section>)">(
        page.clash, Url(address + "?draft=1"));
  out.add(ui::error_summary(page.faults));
  if (!page.room.empty()) out.put<R"(<p class="note amber" role="status">{}</p>)">(page.room);
  out.put<R"(<form method="post" action="{}" class="stack gap-t" novalidate data-once>{})">(
      Url(address + "/edit"), ui::csrf_field(visit));
  put_sending(out, page);
  put_words(out, page, "meeting", "Under the library’s name", made_meeting(page.facts));
  out.put<R"(<div class="hl-form">)">();
  put_blocks(out, page);
  out.put<"</div>">();
  out.put<
      R"(<div class="row"><button class="btn primary">Save draft</button><a class="btn quiet" href="{}">Cancel</a></div></form>)">(
      Url(address));
  return std::move(out).finish();
}

}  // namespace rapport::headlines
