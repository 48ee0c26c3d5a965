// Empties a person's rows.
#include "people/forget_store.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "people/post_store.hpp"

namespace rapport::people {
namespace {

constexpr std::string_view erased_name = "Somebody erased";

/// A post shrinks to the days from the first to the last conversation held in it; one without any goes.
void shrink_posts(db::Writer& writer, const Erasing& erasing, const ErasedRecord& record) {
  for (const auto& post : post_store::of_person(writer, erasing.institution, record.id)) {  // one or two
    auto held = record.days;
    std::erase_if(held, [&](Date day) { return !post.is_held_on(day); });
    if (held.empty())
      writer.execute("delete from posts where institution_id = $1 and id = $2", erasing.institution, post.id);
    else
      writer.execute(
          "update posts set title = '', is_main = 0, valid_from = $3, valid_to = $4 where institution_id = "
          "$1 "
          "and id = $2",
          erasing.institution, post.id, held.front(), held.back());
  }
}

void empty_record(db::Writer& writer, const Erasing& erasing, const ErasedRecord& record,
                  std::int64_t directory_version) {
  const auto institution = erasing.institution;
  writer.execute("delete from person_names where institution_id = $1 and person_id = $2", institution,
                 record.id);
  writer.execute("delete from person_addresses where institution_id = $1 and person_id = $2", institution,
                 record.id);
  writer.execute("delete from ways_of_working where institution_id = $1 and person_id = $2", institution,
                 record.id);
  shrink_posts(writer, erasing, record);
  writer.execute(
      "update persons set slug = $3, title = '', full_name = $4, known_as = 'somebody', pronouns = '', "
      "folded_name = '', sort_key = $5, orcid = null, external_id = null, about = '', last_on = null, "
      "left_on = $6, erased_on = $6, main_org_unit_id = (select o.org_unit_id from posts o where "
      "o.institution_id = $1 and o.person_id = $2 and o.org_unit_id = persons.main_org_unit_id limit 1), "
      "version = version + 1, directory_version = $7 where institution_id = $1 and id = $2",
      institution, record.id, "erased-" + std::to_string(record.id.value), erased_name, sort_key(erased_name),
      erasing.today, directory_version);
}

}  // namespace

void forget(db::Writer& writer, const Erasing& erasing) {
  const auto version = next_directory_version(writer, erasing.institution);
  for (const auto& record : erasing.records) empty_record(writer, erasing, record, version);
  erase_names<1, 1>(
      writer, erasing, "select id, about from persons where institution_id = $1 and lower(about) like $2",
      "update persons set about = $3, version = version + 1 where institution_id = $1 and id = $2");
  erase_names<1, 1>(writer, erasing,
                    "select id, title from posts where institution_id = $1 and lower(title) like $2",
                    "update posts set title = $3 where institution_id = $1 and id = $2");
  erase_names<1, 2>(
      writer, erasing,
      "select id, statement, source from ways_of_working where institution_id = $1 and "
      "(lower(statement) like $2 or lower(source) like $2)",
      "update ways_of_working set statement = $3, source = $4 where institution_id = $1 and id = "
      "$2");
}

}  // namespace rapport::people
