// Answers for promises.
#include "interactions/promise_pages.hpp"

#include "interactions/conversation_form.hpp"
#include "interactions/interactions.hpp"
#include "interactions/promise_views.hpp"
#include "ui/page.hpp"
#include "ui/parts.hpp"
#include "ui/route_id.hpp"

namespace rapport::interactions {
namespace {

constexpr int promises_shown = 500;

Id<Promise> id_in(const http::Request& request) {
  return ui::route_id<Promise>(request, "promise");
}

std::string address_of(Id<Promise> id) {
  return "/promises/" + std::to_string(id.value);
}

/// Back to where the tick was: a path of this site, else the list.
std::string back_to(const http::Form& form) {
  const auto from = form.value("from");
  const bool is_here = from.size() > 1 && from[0] == '/' && from[1] != '/' && from[1] != '\\';
  return is_here ? std::string(from) : "/promises";
}

struct PromiseForm {
  std::string words;
  std::string due_on;
};

http::Response show_form(const ui::Visit& visit, Id<Promise> id, const PromiseForm& form,
                         const std::vector<Fault>& faults) {
  html::Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/promises">Promises</a></p><div class="form-page"><h1>A promise</h1>{})"
      R"(<form method="post" action="{}" class="form" data-once>{}{}{}<p class="row"><button class="btn primary">Save</button></p></form>)"
      R"(<form method="post" action="{}">{}<button class="btn quiet">It is no longer needed</button></form></div>)">(
      ui::error_summary(faults), html::Url(address_of(id)), ui::csrf_field(visit),
      ui::field({.name = "promise", .label = "What was promised", .value = form.words}, faults),
      ui::field(
          {.name = "due_on", .label = "By when", .value = form.due_on, .type = "date", .width = "middle"},
          faults),
      html::Url(address_of(id) + "/dropped"), ui::csrf_field(visit));
  return ui::show(
      visit,
      {.title = "A promise", .content = std::move(out).finish(), .status = faults.empty() ? 200 : 422});
}

}  // namespace

http::Response show_promises(const ui::Visit& visit, const Directory& directory) {
  const auto promises = open_promises(visit.scope, promises_shown);
  html::Writer out;
  out.put<
      R"(<h1>You said you would</h1><section class="card gap-t2" aria-label="Open promises">{}</section>)">(
      promises.empty() ? ui::empty_state("Nothing open. Everything you promised is kept.")
                       : promise_list(visit, directory, promises));
  return ui::show(visit,
                  {.title = "Promises", .section = ui::Section::today, .content = std::move(out).finish()});
}

http::Response tick_promise(const ui::Visit& visit, const Directory&) {
  const auto form = visit.request.form();
  const bool is_kept = form.value("again") != "1";
  const auto kept = keep_promise(visit.scope, id_in(visit.request), is_kept);
  if (!kept) return ui::show_refusal(visit, kept.refusal());
  return ui::go(visit, back_to(form), is_kept ? "Kept: " + kept->words : "Open again: " + kept->words);
}

http::Response edit_promise(const ui::Visit& visit, const Directory&) {
  const auto id = id_in(visit.request);
  const auto found = get_promise(visit.scope, id);
  if (!found) return ui::show_refusal(visit, found.refusal());
  return show_form(visit, id, {found->words, found->due_on ? found->due_on->iso() : std::string()}, {});
}

http::Response update_promise(const ui::Visit& visit, const Directory&) {
  const auto id = id_in(visit.request);
  const auto posted = visit.request.form();
  const PromiseForm form{std::string(posted.value("promise")), std::string(posted.value("due_on"))};
  const auto due = typed_day(form.due_on);
  if (!form.due_on.empty() && !due)
    return show_form(visit, id, form,
                     {{"due_on", "There is no such day as " + form.due_on + ". Write it as 9/11/2026."}});
  const auto changed = change_promise(visit.scope, id, form.words, due);
  if (changed) return ui::go(visit, "/promises", "Changed.");
  if (changed.refusal().faults.empty()) return ui::show_refusal(visit, changed.refusal());
  return show_form(visit, id, form, changed.refusal().faults);
}

http::Response remove_promise(const ui::Visit& visit, const Directory&) {
  const auto dropped = drop_promise(visit.scope, id_in(visit.request));
  if (!dropped) return ui::show_refusal(visit, dropped.refusal());
  return ui::go(visit, "/promises", "Taken off the list.");
}

}  // namespace rapport::interactions
