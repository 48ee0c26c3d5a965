// After a refusal the database is as it was: takes down what every table holds, to be compared.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>

#include "support/test_database.hpp"

namespace rapport::test {

/// Every table's rows as text, one digest a table, read over a connection of its own. A difference names the
/// table.
[[nodiscard]] std::map<std::string, std::string> contents(const TestDatabase& database);

/// The tables that differ, comma-separated.
[[nodiscard]] std::string changed_tables(const std::map<std::string, std::string>& before,
                                         const std::map<std::string, std::string>& after);

/// Runs `work` and gives back what it returns; the test fails where a row of any table is another afterwards.
template <class F>
auto unchanged(const TestDatabase& database, F&& work) {
  const auto before = contents(database);
  auto made = std::forward<F>(work)();
  EXPECT_EQ(changed_tables(before, contents(database)), "");
  return made;
}

}  // namespace rapport::test
