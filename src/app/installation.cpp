// Opens an installation.
#include "app/installation.hpp"

#include <filesystem>
#include <stdexcept>

#include "db/migrate.hpp"
#include "interactions/vocabulary.hpp"
#include "measures/starting_measures.hpp"
#include "plans/plan_templates.hpp"
#include "staff/staff_directory.hpp"

namespace rapport::app {
namespace {

/// A copy beside a database that is about to be migrated, so that a failed upgrade can be taken back.
void keep_copy_before_migration(db::Database& database, const Config& config) {
  constexpr std::string_view scheme = "sqlite:";
  if (database.engine() != db::Engine::sqlite || !config.database_url.starts_with(scheme)) return;
  const std::filesystem::path file(config.database_url.substr(scheme.size()));
  const auto copy = file.string() + ".before-" + RAPPORT_VERSION;
  if (std::filesystem::exists(copy)) return;
  database.back_up(copy);
}

/// True for a database with tables of an earlier version; false for an empty one and for one that is up to
/// date.
bool is_behind(db::Database& database) {
  try {
    const auto applied = database.read(
        [](db::Reader& reader) { return reader.count("select count(*) from schema_migrations"); });
    return applied > 0 && applied < static_cast<std::int64_t>(db::migrations().size());
  } catch (const db::Error&) {
    return false;  // no table of migrations: an empty database
  }
}

}  // namespace

std::unique_ptr<db::Database> open_migrated(const Config& config) {
  auto database = db::open_database({.url = config.database_url});
  if (is_behind(*database)) keep_copy_before_migration(*database, config);
  db::migrate(*database);
  return database;
}

staff::InstitutionEntry open_institution(db::Database& database, Instant now) {
  auto institution = staff::open_institution(database, now);
  database.write([&](db::Writer& writer) {
    if (read_vocabulary(writer, institution.id).kinds().empty())
      insert_kinds(writer, institution.id, starting_kinds());
    insert_measures(writer, institution.id, now);
    plan_templates::insert_starting(writer, institution.id, now);
  });
  return institution;
}

CommandScope::CommandScope(db::Database& database, Instant now, std::string_view username)
    : institution_(open_institution(database, now)), zone_(institution_.zone) {
  Viewer viewer{
      .staff = {}, .role = Role::administrator, .team = {}, .full_name = "Command line", .given_name = ""};
  if (!username.empty()) {
    const auto directory = database.read([&](db::Reader& reader) {
      return read_staff_directory(reader, institution_.id, zone_.local_date(now));
    });
    const auto* entry = directory.find_username(username);
    if (entry == nullptr) throw std::runtime_error("Nobody has the username " + std::string(username) + ".");
    viewer.staff = entry->id;
    viewer.team = entry->team;
  }
  scope_ = std::make_unique<Scope>(database, institution_.id, std::move(viewer), zone_, now);
}

}  // namespace rapport::app
