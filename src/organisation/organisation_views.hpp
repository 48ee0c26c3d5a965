// Departments as HTML: the tree and the forms. Finished values in, no queries.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "html/html.hpp"
#include "organisation/org_unit.hpp"
#include "organisation/succession.hpp"
#include "ui/visit.hpp"

namespace rapport::organisation {

using PeopleCounts = std::unordered_map<Id<OrgUnit>, int>;

/// What of the tree is wanted.
struct DepartmentFilter {
  std::string text;  ///< as typed: names that have words beginning so
  bool with_closed = false;
};
[[nodiscard]] html::Html department_list(const ui::Visit& visit, const OrgDirectory& units,
                                         const PeopleCounts& people_here, const DepartmentFilter& filter);

/// What stands in the fields, as typed.
struct DepartmentForm {
  std::string kind = "department";
  std::string name;
  std::string parent;           ///< a slug
  std::string from;             ///< ISO date
  std::string valid_from = {};  ///< of a new one
  std::string closed_on = {};
  std::vector<std::string> successors = {};  ///< slugs
  struct Part {
    std::string into = {};  ///< a slug
    std::string from = {};  ///< ISO date
  };
  std::vector<Part> parts = {};
};
/// "part-1", "part-1-from": where a part of a department went, and since when.
[[nodiscard]] std::string part_field(std::size_t number);
[[nodiscard]] std::string part_day_field(std::size_t number);
/// "successor-1": in whom a closed department goes on.
[[nodiscard]] std::string successor_field(std::size_t number);
[[nodiscard]] html::Html new_department_form(const ui::Visit& visit, const OrgDirectory& units,
                                             const DepartmentForm& form, const std::vector<Fault>& faults);
[[nodiscard]] html::Html edit_department_form(const ui::Visit& visit, const OrgDirectory& units,
                                              const OrgUnit& unit, const DepartmentForm& form,
                                              std::span<const Succession> successions,
                                              const std::vector<Fault>& faults);

}  // namespace rapport::organisation
