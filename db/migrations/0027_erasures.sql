-- Erasing a person: who asked, who confirmed, and what a restored copy has to erase again. No name stands here.
-- {words} differ between engines: see src/db/migrate.hpp.

-- An erased person's row stays for what is counted: its number, and nothing that says who it was.
alter table persons add column erased_on text;

-- `reason` and `settled_because` are words about the person and go with them. `purged_at`: since when the database's
-- file holds none of the bytes either.
create table erasures (
  institution_id {id} not null references institutions (id),
  id {serial},
  person_id {id} not null,
  asked_by text not null check (asked_by in ('person', 'representative', 'library')),
  ground text not null check (ground in ('withdrawn', 'objected', 'not_needed', 'unlawful', 'law')),
  reason text not null default '',
  takes_shared_words {int} not null default 0 check (takes_shared_words in (0, 1)),
  due_on text not null,
  requested_by {id} not null,
  requested_at {int} not null,
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'refused', 'withdrawn')),
  settled_by {id},
  settled_at {int},
  settled_because text not null default '',
  purged_at {int},
  version {int} not null default 1,
  {key} (institution_id, id)
) {strict};
create unique index erasures_open on erasures (institution_id, person_id) where state = 'asked';

-- Every record that was the person, here or in a database that was replaced by a copy. When it was added tells it from
-- another one of the same number.
create table erased_records (
  institution_id {id} not null,
  person_id {id} not null,
  recorded_at {int} not null,
  erasure_id {id} not null,
  primary key (institution_id, person_id, recorded_at),
  foreign key (institution_id, erasure_id) references erasures (institution_id, id)
) {clustered};
create index erased_records_of on erased_records (institution_id, erasure_id, person_id);
