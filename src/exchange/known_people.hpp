// Everybody who is there, as imports look for them: read once, with addresses and posts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "people/person.hpp"
#include "scope/scope.hpp"

namespace rapport::exchange {

/// Merged people are left out; their addresses and numbers lead to who they became. Immutable.
class KnownPeople {
 public:
  explicit KnownPeople(Scope& scope);

  [[nodiscard]] std::size_t size() const { return people_.size(); }
  [[nodiscard]] const PersonDetails& operator[](std::size_t place) const { return people_[place]; }
  [[nodiscard]] std::optional<std::size_t> with_external_id(const std::string& external_id) const;
  [[nodiscard]] std::optional<std::size_t> with_address(std::string_view address) const;
  [[nodiscard]] std::optional<std::size_t> with_orcid(const std::string& orcid) const;
  /// Whose name folds to the same.
  [[nodiscard]] std::vector<std::size_t> named(std::string_view full_name) const;

 private:
  void read(db::Reader& reader, Id<Institution> institution);
  void read_merged(db::Reader& reader, Id<Institution> institution,
                   const std::unordered_map<std::int64_t, std::size_t>& by_id);

  std::vector<PersonDetails> people_;
  std::unordered_map<std::string, std::size_t> by_external_id_;
  std::unordered_map<std::string, std::size_t> by_address_;
  std::unordered_map<std::string, std::size_t> by_orcid_;
  std::unordered_multimap<std::string, std::size_t> by_name_;
};

/// Has a main unit or a post there.
[[nodiscard]] bool belongs_to(const PersonDetails& details, Id<OrgUnit> unit);

}  // namespace rapport::exchange
