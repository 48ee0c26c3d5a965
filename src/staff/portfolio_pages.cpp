// Answers with who looks after which department.
#include "staff/portfolio_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "organisation/typed_date.hpp"
#include "staff/portfolio_views.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::staff {
namespace {

Refusal no_department() {
  return not_found("No department has that address.");
}

const OrgUnitEntry* unit_in(const ui::Visit& visit, const OrgDirectory& units) {
  return units.find_slug(visit.request.parameter("unit"));
}

/// What a page says beside what stands there.
struct Answer {
  KeeperForm form = {};
  EndingForm ending = {};
  std::vector<Fault> faults = {};
  std::string clash = {};
  int status = 200;
};

http::Response keeper_page(ui::Visit& visit, const OrgDirectory& units, const StaffDirectory& staff,
                           const OrgUnitEntry& unit, Answer answer) {
  return ui::show(visit, {.title = "Who looks after " + unit.name,
                          .section = ui::Section::departments,
                          .content = keepers_view(visit, {.unit = unit,
                                                          .units = units,
                                                          .staff = staff,
                                                          .keepers = keepers_of(visit.scope, unit.id),
                                                          .changes = changes_of(visit.scope, unit.id),
                                                          .seen = last_change(visit.scope, unit.id),
                                                          .form = std::move(answer.form),
                                                          .ending = std::move(answer.ending),
                                                          .faults = std::move(answer.faults),
                                                          .clash = std::move(answer.clash)}),
                          .status = answer.status});
}

Answer answer_to(const Refusal& refusal) {
  if (refusal.kind == Refusal::Kind::conflict) return {.clash = refusal.message, .status = 409};
  return {.faults = refusal.faults, .status = 422};
}

bool is_about_form(const Refusal& refusal) {
  return refusal.kind == Refusal::Kind::conflict || !refusal.faults.empty();
}

KeeperForm form_in(const http::Form& sent) {
  const auto text = [&](std::string_view name) { return std::string(sent.value(name)); };
  return {.staff = text("staff"),
          .part = text("part"),
          .from = text("from"),
          .to = text("to"),
          .reason = text("reason")};
}

Result<PortfolioDraft> draft_of(const http::Form& sent, Id<OrgUnit> unit) {
  PortfolioDraft draft{.unit = unit,
                       .staff = ui::id_of<Staff>(sent.value("staff")),
                       .part = {},
                       .from = {},
                       .reason = std::string(sent.value("reason")),
                       .seen = sent.number("seen").value_or(0)};
  std::vector<Fault> faults;
  if (draft.staff.value == 0) faults.push_back({"staff", "Choose somebody who works at the library."});
  if (const auto part = portfolio_part_of(sent.value("part")))
    draft.part = *part;
  else
    faults.push_back({"part", "Choose the part they take."});
  const auto from = typed_date(sent, "from");
  const auto to = typed_date(sent, "to");
  if (!from)
    faults.push_back(from.refusal().faults.front());
  else if (!*from)
    faults.push_back({"from", "Say from which day."});
  else
    draft.from = **from;
  if (!to)
    faults.push_back(to.refusal().faults.front());
  else
    draft.to = *to;
  if (tidy_line(draft.reason).empty()) faults.push_back({"reason", "Say why in a few words."});
  if (!faults.empty()) return invalid(std::move(faults));
  return draft;
}

/// Ends it, or calls off what has not begun. Fields carry the entry's number, for there are several forms.
Result<Done> end_or_call_off(Scope& scope, const http::Form& sent, const PortfolioEntry& entry) {
  const auto number = std::to_string(entry.id.value);
  PortfolioEnding ending{.reason = std::string(sent.value("reason-" + number)),
                         .seen = sent.number("seen").value_or(0)};
  if (entry.valid_from > scope.today) return call_off(scope, entry.id, ending);
  const auto on = typed_date(sent, "valid_to-" + number);
  if (!on || !*on) return invalid("valid_to", on ? "Say which day is the last." : on.refusal().message);
  ending.on = **on;
  return end_portfolio(scope, entry.id, ending);
}

}  // namespace

http::Response show_portfolios(ui::Visit& visit, const OrgDirectory& units, const StaffDirectory& staff) {
  const auto& query = visit.request.query;
  PortfolioListPage page{.units = units, .staff = staff, .entries = all_portfolios(visit.scope)};
  const auto whose = ui::id_of<Staff>(query.value("whose"));
  if (staff.find(whose) != nullptr) page.whose = whose;
  page.gaps_only = query.has("gaps");
  return ui::show(visit, {.title = "Portfolios",
                          .section = ui::Section::departments,
                          .content = portfolio_list_view(visit, page),
                          .is_wide = true});
}

http::Response show_keepers(ui::Visit& visit, const OrgDirectory& units, const StaffDirectory& staff) {
  const auto* unit = unit_in(visit, units);
  if (unit == nullptr) return ui::show_refusal(visit, no_department());
  return keeper_page(visit, units, staff, *unit, {.form = {.from = visit.scope.today.iso()}});
}

http::Response create_keeper(ui::Visit& visit, const OrgDirectory& units, const StaffDirectory& staff) {
  const auto* unit = unit_in(visit, units);
  if (unit == nullptr) return ui::show_refusal(visit, no_department());
  const auto& sent = visit.request.form();
  const auto draft = draft_of(sent, unit->id);
  const auto made = draft ? look_after(visit.scope, units, *draft) : Result<Id<Portfolio>>(draft.refusal());
  if (made)
    return ui::go(visit, "/portfolios/" + unit->slug,
                  std::string(staff.given_name(draft->staff)) + " looks after " + unit->name + " from " +
                      short_words(draft->from, visit.scope.today) + ".");
  const auto& refusal = made.refusal();
  if (!is_about_form(refusal)) return ui::show_refusal(visit, refusal);
  auto answer = answer_to(refusal);
  answer.form = form_in(sent);
  return keeper_page(visit, units, staff, *unit, std::move(answer));
}

http::Response end_keeper(ui::Visit& visit, const OrgDirectory& units, const StaffDirectory& staff) {
  const auto* unit = unit_in(visit, units);
  if (unit == nullptr) return ui::show_refusal(visit, no_department());
  const auto id = ui::route_id<Portfolio>(visit.request, "portfolio");
  const auto keepers = keepers_of(visit.scope, unit->id);
  const auto entry = std::ranges::find(keepers, id, &PortfolioEntry::id);
  if (entry == keepers.end()) return ui::show_refusal(visit, not_found("This is not there any more."));
  const auto& sent = visit.request.form();
  const auto done = end_or_call_off(visit.scope, sent, *entry);
  if (done)
    return ui::go(visit, "/portfolios/" + unit->slug,
                  entry->valid_from > visit.scope.today ? "Called off." : "Its end is kept.");
  const auto& refusal = done.refusal();
  if (!is_about_form(refusal)) return ui::show_refusal(visit, refusal);
  auto answer = answer_to(refusal);
  const auto number = std::to_string(id.value);
  answer.form.from = visit.scope.today.iso();
  answer.ending = {.portfolio = id,
                   .on = std::string(sent.value("valid_to-" + number)),
                   .reason = std::string(sent.value("reason-" + number))};
  return keeper_page(visit, units, staff, *unit, std::move(answer));
}

}  // namespace rapport::staff
