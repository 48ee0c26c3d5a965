// Draws a sheet as HTML.
#include "headlines/sheet_views.hpp"

#include <algorithm>

#include "headlines/sheet_picture_views.hpp"
#include "headlines/sheet_shapes.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Attribute;
using html::Html;
using html::Writer;

constexpr std::size_t article_bytes = 16'384;

void put_heading(Writer& out, const Block& block) {
  if (!block.heading.empty()) out.put<"<h2>{}</h2>">(block.heading);
}

void put_note(Writer& out, const Block& block, std::string_view more = {}) {
  if (block.note.empty() && more.empty()) return;
  out.put<R"(<p class="hl-note">{}{}{}</p>)">(emphasised_words(block.note),
                                              block.note.empty() || more.empty() ? "" : " ", more);
}

void put_numbers(Writer& out, const Block& block) {
  put_heading(out, block);
  out.put<R"(<ul class="hl-big cols-{}">)">(headlines::number_columns(block.numbers.size()));
  for (const auto& number : block.numbers)
    out.put<R"(<li><p class="hl-n num">{}</p><p class="hl-t">{}</p><p class="hl-d">{}</p></li>)">(
        number.number, number.title, number.line);
  out.put<"</ul>">();
  put_note(out, block);
}

void put_chain(Writer& out, const Block& block) {
  put_heading(out, block);
  out.put<"<ol>">();
  for (const auto& box : block.chain)
    out.put<"<li>{}<b>{}</b><span>{}</span></li>">(ui::icon(box.icon), box.title, box.line);
  out.put<"</ol>">();
  put_note(out, block);
}

void put_asked(Writer& out, const Block& block) {
  put_heading(out, block);
  out.put<R"(<ul class="hl-did">)">();
  for (const auto& line : block.asked)
    out.put<R"(<li>{}<span>{}<span class="vh">{}</span></span></li>)">(
        ui::icon(line.is_done ? "check" : "circle-dashed"), line.words,
        line.is_done ? " (done)" : " (under way)");
  out.put<"</ul>">();
  put_note(out, block);
}

void put_together(Writer& out, const Block& block) {
  put_heading(out, block);
  out.put<R"(<ol class="hl-plan">)">();
  for (const auto& line : block.together)
    out.put<"<li><b>{}</b><span>{}</span><i>{}</i></li>">(line.when, line.words, line.who);
  out.put<"</ol>">();
  put_note(out, block);
}

void put_quotation(Writer& out, const Block& block) {
  put_heading(out, block);
  out.put<R"(<figure class="hl-q"><blockquote>“{}”</blockquote><figcaption>{}</figcaption></figure>)">(
      block.note, block.by);
}

void put_inside(Writer& out, const Block& block) {
  switch (block.kind) {
    case BlockKind::numbers:
      return put_numbers(out, block);
    case BlockKind::chain:
      return put_chain(out, block);
    case BlockKind::asked:
      return put_asked(out, block);
    case BlockKind::together:
      return put_together(out, block);
    case BlockKind::quotation:
      return put_quotation(out, block);
    case BlockKind::say:
      put_heading(out, block);
      out.put<R"(<p class="hl-say">{}</p>)">(emphasised_words(block.note));
      return;
    case BlockKind::own:
      put_heading(out, block);
      out.put<R"(<p class="hl-own">{}</p>)">(emphasised_words(block.note));
      return;
    case BlockKind::champions:
    case BlockKind::small_print:
      out.put<"<p>{}</p>">(emphasised_words(block.note));
      return;
    default:
      put_heading(out, block);
      out.add(sheet_picture(block));
      put_note(out, block, headlines::picture_words(block));
      out.add(sheet_table(block));
  }
}

void put_block(Writer& out, const Block& block, const SheetPens& pens) {
  const bool is_open = pens.open == block.kind;
  out.put<R"(<section class="hl-b hl-{}{}{}" id="{}" aria-label="{}">)">(
      code(block.kind), is_wide(block.kind) ? " hl-wide" : "", is_open ? " hl-now" : "",
      anchor_of(block.kind), block.heading.empty() ? words(block.kind) : std::string_view(block.heading));
  if (is_open)
    out.add(pens.form);
  else
    put_inside(out, block);
  if (!is_open && !pens.address.empty())
    out.put<R"(<a class="hl-pen no-print" href="{}" aria-label="Edit: {}">{}</a>)">(
        html::Url(pens.address + std::string(code(block.kind)) + "#" + anchor_of(block.kind)),
        words(block.kind), ui::icon("pencil"));
  out.put<"</section>">();
}

void put_head(Writer& out, const SheetContent& content, SheetPlace place) {
  out.put<R"(<header class="hl-head"><div><p class="hl-k">Headline page {}</p>)">(content.year);
  if (place == SheetPlace::alone)
    out.put<"<h1>{}<br>and the Library</h1></div>">(content.department);
  else
    out.put<R"(<h2 class="hl-name">{}<br>and the Library</h2></div>)">(content.department);
  out.put<
      R"(<div class="hl-by"><p class="hl-house"><svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="12" cy="16" r="9.5" class="hl-ring1"/><circle cx="20" cy="16" r="9.5" class="hl-ring2"/><path d="M16 10.86a9.5 9.5 0 0 1 0 10.28a9.5 9.5 0 0 1 0-10.28z" class="hl-lens"/></svg>{}</p><p>{}</p></div></header>)">(
      content.library, content.meeting);
}

}  // namespace

Html emphasised_words(std::string_view words) {
  Writer out(words.size() + 32);
  for (const auto& part : emphasised(words)) {
    if (part.is_strong)
      out.put<"<b>{}</b>">(part.text);
    else
      out.text(part.text);
  }
  return std::move(out).finish();
}

std::string anchor_of(BlockKind kind) {
  return "b-" + std::string(code(kind));
}

Html sheet_article(const SheetContent& content, const SheetPens& pens, SheetPlace place) {
  Writer out(article_bytes);
  out.put<R"(<article class="sheet">)">();
  put_head(out, content, place);
  bool is_beside = false;
  for (const auto& block : content.blocks) {
    if (is_at_foot(block.kind)) continue;
    if (is_beside == is_wide(block.kind)) {
      is_beside = !is_wide(block.kind);
      if (is_beside)
        out.put<R"(<div class="hl-grid">)">();
      else
        out.put<"</div>">();
    }
    put_block(out, block, pens);
  }
  if (is_beside) out.put<"</div>">();
  out.put<R"(<footer class="hl-foot">)">();
  for (const auto& block : content.blocks)
    if (is_at_foot(block.kind)) put_block(out, block, pens);
  out.put<"</footer></article>">();
  return std::move(out).finish();
}

Html sheet_sources(const SheetContent& content) {
  Writer out;
  for (const auto& line : content.sources) {
    out.put<R"(<section class="card flat gap-t"><h2>{}</h2><p>{}</p>)">(line.name, line.sentence);
    if (!line.definition.empty()) out.put<R"(<p class="small soft">{}</p>)">(line.definition);
    out.put<R"(<p class="micro muted">Source: {}</p></section>)">(line.source);
  }
  if (content.sources.empty())
    out.put<R"(<p class="soft">This page has no figures, so there is nothing to explain.</p>)">();
  out.put<
      R"(<p class="small soft gap-t">Figures of fewer than five people are not shown, nor those from which they )"
      R"(could be worked out. Two years are compared only where they were counted alike.</p>)">();
  return std::move(out).finish();
}

}  // namespace rapport
