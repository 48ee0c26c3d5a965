// The SQLite engine: one writer, readers beside it.
#pragma once

#include <filesystem>

#include "db/database.hpp"
#include "db/pool.hpp"
#include "db/sqlite_connection.hpp"
#include "db/sqlite_writer.hpp"

namespace rapport::db {

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(std::filesystem::path path, const Options& options);

  [[nodiscard]] Engine engine() const override { return Engine::sqlite; }
  void read_with(const std::function<void(Reader&)>& look) override;
  void write_with(const std::function<bool(Writer&)>& change) override { writer_.run(change); }
  void back_up(const std::filesystem::path& target) override;
  void check() override;
  void purge();  ///< purge.hpp

 private:
  std::filesystem::path path_;
  std::chrono::milliseconds patience_;
  SqliteWriter writer_;  // opened first: it makes the file
  Pool<SqliteConnection> readers_;
};

}  // namespace rapport::db
