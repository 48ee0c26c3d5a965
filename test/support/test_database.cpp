// A fresh database for each test: a copied SQLite file, or a PostgreSQL database made from a template.
#include "support/test_database.hpp"

#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "db/migrate.hpp"

namespace rapport::test {

namespace fs = std::filesystem;

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string cluster() {
  return environment("RAPPORT_TEST_POSTGRES");
}

/// Statements of the tests' own making on the cluster's first database.
void run_on_cluster(const std::string& statement) {
  const std::unique_ptr<PGconn, void (*)(PGconn*)> connection(PQconnectdb(cluster().c_str()), PQfinish);
  const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(connection.get(), statement.c_str()),
                                                              PQclear);
  if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
    throw std::runtime_error(statement + ": " + PQerrorMessage(connection.get()));
  }
}

std::string unique_name() {
  static std::atomic<int> last = 0;
  return "rapport_test_" + std::to_string(::getpid()) + "_" + std::to_string(++last);
}

db::Options options_for(const std::string& url) {
  return {.url = url, .readers_max = 4, .write_wait_seconds = 20, .is_durable = false};
}

std::string url_of_postgres(const std::string& name) {
  return cluster() + " dbname=" + name;
}
std::string url_of_sqlite(const fs::path& file) {
  return "sqlite:" + file.string();
}

void migrate_at(const std::string& url) {
  const auto database = db::open_database(options_for(url));
  db::migrate(*database);
}

/// A migrated SQLite file.
class SqliteTemplate {
 public:
  SqliteTemplate() { migrate_at(url_of_sqlite(file())); }
  [[nodiscard]] fs::path file() const { return folder_.path() / "template.db"; }

 private:
  TemporaryFolder folder_;
};

/// A migrated PostgreSQL database that nobody is connected to.
class PostgresTemplate {
 public:
  PostgresTemplate() {
    run_on_cluster("create database " + name_ + " template template0");
    migrate_at(url_of_postgres(name_));
  }
  PostgresTemplate(const PostgresTemplate&) = delete;
  PostgresTemplate& operator=(const PostgresTemplate&) = delete;
  ~PostgresTemplate() {
    try {
      run_on_cluster("drop database if exists " + name_ + " with (force)");
    } catch (const std::exception& error) {
      std::fprintf(stderr, "%s\n", error.what());
    }
  }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string name_ = unique_name();
};

const SqliteTemplate& sqlite_template() {
  static const SqliteTemplate made;
  return made;
}

const PostgresTemplate& postgres_template() {
  static const PostgresTemplate made;
  return made;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  auto pattern = (fs::temp_directory_path() / "rapport-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder: " + pattern);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

TestDatabase::TestDatabase(db::Engine engine, Tables tables) {
  const bool is_migrated = tables == Tables::migrated;
  if (engine == db::Engine::sqlite) {
    if (is_migrated) fs::copy_file(sqlite_template().file(), file());
    options_ = options_for(url_of_sqlite(file()));
  } else {
    postgres_name_ = unique_name();
    run_on_cluster("create database " + postgres_name_ + " template " +
                   (is_migrated ? postgres_template().name() : "template0") + " strategy file_copy");
    options_ = options_for(url_of_postgres(postgres_name_));
  }
  database_ = db::open_database(options_);
}

TestDatabase::~TestDatabase() {
  database_.reset();
  if (postgres_name_.empty()) return;
  try {
    run_on_cluster("drop database if exists " + postgres_name_ + " with (force)");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
}

std::vector<db::Engine> engines_under_test() {
  if (!cluster().empty()) return {db::Engine::sqlite, db::Engine::postgres};
  if (environment("RAPPORT_REQUIRE_POSTGRES") == "1") {
    std::fputs("RAPPORT_REQUIRE_POSTGRES=1, but RAPPORT_TEST_POSTGRES names no cluster.\n", stderr);
    std::exit(EXIT_FAILURE);
  }
  return {db::Engine::sqlite};
}

std::string engine_name(db::Engine engine) {
  return engine == db::Engine::sqlite ? "Sqlite" : "Postgres";
}

}  // namespace rapport::test
