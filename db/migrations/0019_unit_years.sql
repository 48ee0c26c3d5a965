-- What Rapport counts itself, by department and academic year. {words} differ between engines: see src/db/migrate.hpp.

-- A row goes from one taker to the next, and the last one removes it: 0 is new, 1 is what rhythms have worked on.
alter table contact_changes add column step {int} not null default 0;

-- As a recount of that year's conversations up to a day gives it. `sized` are the sessions with a number of those who came,
-- `timed` those with a length too. From `ahead_on` on, the next conversation that is yet to come, the row is made anew.
create table unit_years (
  institution_id {id} not null,
  org_unit_id {id} not null,
  academic_year {int} not null,
  people {int} not null,
  sessions {int} not null,
  sized {int} not null,
  timed {int} not null,
  students {int} not null,
  person_minutes {int} not null,
  modules {int} not null,
  one_to_ones {int} not null,
  chains {int} not null,
  ahead_on text,
  primary key (institution_id, org_unit_id, academic_year)
) {clustered};
create index unit_years_ahead on unit_years (institution_id, ahead_on) where ahead_on is not null;

-- How far they are: the names and the kinds that they were counted by, and, while all are counted anew, the last unit that
-- was. `round` is counted by whoever writes, so that of two who count at once one notices.
create table unit_years_state (
  institution_id {id} not null references institutions (id),
  round {int} not null,
  directory_version {int} not null,
  kinds_mark text not null,
  anew_after {id},
  primary key (institution_id)
) {clustered};
