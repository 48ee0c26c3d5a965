-- Headline sheets: one page of a department and an academic year, drafted, frozen, and drafted again. {words} differ between
-- engines: see src/db/migrate.hpp.

-- `version` is that of the draft that stands now. `frozen_number` is the newest frozen version and `frozen_draft` the draft
-- that it was made from: where that is not `version`, somebody has gone on writing.
create table headline_sheets (
  institution_id {id} not null references institutions (id),
  id {serial},
  org_unit_id {id} not null,
  academic_year {int} not null,
  version {int} not null default 1,
  frozen_number {int},
  frozen_draft {int},
  {key} (institution_id, id),
  unique (institution_id, org_unit_id, academic_year),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id)
) {strict};
create index headline_sheets_by_year on headline_sheets (institution_id, academic_year, org_unit_id);

-- Every draft that was saved, as JSON: which blocks stand where, and the words that somebody wrote.
create table headline_drafts (
  institution_id {id} not null,
  sheet_id {id} not null,
  version {int} not null check (version > 0),
  draft text not null,
  changed_by {id} not null,
  changed_at {int} not null,
  primary key (institution_id, sheet_id, version),
  foreign key (institution_id, sheet_id) references headline_sheets (institution_id, id)
) {clustered};

-- Finished content as JSON, with every word and number in it: it refers to nothing and is never changed. `renderer` is how it
-- was drawn then.
create table headline_versions (
  institution_id {id} not null,
  sheet_id {id} not null,
  number {int} not null check (number > 0),
  draft_version {int} not null,
  renderer {int} not null,
  content text not null,
  frozen_by {id} not null,
  frozen_at {int} not null,
  primary key (institution_id, sheet_id, number),
  foreign key (institution_id, sheet_id) references headline_sheets (institution_id, id)
) {clustered};
