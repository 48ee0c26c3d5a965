// What somebody should look at: a champion has left, holds another post, has gone quiet, is about to expire;
// or a department rests on one alone (product.md, Champion). In order of names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "relationships/champions.hpp"

namespace rapport::champions {

enum class AlertKind { left, other_post, expiring, gone_quiet, rests_on_one };

struct Alert {
  AlertKind kind = AlertKind::left;
  const PersonEntry* person = nullptr;   ///< lives in the directory
  std::optional<Id<OrgUnit>> unit = {};  ///< whose lead is to look at it: the department it concerns
  Champion champion = {};
  std::string words = {};  ///< "has left", "held Reader in Nursing when they agreed, and is Dean in Law now"
};
/// Of which people the alerts are: of everybody, or where the viewer leads for the department.
enum class AlertsOf { everybody, mine };
/// Left before other post before expiring before quiet before resting on one; within these by name. Those
/// that were set aside are left out, and who has gone quiet and was said to be fine. Cost: three statements.
[[nodiscard]] std::vector<Alert> alerts(Scope& scope, const Directory& directory, AlertsOf of);

/// That the department rests on this champion is fine for a year, unless it is another one. Conflict where it
/// does not rest on one alone. Forbidden for directors.
[[nodiscard]] Result<Id<ChampionAside>> accept_one(Scope& scope, const Directory& directory, Id<OrgUnit> unit,
                                                   std::string_view reason);

}  // namespace rapport::champions
