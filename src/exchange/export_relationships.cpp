// The statements of the export: relationships, hand-overs, rhythms and champions.
#include "exchange/export_parts.hpp"

namespace rapport::exchange {

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
  all.push_back({"hand_over_reviews",
                 "select hand_over_id, plan_id from hand_over_reviews where institution_id = $1 order by "
                 "hand_over_id, plan_id",
                 {{"hand_over_id", number}, {"plan_id", number}}});
}

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

}  // namespace rapport::exchange
