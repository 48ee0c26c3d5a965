// Verbs of measures.
#include "measures/measures.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "json/json.hpp"
#include "measures/measure_store.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::measures {
namespace {

Refusal only_leaders() {
  return forbidden("Measures are looked after by team leaders and administrators. Ask one of them.");
}
Refusal unknown_measure() {
  return not_found("That measure is not here.");
}
Refusal unknown_value() {
  return not_found("That figure is not here any more.");
}

void record(Scope& scope, db::Writer& writer, std::string_view action, Id<Measure> id,
            json::Object details = {}) {
  audit::record_change(scope, writer,
                       {.action = action,
                        .subject = "measure",
                        .subject_id = id.value,
                        .details = json::write(json::Value(std::move(details)))});
}

json::Value json_of(const std::optional<Amount>& amount) {
  return amount ? json::Value(amount->hundredths) : json::Value();
}

json::Object json_of(const MeasureValue& value) {
  return {{"measure", value.measure.value},
          {"org_unit", value.unit.value},
          {"academic_year", value.academic_year},
          {"numerator_hundredths", value.numbers.numerator.hundredths},
          {"denominator_hundredths", json_of(value.numbers.denominator)},
          {"people", value.numbers.people ? json::Value(*value.numbers.people) : json::Value()},
          {"state", code(value.state)},
          {"source", value.source}};
}

void record(Scope& scope, db::Writer& writer, std::string_view action, const MeasureValue& value,
            const std::optional<MeasureValue>& before = {}) {
  auto details = json_of(value);
  if (before) details.emplace_back("before", json_of(*before));
  audit::record_change(scope, writer,
                       {.action = action,
                        .subject = "measure_value",
                        .subject_id = value.id.value,
                        .details = json::write(json::Value(std::move(details)))});
}

std::optional<Measure> find(const std::vector<Measure>& measures, Id<Measure> id) {
  const auto found = std::ranges::find(measures, id, &Measure::id);
  return found == measures.end() ? std::nullopt : std::optional(*found);
}

/// What Rapport counts itself keeps its formula: its words and who may see it can change.
std::vector<Fault> faults_of_computed(const MeasureVersion& next, const Measure& measure) {
  if (!measure.formula) return {};
  const auto& before = measure.current();
  std::vector<Fault> faults;
  const auto same = [&](bool is_same, std::string field) {
    if (!is_same) faults.push_back({std::move(field), "Rapport counts this itself, so it stays as it is."});
  };
  same(next.shape == before.shape, "shape");
  same(next.unit == before.unit, "unit");
  same(next.source == before.source, "source");
  same(next.counts_people == before.counts_people, "counts_people");
  same(next.is_comparable, "is_comparable");
  return faults;
}

std::string free_code(const std::vector<Measure>& measures, std::string_view name) {
  const auto wanted = measure_code_of(name);
  auto code = wanted;
  for (int number = 2; std::ranges::count(measures, code, &Measure::code) > 0 || code.empty(); ++number)
    code = wanted + "-" + std::to_string(number);
  return code;
}

Result<Done> set_retired(Scope& scope, Id<Measure> id, std::string_view action, std::optional<Instant> at) {
  if (!may_change(scope.viewer)) return only_leaders();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto measure = find(measure_store::all(writer, scope.institution), id);
    if (!measure) return unknown_measure();
    if (measure->retired_at.has_value() == at.has_value()) return Done{};
    measure_store::set_retired(writer, scope.institution, id, at);
    record(scope, writer, action, id);
    return Done{};
  });
}

MeasureValue value_of(const Scope& scope, const ValueDraft& draft, const Measure& measure,
                      const YearUnit& unit) {
  return {.measure = draft.measure,
          .unit = draft.unit,
          .academic_year = draft.academic_year,
          .version = measure.in_year(draft.academic_year).version,
          .unit_name = unit.name,
          .numbers = draft.numbers,
          .state = draft.state,
          .source = draft.source.empty() ? measure.in_year(draft.academic_year).source : draft.source,
          .reported_by = scope.viewer.staff,
          .reported_at = scope.now};
}

}  // namespace

bool says_the_same(const ValueDraft& draft, const Measure& measure, const MeasureValue& there) {
  const auto& version = measure.in_year(draft.academic_year);
  return draft.numbers == there.numbers && draft.state == there.state && version.version == there.version &&
         (draft.source.empty() ? version.source : draft.source) == there.source;
}

bool may_change(const Viewer& viewer) {
  return viewer.is(Role::leader) || viewer.is(Role::administrator);
}

std::vector<Measure> all(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return measure_store::all(reader, scope.institution); });
}

Result<Measure> get(Scope& scope, Id<Measure> id) {
  auto measure = find(all(scope), id);
  if (!measure) return unknown_measure();
  return std::move(*measure);
}

Result<Measure> get(Scope& scope, std::string_view code) {
  for (auto& measure : all(scope))
    if (measure.code == code) return std::move(measure);
  return unknown_measure();
}

Result<Id<Measure>> define(Scope& scope, const MeasureDraft& draft) {
  if (!may_change(scope.viewer)) return only_leaders();
  return scope.write([&](db::Writer& writer) -> Result<Id<Measure>> {
    const auto measures = measure_store::all(writer, scope.institution);
    auto version = checked(tidied(draft), {.all = measures, .current_year = scope.years().of(scope.today)},
                           scope.years());
    if (!version) return version.refusal();
    version->made_by = scope.viewer.staff;
    version->made_at = scope.now;
    const auto id = measure_store::insert(writer, scope.institution,
                                          {.code = free_code(measures, version->name),
                                           .position = measures.empty() ? 1 : measures.back().position + 1});
    measure_store::insert_version(writer, scope.institution, id, *version);
    record(scope, writer, "defined", id);
    return id;
  });
}

Result<Done> redefine(Scope& scope, Id<Measure> id, int seen_version, const MeasureDraft& draft) {
  if (!may_change(scope.viewer)) return only_leaders();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto measures = measure_store::all(writer, scope.institution);
    const auto measure = find(measures, id);
    if (!measure) return unknown_measure();
    if (measure->current().version != seen_version)
      return conflict("Somebody has changed this definition meanwhile. Look at what it says now.");
    auto version =
        checked(tidied(draft),
                {.measure = &*measure,
                 .all = measures,
                 .last_year_reported = measure_store::last_year_reported(writer, scope.institution, id),
                 .current_year = scope.years().of(scope.today)},
                scope.years());
    if (!version) return version.refusal();
    if (auto faults = faults_of_computed(*version, *measure); !faults.empty())
      return invalid(std::move(faults));
    version->made_by = scope.viewer.staff;
    version->made_at = scope.now;
    measure_store::insert_version(writer, scope.institution, id, *version);
    record(scope, writer, "redefined", id,
           {{"version", version->version},
            {"starts_in", version->starts_in},
            {"is_comparable", version->is_comparable}});
    return Done{};
  });
}

Result<Done> retire(Scope& scope, Id<Measure> id) {
  return set_retired(scope, id, "retired", scope.now);
}
Result<Done> reinstate(Scope& scope, Id<Measure> id) {
  return set_retired(scope, id, "reinstated", std::nullopt);
}

std::optional<Fault> clash_of(const ValueDraft& draft, const Measure& measure, const MeasureValue* there) {
  if (measure.retired_at) return Fault{"measure", measure.current().name + " is not in use any more."};
  if (there == nullptr) return std::nullopt;
  const auto source = draft.source.empty() ? measure.in_year(draft.academic_year).source : draft.source;
  if (fold(there->source) != fold(source))
    return Fault{"source", "This figure is there already, from " + there->source +
                               ". One figure has one source: correct it there, or take it back first."};
  if (there->state == ValueState::final && draft.state == ValueState::provisional)
    return Fault{"state", "This figure is final already. Report a final one to correct it."};
  return std::nullopt;
}

Result<Reported> report(Scope& scope, const Directory& directory, const ValueDraft& draft) {
  if (!may_change(scope.viewer)) return only_leaders();
  return scope.write([&](db::Writer& writer) -> Result<Reported> {
    const auto measure = find(measure_store::all(writer, scope.institution), draft.measure);
    if (!measure) return unknown_measure();
    if (auto faults = faults_of(draft, *measure, scope.today, scope.years()); !faults.empty())
      return invalid(std::move(faults));
    const YearUnits units(measure_store::unit_periods(writer, scope.institution), directory.org,
                          draft.academic_year, scope.years());
    const auto* unit = units.find(draft.unit);
    if (unit == nullptr)
      return invalid("department",
                     "That department did not exist in " + scope.years().words(draft.academic_year) + ".");
    const auto there = measure_store::find_value(writer, scope.institution,
                                                 {draft.measure, draft.unit, draft.academic_year});
    if (auto clash = clash_of(draft, *measure, there ? &*there : nullptr))
      return invalid(clash->field, clash->message);
    auto value = value_of(scope, draft, *measure, *unit);
    if (there && says_the_same(draft, *measure, *there)) return Reported{there->id, there, true};
    if (!there) {
      value.id = measure_store::insert_value(writer, scope.institution, value);
      record(scope, writer, "reported", value);
      return Reported{.id = value.id};
    }
    value.id = there->id;
    measure_store::update_value(writer, scope.institution, value);
    record(scope, writer, "corrected", value, there);
    return Reported{.id = value.id, .before = there};
  });
}

Result<Done> take_back(Scope& scope, Id<MeasureValue> id) {
  if (!may_change(scope.viewer)) return only_leaders();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto value = measure_store::find_value(writer, scope.institution, id);
    if (!value) return unknown_value();
    measure_store::erase_value(writer, scope.institution, id);
    record(scope, writer, "taken_back", *value);
    return Done{};
  });
}

Result<Done> put_back(Scope& scope, const MeasureValue& before) {
  if (!may_change(scope.viewer)) return only_leaders();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto value = measure_store::find_value(writer, scope.institution, before.id);
    if (!value) return unknown_value();
    measure_store::update_value(writer, scope.institution, before);
    record(scope, writer, "put_back", before, value);
    return Done{};
  });
}

std::optional<MeasureValue> find_value(Scope& scope, Id<MeasureValue> id) {
  return scope.read(
      [&](db::Reader& reader) { return measure_store::find_value(reader, scope.institution, id); });
}

ReportGround report_ground(Scope& scope) {
  return scope.read([&](db::Reader& reader) {
    return ReportGround{measure_store::all(reader, scope.institution),
                        measure_store::unit_periods(reader, scope.institution),
                        measure_store::values_of_years(reader, scope.institution, first_measured_year, 9999)};
  });
}

YearUnits units_of_year(Scope& scope, const OrgDirectory& units, int academic_year) {
  return scope.read([&](db::Reader& reader) {
    return YearUnits(measure_store::unit_periods(reader, scope.institution), units, academic_year,
                     scope.years());
  });
}

std::vector<YearReported> years_reported(Scope& scope) {
  std::vector<YearReported> years;
  scope.read([&](db::Reader& reader) {
    for (const auto& row : measure_store::years_reported(reader, scope.institution))
      years.push_back({row.measure, row.academic_year, row.departments});
    return 0;
  });
  return years;
}

}  // namespace rapport::measures
