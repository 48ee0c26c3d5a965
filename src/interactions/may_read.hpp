// What a viewer may read, as one piece of SQL for every statement that shows conversations.
#pragma once

#include "db/sql.hpp"
#include "scope/scope.hpp"

namespace rapport {

/// A condition on `interactions i`: $2 is the viewer, $3 is team_number of their scope.
inline constexpr db::Fragment may_read =
    "(i.visibility = 0 or (i.visibility = 1 and i.team_id = $3) or i.recorded_by = $2 or exists ("
    "select 1 from interaction_staff s where s.institution_id = i.institution_id and s.staff_id = $2 "
    "and s.happened_on = i.happened_on and s.interaction_id = i.id)) ";

/// The viewer's team, 0 for none.
[[nodiscard]] inline std::int64_t team_number(const Scope& scope) {
  return scope.viewer.team ? scope.viewer.team->value : 0;
}

}  // namespace rapport
