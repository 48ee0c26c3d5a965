// The SQL of credit.
#include "bumps/credit_store.hpp"

#include "interactions/id_list.hpp"

namespace rapport::credit_store {
namespace {

constexpr db::Fragment columns =
    "select i.id, i.kind_id, k.outcome_value, i.happened_on, i.staff, i.people, i.org_unit_id ";
constexpr db::Fragment standing =
    "join interactions i on i.institution_id = p.institution_id and i.id = p.interaction_id "
    "join interaction_kinds k on k.institution_id = i.institution_id and k.id = i.kind_id "
    "where p.institution_id = $1 and p.happened_on >= $3 and p.happened_on <= $4 "
    "and k.outcome_value > 0 and i.withdrawn_at is null ";

CreditStep read_step(const db::Row& row) {
  return {.id = row.id<Interaction>(0),
          .kind = row.id<InteractionKind>(1),
          .outcome_value = row.number(2),
          .happened_on = row.date(3),
          .staff = ids_of<Staff>(row.text(4)),
          .people = ids_of<Person>(row.text(5)),
          .org_unit = row.optional_id<OrgUnit>(6)};
}

}  // namespace

std::vector<CreditStep> outcomes_with(db::Reader& reader, Id<Institution> institution, Id<Person> person,
                                      const Years& years) {
  return reader.all(db::concat<columns, "from interaction_persons p ", standing,
                               "and p.person_id = $2 order by i.happened_on, i.id limit 1000">,
                    read_step, institution, person, years.first, years.last);
}

std::vector<CreditStep> outcomes_with(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                                      const Years& years) {
  return reader.all(
      db::concat<columns, "from interaction_units p ", standing,
                 "and p.org_unit_id = $2 and i.people = '' order by i.happened_on, i.id limit 1000">,
      read_step, institution, unit, years.first, years.last);
}

}  // namespace rapport::credit_store
