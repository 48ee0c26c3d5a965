-- Who changed who looks after which department, and why. {words} differ between engines: see src/db/migrate.hpp.

-- Append-only, one row for each row of `portfolios` that was made, ended, taken away before it began, or put back; as it
-- was afterwards. `ended_before` is the last day that it had before. `hand_over_id` names the hand-over that did it.
create table portfolio_changes (
  institution_id {id} not null references institutions (id),
  id {serial},
  portfolio_id {id} not null,
  org_unit_id {id} not null,
  staff_id {id} not null,
  part text not null check (part in ('lead', 'second', 'cover')),
  action text not null check (action in ('taken_on', 'ended', 'never_began', 'put_back')),
  valid_from text not null,
  valid_to text,
  ended_before text,
  reason text not null,
  hand_over_id {id},
  made_by {id} not null,
  made_at {int} not null,
  {key} (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) {strict};
create index portfolio_changes_of_unit on portfolio_changes (institution_id, org_unit_id, id);
create index portfolio_changes_of_hand_over on portfolio_changes (institution_id, hand_over_id, id) where hand_over_id is not null;
