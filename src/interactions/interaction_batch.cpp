// Recording many interactions at once: the same steps as for one, in one transaction with one audit row.
#include <algorithm>

#include "audit/audit.hpp"
#include "interactions/interaction_keep.hpp"
#include "interactions/interactions.hpp"

namespace rapport::interactions {
namespace {

constexpr TimeOfDay end_of_work{17 * 60};

Result<Recorded> keep_one(Scope& scope, db::Writer& writer, const Directory& directory,
                          interaction_store::Row& row, ContactChanges& changes) {
  if (row.draft.source_key) {
    if (const auto there =
            interaction_store::find_source_key(writer, scope.institution, *row.draft.source_key))
      return Recorded{*there, {}, true};
  }
  const auto id = insert_interaction(scope, writer, directory, row, changes);
  return Recorded{id, insert_promises(scope, writer, id, row), false};
}

}  // namespace

Result<std::vector<Recorded>> record_many(Scope& scope, const Directory& directory,
                                          std::span<const InteractionDraft> drafts,
                                          std::span<const Id<Staff>> recorded_by) {
  if (scope.viewer.is(Role::director)) return forbidden("Directors read and do not log.");
  return scope.write([&](db::Writer& writer) -> Result<std::vector<Recorded>> {
    std::vector<Recorded> all;
    all.reserve(drafts.size());
    std::vector<interaction_store::Row> rows;
    rows.reserve(drafts.size());
    ContactChanges changes;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      auto row = prepare(scope, directory, drafts[i]);
      if (!row) return row.refusal();
      if (!recorded_by.empty()) {
        row->recorded_by = recorded_by[i];
        if (const auto* author = directory.staff.find(recorded_by[i])) row->team = author->team;
      }
      const auto day = std::min(row->draft.happened_on, scope.today);
      if (day < scope.today) row->recorded_at = scope.zone.instant_of(day, end_of_work);
      auto recorded = keep_one(scope, writer, directory, *row, changes);
      if (!recorded) return recorded.refusal();
      all.push_back(std::move(*recorded));
      rows.push_back(std::move(*row));
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!all[i].was_there_already) index_words(scope, writer, directory, all[i].interaction, rows[i]);
    changes.write(writer, scope.institution);
    audit::record_change(scope, writer,
                         {.action = "recorded many",
                          .subject = "interaction",
                          .subject_id = std::nullopt,
                          .details = "{\"count\":" + std::to_string(all.size()) + "}"});
    return all;
  });
}

}  // namespace rapport::interactions
