// The database of one installation: snapshots to read, transactions to write, on SQLite or PostgreSQL.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>

#include "base/result.hpp"
#include "db/connection.hpp"

namespace rapport::db {

/// `url` is `sqlite:PATH` or a libpq connection string (`postgresql://…`, or `host=… dbname=…`).
struct Options {
  std::string url;
  int readers_max = 8;          ///< connections kept for reading
  int write_wait_seconds = 20;  ///< a write that cannot begin by then fails as busy
  bool is_durable = true;       ///< false only for tests and throw-away demos: synchronous=OFF
};

/// Thread-safe. SQLite: WAL, synchronous=FULL, one writer thread that groups waiting writes into one commit,
/// each undone by itself, and answers after the commit; readers are query-only beside it.
/// PostgreSQL: a pool; a write that meets a serialization failure or loses its connection before the commit
/// is run again, a read that loses its connection too: both must be re-runnable. A write inside a write
/// throws std::logic_error; hand the Writer on. A statement that may fail and be survived needs a savepoint:
/// PostgreSQL ends the transaction otherwise.
class Database {
 public:
  virtual ~Database() = default;
  [[nodiscard]] virtual Engine engine() const = 0;

  /// Runs `look` on one snapshot, on the caller's thread. A text for the librarian never comes from here:
  /// Error.
  virtual void read_with(const std::function<void(Reader&)>& look) = 0;
  /// Runs `change` in one transaction (on SQLite on the writer's thread); false undoes it. Returns after the
  /// commit is durable. What `change` throws is undone and thrown on.
  virtual void write_with(const std::function<bool(Writer&)>& change) = 0;

  template <class F>
  auto read(F&& look) {
    using T = std::invoke_result_t<F&, Reader&>;
    if constexpr (std::is_void_v<T>) {
      read_with([&](Reader& reader) { look(reader); });
    } else {
      std::optional<T> found;
      read_with([&](Reader& reader) { found.emplace(look(reader)); });
      return std::move(*found);
    }
  }
  /// `change` returns a value, or a Result whose refusal undoes the transaction.
  template <class F>
  auto write(F&& change) {
    using T = std::invoke_result_t<F&, Writer&>;
    if constexpr (std::is_void_v<T>) {
      write_with([&](Writer& writer) { return change(writer), true; });
    } else {
      std::optional<T> made;
      write_with([&](Writer& writer) {
        made.emplace(change(writer));
        if constexpr (requires { made->refusal(); }) return made->ok();
        return true;
      });
      return std::move(*made);
    }
  }

  /// SQLite: an online copy of the whole database into `target`, verified by opening it and checking its
  /// integrity. PostgreSQL: throws Error(other) that names pg_dump, which does it better.
  virtual void back_up(const std::filesystem::path& target) = 0;
  /// Throws Error when the database cannot be read or its pages are damaged (SQLite: quick_check).
  virtual void check() = 0;
};

/// Opens an existing database, or makes an empty one (SQLite). Throws Error, worded for the systems
/// librarian: missing folder, no permission, read-only, not a database, damaged, made by a newer Rapport.
[[nodiscard]] std::unique_ptr<Database> open_database(const Options& options);

}  // namespace rapport::db
