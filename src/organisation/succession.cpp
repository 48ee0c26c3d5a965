// Who goes on in whom.
#include "organisation/succession.hpp"

#include <algorithm>

namespace rapport {

std::vector<Succession> joined(std::span<const Succession> all, std::span<const Id<OrgUnit>> units,
                               Date after, Date until) {
  std::vector<Succession> found;
  for (const auto& one : all)
    if (one.from > after && one.from <= until && std::ranges::count(units, one.successor) > 0 &&
        std::ranges::count(units, one.unit) == 0)
      found.push_back(one);
  return found;
}

std::vector<Id<OrgUnit>> predecessors(std::span<const Succession> all, Id<OrgUnit> unit, Date since) {
  std::vector<Id<OrgUnit>> found{unit};
  for (std::size_t next = 0; next < found.size(); ++next)
    for (const auto& one : all)
      if (one.successor == found[next] && one.from > since && std::ranges::count(found, one.unit) == 0)
        found.push_back(one.unit);
  found.erase(found.begin());
  return found;
}

}  // namespace rapport
