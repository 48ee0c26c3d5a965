-- Hand-overs: what one colleague looked after becomes another's, for good or for a while. {words} differ between
-- engines: see src/db/migrate.hpp.

-- `until_on` is the last day of cover; none means for good. `moved_at` says when the chosen promises were moved: on the
-- first day, which may lie ahead.
create table hand_overs (
  institution_id {id} not null references institutions (id),
  id {serial},
  from_staff_id {id} not null,
  to_staff_id {id} not null,
  from_on text not null,
  until_on text,
  reason text not null,
  recorded_by {id} not null,
  recorded_at {int} not null,
  moved_at {int},
  undone_by {id},
  undone_at {int},
  undone_because text not null default '',
  version {int} not null default 1,
  {key} (institution_id, id),
  check (from_staff_id <> to_staff_id),
  foreign key (institution_id, from_staff_id) references staff (institution_id, id),
  foreign key (institution_id, to_staff_id) references staff (institution_id, id)
) {strict};
create index hand_overs_to_come on hand_overs (institution_id, from_on, id) where moved_at is null and undone_at is null;

create table hand_over_units (
  institution_id {id} not null,
  hand_over_id {id} not null,
  org_unit_id {id} not null,
  primary key (institution_id, hand_over_id, org_unit_id),
  foreign key (institution_id, hand_over_id) references hand_overs (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id)
) {clustered};

-- Every promise that was open and shown when it was handed over, and whether it was to move or to stay. `moved_at` is
-- when it did; one that was kept or dropped before the day never does.
create table hand_over_promises (
  institution_id {id} not null,
  hand_over_id {id} not null,
  promise_id {id} not null,
  is_to_move {int} not null,
  moved_at {int},
  primary key (institution_id, hand_over_id, promise_id),
  foreign key (institution_id, hand_over_id) references hand_overs (institution_id, id),
  foreign key (institution_id, promise_id) references promises (institution_id, id)
) {clustered};

-- Whom to introduce, in which order and why; ticked when it is done.
create table hand_over_introductions (
  institution_id {id} not null,
  hand_over_id {id} not null,
  person_id {id} not null,
  position {int} not null,
  reason text not null,
  done_by {id},
  done_at {int},
  primary key (institution_id, hand_over_id, person_id),
  foreign key (institution_id, hand_over_id) references hand_overs (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) {clustered};
