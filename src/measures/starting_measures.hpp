// The measures that every library starts with: what Rapport counts itself (product.md), and figures that
// libraries have from elsewhere, in the words of SCONUL's return and of COUNTER 5.
#pragma once

#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "measures/measure.hpp"
#include "scope/scope.hpp"

namespace rapport {

struct Institution;

/// In the order of their pages.
[[nodiscard]] std::vector<Measure> starting_measures();

/// The words of a computed figure: how it is counted.
[[nodiscard]] std::string_view formula_words(Formula formula);

/// Writes them for an institution that has no measures yet; else nothing. Part of setting it up: no
/// permission, no audit.
void insert_measures(db::Writer& writer, Id<Institution> institution, Instant now);

}  // namespace rapport
