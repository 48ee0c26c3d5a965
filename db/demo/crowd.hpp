// Who meets whom: picks departments, academics and library staff, the lively ones more often, for one week at
// a time.
#pragma once

#include <optional>
#include <vector>

#include "cast.hpp"
#include "dice.hpp"
#include "themes.hpp"

namespace rapport::demo {

class Crowd {
 public:
  /// `cast` must outlive it.
  explicit Crowd(const Cast& cast);
  /// Weighs anew who is here; call it once a week.
  void turn_to(Date date);

  /// A department that has such conversations.
  [[nodiscard]] Id<CastUnit> department(Audience audience, Dice& dice) const;
  /// Somebody who holds a post there on that day and is being spoken to; nobody where chance finds none.
  [[nodiscard]] std::optional<Id<CastPerson>> person(Id<CastUnit> unit, Date date, Dice& dice) const;
  /// Up to `count` more of the department, none of them twice.
  [[nodiscard]] std::vector<Id<CastPerson>> others(Id<CastUnit> unit, Id<CastPerson> first, int count,
                                                   Date date, Dice& dice) const;
  [[nodiscard]] std::optional<Id<CastPerson>> head_of(Id<CastUnit> unit, Date date) const;
  /// Anybody else of the department who is only talked about; may be nobody.
  [[nodiscard]] std::optional<Id<CastPerson>> bystander(Id<CastUnit> unit, Date date, Dice& dice) const;

  [[nodiscard]] Id<CastStaff> staff_for(Id<CastUnit> unit, Specialist specialist, Date date,
                                        Dice& dice) const;
  [[nodiscard]] Id<CastStaff> colleague_of(Id<CastStaff> staff, Dice& dice) const;

 private:
  struct Department {
    Id<CastUnit> unit;
    std::vector<Id<CastPerson>> people;
    std::vector<double> running;  ///< weights of this week, summed
  };
  [[nodiscard]] const Department& of(Id<CastUnit> unit) const;
  [[nodiscard]] bool is_reachable(Id<CastPerson> person, Id<CastUnit> unit, Date date) const;

  const Cast& cast_;
  std::vector<Department> departments_;
  std::vector<std::size_t> place_of_unit_;
  std::vector<double> running_by_audience_[3];
};

}  // namespace rapport::demo
