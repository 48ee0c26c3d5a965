-- A file that waits to be imported is kept in parts, so that nobody need hold it as a whole. {words} differ between engines:
-- see src/db/migrate.hpp.

-- Whole lines, without the file's first, in UTF-8.
create table import_parts (
  institution_id {id} not null,
  import_id {id} not null,
  position {int} not null,
  first_line {int} not null,
  content {blob} not null,
  primary key (institution_id, import_id, position)
) {strict};

-- How the file was read. A file that still waits as a whole is to be uploaded again.
alter table imports add column encoding text not null default '';
alter table imports add column delimiter text not null default ',';
alter table imports drop column content;
