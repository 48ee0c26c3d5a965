// Listens to SQLite by its own means: an extension that every new connection loads, and its trace.
#include "support/statement_log.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace rapport::test {
namespace {

struct Noted {
  std::mutex guard = {};
  std::vector<std::string> statements = {};
};

/// SQLite's extensions have no context of their own.
Noted& noted() {
  static Noted all;
  return all;
}

bool touches_rows(std::string_view sql) {
  return std::ranges::any_of(std::vector<std::string_view>{"select", "with", "insert", "update", "delete"},
                             [&](std::string_view word) { return sql.starts_with(word); });
}

int note(unsigned, void*, void*, void* text) {
  const std::string_view sql = static_cast<const char*>(text);
  const std::lock_guard lock(noted().guard);
  auto& all = noted().statements;
  if (touches_rows(sql) && std::ranges::find(all, sql) == all.end()) all.emplace_back(sql);
  return 0;
}

int listen(sqlite3* handle, char**, const sqlite3_api_routines*) {
  return sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, note, nullptr);
}

using Entry = void (*)();
Entry entry() {
  return reinterpret_cast<Entry>(listen);  // as SQLite documents it
}

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

std::unique_ptr<sqlite3, Close> opened(const std::filesystem::path& file) {
  sqlite3* handle = nullptr;
  if (sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
    throw std::runtime_error("cannot open " + file.string());
  return std::unique_ptr<sqlite3, Close>(handle);
}

/// The tables that a name stands for in this statement: itself, or those that it follows.
std::vector<std::string> tables_called(const std::string& name, const std::string& sql) {
  std::vector<std::string> tables{name};
  std::istringstream words(sql);
  std::string before;
  for (std::string word; words >> word; before = word) {
    while (!word.empty() && (word.back() == ',' || word.back() == ')')) word.pop_back();
    if (word == name) tables.push_back(before);
  }
  return tables;
}

}  // namespace

StatementLog::StatementLog() {
  clear();
  sqlite3_auto_extension(entry());
}

StatementLog::~StatementLog() {
  sqlite3_cancel_auto_extension(entry());
}

void StatementLog::clear() {
  const std::lock_guard lock(noted().guard);
  noted().statements.clear();
}

std::vector<std::string> StatementLog::statements() const {
  const std::lock_guard lock(noted().guard);
  return noted().statements;
}

std::vector<std::string> query_plan(const std::filesystem::path& file, const std::string& sql) {
  const auto handle = opened(file);
  sqlite3_stmt* raw = nullptr;
  const auto asked = "explain query plan " + sql;
  if (sqlite3_prepare_v2(handle.get(), asked.c_str(), -1, &raw, nullptr) != SQLITE_OK)
    throw std::runtime_error(std::string(sqlite3_errmsg(handle.get())) + ": " + sql);
  const std::unique_ptr<sqlite3_stmt, Close> statement(raw);
  std::vector<std::string> lines;
  while (sqlite3_step(statement.get()) == SQLITE_ROW)
    lines.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 3)));
  return lines;
}

std::string read_whole(const std::string& line, const std::string& sql,
                       const std::vector<std::string>& tables) {
  std::istringstream words(line);
  std::string how;
  std::string name;
  words >> how >> name;
  const bool is_whole = how == "SCAN" || line.ends_with("(institution_id=?)");
  if (!is_whole) return {};
  for (const auto& table : tables_called(name, sql))
    if (std::ranges::find(tables, table) != tables.end()) return table;
  return {};
}

std::string whole_reads(const std::filesystem::path& file, const std::vector<std::string>& statements,
                        const std::vector<std::string>& tables) {
  const auto has = [](const std::string& line, const char* words) {
    return line.find(words) != std::string::npos;
  };
  std::string found;
  for (const auto& sql : statements)
    for (const auto& line : query_plan(file, sql)) {
      const bool is_made_while_running = has(line, "AUTOMATIC") || has(line, "BLOOM");
      // Every part of an index whose beginning is not given is as good as a scan.
      const auto read = has(line, "ANY(") ? "SCAN" + line.substr(line.find(' ')) : line;
      if (is_made_while_running || !read_whole(read, sql, tables).empty()) found += line + "\n" + sql + "\n";
    }
  return found;
}

}  // namespace rapport::test
