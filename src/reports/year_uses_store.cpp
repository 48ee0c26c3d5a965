// The SQL of what stands under academic years.
#include "reports/year_uses_store.hpp"

namespace rapport::year_uses_store {

bool are_any(db::Reader& reader, Id<Institution> institution) {
  return reader.exists("select 1 from interactions where institution_id = $1 limit 1", institution) ||
         reader.exists("select 1 from measure_values where institution_id = $1 limit 1", institution) ||
         reader.exists("select 1 from action_plans where institution_id = $1 limit 1", institution) ||
         reader.exists("select 1 from round_entries where institution_id = $1 limit 1", institution) ||
         reader.exists("select 1 from headline_sheets where institution_id = $1 limit 1", institution);
}

int conversations(db::Reader& reader, Id<Institution> institution, Date first, Date end) {
  return static_cast<int>(
      reader.count("select count(*) from interactions where institution_id = $1 and happened_on >= $2 and "
                   "happened_on < $3 and withdrawn_at is null",
                   institution, first, end));
}

std::vector<YearCount> plans(db::Reader& reader, Id<Institution> institution, int first_year) {
  return reader.all(
      "select academic_year, count(*) from action_plans where institution_id = $1 and academic_year >= $2 "
      "group by academic_year order by academic_year limit 20",
      [](const db::Row& row) {
        return YearCount{row.number(0), row.number(1)};
      },
      institution, first_year);
}

std::vector<RoundDays> rounds(db::Reader& reader, Id<Institution> institution, int first_year) {
  return reader.all(
      "select academic_year, week_from, week_to, meets_on from round_entries where institution_id = $1 and "
      "academic_year >= $2 order by academic_year, id limit 20000",
      [](const db::Row& row) {
        return RoundDays{row.number(0), row.optional_date(1), row.optional_date(2), row.optional_date(3)};
      },
      institution, first_year);
}

int figures(db::Reader& reader, Id<Institution> institution, int academic_year) {
  return static_cast<int>(
      reader.count("select count(*) from measure_values where institution_id = $1 and academic_year = $2",
                   institution, academic_year));
}

}  // namespace rapport::year_uses_store
