// Who looks after which department: rules, rows and audit.
#include "staff/portfolio.hpp"

#include <array>

#include "audit/audit.hpp"
#include "staff/staff_store.hpp"

namespace rapport::staff {
namespace {

struct PartWords {
  PortfolioPart part;
  std::string_view code;
  std::string_view words;
};
constexpr std::array<PartWords, 3> parts{{{PortfolioPart::lead, "lead", "Leads"},
                                          {PortfolioPart::second, "second", "Seconds"},
                                          {PortfolioPart::cover, "cover", "Covers"}}};

std::optional<Refusal> refuse_unless_leader(const Scope& scope) {
  if (scope.viewer.is(Role::leader) || scope.viewer.is(Role::administrator)) return std::nullopt;
  return forbidden("Team leaders and administrators say who looks after which department.");
}

PortfolioEntry read_entry(const db::Row& row) {
  return {.id = row.id<Portfolio>(0),
          .unit = row.id<OrgUnit>(1),
          .staff = row.id<Staff>(2),
          .part = portfolio_part_of(row.text(3)).value_or(PortfolioPart::lead),
          .valid_from = row.date(4),
          .valid_to = row.optional_date(5)};
}

std::optional<PortfolioEntry> find(db::Reader& reader, Id<Institution> institution, Id<Portfolio> id) {
  return reader.one(
      "select id, org_unit_id, staff_id, part, valid_from, valid_to from portfolios "
      "where institution_id = $1 and id = $2",
      read_entry, institution, id);
}

bool looks_after_already(Scope& scope, db::Reader& reader, const PortfolioDraft& draft) {
  return reader.exists(
      "select 1 from portfolios where institution_id = $1 and org_unit_id = $2 and staff_id = $3 and part = "
      "$4 "
      "and (valid_to is null or valid_to >= $5)",
      scope.institution, draft.unit, draft.staff, code(draft.part), draft.from);
}

std::optional<Refusal> refuse_staff(Scope& scope, db::Reader& reader, const PortfolioDraft& draft) {
  const auto member = store::find(reader, scope.institution, draft.staff);
  if (!member || !member->is_active) return invalid("staff", "Choose somebody who works at the library.");
  if (looks_after_already(scope, reader, draft))
    return invalid("staff", member->given_name + " looks after this department already.");
  return std::nullopt;
}

/// The lead of until now ends on the day before; one who would only have begun later never does.
void hand_over(Scope& scope, db::Writer& writer, const PortfolioDraft& draft) {
  writer.execute(
      "delete from portfolios where institution_id = $1 and org_unit_id = $2 and part = 'lead' and "
      "valid_from >= $3",
      scope.institution, draft.unit, draft.from);
  writer.execute(
      "update portfolios set valid_to = $4 where institution_id = $1 and org_unit_id = $2 and part = 'lead' "
      "and valid_from < $3 and (valid_to is null or valid_to >= $3)",
      scope.institution, draft.unit, draft.from, draft.from.plus_days(-1));
}

void record(Scope& scope, db::Writer& writer, std::string_view action, Id<Portfolio> id) {
  audit::record_change(scope, writer, {.action = action, .subject = "portfolio", .subject_id = id.value});
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

Result<Id<Portfolio>> look_after(Scope& scope, const OrgDirectory& units, const PortfolioDraft& draft) {
  if (auto refusal = refuse_unless_leader(scope)) return *refusal;
  const auto* unit = units.find(draft.unit);
  if (unit == nullptr || !unit->is_open) return invalid("unit", "Choose one of the departments.");
  return scope.write([&](db::Writer& writer) -> Result<Id<Portfolio>> {
    if (auto refusal = refuse_staff(scope, writer, draft)) return *refusal;
    if (draft.part == PortfolioPart::lead) hand_over(scope, writer, draft);
    const auto id = writer.insert<Portfolio>(
        "insert into portfolios (institution_id, org_unit_id, staff_id, part, valid_from) "
        "values ($1, $2, $3, $4, $5) returning id",
        scope.institution, draft.unit, draft.staff, code(draft.part), draft.from);
    store::touch_directory(writer, scope.institution, draft.staff);
    record(scope, writer, "taken on", id);
    return id;
  });
}

Result<Done> end_portfolio(Scope& scope, Id<Portfolio> id, Date on) {
  if (auto refusal = refuse_unless_leader(scope)) return *refusal;
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto entry = find(writer, scope.institution, id);
    if (!entry || (entry->valid_to && *entry->valid_to <= on)) return not_found("This has ended already.");
    if (on < entry->valid_from) return invalid("valid_to", "This is before it began.");
    writer.execute("update portfolios set valid_to = $3 where institution_id = $1 and id = $2",
                   scope.institution, id, on);
    store::touch_directory(writer, scope.institution, entry->staff);
    record(scope, writer, "handed back", id);
    return Done{};
  });
}

std::vector<PortfolioEntry> portfolio_of(Scope& scope, Id<Staff> staff) {
  return scope.read([&](db::Reader& reader) {
    return reader.all(
        "select p.id, p.org_unit_id, p.staff_id, p.part, p.valid_from, p.valid_to from portfolios p "
        "join org_units u on u.institution_id = p.institution_id and u.id = p.org_unit_id "
        "where p.institution_id = $1 and p.staff_id = $2 and (p.valid_to is null or p.valid_to >= $3) "
        "order by u.sort_key, p.id limit 500",
        read_entry, scope.institution, staff, scope.today);
  });
}

std::vector<PortfolioEntry> keepers_of(Scope& scope, Id<OrgUnit> unit) {
  return scope.read([&](db::Reader& reader) {
    return reader.all(
        "select id, org_unit_id, staff_id, part, valid_from, valid_to from portfolios "
        "where institution_id = $1 and org_unit_id = $2 order by valid_from desc, id desc limit 200",
        read_entry, scope.institution, unit);
  });
}

}  // namespace rapport::staff
