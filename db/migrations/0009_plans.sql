-- Scale-up plans: for one relationship, where it is to go and what that would take. {words} differ between engines: see
-- src/db/migrate.hpp.

-- `aim_level` is a level of `aim_scale`. `asked_on` is the review day whose question on Today was set aside.
create table scale_up_plans (
  institution_id {id} not null references institutions (id),
  id {serial},
  relationship_id {id} not null,
  aim_scale {int} not null,
  aim_level {int} not null,
  where_now text not null default '',
  why_now text not null default '',
  matters text not null default '',
  hope text not null,
  know_by text not null default '',
  review_on text not null,
  asked_on text,
  state text not null default 'active' check (state in ('active', 'closed')),
  outcome text check (outcome in ('reached', 'not_yet', 'changed')),
  learnt text not null default '',
  made_by {id} not null,
  made_at {int} not null,
  changed_by {id} not null,
  changed_at {int} not null,
  closed_by {id},
  closed_at {int},
  version {int} not null default 1,
  {key} (institution_id, id),
  check ((state = 'closed') = (outcome is not null)),
  foreign key (institution_id, relationship_id) references relationships (institution_id, id),
  foreign key (institution_id, aim_scale, aim_level) references levels (institution_id, scale_version, rank),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) {strict};
-- One active plan per relationship, and so per service area.
create unique index scale_up_plans_active on scale_up_plans (institution_id, relationship_id) where state = 'active';
create index scale_up_plans_of_relationship on scale_up_plans (institution_id, relationship_id, id);
create index scale_up_plans_by_review on scale_up_plans (institution_id, state, review_on);

-- What it would take. Whether it is done, and what it says today, is asked of its promise.
create table plan_steps (
  institution_id {id} not null,
  plan_id {id} not null,
  id {serial},
  position {int} not null,
  words text not null,
  owner_id {id} not null,
  due_on text,
  promise_id {id},
  {key} (institution_id, id),
  foreign key (institution_id, plan_id) references scale_up_plans (institution_id, id),
  foreign key (institution_id, owner_id) references staff (institution_id, id),
  foreign key (institution_id, promise_id) references promises (institution_id, id)
) {strict};
create index plan_steps_of_plan on plan_steps (institution_id, plan_id, position);
create index plan_steps_of_promise on plan_steps (institution_id, promise_id);
