// The SQL of relationships.
#include "relationships/relationship_store.hpp"

namespace rapport::relationship_store {
namespace {

constexpr db::Fragment columns =
    "r.id, r.person_id, r.org_unit_id, r.area, r.level, r.is_slipping, r.since, r.moved_on, r.moved_at, "
    "r.version from relationships r where r.institution_id = $1 and ";

Relationship read_relationship(const db::Row& row) {
  Relationship read{.id = row.id<Relationship>(0),
                    .area = service_area_of(row.text(3)).value_or(ServiceArea::overall),
                    .level = row.number(4),
                    .is_slipping = row.flag(5),
                    .since = row.date(6),
                    .moved_on = row.date(7),
                    .moved_at = row.instant(8),
                    .version = row.number(9)};
  if (row.is_null(1))
    read.with = row.id<OrgUnit>(2);
  else
    read.with = row.id<Person>(1);
  return read;
}

LevelEvent read_event(const db::Row& row) {
  return {.id = row.id<LevelEvent>(0),
          .relationship = row.id<Relationship>(1),
          .happened_on = row.date(2),
          .scale_version = row.number(3),
          .from_level = row.number(4),
          .to_level = row.number(5),
          .was_slipping = row.flag(6),
          .is_slipping = row.flag(7),
          .reason = row.string(8),
          .recorded_by = row.id<Staff>(9),
          .recorded_at = row.instant(10)};
}

template <class Tag>
std::optional<Id<Tag>> id_in(const RelationshipWith& with) {
  const auto* id = std::get_if<Id<Tag>>(&with);
  return id == nullptr ? std::nullopt : std::optional(*id);
}

}  // namespace

std::optional<Relationship> find(db::Reader& reader, Id<Institution> institution, Id<Relationship> id) {
  return reader.one(db::concat<"select ", columns, "r.id = $2">, read_relationship, institution, id);
}

std::optional<Relationship> find(db::Reader& reader, Id<Institution> institution, RelationshipWith with,
                                 ServiceArea area) {
  if (const auto person = id_in<Person>(with))
    return reader.one(db::concat<"select ", columns, "r.person_id = $2 and r.area = $3">, read_relationship,
                      institution, *person, code(area));
  return reader.one(db::concat<"select ", columns, "r.org_unit_id = $2 and r.area = $3">, read_relationship,
                    institution, *id_in<OrgUnit>(with), code(area));
}

std::vector<Relationship> of_people(db::Reader& reader, Id<Institution> institution,
                                    std::span<const Id<Person>> people, ServiceArea area) {
  constexpr std::size_t at_once = 10;
  std::vector<Relationship> found;
  for (std::size_t from = 0; from < people.size(); from += at_once) {
    const auto id = [&](std::size_t i) { return from + i < people.size() ? people[from + i] : Id<Person>{}; };
    reader.each(
        db::concat<"select ", columns,
                   "r.area = $2 and r.person_id in ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12)">,
        [&](const db::Row& row) { found.push_back(read_relationship(row)); }, institution, code(area), id(0),
        id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8), id(9));
  }
  return found;
}

std::vector<Relationship> of_everybody(db::Reader& reader, Id<Institution> institution, ServiceArea area) {
  return reader.all(
      db::concat<"select ", columns, "r.area = $2 and r.person_id is not null order by r.id limit 1000000">,
      read_relationship, institution, code(area));
}

std::vector<Relationship> of(db::Reader& reader, Id<Institution> institution, RelationshipWith with) {
  if (const auto person = id_in<Person>(with))
    return reader.all(db::concat<"select ", columns, "r.person_id = $2 order by r.area limit 10">,
                      read_relationship, institution, *person);
  return reader.all(db::concat<"select ", columns, "r.org_unit_id = $2 order by r.area limit 10">,
                    read_relationship, institution, *id_in<OrgUnit>(with));
}

Id<Relationship> insert(db::Writer& writer, Id<Institution> institution, const Relationship& relationship) {
  return writer.insert<Relationship>(
      "insert into relationships (institution_id, person_id, org_unit_id, area, level, is_slipping, since, "
      "moved_on, moved_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id",
      institution, id_in<Person>(relationship.with), id_in<OrgUnit>(relationship.with),
      code(relationship.area), relationship.level, relationship.is_slipping, relationship.since,
      relationship.moved_on, relationship.moved_at, relationship.version);
}

bool update(db::Writer& writer, Id<Institution> institution, const Relationship& relationship) {
  return writer.execute(
             "update relationships set level = $4, is_slipping = $5, since = $6, moved_on = $7, moved_at = "
             "$8, version = version + 1 where institution_id = $1 and id = $2 and version = $3",
             institution, relationship.id, relationship.version, relationship.level, relationship.is_slipping,
             relationship.since, relationship.moved_on, relationship.moved_at) == 1;
}

std::vector<std::pair<int, int>> counts_by_level(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select level, count(*) from relationships where institution_id = $1 and area = '' and person_id is "
      "not "
      "null group by level order by level limit 10",
      [](const db::Row& row) { return std::pair(row.number(0), row.number(1)); }, institution);
}

void map_levels(db::Writer& writer, Id<Institution> institution, int scale_version) {
  writer.execute(
      "update relationships set level = (select m.to_rank from level_mappings m where m.institution_id = "
      "relationships.institution_id and m.scale_version = $2 and m.from_rank = relationships.level) where "
      "institution_id = $1",
      institution, scale_version);
  writer.execute(
      "update relationships set is_slipping = 0 where institution_id = $1 and level = 0 and is_slipping = 1",
      institution);
  writer.execute(
      "update level_suggestions_aside set level = (select m.to_rank from level_mappings m where "
      "m.institution_id = level_suggestions_aside.institution_id and m.scale_version = $2 and m.from_rank = "
      "level_suggestions_aside.level) where institution_id = $1",
      institution, scale_version);
}

Id<LevelEvent> insert(db::Writer& writer, Id<Institution> institution, const LevelEvent& event) {
  return writer.insert<LevelEvent>(
      "insert into level_events (institution_id, relationship_id, happened_on, scale_version, from_level, "
      "to_level, was_slipping, is_slipping, reason, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, "
      "$6, $7, $8, $9, $10, $11) returning id",
      institution, event.relationship, event.happened_on, event.scale_version, event.from_level,
      event.to_level, event.was_slipping, event.is_slipping, event.reason, event.recorded_by,
      event.recorded_at);
}

void insert_evidence(db::Writer& writer, Id<Institution> institution, Id<LevelEvent> event,
                     Id<Interaction> interaction) {
  writer.send(
      "insert into level_evidence (institution_id, event_id, interaction_id) values ($1, $2, $3) on conflict "
      "do nothing",
      institution, event, interaction);
}

std::vector<LevelEvent> events_of(db::Reader& reader, Id<Institution> institution, Id<Relationship> id) {
  return reader.all(
      "select id, relationship_id, happened_on, scale_version, from_level, to_level, was_slipping, "
      "is_slipping, reason, recorded_by, recorded_at from level_events where institution_id = $1 and "
      "relationship_id = $2 order by happened_on, id limit 1000",
      read_event, institution, id);
}

std::vector<Evidence> evidence_of(db::Reader& reader, Id<Institution> institution, Id<Relationship> id) {
  return reader.all(
      "select v.event_id, v.interaction_id from level_events e join level_evidence v on v.institution_id = "
      "e.institution_id and v.event_id = e.id where e.institution_id = $1 and e.relationship_id = $2 "
      "order by v.interaction_id, v.event_id limit 2000",
      [](const db::Row& row) {
        return Evidence{row.id<LevelEvent>(0), row.id<Interaction>(1)};
      },
      institution, id);
}

bool concerns(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
              Id<Interaction> interaction) {
  return reader.exists(
      "select 1 from interaction_units where institution_id = $1 and interaction_id = $3 and org_unit_id = "
      "$2",
      institution, unit, interaction);
}

}  // namespace rapport::relationship_store
