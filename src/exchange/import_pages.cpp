// Pages of imports: form or path -> front door -> page or redirect.
#include "exchange/import_pages.hpp"

#include <charconv>

#include "exchange/import_views.hpp"
#include "http/uploaded_file.hpp"
#include "spreadsheet/csv.hpp"
#include "ui/page.hpp"

namespace rapport::exchange {
namespace {

/// An id that nothing has where the path holds no number.
Id<Import> import_of(const ui::Visit& visit) {
  const auto text = visit.request.parameter("import");
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return {error == std::errc() && end == text.data() + text.size() ? number : 0};
}

http::Response page(ui::Visit& visit, std::string title, html::Html content, int status = 200) {
  return ui::show(visit, {.title = std::move(title),
                          .section = ui::Section::import,
                          .content = std::move(content),
                          .status = status});
}

http::Response columns_page(ui::Visit& visit, const ImportChoices* typed, const std::vector<Fault>& faults) {
  const auto import = get_import(visit.scope, import_of(visit));
  if (!import) return ui::show_refusal(visit, import.refusal());
  const auto samples = column_samples(visit.scope, *import);
  if (!samples) return ui::show_refusal(visit, samples.refusal());
  const auto& choices = typed != nullptr ? *typed : import->choices;
  return page(visit, "Match columns", columns_view(visit, *import, choices, *samples, faults),
              faults.empty() ? 200 : 422);
}

ImportChoices read_choices(const http::Form& form, ImportKind kind) {
  ImportChoices choices;
  for (const auto& field : fields_of(kind))
    if (const auto column = form.number("column_" + std::string(field.code));
        column && *column >= 0 && *column < static_cast<long>(spreadsheet::csv_columns_max))
      choices.columns.emplace(field.code, static_cast<int>(*column));
  choices.is_all_or_none = form.value("whole") == "all";
  choices.adds_people = form.has("adds_people");
  return choices;
}

http::Response ended_page(ui::Visit& visit, const Directory& directory, const Import& import) {
  const auto faults = faults_of_import(visit.scope, directory, import.id);
  if (!faults) return ui::show_refusal(visit, faults.refusal());
  return page(visit, import.file_name, ended_view(visit, import, *faults));
}

}  // namespace

http::Response show_imports(ui::Visit& visit) {
  return page(visit, "Import", imports_view(visit, earlier_imports(visit.scope), ImportKind::people, {}));
}

http::Response create_import(ui::Visit& visit) {
  const auto form = visit.request.form();
  const auto kind = import_kind_of(form.value("kind"));
  const auto* file = form.file("file");
  if (kind && file != nullptr) {
    const auto bytes = http::uploaded_file(visit.request, "file").value_or("");
    const auto id = upload(visit.scope, *kind, file->file_name, bytes);
    if (id) return http::see_other(address_of(*id) + "/columns");
    if (id.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, id.refusal());
    return page(visit, "Import",
                imports_view(visit, earlier_imports(visit.scope), *kind, id.refusal().faults), 422);
  }
  std::vector<Fault> faults;
  if (!kind) faults.push_back({"kind", "Choose what is in the file."});
  if (file == nullptr) faults.push_back({"file", "Choose a file."});
  const auto chosen = kind.value_or(ImportKind::people);
  return page(visit, "Import", imports_view(visit, earlier_imports(visit.scope), chosen, faults), 422);
}

http::Response edit_columns(ui::Visit& visit) {
  return columns_page(visit, nullptr, {});
}

http::Response update_columns(ui::Visit& visit) {
  const auto import = get_import(visit.scope, import_of(visit));
  if (!import) return ui::show_refusal(visit, import.refusal());
  auto choices = read_choices(visit.request.form(), import->kind);
  choices.answers = import->choices.answers;
  const auto done = choose_columns(visit.scope, import->id, choices);
  if (done) return http::see_other(address_of(import->id) + "/same");
  if (done.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, done.refusal());
  return columns_page(visit, &choices, done.refusal().faults);
}

http::Response show_import(ui::Visit& visit, const Directory& directory) {
  const auto import = get_import(visit.scope, import_of(visit));
  if (!import) return ui::show_refusal(visit, import.refusal());
  if (visit.is_partial()) return ui::show_fragment(progress_view(*import));
  if (import->state == ImportState::running) return page(visit, import->file_name, running_view(*import));
  const bool is_tried = import->state == ImportState::uploaded ||
                        (import->state == ImportState::failed && visit.request.query.has("trial"));
  if (!is_tried) return ended_page(visit, directory, *import);
  const auto faults = faults_of(import->kind, import->choices);
  if (!faults.empty()) return http::see_other(address_of(import->id) + "/columns");
  const auto trial = try_import(visit.scope, directory, import->id);
  if (!trial) return ui::show_refusal(visit, trial.refusal());
  return page(visit, import->file_name, trial_view(visit, *import, *trial));
}

http::Response show_pairs(ui::Visit& visit, const Directory& directory) {
  const auto import = get_import(visit.scope, import_of(visit));
  if (!import) return ui::show_refusal(visit, import.refusal());
  const auto trial_address = address_of(import->id) + "?trial=1";
  const bool is_open = import->state == ImportState::uploaded || import->state == ImportState::failed;
  if (!is_open || import->kind != ImportKind::people) return http::see_other(trial_address);
  if (!faults_of(import->kind, import->choices).empty())
    return http::see_other(address_of(import->id) + "/columns");
  auto trial = try_import(visit.scope, directory, import->id);
  if (!trial) return ui::show_refusal(visit, trial.refusal());
  std::erase_if(trial->pairs, [](const LikelyPair& pair) { return pair.is_same.has_value(); });
  if (trial->pairs.empty()) return http::see_other(trial_address);
  return page(visit, "People who may be the same",
              pairs_view(visit, directory.org, *import, trial->pairs, trial->open_pairs));
}

http::Response answer_pairs(ui::Visit& visit, const Directory& directory) {
  const auto form = visit.request.form();
  const PairAnswer answer{.line = static_cast<int>(form.number("line").value_or(0)),
                          .known = {form.number("known").value_or(0)},
                          .is_same = form.value("answer") == "same"};
  const auto done = answer_pair(visit.scope, directory, import_of(visit), answer);
  if (!done) return ui::show_refusal(visit, done.refusal());
  return http::see_other(address_of(import_of(visit)) + "/same");
}

http::Response create_run(ui::Visit& visit, const Directory& directory, ImportRunner& runner) {
  const auto id = import_of(visit);
  const auto done = runner.start(visit.scope, id);
  if (done) return http::see_other(address_of(id));
  if (done.refusal().kind == Refusal::Kind::conflict) return show_import(visit, directory);
  return ui::show_refusal(visit, done.refusal());
}

http::Response remove_import(ui::Visit& visit, const Directory& directory) {
  const auto id = import_of(visit);
  const auto left = undo_import(visit.scope, directory, id);
  if (!left) return ui::show_refusal(visit, left.refusal());
  return ui::go(visit, address_of(id), left->empty() ? "Undone." : "Undone, but for what was changed since.");
}

http::Response download_faults(ui::Visit& visit, const Directory& directory) {
  const auto import = get_import(visit.scope, import_of(visit));
  if (!import) return ui::show_refusal(visit, import.refusal());
  auto csv = faults_csv(visit.scope, directory, import->id);
  if (!csv) return ui::show_refusal(visit, csv.refusal());
  return http::Response{.content_type = "text/csv; charset=utf-8", .body = std::move(*csv)}
      .with("Content-Disposition",
            "attachment; filename=\"to-look-at-" + std::to_string(import->id.value) + ".csv\"")
      .with("X-Content-Type-Options", "nosniff")
      .with("Cache-Control", "no-store");
}

}  // namespace rapport::exchange
