// The PostgreSQL engine: a pool, snapshots to read, serializable transactions to write.
#pragma once

#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "db/database.hpp"
#include "db/pool.hpp"

namespace rapport::db {

class PostgresConnection;

class PostgresDatabase final : public Database {
 public:
  /// Connects once, to say at the start what is wrong.
  explicit PostgresDatabase(const Options& options);
  PostgresDatabase(const PostgresDatabase&) = delete;
  PostgresDatabase& operator=(const PostgresDatabase&) = delete;
  ~PostgresDatabase() override;

  [[nodiscard]] Engine engine() const override { return Engine::postgres; }
  void read_with(const std::function<void(Reader&)>& look) override;
  void write_with(const std::function<bool(Writer&)>& change) override;
  void back_up(const std::filesystem::path& target) override;
  void check() override;
  void purge();  ///< purge.hpp

 private:
  class WritingThread;

  void read_once(const std::function<void(Reader&)>& look);
  void write_once(const std::function<bool(Writer&)>& change);

  std::chrono::milliseconds patience_;
  Pool<PostgresConnection> connections_;
  std::mutex mutex_;
  std::vector<std::thread::id> writing_;
};

}  // namespace rapport::db
