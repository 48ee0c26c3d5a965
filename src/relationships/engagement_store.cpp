// The SQL of the engagement card.
#include "relationships/engagement_store.hpp"

namespace rapport::engagement_store {
namespace {

constexpr db::Fragment person_columns = "p.id, r.recent, r.people_reached, r.modules_reached, v.level ";
constexpr db::Fragment with_kept =
    "from persons p left join rhythms r on r.institution_id = p.institution_id and r.person_id = p.id "
    "left join relationships v on v.institution_id = p.institution_id and v.person_id = p.id and v.area = "
    "'' ";
constexpr db::Fragment rule_columns =
    "select version, recency, rhythm, two_way, depth, reach, recency_half_days, rhythm_months, reach_full, "
    "because, made_by, made_at from engagement_rules where institution_id = $1 order by version desc ";

KeptPerson read_person(const db::Row& row) {
  return {.person = row.id<Person>(0),
          .days = contact_days_of(row.text(1)),
          .people_reached = row.number(2),
          .modules_reached = row.number(3),
          .level = row.number(4)};
}

engagement::RuleChange read_rule(const db::Row& row) {
  return {.rule = {.version = row.number(0),
                   .weights = {row.number(1), row.number(2), row.number(3), row.number(4), row.number(5)},
                   .recency_half_days = row.number(6),
                   .rhythm_months = row.number(7),
                   .reach_full = row.number(8)},
          .because = row.string(9),
          .made_by = row.id<Staff>(10),
          .made_at = row.instant(11)};
}

}  // namespace

std::optional<KeptPerson> find(db::Reader& reader, Id<Institution> institution, Id<Person> person) {
  return reader.one(
      db::concat<"select ", person_columns, with_kept, "where p.institution_id = $1 and p.id = $2">,
      read_person, institution, person);
}

std::vector<KeptPerson> people_of_unit(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit) {
  return reader.all(
      db::concat<"select ", person_columns, with_kept,
                 "where p.institution_id = $1 and p.main_org_unit_id = $2 order by p.sort_key, p.id">,
      read_person, institution, unit);
}

std::optional<engagement::RuleChange> current_rule(db::Reader& reader, Id<Institution> institution) {
  return reader.one(db::concat<rule_columns, "limit 1">, read_rule, institution);
}

std::vector<engagement::RuleChange> rules(db::Reader& reader, Id<Institution> institution) {
  return reader.all(db::concat<rule_columns, "limit 100">, read_rule, institution);
}

void insert_rule(db::Writer& writer, Id<Institution> institution, const engagement::RuleChange& change) {
  const auto& rule = change.rule;
  writer.execute(
      "insert into engagement_rules (institution_id, version, recency, rhythm, two_way, depth, reach, "
      "recency_half_days, rhythm_months, reach_full, because, made_by, made_at) values ($1, $2, $3, $4, $5, "
      "$6, $7, $8, $9, $10, $11, $12, $13)",
      institution, rule.version, rule.weights[0], rule.weights[1], rule.weights[2], rule.weights[3],
      rule.weights[4], rule.recency_half_days, rule.rhythm_months, rule.reach_full, change.because,
      change.made_by, change.made_at);
}

}  // namespace rapport::engagement_store
