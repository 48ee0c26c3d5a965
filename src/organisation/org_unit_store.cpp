// The SQL of org units and their history.
#include "organisation/org_unit_store.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"

namespace rapport::org_unit_store {
namespace {

std::optional<std::string> or_null(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

void insert_period(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit,
                   const OrgUnitPeriod& period) {
  writer.execute(
      "insert into org_unit_periods (institution_id, org_unit_id, name, parent_id, valid_from) "
      "values ($1, $2, $3, $4, $5)",
      institution, unit, period.name, period.parent, period.valid_from);
}

std::vector<OrgUnitPeriod> periods_of(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit) {
  return reader.all(
      "select name, parent_id, valid_from, valid_to from org_unit_periods "
      "where institution_id = $1 and org_unit_id = $2 order by coalesce(valid_from, ''), id limit 1000",
      [](const db::Row& row) {
        return OrgUnitPeriod{.name = row.string(0),
                             .parent = row.optional_id<OrgUnit>(1),
                             .valid_from = row.optional_date(2),
                             .valid_to = row.optional_date(3)};
      },
      institution, unit);
}

}  // namespace

Id<OrgUnit> insert(db::Writer& writer, Id<Institution> institution, const NewUnit& unit) {
  const auto& draft = unit.draft;
  const auto id = writer.insert<OrgUnit>(
      "insert into org_units (institution_id, slug, kind, name, folded_name, sort_key, external_id, "
      "parent_id, "
      "directory_version, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id",
      institution, unit.slug, code(draft.kind), draft.name, fold(draft.name), sort_key(draft.name),
      or_null(draft.external_id), draft.parent, unit.directory_version, unit.recorded_at);
  insert_period(writer, institution, id,
                {.name = draft.name, .parent = draft.parent, .valid_from = draft.valid_from, .valid_to = {}});
  return id;
}

void begin_period(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit,
                  const OrgUnitPeriod& period) {
  writer.execute(
      "delete from org_unit_periods where institution_id = $1 and org_unit_id = $2 and valid_to is null "
      "and valid_from = $3",
      institution, unit, period.valid_from);
  writer.execute(
      "update org_unit_periods set valid_to = $3 where institution_id = $1 and org_unit_id = $2 "
      "and valid_to is null",
      institution, unit, period.valid_from.value().plus_days(-1));
  insert_period(writer, institution, unit, period);
  writer.execute(
      "update org_units set name = $3, folded_name = $4, sort_key = $5, parent_id = $6 "
      "where institution_id = $1 and id = $2",
      institution, unit, period.name, fold(period.name), sort_key(period.name), period.parent);
}

void set_closed(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit, std::optional<Date> on) {
  writer.execute(
      "update org_unit_periods set valid_to = $3 where institution_id = $1 and id = (select id from "
      "org_unit_periods where institution_id = $1 and org_unit_id = $2 order by coalesce(valid_from, '') "
      "desc, "
      "id desc limit 1)",
      institution, unit, on);
  writer.execute("update org_units set closed_on = $3 where institution_id = $1 and id = $2", institution,
                 unit, on);
}

void set_directory_version(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit,
                           std::int64_t version) {
  writer.execute("update org_units set directory_version = $3 where institution_id = $1 and id = $2",
                 institution, unit, version);
}

void put_successors(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit,
                    std::span<const Id<OrgUnit>> successors) {
  writer.execute("delete from org_unit_successors where institution_id = $1 and org_unit_id = $2",
                 institution, unit);
  for (const auto successor : successors)  // ten at the most
    writer.execute(
        "insert into org_unit_successors (institution_id, org_unit_id, successor_id) values ($1, $2, $3)",
        institution, unit, successor);
}

void put_parts(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit,
               std::span<const UnitPart> parts) {
  writer.execute("delete from org_unit_parts where institution_id = $1 and org_unit_id = $2", institution,
                 unit);
  for (const auto& part : parts)  // ten at the most
    writer.execute(
        "insert into org_unit_parts (institution_id, org_unit_id, into_id, from_on) values ($1, $2, $3, $4)",
        institution, unit, part.into, part.from);
}

void erase(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit) {
  writer.execute("delete from org_unit_periods where institution_id = $1 and org_unit_id = $2", institution,
                 unit);
  writer.execute("delete from org_units where institution_id = $1 and id = $2", institution, unit);
}

std::optional<OrgUnit> find(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> id) {
  auto unit = reader.one(
      "select id, slug, kind, name, external_id, parent_id, closed_on from org_units "
      "where institution_id = $1 and id = $2",
      [](const db::Row& row) {
        return OrgUnit{.id = row.id<OrgUnit>(0),
                       .slug = row.string(1),
                       .kind = org_unit_kind_of(row.text(2)).value_or(OrgUnitKind::department),
                       .name = row.string(3),
                       .external_id = row.string(4),
                       .parent = row.optional_id<OrgUnit>(5),
                       .closed_on = row.optional_date(6),
                       .periods = {}};
      },
      institution, id);
  if (unit) unit->periods = periods_of(reader, institution, id);
  return unit;
}

std::optional<Id<OrgUnit>> find_slug(db::Reader& reader, Id<Institution> institution, std::string_view slug) {
  return reader.one(
      "select id from org_units where institution_id = $1 and slug = $2",
      [](const db::Row& row) { return row.id<OrgUnit>(0); }, institution, slug);
}

std::optional<Id<OrgUnit>> find_external(db::Reader& reader, Id<Institution> institution,
                                         std::string_view external_id) {
  return reader.one(
      "select id from org_units where institution_id = $1 and external_id = $2",
      [](const db::Row& row) { return row.id<OrgUnit>(0); }, institution, external_id);
}

std::vector<Succession> successions(db::Reader& reader, Id<Institution> institution) {
  auto all = reader.all(
      "select s.org_unit_id, s.successor_id, u.closed_on, 0 from org_unit_successors s join org_units u on "
      "u.institution_id = $1 and u.id = s.org_unit_id where s.institution_id = $1 and u.closed_on is not "
      "null union all select org_unit_id, into_id, from_on, 1 from org_unit_parts where institution_id = $1 "
      "order by 3, 1, 2, 4 limit 5000",
      [](const db::Row& row) {
        const bool is_part = row.integer(3) == 1;
        return Succession{row.id<OrgUnit>(0), row.id<OrgUnit>(1), row.date(2).plus_days(is_part ? 0 : 1),
                          is_part};
      },
      institution);
  std::ranges::sort(all, {}, [](const Succession& one) {
    return std::tuple(one.from, one.is_part, one.unit, one.successor);
  });
  return all;
}

}  // namespace rapport::org_unit_store
