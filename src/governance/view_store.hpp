// The SQL of the log of views.
#pragma once

#include <vector>

#include "governance/view_log.hpp"

namespace rapport::view_store {

/// Nothing for somebody who was erased meanwhile.
void insert(db::Writer& writer, Id<Institution> institution, const governance::View& view);
/// Latest first.
[[nodiscard]] std::vector<governance::View> latest(db::Reader& reader, Id<Institution> institution,
                                                   int limit);
[[nodiscard]] std::vector<governance::View> of_person(db::Reader& reader, Id<Institution> institution,
                                                      Id<Person> person, int limit);

}  // namespace rapport::view_store
