// The SQL of measures, their versions and their reported figures; rows to values and back, nothing else.
#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "measures/figure.hpp"
#include "measures/year_units.hpp"

namespace rapport {
struct Institution;
}

namespace rapport::measure_store {

/// With all their versions, by position.
[[nodiscard]] std::vector<Measure> all(db::Reader& reader, Id<Institution> institution);
[[nodiscard]] bool has_any(db::Reader& reader, Id<Institution> institution);
/// Without its versions.
[[nodiscard]] Id<Measure> insert(db::Writer& writer, Id<Institution> institution, const Measure& measure);
void insert_version(db::Writer& writer, Id<Institution> institution, Id<Measure> measure,
                    const MeasureVersion& version);
void set_retired(db::Writer& writer, Id<Institution> institution, Id<Measure> measure,
                 std::optional<Instant> at);

/// Of these two academic years, all measures and units.
[[nodiscard]] std::vector<MeasureValue> values_of_years(db::Reader& reader, Id<Institution> institution,
                                                        int first_year, int last_year);
[[nodiscard]] std::vector<MeasureValue> values_of_measure(db::Reader& reader, Id<Institution> institution,
                                                          Id<Measure> measure, int first_year, int last_year);
struct ValuePlace {
  Id<Measure> measure = {};
  Id<OrgUnit> unit = {};
  int academic_year = 0;
};
[[nodiscard]] std::optional<MeasureValue> find_value(db::Reader& reader, Id<Institution> institution,
                                                     const ValuePlace& place);
[[nodiscard]] std::optional<MeasureValue> find_value(db::Reader& reader, Id<Institution> institution,
                                                     Id<MeasureValue> id);
[[nodiscard]] Id<MeasureValue> insert_value(db::Writer& writer, Id<Institution> institution,
                                            const MeasureValue& value);
void update_value(db::Writer& writer, Id<Institution> institution, const MeasureValue& value);
void erase_value(db::Writer& writer, Id<Institution> institution, Id<MeasureValue> id);
/// The last academic year with a reported figure.
[[nodiscard]] std::optional<int> last_year_reported(db::Reader& reader, Id<Institution> institution,
                                                    Id<Measure> measure);
/// How many departments have a figure of the measure in each year, newest year first.
struct YearCount {
  Id<Measure> measure = {};
  int academic_year = 0;
  int departments = 0;
};
[[nodiscard]] std::vector<YearCount> years_reported(db::Reader& reader, Id<Institution> institution);

/// What every unit was called and where it stood, by unit, oldest first.
[[nodiscard]] std::vector<UnitPeriod> unit_periods(db::Reader& reader, Id<Institution> institution);

}  // namespace rapport::measure_store
