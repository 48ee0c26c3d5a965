// Reads and writes kinds.
#include "interactions/kind_store.hpp"

#include "base/text.hpp"

namespace rapport::kind_store {

std::vector<interactions::KindRow> all(db::Reader& reader, Id<Institution> institution) {
  const auto vocabulary = read_vocabulary(reader, institution);
  const auto editions = reader.all(
      "select directory_version from interaction_kinds where institution_id = $1 order by position, id "
      "limit 500",
      [](const db::Row& row) { return row.integer(0); }, institution);
  std::vector<interactions::KindRow> rows;
  for (std::size_t i = 0; i < editions.size(); ++i) rows.push_back({vocabulary.kinds()[i], editions[i]});
  return rows;
}

Id<InteractionKind> insert(db::Writer& writer, Id<Institution> institution, const KindEntry& kind) {
  return writer.insert<InteractionKind>(
      "insert into interaction_kinds (institution_id, code, name, family, words, icon, particularity, "
      "is_two_way, outcome_value, depth, is_active, position, directory_version) select $1, $2, $3, $4, $5, "
      "$6, $7, $8, $9, $10, $11, coalesce(max(position), 0) + 1, $12 from interaction_kinds where "
      "institution_id = $1 returning id",
      institution, kind.code, kind.name, code(kind.family), join(kind.words, " "), kind.icon,
      kind.particularity, kind.is_two_way, kind.outcome_value, kind.depth, kind.is_active,
      next_directory_version(writer, institution));
}

void update(db::Writer& writer, Id<Institution> institution, const KindEntry& kind) {
  writer.execute(
      "update interaction_kinds set name = $3, family = $4, words = $5, is_two_way = $6, outcome_value = $7, "
      "depth = $8, is_active = $9, directory_version = $10 where institution_id = $1 and id = $2",
      institution, kind.id, kind.name, code(kind.family), join(kind.words, " "), kind.is_two_way,
      kind.outcome_value, kind.depth, kind.is_active, next_directory_version(writer, institution));
}

void note_changes(db::Writer& writer, Id<Institution> institution, Id<InteractionKind> kind) {
  writer.execute(
      "insert into interaction_changes (institution_id, interaction_id) select distinct i.institution_id, "
      "i.id from bumps b join interactions i on i.institution_id = b.institution_id and i.id = b.to_id and "
      "i.kind_id = $2 where b.institution_id = $1",
      institution, kind);
}

}  // namespace rapport::kind_store
