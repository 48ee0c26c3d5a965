// The SQL of the ladder.
#include "relationships/ladder_store.hpp"

#include <algorithm>

namespace rapport::ladder_store {
namespace {

constexpr std::size_t ids_at_once = 10;

constexpr db::Fragment select_members =
    "select p.id, p.last_on, r.id, r.level, r.is_slipping, r.since, r.moved_on, r.moved_at, r.version from "
    "persons p left join relationships r on r.institution_id = p.institution_id and r.person_id = p.id and "
    "r.area = $2 where p.institution_id = $1 and p.left_on is null and p.merged_into is null ";

Member read_member(const db::Row& row, ServiceArea area) {
  Member member{.person = row.id<Person>(0), .last_on = row.optional_date(1)};
  if (row.is_null(2)) return member;
  member.relationship = Relationship{.id = row.id<Relationship>(2),
                                     .with = member.person,
                                     .area = area,
                                     .level = row.number(3),
                                     .is_slipping = row.flag(4),
                                     .since = row.date(5),
                                     .moved_on = row.date(6),
                                     .moved_at = row.instant(7),
                                     .version = row.number(8)};
  return member;
}

/// The id at a place, or nobody's past the end: a statement takes ten.
template <class Tag>
auto at(std::span<const Id<Tag>> ids) {
  return [ids](std::size_t place) { return place < ids.size() ? ids[place] : Id<Tag>{}; };
}

}  // namespace

std::vector<Member> members(db::Reader& reader, Id<Institution> institution,
                            std::span<const Id<OrgUnit>> units, ServiceArea area) {
  std::vector<Member> found;
  // Ten units a statement: a portfolio is one or two of them.
  for (std::size_t from = 0; from < units.size(); from += ids_at_once) {
    const auto id = at(units.subspan(from, std::min(ids_at_once, units.size() - from)));
    reader.each(
        db::concat<"", select_members,
                   "and p.main_org_unit_id in ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12)">,
        [&](const db::Row& row) { found.push_back(read_member(row, area)); }, institution, code(area), id(0),
        id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8), id(9));
  }
  return found;
}

std::vector<Member> all_members(db::Reader& reader, Id<Institution> institution, ServiceArea area) {
  return reader.all(
      db::concat<"", select_members, "">, [&](const db::Row& row) { return read_member(row, area); },
      institution, code(area));
}

std::vector<LevelEvent> first_events(db::Reader& reader, Id<Institution> institution,
                                     std::span<const Id<Relationship>> relationships, Date since) {
  std::vector<LevelEvent> first;
  for (std::size_t from = 0; from < relationships.size(); from += ids_at_once) {
    const auto id = at(relationships.subspan(from, std::min(ids_at_once, relationships.size() - from)));
    reader.each(
        "select e.relationship_id, e.happened_on, e.scale_version, e.from_level, e.was_slipping from "
        "level_events e where e.institution_id = $1 and e.relationship_id in ($3, $4, $5, $6, $7, $8, $9, "
        "$10, $11, $12) and e.happened_on >= $2 order by e.relationship_id, e.happened_on, e.id",
        [&](const db::Row& row) {
          const auto relationship = row.id<Relationship>(0);
          if (!first.empty() && first.back().relationship == relationship) return;
          first.push_back({.relationship = relationship,
                           .happened_on = row.date(1),
                           .scale_version = row.number(2),
                           .from_level = row.number(3),
                           .was_slipping = row.flag(4)});
        },
        institution, since, id(0), id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8), id(9));
  }
  return first;
}

}  // namespace rapport::ladder_store
