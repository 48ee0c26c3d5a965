// Keeps a library's kinds.
#include "interactions/kinds.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "interactions/kind_store.hpp"
#include "organisation/slug.hpp"

namespace rapport::interactions {
namespace {

constexpr int own_particularity = 5;  // a library's own word is meant before the usual ones
constexpr std::string_view own_icon = "message-circle";

Refusal for_administrators() {
  return forbidden("Administrators change the kinds of conversation.");
}

std::vector<KindEntry> entries(const std::vector<KindRow>& rows) {
  std::vector<KindEntry> all;
  all.reserve(rows.size());
  for (const auto& row : rows) all.push_back(row.kind);
  return all;
}

/// The icon of the first kind of that family that every library starts with.
std::string icon_for(Family family) {
  const auto kinds = starting_kinds();
  const auto found = std::ranges::find(kinds, family, &KindEntry::family);
  return found == kinds.end() ? std::string(own_icon) : found->icon;
}

std::string free_code(std::string_view name, const std::vector<KindEntry>& all) {
  const auto words = slug_words(name);
  const auto base = words.empty() ? std::string("kind") : words;
  auto code = base;
  for (int number = 2; std::ranges::count(all, code, &KindEntry::code) > 0; ++number)
    code = base + "-" + std::to_string(number);
  return code;
}

}  // namespace

std::vector<KindRow> kinds(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return kind_store::all(reader, scope.institution); });
}

Result<KindRow> get_kind(Scope& scope, Id<InteractionKind> id) {
  const auto rows = kinds(scope);
  const auto found = std::ranges::find(rows, id, [](const KindRow& row) { return row.kind.id; });
  if (found == rows.end()) return not_found("There is no such kind of conversation.");
  return *found;
}

Result<Id<InteractionKind>> add_kind(Scope& scope, const KindDraft& draft) {
  if (!scope.viewer.is(Role::administrator)) return for_administrators();
  return scope.write([&](db::Writer& writer) -> Result<Id<InteractionKind>> {
    const auto all = entries(kind_store::all(writer, scope.institution));
    auto kind = checked(draft, {}, all);
    if (!kind) return kind.refusal();
    kind->code = free_code(kind->name, all);
    kind->icon = icon_for(kind->family);
    kind->particularity = own_particularity;
    const auto id = kind_store::insert(writer, scope.institution, *kind);
    audit::record_change(scope, writer,
                         {.action = "added", .subject = "interaction_kind", .subject_id = id.value});
    return id;
  });
}

Result<Done> change_kind(Scope& scope, Id<InteractionKind> id, std::int64_t edition, const KindDraft& draft) {
  if (!scope.viewer.is(Role::administrator)) return for_administrators();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto rows = kind_store::all(writer, scope.institution);
    const auto row = std::ranges::find(rows, id, [](const KindRow& one) { return one.kind.id; });
    if (row == rows.end()) return not_found("There is no such kind of conversation.");
    if (row->edition != edition)
      return conflict("Somebody changed this kind meanwhile. Look at it as it is now, then change it again.");
    const auto kind = checked(draft, row->kind, entries(rows));
    if (!kind) return kind.refusal();
    kind_store::update(writer, scope.institution, *kind);
    const bool was_outcome = row->kind.outcome_value > 0;
    if (was_outcome != (kind->outcome_value > 0)) kind_store::note_changes(writer, scope.institution, id);
    audit::record_change(scope, writer,
                         {.action = "changed", .subject = "interaction_kind", .subject_id = id.value});
    return Done{};
  });
}

}  // namespace rapport::interactions
