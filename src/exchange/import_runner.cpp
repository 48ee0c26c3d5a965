// The thread of imports.
#include "exchange/import_runner.hpp"

#include "base/memory.hpp"
#include "exchange/import_store.hpp"

namespace rapport::exchange {

ImportRunner::ImportRunner(db::Database& database, DirectoryKeeper& directories,
                           std::function<Instant()> clock)
    : database_(database), directories_(directories), clock_(std::move(clock)) {
  database_.write([&](db::Writer& writer) { import_store::stop_all_running(writer, clock_()); });
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

ImportRunner::~ImportRunner() {
  thread_.request_stop();
  changed_.notify_all();
}

Result<Done> ImportRunner::start(Scope& scope, Id<Import> id) {
  auto begun = begin_import(scope, id);
  if (!begun) return begun;
  const std::lock_guard lock(mutex_);
  jobs_.push_back({scope.institution, scope.viewer, scope.zone, id});
  changed_.notify_all();
  return begun;
}

void ImportRunner::wait_until_idle() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return jobs_.empty() && !is_working_; });
}

void ImportRunner::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [&] { return !jobs_.empty(); })) {
    const auto job = std::move(jobs_.front());
    jobs_.pop_front();
    is_working_ = true;
    lock.unlock();
    run(job, stop);
    give_memory_back();
    lock.lock();
    is_working_ = false;
    changed_.notify_all();
    if (stop.stop_requested()) return;
  }
}

void ImportRunner::run(const Job& job, const std::stop_token& stop) {
  Scope scope(database_, job.institution, job.viewer, job.zone, clock_());
  try {
    const auto directory = directories_.current(scope);
    const auto counts = run_import(scope, *directory, job.import, [&] { return stop.stop_requested(); });
    if (!counts) stop_import(scope, job.import, counts.refusal().message);
  } catch (const std::exception&) {
    try {
      stop_import(scope, job.import,
                  "Something went wrong on the way. Run it again: nothing is changed twice.");
    } catch (const std::exception&) {
      // The database is gone: the next start marks it as stopped.
      return;
    }
  }
}

}  // namespace rapport::exchange
