// Reads the org units and answers who is whose child. Changing them is organisation.cpp.
#include "organisation/org_directory.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/text.hpp"

namespace rapport {
namespace {

struct KindWords {
  OrgUnitKind kind;
  std::string_view code;
  std::string_view words;
};
constexpr std::array<KindWords, 4> kinds{{{OrgUnitKind::faculty, "faculty", "Faculty"},
                                          {OrgUnitKind::school, "school", "School"},
                                          {OrgUnitKind::department, "department", "Department"},
                                          {OrgUnitKind::service, "service", "Service"}}};

}  // namespace

std::string_view code(OrgUnitKind kind) {
  return kinds[static_cast<std::size_t>(kind)].code;
}
std::string_view words(OrgUnitKind kind) {
  return kinds[static_cast<std::size_t>(kind)].words;
}

std::optional<OrgUnitKind> org_unit_kind_of(std::string_view code) {
  for (const auto& kind : kinds)
    if (kind.code == code) return kind.kind;
  return std::nullopt;
}

OrgDirectory::OrgDirectory(std::vector<OrgUnitEntry> units) : units_(std::move(units)) {
  std::sort(units_.begin(), units_.end(), [](const OrgUnitEntry& left, const OrgUnitEntry& right) {
    return std::tie(left.sort_key, left.id) < std::tie(right.sort_key, right.id);
  });
  for (std::size_t i = 0; i < units_.size(); ++i) {
    by_id_.emplace(units_[i].id.value, i);
    by_slug_.emplace(units_[i].slug, i);
  }
}

const OrgUnitEntry* OrgDirectory::find(Id<OrgUnit> id) const {
  const auto found = by_id_.find(id.value);
  return found == by_id_.end() ? nullptr : &units_[found->second];
}

const OrgUnitEntry* OrgDirectory::find_slug(std::string_view slug) const {
  const auto found = by_slug_.find(std::string(slug));
  return found == by_slug_.end() ? nullptr : &units_[found->second];
}

const OrgUnitEntry* OrgDirectory::find_name(std::string_view name) const {
  const auto folded = fold(tidy_line(name));
  for (const bool is_open : {true, false}) {
    const OrgUnitEntry* found = nullptr;
    for (const auto& unit : units_) {
      if (unit.is_open != is_open || unit.folded_name != folded) continue;
      if (found != nullptr) return nullptr;
      found = &unit;
    }
    if (found != nullptr) return found;
  }
  return nullptr;
}

std::vector<const OrgUnitEntry*> OrgDirectory::children(std::optional<Id<OrgUnit>> parent) const {
  std::vector<const OrgUnitEntry*> found;
  for (const auto& unit : units_)
    if (unit.parent == parent) found.push_back(&unit);
  return found;
}

std::vector<Id<OrgUnit>> OrgDirectory::with_descendants(Id<OrgUnit> id) const {
  std::vector<Id<OrgUnit>> found{id};
  for (std::size_t next = 0; next < found.size(); ++next) {
    for (const auto* child : children(found[next])) {
      // A circle cannot be written; one that came by a restored file must not hang every page.
      if (std::find(found.begin(), found.end(), child->id) == found.end()) found.push_back(child->id);
    }
  }
  return found;
}

std::string_view OrgDirectory::name(std::optional<Id<OrgUnit>> id) const {
  const auto* unit = id ? find(*id) : nullptr;
  return unit == nullptr ? std::string_view() : std::string_view(unit->name);
}

OrgDirectory read_org_directory(db::Reader& reader, Id<Institution> institution) {
  return OrgDirectory(reader.all(
      "select id, slug, kind, name, folded_name, sort_key, parent_id, closed_on is null from org_units "
      "where institution_id = $1 order by id",
      [](const db::Row& row) {
        return OrgUnitEntry{.id = row.id<OrgUnit>(0),
                            .slug = row.string(1),
                            .kind = org_unit_kind_of(row.text(2)).value_or(OrgUnitKind::department),
                            .name = row.string(3),
                            .folded_name = row.string(4),
                            .sort_key = row.string(5),
                            .parent = row.optional_id<OrgUnit>(6),
                            .is_open = row.flag(7)};
      },
      institution));
}

}  // namespace rapport
