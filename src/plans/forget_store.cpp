// Takes a person out of action plans.
#include "plans/forget_store.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace rapport::action_plans {
namespace {

/// "Jane, the programme team": a list of names, of which one goes however it was written.
void forget_ownership(db::Writer& writer, const Erasing& erasing, Id<Person> record) {
  const auto institution = erasing.institution;
  const auto items = writer.all(
      "select i.id, i.their_owners from plan_item_people p join plan_items i on i.institution_id = "
      "p.institution_id and i.id = p.plan_item_id where p.institution_id = $1 and p.person_id = $2",
      [](const db::Row& row) { return std::pair(row.integer(0), row.string(1)); }, institution, record);
  for (const auto& [item, owners] : items) {  // a few
    if (const auto without = erasing.names.words_taken_out_of(owners))
      writer.execute(
          "update plan_items set their_owners = $3, version = version + 1 where institution_id = $1 and id = "
          "$2",
          institution, item, *without);
    const auto versions = writer.all(
        "select version, their_owners from plan_item_versions where institution_id = $1 and plan_item_id = "
        "$2",
        [](const db::Row& row) { return std::pair(row.integer(0), row.string(1)); }, institution, item);
    for (const auto& [version, earlier] : versions)
      if (const auto without = erasing.names.words_taken_out_of(earlier))
        writer.execute(
            "update plan_item_versions set their_owners = $4 where institution_id = $1 and plan_item_id = $2 "
            "and "
            "version = $3",
            institution, item, version, *without);
  }
  writer.execute("delete from plan_item_people where institution_id = $1 and person_id = $2", institution,
                 record);
}

void erase_names_of_items(db::Writer& writer, const Erasing& erasing) {
  erase_names<1, 4>(
      writer, erasing,
      "select id, words, success, their_owners, outcome from plan_items where institution_id = $1 "
      "and (lower(words) like $2 or lower(success) like $2 or lower(their_owners) like $2 or "
      "lower(outcome) like $2)",
      "update plan_items set words = $3, success = $4, their_owners = $5, outcome = $6, version = "
      "version + 1 where institution_id = $1 and id = $2");
  erase_names<2, 4>(
      writer, erasing,
      "select plan_item_id, version, words, success, their_owners, outcome from plan_item_versions "
      "where institution_id = $1 and (lower(words) like $2 or lower(success) like $2 or "
      "lower(their_owners) like $2 or lower(outcome) like $2)",
      "update plan_item_versions set words = $4, success = $5, their_owners = $6, outcome = $7 "
      "where institution_id = $1 and plan_item_id = $2 and version = $3");
  erase_names<1, 1>(
      writer, erasing,
      "select id, words from plan_item_notes where institution_id = $1 and lower(words) like $2",
      "update plan_item_notes set words = $3 where institution_id = $1 and id = $2");
}

void erase_names_of_meetings(db::Writer& writer, const Erasing& erasing) {
  erase_names<1, 1>(writer, erasing,
                    "select id, words from plan_minutes where institution_id = $1 and lower(words) like $2",
                    "update plan_minutes set words = $3 where institution_id = $1 and id = $2");
  erase_names<1, 2>(
      writer, erasing,
      "select id, name, words from plan_answers where institution_id = $1 and (lower(name) like $2 "
      "or lower(words) like $2)",
      "update plan_answers set name = $3, words = $4 where institution_id = $1 and id = $2");
  erase_names<1, 1>(writer, erasing,
                    "select id, label from plan_links where institution_id = $1 and lower(label) like $2",
                    "update plan_links set label = $3 where institution_id = $1 and id = $2");
  erase_names<1, 1>(
      writer, erasing,
      "select id, place from round_entries where institution_id = $1 and lower(place) like $2",
      "update round_entries set place = $3, version = version + 1 where institution_id = $1 and id "
      "= $2");
  erase_names<1, 1>(writer, erasing,
                    "select id, words from round_events where institution_id = $1 and lower(words) like $2",
                    "update round_events set words = $3 where institution_id = $1 and id = $2");
}

}  // namespace

void forget(db::Writer& writer, const Erasing& erasing) {
  for (const auto& record : erasing.records) forget_ownership(writer, erasing, record.id);
  for (const auto id : erasing.alone)
    writer.execute("update plan_minutes set words = '' where institution_id = $1 and interaction_id = $2",
                   erasing.institution, id);
  if (erasing.takes_shared_words)
    for (const auto id : erasing.shared)
      writer.execute("update plan_minutes set words = '' where institution_id = $1 and interaction_id = $2",
                     erasing.institution, id);
  erase_names_of_items(writer, erasing);
  erase_names_of_meetings(writer, erasing);
}

}  // namespace rapport::action_plans
