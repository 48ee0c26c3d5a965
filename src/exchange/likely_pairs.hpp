// A row of a file and somebody who is known, who may be the same person: only whoever imports can say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "exchange/known_people.hpp"

namespace rapport::exchange {

struct LikelyPair {
  int line = 0;
  PersonDraft row = {};  ///< as the file has it
  std::optional<Id<OrgUnit>> row_unit = {};
  PersonDetails known = {};
  std::string reason = {};           ///< "The same address."
  std::optional<bool> is_same = {};  ///< as answered; nothing yet: both are kept
};

/// Share a word of their names that is more than a letter: "Dr J. Smith" and "Jane Smith".
[[nodiscard]] bool are_names_alike(std::string_view one, std::string_view other);

/// Known people by department and family name. Made once a file; the people must outlive it.
class FamilyNames {
 public:
  explicit FamilyNames(const KnownPeople& known);

  /// Somebody in that department with the same family name whose given name begins with the same letter.
  [[nodiscard]] std::optional<std::size_t> similar(std::string_view full_name, Id<OrgUnit> unit) const;

 private:
  const KnownPeople& known_;
  std::unordered_multimap<std::string, std::size_t> by_name_;
};

}  // namespace rapport::exchange
