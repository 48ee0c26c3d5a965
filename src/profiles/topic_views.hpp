// A topic's page and the list of one's own conversations. Finished values in, markup out.
#pragma once

#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "interactions/interactions.hpp"
#include "profiles/department_store.hpp"
#include "ui/visit.hpp"

namespace rapport::profiles {

/// Counting stops there: a topic in every note would cost a walk through all of them.
inline constexpr int topic_count_max = 5000;
inline constexpr int topic_newest_max = 500;

struct TopicProfile {
  const TopicEntry* topic = nullptr;                  ///< lives in the directory
  unsigned since_month = AcademicYears::usual_month;  ///< in which the academic year began
  int this_year = 0;                                  ///< of it, at most topic_count_max + 1
  std::vector<department_store::UnitCount> units;     ///< of the newest of them
  interactions::Timeline timeline;
};
[[nodiscard]] html::Html topic_view(const ui::Visit& visit, const Directory& directory,
                                    const TopicProfile& profile);

/// `family` is the filter that is on, a family's code or empty.
[[nodiscard]] html::Html conversations_view(const ui::Visit& visit, const Directory& directory,
                                            const interactions::Timeline& timeline, std::string_view family);

}  // namespace rapport::profiles
