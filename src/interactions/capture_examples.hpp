// Reads test/capture/examples.txt for the tests: the cast and the examples. Knows nothing of the reader under
// test.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "interactions/capture.hpp"

namespace rapport::test {

struct CaptureExample {
  int line_number = 0;
  std::string line;
  Date today;
  std::vector<std::pair<std::string, std::string>> fields;  ///< in order; several promises, several asks
};

struct CaptureExamples {
  Directory directory;
  std::map<std::int64_t, int> nearness;
  Id<Staff> me;
  std::vector<CaptureExample> examples;

  [[nodiscard]] Id<Person> person(std::string_view full_name) const;
  [[nodiscard]] Id<Staff> colleague(std::string_view full_name) const;
  [[nodiscard]] CaptureContext context(Date today) const;
};

/// Throws std::runtime_error with the line's number where the file cannot be read as examples.
[[nodiscard]] CaptureExamples read_capture_examples(const std::filesystem::path& file);

}  // namespace rapport::test
