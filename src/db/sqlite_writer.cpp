// The one thread that writes, and its group commit.
#include "db/sqlite_writer.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "db/sqlite_error.hpp"
#include "db/sqlite_open.hpp"

namespace rapport::db {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t group_jobs_max = 64;
constexpr auto group_time_max = std::chrono::milliseconds(20);
constexpr int log_pages_a_copy = 100;
constexpr int log_pages_too_many = 16'000;  // 128 MB
constexpr int reader_wait_milliseconds = 500;

int remember_log_pages(void* pages, sqlite3* /*handle*/, const char* /*schema*/, int count) {
  *static_cast<int*>(pages) = count;
  return SQLITE_OK;
}

std::exception_ptr lost_with(const std::exception_ptr& cause) {
  try {
    std::rethrow_exception(cause);
  } catch (const Error& error) {
    return std::make_exception_ptr(error);
  } catch (...) {
    return std::make_exception_ptr(Error(Error::Kind::other, "the database undid the whole transaction"));
  }
}

}  // namespace

SqliteWriter::SqliteWriter(SqliteConnection::Handle handle, std::chrono::milliseconds patience,
                           SqliteLogCopier::Open open_copier)
    : connection_(std::move(handle)), patience_(patience), copier_(std::move(open_copier)) {
  sqlite3_wal_hook(connection_.handle(), remember_log_pages, &log_pages_);
  thread_ = std::thread([this] { serve(); });
}

SqliteWriter::~SqliteWriter() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void SqliteWriter::run(const Change& change) {
  if (std::this_thread::get_id() == thread_.get_id()) {
    throw std::logic_error("a write was asked for inside a write: hand the Writer on instead");
  }
  Job job{&change};
  {
    std::unique_lock lock(mutex_);
    waiting_.push_back(&job);
    wake_.notify_one();
    if (!job.changed.wait_for(lock, patience_, [&] { return job.state != Job::State::waiting; })) {
      std::erase(waiting_, &job);
      throw Error(Error::Kind::busy, "the write waited its turn for too long");
    }
    job.changed.wait(lock, [&] { return job.state == Job::State::done; });
  }
  if (job.error) std::rethrow_exception(job.error);
}

void SqliteWriter::serve() {
  while (auto* job = wait_for_job()) commit_group(*job);
}

SqliteWriter::Job* SqliteWriter::wait_for_job() {
  {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [&] { return is_stopping_ || !waiting_.empty(); });
  }
  return next_job();
}

SqliteWriter::Job* SqliteWriter::next_job() {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) return nullptr;
  auto* job = waiting_.front();
  waiting_.pop_front();
  job->state = Job::State::running;
  return job;
}

void SqliteWriter::commit_group(Job& first) {
  try {
    connection_.begin_write();
  } catch (...) {
    first.error = std::current_exception();
    answer({&first});
    return;
  }
  const auto group = run_jobs(first);
  end_transaction(group);
  answer(group);
  have_log_copied();
}

/// Changes that are handed in meanwhile join, until the group is large or old enough.
std::vector<SqliteWriter::Job*> SqliteWriter::run_jobs(Job& first) {
  const auto deadline = Clock::now() + group_time_max;
  std::vector<Job*> group{&first};
  run_first(first);
  while (first.is_kept && group.size() < group_jobs_max && Clock::now() < deadline) {
    auto* job = next_job();
    if (job == nullptr) break;
    group.push_back(job);
    run_job(*job);
    if (!connection_.in_transaction()) break;
  }
  return group;
}

/// Needs no savepoint: undone, it takes the transaction with it, and the group ends. A savepoint keeps every
/// page that changes, and SQLite walks over all it keeps at each statement: much at once took 1.3 times as
/// long.
void SqliteWriter::run_first(Job& job) {
  try {
    job.is_kept = is_sound(job);
    if (job.is_kept) connection_.release_to(0);
  } catch (...) {
    job.error = std::current_exception();
    job.is_kept = false;
  }
}

void SqliteWriter::run_job(Job& job) {
  const int outside = connection_.savepoint_depth();
  try {
    connection_.set_savepoint();
    job.is_kept = is_sound(job);
    job.is_kept ? connection_.release_to(outside) : connection_.roll_back_to(outside);
  } catch (...) {
    job.error = std::current_exception();
    job.is_kept = false;
    if (!connection_.in_transaction()) return;  // SQLite has undone everything already
    try {
      connection_.roll_back_to(outside);
    } catch (...) {
      connection_.roll_back();  // end_transaction sees it and fails the group
    }
  }
}

/// Runs the change; false where it wants to be undone.
bool SqliteWriter::is_sound(const Job& job) {
  const bool is_kept = (*job.change)(connection_);
  if (!connection_.in_transaction())
    throw Error(Error::Kind::other, "the database undid the whole transaction");
  if (is_kept && connection_.has_unresolved_foreign_keys()) {
    throw Error(Error::Kind::foreign_key, "FOREIGN KEY constraint failed at the end of the transaction");
  }
  return is_kept;
}

void SqliteWriter::end_transaction(const std::vector<Job*>& group) {
  std::exception_ptr failure;
  try {
    if (!connection_.in_transaction()) {
      failure = group.back()->error;  // only the last one can have caused it
    } else if (std::any_of(group.begin(), group.end(), [](const Job* job) { return job->is_kept; })) {
      count_commit();
      connection_.commit();
    } else {
      connection_.roll_back();
    }
  } catch (...) {
    end_process_when_flush_failed(sqlite3_extended_errcode(connection_.handle()));
    failure = std::current_exception();
  }
  if (!failure) return;
  connection_.roll_back();
  // The refused ones too: they may have been refused for what another change of the group had written.
  for (auto* job : group) {
    if (!job->error) job->error = lost_with(failure);
  }
}

/// moment.hpp tells snapshots apart by it. Read again each time: another process may write too. What changed
/// no row is not counted, so that nothing is flushed for it.
void SqliteWriter::count_commit() {
  auto* handle = connection_.handle();
  const auto changes = sqlite3_total_changes64(handle);
  if (changes == counted_changes_) return;
  counted_changes_ = changes;
  const auto count = static_cast<std::uint32_t>(connection_.count("pragma user_version"));
  sqlite_answer(handle,
                ("pragma user_version = " + std::to_string(static_cast<std::int32_t>(count + 1))).c_str());
}

void SqliteWriter::answer(const std::vector<Job*>& group) {
  const std::lock_guard lock(mutex_);
  for (auto* job : group) {
    job->state = Job::State::done;
    job->changed.notify_one();  // under the lock: the job lives on its caller's stack
  }
}

/// After the answers, so that nobody waits for it.
void SqliteWriter::have_log_copied() {
  if (log_pages_ < copied_at_) copied_at_ = 0;  // it has started again
  const int enough = log_pages_ < long_log_pages ? log_pages_a_copy : long_log_pages;
  if (log_pages_ - copied_at_ < enough) return;
  copied_at_ = log_pages_;
  log_pages_ < log_pages_too_many ? copier_.request() : start_log_again();
}

/// Where readers overlap without a gap, the log never starts again by itself: waits for them a little.
void SqliteWriter::start_log_again() {
  const auto held = copier_.hold();
  auto* handle = connection_.handle();
  sqlite3_busy_timeout(handle, reader_wait_milliseconds);
  end_process_when_flush_failed(
      sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_RESTART, nullptr, nullptr));
  sqlite3_busy_timeout(handle, static_cast<int>(patience_.count()));
}

}  // namespace rapport::db
