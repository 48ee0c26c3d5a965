-- What the board needs beside the links. {words} differ between engines: see src/db/migrate.hpp.

-- Whether a link counts: it is accepted and neither of its conversations was withdrawn. Kept with the other figures.
alter table bumps add column is_counted {int} not null default 0;
update bumps set is_counted = 1 where state = 'accepted';
create index bumps_counted on bumps (institution_id, to_on) where is_counted = 1;

-- Whether the board shows first, second and third place: a library's choice, off until somebody made it.
create table board_places (
  institution_id {id} not null references institutions (id),
  are_shown {int} not null,
  changed_by {id} not null,
  changed_at {int} not null,
  primary key (institution_id)
) {clustered};

-- A team's board that was switched off keeps its row, so that the settings can say who did that.
alter table board_teams add column switched_off_at {int};
alter table board_teams add column changed_by {id};
alter table board_teams add column changed_at {int};
