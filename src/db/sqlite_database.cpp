// The SQLite engine: snapshots on pooled readers, writes on the writer's thread.
#include "db/sqlite_database.hpp"

#include "db/sqlite_backup.hpp"
#include "db/sqlite_open.hpp"
#include "db/sqlite_purge.hpp"

namespace rapport::db {

namespace {

/// One snapshot; ends with the scope, also when the reading throws.
class Snapshot {
 public:
  explicit Snapshot(SqliteConnection& connection) : connection_(connection) { connection_.begin_read(); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() { connection_.end_read(); }

 private:
  SqliteConnection& connection_;
};

}  // namespace

SqliteDatabase::SqliteDatabase(std::filesystem::path path, const Options& options)
    : path_(std::move(path)),
      patience_(std::chrono::seconds(options.write_wait_seconds)),
      writer_(open_sqlite_writer(path_, options), patience_,
              [this, options] { return open_sqlite_log_copier(path_, options); }),
      readers_(options.readers_max,
               [this] { return std::make_unique<SqliteConnection>(open_sqlite_reader(path_)); }) {}

void SqliteDatabase::read_with(const std::function<void(Reader&)>& look) {
  const auto reader = readers_.take(patience_);
  const Snapshot snapshot(*reader);
  look(*reader);
}

void SqliteDatabase::back_up(const std::filesystem::path& target) {
  back_up_sqlite(path_, target);
}

void SqliteDatabase::purge() {
  purge_sqlite(path_, patience_);
}

void SqliteDatabase::check() {
  auto reader = readers_.take(patience_);
  check_sqlite(reader->handle());
}

}  // namespace rapport::db
