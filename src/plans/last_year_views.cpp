// Draws what became of last year's actions: the department's own, and those of departments that go on in it.
#include <algorithm>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/action_plan_views.hpp"
#include "ui/parts.hpp"

namespace rapport::action_plans {
namespace {

using html::Html;
using html::Url;
using html::Writer;

std::string year_words(const ui::Visit& visit, int academic_year) {
  return visit.scope.years().words(academic_year);
}

/// To whom a closed department's action may go: those that it goes on in come first.
std::vector<ui::Choice> carrying_choices(const Directory& directory, const PlanPage& page) {
  std::vector<ui::Choice> choices;
  const auto is_successor = [&](const OrgUnitEntry& unit) {
    return std::ranges::count(page.successors, unit.id) > 0;
  };
  for (const bool first : {true, false})
    for (const auto& unit : directory.org.units())
      if (unit.is_open && unit.kind != OrgUnitKind::faculty && is_successor(unit) == first)
        choices.push_back({unit.slug, unit.name});
  return choices;
}

/// Where an action that is carried forward goes: by itself to the same department; of a closed one to whom
/// somebody chooses; of a forerunner to the one whose page this is.
void put_goal(Writer& out, const Directory& directory, const PlanItem& item, const PlanPage& page,
              const Forerunner* before) {
  const auto name = "to-" + std::to_string(item.id.value);
  if (before != nullptr) {
    out.put<R"(<input type="hidden" name="to-field" value="{}"><input type="hidden" name="{}" value="{}">)">(
        name, name, page.unit.slug);
    return;
  }
  if (!page.is_closed) return;
  out.put<R"(<input type="hidden" name="to-field" value="{}">)">(name);
  out.add(ui::field({.name = name,
                     .label = "Carry it forward to",
                     .hint = "This department is closed.",
                     .type = "select",
                     .choices = carrying_choices(directory, page)}));
}

/// What can become of an action whose year is over: one word of it, then one button.
void put_review(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanItem& item,
                const PlanPage& page, const Forerunner* before) {
  const auto address = item_address(item.id);
  const auto field = "outcome-" + std::to_string(item.id.value);
  out.put<
      R"(<details class="more-fields act-review"><summary>Say what became of it</summary>)"
      R"(<form method="post" action="{}" class="stack-s">{}<div class="field"><label for="{}">What came of it, )"
      R"(or why it is dropped</label><input id="{}" name="outcome" value="{}"></div>)">(
      Url(address + "/state"), act_fields(visit, item, page), field, field, item.outcome);
  put_goal(out, directory, item, page, before);
  out.put<R"(<p class="row wrap"><button class="btn s" name="state" value="done">{}Done</button>)"
          R"(<button class="btn s" formaction="{}">{}Carry forward</button>)"
          R"(<button class="btn s" name="state" value="dropped">{}Drop</button></p></form></details>)">(
      ui::icon("check"), Url(address + "/carrying"), ui::icon("arrow-right"), ui::icon("x"));
}

/// Of a department that a part came from an action can be taken on; what became of it is for that one to say.
void put_taking_on(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanItem& item,
                   const PlanPage& page, const Forerunner& before) {
  out.put<R"(<form method="post" action="{}" class="act-review">{})">(
      Url(item_address(item.id) + "/carrying"), act_fields(visit, item, page));
  put_goal(out, directory, item, page, &before);
  out.put<R"(<p><button class="btn s">{}Carry forward</button></p></form>)">(ui::icon("arrow-right"));
}

void put_last_item(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanItem& item,
                   const PlanPage& page, const Forerunner* before) {
  out.put<
      R"(<li class="act" id="act-{}" data-row><div class="grow"><h3 class="act-h"><a class="plain" href="{}">{}</a></h3>)">(
      item.id.value, Url(item_address(item.id)), item.words);
  if (!item.outcome.empty()) out.put<R"(<p class="small soft as-typed">{}</p>)">(item.outcome);
  if (item.is_asked || (!item.is_over() && item.carried_count > 0)) {
    out.put<R"(<p class="row wrap act-tags">)">();
    if (item.is_asked) out.put<R"(<span class="tag blue">Asked by them</span>)">();
    if (item.asks_whether_still_wanted())
      out.put<R"(<span class="tag amber">Carried forward {}. Still wanted?</span>)">(
          times_words(item.carried_count));
    out.put<"</p>">();
  }
  const bool is_of_part = before != nullptr && before->part_since;
  if (page.may_write && !item.is_over() && is_of_part)
    put_taking_on(out, visit, directory, item, page, *before);
  else if (page.may_write && !item.is_over())
    put_review(out, visit, directory, item, page, before);
  out.put<"</div>{}</li>">(state_tag(item));
}

void put_last_items(Writer& out, const ui::Visit& visit, const Directory& directory, const Plan& plan,
                    const PlanPage& page, const Forerunner* before) {
  if (plan.items.empty()) return;
  out.put<R"(<ul class="acts">)">();
  for (const auto& item : plan.items) put_last_item(out, visit, directory, item, page, before);
  out.put<"</ul>">();
}

void put_last(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanPage& page) {
  if (!page.last && !page.forerunners.empty()) return;
  out.put<
      R"(<section class="card sunken" aria-labelledby="h-last"><div class="sec-h"><h2 id="h-last">{}</h2>)">(
      year_words(visit, page.academic_year - 1));
  if (page.last)
    out.put<R"(<a class="more" href="{}">Its plan</a></div><p class="small muted gap-b">{}{}</p>)">(
        Url(plan_address(page.unit, page.academic_year - 1)),
        page.last_name == page.name ? std::string() : "As " + page.last_name + ". ",
        words_of(counts_of(page.last->items, visit.scope.today)) + ".");
  else
    out.put<R"(</div><p class="soft">There was no action plan in {}.</p>)">(
        year_words(visit, page.academic_year - 1));
  if (page.last) put_last_items(out, visit, directory, *page.last, page, nullptr);
  out.put<"</section>">();
}

/// What the departments agreed on that go on in this one, or a part of which does.
void put_forerunners(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanPage& page) {
  for (const auto& before : page.forerunners) {
    const auto id = "h-before-" + std::to_string(before.unit->id.value);
    const auto how = before.part_since
                         ? "A part of it is here since " + long_words(*before.part_since, visit.scope.today)
                         : std::string("It goes on in this department");
    out.put<
        R"(<section class="card sunken" aria-labelledby="{}"><div class="sec-h"><h2 id="{}">{}, {}{}{}</h2><a class="more" href="{}">Its plan</a></div><p class="small muted gap-b">{}. {}.</p>)">(
        id, id, year_words(visit, page.academic_year - 1), before.part_since ? "from " : "", before.name,
        before.part_since ? " (part)" : "", Url(plan_address(*before.unit, page.academic_year - 1)), how,
        words_of(counts_of(before.plan.items, visit.scope.today)));
    put_last_items(out, visit, directory, before.plan, page, &before);
    out.put<"</section>">();
  }
}

}  // namespace

Html last_year(const ui::Visit& visit, const Directory& directory, const PlanPage& page) {
  Writer out;
  put_last(out, visit, directory, page);
  put_forerunners(out, visit, directory, page);
  return std::move(out).finish();
}

}  // namespace rapport::action_plans
