-- Links whose figures are still to be brought up to them, each once; `changes` counts how often it changed meanwhile. {words}
-- differ between engines: see src/db/migrate.hpp.

create table bump_changes (
  institution_id {id} not null references institutions (id),
  bump_id {id} not null,
  changes {int} not null default 1,
  primary key (institution_id, bump_id)
) {clustered};

-- A link that was just made is written to as few indexes as its readers need: lists by day are of links that count, and
-- who has answered is asked only of what somebody else proposed.
drop index bumps_by_day;
drop index bumps_counted;
create index bumps_counted on bumps (institution_id, to_on, id) where is_counted = 1;
drop index bumps_settled;
create index bumps_settled on bumps (institution_id, settled_by, settled_at) where settled_by <> proposed_by;
