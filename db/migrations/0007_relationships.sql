-- Relationships: how well the library and somebody know each other, and what moved that, when and why. {words} differ
-- between engines: see src/db/migrate.hpp.

-- A library's levels. A change of them is a new version; what was said in an old version keeps its names. A library that
-- never changed anything has no row until the first move: version 1 stands in src/relationships/scale.cpp.
create table level_scales (
  institution_id {id} not null references institutions (id),
  version {int} not null check (version > 0),
  because text not null default '',
  made_by {id},
  made_at {int} not null,
  primary key (institution_id, version)
) {clustered};

-- `rank` 0 is "not yet met".
create table levels (
  institution_id {id} not null,
  scale_version {int} not null,
  rank {int} not null check (rank between 0 and 6),
  name text not null,
  meaning text not null default '',
  primary key (institution_id, scale_version, rank),
  foreign key (institution_id, scale_version) references level_scales (institution_id, version)
) {clustered};

-- Where each level of the version before stands in this one.
create table level_mappings (
  institution_id {id} not null,
  scale_version {int} not null,
  from_rank {int} not null,
  to_rank {int} not null,
  primary key (institution_id, scale_version, from_rank),
  foreign key (institution_id, scale_version, to_rank) references levels (institution_id, scale_version, rank)
) {clustered};

-- What its last event says, in the newest version's levels. No row means not yet met. `area` is empty for the whole.
-- `moved_on` is the last event's day, `moved_at` when it was written; `since` the day of the level.
create table relationships (
  institution_id {id} not null references institutions (id),
  id {serial},
  person_id {id},
  org_unit_id {id},
  area text not null default '' check (area in ('', 'teaching', 'research', 'collections')),
  level {int} not null check (level between 0 and 6),
  is_slipping {int} not null default 0,
  since text not null,
  moved_on text not null,
  moved_at {int} not null,
  version {int} not null default 1,
  {key} (institution_id, id),
  unique (institution_id, person_id, area),
  unique (institution_id, org_unit_id, area),
  check ((person_id is null) <> (org_unit_id is null)),
  foreign key (institution_id, person_id) references persons (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id)
) {strict};

-- Append-only. Levels are those of `scale_version`.
create table level_events (
  institution_id {id} not null,
  id {serial},
  relationship_id {id} not null,
  happened_on text not null,
  scale_version {int} not null,
  from_level {int} not null,
  to_level {int} not null,
  was_slipping {int} not null default 0,
  is_slipping {int} not null default 0,
  reason text not null,
  recorded_by {id} not null,
  recorded_at {int} not null,
  {key} (institution_id, id),
  foreign key (institution_id, relationship_id) references relationships (institution_id, id),
  foreign key (institution_id, scale_version, from_level) references levels (institution_id, scale_version, rank),
  foreign key (institution_id, scale_version, to_level) references levels (institution_id, scale_version, rank)
) {strict};
create index level_events_of_relationship on level_events (institution_id, relationship_id, happened_on, id);

-- The conversations that somebody named as the reason.
create table level_evidence (
  institution_id {id} not null,
  event_id {id} not null,
  interaction_id {id} not null,
  primary key (institution_id, event_id, interaction_id),
  foreign key (institution_id, event_id) references level_events (institution_id, id),
  foreign key (institution_id, interaction_id) references interactions (institution_id, id)
) {clustered};
create index level_evidence_of_interaction on level_evidence (institution_id, interaction_id);

-- Whose record became somebody else's: a relationship is found under every record of a person.
create index persons_merged on persons (institution_id, merged_into) where merged_into is not null;

-- A suggestion that somebody set aside, so that it is not made again for a while.
create table level_suggestions_aside (
  institution_id {id} not null,
  person_id {id} not null,
  area text not null default '',
  level {int} not null,
  is_slipping {int} not null,
  set_aside_on text not null,
  set_aside_by {id} not null,
  primary key (institution_id, person_id, area),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) {clustered};
