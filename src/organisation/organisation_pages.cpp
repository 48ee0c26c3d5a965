// Forms and paths of departments to the front door and back.
#include "organisation/organisation_pages.hpp"

#include "base/text.hpp"
#include "organisation/organisation.hpp"
#include "organisation/typed_date.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"

namespace rapport::organisation {
namespace {

http::Response page(const ui::Visit& visit, std::string title, html::Html content, int status = 200) {
  return ui::show(visit, {.title = std::move(title),
                          .section = ui::Section::departments,
                          .content = std::move(content),
                          .status = status});
}

Refusal not_yours() {
  return forbidden("Departments are looked after by team leaders and administrators. Ask one of them.");
}

/// The day typed; today where the field was left empty.
Result<Date> day_of(const http::Form& form, const char* field, Date today) {
  const auto date = typed_date(form, field);
  if (!date) return date.refusal();
  return date->value_or(today);
}

/// The unit chosen by its slug; nothing for the university itself.
Result<std::optional<Id<OrgUnit>>> parent_of(const http::Form& form, const OrgDirectory& units) {
  const auto slug = form.value("parent");
  if (slug.empty()) return std::optional<Id<OrgUnit>>();
  const auto* unit = units.find_slug(slug);
  if (unit == nullptr) return invalid("parent", "That place is not here any more. Choose another one.");
  return std::optional(unit->id);
}

DepartmentForm typed(const http::Form& form) {
  DepartmentForm typed{.kind = std::string(form.value("kind")),
                       .name = std::string(form.value("name")),
                       .parent = std::string(form.value("parent")),
                       .from = std::string(form.value("from")),
                       .valid_from = std::string(form.value("valid_from")),
                       .closed_on = std::string(form.value("closed_on"))};
  for (std::size_t i = 1; i <= successors_max; ++i)
    if (const auto slug = form.value(successor_field(i)); !slug.empty()) typed.successors.emplace_back(slug);
  for (std::size_t i = 1; i <= successors_max; ++i)
    if (DepartmentForm::Part part{std::string(form.value(part_field(i))),
                                  std::string(form.value(part_day_field(i)))};
        !part.into.empty() || !part.from.empty())
      typed.parts.push_back(std::move(part));
  return typed;
}

/// The departments in which one goes on.
Result<std::vector<Id<OrgUnit>>> successors_in(const DepartmentForm& form, const OrgDirectory& units) {
  std::vector<Id<OrgUnit>> successors;
  for (const auto& slug : form.successors) {
    const auto* unit = units.find_slug(slug);
    if (unit == nullptr)
      return invalid("successors", "That department is not here any more. Choose another one.");
    successors.push_back(unit->id);
  }
  return successors;
}

/// Where parts of it went. Rows that were left empty are left out, so numbers are those of the page that
/// follows.
Result<std::vector<UnitPart>> parts_in(const DepartmentForm& form, const OrgDirectory& units) {
  std::vector<UnitPart> parts;
  for (std::size_t i = 0; i < form.parts.size(); ++i) {
    const auto& [slug, day] = form.parts[i];
    const auto* into = units.find_slug(slug);
    if (slug.empty()) return invalid(part_field(i + 1), "Choose where that part is.");
    if (into == nullptr)
      return invalid(part_field(i + 1), "That department is not here any more. Choose another one.");
    const auto from = Date::parse_iso(trim(day));
    if (!from) return invalid(part_day_field(i + 1), "Say since when, as in 2026-08-01.");
    parts.push_back({into->id, *from});
  }
  return parts;
}

/// A fault is shown beside its field; what else was refused has a page of its own.
bool is_shown_in_form(const Refusal& refusal) {
  return refusal.kind == Refusal::Kind::invalid || refusal.kind == Refusal::Kind::conflict;
}
std::vector<Fault> faults_in(const Refusal& refusal) {
  return refusal.faults.empty() ? std::vector<Fault>{{"", refusal.message}} : refusal.faults;
}
int status_of(const Refusal& refusal) {
  return refusal.kind == Refusal::Kind::conflict ? 409 : 422;
}

http::Response edit_page(ui::Visit& visit, const OrgDirectory& units, const OrgUnit& unit,
                         const DepartmentForm& form, const Refusal& refusal) {
  if (!is_shown_in_form(refusal)) return ui::show_refusal(visit, refusal);
  auto faults = faults_in(refusal);
  for (auto& fault : faults) {
    if (fault.field == "successors") fault.field = successor_field(1);
    if (fault.field == "parts") fault.field = part_field(1);
  }
  return page(visit, "Edit " + unit.name,
              edit_department_form(visit, units, unit, form, successions(visit.scope), faults),
              status_of(refusal));
}

DepartmentForm form_of(Scope& scope, const OrgUnit& unit, const OrgDirectory& units) {
  const auto* parent = unit.parent ? units.find(*unit.parent) : nullptr;
  DepartmentForm form{.kind = std::string(code(unit.kind)),
                      .name = unit.name,
                      .parent = parent == nullptr ? "" : parent->slug,
                      .from = scope.today.iso(),
                      .closed_on = scope.today.iso()};
  for (const auto& one : successions(scope)) {
    const auto* successor = units.find(one.successor);
    if (one.unit != unit.id || successor == nullptr) continue;
    if (one.is_part)
      form.parts.push_back({successor->slug, one.from.iso()});
    else
      form.successors.push_back(successor->slug);
  }
  return form;
}

/// The form of one section as typed, the rest as it is.
DepartmentForm form_of_closing(Scope& scope, const OrgUnit& unit, const OrgDirectory& units,
                               const DepartmentForm& typed) {
  auto form = form_of(scope, unit, units);
  form.closed_on = typed.closed_on;
  form.successors = typed.successors;
  return form;
}

Result<OrgUnit> unit_of(ui::Visit& visit) {
  if (!may_change(visit.scope.viewer)) return not_yours();
  return get(visit.scope, visit.request.parameter("unit"));
}

Result<std::string> add_once(Scope& scope, const OrgDirectory& units, const http::Form& form) {
  const auto parent = parent_of(form, units);
  if (!parent) return parent.refusal();
  const auto kind = org_unit_kind_of(form.value("kind"));
  if (!kind) return invalid("kind", "Choose what it is.");
  const auto valid_from = typed_date(form, "valid_from");
  if (!valid_from) return valid_from.refusal();
  return scope.write([&](db::Writer& writer) -> Result<std::string> {
    if (auto earlier = find_submission(writer, scope.institution, form.value("key")))
      return std::move(*earlier);
    const auto id = add(scope, {.kind = *kind,
                                .name = std::string(form.value("name")),
                                .parent = *parent,
                                .valid_from = *valid_from});
    if (!id) return id.refusal();
    const auto made = get(scope, *id);
    if (!made) return made.refusal();
    auto location = "/departments/" + made->slug;
    record_submission(scope, writer, form.value("key"), location);
    return location;
  });
}

/// Name and place are one change for the reader, so they are one transaction.
Result<Done> rename_and_move(Scope& scope, const OrgDirectory& units, const OrgUnit& unit,
                             const http::Form& form) {
  const auto from = day_of(form, "from", scope.today);
  if (!from) return from.refusal();
  const auto parent = parent_of(form, units);
  if (!parent) return parent.refusal();
  return scope.write([&](db::Writer&) -> Result<Done> {
    auto renamed = rename(scope, unit.id, form.value("name"), *from);
    if (!renamed) return renamed;
    return move(scope, unit.id, *parent, *from);
  });
}

}  // namespace

http::Response show_departments(ui::Visit& visit, const OrgDirectory& units,
                                const PeopleCounts& people_here) {
  const DepartmentFilter filter{.text = std::string(visit.request.query.value("q")),
                                .with_closed = visit.request.query.has("closed")};
  return page(visit, "Departments", department_list(visit, units, people_here, filter));
}

http::Response new_department(ui::Visit& visit, const OrgDirectory& units) {
  if (!may_change(visit.scope.viewer)) return ui::show_refusal(visit, not_yours());
  return page(visit, "Add a department", new_department_form(visit, units, {}, {}));
}

http::Response create_department(ui::Visit& visit, const OrgDirectory& units) {
  const auto form = visit.request.form();
  const auto location = add_once(visit.scope, units, form);
  if (location) return ui::go(visit, *location, "Added.");
  const auto& refusal = location.refusal();
  if (!is_shown_in_form(refusal)) return ui::show_refusal(visit, refusal);
  return page(visit, "Add a department", new_department_form(visit, units, typed(form), faults_in(refusal)),
              status_of(refusal));
}

http::Response edit_department(ui::Visit& visit, const OrgDirectory& units) {
  const auto unit = unit_of(visit);
  if (!unit) return ui::show_refusal(visit, unit.refusal());
  return page(visit, "Edit " + unit->name,
              edit_department_form(visit, units, *unit, form_of(visit.scope, *unit, units),
                                   successions(visit.scope), {}));
}

http::Response update_department(ui::Visit& visit, const OrgDirectory& units) {
  const auto unit = unit_of(visit);
  if (!unit) return ui::show_refusal(visit, unit.refusal());
  const auto form = visit.request.form();
  const auto done = rename_and_move(visit.scope, units, *unit, form);
  if (!done) {
    auto shown = typed(form);
    shown.closed_on = visit.scope.today.iso();
    return edit_page(visit, units, *unit, shown, done.refusal());
  }
  return ui::go(visit, "/departments/" + unit->slug, "Saved.");
}

http::Response close_department(ui::Visit& visit, const OrgDirectory& units) {
  const auto unit = unit_of(visit);
  if (!unit) return ui::show_refusal(visit, unit.refusal());
  const auto form = typed(visit.request.form());
  const auto done = [&]() -> Result<Done> {
    const auto on = day_of(visit.request.form(), "closed_on", visit.scope.today);
    if (!on) return on.refusal();
    const auto successors = successors_in(form, units);
    if (!successors) return successors.refusal();
    return close(visit.scope, unit->id, *on, *successors);
  }();
  if (done) return ui::go(visit, "/departments/" + unit->slug, unit->name + " is closed.");
  auto refusal = done.refusal();
  for (auto& fault : refusal.faults)
    if (fault.field != "successors") fault.field = "closed_on";
  return edit_page(visit, units, *unit, form_of_closing(visit.scope, *unit, units, form), refusal);
}

http::Response update_successors(ui::Visit& visit, const OrgDirectory& units) {
  const auto unit = unit_of(visit);
  if (!unit) return ui::show_refusal(visit, unit.refusal());
  const auto form = typed(visit.request.form());
  const auto successors = successors_in(form, units);
  const auto done =
      successors ? name_successors(visit.scope, unit->id, *successors) : Result<Done>(successors.refusal());
  if (done) return ui::go(visit, "/departments/" + unit->slug + "/edit", "Saved.");
  return edit_page(visit, units, *unit, form_of_closing(visit.scope, *unit, units, form), done.refusal());
}

http::Response update_parts(ui::Visit& visit, const OrgDirectory& units) {
  const auto unit = unit_of(visit);
  if (!unit) return ui::show_refusal(visit, unit.refusal());
  const auto form = typed(visit.request.form());
  const auto parts = parts_in(form, units);
  const auto done = parts ? name_parts(visit.scope, unit->id, *parts) : Result<Done>(parts.refusal());
  if (done) return ui::go(visit, "/departments/" + unit->slug + "/edit", "Saved.");
  auto shown = form_of(visit.scope, *unit, units);
  shown.parts = form.parts;
  return edit_page(visit, units, *unit, shown, done.refusal());
}

http::Response reopen_department(ui::Visit& visit, const OrgDirectory& units) {
  const auto unit = unit_of(visit);
  if (!unit) return ui::show_refusal(visit, unit.refusal());
  const auto done = reopen(visit.scope, unit->id);
  if (!done) return edit_page(visit, units, *unit, form_of(visit.scope, *unit, units), done.refusal());
  return ui::go(visit, "/departments/" + unit->slug, unit->name + " is open again.");
}

}  // namespace rapport::organisation
