// The SQL of thanks.
#include "bumps/thanks_store.hpp"

namespace rapport::thanks_store {

void insert(db::Writer& writer, const Scope& scope, const ThanksDraft& draft) {
  writer.execute(
      "insert into thanks (institution_id, bump_id, from_staff_id, to_staff_id, words, said_at) "
      "values ($1, $2, $3, $4, $5, $6) on conflict (institution_id, bump_id, from_staff_id, to_staff_id) "
      "do nothing",
      scope.institution, draft.bump, scope.viewer.staff, draft.to, draft.words, scope.now);
}

std::vector<Thanks> unseen(db::Reader& reader, const Scope& scope, int limit) {
  return reader.all(
      "select id, bump_id, from_staff_id, words, said_at from thanks where institution_id = $1 "
      "and to_staff_id = $2 and seen_at is null order by id limit $3",
      [](const db::Row& row) {
        return Thanks{.id = row.id<ThanksRow>(0),
                      .bump = row.id<Bump>(1),
                      .from = row.id<Staff>(2),
                      .words = row.string(3),
                      .said_at = row.instant(4)};
      },
      scope.institution, scope.viewer.staff, limit);
}

void mark_seen(db::Writer& writer, const Scope& scope, Id<ThanksRow> up_to) {
  writer.execute(
      "update thanks set seen_at = $4 where institution_id = $1 and to_staff_id = $2 and id <= $3 "
      "and seen_at is null",
      scope.institution, scope.viewer.staff, up_to, scope.now);
}

}  // namespace rapport::thanks_store
