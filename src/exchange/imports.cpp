// Taking a file, matching its columns, trying it. Running is in import_run.cpp, undoing in import_undo.cpp.
#include "exchange/imports.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "exchange/import_plan.hpp"
#include "exchange/import_store.hpp"

namespace rapport::exchange {
namespace {

constexpr int faults_max = 1'000'000;

bool may_import(const Scope& scope) {
  return scope.viewer.is(Role::administrator);
}
Refusal not_yours() {
  return forbidden("Imports are for administrators. Ask one of them.");
}

Result<Id<Import>> upload_file(Scope& scope, ImportKind kind, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return invalid("file", "Cannot open " + path + ".");
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  return upload(scope, kind, path.substr(path.rfind('/') + 1), bytes);
}

}  // namespace

Result<Id<Import>> upload(Scope& scope, ImportKind kind, std::string_view file_name, std::string_view bytes) {
  if (!may_import(scope)) return not_yours();
  if (bytes.empty()) return invalid("file", "Choose a file.");
  const auto table = spreadsheet::read_csv(bytes);
  if (!table) return table.refusal();
  const auto choices = guess_choices(kind, table->header);
  return scope.write([&](db::Writer& writer) -> Result<Id<Import>> {
    const auto id = import_store::insert(writer, scope.institution,
                                         {.kind = kind,
                                          .file_name = shorten(tidy_line(file_name), 120),
                                          .content = bytes,
                                          .choices = choices,
                                          .made_by = scope.viewer.staff,
                                          .made_at = scope.now});
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

Result<CsvTable> read_file(Scope& scope, Id<Import> id) {
  if (!may_import(scope)) return not_yours();
  const auto bytes =
      scope.read([&](db::Reader& reader) { return import_store::content(reader, scope.institution, id); });
  if (!bytes) return not_found("The file of that import is not kept any more.");
  return spreadsheet::read_csv(*bytes);
}

Result<Trial> try_import(Scope& scope, const Directory& directory, Id<Import> id) {
  const auto import = get_import(scope, id);
  if (!import) return import.refusal();
  const auto table = read_file(scope, id);
  if (!table) return table.refusal();
  const auto plan = plan_import(scope, directory, import->kind, *table, import->choices);
  return Trial{plan->counts(), plan->faults(), plan->pairs()};
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
  if (import->state == ImportState::uploaded) {
    auto trial = try_import(scope, directory, id);
    if (!trial) return trial.refusal();
    return std::move(trial->faults);
  }
  return scope.read(
      [&](db::Reader& reader) { return import_store::faults(reader, scope.institution, id, faults_max); });
}

std::string faults_csv(const Import& import, const std::vector<RowFault>& faults) {
  std::string text(spreadsheet::csv_byte_order_mark);
  auto header = import.choices.header;
  header.insert(header.begin(), {"line", "reason"});
  spreadsheet::append_csv_row(text, header);
  for (const auto& fault : faults) {
    auto cells = fault.cells;
    cells.insert(cells.begin(), {std::to_string(fault.line), fault.reason});
    cells.resize(std::max(cells.size(), header.size()));
    spreadsheet::append_csv_row(text, cells);
  }
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
