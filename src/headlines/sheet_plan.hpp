// What a sheet takes from action plans: what the department asked for in the year, and what is planned for
// the next one. Their notes are the library's alone and are not read.
#pragma once

#include <span>
#include <vector>

#include "headlines/sheet_making.hpp"
#include "interactions/directory.hpp"
#include "plans/action_plan.hpp"
#include "scope/scope.hpp"

namespace rapport::headlines {

/// Of what they asked for: what is done, then what is under way; the rest is not told. Pure.
[[nodiscard]] std::vector<AskedLine> asked_lines(std::span<const PlanItem> items);
/// What is still planned or was done, by day, those without one last; dropped and carried ones are not in it.
/// Colleagues and people who are known by their first names. Pure.
[[nodiscard]] std::vector<TogetherLine> together_lines(std::span<const PlanItem> items,
                                                       const Directory& directory);

void read_plan(Scope& scope, const Directory& directory, const OrgUnitEntry& unit, SheetFacts& facts);

}  // namespace rapport::headlines
