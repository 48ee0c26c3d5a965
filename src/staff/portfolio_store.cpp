// The SQL of portfolios.
#include "staff/portfolio_store.hpp"

namespace rapport::portfolio_store {
namespace {

using staff::PortfolioAction;

constexpr db::Fragment columns = "p.id, p.org_unit_id, p.staff_id, p.part, p.valid_from, p.valid_to ";
constexpr db::Fragment change_columns =
    "select c.portfolio_id, c.org_unit_id, c.staff_id, c.part, c.valid_from, c.valid_to, c.id, c.action, "
    "c.ended_before, c.reason, c.hand_over_id, c.made_by, c.made_at from portfolio_changes c ";

PortfolioEntry read_entry(const db::Row& row) {
  return {.id = row.id<Portfolio>(0),
          .unit = row.id<OrgUnit>(1),
          .staff = row.id<Staff>(2),
          .part = staff::portfolio_part_of(row.text(3)).value_or(staff::PortfolioPart::lead),
          .valid_from = row.date(4),
          .valid_to = row.optional_date(5)};
}

PortfolioAction action_of(std::string_view text) {
  for (const auto action : {PortfolioAction::ended, PortfolioAction::never_began, PortfolioAction::put_back})
    if (staff::code(action) == text) return action;
  return PortfolioAction::taken_on;
}

PortfolioChangeRow read_change(const db::Row& row) {
  return {.id = row.id<PortfolioChange>(6),
          .entry = read_entry(row),
          .action = action_of(row.text(7)),
          .ended_before = row.optional_date(8),
          .reason = row.string(9),
          .hand_over = row.optional_id<HandOver>(10),
          .made_by = row.id<Staff>(11),
          .made_at = row.instant(12)};
}

void keep_change(Scope& scope, db::Writer& writer, const PortfolioEntry& entry,
                 std::optional<Date> ended_before, PortfolioAction action, const Why& why) {
  writer.execute(
      "insert into portfolio_changes (institution_id, portfolio_id, org_unit_id, staff_id, part, action, "
      "valid_from, valid_to, ended_before, reason, hand_over_id, made_by, made_at) values ($1, $2, $3, $4, "
      "$5, $6, $7, $8, $9, $10, $11, $12, $13)",
      scope.institution, entry.id, entry.unit, entry.staff, staff::code(entry.part), staff::code(action),
      entry.valid_from, entry.valid_to, ended_before, why.reason, why.hand_over, scope.viewer.staff,
      scope.now);
}

}  // namespace

std::optional<PortfolioEntry> find(db::Reader& reader, Id<Institution> institution, Id<Portfolio> id) {
  return reader.one(
      db::concat<"select ", columns, "from portfolios p where p.institution_id = $1 and p.id = $2">,
      read_entry, institution, id);
}

std::vector<PortfolioEntry> of_unit(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit) {
  return reader.all(
      db::concat<"select ", columns, "from portfolios p where p.institution_id = $1 and p.org_unit_id = $2 ",
                 "order by p.valid_from desc, p.id desc limit 200">,
      read_entry, institution, unit);
}

std::vector<PortfolioEntry> of_staff(db::Reader& reader, Id<Institution> institution, Id<Staff> staff,
                                     Date on) {
  return reader.all(
      db::concat<"select ", columns,
                 "from portfolios p join org_units u on u.institution_id = p.institution_id and u.id = "
                 "p.org_unit_id where p.institution_id = $1 and p.staff_id = $2 and (p.valid_to is null or ",
                 "p.valid_to >= $3) order by u.sort_key, p.id limit 500">,
      read_entry, institution, staff, on);
}

std::vector<PortfolioEntry> not_over(db::Reader& reader, Id<Institution> institution, Date on) {
  return reader.all(
      db::concat<"select ", columns, "from portfolios p where p.institution_id = $1 and ",
                 "(p.valid_to is null or p.valid_to >= $2) order by p.org_unit_id, p.valid_from, p.id ",
                 "limit 20000">,
      read_entry, institution, on);
}

std::vector<PortfolioChangeRow> changes_of_unit(db::Reader& reader, Id<Institution> institution,
                                                Id<OrgUnit> unit) {
  return reader.all(db::concat<"", change_columns, "where c.institution_id = $1 and c.org_unit_id = $2 ",
                               "order by c.id desc limit 200">,
                    read_change, institution, unit);
}

std::vector<PortfolioChangeRow> changes_of_hand_over(db::Reader& reader, Id<Institution> institution,
                                                     Id<HandOver> hand_over) {
  return reader.all(db::concat<"", change_columns, "where c.institution_id = $1 and c.hand_over_id = $2 ",
                               "order by c.id desc limit 5000">,
                    read_change, institution, hand_over);
}

std::int64_t last_change(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit) {
  return reader.count(
      "select coalesce(max(id), 0) from portfolio_changes where institution_id = $1 and org_unit_id = $2",
      institution, unit);
}

std::vector<std::pair<Id<OrgUnit>, std::int64_t>> last_changes(db::Reader& reader,
                                                               Id<Institution> institution) {
  return reader.all(
      "select org_unit_id, max(id) from portfolio_changes where institution_id = $1 group by org_unit_id "
      "order by org_unit_id limit 20000",
      [](const db::Row& row) { return std::pair(row.id<OrgUnit>(0), row.integer(1)); }, institution);
}

Id<Portfolio> insert(Scope& scope, db::Writer& writer, const PortfolioEntry& entry, PortfolioAction action,
                     const Why& why) {
  auto made = entry;
  made.id = writer.insert<Portfolio>(
      "insert into portfolios (institution_id, org_unit_id, staff_id, part, valid_from, valid_to) values "
      "($1, $2, $3, $4, $5, $6) returning id",
      scope.institution, entry.unit, entry.staff, staff::code(entry.part), entry.valid_from, entry.valid_to);
  keep_change(scope, writer, made, std::nullopt, action, why);
  return made.id;
}

void set_end(Scope& scope, db::Writer& writer, const PortfolioEntry& entry, std::optional<Date> last_day,
             PortfolioAction action, const Why& why) {
  writer.execute("update portfolios set valid_to = $3 where institution_id = $1 and id = $2",
                 scope.institution, entry.id, last_day);
  auto after = entry;
  after.valid_to = last_day;
  keep_change(scope, writer, after, entry.valid_to, action, why);
}

void erase(Scope& scope, db::Writer& writer, const PortfolioEntry& entry, const Why& why) {
  writer.execute("delete from portfolios where institution_id = $1 and id = $2", scope.institution, entry.id);
  keep_change(scope, writer, entry, entry.valid_to, PortfolioAction::never_began, why);
}

}  // namespace rapport::portfolio_store
