// The SQL of scale-up plans.
#include "relationships/plan_store.hpp"

namespace rapport::plan_store {
namespace {

constexpr db::Fragment select_plans =
    "select p.id, p.relationship_id, r.person_id, r.org_unit_id, r.area, p.aim_scale, p.aim_level, "
    "p.where_now, p.why_now, p.matters, p.hope, p.know_by, p.review_on, p.asked_on, p.outcome, p.learnt, "
    "p.made_by, p.made_at, p.changed_by, p.changed_at, p.closed_by, p.closed_at, p.version, p.review_by from "
    "scale_up_plans p join relationships r on r.institution_id = p.institution_id and r.id = "
    "p.relationship_id where p.institution_id = $1 and ";

ScaleUpPlan read_plan(const db::Row& row) {
  ScaleUpPlan plan{.id = row.id<ScaleUpPlan>(0),
                   .relationship = row.id<Relationship>(1),
                   .area = service_area_of(row.text(4)).value_or(ServiceArea::overall),
                   .aim_scale = row.number(5),
                   .aim_level = row.number(6),
                   .where_now = row.string(7),
                   .why_now = row.string(8),
                   .matters = row.string(9),
                   .hope = row.string(10),
                   .know_by = row.string(11),
                   .review_on = row.date(12),
                   .review_by = row.optional_id<Staff>(23),
                   .asked_on = row.optional_date(13),
                   .outcome = plan_outcome_of(row.text(14)),
                   .learnt = row.string(15),
                   .made_by = row.id<Staff>(16),
                   .made_at = row.instant(17),
                   .changed_by = row.id<Staff>(18),
                   .changed_at = row.instant(19),
                   .closed_by = row.optional_id<Staff>(20),
                   .closed_at = row.optional_instant(21),
                   .version = row.number(22)};
  if (row.is_null(2))
    plan.with = row.id<OrgUnit>(3);
  else
    plan.with = row.id<Person>(2);
  return plan;
}

constexpr db::Fragment select_steps =
    "select s.id, s.plan_id, s.position, coalesce(p.words, s.words), coalesce(p.staff_id, s.owner_id), "
    "case when p.id is null then s.due_on else p.due_on end, s.promise_id, p.kept_at, p.dropped_at from "
    "plan_steps s left join promises p on p.institution_id = s.institution_id and p.id = s.promise_id "
    "where s.institution_id = $1 and ";

PlanStep read_step(const db::Row& row) {
  return {.id = row.id<PlanStep>(0),
          .plan = row.id<ScaleUpPlan>(1),
          .position = row.number(2),
          .words = row.string(3),
          .owner = row.id<Staff>(4),
          .due_on = row.optional_date(5),
          .promise = row.optional_id<Promise>(6),
          .kept_at = row.optional_instant(7),
          .is_dropped = !row.is_null(8)};
}

std::optional<std::string_view> outcome_code(const ScaleUpPlan& plan) {
  return plan.outcome ? std::optional(code(*plan.outcome)) : std::nullopt;
}

std::string_view state_code(const ScaleUpPlan& plan) {
  return plan.is_active() ? "active" : "closed";
}

}  // namespace

std::optional<ScaleUpPlan> find(db::Reader& reader, Id<Institution> institution, Id<ScaleUpPlan> id) {
  return reader.one(db::concat<select_plans, "p.id = $2">, read_plan, institution, id);
}

std::vector<ScaleUpPlan> of(db::Reader& reader, Id<Institution> institution, Id<Relationship> relationship) {
  return reader.all(db::concat<select_plans, "p.relationship_id = $2 order by p.id desc limit 50">, read_plan,
                    institution, relationship);
}

std::optional<ScaleUpPlan> active_of(db::Reader& reader, Id<Institution> institution,
                                     Id<Relationship> relationship) {
  return reader.one(db::concat<select_plans, "p.relationship_id = $2 and p.state = 'active'">, read_plan,
                    institution, relationship);
}

std::vector<NextStep> next_steps(db::Reader& reader, Id<Institution> institution,
                                 std::span<const Id<Person>> people) {
  constexpr std::size_t at_once = 10;
  std::vector<NextStep> found;
  for (std::size_t from = 0; from < people.size(); from += at_once) {
    const auto id = [&](std::size_t i) { return from + i < people.size() ? people[from + i] : Id<Person>{}; };
    reader.each(
        "select r.person_id, pr.words from relationships r join scale_up_plans p on p.institution_id = $1 "
        "and "
        "p.relationship_id = r.id and p.state = 'active' join plan_steps s on s.institution_id = $1 and "
        "s.plan_id = p.id join promises pr on pr.institution_id = $1 and pr.id = s.promise_id and pr.kept_at "
        "is null and pr.dropped_at is null where r.institution_id = $1 and r.person_id in ($2, $3, $4, $5, "
        "$6, $7, $8, $9, $10, $11) and not exists (select 1 from plan_steps e join promises pe on "
        "pe.institution_id = $1 and pe.id = e.promise_id and pe.kept_at is null and pe.dropped_at is null "
        "where e.institution_id = $1 and e.plan_id = p.id and e.position < s.position) "
        "order by r.person_id, r.id",
        [&](const db::Row& row) {
          found.push_back({row.id<Person>(0), row.string(1)});
        },
        institution, id(0), id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8), id(9));
  }
  return found;
}

std::vector<ScaleUpPlan> active(db::Reader& reader, Id<Institution> institution, ServiceArea area) {
  return reader.all(
      db::concat<select_plans, "p.state = 'active' and r.area = $2 order by p.review_on, p.id limit 5000">,
      read_plan, institution, code(area));
}

std::vector<ScaleUpPlan> to_review(db::Reader& reader, Id<Institution> institution, Date today) {
  return reader.all(db::concat<select_plans,
                               "p.state = 'active' and p.review_on <= $2 and (p.asked_on is null or "
                               "p.asked_on <> p.review_on) order by p.review_on, p.id limit 200">,
                    read_plan, institution, today);
}

std::vector<ScaleUpPlan> asked_of(db::Reader& reader, Id<Institution> institution, Id<Staff> staff) {
  return reader.all(
      db::concat<select_plans,
                 "p.state = 'active' and coalesce(p.review_by, p.made_by) = $2 order by p.id limit "
                 "1000">,
      read_plan, institution, staff);
}

std::vector<ScaleUpPlan> reached(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      db::concat<select_plans,
                 "p.state = 'closed' and p.outcome = 'reached' order by p.review_on desc, p.id desc "
                 "limit 200">,
      read_plan, institution);
}

Id<ScaleUpPlan> insert(db::Writer& writer, Id<Institution> institution, const ScaleUpPlan& plan) {
  return writer.insert<ScaleUpPlan>(
      "insert into scale_up_plans (institution_id, relationship_id, aim_scale, aim_level, where_now, "
      "why_now, matters, hope, know_by, review_on, state, outcome, learnt, made_by, made_at, changed_by, "
      "changed_at, closed_by, closed_at, review_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
      "$12, "
      "$13, $14, $15, $16, $17, $18, $19, $20) returning id",
      institution, plan.relationship, plan.aim_scale, plan.aim_level, plan.where_now, plan.why_now,
      plan.matters, plan.hope, plan.know_by, plan.review_on, state_code(plan), outcome_code(plan),
      plan.learnt, plan.made_by, plan.made_at, plan.changed_by, plan.changed_at, plan.closed_by,
      plan.closed_at, plan.review_by);
}

bool update(db::Writer& writer, Id<Institution> institution, const ScaleUpPlan& plan) {
  return writer.execute(
             "update scale_up_plans set aim_scale = $4, aim_level = $5, where_now = $6, why_now = $7, "
             "matters = $8, hope = $9, know_by = $10, review_on = $11, state = $12, outcome = $13, learnt = "
             "$14, changed_by = $15, changed_at = $16, closed_by = $17, closed_at = $18, version = version + "
             "1 where institution_id = $1 and id = $2 and version = $3",
             institution, plan.id, plan.version, plan.aim_scale, plan.aim_level, plan.where_now, plan.why_now,
             plan.matters, plan.hope, plan.know_by, plan.review_on, state_code(plan), outcome_code(plan),
             plan.learnt, plan.changed_by, plan.changed_at, plan.closed_by, plan.closed_at) == 1;
}

void set_reviewer(db::Writer& writer, Id<Institution> institution, Id<ScaleUpPlan> id, Id<Staff> staff) {
  writer.execute("update scale_up_plans set review_by = $3 where institution_id = $1 and id = $2",
                 institution, id, staff);
}

void set_asked(db::Writer& writer, Id<Institution> institution, Id<ScaleUpPlan> id, Date review_on) {
  writer.execute("update scale_up_plans set asked_on = $3 where institution_id = $1 and id = $2", institution,
                 id, review_on);
}

std::vector<PlanStep> steps_of(db::Reader& reader, Id<Institution> institution, Id<ScaleUpPlan> plan) {
  return reader.all(db::concat<select_steps, "s.plan_id = $2 order by s.position, s.id limit 100">, read_step,
                    institution, plan);
}

std::vector<PlanStep> kept_steps_of_reached(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      db::concat<
          select_steps,
          "p.kept_at is not null and s.plan_id in (select x.id from scale_up_plans x where "
          "x.institution_id = $1 and x.state = 'closed' and x.outcome = 'reached' order by x.review_on desc, "
          "x.id desc limit 200) order by s.plan_id desc, s.position, s.id limit 500">,
      read_step, institution);
}

Id<PlanStep> insert(db::Writer& writer, Id<Institution> institution, const PlanStep& step) {
  return writer.insert<PlanStep>(
      "insert into plan_steps (institution_id, plan_id, position, words, owner_id, due_on, promise_id) "
      "values ($1, $2, $3, $4, $5, $6, $7) returning id",
      institution, step.plan, step.position, step.words, step.owner, step.due_on, step.promise);
}

void update(db::Writer& writer, Id<Institution> institution, const PlanStep& step) {
  writer.execute(
      "update plan_steps set position = $3, words = $4, owner_id = $5, due_on = $6 where institution_id = $1 "
      "and id = $2",
      institution, step.id, step.position, step.words, step.owner, step.due_on);
}

}  // namespace rapport::plan_store
