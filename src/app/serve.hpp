// `rapport serve`: the server, until it is told to stop.
#pragma once

#include "app/application.hpp"
#include "base/config.hpp"
#include "base/log.hpp"

namespace rapport::app {

struct ServeOptions {
  std::optional<Date> today;  ///< for tests and pictures: the clock stands on that day at nine in the morning
};

/// Returns when SIGTERM or SIGINT came and what was running has finished. Prints the address, and the set-up
/// link where nobody can sign in yet. Throws what stops it from starting, in the systems librarian's words.
void serve(const Config& config, const Log& log, const ServeOptions& options);

}  // namespace rapport::app
