// Counts what grew.
#include "bumps/grown.hpp"

#include <algorithm>

namespace rapport::bumps {

std::vector<ChainTotal> totals_of(const std::vector<GrownKind>& grown, const Vocabulary& vocabulary) {
  std::vector<ChainTotal> totals;
  int students = 0;
  for (const auto& one : grown) {
    const auto* kind = vocabulary.find(one.kind);
    if (kind == nullptr || kind->outcome_value <= 0) continue;
    if (kind->family == Family::teaching) students += one.attendees;
    totals.push_back({one.count, one.count == 1 ? kind->name : plural_of(*kind)});
  }
  std::ranges::stable_sort(totals, std::greater(), &ChainTotal::number);
  if (students > 0) totals.insert(totals.begin(), {students, "students taught"});
  return totals;
}

std::vector<GrownKind> grown_from(Scope& scope, Id<Person> person, Date since) {
  return scope.read([&](db::Reader& reader) {
    return reader.all(
        "with recursive down (id) as ("
        "select b.to_id from interaction_persons p join bumps b on b.institution_id = $1 "
        "and b.from_id = p.interaction_id and b.state = 'accepted' "
        "where p.institution_id = $1 and p.person_id = $2 and p.happened_on >= $3 and p.visibility = 0 "
        "union select b.to_id from down join bumps b on b.institution_id = $1 and b.from_id = down.id "
        "and b.state = 'accepted') "
        "select i.kind_id, count(*), coalesce(sum(i.attendees), 0) from down join interactions i "
        "on i.institution_id = $1 and i.id = down.id where i.withdrawn_at is null and i.visibility = 0 "
        "and i.happened_on <= $4 group by i.kind_id order by i.kind_id limit 500",
        [](const db::Row& row) {
          return GrownKind{row.id<InteractionKind>(0), row.number(1), row.number(2)};
        },
        scope.institution, person, since, scope.today);
  });
}

}  // namespace rapport::bumps
