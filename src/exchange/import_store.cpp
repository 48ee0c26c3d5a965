// The SQL of imports.
#include "exchange/import_store.hpp"

#include "base/random.hpp"
#include "json/json.hpp"

namespace rapport::exchange::import_store {
namespace {

Import read_import(const db::Row& row) {
  return {.id = row.id<Import>(0),
          .kind = import_kind_of(row.text(1)).value_or(ImportKind::people),
          .file_name = row.string(2),
          .state = import_state_of(row.text(3)).value_or(ImportState::failed),
          .choices = choices_of(row.text(4)),
          .counts = {.total = row.number(5),
                     .done = row.number(6),
                     .fresh = row.number(7),
                     .changed = row.number(8),
                     .same = row.number(9),
                     .faulty = row.number(10)},
          .made_by = row.id<Staff>(11),
          .made_at = row.instant(12),
          .ended_at = row.optional_instant(13)};
}

std::vector<std::string> cells_of(std::string_view text) {
  std::vector<std::string> cells;
  const auto value = json::parse(text);
  if (!value || value->array() == nullptr) return cells;
  for (const auto& cell : *value->array()) cells.push_back(cell.string() != nullptr ? *cell.string() : "");
  return cells;
}

std::string cells_json(const std::vector<std::string>& cells) {
  json::Array array;
  for (const auto& cell : cells) array.emplace_back(cell);
  return json::write(json::Value(std::move(array)));
}

}  // namespace

Id<Import> insert(db::Writer& writer, Id<Institution> institution, const NewImport& import) {
  return writer.insert<Import>(
      "insert into imports (institution_id, kind, file_name, file_hash, content, mapping, state, made_by, "
      "made_at) values ($1, $2, $3, $4, $5, $6, 'uploaded', $7, $8) returning id",
      institution, code(import.kind), import.file_name, sha256_hex(import.content), db::Blob{import.content},
      choices_json(import.choices), import.made_by, import.made_at);
}

std::optional<Import> find(db::Reader& reader, Id<Institution> institution, Id<Import> id) {
  return reader.one(
      "select id, kind, file_name, state, mapping, rows_total, rows_done, rows_new, rows_changed, rows_same, "
      "rows_faulty, made_by, made_at, ended_at from imports where institution_id = $1 and id = $2",
      read_import, institution, id);
}

std::vector<Import> latest(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select id, kind, file_name, state, mapping, rows_total, rows_done, rows_new, rows_changed, rows_same, "
      "rows_faulty, made_by, made_at, ended_at from imports where institution_id = $1 order by id desc limit "
      "100",
      read_import, institution);
}

std::optional<std::string> content(db::Reader& reader, Id<Institution> institution, Id<Import> id) {
  const auto found = reader.one(
      "select content from imports where institution_id = $1 and id = $2",
      [](const db::Row& row) {
        return row.is_null(0) ? std::nullopt : std::optional(std::string(row.blob(0)));
      },
      institution, id);
  return found ? *found : std::nullopt;
}

void set_choices(db::Writer& writer, Id<Institution> institution, Id<Import> id,
                 const ImportChoices& choices) {
  writer.execute("update imports set mapping = $3 where institution_id = $1 and id = $2", institution, id,
                 choices_json(choices));
}

void set_counts(db::Writer& writer, Id<Institution> institution, Id<Import> id, const ImportCounts& counts) {
  writer.execute(
      "update imports set rows_total = $3, rows_done = $4, rows_new = $5, rows_changed = $6, rows_same = $7, "
      "rows_faulty = $8 where institution_id = $1 and id = $2",
      institution, id, counts.total, counts.done, counts.fresh, counts.changed, counts.same, counts.faulty);
}

void set_state(db::Writer& writer, Id<Institution> institution, Id<Import> id, ImportState state,
               std::optional<Instant> ended_at) {
  writer.execute("update imports set state = $3, ended_at = $4 where institution_id = $1 and id = $2",
                 institution, id, code(state), ended_at);
}

void drop_content(db::Writer& writer, Id<Institution> institution, Id<Import> id) {
  writer.execute("update imports set content = null where institution_id = $1 and id = $2", institution, id);
}

void stop_all_running(db::Writer& writer, Instant now) {
  writer.execute(
      "update imports set state = 'failed', ended_at = $1 where state = 'running' and institution_id in "
      "(select id from institutions)",
      now);
}

void replace_faults(db::Writer& writer, Id<Institution> institution, Id<Import> id,
                    const std::vector<RowFault>& faults) {
  writer.send("delete from import_faults where institution_id = $1 and import_id = $2", institution, id);
  for (const auto& fault : faults)
    writer.send(
        "insert into import_faults (institution_id, import_id, line, reason, cells) values ($1, $2, $3, $4, "
        "$5) "
        "on conflict (institution_id, import_id, line) do nothing",
        institution, id, fault.line, fault.reason, cells_json(fault.cells));
}

std::vector<RowFault> faults(db::Reader& reader, Id<Institution> institution, Id<Import> id, int limit) {
  return reader.all(
      "select line, reason, cells from import_faults where institution_id = $1 and import_id = $2 "
      "order by line limit $3",
      [](const db::Row& row) {
        return RowFault{row.number(0), row.string(1), cells_of(row.text(2))};
      },
      institution, id, limit);
}

void add_changes(db::Writer& writer, Id<Institution> institution, Id<Import> id,
                 const std::vector<MadeChange>& changes) {
  auto position = writer.count(
      "select coalesce(max(position), 0) from import_changes where institution_id = $1 and import_id = $2",
      institution, id);
  for (const auto& change : changes)
    writer.send(
        "insert into import_changes (institution_id, import_id, position, subject, subject_id, before) "
        "values ($1, $2, $3, $4, $5, $6)",
        institution, id, ++position, change.subject, change.id, change.before);
}

std::vector<MadeChange> changes(db::Reader& reader, Id<Institution> institution, Id<Import> id) {
  return reader.all(
      "select subject, subject_id, before from import_changes where institution_id = $1 and import_id = $2 "
      "order by position desc",
      [](const db::Row& row) {
        return MadeChange{row.string(0), row.integer(1), row.string(2)};
      },
      institution, id);
}

std::vector<Id<Person>> people_in_use(db::Reader& reader, Id<Institution> institution, Id<Import> id) {
  return reader.all(
      "select p.id from import_changes c join persons p on p.institution_id = c.institution_id and p.id = "
      "c.subject_id where c.institution_id = $1 and c.import_id = $2 and c.subject = 'person' and c.before = "
      "'' "
      "and (p.version > 1 or p.merged_into is not null) order by p.id",
      [](const db::Row& row) { return row.id<Person>(0); }, institution, id);
}

}  // namespace rapport::exchange::import_store
