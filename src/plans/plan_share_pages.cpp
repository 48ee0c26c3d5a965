// Answers with what is shared.
#include "plans/plan_share_pages.hpp"

#include <algorithm>

#include "interactions/conversation_form.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/action_plan_views.hpp"
#include "plans/plan_address.hpp"
#include "plans/plan_share_views.hpp"
#include "ui/csrf.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::plan_shares {
namespace {

Refusal no_plan_there() {
  return not_found("There is no action plan at that address.");
}

http::Response sharing_page(const ui::Visit& visit, const Directory& directory, SharingPage page,
                            int status) {
  const auto place = action_plans::place_in(visit, directory);
  if (!place) return ui::show_refusal(visit, no_plan_there());
  const auto plan = action_plans::of(visit.scope, directory, place->unit->id, place->academic_year);
  if (!plan) return ui::show_refusal(visit, no_plan_there());
  const auto all_links = links(visit.scope, plan->plan.id);
  const auto all_answers = answers(visit.scope, plan->plan.id);
  page.unit = place->unit;
  page.academic_year = place->academic_year;
  page.links = all_links;
  page.answers = all_answers;
  auto response = ui::show(visit, {.title = "Share the plan",
                                   .section = ui::Section::plans,
                                   .content = sharing_view(visit, directory, page),
                                   .status = status});
  if (!page.address.empty())
    std::erase_if(response.headers,
                  [](const http::Header& header) { return header.name == "Cache-Control"; });
  if (!page.address.empty()) response.headers.push_back({"Cache-Control", "no-store"});
  return response;
}

/// What a page for somebody without an account carries besides.
http::Response for_visitors(http::Response response) {
  response.headers.push_back({"Referrer-Policy", "no-referrer"});
  response.headers.push_back({"X-Robots-Tag", "noindex, nofollow, noarchive"});
  return response;
}

/// The same words for what never was, is over, or was taken back.
http::Response gone(std::string_view institution_name) {
  return for_visitors(
      ui::show_bare(institution_name, {.title = "Not here", .content = gone_view(), .status = 404}));
}

http::Response shared_page(std::string_view institution_name, Scope& scope, const Directory& directory,
                           const Shared& shared, SharedPage page, SharedSheet& sheet, int status) {
  page.sheet = sheet(scope, directory, shared.unit, shared.plan.plan.academic_year - 1);
  return for_visitors(ui::show_bare(
      institution_name, {.title = "Action plan " + scope.years().words(shared.plan.plan.academic_year),
                         .content = shared_view(directory, shared, page, scope.today, scope.years()),
                         .status = status}));
}

AnswerDraft draft_in(const http::Form& form) {
  return {form.value("answer") == "agree", std::string(form.value("name")), std::string(form.value("words"))};
}

}  // namespace

http::Response show_sharing(const ui::Visit& visit, const Directory& directory) {
  return sharing_page(visit, directory, {}, 200);
}

http::Response create_link(const ui::Visit& visit, const Directory& directory, std::string_view public_url) {
  const auto place = action_plans::place_in(visit, directory);
  const auto plan =
      place ? action_plans::of(visit.scope, directory, place->unit->id, place->academic_year) : std::nullopt;
  if (!plan) return ui::show_refusal(visit, no_plan_there());
  const auto& form = visit.request.form();
  SharingPage page{.label = std::string(form.value("label")), .until = std::string(form.value("until"))};
  const auto token = make_link(visit.scope, plan->plan.id, {page.label, typed_day(page.until)});
  if (!token) {
    if (token.refusal().faults.empty()) return ui::show_refusal(visit, token.refusal());
    page.faults = token.refusal().faults;
    return sharing_page(visit, directory, std::move(page), 422);
  }
  const auto begin = public_url.empty() ? ui::origin_of(visit.request) : std::string(public_url);
  return sharing_page(visit, directory, {.address = begin + "/shared/" + *token}, 200);
}

http::Response revoke_link(const ui::Visit& visit, const Directory& directory) {
  const auto plan = revoke(visit.scope, ui::route_id<PlanLink>(visit.request, "link"));
  if (!plan) return ui::show_refusal(visit, plan.refusal());
  const auto* unit = directory.org.find(plan->unit);
  if (unit == nullptr) return ui::go(visit, "/plans", "The link does not work any more.");
  return ui::go(visit, action_plans::plan_address(*unit, plan->academic_year) + "/sharing",
                "The link does not work any more.");
}

http::Response see_answer(const ui::Visit& visit) {
  const auto done = mark_seen(visit.scope, ui::route_id<PlanAnswer>(visit.request, "answer"));
  if (!done) return ui::show_refusal(visit, done.refusal());
  const auto from = visit.request.form().value("from");
  const bool is_here = from.size() > 1 && from[0] == '/' && from[1] != '/' && from[1] != '\\';
  return ui::go(visit, is_here ? std::string(from) : "/today");
}

http::Response show_shared(Scope& scope, const Directory& directory, const http::Request& request,
                           std::string_view institution_name, SharedSheet& sheet) {
  const auto shared = read(scope, directory, request.parameter("token"));
  if (!shared) return gone(institution_name);
  SharedPage page{.has_answered = request.query.value("answered") == "yes"};
  return shared_page(institution_name, scope, directory, *shared, std::move(page), sheet, 200);
}

http::Response answer_shared(Scope& scope, const Directory& directory, const http::Request& request,
                             std::string_view institution_name, SharedSheet& sheet) {
  const auto token = std::string(request.parameter("token"));
  const auto draft = draft_in(request.form());
  const auto done = answer(scope, token, draft, request.form().value("key"));
  if (done) return for_visitors(http::see_other("/shared/" + token + "?answered=yes"));
  const auto shared = read(scope, directory, token);
  if (!shared) return gone(institution_name);
  const auto& refusal = done.refusal();
  SharedPage page{.draft = draft, .faults = refusal.faults};
  if (page.faults.empty()) page.faults.push_back({"words", refusal.message});
  return shared_page(institution_name, scope, directory, *shared, std::move(page), sheet,
                     refusal.kind == Refusal::Kind::conflict ? 409 : 422);
}

http::Response too_many(std::string_view institution_name) {
  return for_visitors(ui::show_bare(
      institution_name, {.title = "A moment, please", .content = too_many_view(), .status = 429}));
}

html::Html today_section(const ui::Visit& visit, const Directory& directory) {
  const auto unseen = not_seen(visit.scope, directory);
  if (unseen.empty()) return {};
  return unseen_card(visit, directory, unseen);
}

html::Html answers_card(const ui::Visit& visit, Id<ActionPlan> plan) {
  const auto all = answers(visit.scope, plan);
  return answers_section(visit, all);
}

}  // namespace rapport::plan_shares
