// One file out of a zip.
#pragma once

#include <zip.h>

#include <filesystem>
#include <string>

namespace rapport::test {

/// Empty where the zip or the file in it cannot be read.
inline std::string member_of(const std::filesystem::path& path, const std::string& name) {
  int error = 0;
  auto* zip = zip_open(path.c_str(), ZIP_RDONLY, &error);
  if (zip == nullptr) return {};
  zip_stat_t stat{};
  std::string text;
  if (zip_stat(zip, name.c_str(), 0, &stat) == 0) {
    text.resize(stat.size);
    auto* file = zip_fopen(zip, name.c_str(), 0);
    zip_fread(file, text.data(), text.size());
    zip_fclose(file);
  }
  zip_close(zip);
  return text;
}

}  // namespace rapport::test
