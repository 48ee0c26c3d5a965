// Reads figures: what was reported and what is counted, totals, suppression, words.
#include "measures/figures.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include "base/text.hpp"
#include "interactions/interactions.hpp"
#include "measures/measure_store.hpp"
#include "measures/suppression.hpp"
#include "measures/unit_years.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::figures {
namespace {

constexpr std::int64_t minutes_of_an_hour = 60;
const std::string suppressed_words = "not shown: fewer than five people";

/// A figure before anybody decided whether it may be shown.
struct Raw {
  Numbers numbers = {};
  int version = 1;
  bool is_provisional = false;
  bool is_summed = false;
  const MeasureValue* value = nullptr;
};
using RawByUnit = std::map<Id<OrgUnit>, Raw>;

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
      return {.numerator = {year.person_minutes * 100 / minutes_of_an_hour}, .people = of_students};
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

/// Sessions that nobody has given a number of are no sessions with nobody.
bool is_known(Formula formula, const UnitYear& year) {
  if (year.sessions == 0) return true;
  if (formula == Formula::students) return year.sized > 0;
  return formula != Formula::person_hours || year.timed > 0;
}

/// What there is of two or more years, read once.
class Ground {
 public:
  Ground(Scope& scope, const Directory& directory, int first_year, int last_year)
      : scope_(scope), directory_(directory) {
    scope.read([&](db::Reader& reader) {
      measures_ = measure_store::all(reader, scope.institution);
      periods_ = measure_store::unit_periods(reader, scope.institution);
      values_ = measure_store::values_of_years(reader, scope.institution, first_year, last_year);
      for (auto& [key, year] : unit_year_store::of_years(reader, scope.institution, first_year, last_year))
        counted_.emplace(key, year);
      return 0;
    });
    for (int year = first_year; year <= last_year; ++year)
      units_.emplace(year, YearUnits(periods_, directory.org, year));
  }

  [[nodiscard]] const std::vector<Measure>& measures() const { return measures_; }
  [[nodiscard]] const YearUnits& units(int academic_year) const { return units_.at(academic_year); }

  /// The unit's own count as it is at this moment.
  void count_now(Id<OrgUnit> unit, int academic_year) {
    if (first_day_of(academic_year) > scope_.today) return;
    const UnitYearKey key{unit, academic_year};
    scope_.read([&](db::Reader& reader) {
      counted_.insert_or_assign(key, unit_years::of(reader, scope_, directory_, key));
      items_.insert_or_assign(key,
                              unit_year_store::plan_items(reader, scope_.institution, unit,
                                                          unit_years::begin_of(scope_, academic_year),
                                                          unit_years::begin_of(scope_, academic_year + 1)));
      return 0;
    });
  }

  /// Every unit's figure, totals where nothing was reported.
  [[nodiscard]] RawByUnit raw(const Measure& measure, int academic_year) const {
    RawByUnit all = measure.formula ? counted(measure, academic_year) : reported(measure, academic_year);
    for (const auto* top : units(academic_year).tops()) add_totals(all, *top, academic_year);
    return all;
  }

 private:
  [[nodiscard]] RawByUnit reported(const Measure& measure, int academic_year) const {
    RawByUnit all;
    for (const auto& value : values_)
      if (value.measure == measure.id && value.academic_year == academic_year)
        all.emplace(value.unit, Raw{.numbers = value.numbers,
                                    .version = value.version,
                                    .is_provisional = value.state == ValueState::provisional,
                                    .value = &value});
    return all;
  }

  [[nodiscard]] RawByUnit counted(const Measure& measure, int academic_year) const {
    RawByUnit all;
    const bool is_over = last_day_of(academic_year) < scope_.today;
    for (const auto& [key, year] : counted_) {
      if (key.academic_year != academic_year || !is_known(*measure.formula, year)) continue;
      const auto items = items_.find(key);
      if (measure.formula == Formula::plan_items && items == items_.end()) continue;
      all.emplace(key.unit, Raw{.numbers = numbers_of(*measure.formula, year,
                                                      items == items_.end() ? 0 : items->second),
                                .version = measure.in_year(academic_year).version,
                                .is_provisional = !is_over});
    }
    return all;
  }

  void add_totals(RawByUnit& all, const YearUnit& unit, int academic_year) const {
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
      all.emplace(unit.id, std::move(*sum));
    } else if (own->second.value == nullptr) {
      // What it counted itself stands beside its departments.
      own->second.numbers = own->second.numbers + sum->numbers;
      own->second.is_summed = true;
    }
  }

  Scope& scope_;
  const Directory& directory_;
  std::vector<Measure> measures_;
  std::vector<UnitPeriod> periods_;
  std::vector<MeasureValue> values_;
  std::map<UnitYearKey, UnitYear> counted_;
  std::map<UnitYearKey, int> items_;
  std::map<int, YearUnits> units_;
};

/// Every unit's figure of one measure and year, as it may be shown; the whole library's stands under no unit.
class Shown {
 public:
  Shown(const Ground& ground, const Measure& measure, int academic_year)
      : measure_(measure), raw_(ground.raw(measure, academic_year)), units_(ground.units(academic_year)) {
    whole_ = sum_of_tops();
    decide();
  }

  [[nodiscard]] Cell cell(Id<OrgUnit> unit) const {
    const auto found = raw_.find(unit);
    return found == raw_.end() ? Cell{}
                               : cell_of(found->second, suppressed_.contains(unit), units_.find(unit));
  }
  [[nodiscard]] Cell whole_library() const {
    return whole_ ? cell_of(*whole_, is_whole_suppressed_, nullptr) : Cell{};
  }
  [[nodiscard]] const Numbers* numbers(Id<OrgUnit> unit) const {
    const auto found = raw_.find(unit);
    return found == raw_.end() ? nullptr : &found->second.numbers;
  }

 private:
  [[nodiscard]] std::optional<Raw> sum_of_tops() const {
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
  [[nodiscard]] bool is_small_here(const Raw& raw) const {
    const bool is_nothing = measure_.formula && raw.numbers.numerator.hundredths == 0;
    return !is_nothing && is_small(measure_.version(raw.version), raw.numbers);
  }

  void add_cells(std::vector<SuppressionCell>& cells, std::vector<Id<OrgUnit>>& places, const YearUnit& unit,
                 std::size_t above) {
    const auto found = raw_.find(unit.id);
    const auto place = cells.size();
    if (found != raw_.end()) {
      cells.push_back({above, found->second.numbers, is_small_here(found->second)});
      places.push_back(unit.id);
    }
    for (const auto* child : units_.children(unit.id))
      add_cells(cells, places, *child, found == raw_.end() ? above : place);
  }

  void decide() {
    if (!whole_) return;
    std::vector<SuppressionCell> cells{{{}, whole_->numbers, is_small_here(*whole_)}};
    std::vector<Id<OrgUnit>> places{Id<OrgUnit>{}};
    for (const auto* top : units_.tops()) add_cells(cells, places, *top, 0);
    const auto hidden = suppressed_cells(cells);
    is_whole_suppressed_ = hidden.front();
    for (std::size_t i = 1; i < hidden.size(); ++i)
      if (hidden[i]) suppressed_.emplace(places[i], true);
  }

  [[nodiscard]] Cell cell_of(const Raw& raw, bool is_suppressed, const YearUnit* unit) const {
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
    cell.parts = parts_words(raw.numbers);
    if (raw.value != nullptr) cell.people = raw.numbers.people;
    return cell;
  }

  const Measure& measure_;
  RawByUnit raw_;
  const YearUnits& units_;
  std::optional<Raw> whole_;
  bool is_whole_suppressed_ = false;
  std::map<Id<OrgUnit>, bool> suppressed_;
};

std::string sentence_of(const Figure& figure) {
  const auto& now = figure.now;
  if (now.kind == Cell::Kind::none && figure.before.is_shown())
    return "No figure yet; " + figure.before.words + " the year before.";
  if (now.kind == Cell::Kind::none) return "No figure yet.";
  if (now.kind == Cell::Kind::suppressed) return "Not shown, so that nobody can be recognised.";
  auto sentence = now.words + (now.parts.empty() ? "" : " (" + now.parts + ")");
  if (now.is_provisional) sentence += " so far";
  if (!figure.before.is_shown()) return sentence + ".";
  if (!figure.change.direction)
    return sentence + "; " + figure.before.words + " the year before, " + figure.change.words + ".";
  if (*figure.change.direction == Direction::same) return sentence + ", the same as the year before.";
  return sentence + ", " + figure.change.words + " (" + figure.before.number + " the year before).";
}

Compared compared(const Shown& shown, Id<OrgUnit> unit, const Cell& cell) {
  return {shown.numbers(unit), cell.version, cell.kind == Cell::Kind::suppressed};
}

Figure figure_of(const Ground& ground, const Measure& measure, Id<OrgUnit> unit, int academic_year) {
  const Shown now(ground, measure, academic_year);
  const Shown before(ground, measure, academic_year - 1);
  Figure figure{.measure = measure, .now = now.cell(unit), .before = before.cell(unit)};
  if (figure.now.kind == Cell::Kind::none) figure.now.version = measure.in_year(academic_year).version;
  figure.change =
      change_between(measure, compared(before, unit, figure.before), compared(now, unit, figure.now));
  figure.sentence = sentence_of(figure);
  return figure;
}

void add_row(Table& table, const Ground& ground, const std::vector<Shown>& shown, const OrgUnitEntry& unit,
             int depth) {
  Table::Row row{.unit = unit.id, .slug = unit.slug, .depth = depth};
  for (std::size_t i = 0; i < table.years.size(); ++i) {
    row.cells.push_back(shown[i].cell(unit.id));
    const auto* then = ground.units(table.years[i]).find(unit.id);
    if (row.name.empty() && then != nullptr) row.name = then->name;
  }
  if (std::ranges::any_of(row.cells, [](const Cell& cell) { return cell.kind != Cell::Kind::none; }))
    table.rows.push_back(std::move(row));
}

/// Below one another as in the newest of the years that has them.
void add_rows(Table& table, const Ground& ground, const std::vector<Shown>& shown,
              const Directory& directory) {
  std::map<Id<OrgUnit>, std::optional<Id<OrgUnit>>> parents;
  for (const int year : table.years)
    for (const auto& unit : ground.units(year).all()) parents.emplace(unit.id, unit.parent);
  const auto walk = [&](const auto& self, std::optional<Id<OrgUnit>> above, int depth) -> void {
    for (const auto& unit : directory.org.units()) {
      const auto found = parents.find(unit.id);
      if (found == parents.end()) continue;
      const bool is_top = !found->second || !parents.contains(*found->second);
      if (above ? found->second != above : !is_top) continue;
      add_row(table, ground, shown, unit, depth);
      if (depth < 10) self(self, unit.id, depth + 1);
    }
  };
  walk(walk, std::nullopt, 1);
}

}  // namespace

const Figure* Sheet::find(std::string_view code) const {
  const auto found =
      std::ranges::find(figures, code, [](const Figure& figure) { return figure.measure.code; });
  return found == figures.end() ? nullptr : &*found;
}

Result<Sheet> sheet(Scope& scope, const Directory& directory, const OrgUnitEntry& unit, int academic_year,
                    Audience audience) {
  if (academic_year < first_measured_year || academic_year > academic_year_of(scope.today) + 1)
    return not_found("There are no figures of that academic year.");
  Ground ground(scope, directory, academic_year - 1, academic_year);
  const auto* then = ground.units(academic_year).find(unit.id);
  if (then == nullptr)
    return not_found(unit.name + " did not exist in " + academic_year_words(academic_year) + ".");
  // Of a faculty each department's count; one or two look-ups by key each.
  for (const auto id : directory.org.with_descendants(unit.id)) {
    ground.count_now(id, academic_year);
    ground.count_now(id, academic_year - 1);
  }
  Sheet sheet{.unit = &unit,
              .unit_name = then->name,
              .academic_year = academic_year,
              .has_begun = first_day_of(academic_year) <= scope.today};
  for (const auto& measure : ground.measures())
    if (!measure.retired_at && measure.in_year(academic_year).audience >= audience)
      sheet.figures.push_back(figure_of(ground, measure, unit.id, academic_year));
  return sheet;
}

Table table(Scope& scope, const Directory& directory, const Measure& measure, int last_year, int years) {
  Table table{.measure = measure};
  for (int year = last_year; year > last_year - years; --year) table.years.push_back(year);
  Ground ground(scope, directory, table.years.back(), last_year);
  if (measure.formula)
    for (const auto& unit : directory.org.units())
      for (const int year : table.years) ground.count_now(unit.id, year);
  std::vector<Shown> shown;
  for (const int year : table.years) shown.emplace_back(ground, table.measure, year);
  Table::Row whole{.name = "The whole university"};
  for (const auto& year : shown) whole.cells.push_back(year.whole_library());
  add_rows(table, ground, shown, directory);
  if (!table.rows.empty()) table.rows.insert(table.rows.begin(), std::move(whole));
  return table;
}

Rows rows_behind(Scope& scope, const Directory& directory, const Measure& measure, Id<OrgUnit> unit,
                 int academic_year) {
  Rows rows;
  if (!measure.formula) return rows;
  const unit_year_store::Span span{first_day_of(academic_year),
                                   std::min(last_day_of(academic_year), scope.today)};
  const auto show = [&](const std::vector<Id<Interaction>>& ids) {
    rows.conversations = interactions::several(scope, ids);
    rows.not_shown = static_cast<int>(ids.size() - rows.conversations.size());
  };
  scope.read([&](db::Reader& reader) {
    const auto institution = scope.institution;
    switch (*measure.formula) {
      case Formula::people:
        for (const auto record : unit_year_store::people_spoken_with(reader, institution, unit, span))
          if (const auto* person = directory.people.find(record);
              person != nullptr && std::ranges::count(rows.people, person) == 0)
            rows.people.push_back(person);
        break;
      case Formula::modules:
        rows.modules = unit_year_store::modules_of(reader, institution, unit, span);
        break;
      case Formula::plan_items:
        rows.items = unit_year_store::plan_items_of(reader, institution, unit,
                                                    unit_years::begin_of(scope, academic_year),
                                                    unit_years::begin_of(scope, academic_year + 1));
        break;
      case Formula::chains:
        show(unit_year_store::chain_ends_of(reader, institution, unit, span));
        break;
      case Formula::one_to_ones:
        show(unit_year_store::sessions_of(reader, institution, unit, span, Family::consultation));
        break;
      case Formula::sessions:
      case Formula::students:
      case Formula::person_hours:
        show(unit_year_store::sessions_of(reader, institution, unit, span, Family::teaching));
        break;
    }
    return 0;
  });
  return rows;
}

void add(Rows& rows, Rows more) {
  const auto has = [](const auto& all, const auto& one, auto key) {
    return std::ranges::count(all, std::invoke(key, one), key) > 0;
  };
  for (auto& one : more.conversations)
    if (!has(rows.conversations, one, &Interaction::id)) rows.conversations.push_back(std::move(one));
  for (const auto* person : more.people)
    if (std::ranges::count(rows.people, person) == 0) rows.people.push_back(person);
  for (const auto& module : more.modules)
    if (!has(rows.modules, module, &unit_year_store::ModuleCount::module)) rows.modules.push_back(module);
  std::ranges::move(more.items, std::back_inserter(rows.items));
  rows.not_shown += more.not_shown;
}

}  // namespace rapport::figures
