// The SQL of stories.
#include "bumps/story_store.hpp"

namespace rapport::story_store {
namespace {

constexpr db::Fragment columns =
    "s.id, s.interaction_id, s.title, s.words, s.quotation, s.quoted_person_id, s.permission, "
    "s.permission_on, "
    "s.org_unit_id, s.is_on_board, s.academic_year, s.told_by, s.told_at, s.version, s.withdrawn_at ";

Story read_story(const db::Row& row) {
  return {.id = row.id<Story>(0),
          .interaction = row.id<Interaction>(1),
          .told = {.title = row.string(2),
                   .words = row.string(3),
                   .quotation = row.string(4),
                   .quoted = row.optional_id<Person>(5),
                   .permission = row.string(6),
                   .permission_on = row.optional_date(7),
                   .org_unit = row.optional_id<OrgUnit>(8),
                   .is_on_board = row.flag(9)},
          .academic_year = row.number(10),
          .told_by = row.id<Staff>(11),
          .told_at = row.instant(12),
          .version = row.number(13),
          .is_withdrawn = !row.is_null(14)};
}

void insert_steps(db::Writer& writer, Id<Institution> institution, Id<Story> id, const Story& story) {
  int position = 0;
  for (const auto step : story.told.path)
    writer.execute(
        "insert into story_steps (institution_id, story_id, position, interaction_id) values ($1, $2, $3, "
        "$4)",
        institution, id, ++position, step);
}

std::vector<Id<Interaction>> steps_of(db::Reader& reader, Id<Institution> institution, Id<Story> id) {
  return reader.all(
      "select interaction_id from story_steps where institution_id = $1 and story_id = $2 order by position "
      "limit 100",
      [](const db::Row& row) { return row.id<Interaction>(0); }, institution, id);
}

/// A list shows a few hundred at most, each with its handful of steps.
std::vector<Story> with_steps(db::Reader& reader, Id<Institution> institution, std::vector<Story> stories) {
  for (auto& story : stories) story.told.path = steps_of(reader, institution, story.id);
  return stories;
}

}  // namespace

Id<Story> insert(db::Writer& writer, Id<Institution> institution, const Story& story) {
  const auto& told = story.told;
  const auto id = writer.insert<Story>(
      "insert into stories (institution_id, interaction_id, title, words, quotation, quoted_person_id, "
      "permission, permission_on, org_unit_id, is_on_board, academic_year, told_by, told_at) "
      "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id",
      institution, story.interaction, told.title, told.words, told.quotation, told.quoted, told.permission,
      told.permission_on, told.org_unit, told.is_on_board, story.academic_year, story.told_by, story.told_at);
  insert_steps(writer, institution, id, story);
  return id;
}

bool update(db::Writer& writer, Id<Institution> institution, const Story& story, int version) {
  const auto& told = story.told;
  const auto changed = writer.execute(
      "update stories set title = $4, words = $5, quotation = $6, quoted_person_id = $7, permission = $8, "
      "permission_on = $9, org_unit_id = $10, is_on_board = $11, academic_year = $12, version = version + 1 "
      "where institution_id = $1 and id = $2 and version = $3",
      institution, story.id, version, told.title, told.words, told.quotation, told.quoted, told.permission,
      told.permission_on, told.org_unit, told.is_on_board, story.academic_year);
  if (changed == 0) return false;
  writer.execute("delete from story_steps where institution_id = $1 and story_id = $2", institution,
                 story.id);
  insert_steps(writer, institution, story.id, story);
  return true;
}

void set_withdrawn(db::Writer& writer, Id<Institution> institution, Id<Story> id, std::optional<Instant> at) {
  writer.execute(
      "update stories set withdrawn_at = $3, version = version + 1 where institution_id = $1 and id = $2",
      institution, id, at);
}

std::optional<Story> find(db::Reader& reader, Id<Institution> institution, Id<Story> id) {
  auto found =
      reader.one(db::concat<"select ", columns, "from stories s where s.institution_id = $1 and s.id = $2">,
                 read_story, institution, id);
  if (found) found->told.path = steps_of(reader, institution, id);
  return found;
}

std::vector<Story> told(db::Reader& reader, Id<Institution> institution, const bumps::StoryQuery& query) {
  // A department's year has an index; an optional condition would not use it.
  if (query.org_unit && query.academic_year)
    return with_steps(reader, institution,
                      reader.all(db::concat<"select ", columns,
                                            "from stories s where s.institution_id = $1 and s.withdrawn_at "
                                            "is null and s.org_unit_id = $2 and s.academic_year = $3 and "
                                            "($4 = 0 or s.is_on_board = 1) order by s.id desc limit $5">,
                                 read_story, institution, *query.org_unit, *query.academic_year,
                                 query.on_board_only, query.limit));
  return with_steps(
      reader, institution,
      reader.all(db::concat<"select ", columns,
                            "from stories s where s.institution_id = $1 and s.withdrawn_at is null "
                            "and ($2 = 0 or s.academic_year = $2) and ($3 = 0 or s.org_unit_id = $3) "
                            "and ($4 = 0 or s.is_on_board = 1) order by s.id desc limit $5">,
                 read_story, institution, query.academic_year.value_or(0),
                 query.org_unit ? query.org_unit->value : 0, query.on_board_only, query.limit));
}

std::vector<Story> with_step(db::Reader& reader, Id<Institution> institution, Id<Interaction> step) {
  return with_steps(
      reader, institution,
      reader.all(db::concat<"select ", columns,
                            "from story_steps p join stories s on s.institution_id = "
                            "p.institution_id and s.id = p.story_id where p.institution_id = $1 "
                            "and p.interaction_id = $2 and s.withdrawn_at is null "
                            "order by s.id desc limit 20">,
                 read_story, institution, step));
}

std::vector<int> years(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select distinct academic_year from stories where institution_id = $1 and withdrawn_at is null "
      "order by academic_year desc limit 100",
      [](const db::Row& row) { return row.number(0); }, institution);
}

}  // namespace rapport::story_store
