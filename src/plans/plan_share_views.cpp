// Draws what is shared.
#include "plans/plan_share_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/action_plan_views.hpp"
#include "ui/parts.hpp"

namespace rapport::plan_shares {
namespace {

using html::Html;
using html::Url;
using html::Writer;

Date day_of(const ui::Visit& visit, Instant at) {
  return visit.scope.zone.local_date(at);
}

void put_link(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanLinkEntry& link) {
  const bool works = link.works(visit.scope.now);
  const auto last = day_of(visit, link.expires_at).plus_days(-1);
  out.put<
      R"(<li class="row wrap"><div class="grow"><h3 class="act-h">{}</h3><p class="micro muted">{}, {}</p></div>)">(
      link.label, directory.staff.full_name(link.made_by),
      short_words(day_of(visit, link.made_at), visit.scope.today));
  out.put<R"(<span class="{}">{}{}</span>)">(
      works ? "tag green" : "tag",
      link.revoked_at ? "Taken back"
      : works         ? "Until "
                      : "Ended ",
      link.revoked_at ? std::string() : short_words(last, visit.scope.today));
  if (works && action_plans::may_write(visit.scope.viewer))
    out.put<
        R"(<form method="post" action="{}">{}<button class="btn s">Take back<span class="vh"> {}</span></button></form>)">(
        Url("/plan-links/" + std::to_string(link.id.value) + "/revocation"), ui::csrf_field(visit),
        link.label);
  out.put<"</li>">();
}

void put_new_link(Writer& out, const ui::Visit& visit, const SharingPage& page, std::string_view address) {
  out.put<
      R"(<form method="post" action="{}" class="card stack-s" novalidate data-once><h2>A link for the department</h2><p class="small soft">Whoever has it reads the actions of last year and this one, without an account, and can agree or comment. Notes on progress and minutes are not shown.</p>{}<div class="field-row">)">(
      Url(address), ui::csrf_field(visit));
  out.add(ui::field({.name = "label", .label = "For whom", .value = page.label}, page.faults));
  out.add(
      ui::field({.name = "until",
                 .label = "Works until",
                 .value = page.until.empty() && page.faults.empty() ? visit.scope.today.plus_days(60).iso()
                                                                    : page.until,
                 .type = "date"},
                page.faults));
  out.put<R"(</div><p><button class="btn primary">Make the link</button></p></form>)">();
}

// For the department
// ------------------------------------------------------------------------------------------

void put_item(Writer& out, const Directory& directory, const PlanItem& item, Date today) {
  out.put<R"(<li class="act"><div class="grow"><h3 class="act-h">{}</h3>)">(item.words);
  const auto who = action_plans::owner_words(directory, item);
  const auto due = item.due_on && !item.is_over() ? "by " + short_words(*item.due_on, today) : std::string();
  if (!who.empty() || !due.empty())
    out.put<R"(<p class="micro muted">{}{}{}</p>)">(who, !who.empty() && !due.empty() ? ", " : "", due);
  if (!item.success.empty()) out.put<R"(<p class="small soft as-typed">Success: {}</p>)">(item.success);
  if (!item.outcome.empty()) out.put<R"(<p class="small soft as-typed">{}</p>)">(item.outcome);
  if (item.is_asked) out.put<R"(<p class="act-tags"><span class="tag blue">You asked for it</span></p>)">();
  out.put<"</div>{}</li>">(action_plans::state_tag(item));
}

/// `of` names another department than the page's.
void put_year(Writer& out, const Directory& directory, const action_plans::Plan& plan, std::string_view id,
              Date today, const AcademicYears& years, std::string_view of = {}) {
  const auto counts = counts_of(plan.items, today);
  out.put<
      R"(<section class="card" aria-labelledby="{}"><h2 id="{}">{}{}{}</h2><p class="small muted gap-b">{}.</p><ul class="acts">)">(
      id, id, years.words(plan.plan.academic_year), of.empty() ? "" : ", ", of, words_of(counts));
  for (const auto& item : plan.items) put_item(out, directory, item, today);
  out.put<"</ul></section>">();
}

void put_answer_form(Writer& out, const Shared& shared, const SharedPage& page) {
  out.put<
      R"(<section class="card" aria-labelledby="h-say"><h2 id="h-say" class="gap-b">What do you say?</h2>)">();
  if (page.has_answered)
    out.put<
        R"(<p class="flash" role="status">{}<span class="grow">Thank you. The library has it.</span></p>)">(
        ui::icon("circle-check"));
  if (shared.is_agreed)
    out.put<R"(<p class="small soft gap-b">Your department has agreed to this plan.</p>)">();
  out.put<R"(<form method="post" class="stack-s" novalidate data-once>{})">(ui::once_field());
  out.add(ui::field({.name = "name", .label = "Your name", .value = page.draft.name, .autocomplete = "name"},
                    page.faults));
  out.add(ui::field({.name = "words",
                     .label = "A comment",
                     .value = page.draft.words,
                     .hint = "Only the library reads it. Not needed where you agree.",
                     .type = "textarea",
                     .rows = 5},
                    page.faults));
  out.put<
      R"(<p class="row wrap"><button class="btn primary" name="answer" value="agree">We agree to this plan</button><button class="btn" name="answer" value="comment">Send the comment</button></p></form></section>)">();
}

void put_answer(Writer& out, const ui::Visit& visit, const PlanAnswerEntry& answer) {
  out.put<R"(<p><span class="{}">{}</span> <b>{}</b> <span class="micro muted">{}</span></p>)">(
      answer.is_agreed ? "tag green" : "tag", answer.is_agreed ? "Agreed" : "Comment", answer.name,
      short_words(day_of(visit, answer.made_at), visit.scope.today));
  if (!answer.words.empty()) out.put<R"(<p class="as-typed">{}</p>)">(answer.words);
  if (answer.seen_by || !action_plans::may_write(visit.scope.viewer)) return;
  out.put<
      R"(<form method="post" action="{}">{}<input type="hidden" name="from" value="{}"><button class="btn s">Seen<span class="vh">: what {} wrote</span></button></form>)">(
      Url("/plan-answers/" + std::to_string(answer.id.value) + "/seen"), ui::csrf_field(visit),
      visit.request.target, answer.name);
}

}  // namespace

Html sharing_view(const ui::Visit& visit, const Directory& directory, const SharingPage& page) {
  const auto plan = action_plans::plan_address(*page.unit, page.academic_year);
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="{}">Action plan {}</a></p><h1>Share the plan</h1><p class="soft lead">With {}, who need no account.</p>{})">(
      Url(plan), visit.scope.years().words(page.academic_year), page.unit->name,
      ui::error_summary(page.faults));
  if (!page.address.empty())
    out.put<
        R"(<section class="card gap-t2" aria-labelledby="h-made" tabindex="-1"><h2 id="h-made" class="gap-b">Here is the link</h2><p class="small soft gap-b">It is shown this once: copy it now. Nobody is told of it from here.</p><p><a href="{}" data-copy referrerpolicy="no-referrer">{}</a></p></section>)">(
        Url(page.address), page.address);
  out.put<R"(<div class="cols gap-t2"><div class="stack">)">();
  if (action_plans::may_write(visit.scope.viewer)) put_new_link(out, visit, page, plan + "/sharing");
  out.add(answers_section(visit, page.answers));
  out.put<
      R"(</div><section class="card" aria-labelledby="h-links"><h2 id="h-links" class="gap-b">Links</h2>)">();
  if (page.links.empty()) out.put<R"(<p class="small muted">No link yet.</p>)">();
  out.put<R"(<ul class="list tight">)">();
  for (const auto& link : page.links) put_link(out, visit, directory, link);
  out.put<"</ul></section></div>">();
  return std::move(out).finish();
}

Html shared_view(const Directory& directory, const Shared& shared, const SharedPage& page, Date today,
                 const AcademicYears& years) {
  Writer out;
  out.put<
      R"(<div class="shared"><h1>{}</h1><p class="soft lead">Action plan {}: what your department and the library mean to do together.</p>{}{}<div class="act-cols gap-t2">)">(
      shared.name, years.words(shared.plan.plan.academic_year), ui::error_summary(page.faults), page.sheet);
  out.put<R"(<div class="act-before">)">();
  if (shared.last) put_year(out, directory, *shared.last, "h-last", today, years);
  for (const auto& before : shared.forerunners)
    put_year(out, directory, before.plan, "h-before-" + std::to_string(before.unit->id.value), today, years,
             before.name);
  if (!shared.last && shared.forerunners.empty())
    out.put<R"(<section class="card sunken"><p class="soft">There was no plan last year.</p></section>)">();
  out.put<R"(</div><div class="stack">)">();
  put_year(out, directory, shared.plan, "h-now", today, years);
  put_answer_form(out, shared, page);
  out.put<"</div></div></div>">();
  return std::move(out).finish();
}

Html gone_view() {
  return html::render<
      R"(<div class="oops"><h1>This link does not open anything</h1><p>It may be mistyped, or it worked for a time that is over. Whoever sent it to you at the library can send another.</p></div>)">();
}

Html too_many_view() {
  return html::render<
      R"(<div class="oops"><h1>A moment, please</h1><p>Too much was asked from your network just now. Wait a few minutes, then go back: your words are still there.</p></div>)">();
}

Html answers_section(const ui::Visit& visit, std::span<const PlanAnswerEntry> answers) {
  if (answers.empty()) return {};
  Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-said"><h2 id="h-said" class="gap-b">What the department said</h2><ul class="stack">)">();
  for (const auto& answer : answers) {
    out.put<R"(<li class="stack-s">)">();
    put_answer(out, visit, answer);
    out.put<"</li>">();
  }
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

Html unseen_card(const ui::Visit& visit, const Directory& directory, std::span<const Unseen> unseen) {
  Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-answered"><h2 id="h-answered" class="gap-b">Departments have answered</h2><ul class="list tight">)">();
  for (const auto& [answer, plan] : unseen) {
    const auto* unit = directory.org.find(plan.unit);
    if (unit == nullptr) continue;
    out.put<R"(<li class="stack-s" data-row><h3><a class="plain" href="{}">{}</a></h3>)">(
        Url(action_plans::plan_address(*unit, plan.academic_year)), unit->name);
    put_answer(out, visit, answer);
    out.put<"</li>">();
  }
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

}  // namespace rapport::plan_shares
