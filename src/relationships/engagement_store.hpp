// The SQL of the engagement card; row <-> value, nothing else.
#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "relationships/engagement.hpp"
#include "relationships/engagements.hpp"

namespace rapport::engagement_store {

/// What is kept of one record, and the level of its whole relationship.
struct KeptPerson {
  Id<Person> person = {};
  std::vector<ContactDay> days = {};
  int people_reached = 0;
  int modules_reached = 0;
  int level = 0;
};
[[nodiscard]] std::optional<KeptPerson> find(db::Reader& reader, Id<Institution> institution,
                                             Id<Person> person);
/// Every record with its main post in that unit, whether or not there was contact.
[[nodiscard]] std::vector<KeptPerson> people_of_unit(db::Reader& reader, Id<Institution> institution,
                                                     Id<OrgUnit> unit);

/// The one in force; nothing where none was ever made.
[[nodiscard]] std::optional<engagement::RuleChange> current_rule(db::Reader& reader,
                                                                 Id<Institution> institution);
/// Newest first.
[[nodiscard]] std::vector<engagement::RuleChange> rules(db::Reader& reader, Id<Institution> institution);
void insert_rule(db::Writer& writer, Id<Institution> institution, const engagement::RuleChange& change);

}  // namespace rapport::engagement_store
