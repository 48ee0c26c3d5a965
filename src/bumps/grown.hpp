// What grew from the conversations with a person: everything that came out of them, in numbers.
#pragma once

#include <span>
#include <vector>

#include "bumps/chain.hpp"
#include "scope/scope.hpp"

namespace rapport::bumps {

/// What came of it by kind, as the database counts it.
struct GrownKind {
  Id<InteractionKind> kind = {};
  int count = 0;
  int attendees = 0;
};
/// Students taught, then the other outcomes by their kinds, most first; never a zero. Kinds that are no
/// outcome do not count.
[[nodiscard]] std::vector<ChainTotal> totals_of(const std::vector<GrownKind>& grown,
                                                const Vocabulary& vocabulary);

/// Of the conversations with that person since `since`, under any of the records that are them: whatever came
/// out of them over any number of bumps and has happened, each once, without what is not for everybody to
/// read. Cost grows with their conversations and chains.
[[nodiscard]] std::vector<GrownKind> grown_from(Scope& scope, std::span<const Id<Person>> records,
                                                Date since);

/// The first day of the academic year before the last one: what a person's page counts from.
[[nodiscard]] Date grown_since(Date today, const AcademicYears& years);

/// What grew from those has changed, or may have: their counts are made anew by keep_grown and until then on
/// each look. Somebody without a row has none yet.
void note_grown(db::Writer& writer, Id<Institution> institution, std::span<const Id<Person>> records);
/// The same for everybody who has a row.
void note_all_grown(db::Writer& writer, Id<Institution> institution);
/// Makes some of them anew. True when there may be more; for a job, so there is no permission.
bool keep_grown(Scope& scope);

}  // namespace rapport::bumps
