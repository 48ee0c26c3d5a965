// What a draft is made from, and what of it may be shown to others: suppression of levels, months, modules
// and topics. Plain data and pure rules; read by sheet_reading.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "headlines/sheet.hpp"
#include "measures/figures.hpp"
#include "scope/academic_years.hpp"

namespace rapport::headlines {

/// "August" …, of a year of more than twelve months "August 2026" ….
[[nodiscard]] std::vector<std::string> month_names(const AcademicYears& years, int academic_year);

/// People in post by level, lowest first.
struct LevelFacts {
  std::vector<std::string> names = {};
  std::vector<int> counts = {};
  Date as_of = {};
};
/// Conversations of the year by month from its first on; only the first `begun` of them have come.
struct MonthFacts {
  std::vector<std::string> names = month_names(AcademicYears(), 0);
  std::vector<int> counts = std::vector<int>(names.size());
  int begun = static_cast<int>(names.size());
};
/// A topic with its conversations and how many people they were with.
struct TopicFact {
  std::string name = {};
  int conversations = 0;
  int people = 0;
};
/// A module among the topics: `people` are those who came or were spoken to.
struct ModuleFact {
  std::string name = {};
  std::int64_t people = 0;
};

// What may be shown --------------------------------------------------------------------------------

/// Levels with at least five people, and the rest of them together. A level with nobody is left out. The sum
/// of all that is shown is everybody in post, so a single small level takes another with it.
struct ShownLevels {
  struct One {
    int rank = 0;
    int count = 0;
  };
  std::vector<One> levels = {};  ///< the highest first
  int others = 0;                ///< of the levels that are not shown; none, or five or more

  [[nodiscard]] bool empty() const { return levels.empty() && others == 0; }
};
[[nodiscard]] ShownLevels shown_levels(std::span<const int> counts);

/// Nothing for a month that is not shown. With the total, unless that would give a month away.
struct ShownMonths {
  std::vector<std::string> names = {};
  std::vector<std::optional<int>> counts = {};
  std::optional<int> total = {};
  std::optional<int> busiest = {};  ///< the one month above all others
};
[[nodiscard]] ShownMonths shown_months(const MonthFacts& months);

/// The five of most conversations; of equals in the order of their names.
[[nodiscard]] std::vector<TopicRow> shown_topics(std::vector<TopicFact> topics);

/// By year of study, as the first digit of a code says it: NURS2010 is of year 2. Modules with fewer than
/// five people are left out.
[[nodiscard]] std::vector<ModuleRow> shown_modules(std::span<const ModuleFact> modules);

}  // namespace rapport::headlines
