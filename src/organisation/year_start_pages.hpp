// When academic years begin, over HTTP.
#pragma once

#include "http/response.hpp"
#include "organisation/year_starts.hpp"
#include "ui/visit.hpp"

namespace rapport::organisation {

/// What the page needs of other chapters.
struct YearStartSources {
  YearsInUse in_use = {};
  std::function<std::string(Id<Staff>)> full_name = {};
};

/// GET /settings/academic-years; with `?from_year=2027&month=9` what that would change. POST keeps it.
[[nodiscard]] http::Response show_academic_years(ui::Visit& visit, const YearStartSources& sources);
[[nodiscard]] http::Response update_academic_years(ui::Visit& visit, const YearStartSources& sources);

}  // namespace rapport::organisation
