// The tree of units in reading order.
#include "organisation/unit_choices.hpp"

namespace rapport {
namespace {

constexpr int depth_max = 12;

void add_below(const OrgDirectory& units, std::optional<Id<OrgUnit>> parent, int depth,
               std::vector<PlacedUnit>& placed) {
  if (depth > depth_max) return;
  for (const auto* unit : units.children(parent)) {
    placed.push_back({unit, depth});
    add_below(units, unit->id, depth + 1, placed);
  }
}

}  // namespace

std::vector<PlacedUnit> in_tree_order(const OrgDirectory& units) {
  std::vector<PlacedUnit> placed;
  add_below(units, std::nullopt, 0, placed);
  return placed;
}

std::vector<ui::Choice> unit_choices(const OrgDirectory& units, const std::string& first) {
  std::vector<ui::Choice> choices;
  if (!first.empty()) choices.push_back({"", first});
  for (const auto& [unit, depth] : in_tree_order(units)) {
    if (!unit->is_open) continue;
    std::string words;
    for (int i = 0; i < depth; ++i) words += "\u2003";
    choices.push_back({unit->slug, words + unit->name});
  }
  return choices;
}

}  // namespace rapport
