// The front door of erasing a person: one colleague asks, a second confirms, and nobody takes it back.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "governance/erasure.hpp"
#include "interactions/directory.hpp"
#include "interactions/interactions.hpp"
#include "scope/erasing.hpp"

namespace rapport::erasures {

/// What a chapter forgets in its own tables; all that keep something about people are handed in by the top.
using Forget = void (*)(db::Writer& writer, const Erasing& erasing);
using Owners = std::span<const Forget>;

/// Forbidden but for leaders and administrators. Conflict where one waits already; NotFound where nobody is
/// there.
[[nodiscard]] Result<Id<Erasure>> ask(Scope& scope, const Directory& directory, Id<Person> person,
                                      const ErasureDraft& draft);
/// By a second person: Forbidden for whoever asked. Conflict where somebody settled it already, or an import
/// is running. Everything in one transaction; nothing brings it back.
[[nodiscard]] Result<Done> confirm(Scope& scope, Owners owners, Id<Erasure> id);
/// By a second person, with a reason.
[[nodiscard]] Result<Done> refuse(Scope& scope, Id<Erasure> id, std::string_view because);
/// By whoever asked.
[[nodiscard]] Result<Done> withdraw(Scope& scope, Id<Erasure> id);

[[nodiscard]] Result<Erasure> get(Scope& scope, Id<Erasure> id);
/// That waits, about this person.
[[nodiscard]] std::optional<Erasure> open_of(Scope& scope, Id<Person> person);
/// By which this record was erased. Anybody may know when.
[[nodiscard]] std::optional<Erasure> erased_by(Scope& scope, Id<Person> record);
/// Nothing for those who may not erase.
[[nodiscard]] std::vector<Erasure> open(Scope& scope);
[[nodiscard]] std::vector<Erasure> settled(Scope& scope, int limit);
/// Those that wait for the viewer: asked by somebody else.
[[nodiscard]] std::vector<Erasure> waiting_for(Scope& scope);
/// "Only Gwen Hughes or Ada Price": who may confirm what `asker` asked for.
[[nodiscard]] std::vector<const StaffEntry*> who_may_confirm(const Directory& directory, Id<Staff> asker);

/// What would happen, before anything does.
struct Preview {
  std::vector<std::string> goes = {};  ///< "2 mail addresses"
  int alone = 0;                       ///< conversations with this person alone
  int shared = 0;                      ///< with others as well
  std::optional<Date> first_on = {};
  std::optional<Date> last_on = {};
  std::vector<Interaction> to_read = {};  ///< of the shared ones, those that the viewer may read; at most 200
  int not_shown = 0;                      ///< shared ones that the viewer may not read, or beyond those 200
  std::string word = {};                  ///< the family name, looked for elsewhere
  std::vector<Interaction> said_of = {};  ///< conversations of others in which it stands, at most 50
  struct Mention {
    std::string what = {};
    std::string address = {};
  };
  std::vector<Mention> mentions = {};
  std::vector<std::string> kept_names = {};  ///< that somebody else has too: they stay in texts
};
[[nodiscard]] Result<Preview> preview(Scope& scope, const Directory& directory, Id<Person> person);

/// Whether the database's file still holds bytes of what was erased.
[[nodiscard]] bool is_purge_due(Scope& scope);
/// Rewrites the file without what was deleted (db::purge), and notes it. False where nothing was due.
/// Cost: a copy of the database; writing waits meanwhile. Throws db::Error where the disk has no room.
bool purge(Scope& scope);

/// All that were confirmed, to be kept outside the database: for the command line, whoever owns it.
[[nodiscard]] std::vector<KeptErasure> list(Scope& scope);
/// Erases again whom a restored copy brought back. Records that are not there, or are somebody else by now,
/// are passed over. How many people were erased.
[[nodiscard]] Result<int> replay(Scope& scope, Owners owners, std::span<const KeptErasure> erasures);

}  // namespace rapport::erasures
