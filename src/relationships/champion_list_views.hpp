// Who speaks for the library, by faculty and department, with the gaps; what to look at; who is suggested.
// Finished values in, markup out.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "html/html.hpp"
#include "relationships/champion_alerts.hpp"
#include "relationships/champion_views.hpp"
#include "ui/visit.hpp"

namespace rapport {

/// A department with people, or with champions.
struct ChampionUnit {
  const OrgUnitEntry* unit = nullptr;
  int people = 0;
  std::vector<champions::Listed> champions = {};  ///< nominated and told ones too

  [[nodiscard]] bool has_champion(Date today) const;
};
/// A faculty, or a unit that stands under none.
struct ChampionFaculty {
  const OrgUnitEntry* unit = nullptr;
  std::vector<ChampionUnit> units = {};
};

struct ChampionRuleForm {
  std::string signs_min = {};
  std::string because = {};
  int version = 0;
};

struct ChampionListPage {
  std::string unit = {};  ///< a slug; empty for the whole library
  std::vector<ChampionFaculty> faculties = {};
  std::vector<champions::Listed> elsewhere = {};  ///< without a main post, or who have left
  std::vector<champions::Alert> alerts = {};
  std::vector<champions::Suggested> suggestions = {};  ///< of this page
  std::size_t suggested = 0;                           ///< all of them
  int page = 1;
  std::vector<ChampionAside> asides = {};
  ChampionRule rule = {};
  ChampionRuleForm form = {};
  bool may_write = false;
  bool may_change_rule = false;
  std::vector<Fault> faults = {};
  std::string clash = {};
};
inline constexpr int suggestions_page_size = 10;

[[nodiscard]] html::Html champion_list_view(const ui::Visit& visit, const Directory& directory,
                                            const ChampionListPage& page);

/// "Four champions in three of eleven departments. None yet in Law, Nursing and seven more."
[[nodiscard]] std::string gap_sentence(std::span<const ChampionFaculty> faculties, Date today);

/// For Today: what the lead of a department should look at; nothing where there is nothing.
[[nodiscard]] html::Html champion_card(std::span<const champions::Alert> alerts);

}  // namespace rapport
