// The front door of the organisation. What is asked is checked here, inside the transaction that writes it.
#include "organisation/organisation.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "json/json.hpp"
#include "organisation/org_unit_store.hpp"
#include "organisation/slug.hpp"

namespace rapport::organisation {
namespace {

Refusal not_yours() {
  return forbidden("Departments are looked after by team leaders and administrators. Ask one of them.");
}
Refusal unknown() {
  return not_found("That department is not here.");
}

bool is_taken(db::Reader& reader, Id<Institution> institution, std::string_view slug) {
  return slug == "new" || org_unit_store::find_slug(reader, institution, slug).has_value();
}

std::string free_slug(db::Reader& reader, Id<Institution> institution, const OrgUnitDraft& draft) {
  const auto words = slug_words(draft.name);
  std::string base = words.empty() ? std::string(code(draft.kind)) : words;
  if (!words.empty() && !is_taken(reader, institution, base)) return base;
  auto slug = base + "-" + random_suffix(words.empty() ? 6 : 3);
  while (is_taken(reader, institution, slug)) slug = base + "-" + random_suffix(6);
  return slug;
}

std::optional<Refusal> refusal_of_parent(const OrgDirectory& units, std::optional<Id<OrgUnit>> parent) {
  if (!parent) return std::nullopt;
  const auto* found = units.find(*parent);
  if (found == nullptr) return invalid("parent", "The place it is to stand under is not here any more.");
  if (!found->is_open) return invalid("parent", found->name + " is closed. Choose another place.");
  return std::nullopt;
}

void finish(Scope& scope, db::Writer& writer, Id<OrgUnit> unit, std::string_view action,
            const json::Object& details) {
  org_unit_store::set_directory_version(writer, scope.institution, unit,
                                        next_directory_version(writer, scope.institution));
  audit::record_change(scope, writer,
                       {.action = action,
                        .subject = "org_unit",
                        .subject_id = unit.value,
                        .details = json::write(json::Value(details))});
}

/// A dated change may not lie ahead, nor before what is known already: history is added to, not rewritten.
std::optional<Refusal> refusal_of_day(const OrgUnit& unit, Date from, Date today) {
  if (from > today) return invalid("from", "Choose today or an earlier day.");
  const auto last = unit.periods.empty() ? std::nullopt : unit.periods.back().valid_from;
  if (last && from < *last)
    return invalid(
        "from", "Its last change was on " + long_words(*last, today) + ". Choose that day or a later one.");
  return std::nullopt;
}

/// Finds an open unit, lets `next_of(unit)` say what holds from that day on, and writes it.
template <class NextOf>
Result<Done> change_period(Scope& scope, Id<OrgUnit> id, Date from, std::string_view action,
                           NextOf&& next_of) {
  if (!may_change(scope.viewer)) return not_yours();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto unit = org_unit_store::find(writer, scope.institution, id);
    if (!unit) return unknown();
    if (unit->closed_on) return conflict(unit->name + " is closed. Open it again first.");
    Result<OrgUnitPeriod> next = next_of(writer, *unit);
    if (!next) return next.refusal();
    if (next->name == unit->name && next->parent == unit->parent) return Done{};
    if (const auto refusal = refusal_of_day(*unit, from, scope.today)) return *refusal;
    next->valid_from = from;
    org_unit_store::begin_period(writer, scope.institution, id, *next);
    finish(scope, writer, id, action, {{"from", from.iso()}});
    return Done{};
  });
}

/// The first rule of successors that is broken. `last` is the last day of the unit.
std::optional<Refusal> refusal_of_successors(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> id,
                                             Date last, std::span<const Id<OrgUnit>> successors) {
  if (successors.size() > successors_max) return invalid("successors", "Choose at most ten departments.");
  for (const auto successor : successors) {  // ten at the most
    if (successor == id) return invalid("successors", "A department cannot go on in itself.");
    const auto other = org_unit_store::find(reader, institution, successor);
    if (!other) return invalid("successors", "One of these departments is not here any more.");
    if (other->closed_on && *other->closed_on <= last)
      return invalid("successors", other->name + " was closed by then. Choose the one that goes on.");
  }
  return std::nullopt;
}

/// Each once, in order of their ids: as they are kept.
std::vector<Id<OrgUnit>> sorted(std::span<const Id<OrgUnit>> units) {
  std::vector<Id<OrgUnit>> all(units.begin(), units.end());
  std::ranges::sort(all);
  const auto again = std::ranges::unique(all);
  all.erase(again.begin(), again.end());
  return all;
}

/// When it began, where anybody knows.
std::optional<Date> begun_on(const OrgUnit& unit) {
  return unit.periods.empty() ? std::nullopt : unit.periods.front().valid_from;
}
bool was_there(const OrgUnit& unit, Date day) {
  return begun_on(unit).value_or(day) <= day && unit.closed_on.value_or(day) >= day;
}

/// The first rule of one part that is broken.
std::optional<Refusal> refusal_of_part(db::Reader& reader, const Scope& scope, const OrgUnit& unit,
                                       const UnitPart& part, std::span<const Succession> others) {
  if (part.into == unit.id) return invalid("parts", "A part cannot go to the department that it leaves.");
  const auto into = org_unit_store::find(reader, scope.institution, part.into);
  if (!into) return invalid("parts", "One of these departments is not here any more.");
  if (part.from > scope.today) return invalid("parts", "Choose today or an earlier day.");
  for (const auto* one : {&unit, &*into})
    if (!was_there(*one, part.from))
      return invalid("parts", one->name + " was not there on " + long_words(part.from, scope.today) +
                                  ". Choose another day.");
  if (comes_back(others, unit.id, part))
    return invalid("parts", "On that day a part came to " + unit.name + " from " + into->name +
                                " too. Say only one of the two.");
  return std::nullopt;
}

/// The first rule of parts that is broken. `all` has what was said of this unit before, too.
std::optional<Refusal> refusal_of_parts(db::Reader& reader, const Scope& scope, const OrgUnit& unit,
                                        std::span<const UnitPart> parts, std::vector<Succession> all) {
  if (parts.size() > successors_max) return invalid("parts", "Choose at most ten departments.");
  std::erase_if(all, [&](const Succession& one) { return one.is_part && one.unit == unit.id; });
  for (std::size_t i = 0; i < parts.size(); ++i) {  // ten at the most
    if (i > 0 && parts[i].into == parts[i - 1].into) return invalid("parts", "Name each department once.");
    if (auto refusal = refusal_of_part(reader, scope, unit, parts[i], all)) return refusal;
  }
  return std::nullopt;
}

json::Object details_of(std::span<const UnitPart> parts) {
  json::Array all;
  for (const auto& part : parts)
    all.emplace_back(json::Object{{"into", part.into.value}, {"from", part.from.iso()}});
  return {{"parts", std::move(all)}};
}

json::Object details_of(std::span<const Id<OrgUnit>> successors) {
  json::Array ids;
  for (const auto successor : successors) ids.emplace_back(successor.value);
  return {{"successors", std::move(ids)}};
}

/// Who would be left without a successor, or nothing.
std::optional<Refusal> refusal_of_closing(db::Reader& reader, Id<Institution> institution,
                                          const OrgDirectory& units, const OrgUnit& unit, Date on) {
  const auto below = units.children(unit.id);
  const auto open =
      std::count_if(below.begin(), below.end(), [](const auto* child) { return child->is_open; });
  if (open > 0)
    return conflict(count_words(open, "unit stands", "units stand") + " below " + unit.name +
                    ". Move or close what is below it first.");
  for (const auto& one : org_unit_store::successions(reader, institution)) {
    if (one.from <= on) continue;
    if (one.successor == unit.id)
      return conflict((one.is_part ? "A part of " : "") + std::string(units.name(one.unit)) + " goes on in " +
                      unit.name + " only after that day. Name another for it first.");
    if (one.unit == unit.id && one.is_part)
      return conflict("A part of " + unit.name + " went to " + std::string(units.name(one.successor)) +
                      " only after that day. Choose a later day.");
  }
  return std::nullopt;
}

Result<Done> set_closed(Scope& scope, Id<OrgUnit> id, std::optional<Date> on,
                        std::span<const Id<OrgUnit>> named) {
  const auto successors = sorted(named);
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto institution = scope.institution;
    const auto unit = org_unit_store::find(writer, institution, id);
    if (!unit) return unknown();
    if (unit->closed_on.has_value() == on.has_value()) return Done{};
    const auto units = read_org_directory(writer, institution);
    if (!on) {
      if (const auto refusal = refusal_of_parent(units, unit->parent)) return *refusal;
    } else {
      if (const auto refusal = refusal_of_day(*unit, *on, scope.today)) return *refusal;
      if (const auto refusal = refusal_of_closing(writer, institution, units, *unit, *on)) return *refusal;
      if (const auto refusal = refusal_of_successors(writer, institution, id, *on, successors))
        return *refusal;
    }
    org_unit_store::set_closed(writer, institution, id, on);
    org_unit_store::put_successors(writer, institution, id, successors);
    finish(scope, writer, id, on ? "closed" : "reopened",
           successors.empty() ? json::Object{} : details_of(successors));
    return Done{};
  });
}

}  // namespace

bool may_change(const Viewer& viewer) {
  return viewer.is(Role::leader) || viewer.is(Role::administrator);
}

Result<Id<OrgUnit>> add(Scope& scope, const OrgUnitDraft& untidy) {
  if (!may_change(scope.viewer)) return not_yours();
  const auto draft = tidied(untidy);
  if (auto faults = faults_of(draft, scope.today); !faults.empty()) return invalid(std::move(faults));
  return scope.write([&](db::Writer& writer) -> Result<Id<OrgUnit>> {
    const auto units = read_org_directory(writer, scope.institution);
    if (const auto refusal = refusal_of_parent(units, draft.parent)) return *refusal;
    if (!draft.external_id.empty()) {
      if (const auto other = org_unit_store::find_external(writer, scope.institution, draft.external_id))
        return invalid("external_id", "That number belongs to " + std::string(units.name(other)) + ".");
    }
    const auto id = org_unit_store::insert(writer, scope.institution,
                                           {.draft = draft,
                                            .slug = free_slug(writer, scope.institution, draft),
                                            .directory_version = 0,
                                            .recorded_at = scope.now});
    finish(scope, writer, id, "added", {});
    return id;
  });
}

Result<Done> rename(Scope& scope, Id<OrgUnit> id, std::string_view name, Date from) {
  return change_period(
      scope, id, from, "renamed", [&](db::Writer&, const OrgUnit& unit) -> Result<OrgUnitPeriod> {
        const auto draft = tidied(OrgUnitDraft{.kind = unit.kind, .name = std::string(name)});
        if (auto faults = faults_of(draft, scope.today); !faults.empty()) return invalid(std::move(faults));
        return OrgUnitPeriod{.name = draft.name, .parent = unit.parent, .valid_from = {}, .valid_to = {}};
      });
}

Result<Done> move(Scope& scope, Id<OrgUnit> id, std::optional<Id<OrgUnit>> parent, Date from) {
  return change_period(
      scope, id, from, "moved", [&](db::Writer& writer, const OrgUnit& unit) -> Result<OrgUnitPeriod> {
        const auto units = read_org_directory(writer, scope.institution);
        if (const auto refusal = refusal_of_parent(units, parent)) return *refusal;
        if (parent && makes_circle(units, id, *parent))
          return invalid("parent", std::string(units.name(parent)) + " is part of " + unit.name +
                                       ", so it cannot stand above it.");
        return OrgUnitPeriod{.name = unit.name, .parent = parent, .valid_from = {}, .valid_to = {}};
      });
}

Result<Done> close(Scope& scope, Id<OrgUnit> unit, Date on, std::span<const Id<OrgUnit>> successors) {
  if (!may_change(scope.viewer)) return not_yours();
  return set_closed(scope, unit, on, successors);
}

Result<Done> name_successors(Scope& scope, Id<OrgUnit> id, std::span<const Id<OrgUnit>> named) {
  if (!may_change(scope.viewer)) return not_yours();
  const auto successors = sorted(named);
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto unit = org_unit_store::find(writer, scope.institution, id);
    if (!unit) return unknown();
    if (!unit->closed_on) return conflict(unit->name + " is open. Close it first.");
    if (const auto refusal =
            refusal_of_successors(writer, scope.institution, id, *unit->closed_on, successors))
      return *refusal;
    std::vector<Id<OrgUnit>> there;
    for (const auto& one : org_unit_store::successions(writer, scope.institution))
      if (one.unit == id && !one.is_part) there.push_back(one.successor);
    if (there == successors) return Done{};
    org_unit_store::put_successors(writer, scope.institution, id, successors);
    finish(scope, writer, id, "successors named", details_of(successors));
    return Done{};
  });
}

Result<Done> name_parts(Scope& scope, Id<OrgUnit> id, std::span<const UnitPart> named) {
  if (!may_change(scope.viewer)) return not_yours();
  std::vector<UnitPart> parts(named.begin(), named.end());
  std::ranges::sort(parts);
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto unit = org_unit_store::find(writer, scope.institution, id);
    if (!unit) return unknown();
    const auto all = org_unit_store::successions(writer, scope.institution);
    if (const auto refusal = refusal_of_parts(writer, scope, *unit, parts, all)) return *refusal;
    std::vector<UnitPart> there;
    for (const auto& one : all)
      if (one.unit == id && one.is_part) there.push_back({one.successor, one.from});
    std::ranges::sort(there);
    if (there == parts) return Done{};
    org_unit_store::put_parts(writer, scope.institution, id, parts);
    finish(scope, writer, id, "parts named", details_of(parts));
    return Done{};
  });
}

Result<Done> reopen(Scope& scope, Id<OrgUnit> unit) {
  if (!may_change(scope.viewer)) return not_yours();
  return set_closed(scope, unit, std::nullopt, {});
}

Result<Done> remove(Scope& scope, Id<OrgUnit> id) {
  if (!may_change(scope.viewer)) return not_yours();
  try {
    return scope.write([&](db::Writer& writer) -> Result<Done> {
      if (!org_unit_store::find(writer, scope.institution, id)) return unknown();
      org_unit_store::erase(writer, scope.institution, id);
      finish(scope, writer, id, "removed", {});
      return Done{};
    });
  } catch (const db::Error& error) {
    // Who refers to a unit is for later chapters to know; the keys know them all.
    if (error.kind() != db::Error::Kind::foreign_key) throw;
    return conflict("Something belongs to this department, so it stays. Close it instead.");
  }
}

Result<OrgUnit> get(Scope& scope, Id<OrgUnit> id) {
  auto unit =
      scope.read([&](db::Reader& reader) { return org_unit_store::find(reader, scope.institution, id); });
  if (!unit) return unknown();
  return std::move(*unit);
}

Result<OrgUnit> get(Scope& scope, std::string_view slug) {
  const auto id = scope.read(
      [&](db::Reader& reader) { return org_unit_store::find_slug(reader, scope.institution, slug); });
  if (!id) return unknown();
  return get(scope, *id);
}

std::vector<Succession> successions(Scope& scope) {
  return scope.read(
      [&](db::Reader& reader) { return org_unit_store::successions(reader, scope.institution); });
}

YearsThere years_there(Scope& scope, Id<OrgUnit> id) {
  const auto unit = get(scope, id);
  if (!unit) return {};
  YearsThere there;
  if (const auto begun = begun_on(*unit)) there.first = scope.years().of(*begun);
  if (unit->closed_on) there.last = scope.years().of(*unit->closed_on);
  return there;
}

std::optional<Id<OrgUnit>> find_external(Scope& scope, std::string_view external_id) {
  return scope.read([&](db::Reader& reader) {
    return org_unit_store::find_external(reader, scope.institution, external_id);
  });
}

}  // namespace rapport::organisation
