// The SQL of when academic years begin. What holds is read by scope/ (academic_years_of).
#pragma once

#include <vector>

#include "db/connection.hpp"
#include "organisation/year_start.hpp"
#include "scope/scope.hpp"

namespace rapport::year_start_store {

/// Newest first.
[[nodiscard]] std::vector<YearStartChange> changes(db::Reader& reader, Id<Institution> institution);
/// The newest one's; 0 where there is none.
[[nodiscard]] int last_number(db::Reader& reader, Id<Institution> institution);
void insert(db::Writer& writer, Id<Institution> institution, const YearStartChange& change);

}  // namespace rapport::year_start_store
