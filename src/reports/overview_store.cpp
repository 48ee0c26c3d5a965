// The SQL of the library's overview.
#include "reports/overview_store.hpp"

namespace rapport::overview_store {

std::vector<UnitMonth> months(db::Reader& reader, Id<Institution> institution, Date from, Date to) {
  return reader.all(
      "select org_unit_id, month, conversations from unit_months where institution_id = $1 and month >= $2 "
      "and "
      "month <= $3 order by org_unit_id, month",
      [](const db::Row& row) {
        return UnitMonth{row.id<OrgUnit>(0), row.date(1), row.number(2)};
      },
      institution, from, to);
}

int count(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit, Date from, Date to) {
  return static_cast<int>(reader.count(
      "select count(*) from interaction_units where institution_id = $1 and org_unit_id = $2 and happened_on "
      ">= $3 and happened_on <= $4 and visibility < 2",
      institution, unit, from, to));
}

std::vector<LevelOf> levels_from(db::Reader& reader, Id<Institution> institution, int level) {
  return reader.all(
      "select p.id, p.main_org_unit_id, v.level from relationships v join persons p on p.institution_id = "
      "v.institution_id and p.id = v.person_id where v.institution_id = $1 and v.area = '' and v.level >= $2 "
      "and p.main_org_unit_id is not null order by p.id",
      [](const db::Row& row) {
        return LevelOf{row.id<Person>(0), row.id<OrgUnit>(1), row.number(2)};
      },
      institution, level);
}

}  // namespace rapport::overview_store
