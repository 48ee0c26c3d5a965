// Every faculty, school and department in memory: small, read on every page, replaced when one changes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.hpp"
#include "db/connection.hpp"

namespace rapport {

struct OrgUnit;

enum class OrgUnitKind { faculty, school, department, service };
[[nodiscard]] std::string_view code(OrgUnitKind kind);
[[nodiscard]] std::string_view words(OrgUnitKind kind);  ///< "Faculty", "School" …
[[nodiscard]] std::optional<OrgUnitKind> org_unit_kind_of(std::string_view code);

struct OrgUnitEntry {
  Id<OrgUnit> id;
  std::string slug;
  OrgUnitKind kind = OrgUnitKind::department;
  std::string name;
  std::string folded_name;
  std::string sort_key;
  std::optional<Id<OrgUnit>> parent;
  bool is_open = true;
};

/// Immutable. In sort-key order.
class OrgDirectory {
 public:
  OrgDirectory() = default;
  explicit OrgDirectory(std::vector<OrgUnitEntry> units);

  [[nodiscard]] const std::vector<OrgUnitEntry>& units() const { return units_; }
  [[nodiscard]] const OrgUnitEntry* find(Id<OrgUnit> id) const;
  [[nodiscard]] const OrgUnitEntry* find_slug(std::string_view slug) const;
  /// The unit of that name (folded), open ones first; nothing where none or several are called so.
  [[nodiscard]] const OrgUnitEntry* find_name(std::string_view name) const;
  [[nodiscard]] std::vector<const OrgUnitEntry*> children(std::optional<Id<OrgUnit>> parent) const;
  /// The unit and everything below it.
  [[nodiscard]] std::vector<Id<OrgUnit>> with_descendants(Id<OrgUnit> id) const;
  /// Empty for an unknown id.
  [[nodiscard]] std::string_view name(std::optional<Id<OrgUnit>> id) const;

 private:
  std::vector<OrgUnitEntry> units_;
  std::unordered_map<std::int64_t, std::size_t> by_id_;
  std::unordered_map<std::string, std::size_t> by_slug_;
};

[[nodiscard]] OrgDirectory read_org_directory(db::Reader& reader, Id<Institution> institution);

}  // namespace rapport
