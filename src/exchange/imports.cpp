// Taking a file, matching its columns, trying it. Running is in import_run.cpp, undoing in import_undo.cpp.
#include "exchange/imports.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "audit/audit.hpp"
#include "base/memory.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "exchange/import_file.hpp"
#include "exchange/import_plan.hpp"
#include "exchange/import_store.hpp"

namespace rapport::exchange {
namespace {

constexpr int faults_max = 1'000'000;
constexpr int many_rows = 20'000;
constexpr std::size_t samples_shown = 3;
constexpr std::size_t sample_length = 40;

bool may_import(const Scope& scope) {
  return scope.viewer.is(Role::administrator);
}
Refusal not_yours() {
  return forbidden("Imports are for administrators. Ask one of them.");
}

Result<Id<Import>> upload_file(Scope& scope, ImportKind kind, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return invalid("file", "Cannot open " + path + ".");
  std::string bytes(std::filesystem::file_size(path), '\0');
  bytes.resize(
      static_cast<std::size_t>(file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())).gcount()));
  return upload(scope, kind, path.substr(path.rfind('/') + 1), bytes);
}

/// The parts of the file; its header is guessed from.
Result<Done> keep_file(db::Writer& writer, Id<Institution> institution, Id<Import> id, ImportKind kind,
                       std::string_view bytes) {
  int position = 0;
  const auto file = spreadsheet::cut_csv(bytes, [&](const spreadsheet::CsvPart& part) {
    import_store::add_part(writer, institution, id, position++, part);
  });
  if (!file) return file.refusal();
  import_store::set_file(writer, institution, id, *file, guess_choices(kind, file->format.header));
  return Done{};
}

/// The import, as it would be run now; its faults as they are found.
Result<Trial> tried(Scope& scope, const Directory& directory, const Import& import,
                    const FaultSink& take_fault) {
  auto file = ImportFile::open(scope, import);
  if (!file) return file.refusal();
  Trial trial;
  {
    const auto plan = plan_import(import.kind, {scope, directory, *file, import.choices, take_fault});
    trial = {plan->counts(), {}, plan->pairs(), plan->open_pairs()};
  }
  if (trial.counts.total > many_rows) give_memory_back();
  return trial;
}

bool is_untried(const Import& import) {
  return import.state == ImportState::uploaded;
}

/// False where every column has its samples.
bool add_samples(ColumnSamples& samples, const spreadsheet::CsvRow& row) {
  bool is_wanting = false;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (samples[i].size() < samples_shown && !row.cells[i].empty())
      samples[i].push_back(shorten(row.cells[i], sample_length));
    is_wanting = is_wanting || samples[i].size() < samples_shown;
  }
  return is_wanting;
}

}  // namespace

Result<Id<Import>> upload(Scope& scope, ImportKind kind, std::string_view file_name, std::string_view bytes) {
  if (!may_import(scope)) return not_yours();
  if (bytes.empty()) return invalid("file", "Choose a file.");
  return scope.write([&](db::Writer& writer) -> Result<Id<Import>> {
    const auto id = import_store::insert(writer, scope.institution,
                                         {.kind = kind,
                                          .file_name = shorten(tidy_line(file_name), 120),
                                          .file_hash = sha256_hex(bytes),
                                          .made_by = scope.viewer.staff,
                                          .made_at = scope.now});
    if (auto kept = keep_file(writer, scope.institution, id, kind, bytes); !kept) return kept.refusal();
    audit::record_change(scope, writer, {.action = "uploaded", .subject = "import", .subject_id = id.value});
    return id;
  });
}

Result<Import> get_import(Scope& scope, Id<Import> id) {
  if (!may_import(scope)) return not_yours();
  auto found =
      scope.read([&](db::Reader& reader) { return import_store::find(reader, scope.institution, id); });
  if (!found) return not_found("That import is not here.");
  return std::move(*found);
}

std::vector<Import> earlier_imports(Scope& scope) {
  if (!may_import(scope)) return {};
  return scope.read([&](db::Reader& reader) { return import_store::latest(reader, scope.institution); });
}

Result<Done> choose_columns(Scope& scope, Id<Import> id, const ImportChoices& choices) {
  const auto import = get_import(scope, id);
  if (!import) return import.refusal();
  if (import->state != ImportState::uploaded && import->state != ImportState::failed)
    return conflict("This import has run already. Upload the file again to change its columns.");
  auto kept = choices;
  kept.header = import->choices.header;
  if (auto faults = faults_of(import->kind, kept); !faults.empty()) return invalid(std::move(faults));
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    import_store::set_choices(writer, scope.institution, id, kept);
    audit::record_change(scope, writer, {.action = "matched", .subject = "import", .subject_id = id.value});
    return Done{};
  });
}

Result<ColumnSamples> column_samples(Scope& scope, const Import& import) {
  auto file = ImportFile::open(scope, import);
  if (!file) return file.refusal();
  ColumnSamples samples(import.choices.header.size());
  for (int position = 0; const auto* part = file->part(position); ++position)
    for (const auto& row : part->rows)
      if (!add_samples(samples, row)) return samples;
  return samples;
}

Result<Trial> try_import(Scope& scope, const Directory& directory, Id<Import> id) {
  const auto import = get_import(scope, id);
  if (!import) return import.refusal();
  std::vector<RowFault> faults;
  auto trial = tried(scope, directory, *import, [&](const RowFault& fault) {
    if (faults.size() < faults_shown) faults.push_back(fault);
  });
  if (!trial) return trial;
  std::ranges::stable_sort(faults, {}, &RowFault::line);
  trial->faults = std::move(faults);
  return trial;
}

Result<Done> answer_pair(Scope& scope, const Directory& directory, Id<Import> id, const PairAnswer& answer) {
  const auto import = get_import(scope, id);
  if (!import) return import.refusal();
  const auto trial = try_import(scope, directory, id);
  if (!trial) return trial.refusal();
  const auto is_it = [&](const LikelyPair& pair) {
    return pair.line == answer.line && pair.known.person.id == answer.known;
  };
  if (std::ranges::none_of(trial->pairs, is_it)) return not_found("That line is no longer in question.");
  auto choices = import->choices;
  choices.answers[answer.line] = answer.is_same ? answer.known.value : 0;
  return choose_columns(scope, id, choices);
}

Result<std::vector<RowFault>> faults_of_import(Scope& scope, const Directory& directory, Id<Import> id) {
  const auto import = get_import(scope, id);
  if (!import) return import.refusal();
  if (is_untried(*import)) {
    auto trial = try_import(scope, directory, id);
    if (!trial) return trial.refusal();
    return std::move(trial->faults);
  }
  std::vector<RowFault> faults;
  scope.read([&](db::Reader& reader) {
    import_store::each_fault(reader, scope.institution, id, faults_shown,
                             [&](const RowFault& fault) { faults.push_back(fault); });
  });
  return faults;
}

Result<std::string> faults_csv(Scope& scope, const Directory& directory, Id<Import> id) {
  const auto import = get_import(scope, id);
  if (!import) return import.refusal();
  std::string text(spreadsheet::csv_byte_order_mark);
  auto header = import->choices.header;
  header.insert(header.begin(), {"line", "reason"});
  spreadsheet::append_csv_row(text, header);
  const FaultSink append = [&](const RowFault& fault) {
    auto cells = fault.cells;
    cells.insert(cells.begin(), {std::to_string(fault.line), fault.reason});
    cells.resize(std::max(cells.size(), header.size()));
    spreadsheet::append_csv_row(text, cells);
  };
  if (is_untried(*import)) {
    if (const auto trial = tried(scope, directory, *import, append); !trial) return trial.refusal();
    return text;
  }
  scope.read([&](db::Reader& reader) {
    import_store::each_fault(reader, scope.institution, id, faults_max, append);
  });
  return text;
}

Result<Import> import_file(Scope& scope, const Directory& directory, ImportKind kind, const std::string& path,
                           const ImportOptions& options) {
  const auto id = upload_file(scope, kind, path);
  if (!id) return id.refusal();
  const auto import = get_import(scope, *id);
  if (!import) return import.refusal();
  auto choices = import->choices;
  choices.is_all_or_none = options.is_all_or_none;
  choices.adds_people = options.adds_people;
  if (const auto done = choose_columns(scope, *id, choices); !done) return done.refusal();
  if (const auto done = begin_import(scope, *id); !done) return done.refusal();
  try {
    if (const auto counts = run_import(scope, directory, *id); !counts) return counts.refusal();
  } catch (...) {
    stop_import(scope, *id, "It was interrupted. Run it again: nothing is changed twice.");
    throw;
  }
  return get_import(scope, *id);
}

}  // namespace rapport::exchange
