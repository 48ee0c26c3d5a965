// A measure: what a figure of departments and academic years means, in versions, and the rules of that. Plain
// data; no SQL, no HTTP, no clock.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "scope/academic_years.hpp"

namespace rapport {

struct Measure;
struct Staff;

/// How its figures are made and written: "1,204 visits", "£1,200", "78 %" of a whole, "31.5 item requests per
/// student".
enum class MeasureShape { amount, money, percent, rate };
/// Which way is better. Neutral where neither is.
enum class Better { up, down, neutral };
/// Who may be shown its figures, each including those before.
enum class Audience { library, department, everybody };

[[nodiscard]] std::string_view code(MeasureShape shape);
[[nodiscard]] std::string_view code(Better better);
[[nodiscard]] std::string_view code(Audience audience);
[[nodiscard]] std::optional<MeasureShape> measure_shape_of(std::string_view code);
[[nodiscard]] std::optional<Better> better_of(std::string_view code);
[[nodiscard]] std::optional<Audience> audience_of(std::string_view code);
[[nodiscard]] std::string_view words(MeasureShape shape);  ///< "A number"
[[nodiscard]] std::string_view words(Better better);       ///< "More is better"
[[nodiscard]] std::string_view words(Audience audience);   ///< "The library alone"

/// What Rapport counts itself (product.md), beside figures from elsewhere.
enum class Formula { people, sessions, students, person_hours, modules, one_to_ones, chains, plan_items };
inline constexpr Formula formulas[] = {Formula::people,       Formula::sessions,  Formula::students,
                                       Formula::person_hours, Formula::modules,   Formula::one_to_ones,
                                       Formula::chains,       Formula::plan_items};
[[nodiscard]] std::string_view code(Formula formula);
[[nodiscard]] std::optional<Formula> formula_of(std::string_view code);

struct MeasureVersion {
  int version = 1;
  std::string name = {};
  std::string definition = {};
  std::string source = {};  ///< "SCONUL return, question 5"
  MeasureShape shape = MeasureShape::amount;
  std::string unit = {};  ///< "visits"; of a rate "item requests per student"; empty for money and percent
  bool counts_people = false;
  Better better = Better::neutral;
  Audience audience = Audience::library;
  int starts_in = 0;          ///< academic year
  bool is_comparable = true;  ///< with the version before
  std::string because = {};
  std::optional<Id<Staff>> made_by = {};
  Instant made_at = {};

  friend bool operator==(const MeasureVersion&, const MeasureVersion&) = default;
};

struct Measure {
  Id<Measure> id = {};
  std::string code = {};
  std::optional<Formula> formula = {};  ///< nothing for figures from elsewhere
  int position = 0;
  std::optional<Instant> retired_at = {};
  std::vector<MeasureVersion> versions = {};  ///< oldest first, at least one

  [[nodiscard]] const MeasureVersion& current() const { return versions.back(); }
  /// What it means in that academic year; of years before the first version, the first.
  [[nodiscard]] const MeasureVersion& in_year(int academic_year) const;
  [[nodiscard]] const MeasureVersion& version(int number) const;
};

/// Whether figures counted by these versions can be set side by side: no version after the earlier one, up to
/// the later one, breaks with its predecessor (product.md: an arrow only where versions are comparable).
[[nodiscard]] bool are_comparable(const Measure& measure, int version, int other_version);

/// A definition as somebody typed it.
struct MeasureDraft {
  std::string name = {};
  std::string definition = {};
  std::string source = {};
  std::string shape = "amount";
  std::string unit = {};
  bool counts_people = false;
  std::string better = "neutral";
  std::string audience = "library";
  std::optional<int> starts_in = {};
  bool is_comparable = true;
  std::string because = {};

  friend bool operator==(const MeasureDraft&, const MeasureDraft&) = default;
};
[[nodiscard]] MeasureDraft tidied(MeasureDraft draft);
[[nodiscard]] MeasureDraft draft_of(const MeasureVersion& version);

inline constexpr int first_measured_year = 1950;
inline constexpr std::size_t measure_name_characters_max = 80;
inline constexpr std::size_t measure_text_characters_max = 1'000;
inline constexpr std::size_t measure_unit_characters_max = 40;
inline constexpr std::size_t measure_source_characters_max = 120;

/// What a new version is measured against.
struct MeasureGround {
  const Measure* measure = nullptr;            ///< nothing for a new one
  std::span<const Measure> all = {};           ///< for names that are taken
  std::optional<int> last_year_reported = {};  ///< of this measure
  int current_year = 0;                        ///< academic year of today
};
/// Of a tidied draft. Fields: name, definition, source, shape, unit, better, audience, starts_in, because. A
/// version that is not comparable, or of another shape or unit, begins after the last year that has figures:
/// a year is not counted in two ways (field starts_in).
[[nodiscard]] Result<MeasureVersion> checked(const MeasureDraft& draft, const MeasureGround& ground,
                                             const AcademicYears& years);

/// "item-requests" of "Item requests".
[[nodiscard]] std::string measure_code_of(std::string_view name);

}  // namespace rapport
