// The SQL of a path's marks.
#include "relationships/path_store.hpp"

#include "interactions/may_read.hpp"

namespace rapport::path_store {
namespace {

PathMark read_mark(const db::Row& row) {
  return {.happened_on = row.date(0), .led_on = row.integer(1) > 0};
}

}  // namespace

std::vector<PathMark> marks(db::Reader& reader, const Scope& scope, RelationshipWith with) {
  if (const auto* person = std::get_if<Id<Person>>(&with))
    return reader.all(
        db::concat<"select i.happened_on, i.bump_count from interaction_persons l join interactions i on "
                   "i.institution_id = l.institution_id and i.id = l.interaction_id where l.institution_id = "
                   "$1 and l.person_id = $4 and l.happened_on <= $5 and i.withdrawn_at is null and ",
                   may_read, "order by l.happened_on, l.interaction_id limit 5000">,
        read_mark, scope.institution, scope.viewer.staff, team_number(scope), *person, scope.today);
  return reader.all(
      db::concat<"select i.happened_on, i.bump_count from interaction_units l join interactions i on "
                 "i.institution_id = l.institution_id and i.id = l.interaction_id where l.institution_id = "
                 "$1 and l.org_unit_id = $4 and l.happened_on <= $5 and i.withdrawn_at is null and ",
                 may_read, "order by l.happened_on, l.interaction_id limit 5000">,
      read_mark, scope.institution, scope.viewer.staff, team_number(scope), std::get<Id<OrgUnit>>(with),
      scope.today);
}

}  // namespace rapport::path_store
