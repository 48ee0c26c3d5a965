// The rules of changing levels.
#include "relationships/scale_change.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rapport {
namespace {

void check_names(std::vector<Fault>& faults, std::span<const Level> levels) {
  std::vector<std::string> seen;
  for (const auto& level : levels) {
    const auto folded = fold(level.name);
    if (level.name.empty())
      faults.push_back({"levels", "Each level has a name before the colon."});
    else if (character_count(level.name) > level_name_characters_max)
      faults.push_back({"levels", "A level’s name is at most 40 characters long: " + level.name});
    else if (std::ranges::count(seen, folded) > 0)
      faults.push_back({"levels", "Two levels have the same name: " + level.name});
    if (character_count(level.meaning) > level_meaning_characters_max)
      faults.push_back({"levels", "What a level means is at most 200 characters long: " + level.name});
    seen.push_back(folded);
  }
}

void check_mapping(std::vector<Fault>& faults, const ScaleDraft& draft, const Scale& today) {
  if (draft.mapping.size() != today.levels.size()) {
    faults.push_back({"mapping-0", "Say where each level of today stands."});
    return;
  }
  const int top = static_cast<int>(draft.levels.size()) - 1;
  int before = 0;
  for (std::size_t from = 0; from < draft.mapping.size(); ++from) {
    const int to = draft.mapping[from];
    const auto field = "mapping-" + std::to_string(from);
    if (to < 0 || to > top)
      faults.push_back({field, "Choose where " + today.levels[from].name + " stands now."});
    else if (from == 0 && to != 0)
      faults.push_back({field, "Those not yet met stay on the lowest level."});
    else if (to < before)
      faults.push_back({field, today.levels[from].name + " cannot come to stand below what was under it."});
    before = std::max(before, to);
  }
}

bool changes_something(const ScaleDraft& draft, const Scale& today) {
  if (draft.levels != today.levels) return true;
  for (std::size_t rank = 0; rank < draft.mapping.size(); ++rank)
    if (draft.mapping[rank] != static_cast<int>(rank)) return true;
  return false;
}

}  // namespace

std::vector<Level> levels_in(std::string_view text) {
  std::vector<Level> levels;
  for (const auto line : split(text, '\n')) {
    const auto whole = tidy_line(line);
    if (whole.empty()) continue;
    const auto colon = whole.find(':');
    levels.push_back({std::string(trim(std::string_view(whole).substr(0, colon))),
                      colon == std::string::npos
                          ? std::string()
                          : std::string(trim(std::string_view(whole).substr(colon + 1)))});
  }
  return levels;
}

std::string text_of(const Scale& scale) {
  std::string text;
  for (const auto& level : scale.levels)
    text += level.name + (level.meaning.empty() ? "" : ": " + level.meaning) + "\n";
  return text;
}

std::vector<Fault> faults_of_levels(std::span<const Level> levels) {
  std::vector<Fault> faults;
  if (levels.size() < levels_min)
    faults.push_back({"levels", "Two levels are the least: not yet met, and one more."});
  if (levels.size() > levels_max) faults.push_back({"levels", "Seven levels are the most."});
  check_names(faults, levels);
  return faults;
}

std::vector<Fault> faults_of(const ScaleDraft& draft, const Scale& today) {
  auto faults = faults_of_levels(draft.levels);
  if (faults.empty()) check_mapping(faults, draft, today);
  if (faults.empty() && !changes_something(draft, today))
    faults.push_back({"levels", "Nothing is different from the levels of today."});
  if (character_count(draft.because) > because_characters_max)
    faults.push_back({"because", "Why is at most 200 characters long."});
  return faults;
}

std::vector<int> likely_mapping(const Scale& today, std::span<const Level> levels) {
  std::vector<int> mapping;
  const int top = static_cast<int>(levels.size()) - 1;
  int least = 0;
  for (int rank = 0; rank <= today.top(); ++rank) {
    const auto same = std::ranges::find_if(
        levels, [&](const Level& level) { return fold(level.name) == fold(today.name(rank)); });
    int to = same != levels.end() ? static_cast<int>(same - levels.begin())
                                  : (rank * top + today.top() / 2) / std::max(today.top(), 1);
    if (rank == 0) to = 0;
    least = std::clamp(std::max(to, least), 0, std::max(top, 0));
    mapping.push_back(least);
  }
  return mapping;
}

}  // namespace rapport
