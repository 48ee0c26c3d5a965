// The parts of the export's list that fill files of their own. Internal to the export: others ask
// export_subjects.hpp.
#pragma once

#include <vector>

#include "exchange/export_subjects.hpp"

namespace rapport::exchange {

inline constexpr auto number = CellKind::number;
inline constexpr auto flag = CellKind::flag;
inline constexpr auto instant = CellKind::instant;

void add_relationships(std::vector<ExportSubject>& all);
void add_hand_overs(std::vector<ExportSubject>& all);
/// How often we speak with whom, and what colleagues said when somebody had gone quiet.
void add_quiet(std::vector<ExportSubject>& all);
/// Who speaks for the library: what was said of whom, and why.
void add_champions(std::vector<ExportSubject>& all);
/// What figures mean, and those that were reported.
void add_measures(std::vector<ExportSubject>& all);
void add_action_plans(std::vector<ExportSubject>& all);

}  // namespace rapport::exchange
