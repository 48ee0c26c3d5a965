// Empties stories, origins and thanks.
#include "bumps/forget_store.hpp"

namespace rapport::bumps {
namespace {

constexpr std::string_view title_without_words = "A chain of conversations";

void forget_quotations(db::Writer& writer, const Erasing& erasing) {
  for (const auto& record : erasing.records)
    writer.execute(
        "update stories set quotation = '', quoted_person_id = null, permission = '', permission_on = null, "
        "version = version + 1 where institution_id = $1 and quoted_person_id = $2",
        erasing.institution, record.id);
}

/// The picture stays: it is drawn from what is counted.
void forget_stories_of(db::Writer& writer, const Erasing& erasing, Id<Interaction> step) {
  writer.execute(
      "update stories set title = $3, words = '', quotation = '', permission = '', permission_on = null, "
      "version "
      "= version + 1 where institution_id = $1 and (interaction_id = $2 or id in (select s.story_id from "
      "story_steps s where s.institution_id = $1 and s.interaction_id = $2))",
      erasing.institution, step, title_without_words);
}

}  // namespace

void forget(db::Writer& writer, const Erasing& erasing) {
  const auto institution = erasing.institution;
  forget_quotations(writer, erasing);
  for (const auto& record : erasing.records) {
    writer.execute("update bump_origins set words = '' where institution_id = $1 and person_id = $2",
                   institution, record.id);
    writer.execute("delete from people_grown where institution_id = $1 and person_id = $2", institution,
                   record.id);
  }
  // Each by key or by an index.
  for (const auto id : erasing.alone) {
    forget_stories_of(writer, erasing, id);
    writer.execute("update bump_origins set words = '' where institution_id = $1 and to_id = $2", institution,
                   id);
    writer.execute(
        "update thanks set words = '' where institution_id = $1 and bump_id in (select b.id from bumps b "
        "where "
        "b.institution_id = $1 and (b.from_id = $2 or b.to_id = $2))",
        institution, id);
  }
  erase_names<1, 4>(
      writer, erasing,
      "select id, title, words, quotation, permission from stories where institution_id = $1 and "
      "(lower(title) like $2 or lower(words) like $2 or lower(quotation) like $2 or "
      "lower(permission) like $2)",
      "update stories set title = $3, words = $4, quotation = $5, permission = $6, version = "
      "version + 1 where institution_id = $1 and id = $2");
  erase_names<1, 1>(writer, erasing,
                    "select id, words from bump_origins where institution_id = $1 and lower(words) like $2",
                    "update bump_origins set words = $3 where institution_id = $1 and id = $2");
  erase_names<1, 1>(writer, erasing,
                    "select id, words from thanks where institution_id = $1 and lower(words) like $2",
                    "update thanks set words = $3 where institution_id = $1 and id = $2");
}

}  // namespace rapport::bumps
