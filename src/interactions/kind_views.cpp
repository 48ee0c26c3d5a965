// Draws the kinds.
#include "interactions/kind_views.hpp"

#include "base/text.hpp"
#include "ui/parts.hpp"

namespace rapport::interactions {
namespace {

using html::Html;
using html::Url;
using html::Writer;

std::string address_of(Id<InteractionKind> id) {
  return "/settings/kinds/" + std::to_string(id.value);
}

std::string outcome_words(const KindEntry& kind) {
  return kind.outcome_value == 0 ? "no" : "value " + std::to_string(kind.outcome_value);
}

void put_row(Writer& out, const KindEntry& kind) {
  out.put<R"(<tr data-row><th scope="row"><a href="{}">{}</a>{}</th><td data-label="Family">{}</td>)"
          R"(<td data-label="Words in the line">{}</td><td data-label="Both ways">{}</td>)"
          R"(<td data-label="Outcome">{}</td><td data-label="Depth" class="n">{}</td></tr>)">(
      Url(address_of(kind.id)), kind.name, kind.is_active ? "" : " (not in use)", words(kind.family),
      kind.words.empty() ? "none" : join(kind.words, ", "), kind.is_two_way ? "yes" : "no",
      outcome_words(kind), kind.depth);
}

std::vector<ui::Choice> family_choices() {
  std::vector<ui::Choice> choices{{"", "Choose one"}};
  for (const auto family : {Family::informal, Family::conversation, Family::message, Family::meeting,
                            Family::consultation, Family::teaching, Family::committee, Family::event})
    choices.push_back({std::string(code(family)), std::string(words(family))});
  return choices;
}

void put_fields(Writer& out, const KindForm& form) {
  const auto& draft = form.draft;
  const auto put = [&](const ui::Input& input) { out.add(ui::field(input, form.faults)); };
  put({.name = "name", .label = "Name", .value = draft.name, .autocomplete = "off", .is_required = true});
  put({.name = "family",
       .label = "Family",
       .value = draft.family,
       .hint = "Lists and filters put kinds together by it.",
       .type = "select",
       .choices = family_choices()});
  put({.name = "words",
       .label = "Words in the line",
       .value = draft.words,
       .hint = "Single words that stand for this kind, with blanks between them: visited visit",
       .autocomplete = "off"});
  put({.name = "is_two_way",
       .label = "Both sides take part",
       .hint = "Not so for a newsletter: what goes one way counts in no rhythm.",
       .type = "checkbox",
       .is_checked = draft.is_two_way});
  put({.name = "outcome_value",
       .label = "Value as an outcome",
       .value = draft.outcome_value,
       .hint = "0 to 20, empty or 0 for none. Bumps that lead to an outcome earn credit.",
       .width = "short"});
  put({.name = "depth",
       .label = "Depth",
       .value = draft.depth,
       .hint = "0 to 20: how closely it is working together. A message is about 3, a module with the library "
               "in it 20.",
       .width = "short"});
  put({.name = "is_active",
       .label = "In use",
       .hint = "Switched off, it is offered no more; what was logged stays as it is.",
       .type = "checkbox",
       .is_checked = draft.is_active});
}

/// What the faster change wrote, where it differs from the words typed here.
void put_overtaken(Writer& out, const KindForm& form) {
  const auto now = draft_of(*form.overtaken);
  const auto& typed = form.draft;
  out.put<
      R"(<div class="errors" role="alert" tabindex="-1"><h2>Somebody changed this kind while you were writing</h2>)"
      R"(<p>Your words are still below. This is what stands there now:</p><dl class="defs gap-t">)">();
  const auto put = [&](std::string_view label, std::string_view there, std::string_view here) {
    if (there != here) out.put<"<div><dt>{}</dt><dd>{}</dd></div>">(label, there.empty() ? "none" : there);
  };
  const auto yes_or_no = [](bool is_so) { return is_so ? std::string_view("yes") : std::string_view("no"); };
  put("Name", now.name, typed.name);
  put("Family", words(form.overtaken->family),
      family_of(typed.family) ? words(*family_of(typed.family)) : std::string_view());
  put("Words in the line", now.words, typed.words);
  put("Both sides take part", yes_or_no(now.is_two_way), yes_or_no(typed.is_two_way));
  put("Value as an outcome", now.outcome_value, typed.outcome_value);
  put("Depth", now.depth, typed.depth);
  put("In use", yes_or_no(now.is_active), yes_or_no(typed.is_active));
  out.put<"</dl></div>">();
}

}  // namespace

Html kinds_view(const std::vector<KindRow>& rows) {
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/settings">Settings</a></p><div class="row wrap between mv-b"><h1>Kinds of )"
      R"(conversation</h1><a class="btn primary" href="/settings/kinds/new">{}Add a kind</a></div>)"
      R"(<section class="card stack" aria-label="Kinds"><p>What a conversation can be, and the words by which the line )"
      R"(knows it. A kind is never deleted: switched off, it is offered no more.</p><div class="table-wrap">)"
      R"(<table class="rows cards"><caption class="vh">Kinds of conversation</caption><thead><tr>)"
      R"(<th scope="col">Kind</th><th scope="col">Family</th><th scope="col">Words in the line</th>)"
      R"(<th scope="col">Both ways</th><th scope="col">Outcome</th><th scope="col" class="n">Depth</th></tr>)"
      R"(</thead><tbody>)">(ui::icon("plus"));
  for (const auto& row : rows) put_row(out, row.kind);
  out.put<"</tbody></table></div></section>">();
  return std::move(out).finish();
}

Html kind_form_view(const ui::Visit& visit, const KindForm& form) {
  Writer out;
  out.put<R"(<p class="crumbs"><a href="/settings">Settings</a> / <a href="/settings/kinds">Kinds</a></p>)"
          R"(<h1 class="mv-b">{}</h1>)">(form.id ? "Change a kind" : "Add a kind");
  out.add(ui::error_summary(form.faults));
  if (form.overtaken) put_overtaken(out, form);
  out.put<R"(<form class="form" method="post" action="{}" novalidate data-once>{})">(
      Url(form.id ? address_of(*form.id) : "/settings/kinds/new"), ui::csrf_field(visit));
  if (form.id) out.put<R"(<input type="hidden" name="edition" value="{}">)">(form.edition);
  put_fields(out, form);
  out.put<
      R"(<div class="form-foot"><button class="btn primary">{}</button><a href="/settings/kinds">Leave it</a></div>)"
      R"(</form>)">(form.id ? "Keep it" : "Add it");
  return std::move(out).finish();
}

}  // namespace rapport::interactions
