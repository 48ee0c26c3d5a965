// The SQL of imports.
#include "exchange/import_store.hpp"

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
          .ended_at = row.optional_instant(13),
          .encoding = row.string(14),
          .delimiter = row.text(15).empty() ? ',' : row.text(15).front()};
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
      "insert into imports (institution_id, kind, file_name, file_hash, state, made_by, made_at) "
      "values ($1, $2, $3, $4, 'uploaded', $5, $6) returning id",
      institution, code(import.kind), import.file_name, import.file_hash, import.made_by, import.made_at);
}

std::optional<Import> find(db::Reader& reader, Id<Institution> institution, Id<Import> id) {
  return reader.one(
      "select id, kind, file_name, state, mapping, rows_total, rows_done, rows_new, rows_changed, rows_same, "
      "rows_faulty, made_by, made_at, ended_at, encoding, delimiter from imports where institution_id = $1 "
      "and id = $2",
      read_import, institution, id);
}

std::vector<Import> latest(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select id, kind, file_name, state, mapping, rows_total, rows_done, rows_new, rows_changed, rows_same, "
      "rows_faulty, made_by, made_at, ended_at, encoding, delimiter from imports where institution_id = $1 "
      "order by id desc limit "
      "100",
      read_import, institution);
}

void add_part(db::Writer& writer, Id<Institution> institution, Id<Import> id, int position,
              const spreadsheet::CsvPart& part) {
  writer.execute(
      "insert into import_parts (institution_id, import_id, position, first_line, content) "
      "values ($1, $2, $3, $4, $5)",
      institution, id, position, part.first_line, db::Blob{part.text});
}

void set_file(db::Writer& writer, Id<Institution> institution, Id<Import> id, const spreadsheet::CsvCut& file,
              const ImportChoices& choices) {
  writer.execute(
      "update imports set encoding = $3, delimiter = $4, rows_total = $5, mapping = $6 "
      "where institution_id = $1 and id = $2",
      institution, id, file.format.encoding, std::string(1, file.format.delimiter), file.records,
      choices_json(choices));
}

bool has_file(db::Reader& reader, Id<Institution> institution, Id<Import> id) {
  return reader.exists("select 1 from imports where institution_id = $1 and id = $2 and encoding <> ''",
                       institution, id);
}

bool read_part(db::Reader& reader, Id<Institution> institution, Id<Import> id, int position,
               const std::function<void(const spreadsheet::CsvPart&)>& take) {
  bool is_there = false;
  reader.each(
      "select first_line, content from import_parts where institution_id = $1 and import_id = $2 and "
      "position = $3",
      [&](const db::Row& row) {
        is_there = true;
        take({.first_line = row.number(0), .text = row.blob(1)});
      },
      institution, id, position);
  return is_there;
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

void drop_file(db::Writer& writer, Id<Institution> institution, Id<Import> id) {
  writer.execute("delete from import_parts where institution_id = $1 and import_id = $2", institution, id);
  writer.execute("update imports set encoding = '' where institution_id = $1 and id = $2", institution, id);
}

void stop_all_running(db::Writer& writer, Instant now) {
  writer.execute(
      "update imports set state = 'failed', ended_at = $1 where state = 'running' and institution_id in "
      "(select id from institutions)",
      now);
}

void drop_faults(db::Writer& writer, Id<Institution> institution, Id<Import> id) {
  writer.execute("delete from import_faults where institution_id = $1 and import_id = $2", institution, id);
}

void add_faults(db::Writer& writer, Id<Institution> institution, Id<Import> id,
                const std::vector<RowFault>& faults) {
  for (const auto& fault : faults)
    writer.send(
        "insert into import_faults (institution_id, import_id, line, reason, cells) values ($1, $2, $3, $4, "
        "$5) "
        "on conflict (institution_id, import_id, line) do nothing",
        institution, id, fault.line, fault.reason, cells_json(fault.cells));
}

void each_fault(db::Reader& reader, Id<Institution> institution, Id<Import> id, int limit,
                const FaultSink& take) {
  reader.each(
      "select line, reason, cells from import_faults where institution_id = $1 and import_id = $2 "
      "order by line limit $3",
      [&](const db::Row& row) {
        take({row.number(0), row.string(1), cells_of(row.text(2))});
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

std::vector<KeptChange> changes_before(db::Reader& reader, Id<Institution> institution, Id<Import> id,
                                       std::int64_t position, int limit) {
  return reader.all(
      "select position, subject, subject_id, before from import_changes where institution_id = $1 and "
      "import_id = $2 and position < $3 order by position desc limit $4",
      [](const db::Row& row) {
        return KeptChange{row.integer(0), {row.string(1), row.integer(2), row.string(3)}};
      },
      institution, id, position, limit);
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
