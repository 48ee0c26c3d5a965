// Pages of an administrator: form or path -> front door -> page or redirect.
#include "staff/staff_pages.hpp"

#include <charconv>

#include "staff/password_change.hpp"
#include "staff/portfolio.hpp"
#include "staff/staff.hpp"
#include "staff/staff_views.hpp"
#include "ui/csrf.hpp"
#include "ui/page.hpp"

namespace rapport::staff {
namespace {

constexpr std::string_view staff_address = "/settings/staff";

std::int64_t number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

/// An id that nobody has where the path holds no number.
Id<Staff> staff_of(const ui::Visit& visit) {
  return {number_of(visit.request.parameter("staff"))};
}

std::string address_of(Id<Staff> id) {
  return std::string(staff_address) + "/" + std::to_string(id.value);
}

StaffDraft read_draft(const http::Form& form) {
  const auto text = [&](std::string_view name) { return std::string(form.value(name)); };
  StaffDraft draft{.username = text("username"),
                   .full_name = text("full_name"),
                   .given_name = text("given_name"),
                   .email = text("email"),
                   .role = text("role"),
                   .is_active = form.has("is_active")};
  if (!form.value("team").empty()) draft.team = Id<Team>{number_of(form.value("team"))};
  return draft;
}

http::Response staff_page(ui::Visit& visit, const std::vector<Fault>& faults) {
  const auto members = all(visit.scope);
  if (!members) return ui::show_refusal(visit, members.refusal());
  return ui::show(visit, {.title = "Staff and teams",
                          .section = ui::Section::settings,
                          .content = staff_view(visit, *members, teams(visit.scope), faults),
                          .status = faults.empty() ? 200 : 422});
}

http::Response new_page(ui::Visit& visit, const StaffDraft& draft, const std::vector<Fault>& faults) {
  const auto all_teams = teams(visit.scope);
  return ui::show(visit,
                  {.title = "Add a colleague",
                   .section = ui::Section::settings,
                   .content = new_member_view(visit, {.draft = draft, .teams = all_teams, .faults = faults}),
                   .status = faults.empty() ? 200 : 422});
}

struct Typed {
  StaffDraft draft;
  std::vector<Fault> faults = {};
  bool is_overtaken = false;
};

/// The page of one member: what stands in the database, or the words typed and what was wrong with them.
http::Response member_page(ui::Visit& visit, const OrgDirectory& units, const std::optional<Typed>& typed) {
  const auto now = get(visit.scope, staff_of(visit));
  if (!now) return ui::show_refusal(visit, now.refusal());
  const auto shown = typed ? *typed : Typed{.draft = draft_of(*now)};
  const auto all_teams = teams(visit.scope);
  const auto portfolio = portfolio_of(visit.scope, now->id);
  const int status = shown.is_overtaken ? 409 : shown.faults.empty() ? 200 : 422;
  return ui::show(visit,
                  {.title = now->full_name,
                   .section = ui::Section::settings,
                   .content = edit_member_view(
                       visit, {.now = *now,
                               .form = {.draft = shown.draft, .teams = all_teams, .faults = shown.faults},
                               .portfolio = portfolio,
                               .units = units,
                               .is_overtaken = shown.is_overtaken}),
                   .status = status});
}

Result<Id<Portfolio>> take_on(ui::Visit& visit, const OrgDirectory& units) {
  const auto& form = visit.request.form();
  const auto* unit = units.find_slug(form.value("unit"));
  const auto part = portfolio_part_of(form.value("part"));
  const auto from = Date::parse_iso(form.value("from"));
  std::vector<Fault> faults;
  if (unit == nullptr) faults.push_back({"unit", "Choose one of the departments."});
  if (!part) faults.push_back({"part", "Choose the part they take."});
  if (!from) faults.push_back({"from", "Write a day that the calendar has."});
  if (!faults.empty()) return invalid(std::move(faults));
  return look_after(visit.scope, units,
                    {.unit = unit->id,
                     .staff = staff_of(visit),
                     .part = *part,
                     .from = *from,
                     .reason = std::string(form.value("reason"))});
}

}  // namespace

http::Response show_staff(ui::Visit& visit) {
  return staff_page(visit, {});
}

http::Response new_member(ui::Visit& visit) {
  return new_page(visit, {.username = {}, .full_name = {}, .email = {}}, {});
}

http::Response create_member(ui::Visit& visit) {
  auto draft = read_draft(visit.request.form());
  draft.is_active = true;
  const auto id = add(visit.scope, draft);
  if (id)
    return ui::go(visit, address_of(*id), "Added. Make a link now, so that they can choose a password.");
  if (id.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, id.refusal());
  return new_page(visit, draft, id.refusal().faults);
}

http::Response edit_member(ui::Visit& visit, const OrgDirectory& units) {
  return member_page(visit, units, {});
}

http::Response update_member(ui::Visit& visit, const OrgDirectory& units) {
  const auto& form = visit.request.form();
  const auto draft = read_draft(form);
  const auto version = static_cast<int>(number_of(form.value("version")));
  const auto done = change(visit.scope, staff_of(visit), version, draft);
  if (done) return ui::go(visit, address_of(staff_of(visit)), "Kept.");
  const auto& refusal = done.refusal();
  if (refusal.kind == Refusal::Kind::conflict)
    return member_page(visit, units, Typed{.draft = draft, .is_overtaken = true});
  if (refusal.kind != Refusal::Kind::invalid) return ui::show_refusal(visit, refusal);
  return member_page(visit, units, Typed{.draft = draft, .faults = refusal.faults});
}

http::Response create_password_link(ui::Visit& visit, const SignInDesk& desk) {
  const auto id = staff_of(visit);
  const auto link = make_password_link(visit.scope, id);
  if (!link) return ui::show_refusal(visit, link.refusal());
  const auto origin = desk.public_url.empty() ? ui::origin_of(visit.request) : desk.public_url;
  auto page = ui::show(
      visit, {.title = "A link for " + link->full_name,
              .section = ui::Section::settings,
              .content = password_link_made_view(visit, id, *link, origin + "/password/" + link->token)});
  for (auto& header : page.headers)
    if (header.name == "Cache-Control") header.value = "no-store";
  return page;
}

http::Response create_team(ui::Visit& visit) {
  const auto id = add_team(visit.scope, visit.request.form().value("team_name"));
  if (id) return ui::go(visit, std::string(staff_address), "The team is there.");
  if (id.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, id.refusal());
  return staff_page(visit, id.refusal().faults);
}

http::Response update_team(ui::Visit& visit) {
  const Id<Team> id{number_of(visit.request.parameter("team"))};
  const auto done = rename_team(visit.scope, id, visit.request.form().value("team_name"));
  if (done) return ui::go(visit, std::string(staff_address), "The team has its new name.");
  if (done.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, done.refusal());
  return staff_page(visit, done.refusal().faults);
}

http::Response create_portfolio(ui::Visit& visit, const OrgDirectory& units) {
  const auto id = take_on(visit, units);
  if (id) return ui::go(visit, address_of(staff_of(visit)), "Added.");
  if (id.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, id.refusal());
  const auto now = get(visit.scope, staff_of(visit));
  if (!now) return ui::show_refusal(visit, now.refusal());
  auto faults = id.refusal().faults;
  // The page is the person's: what was chosen on it is the department.
  for (auto& fault : faults)
    if (fault.field == "staff") fault.field = "unit";
  return member_page(visit, units, Typed{.draft = draft_of(*now), .faults = std::move(faults)});
}

http::Response remove_portfolio(ui::Visit& visit) {
  const Id<Portfolio> id{number_of(visit.request.parameter("portfolio"))};
  const auto done = end_portfolio(
      visit.scope, id, {.on = visit.scope.today, .reason = "Handed back on the page of the account."});
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, address_of(staff_of(visit)), "Handed back at the end of today.");
}

}  // namespace rapport::staff
