// The SQL of measures.
#include "measures/measure_store.hpp"

namespace rapport::measure_store {
namespace {

constexpr db::Fragment value_columns =
    "id, measure_id, org_unit_id, academic_year, version, unit_name, numerator_hundredths, "
    "denominator_hundredths, people, "
    "state, source, reported_by, reported_at ";

MeasureValue read_value(const db::Row& row) {
  MeasureValue value{.id = row.id<MeasureValue>(0),
                     .measure = row.id<Measure>(1),
                     .unit = row.id<OrgUnit>(2),
                     .academic_year = row.number(3),
                     .version = row.number(4),
                     .unit_name = row.string(5),
                     .numbers = {.numerator = {row.integer(6)}},
                     .state = value_state_of(row.text(9)).value_or(ValueState::provisional),
                     .source = row.string(10),
                     .reported_by = row.id<Staff>(11),
                     .reported_at = row.instant(12)};
  if (!row.is_null(7)) value.numbers.denominator = Amount{row.integer(7)};
  if (!row.is_null(8)) value.numbers.people = row.integer(8);
  return value;
}

MeasureVersion read_version(const db::Row& row) {
  return {.version = row.number(1),
          .name = row.string(2),
          .definition = row.string(3),
          .source = row.string(4),
          .shape = measure_shape_of(row.text(5)).value_or(MeasureShape::amount),
          .unit = row.string(6),
          .counts_people = row.flag(7),
          .better = better_of(row.text(8)).value_or(Better::neutral),
          .audience = audience_of(row.text(9)).value_or(Audience::library),
          .starts_in = row.number(10),
          .is_comparable = row.flag(11),
          .because = row.string(12),
          .made_by = row.optional_id<Staff>(13),
          .made_at = row.instant(14)};
}

std::optional<std::int64_t> hundredths(const std::optional<Amount>& amount) {
  return amount ? std::optional(amount->hundredths) : std::nullopt;
}

}  // namespace

std::vector<Measure> all(db::Reader& reader, Id<Institution> institution) {
  auto measures = reader.all(
      "select id, code, formula, position, retired_at from measures where institution_id = $1 order by "
      "position, id "
      "limit 1000",
      [](const db::Row& row) {
        return Measure{.id = row.id<Measure>(0),
                       .code = row.string(1),
                       .formula = formula_of(row.text(2)),
                       .position = row.number(3),
                       .retired_at = row.optional_instant(4)};
      },
      institution);
  reader.each(
      "select measure_id, version, name, definition, source, shape, unit, counts_people, better, audience, "
      "starts_in, "
      "is_comparable, because, made_by, made_at from measure_versions where institution_id = $1 order by "
      "measure_id, "
      "version",
      [&](const db::Row& row) {
        for (auto& measure : measures)
          if (measure.id == row.id<Measure>(0)) measure.versions.push_back(read_version(row));
      },
      institution);
  std::erase_if(measures, [](const Measure& measure) { return measure.versions.empty(); });
  return measures;
}

bool has_any(db::Reader& reader, Id<Institution> institution) {
  return reader.exists("select 1 from measures where institution_id = $1 limit 1", institution);
}

Id<Measure> insert(db::Writer& writer, Id<Institution> institution, const Measure& measure) {
  return writer.insert<Measure>(
      "insert into measures (institution_id, code, formula, position) values ($1, $2, $3, $4) returning id",
      institution, measure.code, measure.formula ? code(*measure.formula) : std::string_view(),
      measure.position);
}

void insert_version(db::Writer& writer, Id<Institution> institution, Id<Measure> measure,
                    const MeasureVersion& version) {
  writer.execute(
      "insert into measure_versions (institution_id, measure_id, version, name, definition, source, shape, "
      "unit, "
      "counts_people, better, audience, starts_in, is_comparable, because, made_by, made_at) values ($1, $2, "
      "$3, $4, $5, "
      "$6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
      institution, measure, version.version, version.name, version.definition, version.source,
      code(version.shape), version.unit, version.counts_people, code(version.better), code(version.audience),
      version.starts_in, version.is_comparable, version.because, version.made_by, version.made_at);
}

void set_retired(db::Writer& writer, Id<Institution> institution, Id<Measure> measure,
                 std::optional<Instant> at) {
  writer.execute("update measures set retired_at = $3 where institution_id = $1 and id = $2", institution,
                 measure, at);
}

std::vector<MeasureValue> values_of_years(db::Reader& reader, Id<Institution> institution, int first_year,
                                          int last_year) {
  return reader.all(
      db::concat<"select ", value_columns,
                 "from measure_values where institution_id = $1 and academic_year >= $2 and academic_year <= "
                 "$3 order by academic_year, measure_id, org_unit_id limit 200000">,
      read_value, institution, first_year, last_year);
}

std::vector<MeasureValue> values_of_measure(db::Reader& reader, Id<Institution> institution,
                                            Id<Measure> measure, int first_year, int last_year) {
  return reader.all(
      db::concat<
          "select ", value_columns,
          "from measure_values where institution_id = $1 and measure_id = $2 and academic_year >= $3 and "
          "academic_year <= $4 order by org_unit_id, academic_year limit 20000">,
      read_value, institution, measure, first_year, last_year);
}

std::optional<MeasureValue> find_value(db::Reader& reader, Id<Institution> institution,
                                       const ValuePlace& place) {
  return reader.one(
      db::concat<"select ", value_columns,
                 "from measure_values where institution_id = $1 and measure_id = $2 and org_unit_id = $3 and "
                 "academic_year = $4">,
      read_value, institution, place.measure, place.unit, place.academic_year);
}

std::optional<MeasureValue> find_value(db::Reader& reader, Id<Institution> institution, Id<MeasureValue> id) {
  return reader.one(
      db::concat<"select ", value_columns, "from measure_values where institution_id = $1 and id = $2">,
      read_value, institution, id);
}

Id<MeasureValue> insert_value(db::Writer& writer, Id<Institution> institution, const MeasureValue& value) {
  return writer.insert<MeasureValue>(
      "insert into measure_values (institution_id, measure_id, org_unit_id, academic_year, version, "
      "unit_name, "
      "numerator_hundredths, denominator_hundredths, people, state, source, reported_by, reported_at) values "
      "($1, $2, $3, "
      "$4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id",
      institution, value.measure, value.unit, value.academic_year, value.version, value.unit_name,
      value.numbers.numerator.hundredths, hundredths(value.numbers.denominator), value.numbers.people,
      code(value.state), value.source, value.reported_by, value.reported_at);
}

void update_value(db::Writer& writer, Id<Institution> institution, const MeasureValue& value) {
  writer.execute(
      "update measure_values set version = $3, unit_name = $4, numerator_hundredths = $5, "
      "denominator_hundredths = $6, "
      "people = $7, state = $8, source = $9, reported_by = $10, reported_at = $11 where institution_id = $1 "
      "and id = $2",
      institution, value.id, value.version, value.unit_name, value.numbers.numerator.hundredths,
      hundredths(value.numbers.denominator), value.numbers.people, code(value.state), value.source,
      value.reported_by, value.reported_at);
}

void erase_value(db::Writer& writer, Id<Institution> institution, Id<MeasureValue> id) {
  writer.execute("delete from measure_values where institution_id = $1 and id = $2", institution, id);
}

std::optional<int> last_year_reported(db::Reader& reader, Id<Institution> institution, Id<Measure> measure) {
  return reader.one(
      "select academic_year from measure_values where institution_id = $1 and measure_id = $2 order by "
      "academic_year desc "
      "limit 1",
      [](const db::Row& row) { return row.number(0); }, institution, measure);
}

std::vector<YearCount> years_reported(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select measure_id, academic_year, count(*) from measure_values where institution_id = $1 group by "
      "measure_id, "
      "academic_year order by measure_id, academic_year desc limit 20000",
      [](const db::Row& row) {
        return YearCount{row.id<Measure>(0), row.number(1), row.number(2)};
      },
      institution);
}

std::vector<UnitPeriod> unit_periods(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select org_unit_id, name, parent_id, valid_from, valid_to from org_unit_periods where institution_id "
      "= $1 order by "
      "org_unit_id, coalesce(valid_from, ''), id limit 100000",
      [](const db::Row& row) {
        return UnitPeriod{row.id<OrgUnit>(0), row.string(1), row.optional_id<OrgUnit>(2),
                          row.optional_date(3), row.optional_date(4)};
      },
      institution);
}

}  // namespace rapport::measure_store
