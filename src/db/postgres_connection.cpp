// One PostgreSQL connection: transactions, prepared statements, results.
#include "db/postgres_connection.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "db/postgres_arguments.hpp"
#include "db/postgres_error.hpp"
#include "db/postgres_row.hpp"

namespace rapport::db {

namespace {

constexpr auto settings =
    "set statement_timeout = '30s';"
    "set lock_timeout = '20s';"
    "set idle_in_transaction_session_timeout = '60s';"
    "set timezone = 'UTC';"
    "set bytea_output = 'hex';"
    "set client_min_messages = 'warning'";

PGconn* connect(const std::string& url) {
  // What stands before `dbname` can be changed by the address, what stands after it cannot.
  const std::array names = {"connect_timeout", "application_name", "tcp_user_timeout",
                            "dbname",          "client_encoding",  static_cast<const char*>(nullptr)};
  const std::array values = {"10",        "rapport", "30000",
                             url.c_str(), "UTF8",    static_cast<const char*>(nullptr)};
  return PQconnectdbParams(names.data(), values.data(), 1);
}

constexpr int result_as_text = 0;
/// Their answers must fit into the sockets, or both sides would wait for each other.
constexpr std::size_t sent_max = 200;

bool is_good(const PGresult* result) {
  const auto status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

/// The place that the server could not find a type for, from 0: its message names it as `$2` in every
/// language.
std::optional<std::size_t> place_without_type(const PGresult* result, std::size_t count) {
  const auto state = sqlstate_of(result);
  if (state != "42P18" && state != "42P08") return std::nullopt;
  const std::string_view message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  const auto dollar = message.find('$');
  if (dollar == std::string_view::npos) return std::nullopt;
  std::size_t number = 0;
  std::from_chars(message.data() + dollar + 1, message.data() + message.size(), number);
  if (number == 0 || number > count) return std::nullopt;
  return number - 1;
}

bool says_wrong_type(const PGresult* result) {
  const auto state = sqlstate_of(result);
  return state == "42883" || state == "42804" || state == "42725";
}

}  // namespace

PostgresConnection::PostgresConnection(const std::string& url) : connection_(connect(url)) {
  if (is_lost()) {
    throw Error(Error::Kind::gone,
                "The database server cannot be reached: " + std::string(PQerrorMessage(connection_.get())));
  }
  PQsetNoticeReceiver(connection_.get(), notice, this);
  run(settings);
}

/// Nothing is printed: a server's notice may quote what people wrote.
void PostgresConnection::notice(void* self, const PGresult* /*result*/) {
  static_cast<PostgresConnection*>(self)->was_warned_ = true;
}

void PostgresConnection::fail(const PGresult* result, std::string_view doing) {
  constexpr std::string_view already_failed = "25P02";
  auto error = postgres_error(connection_.get(), result, doing);
  if (sqlstate_of(result) == already_failed && failure_) error = *failure_;
  failure_ = error;
  throw error;
}

PostgresConnection::Result PostgresConnection::run(const char* statement) {
  take_answers();
  Result result(PQexec(connection_.get(), statement));
  if (!is_good(result.get())) fail(result.get(), statement);
  return result;
}

void PostgresConnection::begin_read() {
  failure_.reset();
  run("begin transaction isolation level repeatable read read only");
}

/// Serializable: what a write has looked at holds until its commit, as with SQLite's one writer.
void PostgresConnection::begin_write() {
  failure_.reset();
  run("begin transaction isolation level serializable");
}

void PostgresConnection::vacuum() {
  failure_.reset();
  run("vacuum");
}

void PostgresConnection::commit() {
  take_answers();
  was_warned_ = false;
  const Result result(PQexec(connection_.get(), "commit"));
  if (!is_good(result.get())) {
    const auto error = postgres_error(connection_.get(), result.get(), "commit");
    if (error.kind() == Error::Kind::gone) throw Error(Error::Kind::unknown_outcome, error.what());
    throw error;
  }
  // A commit after a failed statement rolls back and calls itself a success.
  if (std::string_view(PQcmdStatus(result.get())) == "ROLLBACK") {
    throw failure_.value_or(Error(Error::Kind::other, "the transaction had failed before its commit"));
  }
  // "committed locally, but might not have been replicated": the next primary may not have it.
  if (was_warned_)
    throw Error(Error::Kind::unknown_outcome, "the commit was not confirmed by the standby server");
}

void PostgresConnection::roll_back() noexcept {
  try {
    take_answers();
  } catch (...) {  // it is undone anyway
  }
  failure_.reset();
  if (PQtransactionStatus(connection_.get()) == PQTRANS_IDLE) return;
  const Result result(PQexec(connection_.get(), "rollback"));  // when it fails, the connection is lost
}

void PostgresConnection::roll_back_savepoint() {
  run("rollback to savepoint here; release savepoint here");
  failure_.reset();
}

void PostgresConnection::visit_rows(Sql sql, std::initializer_list<Parameter> arguments,
                                    const RowVisitor& visit) {
  const auto result = execute(sql, arguments);
  PostgresRow row(result.get());
  const int count = PQntuples(result.get());
  for (int i = 0; i < count; ++i) {
    row.move_to(i);
    visit(row);
  }
}

std::int64_t PostgresConnection::change_rows(Sql sql, std::initializer_list<Parameter> arguments) {
  const auto result = execute(sql, arguments);
  const std::string_view changed = PQcmdTuples(result.get());
  if (PQresultStatus(result.get()) == PGRES_TUPLES_OK &&
      PQcmdStatus(result.get()) == std::string_view("SELECT")) {
    return 0;
  }
  std::int64_t count = 0;
  std::from_chars(changed.data(), changed.data() + changed.size(), count);
  return count;
}

void PostgresConnection::send_change(Sql sql, std::initializer_list<Parameter> arguments) {
  const auto& statement = statement_for(sql, arguments);
  const PostgresArguments values(arguments);
  auto* connection = connection_.get();
  if (sent_.empty() && PQenterPipelineMode(connection) == 0) fail(nullptr, sql.text());
  sent_.push_back(sql.text());
  if (PQsendQueryPrepared(connection, statement.name.c_str(), values.count(), values.values(),
                          values.lengths(), values.formats(), result_as_text) == 0)
    fail(nullptr, sql.text());
  if (sent_.size() == sent_max) take_answers();
}

void PostgresConnection::take_answers() {
  if (sent_.empty()) return;
  const auto sent = std::exchange(sent_, {});
  PQpipelineSync(connection_.get());
  std::optional<Error> first;
  for (const auto statement : sent) {
    auto failure = answer_to(statement);
    if (!first) first = std::move(failure);
  }
  const Result synchronised(PQgetResult(connection_.get()));
  if (PQexitPipelineMode(connection_.get()) == 0 && !first)
    first = postgres_error(connection_.get(), nullptr, sent.back());
  if (!first) return;
  failure_ = first;
  throw *first;
}

std::optional<Error> PostgresConnection::answer_to(std::string_view statement) {
  std::optional<Error> failure;
  // What follows a failure is passed over by the server and says nothing of its own.
  while (const auto result = Result(PQgetResult(connection_.get())))
    if (!is_good(result.get()) && PQresultStatus(result.get()) != PGRES_PIPELINE_ABORTED)
      failure = postgres_error(connection_.get(), result.get(), statement);
  return failure;
}

PostgresConnection::Result PostgresConnection::execute(Sql sql, std::initializer_list<Parameter> arguments) {
  take_answers();
  const auto& statement = statement_for(sql, arguments);
  const PostgresArguments sent(arguments);
  Result result(PQexecPrepared(connection_.get(), statement.name.c_str(), sent.count(), sent.values(),
                               sent.lengths(), sent.formats(), result_as_text));
  if (!is_good(result.get())) fail(result.get(), sql.text());
  return result;
}

const PostgresStatement& PostgresConnection::statement_for(Sql sql,
                                                           std::initializer_list<Parameter> arguments) {
  auto& prepared = statements_[sql.key()];
  for (const auto& statement : prepared) {
    if (std::equal(arguments.begin(), arguments.end(), statement.types.begin(), statement.types.end(),
                   fits)) {
      return statement;
    }
  }
  std::vector<Oid> types(arguments.size());
  std::transform(arguments.begin(), arguments.end(), types.begin(), wanted_type);
  for (std::size_t i = 0; i < types.size() && !prepared.empty(); ++i) {
    if (types[i] == postgres_type::unknown) types[i] = prepared.front().types[i];
  }
  return prepared.emplace_back(prepare(sql, std::move(types)));
}

PostgresStatement PostgresConnection::prepare(Sql sql, std::vector<Oid> types) {
  take_answers();
  PostgresStatement statement{"s" + std::to_string(++statement_count_), std::move(types)};
  if (std::count(statement.types.begin(), statement.types.end(), postgres_type::unknown) > 0) {
    prepare_finding_types(sql, statement);
    return statement;
  }
  const auto result = try_prepare(sql, statement.name, statement.types);
  if (!is_good(result.get())) fail(result.get(), sql.text());
  return statement;
}

PostgresConnection::Result PostgresConnection::try_prepare(Sql sql, const std::string& name,
                                                           const std::vector<Oid>& types) {
  return Result(PQprepare(connection_.get(), name.c_str(), sql.text().data(), static_cast<int>(types.size()),
                          types.data()));
}

/// `$1 is null or kind = $1` has no type of its own when the first caller gives NULL. Tried as a whole
/// number, then as text: what columns are made of. Happens once a statement and connection.
void PostgresConnection::prepare_finding_types(Sql sql, PostgresStatement& statement) {
  std::vector<std::size_t> guessed;
  set_savepoint();
  for (;;) {
    const auto result = try_prepare(sql, statement.name, statement.types);
    if (is_good(result.get())) break;
    const auto place = place_without_type(result.get(), statement.types.size());
    const bool is_new = place && std::find(guessed.begin(), guessed.end(), *place) == guessed.end();
    const bool may_be_text = !guessed.empty() && says_wrong_type(result.get()) &&
                             statement.types[guessed.back()] == postgres_type::bigint;
    if (is_new) {
      guessed.push_back(*place);
      statement.types[*place] = postgres_type::bigint;
    } else if (may_be_text) {
      statement.types[guessed.back()] = postgres_type::text;
    } else {
      fail(result.get(), sql.text());
    }
    roll_back_savepoint();
    set_savepoint();
  }
  release_savepoint();
  learn_types(statement);
}

void PostgresConnection::learn_types(PostgresStatement& statement) {
  const Result result(PQdescribePrepared(connection_.get(), statement.name.c_str()));
  if (!is_good(result.get())) fail(result.get(), "describe");
  for (std::size_t i = 0; i < statement.types.size(); ++i) {
    statement.types[i] = PQparamtype(result.get(), static_cast<int>(i));
  }
}

}  // namespace rapport::db
