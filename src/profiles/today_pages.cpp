// Answers with Today.
#include "profiles/today_pages.hpp"

#include "profiles/today_views.hpp"
#include "ui/page.hpp"

namespace rapport::profiles {

http::Response show_today(const ui::Visit& visit, const Directory& directory, TodaySection& plans) {
  const auto today = read_today(visit.scope, directory);
  return ui::show(visit, {.title = "Today",
                          .section = ui::Section::today,
                          .content = today_view(visit, directory, today, plans(visit, directory))});
}

}  // namespace rapport::profiles
