// An org unit: a faculty, school, department or service, and its rules. Plain data; no SQL, no HTTP, no
// clock.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "organisation/org_directory.hpp"

namespace rapport {

/// What a unit was called and where it stood; the period without an end is now.
struct OrgUnitPeriod {
  std::string name;
  std::optional<Id<OrgUnit>> parent;
  std::optional<Date> valid_from;  ///< absent: as far back as anybody knows
  std::optional<Date> valid_to;    ///< the last day

  friend bool operator==(const OrgUnitPeriod&, const OrgUnitPeriod&) = default;
};

struct OrgUnit {
  Id<OrgUnit> id;
  std::string slug;
  OrgUnitKind kind = OrgUnitKind::department;
  std::string name;
  std::string external_id;  ///< the number that other systems know it by; may be empty
  std::optional<Id<OrgUnit>> parent;
  std::optional<Date> closed_on;       ///< the last day
  std::vector<OrgUnitPeriod> periods;  ///< oldest first
};

/// What somebody wants to add.
struct OrgUnitDraft {
  OrgUnitKind kind = OrgUnitKind::department;
  std::string name;
  std::string external_id = {};
  std::optional<Id<OrgUnit>> parent = {};
  std::optional<Date> valid_from = {};  ///< absent: as far back as anybody knows
};

inline constexpr std::size_t org_unit_name_characters_max = 120;

/// Tidied texts. Idempotent.
[[nodiscard]] OrgUnitDraft tidied(OrgUnitDraft draft);
/// The rules that need no other unit: a name of at most 120 characters, no start in the future. Field names:
/// `name`, `external_id`, `valid_from`.
[[nodiscard]] std::vector<Fault> faults_of(const OrgUnitDraft& draft, Date today);
/// True when `unit` may not stand below `parent`, because `parent` is the unit or stands below it.
[[nodiscard]] bool makes_circle(const OrgDirectory& units, Id<OrgUnit> unit, Id<OrgUnit> parent);

}  // namespace rapport
