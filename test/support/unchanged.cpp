// Reads whole tables of either engine without knowing them: the one place where SQL is joined, for tests
// alone.
#include "support/unchanged.hpp"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <memory>
#include <stdexcept>
#include <vector>

#include "base/random.hpp"
#include "support/rows_with.hpp"

namespace rapport::test {
namespace {

using Contents = std::map<std::string, std::string>;

class SqliteFile {
 public:
  explicit SqliteFile(const std::filesystem::path& file) {
    if (sqlite3_open_v2(file.c_str(), &file_, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
      throw std::runtime_error("cannot open " + file.string());
  }
  ~SqliteFile() { sqlite3_close(file_); }
  SqliteFile(const SqliteFile&) = delete;
  SqliteFile& operator=(const SqliteFile&) = delete;

  /// Each row as one text: its cells with their types.
  [[nodiscard]] std::vector<std::string> rows(const std::string& sql) const {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(file_, sql.c_str(), -1, &raw, nullptr) != SQLITE_OK)
      throw std::runtime_error(sql + ": " + sqlite3_errmsg(file_));
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(raw, sqlite3_finalize);
    std::vector<std::string> rows;
    while (sqlite3_step(raw) == SQLITE_ROW) rows.push_back(row(raw));
    return rows;
  }

 private:
  static std::string row(sqlite3_stmt* statement) {
    std::string text;
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
      if (column > 0) text += '\x1f';
      if (bytes != nullptr) text.append(bytes, size);
      if (sqlite3_column_type(statement, column) == SQLITE_NULL) text += '\x1e';
    }
    return text;
  }

  sqlite3* file_ = nullptr;
};

std::string digest(const std::vector<std::string>& rows) {
  std::string all;
  for (const auto& row : rows) all.append(row).append(1, '\n');
  return std::to_string(rows.size()) + " rows, " + sha256_hex(all).substr(0, 16);
}

using Rows = std::map<std::string, std::vector<std::string>>;

Rows sqlite_rows(const std::filesystem::path& path) {
  const SqliteFile file(path);
  Rows rows;
  // Full-text search keeps its words in shadow tables; the virtual one itself shows nothing.
  for (const auto& table : file.rows(
           "select name from pragma_table_list where schema = 'main' and type <> 'virtual' and name not like "
           "'sqlite_%' order by name"))
    rows[table] = file.rows("select * from \"" + table + "\"");
  return rows;
}

using Connection = std::unique_ptr<PGconn, void (*)(PGconn*)>;

std::vector<std::string> postgres_rows(const Connection& connection, const std::string& sql) {
  const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(connection.get(), sql.c_str()), PQclear);
  if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
    throw std::runtime_error(sql + ": " + PQerrorMessage(connection.get()));
  std::vector<std::string> rows;
  for (int row = 0; row < PQntuples(result.get()); ++row) rows.emplace_back(PQgetvalue(result.get(), row, 0));
  return rows;
}

Rows postgres_tables(const std::string& url) {
  const Connection connection(PQconnectdb(url.c_str()), PQfinish);
  // Words in bytes are found as words.
  postgres_rows(connection, "select set_config('bytea_output', 'escape', false)");
  Rows contents;
  for (const auto& table :
       postgres_rows(connection,
                     "select tablename::text from pg_tables where schemaname = current_schema() order by 1"))
    contents[table] = postgres_rows(connection, "select t::text from \"" + table + "\" t order by 1");
  return contents;
}

Rows rows_of(const TestDatabase& database) {
  return database->engine() == db::Engine::sqlite ? sqlite_rows(database.file())
                                                  : postgres_tables(database.options().url);
}

}  // namespace

Contents contents(const TestDatabase& database) {
  Contents contents;
  for (const auto& [table, rows] : rows_of(database)) contents[table] = digest(rows);
  return contents;
}

std::vector<std::string> rows_with(const TestDatabase& database, std::string_view text) {
  const auto lower = [](std::string_view mixed) {
    std::string small(mixed);
    for (auto& byte : small) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
    return small;
  };
  std::vector<std::string> found;
  const auto sought = lower(text);
  for (const auto& [table, rows] : rows_of(database))
    for (const auto& row : rows)
      if (lower(row).find(sought) != std::string::npos) found.push_back(table + ": " + row);
  return found;
}

std::set<std::string> tables_with(const TestDatabase& database, std::string_view text) {
  std::set<std::string> tables;
  for (const auto& row : rows_with(database, text)) tables.insert(row.substr(0, row.find(':')));
  return tables;
}

std::set<std::string> tables_of(const TestDatabase& database) {
  std::set<std::string> tables;
  for (const auto& [table, rows] : rows_of(database)) tables.insert(table);
  return tables;
}

std::string changed_tables(const Contents& before, const Contents& after) {
  std::string names;
  for (const auto& [table, rows] : after) {
    const auto found = before.find(table);
    if (found == before.end() || found->second != rows) names += (names.empty() ? "" : ", ") + table;
  }
  return names;
}

}  // namespace rapport::test
