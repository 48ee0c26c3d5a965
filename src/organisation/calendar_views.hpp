// The academic calendars as HTML.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "organisation/calendars.hpp"
#include "ui/visit.hpp"

namespace rapport::organisation {

/// A period as typed; days that are none stay in the form.
struct TypedPeriod {
  std::string kind = "term";
  std::string name = {};
  std::string from = {};
  std::string until = {};

  friend bool operator==(const TypedPeriod&, const TypedPeriod&) = default;
};

struct CalendarYearForm {
  std::optional<Id<Calendar>> calendar = {};
  std::string calendar_name = {};
  int academic_year = 0;
  std::vector<TypedPeriod> periods = {};  ///< those that are there and some empty rows
  std::string because = {};
  std::string seen = {};
  std::vector<Fault> faults = {};
  std::vector<CalendarPeriod> overtaken = {};  ///< what stands there now, where somebody was faster
  bool is_overtaken = false;
};

struct CalendarForm {
  std::optional<Id<Calendar>> id = {};
  int version = 1;
  CalendarDraft draft = {};
  std::vector<Fault> faults = {};
  std::string conflict = {};
};

/// "university" or the number of another one.
[[nodiscard]] std::string calendar_code(std::optional<Id<Calendar>> calendar);

[[nodiscard]] html::Html calendars_view(const ui::Visit& visit, const OrgDirectory& org,
                                        const Calendars& all);
[[nodiscard]] html::Html calendar_year_form(const ui::Visit& visit, const CalendarYearForm& form);
[[nodiscard]] html::Html calendar_form(const ui::Visit& visit, const OrgDirectory& org, const Calendars& all,
                                       const CalendarForm& form);

}  // namespace rapport::organisation
