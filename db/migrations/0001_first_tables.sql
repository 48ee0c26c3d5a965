-- The first tables. Every table carries the institution first in its key; `_on` is a calendar date in the institution's
-- zone as ISO text, `_at` a UTC instant in milliseconds. {words} differ between engines: see src/db/migrate.hpp.

create table institutions (
  id {serial},
  name text not null,
  zone text not null,
  created_at {int} not null,
  {key} (id)
) {strict};

create table settings (
  institution_id {id} not null references institutions (id),
  name text not null,
  value text not null,
  primary key (institution_id, name)
) {clustered};

-- Counts changes to what the in-process directories hold: people, staff, departments, topics, kinds.
create table directory_versions (
  institution_id {id} not null references institutions (id),
  version {int} not null,
  primary key (institution_id)
) {clustered};

-- One form, stored once: the key a page carried and where its answer led.
create table submissions (
  institution_id {id} not null references institutions (id),
  key text not null,
  location text not null,
  made_at {int} not null,
  primary key (institution_id, key)
) {clustered};

-- Who changed what, when: an append-only hash chain for each institution.
create table audit_events (
  institution_id {id} not null references institutions (id),
  id {int} not null,
  happened_at {int} not null,
  staff_id {id},
  action text not null,
  subject text not null,
  subject_id {id},
  details text not null,
  hash text not null,
  primary key (institution_id, id)
) {clustered};

create table audit_heads (
  institution_id {id} not null references institutions (id),
  last_id {int} not null,
  last_hash text not null,
  primary key (institution_id)
) {clustered};

-- Organisation ------------------------------------------------------------------------------------

create table org_units (
  institution_id {id} not null references institutions (id),
  id {serial},
  slug text not null,
  kind text not null check (kind in ('faculty', 'school', 'department', 'service')),
  name text not null,
  folded_name text not null,
  sort_key text not null,
  external_id text,
  parent_id {id},
  closed_on text,
  directory_version {int} not null,
  recorded_at {int} not null,
  {key} (institution_id, id),
  unique (institution_id, slug),
  unique (institution_id, external_id)
) {strict};

-- What a unit was called and where it stood, and when; the row without an end is now, repeated in org_units.
create table org_unit_periods (
  institution_id {id} not null,
  id {serial},
  org_unit_id {id} not null,
  name text not null,
  parent_id {id},
  valid_from text,
  valid_to text,
  {key} (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, parent_id) references org_units (institution_id, id)
) {strict};
create index org_unit_periods_of_unit on org_unit_periods (institution_id, org_unit_id, valid_from);

-- The academic year: terms, vacations, exam and welcome weeks. `academic_year` is the year in which it begins.
create table calendar_periods (
  institution_id {id} not null references institutions (id),
  id {serial},
  academic_year {int} not null,
  kind text not null check (kind in ('term', 'vacation', 'exams', 'welcome')),
  name text not null,
  starts_on text not null,
  ends_on text not null,
  {key} (institution_id, id),
  check (starts_on <= ends_on)
) {strict};
create index calendar_periods_by_start on calendar_periods (institution_id, starts_on);

-- Staff -------------------------------------------------------------------------------------------

create table teams (
  institution_id {id} not null references institutions (id),
  id {serial},
  name text not null,
  {key} (institution_id, id),
  unique (institution_id, name)
) {strict};

create table staff (
  institution_id {id} not null references institutions (id),
  id {serial},
  username text not null,
  full_name text not null,
  given_name text not null,
  email text not null,
  role text not null check (role in ('librarian', 'leader', 'director', 'administrator')),
  team_id {id},
  password_hash text,
  is_active {int} not null default 1,
  colours text not null default 'device' check (colours in ('device', 'light', 'dark')),
  has_single_keys {int} not null default 1,
  version {int} not null default 1,
  directory_version {int} not null,
  recorded_at {int} not null,
  {key} (institution_id, id),
  unique (institution_id, username),
  foreign key (institution_id, team_id) references teams (institution_id, id)
) {strict};

-- Only the hash of a session's token is kept.
create table sessions (
  institution_id {id} not null,
  token_hash text not null,
  staff_id {id} not null,
  csrf_token text not null,
  device text not null,
  started_at {int} not null,
  seen_at {int} not null,
  expires_at {int} not null,
  primary key (institution_id, token_hash),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) {clustered};
create index sessions_of_staff on sessions (institution_id, staff_id, started_at);

-- One-time links: the first start, a new colleague, a forgotten password.
create table staff_links (
  institution_id {id} not null references institutions (id),
  token_hash text not null,
  purpose text not null check (purpose in ('set_up', 'password')),
  staff_id {id},
  made_by {id},
  made_at {int} not null,
  expires_at {int} not null,
  used_at {int},
  primary key (institution_id, token_hash),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) {clustered};

-- Who looks after which department, dated.
create table portfolios (
  institution_id {id} not null,
  id {serial},
  org_unit_id {id} not null,
  staff_id {id} not null,
  part text not null check (part in ('lead', 'second', 'cover')),
  valid_from text not null,
  valid_to text,
  {key} (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) {strict};
create index portfolios_of_staff on portfolios (institution_id, staff_id, org_unit_id);
create index portfolios_of_unit on portfolios (institution_id, org_unit_id, staff_id);

-- People ------------------------------------------------------------------------------------------

-- `version` counts changes to anything that the person's page shows of them.
create table persons (
  institution_id {id} not null references institutions (id),
  id {serial},
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
  main_org_unit_id {id},
  last_on text,
  left_on text,
  merged_into {id},
  version {int} not null default 1,
  directory_version {int} not null,
  recorded_at {int} not null,
  {key} (institution_id, id),
  unique (institution_id, slug),
  unique (institution_id, external_id)
) {strict};
create index persons_by_name on persons (institution_id, sort_key, id);
create index persons_by_unit on persons (institution_id, main_org_unit_id, sort_key, id);
create index persons_by_last on persons (institution_id, last_on, id);
create index persons_by_directory_version on persons (institution_id, directory_version);

create table person_names (
  institution_id {id} not null,
  id {serial},
  person_id {id} not null,
  kind text not null check (kind in ('former', 'also', 'script')),
  name text not null,
  folded_name text not null,
  {key} (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) {strict};
create index person_names_of_person on person_names (institution_id, person_id);

create table person_addresses (
  institution_id {id} not null,
  id {serial},
  person_id {id} not null,
  address text not null,
  folded_address text not null,
  is_main {int} not null default 0,
  {key} (institution_id, id),
  unique (institution_id, folded_address),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) {strict};
create index person_addresses_of_person on person_addresses (institution_id, person_id);

create table posts (
  institution_id {id} not null,
  id {serial},
  person_id {id} not null,
  org_unit_id {id} not null,
  title text not null,
  is_main {int} not null default 0,
  valid_from text,
  valid_to text,
  {key} (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id),
  foreign key (institution_id, org_unit_id) references org_units (institution_id, id)
) {strict};
create index posts_of_person on posts (institution_id, person_id);
create index posts_of_unit on posts (institution_id, org_unit_id, person_id);

-- What somebody asked us to do or not to do, with who said so and when to ask again.
create table ways_of_working (
  institution_id {id} not null,
  id {serial},
  person_id {id} not null,
  statement text not null,
  source text not null,
  stated_on text not null,
  review_on text,
  recorded_by {id} not null,
  recorded_at {int} not null,
  ended_at {int},
  {key} (institution_id, id),
  foreign key (institution_id, person_id) references persons (institution_id, id)
) {strict};
create index ways_of_working_of_person on ways_of_working (institution_id, person_id);

-- Interactions ------------------------------------------------------------------------------------

create table interaction_kinds (
  institution_id {id} not null references institutions (id),
  id {serial},
  code text not null,
  name text not null,
  family text not null check (family in ('informal', 'conversation', 'message', 'meeting', 'consultation', 'teaching',
                                         'committee', 'event')),
  words text not null,
  icon text not null,
  particularity {int} not null default 1,
  is_two_way {int} not null default 1,
  outcome_value {int} not null default 0,
  depth {int} not null default 0 check (depth between 0 and 20),
  position {int} not null,
  is_active {int} not null default 1,
  directory_version {int} not null,
  {key} (institution_id, id),
  unique (institution_id, code)
) {strict};

create table topics (
  institution_id {id} not null references institutions (id),
  id {serial},
  name text not null,
  folded_name text not null,
  is_module {int} not null default 0,
  directory_version {int} not null,
  {key} (institution_id, id),
  unique (institution_id, folded_name)
) {strict};

-- `people`, `staff` and `topics` repeat the ids of the link tables, comma-separated in order, so that a page of
-- conversations is read without joins. `visibility`: 0 library, 1 team, 2 restricted. `line` is what was typed.
create table interactions (
  institution_id {id} not null references institutions (id),
  id {serial},
  kind_id {id} not null,
  happened_on text not null,
  happened_minute {int} check (happened_minute between 0 and 1439),
  precision text not null default 'day' check (precision in ('time', 'day', 'week', 'month')),
  duration_minutes {int} check (duration_minutes between 1 and 10080),
  attendees {int} check (attendees between 1 and 100000),
  place text not null default '',
  begun_by text not null default '' check (begun_by in ('', 'us', 'them')),
  is_two_way {int} not null default 1,
  note text not null default '',
  visibility {int} not null default 0 check (visibility between 0 and 2),
  team_id {id},
  org_unit_id {id},
  people text not null default '',
  staff text not null default '',
  topics text not null default '',
  bump_count {int} not null default 0,
  needs_sorting {int} not null default 0,
  line text not null default '',
  source text not null default 'form',
  source_key text,
  recorded_by {id} not null,
  recorded_at {int} not null,
  version {int} not null default 1,
  withdrawn_at {int},
  withdrawn_by {id},
  withdrawn_because text,
  {key} (institution_id, id),
  unique (institution_id, source_key),
  foreign key (institution_id, kind_id) references interaction_kinds (institution_id, id)
) {strict};
create index interactions_to_sort on interactions (institution_id, recorded_by, id) where needs_sorting = 1;
create index interactions_by_day on interactions (institution_id, happened_on, id);

create table interaction_persons (
  institution_id {id} not null,
  person_id {id} not null,
  happened_on text not null,
  interaction_id {id} not null,
  visibility {int} not null,
  aside text not null default '',
  primary key (institution_id, person_id, happened_on, interaction_id)
) {clustered};
create index interaction_persons_of_interaction on interaction_persons (institution_id, interaction_id);

create table interaction_staff (
  institution_id {id} not null,
  staff_id {id} not null,
  happened_on text not null,
  interaction_id {id} not null,
  primary key (institution_id, staff_id, happened_on, interaction_id)
) {clustered};
create index interaction_staff_of_interaction on interaction_staff (institution_id, interaction_id);

create table interaction_topics (
  institution_id {id} not null,
  topic_id {id} not null,
  happened_on text not null,
  interaction_id {id} not null,
  primary key (institution_id, topic_id, happened_on, interaction_id)
) {clustered};
create index interaction_topics_of_interaction on interaction_topics (institution_id, interaction_id);

-- The departments that a conversation belongs to: those of its people on that day, and one named without a person.
create table interaction_units (
  institution_id {id} not null,
  org_unit_id {id} not null,
  happened_on text not null,
  interaction_id {id} not null,
  primary key (institution_id, org_unit_id, happened_on, interaction_id)
) {clustered};
create index interaction_units_of_interaction on interaction_units (institution_id, interaction_id);

-- Who knows whom: kept in the same transaction as each conversation that is not restricted.
create table acquaintances (
  institution_id {id} not null,
  person_id {id} not null,
  staff_id {id} not null,
  conversations {int} not null,
  first_on text not null,
  last_on text not null,
  primary key (institution_id, person_id, staff_id)
) {clustered};

-- What a conversation said before it was corrected or withdrawn.
create table interaction_versions (
  institution_id {id} not null,
  interaction_id {id} not null,
  version {int} not null,
  content text not null,
  changed_by {id} not null,
  changed_at {int} not null,
  because text not null default '',
  primary key (institution_id, interaction_id, version)
) {clustered};

create table promises (
  institution_id {id} not null references institutions (id),
  id {serial},
  interaction_id {id},
  side text not null check (side in ('ours', 'theirs')),
  staff_id {id} not null,
  person_id {id},
  words text not null,
  made_on text not null,
  due_on text,
  kept_at {int},
  kept_by {id},
  dropped_at {int},
  version {int} not null default 1,
  {key} (institution_id, id),
  foreign key (institution_id, staff_id) references staff (institution_id, id)
) {strict};
create index promises_open_of_staff on promises (institution_id, staff_id, due_on, id) where kept_at is null and dropped_at is null;
create index promises_open_of_person on promises (institution_id, person_id, due_on, id) where kept_at is null and dropped_at is null;
create index promises_of_interaction on promises (institution_id, interaction_id);

-- Search: one document a conversation, words folded and stemmed by src/search, so that both engines agree.
-- Its number is (days since 1970) * 2^31 + id mod 2^31: the newest first without sorting.
-- only sqlite
create virtual table interaction_words using fts5 (words, content = '', columnsize = 0, prefix = '2 3 4',
                                                   detail = none, tokenize = 'ascii');
-- end
-- only postgres
create table interaction_words (
  institution_id bigint not null references institutions (id),
  number bigint not null,
  words tsvector not null,
  primary key (institution_id, number)
);
create index interaction_words_by_word on interaction_words using gin (words);
-- end

-- Imports -----------------------------------------------------------------------------------------

create table imports (
  institution_id {id} not null references institutions (id),
  id {serial},
  kind text not null check (kind in ('people', 'departments', 'interactions')),
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

create table import_faults (
  institution_id {id} not null,
  import_id {id} not null,
  line {int} not null,
  reason text not null,
  cells text not null,
  primary key (institution_id, import_id, line)
) {clustered};

-- What an import made or changed, so that it can be undone: `before` is empty for what was new.
create table import_changes (
  institution_id {id} not null,
  import_id {id} not null,
  position {int} not null,
  subject text not null,
  subject_id {id} not null,
  before text not null,
  primary key (institution_id, import_id, position)
) {clustered};
