// Draws the form that moves a relationship.
#include "relationships/move_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "http/form.hpp"
#include "interactions/interaction_headline.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

const Fault* fault_of(const MovePage& page, std::string_view field) {
  const auto found = std::ranges::find(page.faults, field, &Fault::field);
  return found == page.faults.end() ? nullptr : &*found;
}

void put_fault(Writer& out, const MovePage& page, std::string_view field) {
  if (const auto* fault = fault_of(page, field))
    out.put<R"(<p class="error" id="{}-error"><span class="vh">Error: </span>{}</p>)">(field, fault->message);
}

void put_levels(Writer& out, const MovePage& page) {
  const auto& scale = page.scales.current();
  out.put<R"(<fieldset class="{}" id="level" tabindex="-1"><legend>Level</legend>)">(
      fault_of(page, "level") != nullptr ? "field bad" : "field");
  put_fault(out, page, "level");
  out.put<R"(<div class="checks">)">();
  for (int level = scale.top(); level >= 0; --level) {
    out.put<R"(<label class="check"><input type="radio" name="level" value="{}"{}><span><b>{}</b>{} )"
            R"(<span class="small muted">{}</span></span></label>)">(
        level, Attribute::flag("checked", page.form.level == level), scale.name(level),
        level == page.standing.level() ? ", as now." : ".",
        scale.levels[static_cast<std::size_t>(level)].meaning);
  }
  out.put<
      R"(</div><label class="check"><input type="checkbox" name="slipping" value="yes"{}><span><b>Slipping.</b> )"
      R"(<span class="small muted">The level stays, but less comes back than before</span></span></label></fieldset>)">(
      Attribute::flag("checked", page.form.is_slipping));
}

void put_evidence(Writer& out, const ui::Visit& visit, const Directory& directory, const MovePage& page) {
  if (page.latest.empty()) return;
  out.put<R"(<fieldset class="{}" id="evidence" tabindex="-1"><legend>Which conversations show it? )"
          R"(<span class="muted">(optional)</span></legend>)">(
      fault_of(page, "evidence") != nullptr ? "field bad" : "field");
  put_fault(out, page, "evidence");
  out.put<R"(<div class="checks">)">();
  for (const auto& row : page.latest) {
    const bool is_restricted = row.visibility == Visibility::restricted;
    out.put<R"(<label class="check"><input type="checkbox" name="evidence" value="{}"{}><span>{} )"
            R"(<span class="small muted">{}{}</span></span></label>)">(
        row.id.value, Attribute::flag("checked", std::ranges::count(page.form.evidence, row.id) > 0),
        headline_of(row, directory, {page.partner.person, visit.scope.today}),
        when_words(row, visit.scope.today),
        is_restricted ? ". Only the people named in it will see that it is evidence" : "");
  }
  out.put<"</div></fieldset>">();
}

void put_form(Writer& out, const ui::Visit& visit, const Directory& directory, const MovePage& page) {
  const auto& form = page.form;
  out.put<R"(<form method="post" action="{}" class="form" data-once data-keep>{}{})"
          R"(<input type="hidden" name="area" value="{}">)"
          R"(<input type="hidden" name="version" value="{}"><input type="hidden" name="scale" value="{}">)"
          R"(<input type="hidden" name="back" value="{}">)">(
      Url(move_address(page.partner, ServiceArea::overall)), ui::csrf_field(visit), ui::once_field(),
      code(form.area), form.version, form.scale_version, form.back);
  put_levels(out, page);
  out.add(ui::field(
      {.name = "reason",
       .label = "What changed?",
       .value = form.reason,
       .hint = "One line. It becomes part of the story, and " + page.partner.subject + " may ask to read it"},
      page.faults));
  out.add(ui::field(
      {.name = "happened_on", .label = "When", .value = form.happened_on, .type = "date", .width = "middle"},
      page.faults));
  put_evidence(out, visit, directory, page);
  out.put<
      R"(<p class="form-foot"><button class="btn primary">Move</button><a class="btn quiet" href="{}">Leave it)"
      R"( as it is</a></p></form>)">(
      Url(form.back.empty() ? relationship_address(page.partner, form.area) : form.back));
}

void put_crumbs(Writer& out, const MovePage& page) {
  out.put<R"(<p class="crumbs"><a href="/relationships">Relationships</a> / <a href="{}">{}</a></p>)">(
      Url(relationship_address(page.partner, page.form.area)), page.partner.name);
}

}  // namespace

Html move_view(const ui::Visit& visit, const Directory& directory, const MovePage& page) {
  Writer out;
  put_crumbs(out, page);
  out.put<R"(<div class="form-page"><h1>Move {}</h1><p class="soft gap-b">Now: {}{}.</p>{})">(
      with_area(page.partner.name, page.form.area), level_mark(page.scales.current(), page.standing),
      page.standing.relationship
          ? " since " + short_words(page.standing.relationship->since, visit.scope.today)
          : std::string(),
      ui::error_summary(page.faults));
  put_form(out, visit, directory, page);
  out.put<"</div>">();
  return std::move(out).finish();
}

Html clash_view(const ui::Visit& visit, const Directory& directory, const MovePage& page,
                const Clash& clash) {
  Writer out;
  put_crumbs(out, page);
  out.put<
      R"(<div class="form-page"><h1>Somebody was faster</h1><p class="lead" role="alert">{}</p>)"
      R"(<div class="two gap-t2"><section class="card" aria-labelledby="h-now"><h2 id="h-now">How it stands now</h2>)"
      R"(<p class="gap-t">{}</p>)">(clash.message, level_mark(page.scales.current(), page.standing));
  if (clash.last)
    out.put<R"(<p class="gap-t">{}</p><p class="small muted">{}, {}. {}</p>)">(
        clash.last->reason, directory.staff.full_name(clash.last->recorded_by),
        short_words(clash.last->happened_on, visit.scope.today), move_words(*clash.last, page.scales));
  out.put<
      R"(</section><section class="card" aria-labelledby="h-yours"><h2 id="h-yours">What you wrote</h2>)"
      R"(<p class="gap-t">{}{}</p><p class="gap-t">{}</p></section></div>)"
      R"(<p class="soft gap-t2 gap-b">Send yours again to move on from how it stands now, or leave it.</p>)">(
      clash.typed_level, page.form.is_slipping ? ", slipping" : "", page.form.reason);
  put_form(out, visit, directory, page);
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace rapport
