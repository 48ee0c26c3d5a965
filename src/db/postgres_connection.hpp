// One PostgreSQL connection with its prepared statements. Used by one thread at a time; knows nothing of
// pools.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/connection.hpp"

namespace rapport::db {

class PostgresArguments;

/// A statement as prepared for arguments of certain types: a NULL leaves its place's type to the server,
/// which may find another one than the next caller's value has.
struct PostgresStatement {
  std::string name;
  std::vector<Oid> types;
};

class PostgresConnection final : public Writer {
 public:
  /// Throws Error(gone) when the server cannot be reached, naming its reason.
  explicit PostgresConnection(const std::string& url);

  [[nodiscard]] Engine engine() const override { return Engine::postgres; }

  void begin_read();
  void begin_write();
  /// Throws Error(unknown_outcome) when the answer did not come, and the transaction's own failure when it
  /// had one.
  void commit();
  void roll_back() noexcept;
  /// Outside of any transaction.
  void vacuum();
  [[nodiscard]] bool is_lost() const { return PQstatus(connection_.get()) == CONNECTION_BAD; }

  void set_savepoint() override { run("savepoint here"); }
  void release_savepoint() override { run("release savepoint here"); }
  void roll_back_savepoint() override;

 protected:
  void visit_rows(Sql sql, std::initializer_list<Parameter> arguments, const RowVisitor& visit) override;
  std::int64_t change_rows(Sql sql, std::initializer_list<Parameter> arguments) override;
  void send_change(Sql sql, std::initializer_list<Parameter> arguments) override;

 private:
  struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using Result = std::unique_ptr<PGresult, Clear>;

  void run_text(const std::string& statement) override { run(statement.c_str()); }
  Result run(const char* statement);
  /// Of what was sent; nothing else can be asked before. Throws the first failure.
  void take_answers();
  [[nodiscard]] std::optional<Error> answer_to(std::string_view statement);
  Result execute(Sql sql, std::initializer_list<Parameter> arguments);
  [[nodiscard]] const PostgresStatement& statement_for(Sql sql, std::initializer_list<Parameter> arguments);
  [[nodiscard]] PostgresStatement prepare(Sql sql, std::vector<Oid> types);
  [[nodiscard]] Result try_prepare(Sql sql, const std::string& name, const std::vector<Oid>& types);
  void prepare_finding_types(Sql sql, PostgresStatement& statement);
  void learn_types(PostgresStatement& statement);
  [[noreturn]] void fail(const PGresult* result, std::string_view doing);
  static void notice(void* self, const PGresult* result);

  std::unique_ptr<PGconn, Finish> connection_;
  std::unordered_map<const void*, std::vector<PostgresStatement>> statements_;
  int statement_count_ = 0;
  std::vector<std::string_view> sent_;  // statements on their way
  std::optional<Error> failure_;        // what made the open transaction unusable
  bool was_warned_ = false;
};

}  // namespace rapport::db
