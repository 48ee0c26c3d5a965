// The rules of measures.
#include "measures/measure.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport {
namespace {

constexpr std::array<std::string_view, 4> shape_codes{"amount", "money", "percent", "rate"};
constexpr std::array<std::string_view, 4> shape_words{"A number", "Pounds", "A percentage",
                                                      "So many for each"};
constexpr std::array<std::string_view, 3> better_codes{"up", "down", "neutral"};
constexpr std::array<std::string_view, 3> better_words{"More is better", "Less is better",
                                                       "Neither is better"};
constexpr std::array<std::string_view, 3> audience_codes{"library", "department", "everybody"};
constexpr std::array<std::string_view, 3> audience_words{"The library alone", "The department too",
                                                         "Anybody"};
constexpr std::array<std::string_view, 8> formula_codes{"people",  "sessions",    "students", "person_hours",
                                                        "modules", "one_to_ones", "chains",   "plan_items"};

template <class Enum, std::size_t n>
std::optional<Enum> position_of(const std::array<std::string_view, n>& codes, std::string_view code) {
  const auto found = std::ranges::find(codes, code);
  if (found == codes.end()) return std::nullopt;
  return static_cast<Enum>(found - codes.begin());
}

class Checking {
 public:
  Checking(const MeasureDraft& draft, const MeasureGround& ground, const AcademicYears& years)
      : draft_(draft), ground_(ground), years_(years) {}

  Result<MeasureVersion> check() {
    check_texts();
    check_choices();
    if (faults_.empty()) check_year();
    if (!faults_.empty()) return invalid(std::move(faults_));
    return version();
  }

 private:
  void fault(std::string field, std::string message) {
    faults_.push_back({std::move(field), std::move(message)});
  }

  void check_texts() {
    if (draft_.name.empty()) fault("name", "Give it a short name.");
    if (character_count(draft_.name) > measure_name_characters_max)
      fault("name", "A name is at most 80 characters long.");
    for (const auto& other : ground_.all)
      if (!is_this(other) && fold(other.current().name) == fold(draft_.name))
        fault("name", "There is a measure of that name already.");
    if (draft_.definition.empty()) fault("definition", "Say what is counted, in a sentence.");
    if (character_count(draft_.definition) > measure_text_characters_max)
      fault("definition", "Say it in at most 1,000 characters.");
    if (draft_.source.empty()) fault("source", "Say where the figures come from.");
    if (character_count(draft_.source) > measure_source_characters_max)
      fault("source", "A source is at most 120 characters long.");
    if (character_count(draft_.because) > measure_text_characters_max)
      fault("because", "Say it in at most 1,000 characters.");
  }

  void check_choices() {
    shape_ = measure_shape_of(draft_.shape);
    if (!shape_) fault("shape", "Choose what a figure is.");
    const bool needs_unit = shape_ == MeasureShape::amount || shape_ == MeasureShape::rate;
    if (needs_unit && draft_.unit.empty()) fault("unit", "Say what is counted: visits, item requests.");
    if (character_count(draft_.unit) > measure_unit_characters_max)
      fault("unit", "A unit is at most 40 characters long.");
    if (!better_of(draft_.better)) fault("better", "Choose which way is better.");
    if (!audience_of(draft_.audience)) fault("audience", "Choose who may be shown the figures.");
  }

  void check_year() {
    if (!draft_.starts_in || *draft_.starts_in < first_measured_year ||
        *draft_.starts_in > ground_.current_year + 1)
      return fault("starts_in", "Choose an academic year up to the next one.");
    if (ground_.measure == nullptr) return;
    const auto& before = ground_.measure->current();
    if (*draft_.starts_in < before.starts_in)
      return fault("starts_in", "The definition before begins with " + years_.words(before.starts_in) +
                                    ". Choose that year or a later one.");
    const bool breaks = !draft_.is_comparable || *shape_ != before.shape || unit() != before.unit ||
                        draft_.counts_people != before.counts_people;
    if (breaks && ground_.last_year_reported && *draft_.starts_in <= *ground_.last_year_reported)
      fault("starts_in",
            years_.words(*ground_.last_year_reported) +
                " has figures by the definition before, and a year is not counted in two ways. Let this one "
                "begin with " +
                years_.words(*ground_.last_year_reported + 1) + ", or take those figures back first.");
    const auto next = version();
    auto same = before;
    same.version = next.version;
    same.starts_in = next.starts_in;
    same.because = next.because;
    same.is_comparable = next.is_comparable;
    same.made_by = next.made_by;
    same.made_at = next.made_at;
    if (faults_.empty() && same == next && draft_.is_comparable)
      fault("definition", "Nothing is different from the definition of today.");
  }

  [[nodiscard]] bool is_this(const Measure& other) const {
    return ground_.measure != nullptr && other.id == ground_.measure->id;
  }
  [[nodiscard]] std::string unit() const {
    const bool has_unit = shape_ == MeasureShape::amount || shape_ == MeasureShape::rate;
    return has_unit ? draft_.unit : std::string();
  }
  [[nodiscard]] MeasureVersion version() const {
    return {.version = ground_.measure == nullptr ? 1 : ground_.measure->current().version + 1,
            .name = draft_.name,
            .definition = draft_.definition,
            .source = draft_.source,
            .shape = *shape_,
            .unit = unit(),
            .counts_people = draft_.counts_people,
            .better = *better_of(draft_.better),
            .audience = *audience_of(draft_.audience),
            .starts_in = *draft_.starts_in,
            .is_comparable = ground_.measure == nullptr || draft_.is_comparable,
            .because = draft_.because};
  }

  const MeasureDraft& draft_;
  const MeasureGround& ground_;
  const AcademicYears& years_;
  std::optional<MeasureShape> shape_;
  std::vector<Fault> faults_;
};

}  // namespace

std::string_view code(MeasureShape shape) {
  return shape_codes[static_cast<std::size_t>(shape)];
}
std::string_view code(Better better) {
  return better_codes[static_cast<std::size_t>(better)];
}
std::string_view code(Audience audience) {
  return audience_codes[static_cast<std::size_t>(audience)];
}
std::string_view code(Formula formula) {
  return formula_codes[static_cast<std::size_t>(formula)];
}
std::optional<MeasureShape> measure_shape_of(std::string_view code) {
  return position_of<MeasureShape>(shape_codes, code);
}
std::optional<Better> better_of(std::string_view code) {
  return position_of<Better>(better_codes, code);
}
std::optional<Audience> audience_of(std::string_view code) {
  return position_of<Audience>(audience_codes, code);
}
std::optional<Formula> formula_of(std::string_view code) {
  return position_of<Formula>(formula_codes, code);
}
std::string_view words(MeasureShape shape) {
  return shape_words[static_cast<std::size_t>(shape)];
}
std::string_view words(Better better) {
  return better_words[static_cast<std::size_t>(better)];
}
std::string_view words(Audience audience) {
  return audience_words[static_cast<std::size_t>(audience)];
}

const MeasureVersion& Measure::in_year(int academic_year) const {
  for (auto found = versions.rbegin(); found != versions.rend(); ++found)
    if (found->starts_in <= academic_year) return *found;
  return versions.front();
}

const MeasureVersion& Measure::version(int number) const {
  const auto found = std::ranges::find(versions, number, &MeasureVersion::version);
  return found == versions.end() ? versions.front() : *found;
}

bool are_comparable(const Measure& measure, int version, int other_version) {
  const auto [earlier, later] = std::minmax(version, other_version);
  return std::ranges::all_of(measure.versions, [&](const MeasureVersion& between) {
    return between.version <= earlier || between.version > later || between.is_comparable;
  });
}

MeasureDraft tidied(MeasureDraft draft) {
  draft.name = tidy_line(draft.name);
  draft.definition = tidy(draft.definition);
  draft.source = tidy_line(draft.source);
  draft.unit = tidy_line(draft.unit);
  draft.because = tidy(draft.because);
  return draft;
}

MeasureDraft draft_of(const MeasureVersion& version) {
  return {.name = version.name,
          .definition = version.definition,
          .source = version.source,
          .shape = std::string(code(version.shape)),
          .unit = version.unit,
          .counts_people = version.counts_people,
          .better = std::string(code(version.better)),
          .audience = std::string(code(version.audience)),
          .starts_in = version.starts_in,
          .is_comparable = true};
}

Result<MeasureVersion> checked(const MeasureDraft& draft, const MeasureGround& ground,
                               const AcademicYears& years) {
  return Checking(draft, ground, years).check();
}

std::string measure_code_of(std::string_view name) {
  return join(folded_words(name), "-");
}

}  // namespace rapport
