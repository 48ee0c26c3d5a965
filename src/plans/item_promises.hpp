// The promises of an item's owners, brought in line with what the item says. For the front door alone.
#pragma once

#include <span>
#include <string>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "plans/action_plan.hpp"
#include "scope/scope.hpp"

namespace rapport::action_plans {

/// The owners that a draft names, with the promises that they have already. Invalid on "owner-2" where
/// somebody new among them does not log.
[[nodiscard]] Result<std::vector<ItemOwner>> owners_of(const Directory& directory,
                                                       std::span<const ItemOwner> before,
                                                       std::span<const Id<Staff>> named);

/// Makes, changes, keeps or drops promises, and fills in those of `after`. An owner has an open promise while
/// the item has a day and is not over. `unit_name` is said with the words. Inside the caller's transaction;
/// cost: a few statements an owner.
[[nodiscard]] Result<Done> follow(Scope& scope, const Directory& directory, const PlanItem& before,
                                  PlanItem& after, const std::string& unit_name);

}  // namespace rapport::action_plans
