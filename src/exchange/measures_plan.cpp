// Importing figures of departments and years: each line one figure, by measure, department and academic year.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "base/text.hpp"
#include "exchange/cell_values.hpp"
#include "exchange/figure_snapshot.hpp"
#include "exchange/import_plan.hpp"
#include "measures/measures.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::exchange {
namespace {

constexpr double hundred = 100;
/// A percentage in a file is rounded: it and its parts may differ by so much.
constexpr std::int64_t rounding_hundredths = 51;

struct Place {
  std::int64_t measure;
  std::int64_t unit;
  int academic_year;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// "29/02/2024" is a day; "2024/25" is a year.
bool is_day(std::string_view text) {
  const auto parts =
      std::ranges::count_if(text, [](char c) { return c == '/' || c == '.' || c == '-' || c == ' '; });
  return parts >= 2;
}

Result<int> year_of(std::string_view text, const AcademicYears& years) {
  if (text.empty()) return invalid("", "There is no academic year. Write it as 2025/26.");
  if (!is_day(text)) return read_academic_year(text, years);
  if (const auto year = read_academic_year(text, years)) return *year;
  const auto day = read_date(text);
  if (!day) return day.refusal();
  return years.of(*day);
}

std::optional<ValueState> state_of(std::string_view text) {
  const auto folded = fold(text);
  if (folded.empty() || folded == "provisional" || folded == "draft" || folded == "p")
    return ValueState::provisional;
  if (folded == "final" || folded == "f" || folded == "confirmed") return ValueState::final;
  return std::nullopt;
}

class MeasuresPlan : public ImportPlan {
 public:
  explicit MeasuresPlan(const PlanInput& input)
      : ImportPlan(input), directory_(input.directory), ground_(measures::report_ground(input.scope)) {
    for (const auto& value : ground_.values)
      there_.emplace(Place{value.measure.value, value.unit.value, value.academic_year}, &value);
    each_row([&](const FileRow& row) {
      const auto draft = read_row(input.scope, cells_of(row));
      if (!draft)
        add_fault(row, draft.refusal().message);
      else
        plan_row(row, *draft);
    });
  }

  Result<Done> apply(Scope& scope, std::size_t begin, std::size_t end,
                     std::vector<MadeChange>& made) override {
    for (std::size_t i = begin; i < end; ++i) {
      const auto draft = read_row(scope, cells_of(file_row(rows()[i].place)));
      const auto reported = measures::report(scope, directory_, draft.value());
      if (!reported) return reported.refusal();
      if (reported->is_same) continue;
      const auto after = measures::find_value(scope, reported->id);
      if (after)
        made.push_back(
            {"measure_value", reported->id.value, figure_snapshot_json({reported->before, *after})});
    }
    return Done{};
  }

 private:
  Result<ValueDraft> read_row(Scope& scope, const RowCells& cells) {
    const auto* measure = find_measure(cells.text("measure"));
    if (measure == nullptr)
      return invalid("", "No measure is called “" + shorten(cells.text("measure"), 60) +
                             "”. The page Measures lists them.");
    const auto year = year_of(cells.text("year"), scope.years());
    if (!year) return year.refusal();
    ValueDraft draft{
        .measure = measure->id, .academic_year = *year, .source = tidy_line(cells.text("source"))};
    const auto* unit = find_unit(cells.text("department"), *year, scope.years());
    if (unit == nullptr)
      return invalid("", "No department was called “" + shorten(cells.text("department"), 60) + "” in " +
                             scope.years().words(*year) + ".");
    draft.unit = unit->id;
    const auto state = state_of(cells.text("state"));
    if (!state) return invalid("", "The state is to be provisional or final.");
    draft.state = *state;
    auto numbers = read_numbers(cells, measure->in_year(*year));
    if (!numbers) return numbers.refusal();
    draft.numbers = *numbers;
    if (const auto faults = faults_of(draft, *measure, scope.today, scope.years()); !faults.empty())
      return invalid("", faults.front().message);
    if (draft.source.empty()) draft.source = measure->in_year(*year).source;
    return draft;
  }

  const Measure* find_measure(std::string_view text) const {
    const auto folded = fold(tidy_line(text));
    const auto code = measure_code_of(text);
    const auto found = std::ranges::find_if(ground_.measures, [&](const Measure& measure) {
      return measure.code == code ||
             std::ranges::any_of(measure.versions,
                                 [&](const MeasureVersion& version) { return fold(version.name) == folded; });
    });
    return found == ground_.measures.end() || folded.empty() ? nullptr : &*found;
  }

  const YearUnit* find_unit(std::string_view text, int academic_year, const AcademicYears& years) {
    auto known = units_.find(academic_year);
    if (known == units_.end())
      known = units_.emplace(academic_year, YearUnits(ground_.periods, directory_.org, academic_year, years))
                  .first;
    if (const auto* unit = known->second.find_name(text, directory_.org)) return unit;
    const auto* by_address = directory_.org.find_slug(text);
    return by_address == nullptr ? nullptr : known->second.find(by_address->id);
  }

  /// The parts where the file has them; else the number, a percentage with the whole that it is of.
  static Result<Numbers> read_numbers(const RowCells& cells, const MeasureVersion& version) {
    Numbers numbers;
    if (const auto done = read_people(cells, numbers); !done) return done.refusal();
    if (!cells.text("denominator").empty()) {
      const auto denominator = read_amount(cells.text("denominator"));
      if (!denominator) return denominator.refusal();
      numbers.denominator = *denominator;
    }
    const bool has_parts = !cells.text("numerator").empty();
    const auto number = read_amount(has_parts ? cells.text("numerator") : cells.text("value"));
    if (!number) return number.refusal();
    const bool is_ratio = version.shape == MeasureShape::percent || version.shape == MeasureShape::rate;
    if (!is_ratio || has_parts) {
      numbers.numerator = *number;
      return with_value_checked(cells, version, numbers);
    }
    if (!numbers.denominator && numbers.people) numbers.denominator = whole(*numbers.people);
    if (!numbers.denominator) return numbers;  // faults_of says what is missing
    const double scale = version.shape == MeasureShape::percent ? hundred : 1;
    numbers.numerator.hundredths = std::llround(static_cast<double>(number->hundredths) / hundred / scale *
                                                static_cast<double>(numbers.denominator->hundredths));
    return numbers;
  }

  static Result<Done> read_people(const RowCells& cells, Numbers& numbers) {
    if (cells.text("people").empty()) return Done{};
    const auto people = read_amount(cells.text("people"));
    if (!people) return people.refusal();
    if (people->hundredths % 100 != 0) return invalid("", "People are counted in whole ones.");
    numbers.people = people->hundredths / 100;
    return Done{};
  }

  /// A file that has a percentage and its parts says it twice.
  static Result<Numbers> with_value_checked(const RowCells& cells, const MeasureVersion& version,
                                            const Numbers& numbers) {
    const bool has_both = !cells.text("numerator").empty() && !cells.text("value").empty();
    if (!has_both || version.shape != MeasureShape::percent || !numbers.denominator ||
        numbers.denominator->hundredths == 0)
      return numbers;
    const auto value = read_amount(cells.text("value"));
    if (!value) return value.refusal();
    const auto made = std::llround(hundred * hundred * static_cast<double>(numbers.numerator.hundredths) /
                                   static_cast<double>(numbers.denominator->hundredths));
    if (std::abs(value->hundredths - made) > rounding_hundredths)
      return invalid("", std::string(cells.text("value")) + " is not " + parts_words(numbers) + ".");
    return numbers;
  }

  void plan_row(const FileRow& row, const ValueDraft& draft) {
    const auto& measure = *std::ranges::find(ground_.measures, draft.measure, &Measure::id);
    const Place place{draft.measure.value, draft.unit.value, draft.academic_year};
    if (const auto earlier = lines_.find(place); earlier != lines_.end())
      return add_twice(row, draft, earlier->second);
    lines_.emplace(place, Line{row.line, draft.source});
    const auto found = there_.find(place);
    const auto* there = found == there_.end() ? nullptr : found->second;
    if (const auto clash = measures::clash_of(draft, measure, there)) return add_fault(row, clash->message);
    if (there != nullptr && measures::says_the_same(draft, measure, *there)) return add_same();
    add_row(row, there == nullptr);
  }

  struct Line {
    int line;
    std::string source;
  };
  void add_twice(const FileRow& row, const ValueDraft& draft, const Line& earlier) {
    const bool is_other_source = fold(earlier.source) != fold(draft.source);
    add_fault(row, is_other_source
                       ? "Line " + std::to_string(earlier.line) + " has this figure from " + earlier.source +
                             ". One figure has one source."
                       : "This figure stands on line " + std::to_string(earlier.line) + " already.");
  }

  const Directory& directory_;
  measures::ReportGround ground_;
  std::map<Place, const MeasureValue*> there_;
  std::map<Place, Line> lines_;
  std::map<int, YearUnits> units_;
};

}  // namespace

std::unique_ptr<ImportPlan> plan_measures(const PlanInput& input) {
  return std::make_unique<MeasuresPlan>(input);
}

}  // namespace rapport::exchange
