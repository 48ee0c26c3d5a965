// Counts what grew.
#include "bumps/grown.hpp"

#include <algorithm>
#include <map>

namespace rapport::bumps {

std::vector<ChainTotal> totals_of(const std::vector<GrownKind>& grown, const Vocabulary& vocabulary) {
  std::vector<ChainTotal> totals;
  int students = 0;
  for (const auto& one : grown) {
    const auto* kind = vocabulary.find(one.kind);
    if (kind == nullptr || kind->outcome_value <= 0) continue;
    if (kind->family == Family::teaching) students += one.attendees;
    totals.push_back({one.count, one.count == 1 ? singular_of(*kind) : plural_of(*kind)});
  }
  std::ranges::stable_sort(totals, std::greater(), &ChainTotal::number);
  if (students > 0) totals.insert(totals.begin(), {students, "students taught"});
  return totals;
}

namespace {

// $1 the institution, $2 the person, $3 since, $4 today.
constexpr db::Fragment below =
    "with recursive down (id) as ("
    "select b.to_id from interaction_persons p join bumps b on b.institution_id = $1 "
    "and b.from_id = p.interaction_id and b.state = 'accepted' "
    "where p.institution_id = $1 and p.person_id = $2 and p.happened_on >= $3 and p.visibility = 0 "
    "and p.bump_count > 0 "
    "union select b.to_id from down join bumps b on b.institution_id = $1 and b.from_id = down.id "
    "and b.state = 'accepted') ";
constexpr db::Fragment of_below =
    "from down join interactions i on i.institution_id = $1 and i.id = down.id where i.withdrawn_at is null "
    "and i.visibility = 0 and i.happened_on <= $4 ";

std::vector<GrownKind> counted(db::Reader& reader, const Scope& scope, Id<Person> record, Date since) {
  return reader.all(
      db::concat<below, "select i.kind_id, count(*), coalesce(sum(i.attendees), 0) ", of_below,
                 "group by i.kind_id order by i.kind_id limit 500">,
      [](const db::Row& row) {
        return GrownKind{row.id<InteractionKind>(0), row.number(1), row.number(2)};
      },
      scope.institution, record, since, scope.today);
}

/// One thing that grew, before it is counted.
struct Grown {
  Id<Interaction> id = {};
  Id<InteractionKind> kind = {};
  int attendees = 0;
};

std::vector<Grown> each(db::Reader& reader, const Scope& scope, Id<Person> record, Date since) {
  return reader.all(
      db::concat<below, "select i.id, i.kind_id, coalesce(i.attendees, 0) ", of_below,
                 "order by i.id limit 20000">,
      [](const db::Row& row) {
        return Grown{row.id<Interaction>(0), row.id<InteractionKind>(1), row.number(2)};
      },
      scope.institution, record, since, scope.today);
}

std::vector<GrownKind> counted_once(std::vector<Grown> grown) {
  std::ranges::sort(grown, {}, &Grown::id);
  const auto twice = std::ranges::unique(grown, {}, &Grown::id);
  grown.erase(twice.begin(), twice.end());
  std::map<Id<InteractionKind>, GrownKind> kinds;
  for (const auto& one : grown) {
    auto& kind = kinds[one.kind];
    kind.kind = one.kind;
    ++kind.count;
    kind.attendees += one.attendees;
  }
  std::vector<GrownKind> counts;
  for (const auto& [id, kind] : kinds) counts.push_back(kind);
  return counts;
}

}  // namespace

std::vector<GrownKind> grown_from(Scope& scope, std::span<const Id<Person>> records, Date since) {
  return scope.read([&](db::Reader& reader) {
    // Nearly everybody has one record, which the database counts.
    if (records.size() == 1) return counted(reader, scope, records.front(), since);
    std::vector<Grown> grown;
    for (const auto record : records)
      std::ranges::copy(each(reader, scope, record, since), std::back_inserter(grown));
    return counted_once(std::move(grown));
  });
}

}  // namespace rapport::bumps
