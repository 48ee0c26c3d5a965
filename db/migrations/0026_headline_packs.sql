-- Packs of headline pages that somebody asked for. What they consist of is made again where it is gone. {words} differ between
-- engines: see src/db/migrate.hpp.

create table headline_packs (
  institution_id {id} not null,
  name text not null,
  staff_id {id} not null,
  academic_year {int} not null,
  has_sources {int} not null check (has_sources in (0, 1)),
  ordered_at {int} not null,
  primary key (institution_id, name),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) {clustered};
