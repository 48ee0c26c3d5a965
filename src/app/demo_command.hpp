// `rapport demo`: fills an empty database with the made-up university.
#pragma once

#include <optional>

#include "base/config.hpp"
#include "base/date.hpp"

namespace rapport::app {

struct DemoOptions {
  int people = 420;
  int interactions = 6000;
  std::optional<Date> today = {};  ///< the day that it is made for; the real one where absent
  bool is_fast = false;  ///< without waiting for the disk: what a power cut leaves is thrown away anyway
};

/// Prints what was made and the logins. Throws where the database is not empty.
void fill_demo(const Config& config, const DemoOptions& options);

}  // namespace rapport::app
