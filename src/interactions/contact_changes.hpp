// Which people and departments conversations were with that have changed, for chapters that keep figures of
// them (ADR 0012, ADR 0015). Written in the conversation's own transaction; whoever follows works on the rows
// and hands them on, the last one removes them.
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
/// Who works on a row: in this order.
enum class ContactStep { rhythms, figures };
/// Those that wait at that step, oldest first.
[[nodiscard]] std::vector<ContactChange> contact_changes(db::Reader& reader, Id<Institution> institution,
                                                         ContactStep step, int limit);
/// Those that nobody, or not everybody, has worked on yet.
[[nodiscard]] std::vector<ContactChange> waiting_contact_changes(db::Reader& reader,
                                                                 Id<Institution> institution, int limit);
/// Rhythms have worked on them. By their numbers, as erase_contact_changes.
void hand_on_contact_changes(db::Writer& writer, Id<Institution> institution,
                             std::span<const ContactChange> changes);
/// Those that were worked on. By their numbers, not up to one: with PostgreSQL a lower one may yet be
/// committed.
void erase_contact_changes(db::Writer& writer, Id<Institution> institution,
                           std::span<const ContactChange> changes);

}  // namespace rapport::interactions
