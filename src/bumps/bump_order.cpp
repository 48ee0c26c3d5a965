// The order of a link's two conversations.
#include "bumps/bump_order.hpp"

#include "bumps/bump_store.hpp"
#include "interactions/interaction_headline.hpp"

namespace rapport::bumps {
namespace {

std::string named(const Scope& scope, const Directory& directory, const Interaction& interaction) {
  return headline_of(interaction, directory, {.today = scope.today}) + ", " +
         when_words(interaction, scope.today);
}

}  // namespace

Result<Done> is_in_order(const Scope& scope, db::Reader& reader, const Directory& directory,
                         const Sides& sides) {
  const auto& [earlier, later] = sides;
  if (earlier.id == later.id) return invalid("from", "A conversation cannot lead on from itself.");
  if (!can_precede(earlier, later))
    return invalid("from", "What led to something cannot come after it: " + named(scope, directory, earlier) +
                               " is later than " + named(scope, directory, later) + ".");
  if (bump_store::leads_to(reader, scope.institution, later.id, earlier.id))
    return invalid("from", "These two go in a circle: " + named(scope, directory, earlier) +
                               " already came out of " + named(scope, directory, later) + ".");
  return Done{};
}

}  // namespace rapport::bumps
