// One SQLite connection with its kept statements. Used by one thread at a time; knows nothing of queues or
// pools.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/connection.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace rapport::db {

/// A prepared statement and which argument fills which of its places: SQLite numbers `$2` by its first
/// appearance, not by its name.
struct SqliteStatement {
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> handle;
  std::vector<std::size_t> arguments;  ///< the place's argument, from 0
  std::size_t argument_count = 0;
  bool is_running = false;
};

class SqliteConnection final : public Writer {
 public:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  using Handle = std::unique_ptr<sqlite3, Close>;

  explicit SqliteConnection(Handle handle) : handle_(std::move(handle)) {}

  [[nodiscard]] Engine engine() const override { return Engine::sqlite; }

  void begin_read();
  /// Never throws: there is nothing to lose.
  void end_read() noexcept;
  /// Takes the write lock at once, waiting as long as the busy timeout says.
  void begin_write();
  void commit();
  /// Ends whatever is open and never throws: SQLite itself may have rolled back already.
  void roll_back() noexcept;
  /// False also when SQLite rolled the transaction back by itself (disk full, I/O error).
  [[nodiscard]] bool in_transaction() const;

  void set_savepoint() override;
  void release_savepoint() override;
  void roll_back_savepoint() override;
  [[nodiscard]] int savepoint_depth() const { return savepoint_depth_; }
  /// Ends the savepoints opened since `depth`, innermost first.
  void release_to(int depth);
  void roll_back_to(int depth);
  /// True when a deferred foreign key would make the commit fail.
  [[nodiscard]] bool has_unresolved_foreign_keys() const;

  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 protected:
  void visit_rows(Sql sql, std::initializer_list<Parameter> arguments, const RowVisitor& visit) override;
  std::int64_t change_rows(Sql sql, std::initializer_list<Parameter> arguments) override;

 private:
  void run_text(const std::string& statement) override;
  void run(Sql sql);
  [[nodiscard]] SqliteStatement prepare(Sql sql);
  [[nodiscard]] SqliteStatement& kept_statement(Sql sql);
  /// Calls `use` with the statement bound; it is reset afterwards, whatever happens.
  template <class F>
  void with_bound(Sql sql, std::initializer_list<Parameter> arguments, F&& use);

  Handle handle_;
  std::unordered_map<const void*, SqliteStatement> statements_;
  int savepoint_depth_ = 0;
};

}  // namespace rapport::db
