// Answers with who looks after which department.
#include "staff/portfolio_pages.hpp"

#include <algorithm>
#include <span>

#include "base/text.hpp"
#include "organisation/typed_date.hpp"
#include "scope/submission.hpp"
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

/// Of no department yet.
Result<PortfolioDraft> draft_of(const http::Form& sent) {
  PortfolioDraft draft{.staff = ui::id_of<Staff>(sent.value("staff")),
                       .part = {},
                       .from = {},
                       .reason = std::string(sent.value("reason"))};
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

// Several departments --------------------------------------------------------------------------------

/// What the address, or the form that was sent from there, narrows the list to.
PortfolioListPage list_of(ui::Visit& visit, const OrgDirectory& units, const StaffDirectory& staff,
                          const http::Form& narrowed) {
  PortfolioListPage page{.units = units, .staff = staff, .entries = all_portfolios(visit.scope)};
  const auto whose = ui::id_of<Staff>(narrowed.value("whose"));
  if (staff.find(whose) != nullptr) page.whose = whose;
  page.gaps_only = narrowed.has("gaps");
  if (may_change_portfolios(visit.scope.viewer))
    page.several = {.words = {.from = visit.scope.today.iso()}, .seen = last_changes(visit.scope)};
  return page;
}

http::Response list_page(ui::Visit& visit, const PortfolioListPage& page, int status) {
  return ui::show(visit, {.title = "Portfolios",
                          .section = ui::Section::departments,
                          .content = portfolio_list_view(visit, page),
                          .is_wide = true,
                          .status = status});
}

/// Each once.
std::vector<SeenUnit> ticked_in(const http::Form& sent) {
  std::vector<SeenUnit> ticked;
  for (const auto number : sent.values("unit")) {
    const auto id = ui::id_of<OrgUnit>(number);
    if (std::ranges::find(ticked, id, &SeenUnit::id) == ticked.end())
      ticked.push_back({id, sent.number("seen-" + std::to_string(id.value)).value_or(0)});
  }
  return ticked;
}

/// What is wrong with the words, and that nothing is ticked.
Refusal refuse_sent(Refusal refusal, std::span<const SeenUnit> ticked) {
  if (ticked.empty()) refusal.faults.insert(refusal.faults.begin(), nothing_ticked().faults.front());
  return refusal;
}

/// Where the page goes on; a form sent twice is stored once.
Result<std::string> take_on_once(ui::Visit& visit, const OrgDirectory& units, const PortfolioDraft& draft,
                                 std::span<const SeenUnit> ticked, const std::string& address) {
  const auto key = visit.request.form().value("key");
  return visit.scope.write([&](db::Writer& writer) -> Result<std::string> {
    if (auto earlier = find_submission(writer, visit.scope.institution, key)) return std::move(*earlier);
    if (auto done = look_after_several(visit.scope, units, draft, ticked); !done)
      return std::move(done).refusal();
    record_submission(visit.scope, writer, key, address);
    return address;
  });
}

/// "Priya leads two departments from 12 Nov."
std::string taken_on_words(const PortfolioDraft& draft, std::size_t count, const StaffDirectory& staff,
                           Date today) {
  return std::string(staff.given_name(draft.staff)) + " " + with_small_first(words(draft.part)) + " " +
         count_words(static_cast<long>(count), "department", "departments") + " from " +
         short_words(draft.from, today) + ".";
}

}  // namespace

http::Response show_portfolios(ui::Visit& visit, const OrgDirectory& units, const StaffDirectory& staff) {
  return list_page(visit, list_of(visit, units, staff, visit.request.query), 200);
}

http::Response create_keepers(ui::Visit& visit, const OrgDirectory& units, const StaffDirectory& staff) {
  const auto& sent = visit.request.form();
  const auto ticked = ticked_in(sent);
  const auto draft = draft_of(sent);
  auto page = list_of(visit, units, staff, sent);
  const auto location = draft ? take_on_once(visit, units, *draft, ticked, page.address())
                              : Result<std::string>(refuse_sent(draft.refusal(), ticked));
  if (location)
    return ui::go(visit, *location, taken_on_words(*draft, ticked.size(), staff, visit.scope.today));
  const auto& refusal = location.refusal();
  if (!page.several || !is_about_form(refusal)) return ui::show_refusal(visit, refusal);
  page.several->words = form_in(sent);
  page.several->faults = refusal.faults;
  for (const auto& one : ticked) page.several->ticked.push_back(one.id);
  return list_page(visit, page, answer_to(refusal).status);
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
  auto draft = draft_of(sent);
  if (draft) {
    draft->unit = unit->id;
    draft->seen = sent.number("seen").value_or(0);
  }
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
