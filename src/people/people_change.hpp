// What every verb that changes one person has in common: permission, transaction, version, audit. For this
// folder alone.
#pragma once

#include "audit/audit.hpp"
#include "people/people.hpp"
#include "people/person_contact.hpp"
#include "people/person_store.hpp"

namespace rapport::people {

[[nodiscard]] Refusal unknown();

/// Whether the change shows in the names that are kept in memory, or on the person's own page only.
enum class Shows { in_directory, on_page };

/// Runs `work(writer, person)` in a transaction for the person who remains of `id`, and records it.
template <class Work>
Result<Done> change(Scope& scope, Id<Person> id, Shows shows, audit::Change what, Work&& work) {
  if (!may_write(scope.viewer)) return only_reads();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto person = person_store::find_remaining(writer, scope.institution, id);
    if (!person) return unknown();
    Result<Done> done = work(writer, *person);
    if (!done) return done;
    if (shows == Shows::in_directory)
      person_store::set_directory_version(writer, scope.institution, *person,
                                          next_directory_version(writer, scope.institution));
    else
      touch(writer, scope.institution, *person);
    what.subject_id = what.subject_id.value_or(person->value);
    audit::record_change(scope, writer, what);
    return done;
  });
}

}  // namespace rapport::people
