-- The tables as all migrations leave them on SQLite. Written by bin/golden; do not edit.
CREATE TABLE academic_year_changes (
  institution_id integer not null references institutions (id),
  number integer not null,
  from_year integer not null,
  starts_month integer not null check (starts_month >= 1 and starts_month <= 12),
  made_by integer not null,
  made_at integer not null,
  primary key (institution_id, number),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) strict, without rowid;

CREATE TABLE acquaintances (
  institution_id integer not null,
  person_id integer not null,
  staff_id integer not null,
  conversations integer not null,
  first_on text not null,
  last_on text not null,
  primary key (institution_id, person_id, staff_id)
) strict, without rowid;

CREATE INDEX acquaintances_of_staff on acquaintances (institution_id, staff_id, person_id);

CREATE TABLE action_plans (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  org_unit_id integer not null,
  academic_year integer not null,
  themes text not null default '',
  template_id integer,
  begun_by integer not null,
  begun_at integer not null,
  unique (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, template_id) references plan_templates (institution_id, id),
  foreign key (institution_id, begun_by) references staff (institution_id, id)
) strict;

CREATE INDEX action_plans_by_year on action_plans (institution_id, academic_year, org_unit_id);

CREATE UNIQUE INDEX action_plans_of_year on action_plans (institution_id, org_unit_id, academic_year);

CREATE TABLE audit_events (
  institution_id integer not null references institutions (id),
  id integer not null,
  happened_at integer not null,
  staff_id integer,
  action text not null,
  subject text not null,
  subject_id integer,
  details text not null,
  hash text not null,
  primary key (institution_id, id)
) strict, without rowid;

CREATE TABLE audit_heads (
  institution_id integer not null references institutions (id),
  last_id integer not null,
  last_hash text not null,
  primary key (institution_id)
) strict, without rowid;

CREATE TABLE board_members (
  institution_id integer not null,
  staff_id integer not null,
  joined_at integer not null,
  primary key (institution_id, staff_id),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) strict, without rowid;

CREATE TABLE board_places (
  institution_id integer not null references institutions (id),
  are_shown integer not null,
  changed_by integer not null,
  changed_at integer not null,
  primary key (institution_id)
) strict, without rowid;

CREATE TABLE board_teams (
  institution_id integer not null,
  team_id integer not null,
  goal_month integer check (goal_month between 1 and 10000),
  switched_on_at integer not null, switched_off_at integer, changed_by integer, changed_at integer,
  primary key (institution_id, team_id),
  foreign key (institution_id, team_id) references teams (institution_id, id)
) strict, without rowid;

CREATE TABLE bump_changes (
  institution_id integer not null references institutions (id),
  bump_id integer not null,
  changes integer not null default 1,
  primary key (institution_id, bump_id)
) strict, without rowid;

CREATE TABLE bump_origins (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  to_id integer not null,
  kind text not null check (kind in ('introduction', 'event', 'newsletter', 'referral')),
  person_id integer,
  words text not null,
  recorded_by integer not null,
  recorded_at integer not null,
  unique (institution_id, id),
  foreign key (institution_id, to_id) references interactions (institution_id, id)
) strict;

CREATE INDEX bump_origins_of on bump_origins (institution_id, to_id, id);

CREATE INDEX bump_origins_of_person on bump_origins (institution_id, person_id, to_id)
  where person_id is not null and kind = 'introduction';

CREATE TABLE bump_teams (
  institution_id integer not null,
  team_id integer not null,
  happened_on text not null,
  bump_id integer not null,
  primary key (institution_id, team_id, happened_on, bump_id)
) strict, without rowid;

CREATE INDEX bump_teams_of_bump on bump_teams (institution_id, bump_id);

CREATE TABLE bumps (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  from_id integer not null,
  to_id integer not null,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'removed')),
  source text not null check (source in ('line', 'page', 'suggestion', 'demo')),
  to_on text not null,
  proposed_by integer not null,
  proposed_at integer not null,
  settled_by integer,
  settled_at integer, is_counted integer not null default 0,
  unique (institution_id, id),
  unique (institution_id, from_id, to_id),
  check (from_id <> to_id),
  foreign key (institution_id, from_id) references interactions (institution_id, id),
  foreign key (institution_id, to_id) references interactions (institution_id, id)
) strict;

CREATE INDEX bumps_asked on bumps (institution_id, id, to_id) where state = 'proposed';

CREATE INDEX bumps_counted on bumps (institution_id, to_on, id) where is_counted = 1;

CREATE INDEX bumps_down on bumps (institution_id, from_id, to_id) where state = 'accepted';

CREATE INDEX bumps_settled on bumps (institution_id, settled_by, settled_at) where settled_by <> proposed_by;

CREATE INDEX bumps_to on bumps (institution_id, to_id, state, from_id);

CREATE TABLE calendar_periods (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  academic_year integer not null,
  kind text not null check (kind in ('term', 'vacation', 'exams', 'welcome')),
  name text not null,
  starts_on text not null,
  ends_on text not null, calendar_id integer,
  unique (institution_id, id),
  check (starts_on <= ends_on)
) strict;

CREATE INDEX calendar_periods_by_start on calendar_periods (institution_id, starts_on);

CREATE TABLE calendars (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  name text not null,
  made_by integer not null,
  made_at integer not null,
  version integer not null default 1,
  unique (institution_id, id),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) strict;

CREATE TABLE champion_asides (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  person_id integer not null,
  org_unit_id integer,
  reason text not null default '',
  until_on text not null,
  set_aside_by integer not null,
  set_aside_at integer not null,
  unique (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) strict;

CREATE INDEX champion_asides_until on champion_asides (institution_id, until_on, id);

CREATE TABLE champion_rules (
  institution_id integer not null references institutions (id),
  version integer not null check (version > 0),
  signs_min integer not null check (signs_min between 1 and 6),
  because text not null default '',
  made_by integer not null,
  made_at integer not null,
  primary key (institution_id, version)
) strict, without rowid;

CREATE TABLE champion_steps (
  institution_id integer not null,
  id integer primary key autoincrement,
  champion_id integer not null,
  step text not null check (step in ('nominated', 'told', 'agreed', 'renewed', 'stays', 'declined', 'ended')),
  happened_on text not null,
  words text not null default '',
  signs text not null default '',
  recorded_by integer not null,
  recorded_at integer not null,
  unique (institution_id, id),
  foreign key (institution_id, champion_id) references champions (institution_id, id)
) strict;

CREATE INDEX champion_steps_of on champion_steps (institution_id, champion_id, id);

CREATE TABLE champion_thanks (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  person_id integer not null,
  said_on text not null,
  words text not null,
  said_by integer not null,
  recorded_at integer not null,
  unique (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) strict;

CREATE INDEX champion_thanks_of_person on champion_thanks (institution_id, person_id, said_on, id);

CREATE TABLE champion_ticks (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  person_id integer not null,
  sign text not null check (sign in ('spoke', 'endorsed')),
  interaction_id integer not null,
  words text not null,
  recorded_by integer not null,
  recorded_at integer not null,
  withdrawn_by integer,
  withdrawn_at integer,
  unique (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id),
  foreign key (institution_id, interaction_id) references interactions (institution_id, id)
) strict;

CREATE INDEX champion_ticks_of_person on champion_ticks (institution_id, person_id, id) where withdrawn_at is null;

CREATE TABLE champions (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  person_id integer not null,
  state text not null check (state in ('nominated', 'told', 'agreed', 'declined', 'ended')),
  state_on text not null,
  agreed_on text,
  expires_on text,
  org_unit_id integer,
  post_title text not null default '',
  version integer not null default 1,
  unique (institution_id, id),
  check ((agreed_on is null) = (expires_on is null)),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) strict;

CREATE INDEX champions_of_person on champions (institution_id, person_id, id);

CREATE UNIQUE INDEX champions_open on champions (institution_id, person_id) where state in ('nominated', 'told', 'agreed');

CREATE TABLE contact_changes (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  month text,
  people text not null,
  units text not null, step integer not null default 0,
  unique (institution_id, id)
) strict;

CREATE TABLE directory_versions (
  institution_id integer not null references institutions (id),
  version integer not null,
  primary key (institution_id)
) strict, without rowid;

CREATE TABLE engagement_rules (
  institution_id integer not null references institutions (id),
  version integer not null check (version > 0),
  recency integer not null,
  rhythm integer not null,
  two_way integer not null,
  depth integer not null,
  reach integer not null,
  recency_half_days integer not null,
  rhythm_months integer not null,
  reach_full integer not null,
  because text not null default '',
  made_by integer not null,
  made_at integer not null,
  primary key (institution_id, version)
) strict, without rowid;

CREATE TABLE erased_records (
  institution_id integer not null,
  person_id integer not null,
  recorded_at integer not null,
  erasure_id integer not null,
  primary key (institution_id, person_id, recorded_at),
  foreign key (institution_id, erasure_id) references erasures (institution_id, id)
) strict, without rowid;

CREATE INDEX erased_records_of on erased_records (institution_id, erasure_id, person_id);

CREATE TABLE erasures (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  person_id integer not null,
  asked_by text not null check (asked_by in ('person', 'representative', 'library')),
  ground text not null check (ground in ('withdrawn', 'objected', 'not_needed', 'unlawful', 'law')),
  reason text not null default '',
  takes_shared_words integer not null default 0 check (takes_shared_words in (0, 1)),
  due_on text not null,
  requested_by integer not null,
  requested_at integer not null,
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'refused', 'withdrawn')),
  settled_by integer,
  settled_at integer,
  settled_because text not null default '',
  purged_at integer,
  version integer not null default 1,
  unique (institution_id, id)
) strict;

CREATE UNIQUE INDEX erasures_open on erasures (institution_id, person_id) where state = 'asked';

CREATE TABLE followers (
  institution_id integer not null references institutions (id),
  name text not null,
  last_id integer not null,
  primary key (institution_id, name)
) strict, without rowid;

CREATE TABLE hand_over_introductions (
  institution_id integer not null,
  hand_over_id integer not null,
  person_id integer not null,
  position integer not null,
  reason text not null,
  done_by integer,
  done_at integer,
  primary key (institution_id, hand_over_id, person_id),
  foreign key (institution_id, hand_over_id) references hand_overs (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) strict, without rowid;

CREATE TABLE hand_over_promises (
  institution_id integer not null,
  hand_over_id integer not null,
  promise_id integer not null,
  is_to_move integer not null,
  moved_at integer,
  primary key (institution_id, hand_over_id, promise_id),
  foreign key (institution_id, hand_over_id) references hand_overs (institution_id, id),
  foreign key (institution_id, promise_id) references promises (institution_id, id)
) strict, without rowid;

CREATE TABLE hand_over_reviews (
  institution_id integer not null,
  hand_over_id integer not null,
  plan_id integer not null,
  primary key (institution_id, hand_over_id, plan_id),
  foreign key (institution_id, hand_over_id) references hand_overs (institution_id, id),
  foreign key (institution_id, plan_id) references scale_up_plans (institution_id, id)
) strict, without rowid;

CREATE TABLE hand_over_units (
  institution_id integer not null,
  hand_over_id integer not null,
  org_unit_id integer not null,
  primary key (institution_id, hand_over_id, org_unit_id),
  foreign key (institution_id, hand_over_id) references hand_overs (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id)
) strict, without rowid;

CREATE TABLE hand_overs (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  from_staff_id integer not null,
  to_staff_id integer not null,
  from_on text not null,
  until_on text,
  reason text not null,
  recorded_by integer not null,
  recorded_at integer not null,
  moved_at integer,
  undone_by integer,
  undone_at integer,
  undone_because text not null default '',
  version integer not null default 1,
  unique (institution_id, id),
  check (from_staff_id <> to_staff_id),
  foreign key (institution_id, from_staff_id) references staff (institution_id, id),
  foreign key (institution_id, to_staff_id) references staff (institution_id, id)
) strict;

CREATE INDEX hand_overs_to_come on hand_overs (institution_id, from_on, id) where moved_at is null and undone_at is null;

CREATE TABLE headline_drafts (
  institution_id integer not null,
  sheet_id integer not null,
  version integer not null check (version > 0),
  draft text not null,
  changed_by integer not null,
  changed_at integer not null,
  primary key (institution_id, sheet_id, version),
  foreign key (institution_id, sheet_id) references headline_sheets (institution_id, id)
) strict, without rowid;

CREATE TABLE headline_packs (
  institution_id integer not null,
  name text not null,
  staff_id integer not null,
  academic_year integer not null,
  has_sources integer not null check (has_sources in (0, 1)),
  ordered_at integer not null,
  primary key (institution_id, name),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) strict, without rowid;

CREATE TABLE headline_sheets (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  org_unit_id integer not null,
  academic_year integer not null,
  version integer not null default 1,
  frozen_number integer,
  frozen_draft integer,
  unique (institution_id, id),
  unique (institution_id, org_unit_id, academic_year),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id)
) strict;

CREATE INDEX headline_sheets_by_year on headline_sheets (institution_id, academic_year, org_unit_id);

CREATE TABLE headline_versions (
  institution_id integer not null,
  sheet_id integer not null,
  number integer not null check (number > 0),
  draft_version integer not null,
  renderer integer not null,
  content text not null,
  frozen_by integer not null,
  frozen_at integer not null,
  primary key (institution_id, sheet_id, number),
  foreign key (institution_id, sheet_id) references headline_sheets (institution_id, id)
) strict, without rowid;

CREATE TABLE helps (
  institution_id integer not null,
  happened_on text not null,
  helper_id integer not null,
  colleague_id integer not null,
  bump_id integer not null,
  sharers integer not null check (sharers > 0),
  primary key (institution_id, happened_on, helper_id, colleague_id, bump_id)
) strict, without rowid;

CREATE INDEX helps_of_bump on helps (institution_id, bump_id);

CREATE INDEX helps_of_helper on helps (institution_id, helper_id, happened_on);

CREATE TABLE import_changes (
  institution_id integer not null,
  import_id integer not null,
  position integer not null,
  subject text not null,
  subject_id integer not null,
  before text not null,
  primary key (institution_id, import_id, position)
) strict, without rowid;

CREATE TABLE import_faults (
  institution_id integer not null,
  import_id integer not null,
  line integer not null,
  reason text not null,
  cells text not null,
  primary key (institution_id, import_id, line)
) strict, without rowid;

CREATE TABLE import_parts (
  institution_id integer not null,
  import_id integer not null,
  position integer not null,
  first_line integer not null,
  content blob not null,
  primary key (institution_id, import_id, position)
) strict;

CREATE TABLE "imports" (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  kind text not null check (kind in ('people', 'departments', 'interactions', 'measures')),
  file_name text not null,
  file_hash text not null,
  mapping text not null default '',
  state text not null check (state in ('uploaded', 'running', 'done', 'failed', 'undone')),
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  rows_new integer not null default 0,
  rows_changed integer not null default 0,
  rows_same integer not null default 0,
  rows_faulty integer not null default 0,
  made_by integer not null,
  made_at integer not null,
  ended_at integer, encoding text not null default '', delimiter text not null default ',',
  unique (institution_id, id)
) strict;

CREATE TABLE institutions (
  id integer primary key autoincrement,
  name text not null,
  zone text not null,
  created_at integer not null,
  unique (id)
) strict;

CREATE TABLE interaction_changes (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  interaction_id integer not null,
  unique (institution_id, id)
) strict;

CREATE TABLE interaction_kinds (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  code text not null,
  name text not null,
  family text not null check (family in ('informal', 'conversation', 'message', 'meeting', 'consultation', 'teaching',
                                         'committee', 'event')),
  words text not null,
  icon text not null,
  particularity integer not null default 1,
  is_two_way integer not null default 1,
  outcome_value integer not null default 0,
  depth integer not null default 0 check (depth between 0 and 20),
  position integer not null,
  is_active integer not null default 1,
  directory_version integer not null,
  unique (institution_id, id),
  unique (institution_id, code)
) strict;

CREATE TABLE interaction_persons (
  institution_id integer not null,
  person_id integer not null,
  happened_on text not null,
  interaction_id integer not null,
  visibility integer not null,
  aside text not null default '', bump_count integer not null default 0,
  primary key (institution_id, person_id, happened_on, interaction_id)
) strict, without rowid;

CREATE INDEX interaction_persons_of_interaction on interaction_persons (institution_id, interaction_id);

CREATE TABLE interaction_staff (
  institution_id integer not null,
  staff_id integer not null,
  happened_on text not null,
  interaction_id integer not null,
  primary key (institution_id, staff_id, happened_on, interaction_id)
) strict, without rowid;

CREATE INDEX interaction_staff_of_interaction on interaction_staff (institution_id, interaction_id);

CREATE TABLE interaction_topics (
  institution_id integer not null,
  topic_id integer not null,
  happened_on text not null,
  interaction_id integer not null,
  primary key (institution_id, topic_id, happened_on, interaction_id)
) strict, without rowid;

CREATE INDEX interaction_topics_of_interaction on interaction_topics (institution_id, interaction_id);

CREATE TABLE interaction_units (
  institution_id integer not null,
  org_unit_id integer not null,
  happened_on text not null,
  interaction_id integer not null,
  kind_id integer not null,
  visibility integer not null,
  primary key (institution_id, org_unit_id, happened_on, interaction_id)
) strict, without rowid;

CREATE INDEX interaction_units_of_interaction on interaction_units (institution_id, interaction_id);

CREATE TABLE interaction_versions (
  institution_id integer not null,
  interaction_id integer not null,
  version integer not null,
  content text not null,
  changed_by integer not null,
  changed_at integer not null,
  because text not null default '',
  primary key (institution_id, interaction_id, version)
) strict, without rowid;

CREATE VIRTUAL TABLE interaction_words using fts5 (words, content = '', columnsize = 0, prefix = '2 3 4',
                                                   detail = none, tokenize = 'ascii');

CREATE TABLE interactions (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  kind_id integer not null,
  happened_on text not null,
  happened_minute integer check (happened_minute between 0 and 1439),
  precision text not null default 'day' check (precision in ('time', 'day', 'week', 'month')),
  duration_minutes integer check (duration_minutes between 1 and 10080),
  attendees integer check (attendees between 1 and 100000),
  place text not null default '',
  begun_by text not null default '' check (begun_by in ('', 'us', 'them')),
  is_two_way integer not null default 1,
  note text not null default '',
  visibility integer not null default 0 check (visibility between 0 and 2),
  team_id integer,
  org_unit_id integer,
  people text not null default '',
  staff text not null default '',
  topics text not null default '',
  bump_count integer not null default 0,
  needs_sorting integer not null default 0,
  line text not null default '',
  source text not null default 'form',
  source_key text,
  recorded_by integer not null,
  recorded_at integer not null,
  version integer not null default 1,
  withdrawn_at integer,
  withdrawn_by integer,
  withdrawn_because text,
  unique (institution_id, id),
  unique (institution_id, source_key),
  foreign key (institution_id, kind_id) references interaction_kinds (institution_id, id)
) strict;

CREATE INDEX interactions_by_day on interactions (institution_id, happened_on, id);

CREATE INDEX interactions_to_sort on interactions (institution_id, recorded_by, id) where needs_sorting = 1;

CREATE TABLE level_events (
  institution_id integer not null,
  id integer primary key autoincrement,
  relationship_id integer not null,
  happened_on text not null,
  scale_version integer not null,
  from_level integer not null,
  to_level integer not null,
  was_slipping integer not null default 0,
  is_slipping integer not null default 0,
  reason text not null,
  recorded_by integer not null,
  recorded_at integer not null,
  unique (institution_id, id),
  foreign key (institution_id, relationship_id) references relationships (institution_id, id),
  foreign key (institution_id, scale_version, from_level) references levels (institution_id, scale_version, rank),
  foreign key (institution_id, scale_version, to_level) references levels (institution_id, scale_version, rank)
) strict;

CREATE INDEX level_events_by_day on level_events (institution_id, happened_on, id);

CREATE INDEX level_events_of_relationship on level_events (institution_id, relationship_id, happened_on, id);

CREATE TABLE level_evidence (
  institution_id integer not null,
  event_id integer not null,
  interaction_id integer not null,
  primary key (institution_id, event_id, interaction_id),
  foreign key (institution_id, event_id) references level_events (institution_id, id),
  foreign key (institution_id, interaction_id) references interactions (institution_id, id)
) strict, without rowid;

CREATE INDEX level_evidence_of_interaction on level_evidence (institution_id, interaction_id);

CREATE TABLE level_mappings (
  institution_id integer not null,
  scale_version integer not null,
  from_rank integer not null,
  to_rank integer not null,
  primary key (institution_id, scale_version, from_rank),
  foreign key (institution_id, scale_version, to_rank) references levels (institution_id, scale_version, rank)
) strict, without rowid;

CREATE TABLE level_scales (
  institution_id integer not null references institutions (id),
  version integer not null check (version > 0),
  because text not null default '',
  made_by integer,
  made_at integer not null,
  primary key (institution_id, version)
) strict, without rowid;

CREATE TABLE level_suggestions_aside (
  institution_id integer not null,
  person_id integer not null,
  area text not null default '',
  level integer not null,
  is_slipping integer not null,
  set_aside_on text not null,
  set_aside_by integer not null,
  primary key (institution_id, person_id, area),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) strict, without rowid;

CREATE TABLE levels (
  institution_id integer not null,
  scale_version integer not null,
  rank integer not null check (rank between 0 and 6),
  name text not null,
  meaning text not null default '',
  primary key (institution_id, scale_version, rank),
  foreign key (institution_id, scale_version) references level_scales (institution_id, version)
) strict, without rowid;

CREATE TABLE measure_values (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  measure_id integer not null,
  org_unit_id integer not null,
  academic_year integer not null,
  version integer not null,
  unit_name text not null,
  numerator_hundredths integer not null check (numerator_hundredths >= 0),
  denominator_hundredths integer check (denominator_hundredths > 0),
  people integer check (people >= 0),
  state text not null check (state in ('provisional', 'final')),
  source text not null,
  reported_by integer not null,
  reported_at integer not null,
  unique (institution_id, id),
  unique (institution_id, measure_id, org_unit_id, academic_year),
  foreign key (institution_id, measure_id, version) references measure_versions (institution_id, measure_id, version),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id)
) strict;

CREATE INDEX measure_values_by_year on measure_values (institution_id, academic_year, measure_id, org_unit_id);

CREATE TABLE measure_versions (
  institution_id integer not null,
  measure_id integer not null,
  version integer not null check (version > 0),
  name text not null,
  definition text not null,
  source text not null,
  shape text not null check (shape in ('amount', 'money', 'percent', 'rate')),
  unit text not null,
  counts_people integer not null,
  better text not null check (better in ('up', 'down', 'neutral')),
  audience text not null check (audience in ('library', 'department', 'everybody')),
  starts_in integer not null,
  is_comparable integer not null,
  because text not null default '',
  made_by integer,
  made_at integer not null,
  primary key (institution_id, measure_id, version),
  foreign key (institution_id, measure_id) references measures (institution_id, id)
) strict, without rowid;

CREATE TABLE measures (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  code text not null,
  formula text not null default '',
  position integer not null,
  retired_at integer,
  unique (institution_id, id),
  unique (institution_id, code)
) strict;

CREATE TABLE org_unit_calendars (
  institution_id integer not null,
  org_unit_id integer not null,
  from_year integer not null,
  calendar_id integer,
  primary key (institution_id, org_unit_id, from_year),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, calendar_id) references calendars (institution_id, id)
) strict, without rowid;

CREATE TABLE org_unit_parts (
  institution_id integer not null,
  org_unit_id integer not null,
  into_id integer not null,
  from_on text not null,
  primary key (institution_id, org_unit_id, into_id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, into_id) references org_units (institution_id, id)
) strict, without rowid;

CREATE INDEX org_unit_parts_into on org_unit_parts (institution_id, into_id);

CREATE TABLE org_unit_periods (
  institution_id integer not null,
  id integer primary key autoincrement,
  org_unit_id integer not null,
  name text not null,
  parent_id integer,
  valid_from text,
  valid_to text,
  unique (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, parent_id) references org_units (institution_id, id)
) strict;

CREATE INDEX org_unit_periods_of_unit on org_unit_periods (institution_id, org_unit_id, valid_from);

CREATE TABLE org_unit_successors (
  institution_id integer not null,
  org_unit_id integer not null,
  successor_id integer not null,
  primary key (institution_id, org_unit_id, successor_id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, successor_id) references org_units (institution_id, id)
) strict, without rowid;

CREATE INDEX org_unit_successors_into on org_unit_successors (institution_id, successor_id);

CREATE TABLE org_units (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  slug text not null,
  kind text not null check (kind in ('faculty', 'school', 'department', 'service')),
  name text not null,
  folded_name text not null,
  sort_key text not null,
  external_id text,
  parent_id integer,
  closed_on text,
  directory_version integer not null,
  recorded_at integer not null,
  unique (institution_id, id),
  unique (institution_id, slug),
  unique (institution_id, external_id)
) strict;

CREATE TABLE people_grown (
  institution_id integer not null references institutions (id),
  person_id integer not null,
  since text not null default '',
  led_on integer not null default 0,
  next_on text,
  kinds text not null default '',
  changes integer not null default 0,
  primary key (institution_id, person_id)
) strict, without rowid;

CREATE INDEX people_grown_ahead on people_grown (institution_id, next_on) where next_on is not null;

CREATE INDEX people_grown_to_make on people_grown (institution_id, since);

CREATE TABLE person_addresses (
  institution_id integer not null,
  id integer primary key autoincrement,
  person_id integer not null,
  address text not null,
  folded_address text not null,
  is_main integer not null default 0,
  unique (institution_id, id),
  unique (institution_id, folded_address),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) strict;

CREATE INDEX person_addresses_of_person on person_addresses (institution_id, person_id);

CREATE TABLE person_names (
  institution_id integer not null,
  id integer primary key autoincrement,
  person_id integer not null,
  kind text not null check (kind in ('former', 'also', 'script')),
  name text not null,
  folded_name text not null,
  unique (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) strict;

CREATE INDEX person_names_of_person on person_names (institution_id, person_id);

CREATE TABLE person_views (
  institution_id integer not null references institutions (id),
  person_id integer not null,
  viewed_on text not null,
  staff_id integer not null,
  what text not null check (what in ('page', 'brief')),
  first_at integer not null,
  primary key (institution_id, person_id, viewed_on, staff_id, what)
) strict, without rowid;

CREATE INDEX person_views_by_time on person_views (institution_id, first_at);

CREATE TABLE persons (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  slug text not null,
  title text not null default '',
  full_name text not null,
  known_as text not null default '',
  pronouns text not null default '' check (pronouns in ('', 'she', 'he', 'they')),
  folded_name text not null,
  sort_key text not null,
  orcid text,
  external_id text,
  about text not null default '',
  main_org_unit_id integer,
  last_on text,
  left_on text,
  merged_into integer,
  version integer not null default 1,
  directory_version integer not null,
  recorded_at integer not null, erased_on text,
  unique (institution_id, id),
  unique (institution_id, slug),
  unique (institution_id, external_id)
) strict;

CREATE INDEX persons_by_directory_version on persons (institution_id, directory_version);

CREATE INDEX persons_by_last on persons (institution_id, last_on, id);

CREATE INDEX persons_by_name on persons (institution_id, sort_key, id);

CREATE INDEX persons_by_unit on persons (institution_id, main_org_unit_id, sort_key, id);

CREATE INDEX persons_merged on persons (institution_id, merged_into) where merged_into is not null;

CREATE TABLE plan_answers (
  institution_id integer not null,
  id integer primary key autoincrement,
  plan_id integer not null,
  plan_link_id integer not null,
  is_agreed integer not null check (is_agreed in (0, 1)),
  name text not null,
  words text not null default '',
  made_at integer not null,
  seen_by integer,
  seen_at integer,
  unique (institution_id, id),
  foreign key (institution_id, plan_id) references action_plans (institution_id, id),
  foreign key (institution_id, plan_link_id) references plan_links (institution_id, id)
) strict;

CREATE INDEX plan_answers_not_seen on plan_answers (institution_id, id) where seen_at is null;

CREATE INDEX plan_answers_of_plan on plan_answers (institution_id, plan_id, id);

CREATE TABLE plan_item_notes (
  institution_id integer not null,
  plan_item_id integer not null,
  id integer primary key autoincrement,
  words text not null,
  made_by integer not null,
  made_at integer not null,
  unique (institution_id, id),
  foreign key (institution_id, plan_item_id) references plan_items (institution_id, id),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) strict;

CREATE INDEX plan_item_notes_of_item on plan_item_notes (institution_id, plan_item_id, id);

CREATE TABLE plan_item_owners (
  institution_id integer not null,
  plan_item_id integer not null,
  staff_id integer not null,
  position integer not null,
  promise_id integer,
  primary key (institution_id, plan_item_id, staff_id),
  foreign key (institution_id, plan_item_id) references plan_items (institution_id, id),
  foreign key (institution_id, staff_id) references staff (institution_id, id),
  foreign key (institution_id, promise_id) references promises (institution_id, id)
) strict, without rowid;

CREATE INDEX plan_item_owners_of_promise on plan_item_owners (institution_id, promise_id);

CREATE TABLE plan_item_people (
  institution_id integer not null,
  plan_item_id integer not null,
  person_id integer not null,
  primary key (institution_id, plan_item_id, person_id),
  foreign key (institution_id, plan_item_id) references plan_items (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) strict, without rowid;

CREATE INDEX plan_item_people_of_person on plan_item_people (institution_id, person_id);

CREATE TABLE plan_item_versions (
  institution_id integer not null,
  plan_item_id integer not null,
  version integer not null,
  theme text not null,
  words text not null,
  success text not null,
  owners text not null,
  their_owners text not null,
  due_on text,
  is_asked integer not null,
  state text not null,
  outcome text not null,
  changed_by integer not null,
  changed_at integer not null,
  primary key (institution_id, plan_item_id, version),
  foreign key (institution_id, plan_item_id) references plan_items (institution_id, id)
) strict, without rowid;

CREATE TABLE plan_items (
  institution_id integer not null,
  plan_id integer not null,
  id integer primary key autoincrement,
  position integer not null,
  theme text not null default '',
  words text not null,
  success text not null default '',
  their_owners text not null default '',
  due_on text,
  is_asked integer not null default 0 check (is_asked in (0, 1)),
  state text not null default 'open' check (state in ('open', 'under_way', 'done', 'carried_forward', 'dropped')),
  outcome text not null default '',
  closed_on text,
  carried_from integer,
  carried_count integer not null default 0,
  made_by integer not null,
  made_at integer not null,
  changed_by integer not null,
  changed_at integer not null,
  version integer not null default 1,
  unique (institution_id, id),
  check ((state in ('open', 'under_way')) = (closed_on is null)),
  check (state <> 'dropped' or outcome <> ''),
  foreign key (institution_id, plan_id) references action_plans (institution_id, id),
  foreign key (institution_id, carried_from) references plan_items (institution_id, id),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) strict;

CREATE UNIQUE INDEX plan_items_carried on plan_items (institution_id, carried_from) where carried_from is not null;

CREATE INDEX plan_items_of_plan on plan_items (institution_id, plan_id, position);

CREATE TABLE plan_links (
  institution_id integer not null,
  id integer primary key autoincrement,
  plan_id integer not null,
  token_hash text not null,
  label text not null,
  made_by integer not null,
  made_at integer not null,
  expires_at integer not null,
  revoked_by integer,
  revoked_at integer,
  unique (institution_id, id),
  foreign key (institution_id, plan_id) references action_plans (institution_id, id),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) strict;

CREATE UNIQUE INDEX plan_links_by_token on plan_links (institution_id, token_hash);

CREATE INDEX plan_links_of_plan on plan_links (institution_id, plan_id, id);

CREATE TABLE plan_minutes (
  institution_id integer not null,
  plan_id integer not null,
  id integer primary key autoincrement,
  words text not null,
  interaction_id integer,
  made_by integer not null,
  made_at integer not null,
  unique (institution_id, id),
  foreign key (institution_id, plan_id) references action_plans (institution_id, id),
  foreign key (institution_id, interaction_id) references interactions (institution_id, id),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) strict;

CREATE INDEX plan_minutes_of_plan on plan_minutes (institution_id, plan_id, id);

CREATE TABLE plan_steps (
  institution_id integer not null,
  plan_id integer not null,
  id integer primary key autoincrement,
  position integer not null,
  words text not null,
  owner_id integer not null,
  due_on text,
  promise_id integer,
  unique (institution_id, id),
  foreign key (institution_id, plan_id) references scale_up_plans (institution_id, id),
  foreign key (institution_id, owner_id) references staff (institution_id, id),
  foreign key (institution_id, promise_id) references promises (institution_id, id)
) strict;

CREATE INDEX plan_steps_of_plan on plan_steps (institution_id, plan_id, position);

CREATE INDEX plan_steps_of_promise on plan_steps (institution_id, promise_id);

CREATE TABLE plan_templates (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  name text not null,
  content text not null,
  is_retired integer not null default 0 check (is_retired in (0, 1)),
  made_by integer,
  changed_by integer,
  changed_at integer not null,
  version integer not null default 1,
  unique (institution_id, id)
) strict;

CREATE TABLE portfolio_changes (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  portfolio_id integer not null,
  org_unit_id integer not null,
  staff_id integer not null,
  part text not null check (part in ('lead', 'second', 'cover')),
  action text not null check (action in ('taken_on', 'ended', 'never_began', 'put_back')),
  valid_from text not null,
  valid_to text,
  ended_before text,
  reason text not null,
  hand_over_id integer,
  made_by integer not null,
  made_at integer not null,
  unique (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) strict;

CREATE INDEX portfolio_changes_of_hand_over on portfolio_changes (institution_id, hand_over_id, id) where hand_over_id is not null;

CREATE INDEX portfolio_changes_of_unit on portfolio_changes (institution_id, org_unit_id, id);

CREATE TABLE portfolios (
  institution_id integer not null,
  id integer primary key autoincrement,
  org_unit_id integer not null,
  staff_id integer not null,
  part text not null check (part in ('lead', 'second', 'cover')),
  valid_from text not null,
  valid_to text,
  unique (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) strict;

CREATE INDEX portfolios_of_staff on portfolios (institution_id, staff_id, org_unit_id);

CREATE INDEX portfolios_of_unit on portfolios (institution_id, org_unit_id, staff_id);

CREATE TABLE posts (
  institution_id integer not null,
  id integer primary key autoincrement,
  person_id integer not null,
  org_unit_id integer not null,
  title text not null,
  is_main integer not null default 0,
  valid_from text,
  valid_to text,
  unique (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id)
) strict;

CREATE INDEX posts_by_start on posts (institution_id, valid_from, person_id);

CREATE INDEX posts_of_person on posts (institution_id, person_id);

CREATE INDEX posts_of_unit on posts (institution_id, org_unit_id, person_id);

CREATE TABLE promises (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  interaction_id integer,
  side text not null check (side in ('ours', 'theirs')),
  staff_id integer not null,
  person_id integer,
  words text not null,
  made_on text not null,
  due_on text,
  kept_at integer,
  kept_by integer,
  dropped_at integer,
  version integer not null default 1,
  unique (institution_id, id),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) strict;

CREATE INDEX promises_of_interaction on promises (institution_id, interaction_id);

CREATE INDEX promises_open_of_person on promises (institution_id, person_id, due_on, id) where kept_at is null and dropped_at is null;

CREATE INDEX promises_open_of_staff on promises (institution_id, staff_id, due_on, id) where kept_at is null and dropped_at is null;

CREATE TABLE quiet_answers (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  person_id integer not null,
  last_on text not null,
  until_on text,
  reason text not null default '',
  answered_by integer not null,
  answered_at integer not null,
  ended_by integer,
  ended_at integer,
  unique (institution_id, id)
) strict;

CREATE INDEX quiet_answers_of_person on quiet_answers (institution_id, person_id, id);

CREATE TABLE relationships (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  person_id integer,
  org_unit_id integer,
  area text not null default '' check (area in ('', 'teaching', 'research', 'collections')),
  level integer not null check (level between 0 and 6),
  is_slipping integer not null default 0,
  since text not null,
  moved_on text not null,
  moved_at integer not null,
  version integer not null default 1,
  unique (institution_id, id),
  unique (institution_id, person_id, area),
  unique (institution_id, org_unit_id, area),
  check ((person_id is null) <> (org_unit_id is null)),
  foreign key (institution_id, person_id) references persons (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id)
) strict;

CREATE TABLE rhythm_state (
  institution_id integer not null references institutions (id),
  calendar_mark text not null,
  directory_version integer not null,
  anew_after integer,
  primary key (institution_id)
) strict, without rowid;

CREATE TABLE rhythms (
  institution_id integer not null,
  person_id integer not null,
  last_on text,
  gaps integer not null,
  gap_hundredths integer not null,
  gap_days integer not null,
  hello_on text,
  quiet_on text,
  ahead_on text,
  recent text not null default '',
  people_reached integer not null default 0,
  modules_reached integer not null default 0, embedded_on text, came_back_on text, reach_on text,
  primary key (institution_id, person_id)
) strict, without rowid;

CREATE INDEX rhythms_ahead on rhythms (institution_id, ahead_on) where ahead_on is not null;

CREATE INDEX rhythms_by_hello on rhythms (institution_id, hello_on);

CREATE INDEX rhythms_signs on rhythms (institution_id, person_id, embedded_on, came_back_on, reach_on)
  where embedded_on is not null or came_back_on is not null or reach_on is not null;

CREATE TABLE rhythms_to_make (
  institution_id integer not null references institutions (id),
  person_id integer not null,
  primary key (institution_id, person_id)
) strict, without rowid;

CREATE TABLE round_entries (
  institution_id integer not null,
  id integer primary key autoincrement,
  academic_year integer not null,
  org_unit_id integer not null,
  owner_id integer,
  week_from text,
  week_to text,
  state text not null default 'to_invite' check (state in ('to_invite', 'invited', 'booked', 'met', 'agreed')),
  meets_on text,
  meets_at integer,
  minutes integer not null default 60,
  place text not null default '',
  uid text not null,
  sequence integer not null default 0,
  changed_by integer,
  changed_at integer not null,
  version integer not null default 1,
  unique (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, owner_id) references staff (institution_id, id)
) strict;

CREATE UNIQUE INDEX round_entries_of_year on round_entries (institution_id, academic_year, org_unit_id);

CREATE TABLE round_events (
  institution_id integer not null,
  round_entry_id integer not null,
  id integer primary key autoincrement,
  state text not null,
  words text not null default '',
  made_by integer,
  made_at integer not null,
  unique (institution_id, id),
  foreign key (institution_id, round_entry_id) references round_entries (institution_id, id)
) strict;

CREATE INDEX round_events_of_entry on round_events (institution_id, round_entry_id, id);

CREATE TABLE scale_up_plans (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  relationship_id integer not null,
  aim_scale integer not null,
  aim_level integer not null,
  where_now text not null default '',
  why_now text not null default '',
  matters text not null default '',
  hope text not null,
  know_by text not null default '',
  review_on text not null,
  asked_on text,
  state text not null default 'active' check (state in ('active', 'closed')),
  outcome text check (outcome in ('reached', 'not_yet', 'changed')),
  learnt text not null default '',
  made_by integer not null,
  made_at integer not null,
  changed_by integer not null,
  changed_at integer not null,
  closed_by integer,
  closed_at integer,
  version integer not null default 1, review_by integer,
  unique (institution_id, id),
  check ((state = 'closed') = (outcome is not null)),
  foreign key (institution_id, relationship_id) references relationships (institution_id, id),
  foreign key (institution_id, aim_scale, aim_level) references levels (institution_id, scale_version, rank),
  foreign key (institution_id, made_by) references staff (institution_id, id)
) strict;

CREATE UNIQUE INDEX scale_up_plans_active on scale_up_plans (institution_id, relationship_id) where state = 'active';

CREATE INDEX scale_up_plans_by_closing on scale_up_plans (institution_id, closed_at) where closed_at is not null;

CREATE INDEX scale_up_plans_by_review on scale_up_plans (institution_id, state, review_on);

CREATE INDEX scale_up_plans_of_relationship on scale_up_plans (institution_id, relationship_id, id);

CREATE TABLE schema_migrations (number integer not null primary key, name text not null, applied_at integer not null, checksum text not null) strict;

CREATE TABLE sessions (
  institution_id integer not null,
  token_hash text not null,
  staff_id integer not null,
  csrf_token text not null,
  device text not null,
  started_at integer not null,
  seen_at integer not null,
  expires_at integer not null,
  primary key (institution_id, token_hash),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) strict, without rowid;

CREATE INDEX sessions_of_staff on sessions (institution_id, staff_id, started_at);

CREATE TABLE settings (
  institution_id integer not null references institutions (id),
  name text not null,
  value text not null,
  primary key (institution_id, name)
) strict, without rowid;

CREATE TABLE staff (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  username text not null,
  full_name text not null,
  given_name text not null,
  email text not null,
  role text not null check (role in ('librarian', 'leader', 'director', 'administrator')),
  team_id integer,
  password_hash text,
  is_active integer not null default 1,
  colours text not null default 'device' check (colours in ('device', 'light', 'dark')),
  has_single_keys integer not null default 1,
  version integer not null default 1,
  directory_version integer not null,
  recorded_at integer not null,
  unique (institution_id, id),
  unique (institution_id, username),
  foreign key (institution_id, team_id) references teams (institution_id, id)
) strict;

CREATE TABLE staff_links (
  institution_id integer not null references institutions (id),
  token_hash text not null,
  purpose text not null check (purpose in ('set_up', 'password')),
  staff_id integer,
  made_by integer,
  made_at integer not null,
  expires_at integer not null,
  used_at integer,
  primary key (institution_id, token_hash),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) strict, without rowid;

CREATE TABLE stories (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  interaction_id integer not null,
  title text not null,
  words text not null default '',
  quotation text not null default '',
  quoted_person_id integer,
  permission text not null default '',
  permission_on text,
  org_unit_id integer,
  academic_year integer not null,
  is_on_board integer not null default 0,
  told_by integer not null,
  told_at integer not null,
  version integer not null default 1,
  withdrawn_at integer,
  unique (institution_id, id),
  foreign key (institution_id, interaction_id) references interactions (institution_id, id)
) strict;

CREATE INDEX stories_by_year on stories (institution_id, academic_year, id);

CREATE INDEX stories_of_unit on stories (institution_id, org_unit_id, academic_year, id);

CREATE INDEX stories_quoted on stories (institution_id, quoted_person_id, id)
  where quoted_person_id is not null and withdrawn_at is null;

CREATE TABLE story_steps (
  institution_id integer not null,
  story_id integer not null,
  position integer not null,
  interaction_id integer not null,
  primary key (institution_id, story_id, position),
  foreign key (institution_id, story_id) references stories (institution_id, id)
) strict, without rowid;

CREATE INDEX story_steps_of_interaction on story_steps (institution_id, interaction_id);

CREATE TABLE submissions (
  institution_id integer not null references institutions (id),
  key text not null,
  location text not null,
  made_at integer not null,
  primary key (institution_id, key)
) strict, without rowid;

CREATE TABLE teams (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  name text not null,
  unique (institution_id, id),
  unique (institution_id, name)
) strict;

CREATE TABLE thanks (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  bump_id integer not null,
  from_staff_id integer not null,
  to_staff_id integer not null,
  words text not null default '',
  said_at integer not null,
  seen_at integer,
  unique (institution_id, id),
  unique (institution_id, bump_id, from_staff_id, to_staff_id),
  check (from_staff_id <> to_staff_id),
  foreign key (institution_id, bump_id) references bumps (institution_id, id)
) strict;

CREATE INDEX thanks_unseen on thanks (institution_id, to_staff_id, id) where seen_at is null;

CREATE TABLE topics (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  name text not null,
  folded_name text not null,
  is_module integer not null default 0,
  directory_version integer not null,
  unique (institution_id, id),
  unique (institution_id, folded_name)
) strict;

CREATE TABLE unit_months (
  institution_id integer not null,
  org_unit_id integer not null,
  month text not null,
  conversations integer not null,
  primary key (institution_id, org_unit_id, month)
) strict, without rowid;

CREATE TABLE unit_years (
  institution_id integer not null,
  org_unit_id integer not null,
  academic_year integer not null,
  people integer not null,
  sessions integer not null,
  sized integer not null,
  timed integer not null,
  students integer not null,
  person_minutes integer not null,
  modules integer not null,
  one_to_ones integer not null,
  chains integer not null,
  ahead_on text,
  primary key (institution_id, org_unit_id, academic_year)
) strict, without rowid;

CREATE INDEX unit_years_ahead on unit_years (institution_id, ahead_on) where ahead_on is not null;

CREATE TABLE unit_years_state (
  institution_id integer not null references institutions (id),
  round integer not null,
  directory_version integer not null,
  kinds_mark text not null,
  anew_after integer,
  primary key (institution_id)
) strict, without rowid;

CREATE TABLE wall_links (
  institution_id integer not null references institutions (id),
  id integer primary key autoincrement,
  token_hash text not null,
  team_id integer,
  label text not null,
  made_by integer not null,
  made_at integer not null,
  expires_at integer not null,
  revoked_at integer,
  unique (institution_id, id),
  unique (institution_id, token_hash)
) strict;

CREATE TABLE ways_of_working (
  institution_id integer not null,
  id integer primary key autoincrement,
  person_id integer not null,
  statement text not null,
  source text not null,
  stated_on text not null,
  review_on text,
  recorded_by integer not null,
  recorded_at integer not null,
  ended_at integer,
  unique (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) strict;

CREATE INDEX ways_of_working_of_person on ways_of_working (institution_id, person_id);

