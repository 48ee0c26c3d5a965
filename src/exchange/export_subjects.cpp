// The statements of the export. Column names are those of the tables; a name stands beside each id that it
// belongs to. people.csv and departments.csv can be imported again as they are.
#include "exchange/export_subjects.hpp"

#include "exchange/export_parts.hpp"

namespace rapport::exchange {
namespace {

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
      {"department_successors",
       "select org_unit_id, successor_id from org_unit_successors where institution_id = $1 order by "
       "org_unit_id, successor_id",
       {{"org_unit_id", number}, {"successor_id", number}}});
  all.push_back(
      {"department_parts",
       "select org_unit_id, into_id, from_on from org_unit_parts where institution_id = $1 order by "
       "org_unit_id, into_id",
       {{"org_unit_id", number}, {"into_id", number}, {"from_on"}}});
  all.push_back(
      {"calendar",
       "select academic_year, kind, name, starts_on, ends_on, calendar_id from calendar_periods where "
       "institution_id = $1 order by starts_on, id",
       {{"academic_year", number}, {"kind"}, {"name"}, {"starts_on"}, {"ends_on"}, {"calendar_id", number}}});
  all.push_back(
      {"academic_years",
       "select from_year, starts_month, made_by, made_at from academic_year_changes where "
       "institution_id = $1 order by number",
       {{"from_year", number}, {"starts_month", number}, {"made_by", number}, {"made_at", instant}}});
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
                 "$1 and p.erased_on is null order by p.id",
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
       "o join org_units u on u.institution_id = o.institution_id and u.id = o.org_unit_id join persons p on "
       "p.institution_id = o.institution_id and p.id = o.person_id and p.erased_on is null where "
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
