// What a conversation leaves on a person: when they were last spoken to, and that their page has changed.
// Called by interactions/ inside its own transaction, so there is no permission and no audit here.
#pragma once

#include <optional>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "db/connection.hpp"
#include "organisation/org_directory.hpp"
#include "people/people_directory.hpp"

namespace rapport::people {

/// The page of this person has changed: raises its version.
void touch(db::Writer& writer, Id<Institution> institution, Id<Person> person);
/// As `touch`, and the last contact becomes `on` where that is later.
void note_contact(db::Writer& writer, Id<Institution> institution, Id<Person> person, std::optional<Date> on);
/// As `touch`, and the last contact becomes `on`, or unknown.
void set_last_contact(db::Writer& writer, Id<Institution> institution, Id<Person> person,
                      std::optional<Date> on);
/// The units in which these people held a post on that day, each once.
[[nodiscard]] std::vector<Id<OrgUnit>> units_on(db::Reader& reader, Id<Institution> institution,
                                                const std::vector<Id<Person>>& people, Date on);

}  // namespace rapport::people
