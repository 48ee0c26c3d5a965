// Prints the tables as all migrations leave them, for db/schema.sql. Keeps no database.
#include <cstdio>
#include <filesystem>
#include <string>

#include "db/migrate.hpp"
#include "db/schema_dump.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: golden_schema FILE    FILE is where an empty database may stand\n", stderr);
    return 2;
  }
  const std::filesystem::path file(argv[1]);
  const auto database = rapport::db::open_database({.url = "sqlite:" + file.string(), .is_durable = false});
  rapport::db::migrate(*database);
  std::fputs(rapport::db::dump_schema(*database).c_str(), stdout);
}
