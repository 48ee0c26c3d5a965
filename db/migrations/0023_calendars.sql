-- Calendars beside the university's own: departments that keep other terms. {words} differ between engines: see
-- src/db/migrate.hpp.

create table calendars (
  institution_id {id} not null references institutions (id),
  id {serial},
  name text not null,
  made_by {id} not null,
  made_at {int} not null,
  version {int} not null default 1,
  {key} (institution_id, id),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) {strict};

-- No calendar: the university's own.
alter table calendar_periods add column calendar_id {id};

-- From that academic year on, until a later row; no calendar: the university's own again.
create table org_unit_calendars (
  institution_id {id} not null,
  org_unit_id {id} not null,
  from_year {int} not null,
  calendar_id {id},
  primary key (institution_id, org_unit_id, from_year),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, calendar_id) references calendars (institution_id, id)
) {clustered};
