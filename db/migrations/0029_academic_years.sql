-- When academic years begin: on 1 August, unless a row says otherwise. {words} differ between engines: see src/db/migrate.hpp.

-- Appended, never changed. From that academic year on, until a later row says otherwise of the same year or one before it;
-- year 0 stands for all years that there are. Years begin with a month, because figures are kept by month.
create table academic_year_changes (
  institution_id {id} not null references institutions (id),
  number {int} not null,
  from_year {int} not null,
  starts_month {int} not null check (starts_month >= 1 and starts_month <= 12),
  made_by {id} not null,
  made_at {int} not null,
  primary key (institution_id, number),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) {clustered};
