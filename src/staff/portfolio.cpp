// Who looks after which department: rules, one transaction a verb, audit.
#include "staff/portfolio.hpp"

#include <algorithm>
#include <array>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "staff/portfolio_store.hpp"
#include "staff/staff_store.hpp"

namespace rapport::staff {
namespace {

using portfolio_store::Why;

struct PartWords {
  PortfolioPart part;
  std::string_view code;
  std::string_view words;
};
constexpr std::array<PartWords, 3> parts{{{PortfolioPart::lead, "lead", "Leads"},
                                          {PortfolioPart::second, "second", "Seconds"},
                                          {PortfolioPart::cover, "cover", "Covers"}}};

std::optional<Refusal> refuse_unless_leader(const Scope& scope) {
  if (may_change_portfolios(scope.viewer)) return std::nullopt;
  return forbidden("Team leaders and administrators say who looks after which department.");
}

std::optional<Refusal> refuse_reason(std::string_view reason) {
  if (reason.empty()) return invalid("reason", "Say why in a few words.");
  if (character_count(reason) > portfolio_reason_characters_max)
    return invalid("reason", "A reason is at most 300 characters long.");
  return std::nullopt;
}

/// What needs no look at the department.
std::optional<Refusal> refuse_words(const PortfolioDraft& draft) {
  if (draft.to && *draft.to < draft.from) return invalid("to", "This is before it begins.");
  return refuse_reason(tidy_line(draft.reason));
}

std::optional<Refusal> refuse_unit(const OrgDirectory& units, Id<OrgUnit> id) {
  const auto* unit = units.find(id);
  if (unit == nullptr) return invalid("unit", "Choose one of the departments.");
  if (!unit->is_open) return invalid("unit", unit->name + " is closed. Nobody new looks after it.");
  return std::nullopt;
}

std::optional<Refusal> refuse_member(Scope& scope, db::Reader& reader, Id<Staff> id, std::string field) {
  const auto member = store::find(reader, scope.institution, id);
  if (!member || !member->is_active)
    return invalid(std::move(field), "Choose somebody who works at the library.");
  if (member->role == Role::director)
    return invalid(std::move(field),
                   member->given_name + " is a director: directors read, and look after no department.");
  return std::nullopt;
}

/// Another page changed who looks after it meanwhile.
std::optional<Refusal> refuse_overtaken(Scope& scope, db::Reader& reader, Id<OrgUnit> unit,
                                        std::optional<std::int64_t> seen) {
  if (!seen || *seen == portfolio_store::last_change(reader, scope.institution, unit)) return std::nullopt;
  return conflict(
      "A colleague has changed who looks after this department while you were writing. Your words are kept "
      "below.");
}

bool overlap(const PortfolioEntry& one, Date from, std::optional<Date> to) {
  return (!to || one.valid_from <= *to) && (!one.valid_to || from <= *one.valid_to);
}

std::optional<Refusal> refuse_twice(Scope& scope, db::Reader& reader, const PortfolioDraft& draft) {
  for (const auto& entry : portfolio_store::of_unit(reader, scope.institution, draft.unit))
    if (entry.staff == draft.staff && entry.part == draft.part && overlap(entry, draft.from, draft.to))
      return invalid("staff", store::find(reader, scope.institution, draft.staff)->given_name +
                                  " looks after this department already.");
  return std::nullopt;
}

/// Ends on the day before `from`; what would only begin then never does.
void give_way(Scope& scope, db::Writer& writer, const PortfolioEntry& entry, Date from, const Why& why) {
  if (entry.valid_from >= from)
    portfolio_store::erase(scope, writer, entry, why);
  else
    portfolio_store::set_end(scope, writer, entry, from.plus_days(-1), PortfolioAction::ended, why);
  store::touch_directory(writer, scope.institution, entry.staff);
}

/// One lead at a time: those of these days give way.
void make_way_for_lead(Scope& scope, db::Writer& writer, const PortfolioEntry& wanted, const Why& why) {
  for (const auto& entry : portfolio_store::of_unit(writer, scope.institution, wanted.unit))
    if (entry.part == PortfolioPart::lead && overlap(entry, wanted.valid_from, wanted.valid_to))
      give_way(scope, writer, entry, wanted.valid_from, why);
}

Id<Portfolio> take_on(Scope& scope, db::Writer& writer, const PortfolioEntry& wanted, const Why& why) {
  if (wanted.part == PortfolioPart::lead) make_way_for_lead(scope, writer, wanted, why);
  const auto id = portfolio_store::insert(scope, writer, wanted, PortfolioAction::taken_on, why);
  store::touch_directory(writer, scope.institution, wanted.staff);
  return id;
}

void note(Scope& scope, db::Writer& writer, std::string_view action, std::optional<std::int64_t> id) {
  audit::record_change(scope, writer, {.action = action, .subject = "portfolio", .subject_id = id});
}

bool is_conflict(const Refusal& refusal) {
  return refusal.kind == Refusal::Kind::conflict;
}

/// What is wrong with one of several departments, said so that it can be found among them.
Fault fault_of_row(const OrgDirectory& units, Id<OrgUnit> id, const Refusal& refusal) {
  const bool is_about_unit = !refusal.faults.empty() && refusal.faults.front().field == "unit";
  if (is_about_unit) return {"", refusal.message};
  return {
      "unit-" + std::to_string(id.value),
      std::string(units.name(id)) + ": " +
          (is_conflict(refusal) ? "a colleague has changed who looks after it while you were writing. Its "
                                  "row shows who does now."
                                : refusal.message)};
}

// Passing on ------------------------------------------------------------------------------------------

struct Passing {
  Scope& scope;
  db::Writer& writer;
  const PassOn& wanted;
  Why why;
};

std::vector<PortfolioEntry> parts_in(const Passing& passing, Id<OrgUnit> unit, Id<Staff> staff, Date from,
                                     std::optional<Date> to) {
  auto all = portfolio_store::of_unit(passing.writer, passing.scope.institution, unit);
  std::erase_if(
      all, [&](const PortfolioEntry& entry) { return entry.staff != staff || !overlap(entry, from, to); });
  return all;
}

void pass_for_good(const Passing& passing, const PortfolioEntry& part) {
  auto& scope = passing.scope;
  const auto from = std::max(part.valid_from, passing.wanted.from_on);
  give_way(scope, passing.writer, part, passing.wanted.from_on, passing.why);
  const auto theirs = parts_in(passing, part.unit, passing.wanted.to, from, part.valid_to);
  const auto has = [&](PortfolioPart which) {
    return std::ranges::count(theirs, which, &PortfolioEntry::part) > 0;
  };
  if (has(part.part) || (part.part != PortfolioPart::lead && has(PortfolioPart::lead))) return;
  for (const auto& lesser : theirs) give_way(scope, passing.writer, lesser, from, passing.why);
  take_on(scope, passing.writer,
          {.unit = part.unit,
           .staff = passing.wanted.to,
           .part = part.part,
           .valid_from = from,
           .valid_to = part.valid_to},
          passing.why);
}

void cover(const Passing& passing, Id<OrgUnit> unit) {
  const auto& wanted = passing.wanted;
  if (!parts_in(passing, unit, wanted.to, wanted.from_on, wanted.until).empty()) return;
  take_on(passing.scope, passing.writer,
          {.unit = unit,
           .staff = wanted.to,
           .part = PortfolioPart::cover,
           .valid_from = wanted.from_on,
           .valid_to = wanted.until},
          passing.why);
}

/// False where the entry is not as the change left it.
bool undo(Scope& scope, db::Writer& writer, const PortfolioChangeRow& change, const Why& why) {
  if (change.action == PortfolioAction::never_began) {
    auto again = change.entry;
    again.valid_to = change.ended_before;
    (void)portfolio_store::insert(scope, writer, again, PortfolioAction::put_back, why);
  } else {
    const auto now = portfolio_store::find(writer, scope.institution, change.entry.id);
    if (!now || now->valid_to != change.entry.valid_to) return false;
    if (change.action == PortfolioAction::taken_on)
      portfolio_store::erase(scope, writer, *now, why);
    else
      portfolio_store::set_end(scope, writer, *now, change.ended_before, PortfolioAction::put_back, why);
  }
  store::touch_directory(writer, scope.institution, change.entry.staff);
  return true;
}

Refusal changed_since() {
  return conflict(
      "Who looks after these departments was changed after this hand-over, so it can no longer be undone as "
      "a "
      "whole. Change what is left on the pages of the departments.");
}

/// Whether the unit's last change is one of this hand-over.
bool is_last(Scope& scope, db::Reader& reader, Id<OrgUnit> unit,
             std::span<const PortfolioChangeRow> changes) {
  const auto last = portfolio_store::last_change(reader, scope.institution, unit);
  return std::ranges::any_of(changes,
                             [&](const PortfolioChangeRow& change) { return change.id.value == last; });
}

}  // namespace

std::string_view code(PortfolioPart part) {
  return parts[static_cast<std::size_t>(part)].code;
}
std::string_view words(PortfolioPart part) {
  return parts[static_cast<std::size_t>(part)].words;
}

std::optional<PortfolioPart> portfolio_part_of(std::string_view code) {
  for (const auto& part : parts)
    if (part.code == code) return part.part;
  return std::nullopt;
}

std::string_view code(PortfolioAction action) {
  static constexpr std::array<std::string_view, 4> codes{"taken_on", "ended", "never_began", "put_back"};
  return codes[static_cast<std::size_t>(action)];
}

bool may_change_portfolios(const Viewer& viewer) {
  return viewer.is(Role::leader) || viewer.is(Role::administrator);
}

Result<Id<Portfolio>> look_after(Scope& scope, const OrgDirectory& units, const PortfolioDraft& draft) {
  if (auto refusal = refuse_unless_leader(scope)) return *refusal;
  if (auto refusal = refuse_unit(units, draft.unit)) return *refusal;
  if (auto refusal = refuse_words(draft)) return *refusal;
  const auto reason = tidy_line(draft.reason);
  return scope.write([&](db::Writer& writer) -> Result<Id<Portfolio>> {
    if (auto refusal = refuse_overtaken(scope, writer, draft.unit, draft.seen)) return *refusal;
    if (auto refusal = refuse_member(scope, writer, draft.staff, "staff")) return *refusal;
    if (auto refusal = refuse_twice(scope, writer, draft)) return *refusal;
    const auto id = take_on(scope, writer,
                            {.unit = draft.unit,
                             .staff = draft.staff,
                             .part = draft.part,
                             .valid_from = draft.from,
                             .valid_to = draft.to},
                            {.reason = reason});
    note(scope, writer, "taken on", id.value);
    return id;
  });
}

Refusal nothing_ticked() {
  return invalid("units", "Tick at least one department.");
}

Result<Done> look_after_several(Scope& scope, const OrgDirectory& units, const PortfolioDraft& draft,
                                std::span<const SeenUnit> ticked) {
  if (auto refusal = refuse_unless_leader(scope)) return *refusal;
  if (ticked.empty()) return nothing_ticked();
  if (auto refusal = refuse_words(draft)) return *refusal;
  return scope.write_whole([&](db::Writer& writer) -> Result<Done> {
    if (auto refusal = refuse_member(scope, writer, draft.staff, "staff")) return *refusal;
    std::vector<Refusal> refusals;
    std::vector<Fault> faults;
    // Some look-ups for each department that was ticked.
    for (const auto& one : ticked) {
      auto of_one = draft;
      of_one.unit = one.id;
      of_one.seen = one.seen;
      const auto made = look_after(scope, units, of_one);
      if (made) continue;
      refusals.push_back(made.refusal());
      faults.push_back(fault_of_row(units, one.id, made.refusal()));
    }
    if (refusals.empty()) return Done{};
    auto refusal = invalid(std::move(faults));
    if (std::ranges::all_of(refusals, is_conflict)) refusal.kind = Refusal::Kind::conflict;
    return refusal;
  });
}

Result<Done> end_portfolio(Scope& scope, Id<Portfolio> id, const PortfolioEnding& ending) {
  if (auto refusal = refuse_unless_leader(scope)) return *refusal;
  const auto reason = tidy_line(ending.reason);
  if (auto refusal = refuse_reason(reason)) return *refusal;
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto entry = portfolio_store::find(writer, scope.institution, id);
    if (!entry || (entry->valid_to && *entry->valid_to <= ending.on))
      return not_found("This has ended already.");
    if (auto refusal = refuse_overtaken(scope, writer, entry->unit, ending.seen)) return *refusal;
    if (ending.on < entry->valid_from) return invalid("valid_to", "This is before it began.");
    portfolio_store::set_end(scope, writer, *entry, ending.on, PortfolioAction::ended, {.reason = reason});
    store::touch_directory(writer, scope.institution, entry->staff);
    note(scope, writer, "handed back", id.value);
    return Done{};
  });
}

Result<Done> call_off(Scope& scope, Id<Portfolio> id, const PortfolioEnding& ending) {
  if (auto refusal = refuse_unless_leader(scope)) return *refusal;
  const auto reason = tidy_line(ending.reason);
  if (auto refusal = refuse_reason(reason)) return *refusal;
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto entry = portfolio_store::find(writer, scope.institution, id);
    if (!entry) return not_found("This is not there any more.");
    if (auto refusal = refuse_overtaken(scope, writer, entry->unit, ending.seen)) return *refusal;
    if (entry->valid_from <= scope.today) return conflict("This has begun already. It can be ended.");
    portfolio_store::erase(scope, writer, *entry, {.reason = reason});
    store::touch_directory(writer, scope.institution, entry->staff);
    note(scope, writer, "called off", id.value);
    return Done{};
  });
}

Result<Done> pass_on(Scope& scope, const OrgDirectory& units, const PassOn& wanted) {
  if (auto refusal = refuse_unless_leader(scope)) return *refusal;
  for (const auto unit : wanted.units)
    if (auto refusal = refuse_unit(units, unit)) return *refusal;
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    if (auto refusal = refuse_member(scope, writer, wanted.to, "to")) return *refusal;
    const Passing passing{scope, writer, wanted, {.reason = wanted.reason, .hand_over = wanted.hand_over}};
    // Some look-ups for each department of one colleague.
    for (const auto unit : wanted.units) {
      if (wanted.until) {
        cover(passing, unit);
        continue;
      }
      for (const auto& part : parts_in(passing, unit, wanted.from, wanted.from_on, std::nullopt))
        pass_for_good(passing, part);
    }
    note(scope, writer, "passed on", std::nullopt);
    return Done{};
  });
}

Result<Done> put_back(Scope& scope, Id<HandOver> hand_over, std::string_view reason) {
  if (auto refusal = refuse_unless_leader(scope)) return *refusal;
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto changes = portfolio_store::changes_of_hand_over(writer, scope.institution, hand_over);
    for (const auto& change : changes)
      if (!is_last(scope, writer, change.entry.unit, changes)) return changed_since();
    for (const auto& change : changes)
      if (!undo(scope, writer, change, {.reason = reason})) return changed_since();
    note(scope, writer, "put back", std::nullopt);
    return Done{};
  });
}

std::vector<PortfolioEntry> portfolio_of(Scope& scope, Id<Staff> staff) {
  return scope.read([&](db::Reader& reader) {
    return portfolio_store::of_staff(reader, scope.institution, staff, scope.today);
  });
}

std::vector<PortfolioEntry> keepers_of(Scope& scope, Id<OrgUnit> unit) {
  return scope.read(
      [&](db::Reader& reader) { return portfolio_store::of_unit(reader, scope.institution, unit); });
}

std::vector<PortfolioEntry> all_portfolios(Scope& scope) {
  auto all = scope.read(
      [&](db::Reader& reader) { return portfolio_store::not_over(reader, scope.institution, scope.today); });
  std::ranges::stable_sort(all, {}, [](const PortfolioEntry& entry) {
    return std::tuple(entry.unit.value, entry.part, entry.valid_from);
  });
  return all;
}

std::vector<PortfolioChangeRow> changes_of(Scope& scope, Id<OrgUnit> unit) {
  return scope.read(
      [&](db::Reader& reader) { return portfolio_store::changes_of_unit(reader, scope.institution, unit); });
}

std::vector<PortfolioChangeRow> changes_of(Scope& scope, Id<HandOver> hand_over) {
  return scope.read([&](db::Reader& reader) {
    return portfolio_store::changes_of_hand_over(reader, scope.institution, hand_over);
  });
}

std::int64_t last_change(Scope& scope, Id<OrgUnit> unit) {
  return scope.read(
      [&](db::Reader& reader) { return portfolio_store::last_change(reader, scope.institution, unit); });
}

std::unordered_map<Id<OrgUnit>, std::int64_t> last_changes(Scope& scope) {
  const auto all = scope.read(
      [&](db::Reader& reader) { return portfolio_store::last_changes(reader, scope.institution); });
  return {all.begin(), all.end()};
}

}  // namespace rapport::staff
