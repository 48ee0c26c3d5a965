// The SQL of credit: outcomes with one academic or one department. Row -> value, nothing else.
#pragma once

#include <vector>

#include "bumps/credit.hpp"
#include "db/connection.hpp"

namespace rapport::credit_store {

struct Years {
  Date first = {};
  Date last = {};
};

/// Everything of a kind with a value that stands, whoever may read it; without its parents.
[[nodiscard]] std::vector<CreditStep> outcomes_with(db::Reader& reader, Id<Institution> institution,
                                                    Id<Person> person, const Years& years);
/// Those in which nobody was named.
[[nodiscard]] std::vector<CreditStep> outcomes_with(db::Reader& reader, Id<Institution> institution,
                                                    Id<OrgUnit> unit, const Years& years);

}  // namespace rapport::credit_store
