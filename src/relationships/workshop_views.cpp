// Draws the screen of a workshop: a canvas each and one timer, in one form.
#include "relationships/workshop_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "relationships/level_views.hpp"
#include "relationships/plan_field_views.hpp"
#include "relationships/plan_views.hpp"
#include "ui/parts.hpp"

namespace rapport::workshops {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

constexpr PlanQuestion asked_first[] = {PlanQuestion::where_now, PlanQuestion::matters, PlanQuestion::hope};
constexpr PlanQuestion asked_then[] = {PlanQuestion::why_now, PlanQuestion::know_by};

std::string heading_id(const Panel& panel) {
  return field_prefix(panel.pick) + "h";
}

/// With the prefix of the panel's fields.
std::vector<Fault> named_faults(const Panel& panel) {
  auto faults = panel.faults;
  for (auto& fault : faults) fault.field = field_prefix(panel.pick) + fault.field;
  return faults;
}

/// What the summary says: of whom, and where.
std::vector<Fault> all_faults(const Directory& directory, std::span<const Panel> panels) {
  std::vector<Fault> all;
  for (const auto& panel : panels) {
    const auto name = with_area(partner_words(directory, panel.pick.with).name, panel.pick.area);
    for (auto& fault : named_faults(panel)) all.push_back({fault.field, name + ": " + fault.message});
    if (!panel.clash.empty() && !is_empty(panel.form))
      all.push_back({heading_id(panel), name + ": " + panel.clash});
  }
  return all;
}

void put_outcome(Writer& out, const Directory& directory, const ScreenPage& page) {
  if (!page.is_sent) return;
  const auto saved = std::ranges::count(page.panels, PanelState::saved, &Panel::state);
  auto faults = all_faults(directory, page.panels);
  if (saved == 0 && faults.empty())
    faults.push_back({"", "Nothing is written yet. Fill one canvas, or leave it for another day."});
  out.add(ui::error_summary(faults));
  if (saved > 0)
    out.put<R"(<p class="note gap-b" role="status">{}. What is not saved is still here.</p>)">(
        with_capital_first(count_words(saved, "plan is saved", "plans are saved")));
}

/// Without script it says how long, and somebody looks at a clock.
void put_bar(Writer& out, const Directory& directory, const WorkshopScreen& screen) {
  std::string name;
  for (const auto& pick : screen.picks) name += token_of(pick, directory) + " ";
  out.put<
      R"(<div class="ws-bar"><rapport-timer class="ws-timer" minutes="{}" data-name="{}"><p>{} minutes. Agree on a clock.</p></rapport-timer>)"
      R"(<button class="btn primary" name="do" value="save" data-busy="Saving…">Save the plans</button></div>)">(
      screen.minutes, name, screen.minutes);
}

void put_hidden(Writer& out, const ui::Visit& visit, const Directory& directory, const ScreenPage& page) {
  out.add(ui::csrf_field(visit));
  if (page.key.empty())
    out.add(ui::once_field());
  else
    out.put<R"(<input type="hidden" name="key" value="{}">)">(page.key);
  out.put<R"(<input type="hidden" name="minutes" value="{}">)">(page.screen.minutes);
  if (page.screen.team) out.put<R"(<input type="hidden" name="team" value="{}">)">(page.screen.team->value);
  for (const auto& panel : page.panels)
    out.put<R"(<input type="hidden" name="pick" value="{}">)">(token_of(panel.pick, directory));
}

void put_heading(Writer& out, const Directory& directory, const PlanPartner& partner, const Panel& panel,
                 const Scale& scale) {
  out.put<
      R"(<header class="stack-s"><div class="row top-a">{}<div class="grow"><h2 id="{}"><a class="plain" href="{}">{}</a></h2>)"
      R"(<p class="small muted">{} plans</p></div></div><p class="row wrap small soft">{}<span>{}</span></p></header>)">(
      ui::avatar(partner.name), heading_id(panel), Url(partner.page),
      with_area(partner.name, panel.pick.area), directory.staff.given_name(panel.pick.staff),
      level_mark(scale, panel.standing), panel.reason);
}

/// A plan that is there: what it says, and the way to it.
void put_plan(Writer& out, const ui::Visit& visit, const Directory& directory, const ScreenPage& page,
              const PlanPartner& partner, const plans::Plan& one) {
  out.put<R"(<p><b>{}</b>: {}</p><ul class="small ws-steps">)">(aim_words(one.plan, page.scales),
                                                                one.plan.hope);
  for (const auto& step : one.steps)
    if (!step.is_dropped)
      out.put<"<li>{} <span class=\"muted\">{}</span></li>">(step.words,
                                                             directory.staff.given_name(step.owner));
  out.put<
      R"(</ul><p class="small muted">To be reviewed on {}, by {}. <a href="{}" target="_blank">See the plan<span class="vh"> for {}, opens beside this page</span></a></p>)">(
      short_words(one.plan.review_on, visit.scope.today), directory.staff.given_name(one.plan.reviewer()),
      Url(plan_address(partner, one.plan.area)), with_area(partner.name, one.plan.area));
}

void put_saved(Writer& out, const ui::Visit& visit, const Directory& directory, const ScreenPage& page,
               const PlanPartner& partner, const Panel& panel) {
  out.put<R"(<input type="hidden" name="{}saved" value="{}"><p><span class="tag green">{}Saved</span></p>)">(
      field_prefix(panel.pick), panel.plan->plan.id.value, ui::icon("check"));
  put_plan(out, visit, directory, page, partner, *panel.plan);
}

void put_clash(Writer& out, const ui::Visit& visit, const Directory& directory, const ScreenPage& page,
               const PlanPartner& partner, const Panel& panel) {
  if (panel.clash.empty()) return;
  out.put<R"(<div class="ws-clash"><p><b>{}</b></p>)">(panel.clash);
  if (panel.plan) put_plan(out, visit, directory, page, partner, *panel.plan);
  out.put<"</div>">();
}

void put_more(Writer& out, const PlanFields& fields) {
  const bool has_words = std::ranges::any_of(
      asked_then, [&](PlanQuestion question) { return !answer_in(fields.form, question).empty(); });
  out.put<
      R"(<details class="more-fields"{}><summary>Why now, and how would we know?</summary><div class="stack-s">)">(
      Attribute::flag("open", has_words));
  for (const auto question : asked_then) out.add(plan_question_field(fields, question));
  out.put<"</div></details>">();
}

void put_steps(Writer& out, const Directory& directory, const PlanFields& fields) {
  out.put<
      R"(<div class="ws-rows" role="group" aria-label="What would it take?"><h3>What would it take?</h3>{})">(
      plan_step_rows(directory, fields));
  if (fields.form.rows.size() < steps_max)
    out.put<R"(<p><button class="btn s" name="do" value="add-{}">{}Add a step</button></p>)">(
        fields.prefix, ui::icon("plus"));
  out.put<"</div>">();
}

void put_fields(Writer& out, const Directory& directory, const ScreenPage& page, const PlanPartner& partner,
                const Panel& panel) {
  const auto faults = named_faults(panel);
  const PlanFields fields{.form = panel.form,
                          .object = partner.object,
                          .scale = page.scales.current(),
                          .level_now = panel.standing.level(),
                          .faults = faults,
                          .prefix = field_prefix(panel.pick),
                          .is_compact = true};
  out.put<R"(<input type="hidden" name="{}scale" value="{}"><input type="hidden" name="{}rows" value="{}">)">(
      fields.prefix, panel.form.scale_version, fields.prefix, panel.form.rows.size());
  out.add(plan_aim_field(fields));
  for (const auto question : asked_first) out.add(plan_question_field(fields, question));
  put_more(out, fields);
  put_steps(out, directory, fields);
  out.add(plan_review_field(fields));
  out.add(ui::field({.name = fields.prefix + "later",
                     .label = "Not today: leave this for later",
                     .type = "checkbox",
                     .is_checked = panel.is_not_today}));
}

void put_panel(Writer& out, const ui::Visit& visit, const Directory& directory, const ScreenPage& page,
               const Panel& panel) {
  const auto partner = plan_partner(directory, panel.pick.with);
  out.put<R"(<section class="card ws-panel" aria-labelledby="{}">)">(heading_id(panel));
  put_heading(out, directory, partner, panel, page.scales.current());
  if (panel.state == PanelState::saved) {
    put_saved(out, visit, directory, page, partner, panel);
  } else {
    put_clash(out, visit, directory, page, partner, panel);
    if (panel.clash.empty() || !is_empty(panel.form)) put_fields(out, directory, page, partner, panel);
  }
  out.put<"</section>">();
}

}  // namespace

Html screen_view(const ui::Visit& visit, const Directory& directory, const ScreenPage& page) {
  Writer out(65'536);
  out.put<
      R"(<p class="crumbs"><a href="/relationships">Relationships</a> / <a href="/relationships/workshop">Workshop</a></p>)"
      R"(<h1>A plan each</h1><p class="soft lead">One of you types. What is left empty is not today, and nothing of it is kept.</p>)"
      R"(<form method="post" action="/relationships/workshop/canvas" id="workshop" class="ws" novalidate data-once data-keep>)">();
  put_hidden(out, visit, directory, page);
  put_outcome(out, directory, page);
  put_bar(out, directory, page.screen);
  out.put<R"(<div class="ws-panels">)">();
  for (const auto& panel : page.panels) put_panel(out, visit, directory, page, panel);
  out.put<
      R"(</div><div class="gap-t2">{}</div><p class="note small gap-t2">Everyone in the library can read a plan, and whoever it is about may ask to. Write it so that it can be shown.</p></form>)">(
      ideas_section(page.ideas));
  return std::move(out).finish();
}

}  // namespace rapport::workshops
