// Adds up, and decides what is suppressed.
#include "measures/figure_ground.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "measures/measure_store.hpp"
#include "measures/unit_years.hpp"
#include "organisation/academic_calendar.hpp"
#include "organisation/organisation.hpp"

namespace rapport::figures {
namespace {

constexpr std::int64_t minutes_of_an_hour = 60;
const std::string suppressed_words = "not shown: fewer than five people";

/// A counted year as the numbers of that formula; `people` where fewer than five are to be hidden.
Numbers numbers_of(Formula formula, const UnitYear& year, int plan_items) {
  const auto of_students = year.sized > 0 ? std::optional(year.students) : std::nullopt;
  switch (formula) {
    case Formula::people:
      return {.numerator = whole(year.people)};
    case Formula::sessions:
      return {.numerator = whole(year.sessions)};
    case Formula::students:
      return {.numerator = whole(year.students)};
    case Formula::person_hours:
      return {.numerator = whole((year.person_minutes + minutes_of_an_hour / 2) / minutes_of_an_hour),
              .people = of_students};
    case Formula::modules:
      return {.numerator = whole(year.modules)};
    case Formula::one_to_ones:
      return {.numerator = whole(year.one_to_ones)};
    case Formula::chains:
      return {.numerator = whole(year.chains)};
    case Formula::plan_items:
      return {.numerator = whole(plan_items)};
  }
  return {};
}

/// "1 May 2026"
std::string day_words(Date day) {
  return std::to_string(day.day()) + " " + std::string(month_name(day.month())) + " " +
         std::to_string(day.year());
}

void add_once(std::vector<std::string>& names, std::string name) {
  if (std::ranges::count(names, name) == 0) names.push_back(std::move(name));
}

/// The other sides of those of one day.
std::string others_of(const std::vector<Succession>& all, Date day, bool is_of_those_that_came,
                      const OrgDirectory& units) {
  std::vector<std::string> names;
  for (const auto& one : all)
    if (one.from == day)
      add_once(names, is_of_those_that_came
                          ? (one.is_part ? "a part of " : "") + std::string(units.name(one.unit))
                          : std::string(units.name(one.successor)));
  return join_words(names);
}

/// "Law and a part of English joined on 1 May 2026 and a part of it went to Film on 1 June 2026"
std::string what_happened(const std::vector<Succession>& came, const std::vector<Succession>& left,
                          const OrgDirectory& units) {
  std::vector<std::string> said;
  for (const auto& one : came)
    add_once(said, others_of(came, one.from, true, units) + " joined on " + day_words(one.from));
  for (const auto& one : left)
    add_once(said, "a part of it went to " + others_of(left, one.from, false, units) + " on " +
                       day_words(one.from));
  return join_words(said);
}

bool has_counts(UnitYear year) {
  year.ahead_on.reset();
  return year != UnitYear{};
}

/// Sessions that nobody has given a number of are no sessions with nobody.
bool is_known(Formula formula, const UnitYear& year) {
  if (year.sessions == 0) return true;
  if (formula == Formula::students) return year.sized > 0;
  return formula != Formula::person_hours || year.timed > 0;
}

}  // namespace

Ground::Ground(Scope& scope, const Directory& directory, int first_year, int last_year)
    : scope_(scope), directory_(directory) {
  scope.read([&](db::Reader& reader) {
    measures_ = measure_store::all(reader, scope.institution);
    periods_ = measure_store::unit_periods(reader, scope.institution);
    successions_ = organisation::successions(scope);
    values_ = measure_store::values_of_years(reader, scope.institution, first_year, last_year);
    for (auto& [key, year] : unit_year_store::of_years(reader, scope.institution, first_year, last_year))
      counted_.emplace(key, year);
    return 0;
  });
  for (int year = first_year; year <= last_year; ++year)
    units_.emplace(year, YearUnits(periods_, directory.org, year, scope.years()));
}

std::string Ground::origin_words(Id<OrgUnit> unit, int academic_year) const {
  const auto& years = scope_.years();
  if (successions_.empty() || units(academic_year - 1).find(unit) != nullptr) return {};
  const auto came = joined(successions_, std::array{unit}, years.first_day(academic_year).plus_days(-1),
                           years.last_day(academic_year));
  std::vector<std::string> names;
  for (const auto& one : came)
    if (one.from == came.front().from)
      add_once(names, (one.is_part ? "a part of " : "") + std::string(directory_.org.name(one.unit)));
  if (names.empty()) return {};
  return "until " + day_words(came.front().from.plus_days(-1)) + " it was " + join_words(names);
}

Change Ground::change(const Measure& measure, Id<OrgUnit> unit, int academic_year, const Compared& before,
                      const Compared& now) const {
  auto change = change_between(measure, before, now, scope_.years());
  if (before.numbers == nullptr && now.numbers != nullptr) {
    if (auto words = origin_words(unit, academic_year); !words.empty()) change.words = std::move(words);
    return change;
  }
  if (!change.direction || successions_.empty()) return change;
  const auto units = directory_.org.with_descendants(unit);
  const auto after = scope_.years().first_day(academic_year - 1);
  const auto until = std::min(scope_.years().last_day(academic_year), scope_.today);
  const auto came = joined(successions_, units, after, until);
  const auto left = parted(successions_, units, after, until);
  if (came.empty() && left.empty()) return change;
  return {.words = what_happened(came, left, directory_.org) + ", so the two cannot be compared",
          .is_of_other_units = true,
          .has_lost_part = came.empty()};
}

void Ground::count_now(Id<OrgUnit> unit, int academic_year) {
  if (scope_.years().first_day(academic_year) > scope_.today) return;
  const UnitYearKey key{unit, academic_year};
  scope_.read([&](db::Reader& reader) {
    counted_.insert_or_assign(key, unit_years::of(reader, scope_, directory_, key));
    items_.insert_or_assign(key, unit_year_store::plan_items(reader, scope_.institution, key));
    return 0;
  });
}

RawByUnit Ground::raw(const Measure& measure, int academic_year) const {
  RawByUnit all = measure.formula ? counted(measure, academic_year) : reported(measure, academic_year);
  for (const auto* top : units(academic_year).tops()) add_totals(all, *top, academic_year);
  return all;
}

RawByUnit Ground::reported(const Measure& measure, int academic_year) const {
  RawByUnit all;
  for (const auto& value : values_)
    if (value.measure == measure.id && value.academic_year == academic_year)
      all.emplace(value.unit, Raw{.numbers = value.numbers,
                                  .version = value.version,
                                  .is_provisional = value.state == ValueState::provisional,
                                  .value = &value});
  return all;
}

RawByUnit Ground::counted(const Measure& measure, int academic_year) const {
  RawByUnit all;
  const bool is_over = scope_.years().last_day(academic_year) < scope_.today;
  for (const auto& [key, year] : counted_) {
    if (key.academic_year != academic_year || !is_known(*measure.formula, year)) continue;
    const auto items = items_.find(key);
    const bool has_items = items != items_.end() && items->second > 0;
    // Of a department that was not there, nothing is no 0.
    if (!has_counts(year) && !has_items && units(academic_year).find(key.unit) == nullptr) continue;
    if (measure.formula == Formula::plan_items && items == items_.end()) continue;
    all.emplace(key.unit,
                Raw{.numbers = numbers_of(*measure.formula, year, items == items_.end() ? 0 : items->second),
                    .version = measure.in_year(academic_year).version,
                    .is_provisional = !is_over});
  }
  return all;
}

void Ground::add_totals(RawByUnit& all, const YearUnit& unit, int academic_year) const {
  std::optional<Raw> sum;
  const auto below = units(academic_year).children(unit.id);
  for (const auto* child : below) {
    add_totals(all, *child, academic_year);
    const auto found = all.find(child->id);
    if (found == all.end()) continue;
    if (!sum) {
      sum = Raw{.numbers = found->second.numbers, .version = found->second.version};
    } else {
      sum->numbers = sum->numbers + found->second.numbers;
    }
    sum->is_provisional = sum->is_provisional || found->second.is_provisional;
  }
  if (!sum) return;
  sum->is_summed = true;
  const auto own = all.find(unit.id);
  if (own == all.end()) {
    all.emplace(unit.id, *sum);
  } else if (own->second.value == nullptr) {
    // What it counted itself stands beside its departments.
    own->second.numbers = own->second.numbers + sum->numbers;
    own->second.is_summed = true;
  }
}

Shown::Shown(const Ground& ground, const Measure& measure, int academic_year)
    : measure_(measure), raw_(ground.raw(measure, academic_year)), units_(ground.units(academic_year)) {
  whole_ = sum_of_tops();
  decide();
}

Cell Shown::cell(Id<OrgUnit> unit) const {
  const auto found = raw_.find(unit);
  return found == raw_.end() ? Cell{} : cell_of(found->second, suppressed_.contains(unit), units_.find(unit));
}

Cell Shown::whole_library() const {
  return whole_ ? cell_of(*whole_, is_whole_suppressed_, nullptr) : Cell{};
}

const Numbers* Shown::numbers(Id<OrgUnit> unit) const {
  const auto found = raw_.find(unit);
  return found == raw_.end() ? nullptr : &found->second.numbers;
}

std::optional<Raw> Shown::sum_of_tops() const {
  std::optional<Raw> sum;
  for (const auto* top : units_.tops()) {
    const auto found = raw_.find(top->id);
    if (found == raw_.end()) continue;
    if (sum)
      sum->numbers = sum->numbers + found->second.numbers;
    else
      sum = Raw{.numbers = found->second.numbers, .version = found->second.version};
    sum->is_provisional = sum->is_provisional || found->second.is_provisional;
  }
  if (sum) sum->is_summed = true;
  return sum;
}

/// Where Rapport counted nothing, there is nobody to recognise.
bool Shown::is_small_here(const Raw& raw) const {
  const bool is_nothing = measure_.formula && raw.numbers.numerator.hundredths == 0;
  return !is_nothing && is_small(measure_.version(raw.version), raw.numbers);
}

void Shown::add_cells(std::vector<SuppressionCell>& cells, std::vector<Id<OrgUnit>>& places,
                      const YearUnit& unit, std::size_t above) {
  const auto found = raw_.find(unit.id);
  const auto place = cells.size();
  if (found != raw_.end()) {
    cells.push_back({above, found->second.numbers, is_small_here(found->second)});
    places.push_back(unit.id);
  }
  for (const auto* child : units_.children(unit.id))
    add_cells(cells, places, *child, found == raw_.end() ? above : place);
}

void Shown::decide() {
  if (!whole_) return;
  std::vector<SuppressionCell> cells{{{}, whole_->numbers, is_small_here(*whole_)}};
  std::vector<Id<OrgUnit>> places{Id<OrgUnit>{}};
  for (const auto* top : units_.tops()) add_cells(cells, places, *top, 0);
  const auto hidden = suppressed_cells(cells);
  is_whole_suppressed_ = hidden.front();
  for (std::size_t i = 1; i < hidden.size(); ++i)
    if (hidden[i]) suppressed_.emplace(places[i], true);
}

Cell Shown::cell_of(const Raw& raw, bool is_suppressed, const YearUnit* unit) const {
  const auto& version = measure_.version(raw.version);
  Cell cell{.version = raw.version,
            .is_provisional = raw.is_provisional,
            .is_summed = raw.is_summed,
            .source = raw.value != nullptr ? raw.value->source : version.source};
  if (raw.value != nullptr) cell.value = raw.value->id;
  if (raw.value != nullptr && unit != nullptr && raw.value->unit_name != unit->name)
    cell.unit_name = raw.value->unit_name;
  if (is_suppressed) {
    cell.kind = Cell::Kind::suppressed;
    cell.words = suppressed_words;
    return cell;
  }
  cell.kind = Cell::Kind::shown;
  cell.words = figure_words(version, raw.numbers);
  cell.number = figure_number(version, raw.numbers);
  cell.amount = figure_amount(version, raw.numbers);
  cell.parts = parts_words(raw.numbers);
  if (raw.value != nullptr) cell.people = raw.numbers.people;
  return cell;
}

}  // namespace rapport::figures
