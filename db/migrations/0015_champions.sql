-- Champions: who speaks for the library, said by a person with a reason, for two years. {words} differ between engines:
-- see src/db/migrate.hpp.

-- Kept beside somebody's rhythm: since when three of the six signs hold, as the day that has to lie within 24 months.
alter table rhythms add column embedded_on text;
alter table rhythms add column came_back_on text;
alter table rhythms add column reach_on text;
create index rhythms_signs on rhythms (institution_id, person_id, embedded_on, came_back_on, reach_on)
  where embedded_on is not null or came_back_on is not null or reach_on is not null;
update rhythm_state set calendar_mark = '';

-- Who introduced us to whom, and who said what may be quoted.
create index bump_origins_of_person on bump_origins (institution_id, person_id, to_id)
  where person_id is not null and kind = 'introduction';
create index stories_quoted on stories (institution_id, quoted_person_id, id)
  where quoted_person_id is not null and withdrawn_at is null;

-- `state` and `state_on` repeat the last step. From `agreed_on` on until `expires_on`; `org_unit_id` and `post_title` are
-- the main post they held when they agreed, or when somebody last said that a change of it changes nothing.
create table champions (
  institution_id {id} not null references institutions (id),
  id {serial},
  person_id {id} not null,
  state text not null check (state in ('nominated', 'told', 'agreed', 'declined', 'ended')),
  state_on text not null,
  agreed_on text,
  expires_on text,
  org_unit_id {id},
  post_title text not null default '',
  version {int} not null default 1,
  {key} (institution_id, id),
  check ((agreed_on is null) = (expires_on is null)),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) {strict};
-- One at a time.
create unique index champions_open on champions (institution_id, person_id) where state in ('nominated', 'told', 'agreed');
create index champions_of_person on champions (institution_id, person_id, id);

-- Append-only: what was said, when, by whom and why. `signs` are those that held on that day, where it is a nomination.
create table champion_steps (
  institution_id {id} not null,
  id {serial},
  champion_id {id} not null,
  step text not null check (step in ('nominated', 'told', 'agreed', 'renewed', 'stays', 'declined', 'ended')),
  happened_on text not null,
  words text not null default '',
  signs text not null default '',
  recorded_by {id} not null,
  recorded_at {int} not null,
  {key} (institution_id, id),
  foreign key (institution_id, champion_id) references champions (institution_id, id)
) {strict};
create index champion_steps_of on champion_steps (institution_id, champion_id, id);

-- What facts cannot tell, a librarian ticks, with the conversation that shows it.
create table champion_ticks (
  institution_id {id} not null references institutions (id),
  id {serial},
  person_id {id} not null,
  sign text not null check (sign in ('spoke', 'endorsed')),
  interaction_id {id} not null,
  words text not null,
  recorded_by {id} not null,
  recorded_at {int} not null,
  withdrawn_by {id},
  withdrawn_at {int},
  {key} (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id),
  foreign key (institution_id, interaction_id) references interactions (institution_id, id)
) {strict};
create index champion_ticks_of_person on champion_ticks (institution_id, person_id, id) where withdrawn_at is null;

create table champion_thanks (
  institution_id {id} not null references institutions (id),
  id {serial},
  person_id {id} not null,
  said_on text not null,
  words text not null,
  said_by {id} not null,
  recorded_at {int} not null,
  {key} (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) {strict};
create index champion_thanks_of_person on champion_thanks (institution_id, person_id, said_on, id);

-- A suggestion, or that a department rests on one champion, was set aside until a day. With a department, `person_id` is
-- the one it rests on.
create table champion_asides (
  institution_id {id} not null references institutions (id),
  id {serial},
  person_id {id} not null,
  org_unit_id {id},
  reason text not null default '',
  until_on text not null,
  set_aside_by {id} not null,
  set_aside_at {int} not null,
  {key} (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) {strict};
create index champion_asides_until on champion_asides (institution_id, until_on, id);

-- How many signs make a suggestion, one row a change; the highest version is in force. No row is the three of product.md.
create table champion_rules (
  institution_id {id} not null references institutions (id),
  version {int} not null check (version > 0),
  signs_min {int} not null check (signs_min between 1 and 6),
  because text not null default '',
  made_by {id} not null,
  made_at {int} not null,
  primary key (institution_id, version)
) {clustered};
