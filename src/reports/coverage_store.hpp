// The SQL of coverage. Reads what people/ keeps.
#pragma once

#include <vector>

#include "db/connection.hpp"
#include "people/people_directory.hpp"

namespace rapport::coverage_store {

/// Records with no conversation that is not restricted.
[[nodiscard]] std::vector<Id<Person>> not_spoken_to(db::Reader& reader, Id<Institution> institution);

struct Starter {
  Id<Person> person = {};
  Date joined_on = {};
  std::optional<Date> last_on = {};
};
/// Whose first post began on one of these days; somebody with a post of unknown beginning did not begin then.
[[nodiscard]] std::vector<Starter> starters(db::Reader& reader, Id<Institution> institution, Date from,
                                            Date to);

}  // namespace rapport::coverage_store
