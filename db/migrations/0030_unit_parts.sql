-- Departments that stay open and lost a part: to one of its own, or to one that was there. {words} differ between engines:
-- see src/db/migrate.hpp.

-- From that day on the part belongs to the other. Both were there then.
create table org_unit_parts (
  institution_id {id} not null,
  org_unit_id {id} not null,
  into_id {id} not null,
  from_on text not null,
  primary key (institution_id, org_unit_id, into_id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, into_id) references org_units (institution_id, id)
) {clustered};
create index org_unit_parts_into on org_unit_parts (institution_id, into_id);
