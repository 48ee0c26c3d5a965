// Which people and departments conversations were with that have changed, for chapters that keep figures of
// them (ADR 0012). Written in the conversation's own transaction; whoever follows takes the rows and removes
// them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "base/date.hpp"
#include "db/connection.hpp"
#include "interactions/interaction.hpp"

namespace rapport::interactions {

/// Collects what one transaction changes: each person and unit once a month.
class ContactChanges {
 public:
  void note(Date happened_on, std::span<const Id<Person>> people, std::span<const Id<OrgUnit>> units);
  /// What their conversations led to, which is of no month.
  void note(std::span<const Id<Person>> people);
  /// One row a month, more where it was with very many people.
  void write(db::Writer& writer, Id<Institution> institution) const;

 private:
  struct Touched {
    std::vector<std::int64_t> people;
    std::vector<std::int64_t> units;
  };
  std::map<std::optional<Date>, Touched> months_;  ///< by their first day
};

struct ContactChange {
  std::int64_t number = 0;
  std::optional<Date> month = {};  ///< its first day
  std::vector<Id<Person>> people = {};
  std::vector<Id<OrgUnit>> units = {};
};
/// Oldest first.
[[nodiscard]] std::vector<ContactChange> contact_changes(db::Reader& reader, Id<Institution> institution,
                                                         int limit);
/// Those that were worked on. By their numbers, not up to one: with PostgreSQL a lower one may yet be
/// committed.
void erase_contact_changes(db::Writer& writer, Id<Institution> institution,
                           std::span<const ContactChange> changes);

}  // namespace rapport::interactions
