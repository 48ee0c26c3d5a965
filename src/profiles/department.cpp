// Reads a department.
#include "profiles/department.hpp"

#include <algorithm>
#include <numeric>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "organisation/organisation.hpp"
#include "profiles/department_store.hpp"
#include "profiles/profile_store.hpp"

namespace rapport::profiles {
namespace {

constexpr std::size_t chains_shown = 5;

using department_store::Contact;
using department_store::MonthOfKind;
using department_store::Span;
using Units = std::vector<Id<OrgUnit>>;

constexpr std::size_t people_shown = 12;

bool is_here(const Directory& directory, Id<Person> id) {
  const auto* person = directory.people.find(id);
  return person != nullptr && person->id == id && person->is_here;
}

std::vector<Contact> people_here(Scope& scope, const Directory& directory, const Units& units) {
  return scope.read([&](db::Reader& reader) {
    std::vector<Contact> people;
    // One index walk a unit: a faculty has a handful below it.
    for (const auto unit : units)
      std::ranges::copy_if(department_store::people_of_unit(reader, scope.institution, unit),
                           std::back_inserter(people),
                           [&](const Contact& contact) { return is_here(directory, contact.person); });
    return people;
  });
}

/// Latest first; those never spoken to last, in name order.
std::vector<DepartmentPerson> latest_people(Scope& scope, const Directory& directory,
                                            std::vector<Contact> all) {
  const auto shown = std::min(people_shown, all.size());
  const auto by_last = [&](const Contact& left, const Contact& right) {
    if (left.last_on != right.last_on) return left.last_on > right.last_on;
    return directory.people.find(left.person)->sort_key < directory.people.find(right.person)->sort_key;
  };
  std::ranges::partial_sort(all, all.begin() + static_cast<std::ptrdiff_t>(shown), by_last);
  std::vector<DepartmentPerson> people;
  scope.read([&](db::Reader& reader) {
    for (std::size_t i = 0; i < shown; ++i) {  // a look-up for each of the few that are shown
      const auto posts = profile_store::posts_on(reader, scope.institution, all[i].person, scope.today);
      people.push_back({.person = directory.people.find(all[i].person),
                        .post = posts.empty() ? std::string() : posts.front().title,
                        .last_on = all[i].last_on});
    }
  });
  std::vector<Id<Person>> ids;
  ids.reserve(people.size());
  for (const auto& row : people) ids.push_back(row.person->id);
  const auto standings = relationships::standings_of(scope, directory, ids);
  for (auto& row : people)
    if (const auto found = standings.find(row.person->id); found != standings.end())
      row.standing = found->second;
  return people;
}

std::size_t column_of(const Directory& directory, Id<InteractionKind> kind) {
  const auto* entry = directory.vocabulary.find(kind);
  return heat_column_of(entry != nullptr ? entry->family : Family::conversation);
}

std::vector<MonthOfKind> months_of(Scope& scope, const Units& units, const Span& span) {
  return scope.read([&](db::Reader& reader) {
    std::vector<MonthOfKind> months;
    for (const auto unit : units)  // one walk of an index each
      std::ranges::move(department_store::months_of_unit(reader, scope, unit, span),
                        std::back_inserter(months));
    return months;
  });
}

void add_counts(const Directory& directory, const std::vector<MonthOfKind>& months, HeatRow& row) {
  for (const auto& month : months) row.conversations[column_of(directory, month.kind)] += month.conversations;
}

int count_here(const std::unordered_map<Id<OrgUnit>, int>& here, const Units& units) {
  int people = 0;
  for (const auto unit : units)
    if (const auto found = here.find(unit); found != here.end()) people += found->second;
  return people;
}

Heat heat_by_unit(Scope& scope, const Directory& directory, const std::vector<const OrgUnitEntry*>& children,
                  const Span& span) {
  const auto here = directory.people.here_by_unit();
  Heat heat{.since_month = span.from.month(), .is_by_unit = true, .rows = {}};
  for (const auto* child : children) {
    const auto units = directory.org.with_descendants(child->id);
    HeatRow row{.name = child->name, .slug = child->slug, .people = count_here(here, units)};
    add_counts(directory, months_of(scope, units, span), row);
    if (child->is_open || row.total() > 0) heat.rows.push_back(std::move(row));
  }
  return heat;
}

Heat heat_by_month(Scope& scope, const Directory& directory, Id<OrgUnit> unit, const Span& span) {
  Heat heat{.since_month = span.from.month(), .rows = {}};
  const auto months = months_of(scope, {unit}, span);
  const bool is_long = span.from.plus_months(12) <= span.to;
  for (auto day = span.from; day <= span.to; day = day.plus_months(1)) {
    HeatRow row{.name = std::string(month_name(day.month()))};
    if (is_long) row.name += " " + std::to_string(day.year());
    const auto month = day.iso().substr(0, 7);
    for (const auto& counted : months)
      if (counted.month == month)
        row.conversations[column_of(directory, counted.kind)] += counted.conversations;
    heat.rows.push_back(std::move(row));
  }
  return heat;
}

std::vector<staff::PortfolioEntry> keepers_today(Scope& scope, Id<OrgUnit> unit) {
  auto keepers = staff::keepers_of(scope, unit);
  std::erase_if(keepers, [&](const staff::PortfolioEntry& entry) {
    return entry.valid_from > scope.today || (entry.valid_to && *entry.valid_to < scope.today);
  });
  std::ranges::stable_sort(keepers, {}, &staff::PortfolioEntry::part);
  return keepers;
}

void read_promises(Scope& scope, const Units& units, DepartmentProfile& profile) {
  scope.read([&](db::Reader& reader) {
    for (const auto unit : units) {
      const auto open = department_store::open_promises_of_unit(reader, scope, unit);
      profile.promises_ours += open.ours;
      profile.promises_theirs += open.theirs;
    }
  });
}

std::string conversations_words(int count) {
  return count_words(count, "conversation", "conversations");
}

Finding finding_by_unit(const Heat& heat) {
  int people = 0;
  for (const auto& row : heat.rows) people += row.people.value_or(0);
  const auto share = [&](const HeatRow& row) {
    return static_cast<double>(row.total()) / std::max(row.people.value_or(0), 1);
  };
  const HeatRow* quietest = nullptr;
  for (const auto& row : heat.rows)
    if (row.people.value_or(0) > 0 && (quietest == nullptr || share(row) < share(*quietest))) quietest = &row;
  const double usual = static_cast<double>(heat.total()) / std::max(people, 1);
  if (quietest != nullptr && share(*quietest) < usual / 2)
    return {quietest->name,
            " has heard little from us: " + count_words(*quietest->people, "person", "people") + ", " +
                conversations_words(quietest->total()) + "."};
  const auto busiest = std::ranges::max_element(heat.rows, {}, &HeatRow::total);
  return {busiest->name, " is where we talk most: " + conversations_words(busiest->total()) + "."};
}

Finding finding_by_month(const Heat& heat) {
  const auto busiest = std::ranges::max_element(heat.rows, {}, &HeatRow::total);
  std::array<int, heat_columns> by_column{};
  for (const auto& row : heat.rows)
    for (std::size_t i = 0; i < heat_columns; ++i) by_column[i] += row.conversations[i];
  const auto most = std::ranges::max_element(by_column) - by_column.begin();
  std::string column(heat_column_names[static_cast<std::size_t>(most)]);
  return {busiest->name, " was the busiest month, with " + conversations_words(busiest->total()) +
                             ". The commonest kind since " + std::string(month_name(heat.since_month)) +
                             ": " + fold(column) + "."};
}

}  // namespace

std::size_t heat_column_of(Family family) {
  switch (family) {
    case Family::informal:
    case Family::conversation:
      return 0;
    case Family::meeting:
      return 1;
    case Family::message:
      return 2;
    case Family::teaching:
      return 3;
    case Family::consultation:
      return 4;
    case Family::committee:
      return 5;
    case Family::event:
      return 6;
  }
  return 0;
}

int HeatRow::total() const {
  return std::accumulate(conversations.begin(), conversations.end(), 0);
}

int Heat::total() const {
  int total = 0;
  for (const auto& row : rows) total += row.total();
  return total;
}

Finding finding_of(const Heat& heat) {
  if (heat.rows.empty()) return {};
  if (heat.total() == 0)
    return {"", "No conversations since " + std::string(month_name(heat.since_month)) + " yet."};
  return heat.is_by_unit ? finding_by_unit(heat) : finding_by_month(heat);
}

DepartmentProfile read_department(Scope& scope, const Directory& directory, const OrgUnitEntry& unit,
                                  const interactions::TimelineQuery& query) {
  DepartmentProfile profile{.unit = &unit, .academic_year = scope.years().of(scope.today)};
  profile.relationship = relationships::account_of(scope, directory, unit.id);
  if (auto details = organisation::get(scope, unit.id)) profile.details = std::move(*details);
  for (const auto& one : organisation::successions(scope))
    if (one.unit == unit.id || one.successor == unit.id) profile.successions.push_back(one);
  const auto units = directory.org.with_descendants(unit.id);
  const Span year{scope.years().first_day(profile.academic_year), scope.today};
  profile.keepers = keepers_today(scope, unit.id);
  profile.lead = directory.staff.lead_of(unit.id);
  auto people = people_here(scope, directory, units);
  profile.people_here = static_cast<int>(people.size());
  profile.in_contact = static_cast<int>(std::ranges::count_if(
      people, [&](const Contact& contact) { return contact.last_on && *contact.last_on >= year.from; }));
  profile.people = latest_people(scope, directory, std::move(people));
  const auto children = directory.org.children(unit.id);
  profile.heat = children.empty() ? heat_by_month(scope, directory, unit.id, year)
                                  : heat_by_unit(scope, directory, children, year);
  profile.engagement = engagement::of_units(scope, directory, units).distribution;
  profile.champions = champions::of_units(scope, directory, units);
  profile.timeline = interactions::timeline_of_unit(scope, units, query);
  profile.chains = chains::of_units(scope, units, year.from, chains_shown);
  read_promises(scope, units, profile);
  return profile;
}

std::string sentence_of(const DepartmentProfile& profile) {
  if (profile.details.closed_on && profile.people_here == 0) return "Nobody has a post here now";
  auto sentence = std::to_string(profile.people_here) +
                  (profile.people_here == 1 ? " person, " : " people, ") +
                  std::to_string(profile.in_contact) + " in contact this year";
  if (profile.lead != nullptr) sentence += "; " + profile.lead->given_name + " leads";
  return sentence;
}

}  // namespace rapport::profiles
