// Writes the made-up university into an empty database, through the same front doors as everybody else.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "cast.hpp"
#include "db/database.hpp"
#include "staff/password.hpp"

namespace rapport::demo {

/// What is being written, and how far it has come: `done` of `whole`.
struct Progress {
  std::string_view part;
  std::int64_t done = 0;
  std::int64_t whole = 0;
};
using OnProgress = std::function<void(const Progress&)>;

struct Filled {
  Id<Institution> institution;
  std::int64_t people = 0;
  std::int64_t interactions = 0;
  std::int64_t promises = 0;
  std::int64_t bumps = 0;      ///< accepted
  std::int64_t moves = 0;      ///< of relationships from level to level
  std::int64_t plans = 0;      ///< to further relationships, open and closed
  std::int64_t champions = 0;  ///< in every state
  std::int64_t figures = 0;    ///< of departments, from other systems
  std::int64_t actions = 0;    ///< of action plans
};

struct FillOptions {
  Instant now;                             ///< its day is the cast's today
  std::string password = demo_password();  ///< everybody's in the library
  staff::HashCost hash_cost = {};
};

/// `database` is migrated and nobody has been set up in it: std::runtime_error otherwise. What is in the past
/// counts as recorded on its day. About a second for the usual size; a million interactions take minutes, and
/// less than half of that where the database is not durable.
Filled fill(db::Database& database, const Cast& cast, const FillOptions& options,
            const OnProgress& on_progress = {});

}  // namespace rapport::demo
