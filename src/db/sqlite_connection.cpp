// One SQLite connection: binding, stepping, savepoints, kept statements.
#include "db/sqlite_connection.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <charconv>

#include "db/sqlite_error.hpp"

namespace rapport::db {

namespace {

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

  [[nodiscard]] bool is_null(int column) const override {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }
  [[nodiscard]] std::int64_t integer(int column) const override {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] double real(int column) const override { return sqlite3_column_double(statement_, column); }
  [[nodiscard]] std::string_view text(int column) const override {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes_of(bytes, column);
  }
  [[nodiscard]] std::string_view blob(int column) const override {
    return bytes_of(static_cast<const char*>(sqlite3_column_blob(statement_, column)), column);
  }

 private:
  [[nodiscard]] std::string_view bytes_of(const char* bytes, int column) const {
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

  sqlite3_stmt* statement_;
};

int bind_one(sqlite3_stmt* statement, int place, const Parameter& value) {
  const auto bytes = value.text();
  switch (value.kind()) {
    case Parameter::Kind::null:
      return sqlite3_bind_null(statement, place);
    case Parameter::Kind::integer:
      return sqlite3_bind_int64(statement, place, value.integer());
    case Parameter::Kind::real:
      return sqlite3_bind_double(statement, place, value.real());
    case Parameter::Kind::text:  // a null pointer would bind NULL instead of the empty text
      return sqlite3_bind_text64(statement, place, bytes.empty() ? "" : bytes.data(), bytes.size(),
                                 SQLITE_STATIC, SQLITE_UTF8);
    case Parameter::Kind::blob:
      if (bytes.empty()) return sqlite3_bind_zeroblob(statement, place, 0);
      return sqlite3_bind_blob64(statement, place, bytes.data(), bytes.size(), SQLITE_STATIC);
  }
  return SQLITE_MISUSE;
}

/// Marks the statement as running, and resets it at the end.
class Run {
 public:
  explicit Run(SqliteStatement& statement) : statement_(statement) { statement_.is_running = true; }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run() {
    sqlite3_reset(statement_.handle.get());
    statement_.is_running = false;
  }

 private:
  SqliteStatement& statement_;
};

std::size_t argument_named(const char* name, std::string_view text) {
  std::size_t number = 0;
  if (name != nullptr) {
    const std::string_view digits(name + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
  }
  if (number == 0) throw std::logic_error("placeholders are $1, $2 …: " + std::string(text));
  return number - 1;
}

}  // namespace

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}
void SqliteConnection::Close::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}

SqliteStatement SqliteConnection::prepare(Sql sql) {
  const auto text = sql.text();
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v3(handle_.get(), text.data(), static_cast<int>(text.size()) + 1,
                         SQLITE_PREPARE_PERSISTENT, &raw, nullptr) != SQLITE_OK) {
    throw sqlite_error(handle_.get(), text);
  }
  SqliteStatement statement;
  statement.handle.reset(raw);
  const int places = sqlite3_bind_parameter_count(raw);
  for (int place = 1; place <= places; ++place) {
    const auto argument = argument_named(sqlite3_bind_parameter_name(raw, place), text);
    statement.arguments.push_back(argument);
    statement.argument_count = std::max(statement.argument_count, argument + 1);
  }
  return statement;
}

SqliteStatement& SqliteConnection::kept_statement(Sql sql) {
  const auto found = statements_.find(sql.key());
  if (found != statements_.end()) return found->second;
  return statements_.emplace(sql.key(), prepare(sql)).first->second;
}

template <class F>
void SqliteConnection::with_bound(Sql sql, std::initializer_list<Parameter> arguments, F&& use) {
  auto* statement = &kept_statement(sql);
  SqliteStatement second;
  if (statement->is_running) {  // asked again from inside its own rows
    second = prepare(sql);
    statement = &second;
  }
  if (statement->argument_count != arguments.size()) {
    throw std::logic_error("the statement's placeholders and its arguments differ in number: " +
                           std::string(sql.text()));
  }
  const Run run(*statement);
  auto* raw = statement->handle.get();
  for (std::size_t i = 0; i < statement->arguments.size(); ++i) {
    if (bind_one(raw, static_cast<int>(i) + 1, arguments.begin()[statement->arguments[i]]) != SQLITE_OK) {
      throw sqlite_error(handle_.get(), sql.text());
    }
  }
  use(raw);
}

void SqliteConnection::visit_rows(Sql sql, std::initializer_list<Parameter> arguments,
                                  const RowVisitor& visit) {
  with_bound(sql, arguments, [&](sqlite3_stmt* raw) {
    const SqliteRow row(raw);
    int code = SQLITE_OK;
    while ((code = sqlite3_step(raw)) == SQLITE_ROW) visit(row);
    if (code != SQLITE_DONE) throw sqlite_error(handle_.get(), sql.text());
  });
}

std::int64_t SqliteConnection::change_rows(Sql sql, std::initializer_list<Parameter> arguments) {
  std::int64_t changed = 0;
  with_bound(sql, arguments, [&](sqlite3_stmt* raw) {
    int code = SQLITE_OK;
    while ((code = sqlite3_step(raw)) == SQLITE_ROW) {
    }
    if (code != SQLITE_DONE) throw sqlite_error(handle_.get(), sql.text());
    if (sqlite3_stmt_readonly(raw) == 0) changed = sqlite3_changes64(handle_.get());
  });
  return changed;
}

void SqliteConnection::run(Sql sql) {
  change_rows(sql, {});
}

void SqliteConnection::run_text(const std::string& statement) {
  if (sqlite3_exec(handle_.get(), statement.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw sqlite_error(handle_.get(), statement);
  }
}

void SqliteConnection::begin_read() {
  run("begin");
}
void SqliteConnection::end_read() noexcept {
  try {
    run("commit");
  } catch (...) {
    roll_back();
  }
}

void SqliteConnection::begin_write() {
  run("begin immediate");
}
void SqliteConnection::commit() {
  run("commit");
  savepoint_depth_ = 0;
}

void SqliteConnection::roll_back() noexcept {
  savepoint_depth_ = 0;
  if (in_transaction()) sqlite3_exec(handle_.get(), "rollback", nullptr, nullptr, nullptr);
}

bool SqliteConnection::in_transaction() const {
  return sqlite3_get_autocommit(handle_.get()) == 0;
}

// One name serves every depth: SQLite ends the latest savepoint of that name.
void SqliteConnection::set_savepoint() {
  run("savepoint here");
  ++savepoint_depth_;
}

void SqliteConnection::release_savepoint() {
  assert(savepoint_depth_ > 0);
  run("release here");
  --savepoint_depth_;
}

void SqliteConnection::roll_back_savepoint() {
  assert(savepoint_depth_ > 0);
  run("rollback to here");
  run("release here");
  --savepoint_depth_;
}

void SqliteConnection::release_to(int depth) {
  while (savepoint_depth_ > depth) release_savepoint();
}

void SqliteConnection::roll_back_to(int depth) {
  while (savepoint_depth_ > depth) roll_back_savepoint();
}

bool SqliteConnection::has_unresolved_foreign_keys() const {
  int unresolved = 0;
  int highest = 0;
  sqlite3_db_status(handle_.get(), SQLITE_DBSTATUS_DEFERRED_FKS, &unresolved, &highest, 0);
  return unresolved != 0;
}

}  // namespace rapport::db
