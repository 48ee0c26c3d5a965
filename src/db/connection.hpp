// A connection inside a snapshot (Reader) or a transaction (Writer), the same for both engines.
// Stores take a Reader to look and a Writer to change; nothing else reaches the database.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "db/parameter.hpp"
#include "db/sql.hpp"

namespace rapport::db {

enum class Engine { sqlite, postgres };

/// Why the database could not do it. Never a refusal: caught once per request or job.
class Error : public std::runtime_error {
 public:
  enum class Kind {
    busy,
    unique,
    foreign_key,
    check,
    serialization,    ///< run the whole write again
    full,             ///< no space left; the write is undone, reads go on
    gone,             ///< the connection or file is lost
    unknown_outcome,  ///< the commit may or may not have happened
    damaged,          ///< not a database, or pages that do not hold together: restore a backup
    other,
  };
  Error(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
  [[nodiscard]] Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// The row under the cursor. Texts refer to the engine's memory and hold until the next row. A NULL reads as
/// 0 or empty on both engines: ask `is_null` or an `optional_` where it means something.
class Row {
 public:
  virtual ~Row() = default;
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual double real(int column) const = 0;
  [[nodiscard]] virtual std::string_view text(int column) const = 0;
  [[nodiscard]] virtual std::string_view blob(int column) const = 0;

  [[nodiscard]] int number(int column) const { return static_cast<int>(integer(column)); }
  [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
  [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
  [[nodiscard]] Instant instant(int column) const { return {integer(column)}; }
  /// Throws Error when the text is no date: the column's check constraint forbids it.
  [[nodiscard]] Date date(int column) const;
  template <class Tag>
  [[nodiscard]] Id<Tag> id(int column) const {
    return {integer(column)};
  }
  [[nodiscard]] std::optional<int> optional_number(int column) const {
    return is_null(column) ? std::nullopt : std::optional(number(column));
  }
  [[nodiscard]] std::optional<std::string> optional_string(int column) const {
    return is_null(column) ? std::nullopt : std::optional(string(column));
  }
  [[nodiscard]] std::optional<Date> optional_date(int column) const {
    return is_null(column) ? std::nullopt : std::optional(date(column));
  }
  [[nodiscard]] std::optional<Instant> optional_instant(int column) const {
    return is_null(column) ? std::nullopt : std::optional(instant(column));
  }
  template <class Tag>
  [[nodiscard]] std::optional<Id<Tag>> optional_id(int column) const {
    return is_null(column) ? std::nullopt : std::optional(id<Tag>(column));
  }
};

using RowVisitor = std::function<void(const Row&)>;

/// Reads within one snapshot.
class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  [[nodiscard]] virtual Engine engine() const = 0;

  /// Calls `visit` for each row, in the statement's order.
  template <class F, class... A>
  void each(Sql sql, F&& visit, const A&... arguments) {
    visit_rows(sql, {Parameter(arguments)...}, std::ref(visit));
  }
  /// Every row as `read(row)` makes it.
  template <class F, class... A>
  auto all(Sql sql, F&& read, const A&... arguments) {
    std::vector<std::invoke_result_t<F&, const Row&>> rows;
    each(
        sql, [&](const Row& row) { rows.push_back(read(row)); }, arguments...);
    return rows;
  }
  /// The first row, or nothing.
  template <class F, class... A>
  auto one(Sql sql, F&& read, const A&... arguments) {
    std::optional<std::invoke_result_t<F&, const Row&>> found;
    each(
        sql,
        [&](const Row& row) {
          if (!found) found.emplace(read(row));
        },
        arguments...);
    return found;
  }
  /// The first column of the first row as a whole number; 0 where there is no row or a NULL.
  template <class... A>
  std::int64_t count(Sql sql, const A&... arguments) {
    return one(
               sql, [](const Row& row) { return row.is_null(0) ? 0 : row.integer(0); }, arguments...)
        .value_or(0);
  }
  /// True when the statement gives at least one row.
  template <class... A>
  bool exists(Sql sql, const A&... arguments) {
    return one(
               sql, [](const Row&) { return true; }, arguments...)
        .has_value();
  }

 protected:
  virtual void visit_rows(Sql sql, std::initializer_list<Parameter> arguments, const RowVisitor& visit) = 0;
};

/// Reads and changes within one transaction.
class Writer : public Reader {
 public:
  /// How many rows were changed.
  template <class... A>
  std::int64_t execute(Sql sql, const A&... arguments) {
    return change_rows(sql, {Parameter(arguments)...});
  }
  /// `execute` where nobody asks how many rows: PostgreSQL is not waited for. What goes wrong is thrown by a
  /// later statement or the commit, so it is not for a change that may fail and be survived.
  template <class... A>
  void send(Sql sql, const A&... arguments) {
    send_change(sql, {Parameter(arguments)...});
  }
  /// For INSERT … RETURNING id.
  template <class Tag, class... A>
  Id<Tag> insert(Sql sql, const A&... arguments) {
    return {count(sql, arguments...)};
  }

  virtual void set_savepoint() = 0;        ///< nested: the last one set is the one that ends
  virtual void release_savepoint() = 0;    ///< keeps what was done since
  virtual void roll_back_savepoint() = 0;  ///< undoes what was done since

 protected:
  virtual std::int64_t change_rows(Sql sql, std::initializer_list<Parameter> arguments) = 0;
  virtual void send_change(Sql sql, std::initializer_list<Parameter> arguments) {
    change_rows(sql, arguments);
  }

 private:
  friend class Migrator;
  /// One statement that is no literal. Only migrations have such.
  virtual void run_text(const std::string& statement) = 0;
};

}  // namespace rapport::db
