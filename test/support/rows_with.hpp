// Looks for a text in every row of every table, without knowing them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/test_database.hpp"

namespace rapport::test {

/// "promises: 3|7|words …" for each row that has the text somewhere, in small or capital letters. Read over a
/// connection of its own.
[[nodiscard]] std::vector<std::string> rows_with(const TestDatabase& database, std::string_view text);
/// The tables of such rows.
[[nodiscard]] std::set<std::string> tables_with(const TestDatabase& database, std::string_view text);
/// Every table there is, but for what the engine keeps for itself.
[[nodiscard]] std::set<std::string> tables_of(const TestDatabase& database);

}  // namespace rapport::test
