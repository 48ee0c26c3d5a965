// Who stands where, and who moved.
#include "relationships/ladder.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

#include "base/text.hpp"
#include "relationships/ladder_store.hpp"
#include "relationships/relationship_store.hpp"
#include "relationships/scale_store.hpp"

namespace rapport::ladder {
namespace {

struct WhoseWords {
  Whose whose;
  std::string_view code;
  std::string_view words;
};
constexpr std::array whoses = {WhoseWords{Whose::mine, "mine", "Mine"},
                               WhoseWords{Whose::team, "team", "Team"}, WhoseWords{Whose::all, "all", "All"}};

void add_with_descendants(std::vector<Id<OrgUnit>>& units, const OrgDirectory& org, Id<OrgUnit> top) {
  for (const auto unit : org.with_descendants(top))
    if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
}

bool belongs(const StaffEntry& member, Whose whose, const Viewer& viewer) {
  if (member.id == viewer.staff) return true;
  return whose == Whose::team && viewer.team && member.team == viewer.team && member.is_active;
}

/// Somebody who became another's record brings what was said of them: the last word counts.
Standing standing_over(db::Reader& reader, Id<Institution> institution, const PeopleDirectory& people,
                       const ladder_store::Member& member, ServiceArea area) {
  const auto one = [&] {
    return member.relationship ? standing_of(std::span(&*member.relationship, 1)) : Standing{};
  };
  const auto records = people.same_person(member.person);
  if (records.size() < 2) return one();
  std::vector<Relationship> found;
  // One look-up a record of a merged person: there are few of them.
  for (const auto record : records)
    if (auto kept = relationship_store::find(reader, institution, record, area)) found.push_back(*kept);
  return standing_of(found);
}

bool comes_first(const Card& one, const Card& other) {
  if (one.standing.is_slipping() != other.standing.is_slipping()) return one.standing.is_slipping();
  if (one.last_on != other.last_on) return one.last_on > other.last_on;
  return one.person->sort_key < other.person->sort_key;
}

std::vector<Card> cards_of(db::Reader& reader, Id<Institution> institution, const PeopleDirectory& people,
                           std::span<const ladder_store::Member> members, ServiceArea area) {
  std::vector<Card> cards;
  cards.reserve(members.size());
  for (const auto& member : members) {
    const auto* person = people.find_record(member.person);
    if (person == nullptr) continue;
    cards.push_back({person, standing_over(reader, institution, people, member, area), member.last_on});
  }
  return cards;
}

/// What each relationship that moved since the day was before.
std::unordered_map<std::int64_t, LevelEvent> before_moves(db::Reader& reader, Id<Institution> institution,
                                                          std::span<const Card> cards, Date since) {
  std::vector<Id<Relationship>> moved;
  for (const auto& card : cards)
    if (card.standing.relationship && card.standing.relationship->moved_on >= since)
      moved.push_back(card.standing.relationship->id);
  std::unordered_map<std::int64_t, LevelEvent> before;
  for (auto& event : ladder_store::first_events(reader, institution, moved, since))
    before.emplace(event.relationship.value, event);
  return before;
}

/// Fills in where everybody stood on the day.
void look_back(db::Reader& reader, Id<Institution> institution, std::vector<Card>& cards, const Scale& scale,
               Date since) {
  const auto before = before_moves(reader, institution, cards, since);
  std::optional<Scales> scales;  // read only where a move was said in an older version
  for (auto& card : cards) {
    card.before = card.standing.level();
    card.was_slipping = card.standing.is_slipping();
    if (!card.standing.relationship) continue;
    const auto event = before.find(card.standing.relationship->id.value);
    if (event == before.end()) continue;
    card.before = event->second.from_level;
    card.was_slipping = event->second.was_slipping;
    if (event->second.scale_version == scale.version) continue;
    if (!scales) scales = scale_store::read(reader, institution);
    card.before = scales->now(event->second.scale_version, event->second.from_level);
  }
}

Movement movement_of(std::span<const Card> cards, const Scale& scale, Date since) {
  const auto count = scale.levels.size();
  Movement movement{.since = since,
                    .flows = std::vector<std::vector<int>>(count, std::vector<int>(count, 0))};
  for (const auto& card : cards) {
    ++movement.flows[static_cast<std::size_t>(card.before)][static_cast<std::size_t>(card.standing.level())];
    if (card.standing.is_slipping() && !card.was_slipping) ++movement.slipping;
  }
  return movement;
}

}  // namespace

std::string_view code(Whose whose) {
  return whoses[static_cast<std::size_t>(whose)].code;
}

std::string_view words(Whose whose) {
  return whoses[static_cast<std::size_t>(whose)].words;
}

std::optional<Whose> whose_of(std::string_view code) {
  const auto found = std::ranges::find(whoses, code, &WhoseWords::code);
  return found == whoses.end() ? std::nullopt : std::optional(found->whose);
}

std::optional<std::vector<Id<OrgUnit>>> units_of(const Query& query, const Directory& directory,
                                                 const Viewer& viewer) {
  std::optional<std::vector<Id<OrgUnit>>> chosen;
  if (query.unit) chosen = directory.org.with_descendants(*query.unit);
  if (query.whose == Whose::all) return chosen;
  std::vector<Id<OrgUnit>> units;
  for (const auto& member : directory.staff.staff())
    if (belongs(member, query.whose, viewer))
      for (const auto unit : member.portfolio) add_with_descendants(units, directory.org, unit);
  if (chosen)
    std::erase_if(units, [&](Id<OrgUnit> unit) { return std::ranges::find(*chosen, unit) == chosen->end(); });
  return units;
}

int Movement::people() const {
  int sum = 0;
  for (const auto& row : flows) sum = std::accumulate(row.begin(), row.end(), sum);
  return sum;
}

int Movement::up() const {
  int sum = 0;
  for (std::size_t from = 0; from < flows.size(); ++from)
    for (std::size_t to = from + 1; to < flows.size(); ++to) sum += flows[from][to];
  return sum;
}

int Movement::down() const {
  int sum = 0;
  for (std::size_t from = 0; from < flows.size(); ++from)
    for (std::size_t to = 0; to < from; ++to) sum += flows[from][to];
  return sum;
}

int Movement::at_start(int level) const {
  const auto& row = flows[static_cast<std::size_t>(level)];
  return std::accumulate(row.begin(), row.end(), 0);
}

int Movement::now(int level) const {
  int sum = 0;
  for (const auto& row : flows) sum += row[static_cast<std::size_t>(level)];
  return sum;
}

int Ladder::people() const {
  int sum = 0;
  for (const auto& column : columns) sum += static_cast<int>(column.size());
  return sum;
}

Ladder read(Scope& scope, const Directory& directory, const Query& query, Date since) {
  const auto units = units_of(query, directory, scope.viewer);
  return scope.read([&](db::Reader& reader) {
    const auto in = scope.institution;
    Ladder ladder{.scale = scale_store::current(reader, in)};
    const auto members = units ? ladder_store::members(reader, in, *units, query.area)
                               : ladder_store::all_members(reader, in, query.area);
    auto cards = cards_of(reader, in, directory.people, members, query.area);
    look_back(reader, in, cards, ladder.scale, since);
    ladder.movement = movement_of(cards, ladder.scale, since);
    std::ranges::sort(cards, comes_first);
    ladder.columns.resize(ladder.scale.levels.size());
    for (const auto& card : cards) {
      const auto level = static_cast<std::size_t>(card.standing.level());
      ladder.columns[level].push_back(card);
    }
    return ladder;
  });
}

Date term_start(std::span<const CalendarPeriod> periods, Date today, const AcademicYears& years) {
  std::optional<Date> start;
  for (const auto& period : periods)
    if (period.kind == PeriodKind::term && period.starts_on <= today && (!start || period.starts_on > *start))
      start = period.starts_on;
  const auto year = years.first_day(years.of(today));
  return start && *start > year ? *start : year;
}

Date term_start(Scope& scope) {
  return term_start(organisation::calendar(scope), scope.today, scope.years());
}

std::string movement_words(const Movement& movement) {
  std::vector<std::string> parts;
  const auto add = [&](int count, std::string_view what) {
    if (count == 0) return;
    const auto number = parts.empty() ? count_words(count, "person", "people") : count_words(count, "", "");
    parts.push_back(std::string(trim(number)) + " " + std::string(what));
  };
  add(movement.up(), "up a level");
  add(movement.down(), "down");
  add(movement.slipping, "slipping");
  return parts.empty() ? "nobody has moved" : join_words(parts);
}

}  // namespace rapport::ladder
