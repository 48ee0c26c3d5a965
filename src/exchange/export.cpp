// The export: rows to CSV and JSON files beside each other, then one zip of them.
#include "exchange/export.hpp"

#include <sodium.h>
#include <zip.h>

#include <array>
#include <fstream>
#include <stdexcept>

#include "audit/audit.hpp"
#include "base/random.hpp"
#include "exchange/export_subjects.hpp"
#include "json/json.hpp"
#include "spreadsheet/csv.hpp"

namespace rapport::exchange {
namespace {

namespace fs = std::filesystem;

/// A folder beside the target that goes away with its owner: what it holds is nobody else's.
class WorkFolder {
 public:
  explicit WorkFolder(const fs::path& target) : path_(target.string() + "." + random_suffix(8) + ".part") {
    fs::create_directory(path_);
    fs::permissions(path_, fs::perms::owner_all);
  }
  ~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// A file written in order; its SHA-256 is known when it ends.
class HashedFile {
 public:
  explicit HashedFile(const fs::path& path) : file_(path, std::ios::binary) {
    crypto_hash_sha256_init(&hash_);
  }
  void write(std::string_view text) {
    file_.write(text.data(), static_cast<std::streamsize>(text.size()));
    crypto_hash_sha256_update(&hash_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  [[nodiscard]] std::string finish() {
    file_.close();
    if (!file_) throw std::runtime_error("the export could not be written: is the disk full?");
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&hash_, digest.data());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    return hex.data();
  }

 private:
  std::ofstream file_;
  crypto_hash_sha256_state hash_{};
};

std::string csv_cell(const db::Row& row, int column, CellKind kind) {
  if (row.is_null(column)) return {};
  switch (kind) {
    case CellKind::number:
      return std::to_string(row.integer(column));
    case CellKind::flag:
      return row.flag(column) ? "yes" : "no";
    case CellKind::instant:
      return row.instant(column).iso();
    case CellKind::text:
      break;
  }
  return row.string(column);
}

json::Value json_cell(const db::Row& row, int column, CellKind kind) {
  if (row.is_null(column)) return nullptr;
  switch (kind) {
    case CellKind::number:
      return row.integer(column);
    case CellKind::flag:
      return row.flag(column);
    case CellKind::instant:
      return row.instant(column).iso();
    case CellKind::text:
      break;
  }
  return row.text(column);
}

/// One subject's rows into its CSV file and into the JSON that is being written.
ExportedFile write_subject(db::Reader& reader, Id<Institution> institution, const ExportSubject& subject,
                           const fs::path& folder, HashedFile& everything) {
  ExportedFile made{.name = std::string(subject.name) + ".csv"};
  HashedFile csv(folder / made.name);
  std::vector<std::string> cells;
  cells.reserve(subject.columns.size());
  for (const auto& column : subject.columns) cells.emplace_back(column.name);
  std::string text(spreadsheet::csv_byte_order_mark);
  spreadsheet::append_csv_row(text, cells);
  csv.write(text);
  std::string piece = "\"" + std::string(subject.name) + "\":[";
  everything.write(piece);
  reader.each(
      subject.sql,
      [&](const db::Row& row) {
        cells.clear();
        json::Object object;
        for (std::size_t i = 0; i < subject.columns.size(); ++i) {
          const auto& column = subject.columns[i];
          cells.push_back(csv_cell(row, static_cast<int>(i), column.kind));
          object.emplace_back(column.name, json_cell(row, static_cast<int>(i), column.kind));
        }
        text.clear();
        spreadsheet::append_csv_row(text, cells);
        csv.write(text);
        piece = made.rows++ == 0 ? "\n" : ",\n";
        piece += json::write(json::Value(std::move(object)));
        everything.write(piece);
      },
      institution);
  everything.write("]");
  made.sha256 = csv.finish();
  return made;
}

std::vector<ExportedFile> write_files(db::Reader& reader, const Scope& scope, const fs::path& folder) {
  std::vector<ExportedFile> files;
  std::int64_t rows = 0;
  HashedFile everything(folder / "everything.json");
  everything.write("{");
  for (const auto& subject : export_subjects()) {
    if (!files.empty()) everything.write(",\n");
    files.push_back(write_subject(reader, scope.institution, subject, folder, everything));
    rows += files.back().rows;
  }
  everything.write("}\n");
  files.push_back({"everything.json", rows, everything.finish()});
  return files;
}

void write_manifest(const fs::path& folder, const Scope& scope, const std::vector<ExportedFile>& files) {
  json::Array listed;
  for (const auto& file : files)
    listed.emplace_back(json::Object{{"name", file.name}, {"rows", file.rows}, {"sha256", file.sha256}});
  HashedFile manifest(folder / "manifest.json");
  manifest.write(json::write(json::Object{
      {"made_by", "Rapport " RAPPORT_VERSION}, {"made_at", scope.now.iso()}, {"files", std::move(listed)}}));
  (void)manifest.finish();
}

void add_to_zip(zip_t* zip, const fs::path& folder, const std::string& name) {
  auto* source = zip_source_file(zip, (folder / name).c_str(), 0, -1);
  if (source != nullptr && zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0) return;
  if (source != nullptr) zip_source_free(source);
  throw std::runtime_error(std::string("cannot add to the export: ") + zip_strerror(zip));
}

void write_zip(const fs::path& folder, const fs::path& target, const std::vector<ExportedFile>& files) {
  int error = 0;
  auto* zip = zip_open(target.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (zip == nullptr) throw std::runtime_error("cannot write " + target.string());
  try {
    add_to_zip(zip, folder, "manifest.json");
    for (const auto& file : files) add_to_zip(zip, folder, file.name);
  } catch (...) {
    zip_discard(zip);
    throw;
  }
  if (zip_close(zip) == 0) return;  // everything is read, packed and written here
  const std::string why = zip_strerror(zip);
  zip_discard(zip);
  throw std::runtime_error("cannot write " + target.string() + ": " + why);
}

}  // namespace

Result<std::vector<ExportedFile>> export_everything(Scope& scope, const fs::path& path) {
  if (!scope.viewer.is(Role::administrator))
    return forbidden("The full export is for administrators. Ask one of them.");
  const auto begin = [&](db::Writer& writer) {
    audit::record_change(
        scope, writer,
        {.action = "exported", .subject = "institution", .subject_id = scope.institution.value});
    return Done{};
  };
  scope.write(begin);
  const WorkFolder folder(path);
  auto files =
      scope.database().read([&](db::Reader& reader) { return write_files(reader, scope, folder.path()); });
  write_manifest(folder.path(), scope, files);
  write_zip(folder.path(), path, files);
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  return files;
}

}  // namespace rapport::exchange
