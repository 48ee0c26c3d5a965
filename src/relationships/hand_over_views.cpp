// Draws hand-overs.
#include "relationships/hand_over_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "interactions/promise_views.hpp"
#include "ui/parts.hpp"

namespace rapport::hand_overs {
namespace {

using html::Attribute;
using html::Html;
using html::Url;

std::string address_of(Id<HandOver> id, std::string_view rest = "") {
  return "/hand-overs/" + std::to_string(id.value) + std::string(rest);
}

std::string given(const Directory& directory, Id<Staff> staff) {
  return std::string(directory.staff.given_name(staff));
}

std::vector<ui::Choice> colleagues(const Directory& directory, bool is_successor) {
  std::vector<ui::Choice> choices{{"", "Choose a colleague"}};
  for (const auto& entry : directory.staff.staff()) {
    if (is_successor && (!entry.is_active || entry.role == Role::director)) continue;
    choices.push_back(
        {std::to_string(entry.id.value), entry.full_name + (entry.is_active ? "" : " (account closed)")});
  }
  return choices;
}

Html state_tag(const HandOver& hand_over, Date today) {
  if (hand_over.is_undone()) return html::render<R"(<span class="tag">Undone</span>)">();
  if (hand_over.is_ahead(today)) return html::render<R"(<span class="tag amber">Ahead</span>)">();
  if (hand_over.until_on && *hand_over.until_on < today)
    return html::render<R"(<span class="tag">Over</span>)">();
  return html::render<R"(<span class="tag green">In force</span>)">();
}

std::string unit_names(const Directory& directory, const HandOver& hand_over) {
  std::vector<std::string> names;
  names.reserve(hand_over.units.size());
  for (const auto unit : hand_over.units) names.emplace_back(directory.org.name(unit));
  return names.empty() ? std::string("Promises alone") : join_words(names);
}

// The form ------------------------------------------------------------------------------------------------

void put_who(html::Writer& out, const Directory& directory, const HandOverFormPage& page) {
  for (const auto& note : page.notes) out.put<R"(<p class="note small gap-b">{}</p>)">(note);
  out.put<R"(<form class="form" method="get" action="/hand-overs/new" novalidate>)">();
  for (const auto* person : page.form.people)
    out.put<R"(<input type="hidden" name="people" value="{}">)">(person->slug);
  out.add(ui::field({.name = "from",
                     .label = "Who hands over",
                     .value = page.form.from.value ? std::to_string(page.form.from.value) : "",
                     .type = "select",
                     .choices = colleagues(directory, false)},
                    page.faults));
  out.add(ui::field({.name = "to",
                     .label = "Who takes over",
                     .value = page.form.to.value ? std::to_string(page.form.to.value) : "",
                     .type = "select",
                     .choices = colleagues(directory, true)},
                    page.faults));
  out.put<R"(<p><button class="btn{}">{}</button></p></form>)">(
      page.offer ? "" : " primary", page.offer ? "Change these" : "Show what there is");
}

std::string part_words(const Directory& directory, const staff::PortfolioEntry& part, Date today) {
  auto words = std::string(staff::words(part.part)) + (part.valid_from > today ? " from " : " since ") +
               short_words(part.valid_from, today);
  if (part.valid_to) words += ", to " + short_words(*part.valid_to, today);
  const auto* unit = directory.org.find(part.unit);
  if (unit != nullptr && unit->parent) words += " · " + std::string(directory.org.name(unit->parent));
  return words;
}

Html fault_of(const std::vector<Fault>& faults, std::string_view field) {
  const auto found = std::ranges::find(faults, field, &Fault::field);
  if (found == faults.end()) return {};
  return html::render<R"(<p class="error" id="{}-error">{}</p>)">(field, found->message);
}

void put_units(html::Writer& out, const Directory& directory, const HandOverFormPage& page, Date today) {
  out.put<R"(<fieldset class="field" id="units"><legend>Departments</legend>{})">(
      fault_of(page.faults, "units"));
  if (page.offer->parts.empty())
    out.put<R"(<p class="muted">{} looks after no department.</p>)">(given(directory, page.form.from));
  Id<OrgUnit> before{};
  for (const auto& part : page.offer->parts) {
    const auto* unit = directory.org.find(part.unit);
    if (part.unit == before) {
      out.put<R"(<p class="hint">{}</p>)">(part_words(directory, part, today));
      continue;
    }
    before = part.unit;
    out.put<
        R"(<label class="check"><input type="checkbox" name="units" value="{}"{}><span>{}<br><span class="micro muted">{}</span></span></label>)">(
        unit->slug, Attribute::flag("checked", page.form.units.contains(unit->slug)), unit->name,
        part_words(directory, part, today));
  }
  out.put<"</fieldset>">();
}

std::string promise_words(const Directory& directory, const Promise& promise, bool is_step, Date today) {
  const auto* person = promise.person ? directory.people.find(*promise.person) : nullptr;
  std::vector<std::string> parts;
  if (person != nullptr)
    parts.push_back((promise.side == PromiseSide::theirs ? "From " : "For ") + person->display_name());
  if (is_step) parts.emplace_back("a step of a plan");
  if (promise.due_on) parts.push_back("due " + short_words(*promise.due_on, today));
  return with_capital_first(join(parts, ", "));
}

void put_promise_choice(html::Writer& out, const Directory& directory, const HandOverFormPage& page,
                        const Promise& promise, Date today) {
  const auto id = promise.id.value;
  const bool is_step = std::ranges::count(page.plan_steps, promise.id) > 0;
  const bool stays = page.form.staying.contains(id);
  const bool moves = page.form.moving.contains(id);
  out.put<
      R"(<li data-row><fieldset class="row wrap between"><legend class="grow"><span>{}</span><br><span class="micro muted">{}</span></legend>)"
      R"(<span class="row"><label class="check"><input type="radio" name="promise-{}" value="moves"{}>Moves</label><label class="check"><input type="radio" name="promise-{}" value="stays"{}>Stays</label></span></fieldset></li>)">(
      promise.words, promise_words(directory, promise, is_step, today), id, Attribute::flag("checked", moves),
      id, Attribute::flag("checked", stays));
}

void put_promises(html::Writer& out, const Directory& directory, const HandOverFormPage& page, Date today) {
  out.put<
      R"(<section id="promises" aria-labelledby="h-pr"><h2 id="h-pr" class="h3">Open promises and steps of plans</h2>{})">(
      fault_of(page.faults, "promises"));
  if (page.offer->promises.empty())
    out.put<R"(<p class="muted">None that both may read.</p>)">();
  else
    out.put<
        R"(<p class="hint gap-b">Say of each whether it moves to {}. Nothing moves unless it says so here.</p><ul class="list tight">)">(
        given(directory, page.form.to));
  for (const auto& promise : page.offer->promises) put_promise_choice(out, directory, page, promise, today);
  if (!page.offer->promises.empty()) out.put<"</ul>">();
  out.put<
      R"(<p class="hint">Promises of conversations that you or {} may not read are not listed: they stay.</p></section>)">(
      given(directory, page.form.to));
}

void put_what(html::Writer& out, const ui::Visit& visit, const Directory& directory,
              const HandOverFormPage& page) {
  const auto today = visit.scope.today;
  const auto put = [&](const ui::Input& input) { out.add(ui::field(input, page.faults)); };
  out.put<
      R"(<form class="form gap-t2" method="post" action="/hand-overs" novalidate data-once data-keep>{}{}<input type="hidden" name="from" value="{}"><input type="hidden" name="to" value="{}"><input type="hidden" name="seen" value="{}">)">(
      ui::csrf_field(visit), ui::once_field(), page.form.from.value, page.form.to.value, page.offer->mark);
  put_units(out, directory, page, today);
  put({.name = "from_on",
       .label = given(directory, page.form.to) + "’s first day",
       .value = page.form.from_on,
       .hint = "It may lie ahead. Promises move on that day, and for good also who is asked at the review of "
               "a plan.",
       .type = "date",
       .width = "middle"});
  put({.name = "until_on",
       .label = "Last day, where it is cover for a while",
       .value = page.form.until_on,
       .hint = "Left empty, it is for good.",
       .type = "date",
       .width = "middle"});
  put_promises(out, directory, page, today);
  put({.name = "reason", .label = "Why", .value = page.form.reason, .hint = "Kept with every change."});
  out.put<
      R"(<div class="form-foot"><button class="btn primary">Hand over</button><a href="/portfolios">Leave it</a></div></form>)">();
}

// One hand-over -------------------------------------------------------------------------------------------

void put_introductions(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                       const HandedOver& told) {
  const auto& hand_over = told.hand_over;
  const auto viewer = visit.scope.viewer.staff;
  const bool may = !hand_over.is_undone() &&
                   (viewer == hand_over.from || viewer == hand_over.to || may_hand_over(visit.scope.viewer));
  const auto done = std::ranges::count_if(
      told.introductions, [](const HandOverIntroduction& one) { return one.done_at.has_value(); });
  out.put<
      R"(<section class="card" aria-labelledby="h-intro"><div class="sec-h"><h2 id="h-intro">Introduce {}</h2><span class="more muted">{} of {} done</span></div>)">(
      given(directory, hand_over.to), done, told.introductions.size());
  if (told.introductions.empty())
    out.put<R"(<p class="muted">Nobody whom {} does not know already.</p>)">(given(directory, hand_over.to));
  out.put<R"(<ol class="list tight">)">();
  for (const auto& one : told.introductions) {
    const auto* person = directory.people.find(one.person);
    if (person == nullptr) continue;
    out.put<R"(<li class="row top-a" data-row>)">();
    if (may)
      out.put<
          R"(<form method="post" action="{}">{}{}<button class="tick" aria-label="{} is introduced to {}" aria-pressed="{}"></button></form>)">(
          Url(address_of(hand_over.id, "/introductions/" + person->slug)), ui::csrf_field(visit),
          one.done_at ? html::render<R"(<input type="hidden" name="again" value="1">)">() : Html(),
          person->display_name(), given(directory, hand_over.to), one.done_at ? "true" : "false");
    out.put<
        R"(<div class="grow"><h3><a class="plain" href="{}">{}</a></h3><p class="small soft">{}</p>{}</div></li>)">(
        Url("/people/" + person->slug), person->display_name(), one.reason,
        one.done_at ? html::render<R"(<p class="micro muted">Introduced, {} said on {}</p>)">(
                          given(directory, *one.done_by),
                          short_words(visit.scope.zone.local_date(*one.done_at), visit.scope.today))
                    : Html());
  }
  out.put<
      R"(</ol><details class="gap-t"><summary>How this list is made</summary><p class="small">{}</p></details></section>)">(
      introduction_rule_words());
}

std::string promise_state(const Directory& directory, const HandOver& hand_over, const HandedPromise& handed,
                          Date today) {
  const auto to = given(directory, hand_over.to), from = given(directory, hand_over.from);
  if (handed.promise.kept_at) return "Kept";
  if (handed.choice.moved_at)
    return handed.promise.staff == hand_over.to ? "Moved to " + to : "Moved on since";
  if (handed.choice.is_to_move)
    return hand_over.is_ahead(today) && !hand_over.is_undone()
               ? "Moves to " + to + " on the day"
               : "Is with " + given(directory, handed.promise.staff);
  return "Stays with " + from;
}

void put_promise_rows(html::Writer& out, const Directory& directory, const HandedOver& told, Date today,
                      bool may_move) {
  const auto put = [&](const Promise& promise, bool is_step, const std::string& state, bool can_move) {
    out.put<R"(<li class="row wrap" data-row>)">();
    if (can_move)
      out.put<
          R"(<label class="check grow"><input type="checkbox" name="promises" value="{}"><span>{}<br><span class="micro muted">{}</span></span></label>)">(
          promise.id.value, promise.words, promise_words(directory, promise, is_step, today));
    else
      out.put<R"(<div class="grow"><p>{}</p><p class="micro muted">{}</p></div>)">(
          promise.words, promise_words(directory, promise, is_step, today));
    out.put<R"(<span class="small soft">{}</span></li>)">(state);
  };
  for (const auto& handed : told.promises)
    put(handed.promise, handed.is_plan_step, promise_state(directory, told.hand_over, handed, today),
        may_move && !handed.promise.kept_at && handed.promise.staff == told.hand_over.from);
  for (const auto& promise : told.since) put(promise, false, "Not decided yet", may_move);
}

void put_handed_promises(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                         const HandedOver& told) {
  const auto& hand_over = told.hand_over;
  const bool may_move = may_hand_over(visit.scope.viewer) && !hand_over.is_undone() && hand_over.moved_at;
  const bool has_open =
      !told.since.empty() || std::ranges::any_of(told.promises, [&](const HandedPromise& one) {
        return !one.promise.kept_at && one.promise.staff == hand_over.from;
      });
  out.put<
      R"(<section class="card" aria-labelledby="h-promises"><h2 id="h-promises" class="gap-b">Promises and steps of plans</h2>)">();
  if (told.promises.empty() && told.since.empty())
    out.put<R"(<p class="muted">None that you may read.</p>)">();
  if (may_move && has_open)
    out.put<R"(<form method="post" action="{}">{})">(Url(address_of(hand_over.id, "/promises")),
                                                     ui::csrf_field(visit));
  out.put<R"(<ul class="list tight">)">();
  put_promise_rows(out, directory, told, visit.scope.today, may_move && has_open);
  out.put<"</ul>">();
  if (may_move && has_open)
    out.put<R"(<p class="gap-t"><button class="btn s">Move the ticked ones to {}</button></p></form>)">(
        given(directory, hand_over.to));
  if (told.reviews > 0 && !hand_over.is_undone())
    out.put<R"(<p class="small soft gap-t">{} {} at the review since.</p>)">(
        with_capital_first(count_words(told.reviews, "plan asks", "plans ask")),
        given(directory, hand_over.to));
  out.put<"</section>">();
}

void put_units_of(html::Writer& out, const Directory& directory, const HandOver& hand_over) {
  if (hand_over.units.empty()) return;
  out.put<
      R"(<section class="card" aria-labelledby="h-units"><div class="sec-h"><h2 id="h-units">Departments</h2><a class="more" href="{}">Briefs to print</a></div><ul class="list tight">)">(
      Url(address_of(hand_over.id, "/brief")));
  for (const auto id : hand_over.units)
    if (const auto* unit = directory.org.find(id))
      out.put<
          R"(<li class="row"><div class="grow"><h3><a class="plain" href="{}">{}</a></h3></div><a class="btn s" href="{}">Brief<span class="vh"> of {}</span></a></li>)">(
          Url("/portfolios/" + unit->slug), unit->name, Url(address_of(hand_over.id, "/brief/" + unit->slug)),
          unit->name);
  out.put<"</ul></section>">();
}

void put_undo(html::Writer& out, const ui::Visit& visit, const HandedOver& told, const UndoForm& undo) {
  if (!told.may_be_undone) return;
  out.put<
      R"(<details class="card"{}><summary>Undo this hand-over</summary><p class="small gap-t">Who looked after these departments before does so again, as if nothing had been. Promises that moved and are still open go back, and so does who is asked at the review of plans. This can be done for thirty days, and as long as nobody changed these portfolios since.</p><form class="form gap-t" method="post" action="{}" novalidate data-once>{}<input type="hidden" name="version" value="{}">)">(
      Attribute::flag("open", !undo.faults.empty() || !undo.clash.empty()),
      Url(address_of(told.hand_over.id, "/undoing")), ui::csrf_field(visit), told.hand_over.version);
  out.add(ui::field({.name = "reason", .label = "Why", .value = undo.reason}, undo.faults));
  out.put<R"(<p><button class="btn">Undo it</button></p></form></details>)">();
}

}  // namespace

std::string hand_over_sentence(const Directory& directory, const HandOver& hand_over, Date today) {
  auto said = given(directory, hand_over.from) + " hands over to " + given(directory, hand_over.to) + ", ";
  if (hand_over.until_on)
    return said + "as cover from " + short_words(hand_over.from_on, today) + " to " +
           short_words(*hand_over.until_on, today);
  return said + "for good from " + short_words(hand_over.from_on, today);
}

Html hand_over_list_view(const ui::Visit& visit, const Directory& directory,
                         const std::vector<HandOver>& hand_overs) {
  const auto today = visit.scope.today;
  html::Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/portfolios">Portfolios</a></p><div class="row between wrap"><h1>Hand-overs</h1>{}</div>)">(
      may_hand_over(visit.scope.viewer)
          ? html::render<R"(<p><a class="btn primary" href="/hand-overs/new">{}Hand over…</a></p>)">(
                ui::icon("users"))
          : Html());
  if (hand_overs.empty()) {
    out.add(ui::empty_state("Nothing has been handed over yet."));
    return std::move(out).finish();
  }
  out.put<R"(<section class="card gap-t2" aria-label="Hand-overs"><ul class="list tight">)">();
  for (const auto& one : hand_overs)
    out.put<
        R"(<li class="row wrap" data-row><div class="grow"><h2 class="h3"><a class="plain" href="{}">{}</a></h2><p class="small muted">{}. {}</p></div>{}</li>)">(
        Url(address_of(one.id)), hand_over_sentence(directory, one, today), unit_names(directory, one),
        one.reason, state_tag(one, today));
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

Html hand_over_form_view(const ui::Visit& visit, const Directory& directory, const HandOverFormPage& page) {
  html::Writer out(16'384);
  out.put<
      R"(<p class="crumbs"><a href="/portfolios">Portfolios</a> / <a href="/hand-overs">Hand-overs</a></p><div class="form-page">)">();
  if (!page.clash.empty())
    out.put<R"(<div class="errors" role="alert" tabindex="-1"><h2>Changed meanwhile</h2><p>{}</p></div>)">(
        page.clash);
  out.add(ui::error_summary(page.faults));
  out.put<
      R"(<h1>Hand over</h1><p class="soft lead gap-b">Departments, promises and introductions, from one colleague to another.</p>)">();
  put_who(out, directory, page);
  if (page.offer && page.offer->empty())
    out.put<
        R"(<p class="note gap-t2">{} looks after no department and has no open promise that both may read: there is nothing to hand over.</p>)">(
        directory.staff.full_name(page.form.from));
  else if (page.offer)
    put_what(out, visit, directory, page);
  out.put<"</div>">();
  return std::move(out).finish();
}

Html hand_over_view(const ui::Visit& visit, const Directory& directory, const HandedOver& told,
                    const UndoForm& undo) {
  const auto& hand_over = told.hand_over;
  const auto today = visit.scope.today;
  html::Writer out(16'384);
  out.put<
      R"(<p class="crumbs"><a href="/portfolios">Portfolios</a> / <a href="/hand-overs">Hand-overs</a></p>)">();
  if (!undo.clash.empty())
    out.put<R"(<div class="errors" role="alert" tabindex="-1"><h2>It was not undone</h2><p>{}</p></div>)">(
        undo.clash);
  out.add(ui::error_summary(undo.faults));
  out.put<
      R"(<h1>{}</h1><p class="row wrap gap-b">{}<span class="soft">{} <span class="muted small">· {}, {}</span></span></p>)">(
      hand_over_sentence(directory, hand_over, today), state_tag(hand_over, today), hand_over.reason,
      directory.staff.full_name(hand_over.recorded_by),
      short_words(visit.scope.zone.local_date(hand_over.recorded_at), today));
  if (hand_over.is_undone())
    out.put<R"(<p class="note gap-b">Undone by {} on {}: {}</p>)">(
        directory.staff.full_name(*hand_over.undone_by),
        short_words(visit.scope.zone.local_date(*hand_over.undone_at), today), hand_over.undone_because);
  out.put<R"(<div class="cols"><div class="stack">)">();
  put_introductions(out, visit, directory, told);
  put_handed_promises(out, visit, directory, told);
  out.put<R"(</div><aside class="stack" aria-label="Departments and undoing">)">();
  put_units_of(out, directory, hand_over);
  put_undo(out, visit, told, undo);
  out.put<"</aside></div>">();
  return std::move(out).finish();
}

}  // namespace rapport::hand_overs
