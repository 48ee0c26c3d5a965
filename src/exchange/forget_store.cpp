// Takes a person out of imports.
#include "exchange/forget_store.hpp"

#include <algorithm>

#include "exchange/import_store.hpp"

namespace rapport::exchange {
namespace {

constexpr std::string_view file_gone =
    "Somebody whom this file names was erased, so the file was deleted. Take them out of it and upload it "
    "again.";

/// Names never stand across two parts: a part has whole lines.
bool has_named(db::Writer& writer, const Erasing& erasing, Id<Import> id) {
  bool is_named = false;
  for (int position = 0; !is_named; ++position) {
    const auto look = [&](const spreadsheet::CsvPart& part) {
      is_named = erasing.names.taken_out_of(part.text).has_value();
    };
    if (!import_store::read_part(writer, erasing.institution, id, position, look)) break;
  }
  return is_named;
}

void forget_files(db::Writer& writer, const Erasing& erasing) {
  const auto waiting = writer.all(
      "select id from imports where institution_id = $1 and encoding <> '' order by id",
      [](const db::Row& row) { return row.id<Import>(0); }, erasing.institution);
  for (const auto id : waiting) {  // few: what has run keeps no file
    if (!has_named(writer, erasing, id)) continue;
    import_store::drop_file(writer, erasing.institution, id);
    import_store::set_state(writer, erasing.institution, id, ImportState::failed, erasing.at);
    if (auto import = import_store::find(writer, erasing.institution, id)) {
      import->choices.message = file_gone;
      import->choices.answers.clear();
      import_store::set_choices(writer, erasing.institution, id, import->choices);
    }
  }
}

/// A refused line that names them.
void forget_faults(db::Writer& writer, const Erasing& erasing) {
  struct Line {
    std::int64_t import = 0;
    std::int64_t line = 0;
  };
  for (const auto& pattern : erasing.names.patterns()) {
    std::vector<Line> found;
    writer.each(
        "select import_id, line, reason, cells from import_faults where institution_id = $1 and "
        "(lower(reason) "
        "like $2 or lower(cells) like $2)",
        [&](const db::Row& row) {
          if (erasing.names.taken_out_of(row.text(2)) || erasing.names.taken_out_of(row.text(3)))
            found.push_back({row.integer(0), row.integer(1)});
        },
        erasing.institution, pattern);
    for (const auto& one : found)
      writer.execute("delete from import_faults where institution_id = $1 and import_id = $2 and line = $3",
                     erasing.institution, one.import, one.line);
  }
}

}  // namespace

void forget(db::Writer& writer, const Erasing& erasing) {
  for (const auto& record : erasing.records)
    writer.execute(
        "delete from import_changes where institution_id = $1 and subject = 'person' and subject_id = $2",
        erasing.institution, record.id);
  forget_files(writer, erasing);
  forget_faults(writer, erasing);
  erase_names<1, 2>(
      writer, erasing,
      "select id, file_name, mapping from imports where institution_id = $1 and (lower(file_name) "
      "like $2 or lower(mapping) like $2)",
      "update imports set file_name = $3, mapping = $4 where institution_id = $1 and id = $2");
}

}  // namespace rapport::exchange
