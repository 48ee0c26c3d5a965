// The list of who was erased, outside the database: so that a restored copy erases them again.
#pragma once

#include <filesystem>
#include <vector>

#include "base/config.hpp"
#include "governance/erasure.hpp"
#include "scope/scope.hpp"

namespace rapport::app {

/// Beside the database's file, where it is SQLite; whole or as it was before. Throws std::runtime_error where
/// the disk does not take it.
void keep_list_beside(const Config& config, Scope& scope);

/// What a copy is to erase again, as the lists say: the one beside the database that it replaces, and `given`
/// (none where it is empty). Throws std::runtime_error where one cannot be read.
[[nodiscard]] std::vector<KeptErasure> erasures_on_lists(const std::filesystem::path& replaced,
                                                         const std::filesystem::path& given);
/// And as the database itself says, which nobody uses meanwhile; one that cannot be read adds nothing.
void add_erasures_of(const std::filesystem::path& replaced, std::vector<KeptErasure>& erasures);
/// Brings the copy's tables up to date, erases again, and takes the words out of its file. How many people.
int replay_on(const std::filesystem::path& copy, const std::vector<KeptErasure>& erasures);

/// Prints the list, one line an erasure: numbers and days, no name.
void print_erasures(const Config& config);
/// Erases again on the database in place; the server must be stopped.
void replay_erasures(const Config& config, const std::filesystem::path& list);

}  // namespace rapport::app
