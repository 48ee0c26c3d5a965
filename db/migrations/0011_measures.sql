-- Measures: figures of departments and academic years that arrive from other systems, what they mean and how that changed.
-- {words} differ between engines: see src/db/migrate.hpp.

-- `formula` names what Rapport counts itself; empty for figures from elsewhere. A measure that is not in use any more is
-- retired, its figures stay.
create table measures (
  institution_id {id} not null references institutions (id),
  id {serial},
  code text not null,
  formula text not null default '',
  position {int} not null,
  retired_at {int},
  {key} (institution_id, id),
  unique (institution_id, code)
) {strict};

-- What a measure means from the academic year `starts_in` on; of several versions that begin with a year the highest
-- counts. `is_comparable` says whether its figures can be set beside those of the version before. `counts_people` where the
-- numerator counts people, so that small ones are suppressed.
create table measure_versions (
  institution_id {id} not null,
  measure_id {id} not null,
  version {int} not null check (version > 0),
  name text not null,
  definition text not null,
  source text not null,
  shape text not null check (shape in ('amount', 'money', 'percent', 'rate')),
  unit text not null,
  counts_people {int} not null,
  better text not null check (better in ('up', 'down', 'neutral')),
  audience text not null check (audience in ('library', 'department', 'everybody')),
  starts_in {int} not null,
  is_comparable {int} not null,
  because text not null default '',
  made_by {id},
  made_at {int} not null,
  primary key (institution_id, measure_id, version),
  foreign key (institution_id, measure_id) references measures (institution_id, id)
) {clustered};

-- One figure of a department and academic year, in hundredths. A percentage or a rate has a denominator. `people` is how many
-- people it comes from, where that is known. `unit_name` is what the department was called in the figure's year.
create table measure_values (
  institution_id {id} not null references institutions (id),
  id {serial},
  measure_id {id} not null,
  org_unit_id {id} not null,
  academic_year {int} not null,
  version {int} not null,
  unit_name text not null,
  numerator_hundredths {int} not null check (numerator_hundredths >= 0),
  denominator_hundredths {int} check (denominator_hundredths > 0),
  people {int} check (people >= 0),
  state text not null check (state in ('provisional', 'final')),
  source text not null,
  reported_by {id} not null,
  reported_at {int} not null,
  {key} (institution_id, id),
  unique (institution_id, measure_id, org_unit_id, academic_year),
  foreign key (institution_id, measure_id, version) references measure_versions (institution_id, measure_id, version),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id)
) {strict};
create index measure_values_by_year on measure_values (institution_id, academic_year, measure_id, org_unit_id);

-- A file of figures can be imported too.
-- only postgres
alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check check (kind in ('people', 'departments', 'interactions', 'measures'));
-- end
-- only sqlite
create table imports_anew (
  institution_id {id} not null references institutions (id),
  id {serial},
  kind text not null check (kind in ('people', 'departments', 'interactions', 'measures')),
  file_name text not null,
  file_hash text not null,
  content {blob},
  mapping text not null default '',
  state text not null check (state in ('uploaded', 'running', 'done', 'failed', 'undone')),
  rows_total {int} not null default 0,
  rows_done {int} not null default 0,
  rows_new {int} not null default 0,
  rows_changed {int} not null default 0,
  rows_same {int} not null default 0,
  rows_faulty {int} not null default 0,
  made_by {id} not null,
  made_at {int} not null,
  ended_at {int},
  {key} (institution_id, id)
) {strict};
insert into imports_anew (institution_id, id, kind, file_name, file_hash, content, mapping, state, rows_total, rows_done,
  rows_new, rows_changed, rows_same, rows_faulty, made_by, made_at, ended_at)
select institution_id, id, kind, file_name, file_hash, content, mapping, state, rows_total, rows_done, rows_new,
  rows_changed, rows_same, rows_faulty, made_by, made_at, ended_at from imports;
drop table imports;
alter table imports_anew rename to imports;
-- end
