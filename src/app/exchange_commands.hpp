// `rapport import` and `rapport export`.
#pragma once

#include <filesystem>
#include <string>

#include "base/config.hpp"

namespace rapport::app {

struct ImportWords {
  std::string kind;  ///< people, departments or interactions
  std::string file;
  std::string username;  ///< who imports: what they log is theirs
  bool is_all_or_none = false;
  bool adds_people = false;
};
/// Prints what was taken and each fault with its line. Returns how many rows were not taken.
int import_from(const Config& config, const ImportWords& words);
/// Everything into one zip.
void export_to(const Config& config, const std::filesystem::path& path);

}  // namespace rapport::app
