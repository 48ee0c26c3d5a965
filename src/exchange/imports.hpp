// The front door of imports: take a file, match its columns, try it, run it, undo it. Administrators only.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import.hpp"
#include "exchange/likely_pairs.hpp"
#include "interactions/directory.hpp"

namespace rapport::exchange {

/// Keeps the file in parts and guesses its columns: a few MB beside `bytes`. Invalid (field `file`): no CSV.
[[nodiscard]] Result<Id<Import>> upload(Scope& scope, ImportKind kind, std::string_view file_name,
                                        std::string_view bytes);
[[nodiscard]] Result<Import> get_import(Scope& scope, Id<Import> id);
[[nodiscard]] std::vector<Import> earlier_imports(Scope& scope);
/// Invalid: faults_of. Conflict once it has run.
[[nodiscard]] Result<Done> choose_columns(Scope& scope, Id<Import> id, const ImportChoices& choices);

/// For each column the first of what stands in it, at most three; empty where nothing does.
using ColumnSamples = std::vector<std::vector<std::string>>;
[[nodiscard]] Result<ColumnSamples> column_samples(Scope& scope, const Import& import);

/// How many faults a page lists.
inline constexpr int faults_shown = 50;

struct Trial {
  ImportCounts counts;
  std::vector<RowFault> faults;   ///< the first `faults_shown`
  std::vector<LikelyPair> pairs;  ///< who may be the same; both are kept unless somebody says otherwise
  int open_pairs = 0;             ///< that nobody has answered; `pairs` has the first of them
};
/// What running it would do. Writes nothing.
[[nodiscard]] Result<Trial> try_import(Scope& scope, const Directory& directory, Id<Import> id);
/// Whether the row on that line is the known person: asked once for each pair of a trial. Conflict once it
/// has run, NotFound where the line is no pair with that person.
struct PairAnswer {
  int line = 0;
  Id<Person> known = {};
  bool is_same = false;
};
[[nodiscard]] Result<Done> answer_pair(Scope& scope, const Directory& directory, Id<Import> id,
                                       const PairAnswer& answer);
/// Of a finished one those that were kept, else those of a trial; by line, the first `faults_shown`.
[[nodiscard]] Result<std::vector<RowFault>> faults_of_import(Scope& scope, const Directory& directory,
                                                             Id<Import> id);
/// All of them as CSV: the header with `line` and `reason`, and the rows as they stood in the file.
[[nodiscard]] Result<std::string> faults_csv(Scope& scope, const Directory& directory, Id<Import> id);

/// Asked after each part; true: stop, what was done stays.
using StopAsked = std::function<bool()>;
/// Marks it as running. Conflict where it is running or has run. `run_import` does the work then.
[[nodiscard]] Result<Done> begin_import(Scope& scope, Id<Import> id);
/// Good rows: 2,000 rows a transaction. All or none: one transaction, and with any fault nothing at all. How
/// it ended stands in the import. Where it throws, call `stop_import`; running it again changes nothing
/// twice.
Result<ImportCounts> run_import(Scope& scope, const Directory& directory, Id<Import> id,
                                const StopAsked& is_stop_asked = {});
void stop_import(Scope& scope, Id<Import> id, std::string_view message);

/// New people and departments that nothing refers to go, conversations are withdrawn, what was changed is put
/// back. What somebody changed since is left as it is; the answer names the first fifty. One transaction.
[[nodiscard]] Result<std::vector<std::string>> undo_import(Scope& scope, const Directory& directory,
                                                           Id<Import> id);

/// For the command line: columns as guessed.
struct ImportOptions {
  bool is_all_or_none = false;
  bool adds_people = false;
};
[[nodiscard]] Result<Import> import_file(Scope& scope, const Directory& directory, ImportKind kind,
                                         const std::string& path, const ImportOptions& options = {});

}  // namespace rapport::exchange
