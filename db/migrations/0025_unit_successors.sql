-- Departments that ended and go on in others: merged into one, or split over several. {words} differ between engines: see
-- src/db/migrate.hpp.

-- From the day after `closed_on` of the unit. A successor is open, or was closed later.
create table org_unit_successors (
  institution_id {id} not null,
  org_unit_id {id} not null,
  successor_id {id} not null,
  primary key (institution_id, org_unit_id, successor_id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, successor_id) references org_units (institution_id, id)
) {clustered};
create index org_unit_successors_into on org_unit_successors (institution_id, successor_id);
