// Gathers a sheet's facts from the chapters.
#include "headlines/sheet_reading.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/text.hpp"
#include "bumps/chains.hpp"
#include "bumps/stories.hpp"
#include "headlines/sheet_chain.hpp"
#include "headlines/sheet_facts_store.hpp"
#include "headlines/sheet_plan.hpp"
#include "headlines/sheet_talk.hpp"
#include "organisation/academic_calendar.hpp"
#include "organisation/organisation.hpp"
#include "relationships/champions.hpp"
#include "relationships/relationships.hpp"

namespace rapport::headlines {
namespace {

using sheet_facts_store::Span;
using Units = std::vector<Id<OrgUnit>>;

constexpr std::size_t chains_looked_at = 20;
constexpr std::size_t people_one_by_one = 1000;  // beyond, all are read at once

std::int64_t staff_in_year(Scope& scope, const Directory& directory, Id<OrgUnit> unit, Span span) {
  std::unordered_set<Id<Person>> people;
  scope.read([&](db::Reader& reader) {
    for (const auto record : sheet_facts_store::people_with_posts(reader, scope.institution, unit, span))
      if (const auto* person = directory.people.find_counted(record)) people.insert(person->id);
    return 0;
  });
  return static_cast<std::int64_t>(people.size());
}

LevelFacts levels_of(Scope& scope, const Directory& directory, const Units& units) {
  std::vector<Id<Person>> people;
  for (const auto& person : directory.people.in_name_order())
    if (person->is_here && !person->merged_into && person->unit &&
        std::ranges::count(units, *person->unit) > 0)
      people.push_back(person->id);
  const auto scale = relationships::current_scale(scope);
  LevelFacts facts{.counts = std::vector<int>(scale.levels.size()), .as_of = scope.today};
  for (const auto& level : scale.levels) facts.names.push_back(level.name);
  const auto standings = people.size() > people_one_by_one
                             ? relationships::all_standings(scope, directory)
                             : relationships::standings_of(scope, directory, people);
  for (const auto id : people) {
    const auto found = standings.find(id);
    const int level = found == standings.end() ? 0 : found->second.level();
    ++facts.counts.at(static_cast<std::size_t>(std::clamp(level, 0, scale.top())));
  }
  return facts;
}

void read_talk(Scope& scope, const Directory& directory, Id<OrgUnit> unit, Span span, SheetFacts& facts) {
  TalkTally tally(directory, span.first, facts.months.counts.size());
  scope.read([&](db::Reader& reader) {
    sheet_facts_store::each_talk(reader, scope.institution, unit, span,
                                 [&](const sheet_facts_store::Talk& talk) { tally.add(talk); });
    return 0;
  });
  facts.months.counts = tally.months();
  facts.topics = tally.topics();
  facts.modules = tally.modules();
}

std::optional<ChainFact> told_chain(Scope& scope, const Directory& directory, const Story& story,
                                    Date until) {
  const auto chain = chains::get(scope, story.interaction);
  if (!chain) return std::nullopt;
  const auto seen = for_others(*chain);
  const auto steps = shown_steps(seen, story.told.path, until);
  if (!is_worth_telling(seen, steps, directory.vocabulary)) return std::nullopt;
  ChainFact fact{.story = story.id, .title = story.told.title};
  fact.boxes = boxes_of(seen, steps, directory.vocabulary);
  return fact.boxes.empty() ? std::nullopt : std::optional(std::move(fact));
}

std::optional<ChainFact> furthest_chain(Scope& scope, const Directory& directory, const Units& units,
                                        Span span) {
  std::optional<ChainFact> best;
  int reach = 0;
  for (const auto& line : chains::of_units(scope, units, span.first, chains_looked_at)) {
    const auto seen = for_others(line.chain);
    const auto steps = shown_steps(seen, {}, span.last);
    const int came = reach_of(seen, steps, directory.vocabulary);
    if (came <= reach) continue;
    ChainFact fact{.title = "The chain that came furthest",
                   .boxes = boxes_of(seen, steps, directory.vocabulary)};
    if (fact.boxes.empty()) continue;
    best = std::move(fact);
    reach = came;
  }
  return best;
}

void read_stories(Scope& scope, const Directory& directory, const Units& units, Span span,
                  SheetFacts& facts) {
  for (const auto unit : units)
    for (const auto& story :
         bumps::stories(scope, {.academic_year = facts.academic_year, .org_unit = unit, .limit = 20})) {
      if (auto chain = told_chain(scope, directory, story, span.last))
        facts.chains.push_back(std::move(*chain));
      const auto& told = story.told;
      if (told.quotation.empty() || !told.quoted || !told.permission_on) continue;
      const auto* person = directory.people.find(*told.quoted);
      if (person == nullptr) continue;
      facts.quotations.push_back(
          {story.id, told.quotation, person->display_name() + ", quoted with permission"});
    }
  if (auto found = furthest_chain(scope, directory, units, span)) facts.chains.push_back(std::move(*found));
}

void add_once(std::vector<std::string>& names, std::string_view name) {
  if (std::ranges::count(names, name) == 0) names.emplace_back(name);
}

/// Who joined the department in the year, on its first day too: figures of the year before stand beside. And
/// where parts of it went.
std::vector<JoinedFact> joined_in(const std::vector<Succession>& all, const OrgDirectory& org,
                                  const Units& units, Span year) {
  const auto before = year.first.plus_days(-1);
  std::map<Date, JoinedFact> days;
  for (const auto& one : joined(all, units, before, year.last))
    add_once(one.is_part ? days[one.from].parts_of : days[one.from].names, org.name(one.unit));
  for (const auto& one : parted(all, units, before, year.last))
    add_once(days[one.from].parted_to, org.name(one.successor));
  std::vector<JoinedFact> facts;
  for (auto& [from, fact] : days) {
    fact.from = from;
    facts.push_back(std::move(fact));
  }
  return facts;
}

/// Who joined the department in the year or left it, and when it ended.
void read_successions(Scope& scope, const Directory& directory, const OrgUnitEntry& unit, const Units& units,
                      SheetFacts& facts) {
  const auto all = organisation::successions(scope);
  if (all.empty() && unit.is_open) return;
  const Span year{scope.years().first_day(facts.academic_year),
                  std::min(scope.years().last_day(facts.academic_year), scope.today)};
  facts.joined = joined_in(all, directory.org, units, year);
  if (facts.joined.empty() && unit.is_open) return;
  const auto details = organisation::get(scope, unit.id);
  if (!details) return;
  const auto begun = details->periods.empty() ? std::nullopt : details->periods.front().valid_from;
  facts.is_new = !facts.joined.empty() && begun && *begun >= facts.joined.front().from;
  if (!details->closed_on || *details->closed_on < year.first ||
      *details->closed_on >= scope.years().last_day(facts.academic_year))
    return;
  facts.ended_on = details->closed_on;
  for (const auto& one : all)
    if (one.unit == unit.id && !one.is_part) facts.goes_on_in.emplace_back(directory.org.name(one.successor));
}

void read_names(Scope& scope, const Directory& directory, const OrgUnitEntry& unit, const Units& units,
                SheetFacts& facts) {
  for (const auto* person : champions::of_units(scope, directory, units))
    facts.champions.push_back(person->display_name());
  const auto* place = &unit;
  for (int depth = 0; place != nullptr && depth < 10 && facts.librarians.empty(); ++depth) {
    if (const auto* lead = directory.staff.lead_of(place->id)) facts.librarians.push_back(lead->full_name);
    place = place->parent ? directory.org.find(*place->parent) : nullptr;
  }
}

}  // namespace

std::string topic_words(std::string_view name) {
  std::string words(name);
  // Hyphens stand for blanks, but in "e-books" and "one-to-ones".
  const bool is_one_word = words.find('-') == 1 || words.find("-to-") != std::string::npos;
  if (!is_one_word) std::ranges::replace(words, '-', ' ');
  return with_capital_first(words);
}

Result<SheetFacts> read_facts(Scope& scope, const Directory& directory, const OrgUnitEntry& unit,
                              int academic_year, std::string_view library) {
  auto sheet = figures::sheet(scope, directory, unit, academic_year, Audience::department);
  if (!sheet) return std::move(sheet).refusal();
  const auto last = scope.years().last_day(academic_year);
  SheetFacts facts{.department = std::move(sheet->unit_name),
                   .library = std::string(library),
                   .academic_year = academic_year,
                   .years = scope.years(),
                   .today = scope.today,
                   .is_over = last < scope.today,
                   .figures = std::move(sheet->figures)};
  const auto units = directory.org.with_descendants(unit.id);
  const Span span{scope.years().first_day(academic_year), std::min(last, scope.today)};
  facts.months = {.names = month_names(facts.years, academic_year), .begun = 0};
  while (facts.months.begun < facts.years.months(academic_year) &&
         span.first.plus_months(facts.months.begun) <= span.last)
    ++facts.months.begun;
  if (facts.months.begun > 0) {
    facts.staff_in_year = staff_in_year(scope, directory, unit.id, span);
    read_talk(scope, directory, unit.id, span, facts);
    read_stories(scope, directory, units, span, facts);
  }
  read_successions(scope, directory, unit, units, facts);
  facts.levels = levels_of(scope, directory, units);
  read_names(scope, directory, unit, units, facts);
  read_plan(scope, directory, unit, facts);
  return facts;
}

}  // namespace rapport::headlines
