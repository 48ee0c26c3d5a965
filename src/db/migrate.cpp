// Applies migrations: forward only, each in a transaction of its own, never an edited one.
#include "db/migrate.hpp"

#include "base/instant.hpp"
#include "base/random.hpp"
#include "db/sqlite_planner.hpp"

namespace rapport::db {

namespace {

struct Applied {
  int number = 0;
  std::string name;
  std::string checksum;
};

std::vector<Applied> applied_migrations(Reader& reader) {
  return reader.all("select number, name, checksum from schema_migrations order by number",
                    [](const Row& row) {
                      return Applied{row.number(0), row.string(1), row.string(2)};
                    });
}

std::string label(int number, std::string_view name) {
  return std::to_string(number) + " (" + std::string(name) + ")";
}

[[noreturn]] void refuse_newer(const Applied& last, std::span<const Migration> known) {
  const auto ours = known.empty() ? std::string("none") : label(known.back().number, known.back().name);
  throw Error(Error::Kind::other, "This database was made by a newer Rapport: it is at version " +
                                      label(last.number, last.name) +
                                      ", and this program knows versions up to " + ours +
                                      ". Install the newer program; the database was left as it is.");
}

[[noreturn]] void refuse_edited(const Migration& migration) {
  throw Error(Error::Kind::other,
              "Migration " + label(migration.number, migration.name) +
                  " differs from the one that made this database. A released migration is never "
                  "edited: put it back and add a new one.");
}

void check_history(const std::vector<Applied>& applied, std::span<const Migration> known) {
  if (!applied.empty() && (known.empty() || applied.back().number > known.back().number)) {
    refuse_newer(applied.back(), known);
  }
  for (const auto& migration : known) {
    for (const auto& done : applied) {
      if (done.number == migration.number && done.checksum != sha256_hex(migration.sql))
        refuse_edited(migration);
    }
  }
}

bool contains(const std::vector<Applied>& applied, int number) {
  for (const auto& done : applied) {
    if (done.number == number) return true;
  }
  return false;
}

}  // namespace

/// The only one who may run statements that are no literals.
class Migrator {
 public:
  Migrator(Database& database, std::span<const Migration> known) : database_(database), known_(known) {}

  int bring_up_to_date() {
    database_.write([&](Writer& writer) { make_history(writer); });
    check_history(database_.read(applied_migrations), known_);
    int count = 0;
    for (const auto& migration : known_) count += apply(migration) ? 1 : 0;
    if (count > 0 && database_.engine() == Engine::sqlite) database_.write(describe_indexes);
    return count;
  }

 private:
  static void run(Writer& writer, std::string_view sql) {
    for (const auto& statement : statements_for(writer.engine(), sql)) writer.run_text(statement);
  }

  static void make_history(Writer& writer) {
    if (writer.engine() == Engine::postgres) writer.run_text("select pg_advisory_xact_lock(20261001)");
    if (has_history(writer)) return;
    run(writer,
        "create table schema_migrations (number {int} not null primary key, name text not null,"
        " applied_at {int} not null, checksum text not null) {strict}");
  }

  static bool has_history(Writer& writer) {
    if (writer.engine() == Engine::sqlite) {
      return writer.exists("select 1 from sqlite_schema where name = 'schema_migrations'");
    }
    return writer.exists("select 1 where to_regclass('schema_migrations') is not null");
  }

  bool apply(const Migration& migration) {
    return database_.write([&](Writer& writer) {
      if (writer.engine() == Engine::postgres) hold_others_off(writer);
      if (contains(applied_migrations(writer), migration.number)) return false;
      run(writer, migration.sql);
      writer.execute(
          "insert into schema_migrations (number, name, applied_at, checksum) values ($1, $2, $3, $4)",
          migration.number, migration.name, system_now(), sha256_hex(migration.sql));
      return true;
    });
  }

  /// Two programs may start at once; taken before the snapshot, so that the second sees what the first did.
  static void hold_others_off(Writer& writer) {
    writer.run_text("lock table schema_migrations in exclusive mode");
    writer.run_text("set local statement_timeout = 0");
  }

  Database& database_;
  std::span<const Migration> known_;
};

int migrate(Database& database, std::span<const Migration> known) {
  return Migrator(database, known).bring_up_to_date();
}

int migrate(Database& database) {
  return migrate(database, migrations());
}

}  // namespace rapport::db
