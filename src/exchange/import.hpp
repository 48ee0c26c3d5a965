// An import: a file somebody gave, which column means what, and how far it has come. Plain data; no SQL, no
// HTTP.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "scope/scope.hpp"

namespace rapport::exchange {

enum class ImportKind { people, departments, interactions, measures };
[[nodiscard]] std::string_view code(ImportKind kind);
[[nodiscard]] std::string_view words(
    ImportKind kind);  ///< "People", "Departments", "Conversations", "Figures"
[[nodiscard]] std::optional<ImportKind> import_kind_of(std::string_view code);

enum class ImportState { uploaded, running, done, failed, undone };
[[nodiscard]] std::string_view code(ImportState state);
[[nodiscard]] std::string_view words(ImportState state);
[[nodiscard]] std::optional<ImportState> import_state_of(std::string_view code);

/// What a column may mean. `synonyms` are folded header words, separated by commas.
struct ImportField {
  std::string_view code;
  std::string_view label;
  std::string_view hint;
  std::string_view synonyms;
};
[[nodiscard]] std::span<const ImportField> fields_of(ImportKind kind);

/// What whoever imports has chosen. Columns count from 0.
struct ImportChoices {
  std::map<std::string, int, std::less<>> columns = {};  ///< field code -> column
  bool is_all_or_none = false;
  bool adds_people = false;  ///< of an interaction sheet: names that nobody has become people
  /// Of a file of people: by line, who it was said to be; 0 for somebody else.
  std::map<int, std::int64_t> answers = {};
  std::vector<std::string> header = {};
  std::string message = {};  ///< how it ended, where that needs words
};
/// By the words of the header; each column once.
[[nodiscard]] ImportChoices guess_choices(ImportKind kind, const std::vector<std::string>& header);
/// A name for people, a name for departments, a date and somebody or somewhere for interactions, for figures
/// what, where and when. Field names are `column_` and the code.
[[nodiscard]] std::vector<Fault> faults_of(ImportKind kind, const ImportChoices& choices);
[[nodiscard]] std::string choices_json(const ImportChoices& choices);
/// Empty choices for an empty text.
[[nodiscard]] ImportChoices choices_of(std::string_view json);

/// One row's cells by what they mean.
class RowCells {
 public:
  RowCells(const ImportChoices& choices, std::span<const std::string_view> cells)
      : choices_(choices), cells_(cells) {}
  /// Without white space around it; empty where no column was chosen.
  [[nodiscard]] std::string_view text(std::string_view field) const;

 private:
  const ImportChoices& choices_;
  std::span<const std::string_view> cells_;
};

struct RowFault {
  int line = 0;
  std::string reason = {};
  std::vector<std::string> cells = {};

  friend bool operator==(const RowFault&, const RowFault&) = default;
};
/// Gets faults as they are found: a file may have one on each line.
using FaultSink = std::function<void(const RowFault&)>;

struct ImportCounts {
  int total = 0;
  int done = 0;
  int fresh = 0;
  int changed = 0;
  int same = 0;
  int faulty = 0;

  friend bool operator==(const ImportCounts&, const ImportCounts&) = default;
};

struct Import {
  Id<Import> id = {};
  ImportKind kind = ImportKind::people;
  std::string file_name = {};
  ImportState state = ImportState::uploaded;
  ImportChoices choices = {};
  ImportCounts counts = {};
  Id<Staff> made_by = {};
  Instant made_at = {};
  std::optional<Instant> ended_at = {};
  std::string encoding = {};  ///< the file's, as long as it is kept
  char delimiter = ',';
};

}  // namespace rapport::exchange
