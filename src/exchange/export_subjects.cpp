// The statements of the export. Column names are those of the tables; a name stands beside each id that it
// belongs to. people.csv and departments.csv can be imported again as they are.
#include "exchange/export_subjects.hpp"

namespace rapport::exchange {
namespace {

constexpr auto number = CellKind::number;
constexpr auto flag = CellKind::flag;
constexpr auto instant = CellKind::instant;

void add_organisation(std::vector<ExportSubject>& all) {
  all.push_back(
      {"departments",
       "select u.id, u.slug, u.name, u.kind, p.name, u.external_id, u.closed_on from org_units u left join "
       "org_units p on p.institution_id = u.institution_id and p.id = u.parent_id where u.institution_id = "
       "$1 order by u.id",
       {{"rapport_id", number}, {"slug"}, {"name"}, {"kind"}, {"parent"}, {"external_id"}, {"closed_on"}}});
  all.push_back({"department_periods",
                 "select org_unit_id, name, parent_id, valid_from, valid_to from org_unit_periods where "
                 "institution_id = $1 order by org_unit_id, id",
                 {{"org_unit_id", number}, {"name"}, {"parent_id", number}, {"valid_from"}, {"valid_to"}}});
  all.push_back(
      {"calendar",
       "select academic_year, kind, name, starts_on, ends_on, calendar_id from calendar_periods where "
       "institution_id = $1 order by starts_on, id",
       {{"academic_year", number}, {"kind"}, {"name"}, {"starts_on"}, {"ends_on"}, {"calendar_id", number}}});
  all.push_back({"calendars",
                 "select id, name from calendars where institution_id = $1 order by id",
                 {{"rapport_id", number}, {"name"}}});
  all.push_back(
      {"department_calendars",
       "select org_unit_id, from_year, calendar_id from org_unit_calendars where institution_id = $1 "
       "order by org_unit_id, from_year",
       {{"org_unit_id", number}, {"from_year", number}, {"calendar_id", number}}});
  all.push_back({"settings",
                 "select name, value from settings where institution_id = $1 order by name",
                 {{"name"}, {"value"}}});
}

void add_staff(std::vector<ExportSubject>& all) {
  all.push_back(
      {"staff",
       "select s.id, s.username, s.full_name, s.given_name, s.email, s.role, t.name, s.is_active from staff "
       "s left join teams t on t.institution_id = s.institution_id and t.id = s.team_id where "
       "s.institution_id = $1 order by s.id",
       {{"rapport_id", number},
        {"username"},
        {"full_name"},
        {"given_name"},
        {"email"},
        {"role"},
        {"team"},
        {"is_active", flag}}});
  all.push_back(
      {"portfolios",
       "select staff_id, org_unit_id, part, valid_from, valid_to from portfolios where institution_id = $1 "
       "order by id",
       {{"staff_id", number}, {"org_unit_id", number}, {"part"}, {"valid_from"}, {"valid_to"}}});
  all.push_back(
      {"portfolio_changes",
       "select id, portfolio_id, org_unit_id, staff_id, part, action, valid_from, valid_to, ended_before, "
       "reason, hand_over_id, made_by, made_at from portfolio_changes where institution_id = $1 order by id",
       {{"rapport_id", number},
        {"portfolio_id", number},
        {"org_unit_id", number},
        {"staff_id", number},
        {"part"},
        {"action"},
        {"valid_from"},
        {"valid_to"},
        {"ended_before"},
        {"reason"},
        {"hand_over_id", number},
        {"made_by", number},
        {"made_at", instant}}});
}

void add_people(std::vector<ExportSubject>& all) {
  all.push_back({"people",
                 "select p.id, p.slug, p.external_id, p.title, p.full_name, p.known_as, p.pronouns, p.orcid, "
                 "a.address, "
                 "u.name, (select o.title from posts o where o.institution_id = p.institution_id and "
                 "o.person_id = p.id and "
                 "o.org_unit_id = p.main_org_unit_id order by o.is_main desc, coalesce(o.valid_to, '9999') "
                 "desc, o.id limit "
                 "1), p.about, p.left_on, p.last_on, p.merged_into, p.recorded_at from persons p left join "
                 "person_addresses a "
                 "on a.institution_id = p.institution_id and a.person_id = p.id and a.is_main = 1 left join "
                 "org_units u on "
                 "u.institution_id = p.institution_id and u.id = p.main_org_unit_id where p.institution_id = "
                 "$1 order by p.id",
                 {{"rapport_id", number},
                  {"slug"},
                  {"external_id"},
                  {"title"},
                  {"full_name"},
                  {"known_as"},
                  {"pronouns"},
                  {"orcid"},
                  {"email"},
                  {"department"},
                  {"post"},
                  {"about"},
                  {"left_on"},
                  {"last_on"},
                  {"merged_into", number},
                  {"recorded_at", instant}}});
  all.push_back(
      {"names",
       "select person_id, kind, name from person_names where institution_id = $1 order by person_id, id",
       {{"person_id", number}, {"kind"}, {"name"}}});
  all.push_back(
      {"addresses",
       "select person_id, address, is_main from person_addresses where institution_id = $1 order by "
       "person_id, id",
       {{"person_id", number}, {"address"}, {"is_main", flag}}});
  all.push_back(
      {"posts",
       "select o.person_id, o.org_unit_id, u.name, o.title, o.is_main, o.valid_from, o.valid_to from posts "
       "o join org_units u on u.institution_id = o.institution_id and u.id = o.org_unit_id where "
       "o.institution_id = $1 order by o.person_id, o.id",
       {{"person_id", number},
        {"org_unit_id", number},
        {"department"},
        {"title"},
        {"is_main", flag},
        {"valid_from"},
        {"valid_to"}}});
  all.push_back(
      {"ways_of_working",
       "select person_id, statement, source, stated_on, review_on, recorded_by, recorded_at, ended_at from "
       "ways_of_working where institution_id = $1 order by person_id, id",
       {{"person_id", number},
        {"statement"},
        {"source"},
        {"stated_on"},
        {"review_on"},
        {"recorded_by", number},
        {"recorded_at", instant},
        {"ended_at", instant}}});
}

void add_vocabulary(std::vector<ExportSubject>& all) {
  all.push_back({"kinds",
                 "select id, code, name, family, words, is_two_way, outcome_value, depth, is_active from "
                 "interaction_kinds where institution_id = $1 order by position, id",
                 {{"rapport_id", number},
                  {"code"},
                  {"name"},
                  {"family"},
                  {"words"},
                  {"is_two_way", flag},
                  {"outcome_value", number},
                  {"depth", number},
                  {"is_active", flag}}});
  all.push_back({"topics",
                 "select id, name, is_module from topics where institution_id = $1 order by id",
                 {{"rapport_id", number}, {"name"}, {"is_module", flag}}});
}

void add_interactions(std::vector<ExportSubject>& all) {
  all.push_back(
      {"interactions",
       "select i.id, k.code, i.happened_on, i.happened_minute, i.precision, i.duration_minutes, i.attendees, "
       "i.place, i.begun_by, i.is_two_way, i.note, case i.visibility when 0 then 'library' when 1 then "
       "'team' else "
       "'restricted' end, i.org_unit_id, i.people, i.staff, i.topics, i.line, i.source, i.recorded_by, "
       "i.recorded_at, i.version, i.withdrawn_at, i.withdrawn_because from interactions i join "
       "interaction_kinds k "
       "on k.institution_id = i.institution_id and k.id = i.kind_id where i.institution_id = $1 order by "
       "i.id",
       {{"rapport_id", number},
        {"kind"},
        {"happened_on"},
        {"happened_minute", number},
        {"precision"},
        {"duration_minutes", number},
        {"attendees", number},
        {"place"},
        {"begun_by"},
        {"is_two_way", flag},
        {"note"},
        {"visibility"},
        {"org_unit_id", number},
        {"people"},
        {"staff"},
        {"topics"},
        {"line"},
        {"source"},
        {"recorded_by", number},
        {"recorded_at", instant},
        {"version", number},
        {"withdrawn_at", instant},
        {"withdrawn_because"}}});
  all.push_back(
      {"interaction_people",
       "select interaction_id, person_id, aside from interaction_persons where institution_id = $1 order by "
       "interaction_id, person_id",
       {{"interaction_id", number}, {"person_id", number}, {"aside"}}});
  all.push_back({"interaction_staff",
                 "select interaction_id, staff_id from interaction_staff where institution_id = $1 order by "
                 "interaction_id, staff_id",
                 {{"interaction_id", number}, {"staff_id", number}}});
  all.push_back({"interaction_topics",
                 "select interaction_id, topic_id from interaction_topics where institution_id = $1 order by "
                 "interaction_id, topic_id",
                 {{"interaction_id", number}, {"topic_id", number}}});
  all.push_back(
      {"interaction_departments",
       "select interaction_id, org_unit_id from interaction_units where institution_id = $1 order by "
       "interaction_id, org_unit_id",
       {{"interaction_id", number}, {"org_unit_id", number}}});
  all.push_back(
      {"interaction_versions",
       "select interaction_id, version, content, changed_by, changed_at, because from interaction_versions "
       "where institution_id = $1 order by interaction_id, version",
       {{"interaction_id", number},
        {"version", number},
        {"content"},
        {"changed_by", number},
        {"changed_at", instant},
        {"because"}}});
  all.push_back(
      {"promises",
       "select id, interaction_id, side, staff_id, person_id, words, made_on, due_on, kept_at, kept_by, "
       "dropped_at from promises where institution_id = $1 order by id",
       {{"rapport_id", number},
        {"interaction_id", number},
        {"side"},
        {"staff_id", number},
        {"person_id", number},
        {"words"},
        {"made_on"},
        {"due_on"},
        {"kept_at", instant},
        {"kept_by", number},
        {"dropped_at", instant}}});
}

void add_relationships(std::vector<ExportSubject>& all) {
  all.push_back(
      {"level_scales",
       "select version, because, made_by, made_at from level_scales where institution_id = $1 order "
       "by version",
       {{"version", number}, {"because"}, {"made_by", number}, {"made_at", instant}}});
  all.push_back({"levels",
                 "select l.scale_version, l.rank, l.name, l.meaning from levels l where l.institution_id = "
                 "$1 order by l.scale_version, l.rank",
                 {{"scale_version", number}, {"rank", number}, {"name"}, {"meaning"}}});
  all.push_back({"level_mappings",
                 "select scale_version, from_rank, to_rank from level_mappings where institution_id = $1 "
                 "order by scale_version, from_rank",
                 {{"scale_version", number}, {"from_rank", number}, {"to_rank", number}}});
  all.push_back(
      {"relationships",
       "select id, person_id, org_unit_id, area, level, is_slipping, since, moved_on, moved_at, version from "
       "relationships where institution_id = $1 order by id",
       {{"rapport_id", number},
        {"person_id", number},
        {"org_unit_id", number},
        {"area"},
        {"level", number},
        {"is_slipping", flag},
        {"since"},
        {"moved_on"},
        {"moved_at", instant},
        {"version", number}}});
  all.push_back(
      {"level_events",
       "select id, relationship_id, happened_on, scale_version, from_level, to_level, was_slipping, "
       "is_slipping, reason, recorded_by, recorded_at from level_events where institution_id = $1 order by "
       "id",
       {{"rapport_id", number},
        {"relationship_id", number},
        {"happened_on"},
        {"scale_version", number},
        {"from_level", number},
        {"to_level", number},
        {"was_slipping", flag},
        {"is_slipping", flag},
        {"reason"},
        {"recorded_by", number},
        {"recorded_at", instant}}});
  all.push_back(
      {"scale_up_plans",
       "select id, relationship_id, aim_scale, aim_level, where_now, why_now, matters, hope, know_by, "
       "review_on, asked_on, state, outcome, learnt, made_by, made_at, changed_by, changed_at, closed_by, "
       "closed_at, version, review_by from scale_up_plans where institution_id = $1 order by id",
       {{"rapport_id", number},
        {"relationship_id", number},
        {"aim_scale", number},
        {"aim_level", number},
        {"where_now"},
        {"why_now"},
        {"matters"},
        {"hope"},
        {"know_by"},
        {"review_on"},
        {"asked_on"},
        {"state"},
        {"outcome"},
        {"learnt"},
        {"made_by", number},
        {"made_at", instant},
        {"changed_by", number},
        {"changed_at", instant},
        {"closed_by", number},
        {"closed_at", instant},
        {"version", number},
        {"review_by", number}}});
  all.push_back({"plan_steps",
                 "select id, plan_id, position, words, owner_id, due_on, promise_id from plan_steps where "
                 "institution_id = $1 order by id",
                 {{"rapport_id", number},
                  {"plan_id", number},
                  {"position", number},
                  {"words"},
                  {"owner_id", number},
                  {"due_on"},
                  {"promise_id", number}}});
  all.push_back({"level_evidence",
                 "select event_id, interaction_id from level_evidence where institution_id = $1 order by "
                 "event_id, interaction_id",
                 {{"event_id", number}, {"interaction_id", number}}});
  all.push_back(
      {"level_suggestions_aside",
       "select person_id, area, level, is_slipping, set_aside_on, set_aside_by from level_suggestions_aside "
       "where institution_id = $1 order by person_id, area",
       {{"person_id", number},
        {"area"},
        {"level", number},
        {"is_slipping", flag},
        {"set_aside_on"},
        {"set_aside_by", number}}});
}

void add_action_plans(std::vector<ExportSubject>& all) {
  all.push_back(
      {"plan_templates",
       "select id, name, content, is_retired, changed_by, changed_at, version from plan_templates where "
       "institution_id = $1 order by id",
       {{"rapport_id", number},
        {"name"},
        {"content"},
        {"is_retired", flag},
        {"changed_by", number},
        {"changed_at", instant},
        {"version", number}}});
  all.push_back({"action_plans",
                 "select p.id, p.org_unit_id, u.name, p.academic_year, p.themes, p.begun_by, p.begun_at from "
                 "action_plans p join org_units u on u.institution_id = p.institution_id and u.id = "
                 "p.org_unit_id where p.institution_id = $1 order by p.id",
                 {{"rapport_id", number},
                  {"org_unit_id", number},
                  {"department"},
                  {"academic_year", number},
                  {"themes"},
                  {"begun_by", number},
                  {"begun_at", instant}}});
  all.push_back(
      {"plan_items",
       "select id, plan_id, position, theme, words, success, their_owners, due_on, is_asked, state, outcome, "
       "closed_on, carried_from, carried_count, made_by, made_at, changed_by, changed_at, version from "
       "plan_items where institution_id = $1 order by id",
       {{"rapport_id", number},
        {"plan_id", number},
        {"position", number},
        {"theme"},
        {"words"},
        {"success"},
        {"their_owners"},
        {"due_on"},
        {"is_asked", flag},
        {"state"},
        {"outcome"},
        {"closed_on"},
        {"carried_from", number},
        {"carried_count", number},
        {"made_by", number},
        {"made_at", instant},
        {"changed_by", number},
        {"changed_at", instant},
        {"version", number}}});
  all.push_back(
      {"plan_item_owners",
       "select plan_item_id, staff_id, promise_id from plan_item_owners where institution_id = $1 order "
       "by plan_item_id, position, staff_id",
       {{"plan_item_id", number}, {"staff_id", number}, {"promise_id", number}}});
  all.push_back({"plan_item_people",
                 "select plan_item_id, person_id from plan_item_people where institution_id = $1 order by "
                 "plan_item_id, person_id",
                 {{"plan_item_id", number}, {"person_id", number}}});
  all.push_back(
      {"plan_item_versions",
       "select plan_item_id, version, theme, words, success, owners, their_owners, due_on, is_asked, "
       "state, outcome, changed_by, changed_at from plan_item_versions where institution_id = $1 order by "
       "plan_item_id, version",
       {{"plan_item_id", number},
        {"version", number},
        {"theme"},
        {"words"},
        {"success"},
        {"owners"},
        {"their_owners"},
        {"due_on"},
        {"is_asked", flag},
        {"state"},
        {"outcome"},
        {"changed_by", number},
        {"changed_at", instant}}});
  all.push_back(
      {"plan_item_notes",
       "select id, plan_item_id, words, made_by, made_at from plan_item_notes where institution_id = $1 "
       "order by id",
       {{"rapport_id", number},
        {"plan_item_id", number},
        {"words"},
        {"made_by", number},
        {"made_at", instant}}});
  all.push_back(
      {"round_entries",
       "select id, academic_year, org_unit_id, owner_id, week_from, week_to, state, meets_on, meets_at, "
       "minutes, place, uid, sequence, changed_by, changed_at, version from round_entries where "
       "institution_id = $1 order by id",
       {{"rapport_id", number},
        {"academic_year", number},
        {"org_unit_id", number},
        {"owner_id", number},
        {"week_from"},
        {"week_to"},
        {"state"},
        {"meets_on"},
        {"meets_at", number},
        {"minutes", number},
        {"place"},
        {"uid"},
        {"sequence", number},
        {"changed_by", number},
        {"changed_at", instant},
        {"version", number}}});
  all.push_back({"round_events",
                 "select id, round_entry_id, state, words, made_by, made_at from round_events where "
                 "institution_id = $1 order by id",
                 {{"rapport_id", number},
                  {"round_entry_id", number},
                  {"state"},
                  {"words"},
                  {"made_by", number},
                  {"made_at", instant}}});
  all.push_back(
      {"plan_links",
       "select id, plan_id, label, made_by, made_at, expires_at, revoked_by, revoked_at from plan_links "
       "where institution_id = $1 order by id",
       {{"rapport_id", number},
        {"plan_id", number},
        {"label"},
        {"made_by", number},
        {"made_at", instant},
        {"expires_at", instant},
        {"revoked_by", number},
        {"revoked_at", instant}}});
  all.push_back({"plan_answers",
                 "select id, plan_id, plan_link_id, is_agreed, name, words, made_at, seen_by, seen_at from "
                 "plan_answers where institution_id = $1 order by id",
                 {{"rapport_id", number},
                  {"plan_id", number},
                  {"plan_link_id", number},
                  {"is_agreed", flag},
                  {"name"},
                  {"words"},
                  {"made_at", instant},
                  {"seen_by", number},
                  {"seen_at", instant}}});
  all.push_back({"plan_minutes",
                 "select id, plan_id, words, interaction_id, made_by, made_at from plan_minutes where "
                 "institution_id = $1 order by id",
                 {{"rapport_id", number},
                  {"plan_id", number},
                  {"words"},
                  {"interaction_id", number},
                  {"made_by", number},
                  {"made_at", instant}}});
}

void add_hand_overs(std::vector<ExportSubject>& all) {
  all.push_back(
      {"hand_overs",
       "select id, from_staff_id, to_staff_id, from_on, until_on, reason, recorded_by, recorded_at, "
       "moved_at, "
       "undone_by, undone_at, undone_because, version from hand_overs where institution_id = $1 order by id",
       {{"rapport_id", number},
        {"from_staff_id", number},
        {"to_staff_id", number},
        {"from_on"},
        {"until_on"},
        {"reason"},
        {"recorded_by", number},
        {"recorded_at", instant},
        {"moved_at", instant},
        {"undone_by", number},
        {"undone_at", instant},
        {"undone_because"},
        {"version", number}}});
  all.push_back({"hand_over_departments",
                 "select hand_over_id, org_unit_id from hand_over_units where institution_id = $1 order by "
                 "hand_over_id, org_unit_id",
                 {{"hand_over_id", number}, {"org_unit_id", number}}});
  all.push_back(
      {"hand_over_promises",
       "select hand_over_id, promise_id, is_to_move, moved_at from hand_over_promises where "
       "institution_id = $1 order by hand_over_id, promise_id",
       {{"hand_over_id", number}, {"promise_id", number}, {"is_to_move", flag}, {"moved_at", instant}}});
  all.push_back({"hand_over_introductions",
                 "select hand_over_id, person_id, position, reason, done_by, done_at from "
                 "hand_over_introductions where "
                 "institution_id = $1 order by hand_over_id, position, person_id",
                 {{"hand_over_id", number},
                  {"person_id", number},
                  {"position", number},
                  {"reason"},
                  {"done_by", number},
                  {"done_at", instant}}});
}

void add_records(std::vector<ExportSubject>& all) {
  all.push_back(
      {"imports",
       "select id, kind, file_name, file_hash, state, rows_total, rows_new, rows_changed, rows_same, "
       "rows_faulty, made_by, made_at from imports where institution_id = $1 order by id",
       {{"rapport_id", number},
        {"kind"},
        {"file_name"},
        {"file_hash"},
        {"state"},
        {"rows_total", number},
        {"rows_new", number},
        {"rows_changed", number},
        {"rows_same", number},
        {"rows_faulty", number},
        {"made_by", number},
        {"made_at", instant}}});
  all.push_back(
      {"audit_events",
       "select id, happened_at, staff_id, action, subject, subject_id, details, hash from audit_events "
       "where institution_id = $1 order by id",
       {{"id", number},
        {"happened_at", instant},
        {"staff_id", number},
        {"action"},
        {"subject"},
        {"subject_id", number},
        {"details"},
        {"hash"}}});
  all.push_back(
      {"person_views",
       "select person_id, staff_id, viewed_on, what, first_at from person_views "
       "where institution_id = $1 order by person_id, viewed_on, staff_id, what",
       {{"person_id", number}, {"staff_id", number}, {"viewed_on"}, {"what"}, {"first_at", instant}}});
}

/// What figures mean, and those that were reported.
void add_measures(std::vector<ExportSubject>& all) {
  all.push_back(
      {"measures",
       "select id, code, formula, position, retired_at from measures where institution_id = $1 order by "
       "position, id",
       {{"rapport_id", number}, {"code"}, {"formula"}, {"position", number}, {"retired_at", instant}}});
  all.push_back({"measure_versions",
                 "select measure_id, version, name, definition, source, shape, unit, counts_people, better, "
                 "audience, starts_in, "
                 "is_comparable, because, made_by, made_at from measure_versions where institution_id = $1 "
                 "order by measure_id, "
                 "version",
                 {{"measure_id", number},
                  {"version", number},
                  {"name"},
                  {"definition"},
                  {"source"},
                  {"shape"},
                  {"unit"},
                  {"counts_people", flag},
                  {"better"},
                  {"audience"},
                  {"starts_in", number},
                  {"is_comparable", flag},
                  {"because"},
                  {"made_by", number},
                  {"made_at", instant}}});
  all.push_back(
      {"measure_values",
       "select v.id, m.code, v.org_unit_id, v.unit_name, v.academic_year, v.version, v.numerator_hundredths, "
       "v.denominator_hundredths, v.people, v.state, v.source, v.reported_by, v.reported_at from "
       "measure_values v join "
       "measures m on m.institution_id = v.institution_id and m.id = v.measure_id where v.institution_id = "
       "$1 order by v.id",
       {{"rapport_id", number},
        {"measure"},
        {"org_unit_id", number},
        {"department"},
        {"year", number},
        {"version", number},
        {"numerator_hundredths", number},
        {"denominator_hundredths", number},
        {"people", number},
        {"state"},
        {"source"},
        {"reported_by", number},
        {"reported_at", instant}}});
  all.push_back({"unit_years",
                 "select org_unit_id, academic_year, people, sessions, sized, timed, students, "
                 "person_minutes, modules, one_to_ones, "
                 "chains from unit_years where institution_id = $1 order by org_unit_id, academic_year",
                 {{"org_unit_id", number},
                  {"academic_year", number},
                  {"people", number},
                  {"sessions", number},
                  {"sized", number},
                  {"timed", number},
                  {"students", number},
                  {"person_minutes", number},
                  {"modules", number},
                  {"one_to_ones", number},
                  {"chains", number}}});
}

/// How often we speak with whom, and what colleagues said when somebody had gone quiet.
void add_quiet(std::vector<ExportSubject>& all) {
  all.push_back(
      {"rhythms",
       "select person_id, last_on, gaps, gap_hundredths, gap_days, hello_on, quiet_on, embedded_on, "
       "came_back_on, reach_on from rhythms "
       "where institution_id = $1 order by person_id",
       {{"person_id", number},
        {"last_on"},
        {"gaps", number},
        {"gap_hundredths", number},
        {"gap_days", number},
        {"hello_on"},
        {"quiet_on"},
        {"embedded_on"},
        {"came_back_on"},
        {"reach_on"}}});
  all.push_back(
      {"quiet_answers",
       "select id, person_id, last_on, until_on, reason, answered_by, answered_at, ended_by, ended_at from "
       "quiet_answers where institution_id = $1 order by id",
       {{"rapport_id", number},
        {"person_id", number},
        {"last_on"},
        {"until_on"},
        {"reason"},
        {"answered_by", number},
        {"answered_at", instant},
        {"ended_by", number},
        {"ended_at", instant}}});
}

/// Who speaks for the library: what was said of whom, and why.
void add_champions(std::vector<ExportSubject>& all) {
  all.push_back({"champions",
                 "select id, person_id, state, state_on, agreed_on, expires_on, org_unit_id, post_title, "
                 "version from champions where institution_id = $1 order by id",
                 {{"rapport_id", number},
                  {"person_id", number},
                  {"state"},
                  {"state_on"},
                  {"agreed_on"},
                  {"expires_on"},
                  {"org_unit_id", number},
                  {"post_title"},
                  {"version", number}}});
  all.push_back({"champion_steps",
                 "select id, champion_id, step, happened_on, words, signs, recorded_by, recorded_at from "
                 "champion_steps where institution_id = $1 order by id",
                 {{"rapport_id", number},
                  {"champion_id", number},
                  {"step"},
                  {"happened_on"},
                  {"words"},
                  {"signs"},
                  {"recorded_by", number},
                  {"recorded_at", instant}}});
  all.push_back({"champion_ticks",
                 "select id, person_id, sign, interaction_id, words, recorded_by, recorded_at, withdrawn_by, "
                 "withdrawn_at from champion_ticks where institution_id = $1 order by id",
                 {{"rapport_id", number},
                  {"person_id", number},
                  {"sign"},
                  {"interaction_id", number},
                  {"words"},
                  {"recorded_by", number},
                  {"recorded_at", instant},
                  {"withdrawn_by", number},
                  {"withdrawn_at", instant}}});
  all.push_back({"champion_thanks",
                 "select id, person_id, said_on, words, said_by, recorded_at from champion_thanks where "
                 "institution_id = $1 order by id",
                 {{"rapport_id", number},
                  {"person_id", number},
                  {"said_on"},
                  {"words"},
                  {"said_by", number},
                  {"recorded_at", instant}}});
  all.push_back({"champion_asides",
                 "select id, person_id, org_unit_id, reason, until_on, set_aside_by, set_aside_at from "
                 "champion_asides where institution_id = $1 order by id",
                 {{"rapport_id", number},
                  {"person_id", number},
                  {"org_unit_id", number},
                  {"reason"},
                  {"until_on"},
                  {"set_aside_by", number},
                  {"set_aside_at", instant}}});
  all.push_back(
      {"champion_rules",
       "select version, signs_min, because, made_by, made_at from champion_rules where "
       "institution_id = $1 order by version",
       {{"version", number}, {"signs_min", number}, {"because"}, {"made_by", number}, {"made_at", instant}}});
}

}  // namespace

std::vector<ExportSubject> export_subjects() {
  std::vector<ExportSubject> all;
  add_organisation(all);
  add_staff(all);
  add_people(all);
  add_vocabulary(all);
  add_interactions(all);
  add_relationships(all);
  add_hand_overs(all);
  add_records(all);
  add_quiet(all);
  add_champions(all);
  add_measures(all);
  add_action_plans(all);
  return all;
}

}  // namespace rapport::exchange
