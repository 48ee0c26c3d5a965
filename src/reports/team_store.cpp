// The SQL of the team home.
#include "reports/team_store.hpp"

namespace rapport::team_store {
namespace {

RelationshipWith with_in(const db::Row& row, int person, int unit) {
  if (row.is_null(person)) return row.id<OrgUnit>(unit);
  return row.id<Person>(person);
}

constexpr db::Fragment select_plans =
    "select p.id, r.person_id, r.org_unit_id, coalesce(n.main_org_unit_id, r.org_unit_id), p.hope, p.learnt, "
    "p.review_on from scale_up_plans p join relationships r on r.institution_id = p.institution_id and r.id "
    "= "
    "p.relationship_id left join persons n on n.institution_id = r.institution_id and n.id = r.person_id "
    "where "
    "p.institution_id = $1 and ";

PlanRow read_plan(const db::Row& row) {
  return {.id = row.id<ScaleUpPlan>(0),
          .with = with_in(row, 1, 2),
          .unit = row.optional_id<OrgUnit>(3),
          .hope = row.string(4),
          .learnt = row.string(5),
          .review_on = row.date(6)};
}

}  // namespace

std::vector<Move> moves(db::Reader& reader, Id<Institution> institution, Date since) {
  return reader.all(
      "select r.person_id, r.org_unit_id, coalesce(n.main_org_unit_id, r.org_unit_id), e.id, e.happened_on, "
      "e.scale_version, e.from_level, e.to_level, e.was_slipping, e.is_slipping from level_events e join "
      "relationships r on r.institution_id = e.institution_id and r.id = e.relationship_id and r.area = '' "
      "left "
      "join persons n on n.institution_id = r.institution_id and n.id = r.person_id where e.institution_id = "
      "$1 "
      "and e.happened_on >= $2 order by e.happened_on desc, e.id desc limit 5000",
      [](const db::Row& row) {
        return Move{.with = with_in(row, 0, 1),
                    .unit = row.optional_id<OrgUnit>(2),
                    .event = {.id = row.id<LevelEvent>(3),
                              .happened_on = row.date(4),
                              .scale_version = row.number(5),
                              .from_level = row.number(6),
                              .to_level = row.number(7),
                              .was_slipping = row.flag(8),
                              .is_slipping = row.flag(9)}};
      },
      institution, since);
}

std::vector<PlanRow> reached(db::Reader& reader, Id<Institution> institution, Instant since) {
  return reader.all(
      db::concat<
          select_plans,
          "p.closed_at >= $2 and p.outcome = 'reached' and p.hope <> '' order by p.closed_at desc, p.id desc "
          "limit 500">,
      read_plan, institution, since);
}

std::vector<PlanRow> to_review(db::Reader& reader, Id<Institution> institution, Date today) {
  return reader.all(
      db::concat<select_plans,
                 "p.state = 'active' and p.review_on < $2 order by p.review_on, p.id limit 2000">,
      read_plan, institution, today);
}

std::vector<OverduePromise> overdue(db::Reader& reader, Id<Institution> institution, Id<Staff> staff,
                                    Date today, std::int64_t viewers_team) {
  return reader.all(
      "select p.id, p.words, p.due_on, p.person_id, coalesce(n.main_org_unit_id, i.org_unit_id) from "
      "promises p "
      "left join interactions i on i.institution_id = p.institution_id and i.id = p.interaction_id left join "
      "persons n on n.institution_id = p.institution_id and n.id = p.person_id where p.institution_id = $1 "
      "and "
      "p.staff_id = $2 and p.due_on < $3 and p.kept_at is null and p.dropped_at is null and p.side = 'ours' "
      "and "
      "(i.id is null or i.visibility = 0 or (i.visibility = 1 and i.team_id = $4)) order by p.due_on, p.id "
      "limit "
      "500",
      [](const db::Row& row) {
        return OverduePromise{row.id<Promise>(0), row.string(1), row.date(2), row.optional_id<Person>(3),
                              row.optional_id<OrgUnit>(4)};
      },
      institution, staff, today, viewers_team);
}

}  // namespace rapport::team_store
