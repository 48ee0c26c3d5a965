// The rules by which a move is suggested.
#include "relationships/suggested_move.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport {
namespace {

// Ranks of the starting scale.
constexpr int acquainted = 1;
constexpr int in_touch = 2;
constexpr int working_together = 3;
constexpr int partner = 4;

constexpr std::size_t evidence_shown = 3;
constexpr int days_of_year = 365;
constexpr int contacts_to_be_in_touch = 2;
constexpr int signs_of_planning_ahead = 2;

void count(ContactFacts::Counted& counted, const Contact& contact) {
  ++counted.count;
  counted.first_on = std::min(counted.first_on.value_or(contact.happened_on), contact.happened_on);
  if (counted.latest.size() < evidence_shown) counted.latest.push_back(contact.id);
}

std::string since_words(Date date, Date today) {
  const auto month = std::string(month_name(date.month()));
  return date.year() == today.year() || today - date < days_of_year
             ? month
             : month + " " + std::to_string(date.year());
}

std::string counted_since(const ContactFacts::Counted& counted, std::string_view one, std::string_view many,
                          Date today) {
  return with_capital_first(count_words(counted.count, one, many)) + " since " +
         since_words(*counted.first_on, today);
}

struct Rung {
  int rank = 0;
  std::string reason = {};
  std::vector<Id<Interaction>> evidence = {};
  std::optional<Id<ScaleUpPlan>> plan = {};
};

/// Things designed together, appointments agreed well ahead, and a plan that was reached, which counts once:
/// two signs make a partner.
std::optional<Rung> planning_ahead(const ContactFacts& facts, Date today) {
  const int signs = facts.designed.count + facts.agreed_ahead.count + (facts.reached ? 1 : 0);
  if (signs < signs_of_planning_ahead) return std::nullopt;
  if (facts.designed.count >= signs_of_planning_ahead)
    return Rung{partner,
                counted_since(facts.designed, "thing designed together", "things designed together", today),
                facts.designed.latest};
  Rung rung{partner, {}, facts.designed.latest, facts.reached};
  std::vector<std::string> parts;
  if (facts.designed.count > 0) parts.emplace_back("one thing designed together");
  if (facts.agreed_ahead.count > 0)
    parts.push_back(count_words(facts.agreed_ahead.count, "appointment", "appointments") +
                    " agreed four weeks ahead or more");
  if (facts.reached_on) parts.push_back("a plan reached in " + since_words(*facts.reached_on, today));
  rung.reason = with_capital_first(join_words(parts));
  rung.evidence.insert(rung.evidence.end(), facts.agreed_ahead.latest.begin(),
                       facts.agreed_ahead.latest.end());
  return rung;
}

/// What the facts speak for, highest first.
std::vector<Rung> rungs_of(const ContactFacts& facts, Date today) {
  std::vector<Rung> rungs;
  if (auto rung = planning_ahead(facts, today)) rungs.push_back(std::move(*rung));
  if (facts.delivered.count > 0)
    rungs.push_back({working_together,
                     counted_since(facts.delivered, "session or service delivered together",
                                   "sessions or services delivered together", today),
                     facts.delivered.latest,
                     {}});
  if (facts.two_way.count >= contacts_to_be_in_touch)
    rungs.push_back({in_touch,
                     counted_since(facts.two_way, "conversation", "conversations", today),
                     facts.two_way.latest,
                     {}});
  if (facts.two_way.count > 0)
    rungs.push_back(
        {acquainted, "Spoke on " + short_words(*facts.last_two_way, today), facts.two_way.latest, {}});
  return rungs;
}

std::string silence_words(const ContactFacts& facts, Date today) {
  if (!facts.last_two_way) return "No two-way contact in the last year";
  return "No two-way contact since " + short_words(*facts.last_two_way, today);
}

bool works_together(const Standing& standing, const Scales& scales) {
  return standing.level() >= scales.now(1, working_together);
}

std::optional<MoveSuggestion> up(const ContactFacts& facts, const Standing& standing, const Scales& scales,
                                 Date today) {
  for (auto& rung : rungs_of(facts, today)) {
    // Somebody becomes a partner out of working together, not at a jump.
    const bool is_near = rung.rank != partner || works_together(standing, scales);
    const int level = scales.now(1, rung.rank);
    if (is_near && level > standing.level())
      return MoveSuggestion{level, false, std::move(rung.reason), std::move(rung.evidence), rung.plan};
  }
  return std::nullopt;
}

std::optional<MoveSuggestion> back(const ContactFacts& facts, const Standing& standing, Date today) {
  const bool has_come_back =
      standing.is_slipping() && facts.last_two_way && *facts.last_two_way > standing.relationship->moved_on;
  if (!has_come_back) return std::nullopt;
  return MoveSuggestion{standing.level(),
                        false,
                        "Spoke again on " + short_words(*facts.last_two_way, today),
                        {*facts.last_two_way_id},
                        {}};
}

std::optional<MoveSuggestion> down(const ContactFacts& facts, const Standing& standing, const Scales& scales,
                                   Date today, const AcademicYears& years) {
  const int level = standing.level();
  if (level == 0 || level < scales.now(1, in_touch)) return std::nullopt;
  const bool is_recent = today - standing.relationship->moved_on < days_of_year;
  if (facts.two_way.count == 0) {
    if (!standing.is_slipping()) return MoveSuggestion{level, true, silence_words(facts, today), {}, {}};
    const bool is_long = !facts.last_two_way || today - *facts.last_two_way > 2 * days_of_year;
    if (is_long && !is_recent)
      return MoveSuggestion{level - 1, false, "No two-way contact for two years", {}, {}};
    return std::nullopt;
  }
  const auto last_year = years.first_day(years.of(today) - 1);
  const bool is_idle = level >= scales.now(1, working_together) && level > scales.now(1, in_touch) &&
                       !facts.delivered_lately && facts.known_since <= last_year && !is_recent;
  if (!is_idle) return std::nullopt;
  return MoveSuggestion{
      scales.now(1, in_touch),
      false,
      "In touch, but nothing delivered together since before " + short_words(last_year, today),
      facts.two_way.latest,
      {}};
}

/// Those written down well before their day; what is counted as designed together already is not counted
/// again.
void look_ahead(ContactFacts& facts, const PlanningFacts& planning, std::span<const Id<Interaction>> designed,
                Date today) {
  auto agreed = planning.agreed;
  std::ranges::sort(agreed, std::greater(),
                    [](const AgreedAhead& one) { return std::pair(one.happened_on, one.id); });
  const auto twice = std::ranges::unique(agreed, {}, &AgreedAhead::id);
  agreed.erase(twice.begin(), twice.end());
  for (const auto& one : agreed) {
    const bool is_ahead = one.happened_on - one.agreed_on >= days_agreed_ahead;
    const bool is_recent = one.happened_on > today.plus_days(-days_of_year);
    if (is_ahead && is_recent && std::ranges::find(designed, one.id) == designed.end())
      count(facts.agreed_ahead, {.id = one.id, .happened_on = one.happened_on});
  }
  facts.reached = planning.reached;
  facts.reached_on = planning.reached_on;
}

}  // namespace

ContactFacts facts_of(std::span<const Contact> contacts, const Vocabulary& vocabulary,
                      const AcademicYears& years, Date today, Date known_since,
                      const PlanningFacts& planning) {
  std::vector<Contact> latest_first(contacts.begin(), contacts.end());
  std::ranges::sort(latest_first, std::greater(),
                    [](const Contact& contact) { return std::pair(contact.happened_on, contact.id); });
  const auto year_ago = today.plus_days(-days_of_year);
  const int this_year = years.of(today);
  ContactFacts facts{.known_since = known_since};
  std::vector<Id<Interaction>> designed;
  for (const auto& contact : latest_first) {
    if (contact.happened_on > today) continue;
    const auto* kind = vocabulary.find(contact.kind);
    const bool is_outcome = kind != nullptr && kind->outcome_value > 0;
    const int year = years.of(contact.happened_on);
    if (contact.is_two_way && contact.happened_on > year_ago) count(facts.two_way, contact);
    if (contact.is_two_way && !facts.last_two_way) {
      facts.last_two_way = contact.happened_on;
      facts.last_two_way_id = contact.id;
    }
    if (is_outcome && year == this_year) count(facts.delivered, contact);
    if (is_outcome && year >= this_year - 1) facts.delivered_lately = true;
    const bool is_deepest = kind != nullptr && kind->depth >= deepest_kind;
    if (is_deepest && contact.happened_on > today.plus_days(-2 * days_of_year)) {
      count(facts.designed, contact);
      designed.push_back(contact.id);
    }
  }
  look_ahead(facts, planning, designed, today);
  return facts;
}

std::optional<MoveSuggestion> suggestion_of(const ContactFacts& facts, const Standing& standing,
                                            const Scales& scales, Date today, const AcademicYears& years) {
  if (auto found = up(facts, standing, scales, today)) return found;
  if (auto found = back(facts, standing, today)) return found;
  return down(facts, standing, scales, today, years);
}

bool may_become_partner(const Standing& standing, const Scales& scales) {
  return works_together(standing, scales) && standing.level() < scales.now(1, partner);
}

Date looked_back_to(const Standing& standing, const Scales& scales, Date today, const AcademicYears& years) {
  if (standing.level() < scales.now(1, working_together) || standing.level() == 0)
    return today.plus_days(-days_of_year);
  return std::min(years.first_day(years.of(today) - 1), today.plus_days(-2 * days_of_year));
}

}  // namespace rapport
