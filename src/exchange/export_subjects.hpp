// What the export holds: for each subject the statement that reads it and what its columns are.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "db/sql.hpp"

namespace rapport::exchange {

enum class CellKind { text, number, flag, instant };

struct ExportColumn {
  std::string_view name;
  CellKind kind = CellKind::text;
};

/// `sql` takes the institution as $1; its columns are `columns`.
struct ExportSubject {
  std::string_view name;
  db::Sql sql;
  std::vector<ExportColumn> columns;
};

[[nodiscard]] std::vector<ExportSubject> export_subjects();

}  // namespace rapport::exchange
