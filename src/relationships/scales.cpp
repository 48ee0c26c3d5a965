// The front door of a library's levels.
#include "relationships/scales.hpp"

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "relationships/relationship_store.hpp"
#include "relationships/scale_store.hpp"

namespace rapport::relationships {

std::vector<int> relationships_by_level(Scope& scope) {
  return scope.read([&](db::Reader& reader) {
    const auto scale = scale_store::current(reader, scope.institution);
    std::vector<int> counts(scale.levels.size());
    for (const auto& [level, count] : relationship_store::counts_by_level(reader, scope.institution))
      if (scale.has(level)) counts[static_cast<std::size_t>(level)] = count;
    return counts;
  });
}

Result<int> change_scale(Scope& scope, const ScaleDraft& draft) {
  if (!scope.viewer.is(Role::administrator))
    return forbidden("Administrators change the levels. Ask one of them.");
  auto whole = draft;
  whole.because = tidy_line(draft.because);
  return scope.write([&](db::Writer& writer) -> Result<int> {
    const auto in = scope.institution;
    scale_store::keep_starting_scale(writer, in, scope.now);
    const auto today = scale_store::current(writer, in);
    if (today.version != whole.seen_version)
      return conflict("Somebody has changed the levels while you were writing. Your words are kept below.");
    if (auto faults = faults_of(whole, today); !faults.empty()) return invalid(std::move(faults));
    const Scale next{.version = today.version + 1,
                     .levels = whole.levels,
                     .mapping = whole.mapping,
                     .because = whole.because,
                     .made_by = scope.viewer.staff,
                     .made_at = scope.now};
    scale_store::insert(writer, in, next);
    relationship_store::map_levels(writer, in, next.version);
    // Pages that browsers keep name levels: they hang on this number.
    (void)next_directory_version(writer, in);
    audit::record_change(scope, writer,
                         {.action = "changed", .subject = "level_scale", .subject_id = next.version});
    return next.version;
  });
}

}  // namespace rapport::relationships
