// The page on which two records are said to be one person, and taken apart again.
#pragma once

#include "http/response.hpp"
#include "organisation/org_directory.hpp"
#include "people/people_directory.hpp"
#include "ui/visit.hpp"

namespace rapport::people {

/// GET /people/{person}/merging ?with=SLUG &name=: who it might be as well, or the two side by side; and the
/// records that were merged, each with a way to undo it.
[[nodiscard]] http::Response show_merging(ui::Visit& visit, const PeopleDirectory& people,
                                          const OrgDirectory& units);
/// POST /people/{person}/merging: `with` becomes this person.
[[nodiscard]] http::Response create_merging(ui::Visit& visit, const PeopleDirectory& people,
                                            const OrgDirectory& units);
/// POST /people/{person}/merging/undo: the record with the address `record` is a person of its own again.
[[nodiscard]] http::Response remove_merging(ui::Visit& visit, const PeopleDirectory& people,
                                            const OrgDirectory& units);

}  // namespace rapport::people
