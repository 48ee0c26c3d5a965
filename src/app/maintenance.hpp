// Commands on a database that need no server: migrate, backup, restore, doctor.
#pragma once

#include <filesystem>

#include "base/config.hpp"

namespace rapport::app {

/// Each prints what it did and throws what stops it, in the systems librarian's words.
void migrate_database(const Config& config);
/// An online copy, verified by opening it, with its SHA-256 in a file beside it. Refuses to overwrite.
void back_up(const Config& config, const std::filesystem::path& target);
/// Puts a verified copy where the configured database stands; what stood there is kept beside it. Whoever was
/// erased since the copy was made is erased again before it takes its place; `erasures` is a further list of
/// them, or empty. The server must be stopped.
void restore(const Config& config, const std::filesystem::path& source,
             const std::filesystem::path& erasures);
/// Looks for damage and unsafe settings. Returns how many things need attention.
int doctor(const Config& config);

}  // namespace rapport::app
