// Reads figures: what was reported and what is counted, totals, suppression, words.
#include "measures/figures.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include "base/text.hpp"
#include "interactions/interactions.hpp"
#include "measures/figure_ground.hpp"
#include "measures/unit_years.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::figures {
namespace {

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

Compared compared(const Numbers* numbers, const Cell& cell, int months) {
  return {numbers, cell.version, cell.kind == Cell::Kind::suppressed, months};
}

Figure figure_of(const Ground& ground, const Measure& measure, Id<OrgUnit> unit, int academic_year) {
  const Shown now(ground, measure, academic_year);
  const Shown before(ground, measure, academic_year - 1);
  Figure figure{.measure = measure, .now = now.cell(unit), .before = before.cell(unit)};
  if (figure.now.kind == Cell::Kind::none) figure.now.version = measure.in_year(academic_year).version;
  figure.change = ground.change(
      measure, unit, academic_year,
      compared(before.numbers(unit), figure.before, ground.academic_years().months(academic_year - 1)),
      compared(now.numbers(unit), figure.now, ground.academic_years().months(academic_year)));
  figure.sentence = sentence_of(figure);
  return figure;
}

/// From each year to the one after; `numbers` are those of the years in their order.
void add_changes(Table::Row& row, const Ground& ground, const Table& table,
                 const std::vector<const Numbers*>& numbers) {
  const auto side = [&](std::size_t i) {
    return compared(numbers[i], row.cells[i], ground.academic_years().months(table.years[i]));
  };
  for (std::size_t i = 0; i + 1 < row.cells.size(); ++i)
    row.changes.push_back(ground.change(table.measure, row.unit, table.years[i], side(i + 1), side(i)));
}

/// Whoever joins whom, the whole stays the same.
Table::Row whole_row(const Ground& ground, const Table& table, const std::vector<Shown>& shown) {
  Table::Row whole{.name = "The whole university"};
  std::vector<const Numbers*> numbers;
  for (const auto& year : shown) {
    whole.cells.push_back(year.whole_library());
    numbers.push_back(year.whole_numbers());
  }
  add_changes(whole, ground, table, numbers);
  return whole;
}

void add_row(Table& table, const Ground& ground, const std::vector<Shown>& shown, const OrgUnitEntry& unit,
             int depth) {
  Table::Row row{.unit = unit.id, .slug = unit.slug, .depth = depth};
  std::vector<const Numbers*> numbers;
  for (std::size_t i = 0; i < table.years.size(); ++i) {
    row.cells.push_back(shown[i].cell(unit.id));
    numbers.push_back(shown[i].numbers(unit.id));
    const auto* then = ground.units(table.years[i]).find(unit.id);
    if (row.name.empty() && then != nullptr) row.name = then->name;
  }
  add_changes(row, ground, table, numbers);
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

void count_all_now(Ground& ground, const Directory& directory, int last_year, int years) {
  for (const auto& unit : directory.org.units())
    for (int year = last_year; year > last_year - years; --year) ground.count_now(unit.id, year);
}

Table table_of(const Ground& ground, const Directory& directory, const Measure& measure, int last_year,
               int years) {
  Table table{.measure = measure};
  for (int year = last_year; year > last_year - years; --year) table.years.push_back(year);
  std::vector<Shown> shown;
  shown.reserve(table.years.size());
  for (const int year : table.years) shown.emplace_back(ground, table.measure, year);
  add_rows(table, ground, shown, directory);
  if (!table.rows.empty()) table.rows.insert(table.rows.begin(), whole_row(ground, table, shown));
  return table;
}

}  // namespace

const Figure* Sheet::find(std::string_view code) const {
  const auto found =
      std::ranges::find(figures, code, [](const Figure& figure) { return figure.measure.code; });
  return found == figures.end() ? nullptr : &*found;
}

Result<Sheet> sheet(Scope& scope, const Directory& directory, const OrgUnitEntry& unit, int academic_year,
                    Audience audience) {
  if (academic_year < first_measured_year || academic_year > scope.years().of(scope.today) + 1)
    return not_found("There are no figures of that academic year.");
  Ground ground(scope, directory, academic_year - 1, academic_year);
  const auto* then = ground.units(academic_year).find(unit.id);
  if (then == nullptr)
    return not_found(unit.name + " did not exist in " + scope.years().words(academic_year) + ".");
  // Of a faculty each department's count; one or two look-ups by key each.
  for (const auto id : directory.org.with_descendants(unit.id)) {
    ground.count_now(id, academic_year);
    ground.count_now(id, academic_year - 1);
  }
  Sheet sheet{.unit = &unit,
              .unit_name = then->name,
              .academic_year = academic_year,
              .has_begun = scope.years().first_day(academic_year) <= scope.today};
  for (const auto& measure : ground.measures())
    if (!measure.retired_at && measure.in_year(academic_year).audience >= audience)
      sheet.figures.push_back(figure_of(ground, measure, unit.id, academic_year));
  return sheet;
}

Table table(Scope& scope, const Directory& directory, const Measure& measure, int last_year, int years) {
  Ground ground(scope, directory, last_year - years + 1, last_year);
  if (measure.formula) count_all_now(ground, directory, last_year, years);
  return table_of(ground, directory, measure, last_year, years);
}

std::vector<Table> tables(Scope& scope, const Directory& directory, int last_year, int years,
                          Audience audience) {
  Ground ground(scope, directory, last_year - years + 1, last_year);
  count_all_now(ground, directory, last_year, years);
  std::vector<Table> tables;
  for (const auto& measure : ground.measures())
    if (!measure.retired_at && measure.in_year(last_year).audience >= audience)
      tables.push_back(table_of(ground, directory, measure, last_year, years));
  return tables;
}

Rows rows_behind(Scope& scope, const Directory& directory, const Measure& measure, Id<OrgUnit> unit,
                 int academic_year) {
  Rows rows;
  if (!measure.formula) return rows;
  const unit_year_store::Span span{scope.years().first_day(academic_year),
                                   std::min(scope.years().last_day(academic_year), scope.today)};
  const auto show = [&](const std::vector<Id<Interaction>>& ids) {
    rows.conversations = interactions::several(scope, ids);
    rows.not_shown = static_cast<int>(ids.size() - rows.conversations.size());
  };
  scope.read([&](db::Reader& reader) {
    const auto institution = scope.institution;
    switch (*measure.formula) {
      case Formula::people:
        for (const auto record : unit_year_store::people_spoken_with(reader, institution, unit, span))
          if (const auto* person = directory.people.find_counted(record);
              person != nullptr && std::ranges::count(rows.people, person) == 0)
            rows.people.push_back(person);
        break;
      case Formula::modules:
        rows.modules = unit_year_store::modules_of(reader, institution, unit, span);
        break;
      case Formula::plan_items:
        rows.items = unit_year_store::plan_items_of(reader, institution, {unit, academic_year});
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
