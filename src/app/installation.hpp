// What every command needs first: the configuration and the opened, migrated database.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/config.hpp"
#include "base/log.hpp"
#include "base/result.hpp"
#include "db/database.hpp"
#include "scope/scope.hpp"
#include "staff/set_up.hpp"

namespace rapport::app {

/// Where the configuration comes from: `--config FILE` and the flags that were given.
struct Given {
  std::optional<std::filesystem::path> config_file;
  std::map<std::string, std::string> flags;
};

/// Opens the database and brings its tables up to date; says on standard error what it migrates. Throws
/// db::Error.
[[nodiscard]] std::unique_ptr<db::Database> open_migrated(const Config& config);

/// The database's institution; where it has no kinds of conversation yet, it gets those to begin with.
[[nodiscard]] staff::InstitutionEntry open_institution(db::Database& database, Instant now);

/// A scope for the command line, with an administrator's rights: whoever runs it owns the database. In the
/// name of `username` where that is given; throws std::runtime_error where nobody has it.
class CommandScope {
 public:
  CommandScope(db::Database& database, Instant now, std::string_view username = {});
  [[nodiscard]] Scope& scope() { return *scope_; }
  [[nodiscard]] const staff::InstitutionEntry& institution() const { return institution_; }

 private:
  staff::InstitutionEntry institution_;
  Zone zone_;
  std::unique_ptr<Scope> scope_;
};

}  // namespace rapport::app
