// The SQL of org units and their history; rows to values and back, nothing else.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "organisation/org_unit.hpp"
#include "organisation/succession.hpp"

namespace rapport::org_unit_store {

struct NewUnit {
  const OrgUnitDraft& draft;
  std::string slug;
  std::int64_t directory_version = 0;
  Instant recorded_at;
};
/// With the period that is now.
[[nodiscard]] Id<OrgUnit> insert(db::Writer& writer, Id<Institution> institution, const NewUnit& unit);
/// The unit's name and place from `period.valid_from` on; what was valid before ends the day before, or is
/// replaced where it began on that day.
void begin_period(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit,
                  const OrgUnitPeriod& period);
/// Ends the unit with that day, or, without one, opens it again.
void set_closed(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit, std::optional<Date> on);
/// The directories are to read this unit again.
void set_directory_version(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit,
                           std::int64_t version);
/// Replaces those that were named before.
void put_successors(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit,
                    std::span<const Id<OrgUnit>> successors);
/// Replaces those that were named before.
void put_parts(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit,
               std::span<const UnitPart> parts);
void erase(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit);

[[nodiscard]] std::optional<OrgUnit> find(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> id);
[[nodiscard]] std::optional<Id<OrgUnit>> find_slug(db::Reader& reader, Id<Institution> institution,
                                                   std::string_view slug);
[[nodiscard]] std::optional<Id<OrgUnit>> find_external(db::Reader& reader, Id<Institution> institution,
                                                       std::string_view external_id);

/// In the order in which the units ended or lost a part.
[[nodiscard]] std::vector<Succession> successions(db::Reader& reader, Id<Institution> institution);

}  // namespace rapport::org_unit_store
