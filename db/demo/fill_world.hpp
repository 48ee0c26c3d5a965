// The part of filling that is done once: institution, departments, staff, people. For fill.cpp alone.
#pragma once

#include <stdexcept>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "fill.hpp"
#include "people/people_directory.hpp"
#include "scope/scope.hpp"
#include "staff/staff_directory.hpp"

namespace rapport::demo {

/// A department that was others before.
struct Merged {
  Id<CastUnit> place;
  Id<OrgUnit> unit;
  std::vector<Id<OrgUnit>> forerunners;  ///< in the cast's order
  Date on;                               ///< its first day
};

/// The cast's members as the database knows them, by their place in the cast.
struct World {
  db::Database& database;
  const Cast& cast;
  Zone zone;
  Instant now;
  Id<Institution> institution;
  std::vector<Id<OrgUnit>> units = {};
  std::vector<Merged> mergers = {};
  std::vector<Id<Staff>> staff = {};
  std::vector<Id<Team>> teams = {};  ///< as in `cast.teams`
  std::vector<Id<Person>> people = {};

  [[nodiscard]] Id<OrgUnit> id_of(Id<CastUnit> unit) const {
    return units[static_cast<std::size_t>(unit.value)];
  }
  [[nodiscard]] Id<Staff> id_of(Id<CastStaff> member) const {
    return staff[static_cast<std::size_t>(member.value)];
  }
  [[nodiscard]] Id<Person> id_of(Id<CastPerson> person) const {
    return people[static_cast<std::size_t>(person.value)];
  }
  [[nodiscard]] Viewer viewer(Id<CastStaff> member) const;
  [[nodiscard]] Id<CastStaff> administrator() const { return cast.member("alastair"); }
};

/// The institution with its kinds, calendar and administrator.
[[nodiscard]] World set_up_world(db::Database& database, const Cast& cast, const FillOptions& options);
void add_units(World& world);
void add_colleagues(World& world, const FillOptions& options);
void add_people(World& world);
void add_portfolios(World& world);
/// What has happened to departments since: renamed, closed, merged.
void finish_units(World& world);

[[nodiscard]] Viewer viewer_of(const StaffEntry& colleague);

/// The value, or std::runtime_error with the refusal's words: the cast does nothing that is refused.
template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error("The made-up university was refused: " + result.refusal().message);
  return std::move(result).value();
}

}  // namespace rapport::demo
