-- The round of a year: how far the meeting with each department is; and links by which a department reads its plan.
-- {words} differ between engines: see src/db/migrate.hpp.

-- `uid` and `sequence` are those of the calendar file: the one stays, the other rises with every other day, time or place.
create table round_entries (
  institution_id {id} not null,
  id {serial},
  academic_year {int} not null,
  org_unit_id {id} not null,
  owner_id {id},
  week_from text,
  week_to text,
  state text not null default 'to_invite' check (state in ('to_invite', 'invited', 'booked', 'met', 'agreed')),
  meets_on text,
  meets_at {int},
  minutes {int} not null default 60,
  place text not null default '',
  uid text not null,
  sequence {int} not null default 0,
  changed_by {id},
  changed_at {int} not null,
  version {int} not null default 1,
  {key} (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, owner_id) references staff (institution_id, id)
) {strict};
create unique index round_entries_of_year on round_entries (institution_id, academic_year, org_unit_id);

-- Appended, never changed. Without `made_by` the department said so by its link.
create table round_events (
  institution_id {id} not null,
  round_entry_id {id} not null,
  id {serial},
  state text not null,
  words text not null default '',
  made_by {id},
  made_at {int} not null,
  {key} (institution_id, id),
  foreign key (institution_id, round_entry_id) references round_entries (institution_id, id)
) {strict};
create index round_events_of_entry on round_events (institution_id, round_entry_id, id);

-- Of the token only its hash is kept.
create table plan_links (
  institution_id {id} not null,
  id {serial},
  plan_id {id} not null,
  token_hash text not null,
  label text not null,
  made_by {id} not null,
  made_at {int} not null,
  expires_at {int} not null,
  revoked_by {id},
  revoked_at {int},
  {key} (institution_id, id),
  foreign key (institution_id, plan_id) references action_plans (institution_id, id),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) {strict};
create unique index plan_links_by_token on plan_links (institution_id, token_hash);
create index plan_links_of_plan on plan_links (institution_id, plan_id, id);

-- What the department answered; appended, and marked once somebody has seen it.
create table plan_answers (
  institution_id {id} not null,
  id {serial},
  plan_id {id} not null,
  plan_link_id {id} not null,
  is_agreed {int} not null check (is_agreed in (0, 1)),
  name text not null,
  words text not null default '',
  made_at {int} not null,
  seen_by {id},
  seen_at {int},
  {key} (institution_id, id),
  foreign key (institution_id, plan_id) references action_plans (institution_id, id),
  foreign key (institution_id, plan_link_id) references plan_links (institution_id, id)
) {strict};
create index plan_answers_of_plan on plan_answers (institution_id, plan_id, id);
create index plan_answers_not_seen on plan_answers (institution_id, id) where seen_at is null;
