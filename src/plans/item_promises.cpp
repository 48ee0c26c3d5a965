// The promises of an item's owners.
#include "plans/item_promises.hpp"

#include <algorithm>

#include "interactions/planned_promises.hpp"

namespace rapport::action_plans {
namespace {

bool logs(const StaffEntry* member) {
  return member != nullptr && member->is_active && member->role != Role::director;
}

bool wants_promise(const PlanItem& item) {
  return !item.is_over() && item.due_on.has_value();
}

interactions::PlannedPromise promise_of(const PlanItem& item, const ItemOwner& owner,
                                        const std::string& unit_name) {
  return {.staff = owner.staff, .words = item.words + " (" + unit_name + ")", .due_on = item.due_on};
}

/// What is to be done with the promise of one owner.
struct Follower {
  Scope& scope;
  const Directory& directory;
  const PlanItem& before;
  const PlanItem& after;
  const std::string& unit_name;

  Result<Done> keep_open(const ItemOwner& owner) const {
    const bool is_same = before.words == after.words && before.due_on == after.due_on;
    if (is_same || !logs(directory.staff.find(owner.staff))) return Done{};
    return interactions::replan_promise(scope, directory, *owner.promise,
                                        promise_of(after, owner, unit_name));
  }
  Result<Done> make(ItemOwner& owner) const {
    if (!logs(directory.staff.find(owner.staff))) return Done{};  // named earlier, and has left since
    const auto made = interactions::plan_promise(scope, directory, promise_of(after, owner, unit_name));
    if (!made) return made.refusal();
    owner.promise = *made;
    owner.kept_at.reset();
    owner.is_dropped = false;
    return Done{};
  }
  Result<Done> operator()(ItemOwner& owner) const {
    if (owner.has_open_promise()) {
      if (wants_promise(after)) return keep_open(owner);
      if (after.state == ItemState::done)
        return interactions::keep_planned_promise(scope, *owner.promise, true);
      return interactions::drop_planned_promise(scope, *owner.promise);
    }
    if (!wants_promise(after)) return Done{};
    if (!owner.has_kept_promise()) return make(owner);
    const bool reopens = before.is_over() || before.due_on != after.due_on;
    return reopens ? take_up_again(owner) : Result<Done>(Done{});
  }
  Result<Done> take_up_again(ItemOwner& owner) const {
    if (auto done = interactions::keep_planned_promise(scope, *owner.promise, false); !done) return done;
    return keep_open(owner);
  }
};

}  // namespace

Result<std::vector<ItemOwner>> owners_of(const Directory& directory, std::span<const ItemOwner> before,
                                         std::span<const Id<Staff>> named) {
  std::vector<ItemOwner> owners;
  for (const auto staff : named) {
    const auto there = std::ranges::find(before, staff, &ItemOwner::staff);
    if (there == before.end() && !logs(directory.staff.find(staff)))
      return invalid("owner-" + std::to_string(owners.size() + 1),
                     "Choose a colleague who logs conversations.");
    owners.push_back(there == before.end() ? ItemOwner{.staff = staff} : *there);
    owners.back().named = staff;
  }
  return owners;
}

Result<Done> follow(Scope& scope, const Directory& directory, const PlanItem& before, PlanItem& after,
                    const std::string& unit_name) {
  const Follower follower{scope, directory, before, after, unit_name};
  for (auto& owner : after.owners)
    if (auto done = follower(owner); !done) return done;
  for (const auto& owner : before.owners) {
    const bool stays = std::ranges::count(after.owners, owner.promise, &ItemOwner::promise) > 0;
    if (stays || !owner.has_open_promise()) continue;
    if (auto done = interactions::drop_planned_promise(scope, *owner.promise); !done) return done;
  }
  return Done{};
}

}  // namespace rapport::action_plans
