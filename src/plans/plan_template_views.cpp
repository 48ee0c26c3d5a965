// Draws templates.
#include "plans/plan_template_views.hpp"

#include "base/text.hpp"
#include "ui/parts.hpp"

namespace rapport::plan_templates {
namespace {

using html::Html;
using html::Url;
using html::Writer;

std::string address_of(const Template& kept, std::string_view rest = "") {
  return "/settings/plan-templates/" + std::to_string(kept.id.value) + std::string(rest);
}

void put_template(Writer& out, const ui::Visit& visit, const Directory& directory, const Template& kept) {
  const auto starting = read_template(kept.content);
  const auto items = static_cast<long>(starting.items.size());
  out.put<R"(<li class="row wrap top-a" data-row><div class="grow"><h2 class="act-h">)">();
  if (may_change(visit.scope.viewer))
    out.put<R"(<a class="plain" href="{}">{}</a>)">(Url(address_of(kept)), kept.name);
  else
    out.text(kept.name);
  out.put<R"(</h2><p class="small soft">{}</p><p class="micro muted">{}{}</p></div>)">(
      join_words(starting.themes), count_words(items, "action to start with", "actions to start with"),
      kept.changed_by ? ". Changed by " + std::string(directory.staff.full_name(*kept.changed_by)) : "");
  if (kept.is_retired) out.put<R"(<span class="tag">Not offered</span>)">();
  if (may_change(visit.scope.viewer))
    out.put<R"(<form method="post" action="{}">{}<button class="btn s">{}</button></form>)">(
        Url(address_of(kept, kept.is_retired ? "/reinstatement" : "/retirement")), ui::csrf_field(visit),
        kept.is_retired ? "Offer again" : "Offer no more");
  out.put<"</li>">();
}

}  // namespace

Html templates_view(const ui::Visit& visit, const Directory& directory, std::span<const Template> all) {
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/settings">Settings</a></p><div class="row between wrap top-a"><div><h1>Plan templates</h1>)"
      R"(<p class="soft lead">What an action plan may start from: themes, and actions that most departments have.</p></div>)">();
  if (may_change(visit.scope.viewer))
    out.put<R"(<a class="btn primary" href="/settings/plan-templates/new">{}New template</a>)">(
        ui::icon("plus"));
  out.put<R"(</div><section class="card gap-t2" aria-label="Templates">)">();
  if (all.empty()) out.add(ui::empty_state("No templates yet. A plan can be begun without one."));
  out.put<R"(<ul class="list">)">();
  for (const auto& kept : all) put_template(out, visit, directory, kept);
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

Html template_form_view(const ui::Visit& visit, const TemplateForm& form) {
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/settings">Settings</a> / <a href="/settings/plan-templates">Plan templates</a></p><h1>{}</h1>)">(
      form.kept ? form.kept->name : std::string("New template"));
  if (!form.clash.empty())
    out.put<
        R"(<section class="errors" role="alert" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">{}</h2>)"
        R"(<p>As it is now: {}</p><p class="as-typed gap-t">{}</p></section>)">(form.clash, form.kept->name,
                                                                                form.kept->content);
  out.add(ui::error_summary(form.faults));
  out.put<R"(<form method="post" action="{}" class="form" novalidate data-once data-keep>{})">(
      Url(form.kept ? address_of(*form.kept) : "/settings/plan-templates/new"), ui::csrf_field(visit));
  if (form.kept)
    out.put<R"(<input type="hidden" name="version" value="{}">)">(form.kept->version);
  else
    out.add(ui::once_field());
  out.add(ui::field({.name = "name", .label = "Name", .value = form.draft.name}, form.faults));
  out.add(ui::field(
      {.name = "content",
       .label = "Themes and starting actions",
       .value = form.draft.content,
       .hint = "A line that begins with # is a theme. Below it, a line for each action; after a | what "
               "success looks like.",
       .type = "textarea",
       .rows = 16},
      form.faults));
  out.put<
      R"(<p class="form-foot"><button class="btn primary">Save template</button><a class="btn quiet" href="/settings/plan-templates">Leave it as it was</a></p></form>)">();
  return std::move(out).finish();
}

}  // namespace rapport::plan_templates
