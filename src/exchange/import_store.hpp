// The SQL of imports, their faults and what they changed; rows to values and back, nothing else.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "exchange/import.hpp"
#include "exchange/import_plan.hpp"
#include "spreadsheet/csv.hpp"

namespace rapport::exchange::import_store {

struct NewImport {
  ImportKind kind = ImportKind::people;
  std::string_view file_name;
  std::string file_hash;
  Id<Staff> made_by;
  Instant made_at;
};
/// Without its file: `add_part`, then `set_file`.
[[nodiscard]] Id<Import> insert(db::Writer& writer, Id<Institution> institution, const NewImport& import);
[[nodiscard]] std::optional<Import> find(db::Reader& reader, Id<Institution> institution, Id<Import> id);
/// The latest hundred, newest first.
[[nodiscard]] std::vector<Import> latest(db::Reader& reader, Id<Institution> institution);
/// The next part of the file; positions count from 0.
void add_part(db::Writer& writer, Id<Institution> institution, Id<Import> id, int position,
              const spreadsheet::CsvPart& part);
/// How the file is read, how many lines it has, and which column is what.
void set_file(db::Writer& writer, Id<Institution> institution, Id<Import> id, const spreadsheet::CsvCut& file,
              const ImportChoices& choices);
/// False once it has been let go of.
[[nodiscard]] bool has_file(db::Reader& reader, Id<Institution> institution, Id<Import> id);
/// False where there is no such part. It holds until `take` returns.
bool read_part(db::Reader& reader, Id<Institution> institution, Id<Import> id, int position,
               const std::function<void(const spreadsheet::CsvPart&)>& take);

void set_choices(db::Writer& writer, Id<Institution> institution, Id<Import> id,
                 const ImportChoices& choices);
void set_counts(db::Writer& writer, Id<Institution> institution, Id<Import> id, const ImportCounts& counts);
void set_state(db::Writer& writer, Id<Institution> institution, Id<Import> id, ImportState state,
               std::optional<Instant> ended_at);
/// The file is not needed any more.
void drop_file(db::Writer& writer, Id<Institution> institution, Id<Import> id);
/// What was running when the program ended has stopped.
void stop_all_running(db::Writer& writer, Instant now);

void drop_faults(db::Writer& writer, Id<Institution> institution, Id<Import> id);
void add_faults(db::Writer& writer, Id<Institution> institution, Id<Import> id,
                const std::vector<RowFault>& faults);
/// By line, the first `limit` of them.
void each_fault(db::Reader& reader, Id<Institution> institution, Id<Import> id, int limit,
                const FaultSink& take);

void add_changes(db::Writer& writer, Id<Institution> institution, Id<Import> id,
                 const std::vector<MadeChange>& changes);
struct KeptChange {
  std::int64_t position = 0;
  MadeChange change = {};
};
/// Those before a position, at most `limit`, the last one first.
[[nodiscard]] std::vector<KeptChange> changes_before(db::Reader& reader, Id<Institution> institution,
                                                     Id<Import> id, std::int64_t position, int limit);
/// People whom the import made and about whom something has been written or changed since.
[[nodiscard]] std::vector<Id<Person>> people_in_use(db::Reader& reader, Id<Institution> institution,
                                                    Id<Import> id);

}  // namespace rapport::exchange::import_store
