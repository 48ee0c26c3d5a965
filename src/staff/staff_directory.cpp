// Reads everybody at the library, and who leads for which department today.
#include "staff/staff_directory.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"

namespace rapport {
namespace {

StaffEntry read_entry(const db::Row& row) {
  return {.id = row.id<Staff>(0),
          .username = row.string(1),
          .full_name = row.string(2),
          .given_name = row.string(3),
          .role = role_of(row.text(4)).value_or(Role::librarian),
          .team = row.optional_id<Team>(5),
          .team_name = row.string(6),
          .is_active = row.flag(7),
          .portfolio = {}};
}

/// Everybody: a library has some hundreds at most, and none may be missing from a page.
std::vector<StaffEntry> read_staff(db::Reader& reader, Id<Institution> institution) {
  auto staff = reader.all(
      "select m.id, m.username, m.full_name, m.given_name, m.role, m.team_id, t.name, m.is_active from staff "
      "m "
      "left join teams t on t.institution_id = m.institution_id and t.id = m.team_id "
      "where m.institution_id = $1 order by m.id",
      read_entry, institution);
  std::vector<std::pair<std::string, StaffEntry>> keyed;
  for (auto& entry : staff) {
    auto key = sort_key(entry.full_name);
    keyed.emplace_back(std::move(key), std::move(entry));
  }
  std::ranges::stable_sort(keyed, {}, [](const auto& pair) -> const std::string& { return pair.first; });
  staff.clear();
  for (auto& pair : keyed) staff.push_back(std::move(pair.second));
  return staff;
}

struct Care {
  Id<Staff> staff;
  Id<OrgUnit> unit;
  bool is_lead = false;
};

std::vector<Care> read_care(db::Reader& reader, Id<Institution> institution, Date today) {
  return reader.all(
      "select staff_id, org_unit_id, part from portfolios where institution_id = $1 and valid_from <= $2 "
      "and (valid_to is null or valid_to >= $2) order by org_unit_id, id",
      [](const db::Row& row) {
        return Care{.staff = row.id<Staff>(0), .unit = row.id<OrgUnit>(1), .is_lead = row.text(2) == "lead"};
      },
      institution, today);
}

}  // namespace

StaffDirectory::StaffDirectory(std::vector<StaffEntry> staff) : staff_(std::move(staff)) {
  for (std::size_t i = 0; i < staff_.size(); ++i) by_id_.emplace(staff_[i].id.value, i);
}

const StaffEntry* StaffDirectory::find(Id<Staff> id) const {
  const auto found = by_id_.find(id.value);
  return found == by_id_.end() ? nullptr : &staff_[found->second];
}

const StaffEntry* StaffDirectory::find_username(std::string_view username) const {
  const auto found = std::ranges::find(staff_, username, &StaffEntry::username);
  return found == staff_.end() ? nullptr : &*found;
}

std::string_view StaffDirectory::full_name(Id<Staff> id) const {
  const auto* entry = find(id);
  return entry == nullptr ? "a former colleague" : std::string_view(entry->full_name);
}

std::string_view StaffDirectory::given_name(Id<Staff> id) const {
  const auto* entry = find(id);
  return entry == nullptr ? "a former colleague" : std::string_view(entry->given_name);
}

const StaffEntry* StaffDirectory::lead_of(Id<OrgUnit> unit) const {
  const auto found = leads_.find(unit.value);
  return found == leads_.end() ? nullptr : &staff_[found->second];
}

StaffDirectory read_staff_directory(db::Reader& reader, Id<Institution> institution, Date today) {
  auto staff = read_staff(reader, institution);
  std::unordered_map<std::int64_t, std::size_t> places;
  for (std::size_t i = 0; i < staff.size(); ++i) places.emplace(staff[i].id.value, i);
  std::unordered_map<std::int64_t, std::size_t> leads;
  for (const auto& care : read_care(reader, institution, today)) {
    const auto place = places.find(care.staff.value);
    if (place == places.end() || !staff[place->second].is_active) continue;
    auto& portfolio = staff[place->second].portfolio;
    if (std::ranges::count(portfolio, care.unit) == 0) portfolio.push_back(care.unit);
    if (care.is_lead) leads.emplace(care.unit.value, place->second);
  }
  StaffDirectory directory(std::move(staff));
  directory.set_leads(std::move(leads));
  return directory;
}

}  // namespace rapport
