// The SQL of imports, their faults and what they changed; rows to values and back, nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "exchange/import.hpp"
#include "exchange/import_plan.hpp"

namespace rapport::exchange::import_store {

struct NewImport {
  ImportKind kind = ImportKind::people;
  std::string_view file_name;
  std::string_view content;
  const ImportChoices& choices;
  Id<Staff> made_by;
  Instant made_at;
};
[[nodiscard]] Id<Import> insert(db::Writer& writer, Id<Institution> institution, const NewImport& import);
[[nodiscard]] std::optional<Import> find(db::Reader& reader, Id<Institution> institution, Id<Import> id);
/// The latest hundred, newest first.
[[nodiscard]] std::vector<Import> latest(db::Reader& reader, Id<Institution> institution);
/// Nothing where it has been let go of.
[[nodiscard]] std::optional<std::string> content(db::Reader& reader, Id<Institution> institution,
                                                 Id<Import> id);

void set_choices(db::Writer& writer, Id<Institution> institution, Id<Import> id,
                 const ImportChoices& choices);
void set_counts(db::Writer& writer, Id<Institution> institution, Id<Import> id, const ImportCounts& counts);
void set_state(db::Writer& writer, Id<Institution> institution, Id<Import> id, ImportState state,
               std::optional<Instant> ended_at);
/// The file's bytes are not needed any more.
void drop_content(db::Writer& writer, Id<Institution> institution, Id<Import> id);
/// What was running when the program ended has stopped.
void stop_all_running(db::Writer& writer, Instant now);

void replace_faults(db::Writer& writer, Id<Institution> institution, Id<Import> id,
                    const std::vector<RowFault>& faults);
/// By line.
[[nodiscard]] std::vector<RowFault> faults(db::Reader& reader, Id<Institution> institution, Id<Import> id,
                                           int limit);

void add_changes(db::Writer& writer, Id<Institution> institution, Id<Import> id,
                 const std::vector<MadeChange>& changes);
/// The last one first.
[[nodiscard]] std::vector<MadeChange> changes(db::Reader& reader, Id<Institution> institution, Id<Import> id);
/// People whom the import made and about whom something has been written or changed since.
[[nodiscard]] std::vector<Id<Person>> people_in_use(db::Reader& reader, Id<Institution> institution,
                                                    Id<Import> id);

}  // namespace rapport::exchange::import_store
