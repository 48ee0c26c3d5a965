// A disk that fails: full, an I/O call that errs, a flush that fails. Real SQLite on a file system of our own
// making.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <thread>

#include "db/database.hpp"
#include "support/test_database.hpp"

namespace rapport::db {
namespace {

/// Passes every call on to the real file system until it is told to fail.
class FaultyDisk {
 public:
  FaultyDisk() : real_(*sqlite3_vfs_find(nullptr)), vfs_(real_) {
    vfs_.zName = "faulty";
    vfs_.pNext = nullptr;
    vfs_.pAppData = this;
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_.szOsFile;
    vfs_.xOpen = open;
    sqlite3_vfs_register(&vfs_, 1);
  }
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;
  ~FaultyDisk() { sqlite3_vfs_unregister(&vfs_); }

  std::atomic<bool> is_full = false;
  std::atomic<bool> fails_to_flush = false;
  std::atomic<bool> fails_to_flush_database = false;  // its log is flushed all the same
  /// The call, counted from 1, that fails; 0 for none. Counting starts when it is set.
  void fail_call(int number) {
    calls_ = 0;
    failing_call_ = number;
  }
  [[nodiscard]] int calls() const { return calls_; }
  [[nodiscard]] int flushes() const { return flushes_; }

 private:
  struct File {
    sqlite3_file base;
    FaultyDisk* disk;
    bool is_database;
    [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };
  static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
  static sqlite3_file* real(sqlite3_file* file) { return of(file).real(); }
  static const sqlite3_io_methods& methods(sqlite3_file* file) { return *real(file)->pMethods; }

  bool is_next_call_failing() { return ++calls_ == failing_call_; }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto& disk = *static_cast<FaultyDisk*>(vfs->pAppData);
    of(file).disk = &disk;
    of(file).is_database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
    of(file).base.pMethods = nullptr;
    const int code = disk.real_.xOpen(&disk.real_, name, real(file), flags, out_flags);
    if (code == SQLITE_OK) of(file).base.pMethods = &io;
    return code;
  }
  static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    auto& disk = *of(file).disk;
    if (disk.is_full) return SQLITE_FULL;
    if (disk.is_next_call_failing()) return SQLITE_IOERR_WRITE;
    return methods(file).xWrite(real(file), bytes, count, offset);
  }
  static int read(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset) {
    if (of(file).disk->is_next_call_failing()) return SQLITE_IOERR_READ;
    return methods(file).xRead(real(file), bytes, count, offset);
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (of(file).disk->is_next_call_failing()) return SQLITE_IOERR_TRUNCATE;
    return methods(file).xTruncate(real(file), size);
  }
  static int sync(sqlite3_file* file, int flags) {
    auto& disk = *of(file).disk;
    ++disk.flushes_;
    if (disk.fails_to_flush || (disk.fails_to_flush_database && of(file).is_database))
      return SQLITE_IOERR_FSYNC;
    return methods(file).xSync(real(file), flags);
  }
  static int lock_shared_memory(sqlite3_file* file, int offset, int count, int flags) {
    return methods(file).xShmLock(real(file), offset, count, flags);
  }

  static const sqlite3_io_methods io;

  sqlite3_vfs real_;
  sqlite3_vfs vfs_;
  std::atomic<int> calls_ = 0;
  std::atomic<int> failing_call_ = 0;
  std::atomic<int> flushes_ = 0;
};

// Version 2: without mapped memory, so that every read passes here.
const sqlite3_io_methods FaultyDisk::io = {
    2,
    [](sqlite3_file* f) { return methods(f).xClose(real(f)); },
    read,
    write,
    truncate,
    sync,
    [](sqlite3_file* f, sqlite3_int64* size) { return methods(f).xFileSize(real(f), size); },
    [](sqlite3_file* f, int level) { return methods(f).xLock(real(f), level); },
    [](sqlite3_file* f, int level) { return methods(f).xUnlock(real(f), level); },
    [](sqlite3_file* f, int* out) { return methods(f).xCheckReservedLock(real(f), out); },
    [](sqlite3_file* f, int operation, void* argument) {
      return methods(f).xFileControl(real(f), operation, argument);
    },
    [](sqlite3_file* f) { return methods(f).xSectorSize(real(f)); },
    [](sqlite3_file* f) { return methods(f).xDeviceCharacteristics(real(f)); },
    [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
      return methods(f).xShmMap(real(f), page, size, extend, out);
    },
    lock_shared_memory,
    [](sqlite3_file* f) { methods(f).xShmBarrier(real(f)); },
    [](sqlite3_file* f, int deletes) { return methods(f).xShmUnmap(real(f), deletes); },
    nullptr,
    nullptr,
};

class OnAFaultyDisk : public testing::Test {
 protected:
  OnAFaultyDisk() {
    database_ =
        open_database({.url = "sqlite:" + file().string(), .readers_max = 4, .write_wait_seconds = 5});
    database_->write(
        [](Writer& w) { w.execute("create table notes (id integer primary key, text text) strict"); });
  }
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "rapport.db"; }
  [[nodiscard]] std::int64_t notes() const {
    return database_->read([](Reader& r) { return r.count("select count(*) from notes"); });
  }
  void add(std::string_view text) const {
    database_->write([&](Writer& w) { w.execute("insert into notes (text) values ($1)", text); });
  }
  [[nodiscard]] std::optional<Error::Kind> failure_of_adding(std::string_view text) const {
    try {
      add(text);
    } catch (const Error& error) {
      return error.kind();
    }
    return std::nullopt;
  }

  FaultyDisk disk_;
  test::TemporaryFolder folder_;
  std::unique_ptr<Database> database_;
};

TEST_F(OnAFaultyDisk, AFullDiskFailsTheWriteAndNothingElse) {
  add("before");
  disk_.is_full = true;
  EXPECT_EQ(failure_of_adding("lost"), Error::Kind::full);
  EXPECT_EQ(failure_of_adding("lost too"), Error::Kind::full);
  EXPECT_EQ(notes(), 1);
  disk_.is_full = false;
  add("after");
  EXPECT_EQ(notes(), 2);
  EXPECT_NO_THROW(database_->check());
}

TEST_F(OnAFaultyDisk, AFullDiskFailsEveryWriteOfTheGroup) {
  disk_.is_full = true;
  std::atomic<int> full = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 16; ++t) {
      threads.emplace_back([&] { full += failure_of_adding("lost") == Error::Kind::full ? 1 : 0; });
    }
  }
  EXPECT_EQ(full, 16);
  EXPECT_EQ(notes(), 0);
  disk_.is_full = false;
  add("after");
  EXPECT_EQ(notes(), 1);
}

TEST_F(OnAFaultyDisk, AWriteTooLargeForMemoryFailsBeforeItsCommitAndTakesItsGroupAlong) {
  const std::string megabyte(1 << 20, 'x');
  disk_.is_full = true;
  std::atomic<bool> may_go = false;
  std::optional<Error::Kind> failure_of_large;
  std::optional<Error::Kind> failure_of_small;
  {
    std::vector<std::jthread> threads;
    threads.emplace_back([&] {
      try {
        database_->write([&](Writer& w) {
          w.execute("insert into notes (text) values ('small')");
          while (!may_go) std::this_thread::yield();
        });
      } catch (const Error& error) {
        failure_of_small = error.kind();
      }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    threads.emplace_back([&] {
      try {
        database_->write([&](Writer& w) {
          for (int i = 0; i < 40; ++i) w.execute("insert into notes (text) values ($1)", megabyte);
        });
      } catch (const Error& error) {
        failure_of_large = error.kind();
      }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    may_go = true;
  }
  EXPECT_EQ(failure_of_large, Error::Kind::full);
  EXPECT_EQ(failure_of_small, Error::Kind::full);
  EXPECT_EQ(notes(), 0);
  disk_.is_full = false;
  add("after");
  EXPECT_EQ(notes(), 1);
}

TEST_F(OnAFaultyDisk, AChangeThatSwallowsTheFailureIsNotTakenForDone) {
  const std::string megabyte(1 << 20, 'x');
  disk_.is_full = true;
  EXPECT_THROW(database_->write([&](Writer& w) {
    try {
      for (int i = 0; i < 40; ++i) w.execute("insert into notes (text) values ($1)", megabyte);
    } catch (const Error&) {  // a bug
    }
  }),
               Error);
  disk_.is_full = false;
  EXPECT_EQ(notes(), 0);
}

TEST_F(OnAFaultyDisk, WhateverCallFailsAWriteIsDoneOrUndoneAsItWasAnswered) {
  std::int64_t expected = 0;
  int failures = 0;
  for (int call = 1;; ++call) {
    disk_.fail_call(call);
    const auto failure = failure_of_adding(std::string(20'000, 'x'));
    const bool was_reached = disk_.calls() >= call;
    disk_.fail_call(0);
    failures += failure ? 1 : 0;
    expected += failure ? 0 : 1;
    ASSERT_EQ(notes(), expected) << "call " << call;
    if (!was_reached) break;
    ASSERT_LT(call, 200);
  }
  EXPECT_GT(failures, 0);
  EXPECT_NO_THROW(database_->check());
}

TEST_F(OnAFaultyDisk, WritesThatWaitShareOneFlush) {
  const int before = disk_.flushes();
  constexpr int writers = 32;
  std::atomic<int> ready = 0;
  {
    std::vector<std::jthread> threads;
    const auto all_wait = [&] {
      while (ready < writers) std::this_thread::yield();
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    };
    threads.emplace_back([&] { database_->write([&](Writer&) { all_wait(); }); });
    for (int t = 0; t < writers; ++t) {
      threads.emplace_back([&] {
        ++ready;
        add("together");
      });
    }
  }
  EXPECT_EQ(notes(), writers);
  EXPECT_LE(disk_.flushes() - before, writers / 4);
}

using OnAFaultyDiskDeathTest = OnAFaultyDisk;

TEST_F(OnAFaultyDiskDeathTest, AFailedFlushEndsTheProcess) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        disk_.fails_to_flush = true;
        add("perhaps");
      },
      testing::ExitedWithCode(74), "failed to flush");
}

TEST_F(OnAFaultyDiskDeathTest, SoDoesOneOfTheDatabaseWhileItsLogIsCopiedBack) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        disk_.fails_to_flush_database = true;
        for (int i = 0; i < 300; ++i) {  // until the log is long enough
          add(std::string(100'000, 'x'));
          std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
      },
      testing::ExitedWithCode(74), "failed to flush");
}

}  // namespace
}  // namespace rapport::db
