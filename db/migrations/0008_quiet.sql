-- Gone quiet: what is kept of everybody's rhythm, and what colleagues answered when somebody had gone quiet. {words}
-- differ between engines: see src/db/migrate.hpp.

-- Which people and departments a conversation that was recorded, corrected, withdrawn or brought back was with, and in
-- which month (its first day); without a month it is about the people alone: what their conversations led to. Whoever keeps figures of them takes the rows, works on them and removes them: a row that
-- another transaction commits later is simply found later.
create table contact_changes (
  institution_id {id} not null references institutions (id),
  id {serial},
  month text,
  people text not null,
  units text not null,
  {key} (institution_id, id)
) {strict};

-- One row for each person with a two-way contact, made or to come; no foreign key, for an import that is taken back takes
-- its people along. `gaps` are those between the last episodes, at most eight;
-- `gap_hundredths` their sum in hundredths of a term-weighted day, `gap_days` in days of the calendar. From `hello_on` on
-- somebody is worth a hello, from `quiet_on` on gone quiet. `ahead_on` is the next contact that is yet to come: on that day
-- the row is made anew. For the engagement card: `recent` are the days with two-way contact of the last 24 months, each as
-- its number since 1970, how many, how many they began and the deepest kind ("20765:2:1:12,20790:1:0:4"), and how many other
-- people and modules accepted bumps reached from there.
create table rhythms (
  institution_id {id} not null,
  person_id {id} not null,
  last_on text,
  gaps {int} not null,
  gap_hundredths {int} not null,
  gap_days {int} not null,
  hello_on text,
  quiet_on text,
  ahead_on text,
  recent text not null default '',
  people_reached {int} not null default 0,
  modules_reached {int} not null default 0,
  primary key (institution_id, person_id)
) {clustered};
create index rhythms_by_hello on rhythms (institution_id, hello_on);
create index rhythms_ahead on rhythms (institution_id, ahead_on) where ahead_on is not null;

-- How far the rhythms are: the calendar and the names that they were made from, and, while all are made anew, the last
-- person who was.
create table rhythm_state (
  institution_id {id} not null references institutions (id),
  calendar_mark text not null,
  directory_version {int} not null,
  anew_after {id},
  primary key (institution_id)
) {clustered};

-- Conversations of a department and month that are not restricted, as interaction_units has them.
create table unit_months (
  institution_id {id} not null,
  org_unit_id {id} not null,
  month text not null,
  conversations {int} not null,
  primary key (institution_id, org_unit_id, month)
) {clustered};
insert into unit_months (institution_id, org_unit_id, month, conversations)
select institution_id, org_unit_id, substr(happened_on, 1, 7) || '-01', count(*) from interaction_units
where visibility < 2 group by institution_id, org_unit_id, substr(happened_on, 1, 7);

-- Somebody who had gone quiet was put off until a day, or left as they are. It holds until that day, until there is
-- contact after `last_on`, or until it is taken back.
create table quiet_answers (
  institution_id {id} not null references institutions (id),
  id {serial},
  person_id {id} not null,
  last_on text not null,
  until_on text,
  reason text not null default '',
  answered_by {id} not null,
  answered_at {int} not null,
  ended_by {id},
  ended_at {int},
  {key} (institution_id, id)
) {strict};
create index quiet_answers_of_person on quiet_answers (institution_id, person_id, id);

-- Whom a colleague knows, without reading everybody.
create index acquaintances_of_staff on acquaintances (institution_id, staff_id, person_id);

-- How the engagement card is worked out, one row a change; the highest version is in force. No row is the one of product.md.
create table engagement_rules (
  institution_id {id} not null references institutions (id),
  version {int} not null check (version > 0),
  recency {int} not null,
  rhythm {int} not null,
  two_way {int} not null,
  depth {int} not null,
  reach {int} not null,
  recency_half_days {int} not null,
  rhythm_months {int} not null,
  reach_full {int} not null,
  because text not null default '',
  made_by {id} not null,
  made_at {int} not null,
  primary key (institution_id, version)
) {clustered};
