// The administrator's pages of imports. POST /import takes a large body: its path belongs to `upload_paths`.
#pragma once

#include "exchange/import_runner.hpp"
#include "http/response.hpp"
#include "ui/visit.hpp"

namespace rapport::exchange {

[[nodiscard]] http::Response show_imports(ui::Visit& visit);    ///< GET /import
[[nodiscard]] http::Response create_import(ui::Visit& visit);   ///< POST /import, multipart: kind, file
[[nodiscard]] http::Response edit_columns(ui::Visit& visit);    ///< GET /import/{import}/columns
[[nodiscard]] http::Response update_columns(ui::Visit& visit);  ///< POST /import/{import}/columns
/// GET /import/{import}: the trial, how far it is, or how it ended; ?partial=1 is the progress alone.
[[nodiscard]] http::Response show_import(ui::Visit& visit, const Directory& directory);
/// GET /import/{import}/same: people who may be the same, one question a pair; leads on to the trial where
/// none is left. POST answers one: `line`, `known` and `answer` (same, both).
[[nodiscard]] http::Response show_pairs(ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response answer_pairs(ui::Visit& visit, const Directory& directory);
/// POST /import/{import}/run
[[nodiscard]] http::Response create_run(ui::Visit& visit, const Directory& directory, ImportRunner& runner);
/// POST /import/{import}/undo
[[nodiscard]] http::Response remove_import(ui::Visit& visit, const Directory& directory);
/// GET /import/{import}/faults.csv
[[nodiscard]] http::Response download_faults(ui::Visit& visit, const Directory& directory);

}  // namespace rapport::exchange
