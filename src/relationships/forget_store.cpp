// Empties relationships.
#include "relationships/forget_store.hpp"

namespace rapport::relationships {
namespace {

void forget_relationships(db::Writer& writer, const Erasing& erasing, Id<Person> record) {
  const auto institution = erasing.institution;
  writer.execute(
      "update level_events set reason = '' where institution_id = $1 and relationship_id in (select id from "
      "relationships where institution_id = $1 and person_id = $2)",
      institution, record);
  writer.execute(
      "update plan_steps set words = '' where institution_id = $1 and plan_id in (select p.id from "
      "scale_up_plans p join relationships r on r.institution_id = $1 and r.id = p.relationship_id and "
      "r.person_id = $2 where p.institution_id = $1)",
      institution, record);
  writer.execute(
      "update scale_up_plans set where_now = '', why_now = '', matters = '', hope = '', know_by = '', learnt "
      "= "
      "'', outcome = coalesce(outcome, 'changed'), closed_by = case when state = 'active' then $3 else "
      "closed_by "
      "end, closed_at = case when state = 'active' then $4 else closed_at end, state = 'closed', version = "
      "version + 1 where institution_id = $1 and relationship_id in (select id from relationships where "
      "institution_id = $1 and person_id = $2)",
      institution, record, erasing.by, erasing.at);
}

void forget_champion(db::Writer& writer, Id<Institution> institution, Id<Person> record) {
  writer.execute(
      "delete from champion_steps where institution_id = $1 and champion_id in (select id from champions "
      "where "
      "institution_id = $1 and person_id = $2)",
      institution, record);
  writer.execute("delete from champions where institution_id = $1 and person_id = $2", institution, record);
  writer.execute("delete from champion_thanks where institution_id = $1 and person_id = $2", institution,
                 record);
  writer.execute("delete from champion_ticks where institution_id = $1 and person_id = $2", institution,
                 record);
  writer.execute("delete from champion_asides where institution_id = $1 and person_id = $2", institution,
                 record);
}

void forget_rhythm(db::Writer& writer, Id<Institution> institution, Id<Person> record) {
  writer.execute("delete from quiet_answers where institution_id = $1 and person_id = $2", institution,
                 record);
  writer.execute("delete from level_suggestions_aside where institution_id = $1 and person_id = $2",
                 institution, record);
  writer.execute("delete from hand_over_introductions where institution_id = $1 and person_id = $2",
                 institution, record);
  writer.execute("delete from rhythms where institution_id = $1 and person_id = $2", institution, record);
  writer.execute("delete from rhythms_to_make where institution_id = $1 and person_id = $2", institution,
                 record);
}

void erase_names_elsewhere(db::Writer& writer, const Erasing& erasing) {
  erase_names<1, 1>(writer, erasing,
                    "select id, reason from level_events where institution_id = $1 and lower(reason) like $2",
                    "update level_events set reason = $3 where institution_id = $1 and id = $2");
  erase_names<1, 3>(
      writer, erasing,
      "select id, where_now, why_now, matters from scale_up_plans where institution_id = $1 and "
      "(lower(where_now) like $2 or lower(why_now) like $2 or lower(matters) like $2)",
      "update scale_up_plans set where_now = $3, why_now = $4, matters = $5, version = version + 1 "
      "where institution_id = $1 and id = $2");
  erase_names<1, 3>(
      writer, erasing,
      "select id, hope, know_by, learnt from scale_up_plans where institution_id = $1 and "
      "(lower(hope) like $2 or lower(know_by) like $2 or lower(learnt) like $2)",
      "update scale_up_plans set hope = $3, know_by = $4, learnt = $5, version = version + 1 where "
      "institution_id = $1 and id = $2");
  erase_names<1, 1>(writer, erasing,
                    "select id, words from plan_steps where institution_id = $1 and lower(words) like $2",
                    "update plan_steps set words = $3 where institution_id = $1 and id = $2");
  erase_names<1, 1>(
      writer, erasing,
      "select id, reason from quiet_answers where institution_id = $1 and lower(reason) like $2",
      "update quiet_answers set reason = $3 where institution_id = $1 and id = $2");
  erase_names<1, 2>(
      writer, erasing,
      "select id, reason, undone_because from hand_overs where institution_id = $1 and "
      "(lower(reason) like $2 or lower(undone_because) like $2)",
      "update hand_overs set reason = $3, undone_because = $4 where institution_id = $1 and id = $2");
  erase_names<2, 1>(
      writer, erasing,
      "select hand_over_id, person_id, reason from hand_over_introductions where institution_id = "
      "$1 and lower(reason) like $2",
      "update hand_over_introductions set reason = $4 where institution_id = $1 and hand_over_id = "
      "$2 and person_id = $3");
}

void erase_names_of_champions(db::Writer& writer, const Erasing& erasing) {
  erase_names<1, 1>(writer, erasing,
                    "select id, words from champion_steps where institution_id = $1 and lower(words) like $2",
                    "update champion_steps set words = $3 where institution_id = $1 and id = $2");
  erase_names<1, 1>(writer, erasing,
                    "select id, words from champion_ticks where institution_id = $1 and lower(words) like $2",
                    "update champion_ticks set words = $3 where institution_id = $1 and id = $2");
  erase_names<1, 1>(
      writer, erasing,
      "select id, words from champion_thanks where institution_id = $1 and lower(words) like $2",
      "update champion_thanks set words = $3 where institution_id = $1 and id = $2");
  erase_names<1, 1>(
      writer, erasing,
      "select id, reason from champion_asides where institution_id = $1 and lower(reason) like $2",
      "update champion_asides set reason = $3 where institution_id = $1 and id = $2");
}

}  // namespace

void forget(db::Writer& writer, const Erasing& erasing) {
  for (const auto& record : erasing.records) {
    forget_relationships(writer, erasing, record.id);
    forget_champion(writer, erasing.institution, record.id);
    forget_rhythm(writer, erasing.institution, record.id);
  }
  erase_names_elsewhere(writer, erasing);
  erase_names_of_champions(writer, erasing);
}

}  // namespace rapport::relationships
