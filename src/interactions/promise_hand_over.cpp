// Open promises pass from one colleague to another.
#include "interactions/promise_hand_over.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "interactions/may_read.hpp"
#include "interactions/promise_store.hpp"
#include "people/person_contact.hpp"

namespace rapport::interactions {
namespace {

std::int64_t team_of(const Directory& directory, Id<Staff> staff) {
  const auto* member = directory.staff.find(staff);
  return member != nullptr && member->team ? member->team->value : 0;
}

bool is_job(const Scope& scope) {
  return scope.viewer.staff.value == 0;
}

bool may_pass_on(const Scope& scope) {
  return is_job(scope) || scope.viewer.is(Role::leader) || scope.viewer.is(Role::administrator);
}

std::vector<Promise> of_successor(Scope& scope, db::Reader& reader, const Directory& directory,
                                  const Successor& successor) {
  return promise_store::open_readable_to(reader, scope.institution, successor.from,
                                         {successor.to, team_of(directory, successor.to)});
}

/// As the viewer may read; a job has no eyes.
void leave_out_hidden(Scope& scope, db::Reader& reader, const Directory& directory, Id<Staff> from,
                      std::vector<Promise>& promises) {
  const auto mine = promise_store::open_readable_to(
      reader, scope.institution, from, {scope.viewer.staff, team_of(directory, scope.viewer.staff)});
  std::erase_if(promises, [&](const Promise& promise) {
    return std::ranges::find(mine, promise.id, &Promise::id) == mine.end();
  });
}

}  // namespace

std::vector<Promise> promises_to_pass_on(Scope& scope, const Directory& directory,
                                         const Successor& successor) {
  return scope.read([&](db::Reader& reader) {
    auto promises = of_successor(scope, reader, directory, successor);
    if (!is_job(scope)) leave_out_hidden(scope, reader, directory, successor.from, promises);
    return promises;
  });
}

Result<std::vector<Id<Promise>>> pass_promises_on(Scope& scope, const Directory& directory,
                                                  const Successor& successor,
                                                  std::span<const Id<Promise>> promises) {
  if (!may_pass_on(scope))
    return forbidden("Team leaders and administrators pass a colleague’s promises on.");
  return scope.write([&](db::Writer& writer) -> Result<std::vector<Id<Promise>>> {
    std::vector<Id<Promise>> moved;
    // A few statements for each of one colleague's promises.
    for (const auto& promise : promises_to_pass_on(scope, directory, successor)) {
      if (std::ranges::count(promises, promise.id) == 0) continue;
      promise_store::set_staff(writer, scope.institution, promise.id, successor.to);
      if (promise.person) people::touch(writer, scope.institution, *promise.person);
      audit::record_change(scope, writer,
                           {.action = "passed on",
                            .subject = "promise",
                            .subject_id = promise.id.value,
                            .details = "{\"from\":" + std::to_string(successor.from.value) +
                                       ",\"to\":" + std::to_string(successor.to.value) + "}"});
      moved.push_back(promise.id);
    }
    return moved;
  });
}

}  // namespace rapport::interactions
