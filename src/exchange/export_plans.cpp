// The statements of the export: action plans and figures.
#include "exchange/export_parts.hpp"

namespace rapport::exchange {

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

}  // namespace rapport::exchange
