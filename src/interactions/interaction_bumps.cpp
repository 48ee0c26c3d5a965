// Counts of bumps on a conversation, and the list of changes that other chapters follow.
#include "interactions/interaction_bumps.hpp"

#include "interactions/interaction_store.hpp"

namespace rapport::interactions {

std::optional<Interaction> find_unseen(db::Reader& reader, Id<Institution> institution, Id<Interaction> id) {
  return interaction_store::find_unseen(reader, institution, id);
}

void set_bump_count(db::Writer& writer, Id<Institution> institution, Id<Interaction> id, std::int64_t count) {
  writer.send(
      "update interactions set bump_count = $3 where institution_id = $1 and id = $2 and bump_count <> $3",
      institution, id, count);
  writer.send(
      "update interaction_persons set bump_count = $3 where institution_id = $1 and interaction_id = $2 and "
      "bump_count <> $3",
      institution, id, count);
}

std::vector<InteractionChange> changes_for(db::Reader& reader, Id<Institution> institution,
                                           std::string_view follower, int limit) {
  return reader.all(
      "select id, interaction_id from interaction_changes where institution_id = $1 and id > "
      "coalesce((select "
      "last_id from followers where institution_id = $1 and name = $2), 0) order by id limit $3",
      [](const db::Row& row) {
        return InteractionChange{row.integer(0), row.id<Interaction>(1)};
      },
      institution, follower, limit);
}

void mark_seen(db::Writer& writer, Id<Institution> institution, std::string_view follower,
               std::int64_t number) {
  writer.execute(
      "insert into followers (institution_id, name, last_id) values ($1, $2, $3) "
      "on conflict (institution_id, name) do update set last_id = excluded.last_id",
      institution, follower, number);
  writer.execute(
      "delete from interaction_changes where institution_id = $1 and id <= "
      "(select min(last_id) from followers where institution_id = $1)",
      institution);
}

}  // namespace rapport::interactions
