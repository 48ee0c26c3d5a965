-- Who looked at whom: one row for each person, member of staff, day and way of looking. No foreign key to the person: the
-- log outlives whom it is about. {words} differ between engines: see src/db/migrate.hpp.
create table person_views (
  institution_id {id} not null references institutions (id),
  person_id {id} not null,
  viewed_on text not null,
  staff_id {id} not null,
  what text not null check (what in ('page', 'brief')),
  first_at {int} not null,
  primary key (institution_id, person_id, viewed_on, staff_id, what)
) {clustered};
create index person_views_by_time on person_views (institution_id, first_at);
