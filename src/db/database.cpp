// Which engine an address means.
#include "db/database.hpp"

#include "db/postgres_database.hpp"
#include "db/sqlite_database.hpp"

namespace rapport::db {

std::unique_ptr<Database> open_database(const Options& options) {
  constexpr std::string_view sqlite_prefix = "sqlite:";
  const std::string_view url = options.url;
  if (url.starts_with(sqlite_prefix) && url.size() > sqlite_prefix.size()) {
    return std::make_unique<SqliteDatabase>(std::string(url.substr(sqlite_prefix.size())), options);
  }
  const bool is_postgres_url = url.starts_with("postgresql://") || url.starts_with("postgres://");
  if (is_postgres_url || url.find('=') != std::string_view::npos)
    return std::make_unique<PostgresDatabase>(options);
  throw Error(Error::Kind::other,
              "The database address is not understood. It is sqlite:PATH, or for PostgreSQL "
              "postgresql://HOST/NAME or host=HOST dbname=NAME.");
}

}  // namespace rapport::db
