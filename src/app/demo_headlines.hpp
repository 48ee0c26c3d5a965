// Headline sheets of the made-up university: those of last year frozen, some of this year begun.
#pragma once

#include <string_view>

#include "base/instant.hpp"
#include "db/database.hpp"

namespace rapport::app {

/// After demo::fill. How many were frozen. `library` is what the institution is called.
int fill_headlines(db::Database& database, Instant now, std::string_view library);

}  // namespace rapport::app
