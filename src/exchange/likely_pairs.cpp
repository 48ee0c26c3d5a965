// Which names may be one person's.
#include "exchange/likely_pairs.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rapport::exchange {
namespace {

std::string key_of(std::string_view family_name, Id<OrgUnit> unit) {
  return std::to_string(unit.value) + "|" + std::string(family_name);
}

}  // namespace

bool are_names_alike(std::string_view one, std::string_view other) {
  const auto others = folded_words(other);
  return std::ranges::any_of(folded_words(one), [&](const std::string& word) {
    return word.size() > 1 && std::ranges::count(others, word) > 0;
  });
}

FamilyNames::FamilyNames(const KnownPeople& known) : known_(known) {
  for (std::size_t place = 0; place < known.size(); ++place) {
    const auto words = folded_words(known[place].person.full_name);
    if (words.size() < 2) continue;
    for (const auto& post : known[place].posts) by_name_.emplace(key_of(words.back(), post.unit), place);
  }
}

std::optional<std::size_t> FamilyNames::similar(std::string_view full_name, Id<OrgUnit> unit) const {
  const auto words = folded_words(full_name);
  if (words.size() < 2) return std::nullopt;
  const auto [first, last] = by_name_.equal_range(key_of(words.back(), unit));
  for (auto at = first; at != last; ++at) {
    const auto known = folded_words(known_[at->second].person.full_name);
    if (known.front().front() == words.front().front()) return at->second;
  }
  return std::nullopt;
}

}  // namespace rapport::exchange
