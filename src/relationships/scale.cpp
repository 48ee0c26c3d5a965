// Levels, and the way from an old version to the current one.
#include "relationships/scale.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace rapport {
namespace {

const std::string no_name;

}  // namespace

const std::string& Scale::name(int rank) const {
  return has(rank) ? levels[static_cast<std::size_t>(rank)].name : no_name;
}

Scale starting_scale() {
  return {.version = 1,
          .levels = {{"Not yet met", "Nobody here has spoken with them"},
                     {"Acquainted", "We know each other by name"},
                     {"In touch", "A two-way contact within the last year"},
                     {"Working together", "Delivered something together this academic year"},
                     {"Partner", "Plans ahead with us"}}};
}

Scales::Scales(std::vector<Scale> versions) : versions_(std::move(versions)) {
  if (versions_.empty()) versions_.push_back(starting_scale());
}

const Scale* Scales::find(int version) const {
  const auto found = std::ranges::find(versions_, version, &Scale::version);
  return found == versions_.end() ? nullptr : &*found;
}

const std::string& Scales::name(int version, int rank) const {
  const auto* scale = find(version);
  return scale == nullptr ? no_name : scale->name(rank);
}

int Scales::now(int version, int rank) const {
  for (const auto& scale : versions_) {
    if (scale.version <= version || rank < 0) continue;
    const auto place = static_cast<std::size_t>(rank);
    if (place < scale.mapping.size()) rank = scale.mapping[place];
  }
  return std::clamp(rank, 0, current().top());
}

}  // namespace rapport
