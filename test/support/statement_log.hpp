// Which statements SQLite ran, and how it would run them: for tests of query plans.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace rapport::test {

/// Notes every statement of every SQLite connection that is opened while it lives; make it before the
/// database. One at a time.
class StatementLog {
 public:
  StatementLog();
  StatementLog(const StatementLog&) = delete;
  StatementLog& operator=(const StatementLog&) = delete;
  ~StatementLog();

  /// Forgets what was noted so far.
  void clear();
  /// Each distinct one that looks at or changes rows, with its parameters as `$1`, in the order of first use.
  [[nodiscard]] std::vector<std::string> statements() const;
};

/// The lines of EXPLAIN QUERY PLAN over a connection of its own, with the statistics that are in the file.
[[nodiscard]] std::vector<std::string> query_plan(const std::filesystem::path& file, const std::string& sql);

/// The tables of these names that a plan's line reads whole: by a scan, or by an index of which nothing but
/// the institution is given; "" where it reads none. `sql` tells which table a short name stands for.
[[nodiscard]] std::string read_whole(const std::string& line, const std::string& sql,
                                     const std::vector<std::string>& tables);

/// Of all these statements, the lines of their plans that read one of the tables whole, make an index or a
/// filter over one while they run, or walk over an index whose beginning is not given; "" where none does.
[[nodiscard]] std::string whole_reads(const std::filesystem::path& file,
                                      const std::vector<std::string>& statements,
                                      const std::vector<std::string>& tables);

}  // namespace rapport::test
