-- Action plans: what a department and the library agree on for one academic year. {words} differ between engines: see
-- src/db/migrate.hpp.

-- What a plan may start from. `content` is lines: "# Theme", below it "- what | what success looks like".
create table plan_templates (
  institution_id {id} not null references institutions (id),
  id {serial},
  name text not null,
  content text not null,
  is_retired {int} not null default 0 check (is_retired in (0, 1)),
  made_by {id},
  changed_by {id},
  changed_at {int} not null,
  version {int} not null default 1,
  {key} (institution_id, id)
) {strict};

-- One for a department and year; `themes` are lines, as the template had them on that day.
create table action_plans (
  institution_id {id} not null references institutions (id),
  id {serial},
  org_unit_id {id} not null,
  academic_year {int} not null,
  themes text not null default '',
  template_id {id},
  begun_by {id} not null,
  begun_at {int} not null,
  {key} (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, template_id) references plan_templates (institution_id, id),
  foreign key (institution_id, begun_by) references staff (institution_id, id)
) {strict};
create unique index action_plans_of_year on action_plans (institution_id, org_unit_id, academic_year);
create index action_plans_by_year on action_plans (institution_id, academic_year, org_unit_id);

-- `outcome` is what came of it, of a dropped one the reason. `carried_from` is the item of the year before that it goes on
-- with, `carried_count` how often that has happened by now. An open item whose promises are all kept is done.
create table plan_items (
  institution_id {id} not null,
  plan_id {id} not null,
  id {serial},
  position {int} not null,
  theme text not null default '',
  words text not null,
  success text not null default '',
  their_owners text not null default '',
  due_on text,
  is_asked {int} not null default 0 check (is_asked in (0, 1)),
  state text not null default 'open' check (state in ('open', 'under_way', 'done', 'carried_forward', 'dropped')),
  outcome text not null default '',
  closed_on text,
  carried_from {id},
  carried_count {int} not null default 0,
  made_by {id} not null,
  made_at {int} not null,
  changed_by {id} not null,
  changed_at {int} not null,
  version {int} not null default 1,
  {key} (institution_id, id),
  check ((state in ('open', 'under_way')) = (closed_on is null)),
  check (state <> 'dropped' or outcome <> ''),
  foreign key (institution_id, plan_id) references action_plans (institution_id, id),
  foreign key (institution_id, carried_from) references plan_items (institution_id, id),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) {strict};
create index plan_items_of_plan on plan_items (institution_id, plan_id, position);
-- Nothing goes on twice.
create unique index plan_items_carried on plan_items (institution_id, carried_from) where carried_from is not null;

-- Who of the library; with a day they have a promise. Whose it is today is asked of the promise.
create table plan_item_owners (
  institution_id {id} not null,
  plan_item_id {id} not null,
  staff_id {id} not null,
  position {int} not null,
  promise_id {id},
  primary key (institution_id, plan_item_id, staff_id),
  foreign key (institution_id, plan_item_id) references plan_items (institution_id, id),
  foreign key (institution_id, staff_id) references staff (institution_id, id),
  foreign key (institution_id, promise_id) references promises (institution_id, id)
) {clustered};
create index plan_item_owners_of_promise on plan_item_owners (institution_id, promise_id);

-- Who of the department, where a name in `their_owners` is somebody known.
create table plan_item_people (
  institution_id {id} not null,
  plan_item_id {id} not null,
  person_id {id} not null,
  primary key (institution_id, plan_item_id, person_id),
  foreign key (institution_id, plan_item_id) references plan_items (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) {clustered};
create index plan_item_people_of_person on plan_item_people (institution_id, person_id);

-- Every version of every item as it was; appended, never changed.
create table plan_item_versions (
  institution_id {id} not null,
  plan_item_id {id} not null,
  version {int} not null,
  theme text not null,
  words text not null,
  success text not null,
  owners text not null,
  their_owners text not null,
  due_on text,
  is_asked {int} not null,
  state text not null,
  outcome text not null,
  changed_by {id} not null,
  changed_at {int} not null,
  primary key (institution_id, plan_item_id, version),
  foreign key (institution_id, plan_item_id) references plan_items (institution_id, id)
) {clustered};

-- Progress through the year, for the library alone; appended, never changed.
create table plan_item_notes (
  institution_id {id} not null,
  plan_item_id {id} not null,
  id {serial},
  words text not null,
  made_by {id} not null,
  made_at {int} not null,
  {key} (institution_id, id),
  foreign key (institution_id, plan_item_id) references plan_items (institution_id, id),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) {strict};
create index plan_item_notes_of_item on plan_item_notes (institution_id, plan_item_id, id);

-- What was typed in the meeting, as it was typed; appended, never changed.
create table plan_minutes (
  institution_id {id} not null,
  plan_id {id} not null,
  id {serial},
  words text not null,
  interaction_id {id},
  made_by {id} not null,
  made_at {int} not null,
  {key} (institution_id, id),
  foreign key (institution_id, plan_id) references action_plans (institution_id, id),
  foreign key (institution_id, interaction_id) references interactions (institution_id, id),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) {strict};
create index plan_minutes_of_plan on plan_minutes (institution_id, plan_id, id);
