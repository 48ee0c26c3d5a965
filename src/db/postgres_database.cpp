// The PostgreSQL engine: what is tried again, and what is not.
#include "db/postgres_database.hpp"

#include <algorithm>
#include <random>

#include "db/postgres_connection.hpp"

namespace rapport::db {

namespace {

using Clock = std::chrono::steady_clock;
using Lease = Pool<PostgresConnection>::Lease;

/// A transaction rolls back unless committed; a lost connection does not go back to the pool.
class Transaction {
 public:
  explicit Transaction(Lease lease) : lease_(std::move(lease)) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (!lease_->is_lost()) lease_->roll_back();
    if (lease_->is_lost()) lease_.drop();
  }
  PostgresConnection* operator->() const { return &*lease_; }
  PostgresConnection& operator*() const { return *lease_; }

 private:
  Lease lease_;
};

/// Longer with each attempt, and never the same for two that met.
void pause_before(int attempt) {
  constexpr int longest_milliseconds = 100;
  thread_local std::minstd_rand random{std::random_device{}()};
  const int bound = std::min(longest_milliseconds, 1 << std::min(attempt, 7));
  std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution(1, bound)(random)));
}

/// A lost connection has undone the transaction unless the commit was on its way, which is another kind of
/// error.
bool may_run_again(Error::Kind kind, int attempt) {
  constexpr int attempts_max_when_gone = 2;
  return kind == Error::Kind::serialization ||
         (kind == Error::Kind::gone && attempt <= attempts_max_when_gone);
}

}  // namespace

/// Notes who is writing, to refuse a write inside a write: the two could wait for each other for ever.
class PostgresDatabase::WritingThread {
 public:
  explicit WritingThread(PostgresDatabase& database) : database_(database) {
    const std::lock_guard lock(database_.mutex_);
    const auto self = std::this_thread::get_id();
    auto& writing = database_.writing_;
    if (std::find(writing.begin(), writing.end(), self) != writing.end()) {
      throw std::logic_error("a write was asked for inside a write: hand the Writer on instead");
    }
    writing.push_back(self);
  }
  WritingThread(const WritingThread&) = delete;
  WritingThread& operator=(const WritingThread&) = delete;
  ~WritingThread() {
    const std::lock_guard lock(database_.mutex_);
    std::erase(database_.writing_, std::this_thread::get_id());
  }

 private:
  PostgresDatabase& database_;
};

PostgresDatabase::PostgresDatabase(const Options& options)
    : patience_(std::chrono::seconds(options.write_wait_seconds)),
      connections_(options.readers_max,
                   [url = options.url] { return std::make_unique<PostgresConnection>(url); }) {
  check();
}

PostgresDatabase::~PostgresDatabase() = default;

void PostgresDatabase::read_with(const std::function<void(Reader&)>& look) {
  try {
    read_once(look);
  } catch (const Error& error) {
    if (error.kind() != Error::Kind::gone) throw;
    connections_.close_idle();
    read_once(look);
  }
}

void PostgresDatabase::read_once(const std::function<void(Reader&)>& look) {
  const Transaction transaction(connections_.take(patience_));
  transaction->begin_read();
  look(*transaction);
}

void PostgresDatabase::write_with(const std::function<bool(Writer&)>& change) {
  const WritingThread writing(*this);
  const auto deadline = Clock::now() + patience_;
  for (int attempt = 1;; ++attempt) {
    try {
      return write_once(change);
    } catch (const Error& error) {
      if (!may_run_again(error.kind(), attempt) || Clock::now() >= deadline) throw;
      if (error.kind() == Error::Kind::gone) connections_.close_idle();
    }
    pause_before(attempt);
  }
}

void PostgresDatabase::write_once(const std::function<bool(Writer&)>& change) {
  const Transaction transaction(connections_.take(patience_));
  transaction->begin_write();
  if (change(*transaction)) transaction->commit();
}

void PostgresDatabase::back_up(const std::filesystem::path& /*target*/) {
  throw Error(Error::Kind::other,
              "PostgreSQL makes its own backups, and better ones: use pg_dump or pg_basebackup.");
}

void PostgresDatabase::purge() {
  connections_.take(patience_)->vacuum();
}

void PostgresDatabase::check() {
  read_with([](Reader& reader) { reader.count("select 1"); });
}

}  // namespace rapport::db
