// The front door of people: saying that two records are one person, and taking that back.
#include "audit/audit.hpp"
#include "json/json.hpp"
#include "people/people_change.hpp"

namespace rapport::people {
namespace {

/// Both show in the names that are kept in memory, and both pages have changed.
void tell_both(Scope& scope, db::Writer& writer, Id<Person> remaining, Id<Person> duplicate,
               std::string_view action) {
  const auto version = next_directory_version(writer, scope.institution);
  for (const auto id : {remaining, duplicate})
    person_store::set_directory_version(writer, scope.institution, id, version);
  const json::Object details{{"into", remaining.value}};
  audit::record_change(scope, writer,
                       {.action = action,
                        .subject = "person",
                        .subject_id = duplicate.value,
                        .details = json::write(json::Value(details))});
}

}  // namespace

Result<Done> merge(Scope& scope, Id<Person> remaining, Id<Person> duplicate) {
  if (!may_write(scope.viewer)) return only_reads();
  if (remaining == duplicate) return invalid("with", "Choose the other record: this is the same one.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto into = person_store::find_remaining(writer, scope.institution, remaining);
    const auto from = person_store::find_remaining(writer, scope.institution, duplicate);
    if (!into || !from) return unknown();
    if (*into == *from) return Done{};
    person_store::set_merged_into(writer, scope.institution, *from, *into);
    tell_both(scope, writer, *into, *from, "merged");
    return Done{};
  });
}

Result<Done> undo_merge(Scope& scope, Id<Person> duplicate) {
  if (!may_write(scope.viewer)) return only_reads();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto remaining = person_store::find_remaining(writer, scope.institution, duplicate);
    if (!remaining) return unknown();
    if (*remaining == duplicate) return Done{};
    person_store::set_merged_into(writer, scope.institution, duplicate, std::nullopt);
    tell_both(scope, writer, *remaining, duplicate, "merge_undone");
    return Done{};
  });
}

}  // namespace rapport::people
