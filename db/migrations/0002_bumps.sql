-- Bumps: one conversation led to another. {words} differ between engines: see src/db/migrate.hpp.

-- What happened to conversations after they were recorded (corrected, withdrawn, brought back), for chapters that keep
-- figures of their own beside them: each follower reads on from where it was.
create table interaction_changes (
  institution_id {id} not null references institutions (id),
  id {serial},
  interaction_id {id} not null,
  {key} (institution_id, id)
) {strict};

create table followers (
  institution_id {id} not null references institutions (id),
  name text not null,
  last_id {id} not null,
  primary key (institution_id, name)
) {clustered};

-- `from_id` is the earlier conversation, `to_id` the one that came out of it. `to_on` is the later one's day, kept in
-- step by following interaction_changes.
create table bumps (
  institution_id {id} not null references institutions (id),
  id {serial},
  from_id {id} not null,
  to_id {id} not null,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'removed')),
  source text not null check (source in ('line', 'page', 'suggestion', 'demo')),
  to_on text not null,
  proposed_by {id} not null,
  proposed_at {int} not null,
  settled_by {id},
  settled_at {int},
  {key} (institution_id, id),
  unique (institution_id, from_id, to_id),
  check (from_id <> to_id),
  foreign key (institution_id, from_id) references interactions (institution_id, id),
  foreign key (institution_id, to_id) references interactions (institution_id, id)
) {strict};
create index bumps_down on bumps (institution_id, from_id, to_id) where state = 'accepted';
create index bumps_up on bumps (institution_id, to_id, from_id) where state = 'accepted';
create index bumps_by_day on bumps (institution_id, to_on, id) where state = 'accepted';
create index bumps_settled on bumps (institution_id, settled_by, settled_at);
create index bumps_asked on bumps (institution_id, to_id, id) where state = 'proposed';

-- Where a chain began, when that was no conversation.
create table bump_origins (
  institution_id {id} not null references institutions (id),
  id {serial},
  to_id {id} not null,
  kind text not null check (kind in ('introduction', 'event', 'newsletter', 'referral')),
  person_id {id},
  words text not null,
  recorded_by {id} not null,
  recorded_at {int} not null,
  {key} (institution_id, id),
  foreign key (institution_id, to_id) references interactions (institution_id, id)
) {strict};
create index bump_origins_of on bump_origins (institution_id, to_id, id);

-- One row for each colleague who helped another to an outcome: what the board adds up. `sharers` delivered it together.
create table helps (
  institution_id {id} not null,
  happened_on text not null,
  helper_id {id} not null,
  colleague_id {id} not null,
  bump_id {id} not null,
  sharers {int} not null check (sharers > 0),
  primary key (institution_id, happened_on, helper_id, colleague_id, bump_id)
) {clustered};
create index helps_of_helper on helps (institution_id, helper_id, happened_on);
create index helps_of_bump on helps (institution_id, bump_id);

-- The teams on a bump's later side, for a team's total.
create table bump_teams (
  institution_id {id} not null,
  team_id {id} not null,
  happened_on text not null,
  bump_id {id} not null,
  primary key (institution_id, team_id, happened_on, bump_id)
) {clustered};
create index bump_teams_of_bump on bump_teams (institution_id, bump_id);

create table thanks (
  institution_id {id} not null references institutions (id),
  id {serial},
  bump_id {id} not null,
  from_staff_id {id} not null,
  to_staff_id {id} not null,
  words text not null default '',
  said_at {int} not null,
  seen_at {int},
  {key} (institution_id, id),
  unique (institution_id, bump_id, from_staff_id, to_staff_id),
  check (from_staff_id <> to_staff_id),
  foreign key (institution_id, bump_id) references bumps (institution_id, id)
) {strict};
create index thanks_unseen on thanks (institution_id, to_staff_id, id) where seen_at is null;

-- A chain that somebody told. `interaction_id` is the conversation whose chain it is; the path are its steps in order.
create table stories (
  institution_id {id} not null references institutions (id),
  id {serial},
  interaction_id {id} not null,
  title text not null,
  words text not null default '',
  quotation text not null default '',
  quoted_person_id {id},
  permission text not null default '',
  permission_on text,
  org_unit_id {id},
  academic_year {int} not null,
  is_on_board {int} not null default 0,
  told_by {id} not null,
  told_at {int} not null,
  version {int} not null default 1,
  withdrawn_at {int},
  {key} (institution_id, id),
  foreign key (institution_id, interaction_id) references interactions (institution_id, id)
) {strict};
create index stories_by_year on stories (institution_id, academic_year, id);
create index stories_of_unit on stories (institution_id, org_unit_id, academic_year, id);

create table story_steps (
  institution_id {id} not null,
  story_id {id} not null,
  position {int} not null,
  interaction_id {id} not null,
  primary key (institution_id, story_id, position),
  foreign key (institution_id, story_id) references stories (institution_id, id)
) {clustered};
create index story_steps_of_interaction on story_steps (institution_id, interaction_id);

-- Who chose to be on the board, and which teams have one. Leaving removes the row.
create table board_members (
  institution_id {id} not null,
  staff_id {id} not null,
  joined_at {int} not null,
  primary key (institution_id, staff_id),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) {clustered};

create table board_teams (
  institution_id {id} not null,
  team_id {id} not null,
  goal_month {int} check (goal_month between 1 and 10000),
  switched_on_at {int} not null,
  primary key (institution_id, team_id),
  foreign key (institution_id, team_id) references teams (institution_id, id)
) {clustered};

-- Read-only addresses of an office screen; only the token's hash is kept.
create table wall_links (
  institution_id {id} not null references institutions (id),
  id {serial},
  token_hash text not null,
  team_id {id},
  label text not null,
  made_by {id} not null,
  made_at {int} not null,
  expires_at {int} not null,
  revoked_at {int},
  {key} (institution_id, id),
  unique (institution_id, token_hash)
) {strict};

-- Students who come to a librarian after a session are an outcome too (product.md: value 1).
update interaction_kinds set outcome_value = 1 where code = 'consultation' and outcome_value = 0;
