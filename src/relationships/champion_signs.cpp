// The six rules.
#include "relationships/champion_signs.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "relationships/engagement.hpp"
#include "relationships/rhythm.hpp"
#include "relationships/suggested_move.hpp"

namespace rapport {
namespace {

struct SignWords {
  std::string_view code;
  std::string_view words;
  std::string_view meaning;
};
constexpr std::array<SignWords, sign_count> table{
    {{"introduced", "Introduced us to a colleague",
      "A conversation with somebody else names them as the introduction it began with."},
     {"spoke", "Spoke for the library",
      "No record can tell. A colleague ticks it, with the conversation that shows it and a few words."},
     {"embedded", "Had us embedded or co-designed",
      "A conversation of the deepest kind (20): a module with us embedded, or something designed together."},
     {"came_back", "Came back unprompted three times",
      "They began a conversation after a week or more of silence, three times; the first one ever does not "
      "count."},
     {"reach", "Reach of three people or two modules",
      "What came out of conversations with them, over accepted bumps, reached three other people or two "
      "modules."},
     {"endorsed", "A quotable endorsement",
      "A story quotes them with their permission, or a colleague ticks it, with the conversation and the "
      "words."}}};

const SignWords& words_of(Sign sign) {
  return table[static_cast<std::size_t>(sign)];
}

Date first_day(Date today) {
  return first_of_months(today, sign_months);
}

/// Rows latest first; the sign holds while the `needed`th of them does.
Finding finding_of(std::vector<SignRow> rows, std::size_t needed, Date today) {
  std::erase_if(rows, [&](const SignRow& row) { return row.on > today; });
  std::ranges::stable_sort(rows, std::greater(), &SignRow::on);
  Finding finding;
  if (rows.size() >= needed) finding.on = rows[needed - 1].on;
  std::erase_if(rows, [&](const SignRow& row) { return row.on < first_day(today); });
  finding.rows = std::move(rows);
  return finding;
}

std::vector<SignRow> rows_of(Sign sign, std::span<const SignTick> ticks) {
  std::vector<SignRow> rows;
  for (const auto& tick : ticks)
    if (tick.sign == sign)
      rows.push_back(
          {.on = tick.happened_on, .conversation = tick.conversation, .tick = tick.id, .words = tick.words});
  return rows;
}

/// Each person or module once, by the latest conversation.
template <class Key, class Of>
std::vector<SignRow> latest_of_each(std::span<const SignReached> reached, Of of) {
  std::map<Id<Key>, SignRow> latest;
  for (const auto& one : reached) {
    const auto& key = of(one);
    if (!key) continue;
    auto& row = latest[*key];
    if (row.conversation && row.on >= one.happened_on) continue;
    row = {.on = one.happened_on, .conversation = one.through, .person = one.person, .module = one.module};
  }
  std::vector<SignRow> rows;
  rows.reserve(latest.size());
  for (auto& [key, row] : latest) rows.push_back(std::move(row));
  return rows;
}

}  // namespace

std::string_view code(Sign sign) {
  return words_of(sign).code;
}

std::string_view words(Sign sign) {
  return words_of(sign).words;
}

std::string_view meaning(Sign sign) {
  return words_of(sign).meaning;
}

std::optional<Sign> sign_of(std::string_view text) {
  for (const auto sign : all_signs)
    if (code(sign) == text) return sign;
  return std::nullopt;
}

bool is_ticked(Sign sign) {
  return sign == Sign::spoke || sign == Sign::endorsed;
}

bool holds(const std::optional<Date>& on, Date today) {
  return on && *on >= first_day(today) && *on <= today;
}

Finding introduced(std::span<const Introduction> introductions, Date today) {
  std::vector<SignRow> rows;
  for (const auto& one : introductions)
    if (!one.met.empty())
      rows.push_back({.on = one.happened_on, .conversation = one.conversation, .person = one.met.front()});
  return finding_of(std::move(rows), 1, today);
}

Finding ticked(Sign sign, std::span<const SignTick> ticks, Date today) {
  return finding_of(rows_of(sign, ticks), 1, today);
}

Finding embedded(std::span<const SignContact> contacts, Date today) {
  std::vector<SignRow> rows;
  for (const auto& contact : contacts)
    if (contact.depth >= deepest_kind)
      rows.push_back({.on = contact.happened_on, .conversation = contact.conversation});
  return finding_of(std::move(rows), 1, today);
}

Finding came_back(std::span<const SignContact> contacts, Date today) {
  std::vector<Date> days;
  for (const auto& contact : contacts)
    if (contact.happened_on <= today) days.push_back(contact.happened_on);
  std::vector<SignRow> rows;
  bool is_first = true;
  for (const auto& episode : episodes_of(days)) {
    const bool is_return = !is_first;
    is_first = false;
    const auto opening = std::ranges::find_if(contacts, [&](const SignContact& contact) {
      return contact.happened_on == episode.first_on && contact.begun_by == BegunBy::them;
    });
    if (is_return && opening != contacts.end())
      rows.push_back({.on = opening->happened_on, .conversation = opening->conversation});
  }
  return finding_of(std::move(rows), times_came_back, today);
}

Finding reach(std::span<const SignReached> reached, Date today) {
  auto people = finding_of(latest_of_each<Person>(reached, [](const SignReached& one) { return one.person; }),
                           people_reached_min, today);
  auto modules = finding_of(latest_of_each<Topic>(reached, [](const SignReached& one) { return one.module; }),
                            modules_reached_min, today);
  if (!people.on || (modules.on && *modules.on > *people.on)) people.on = modules.on;
  std::ranges::move(modules.rows, std::back_inserter(people.rows));
  return people;
}

Finding endorsed(std::span<const Quotation> quotations, std::span<const SignTick> ticks, Date today) {
  auto rows = rows_of(Sign::endorsed, ticks);
  for (const auto& one : quotations)
    rows.push_back({.on = one.permission_on, .story = one.story, .words = one.words});
  return finding_of(std::move(rows), 1, today);
}

std::vector<Sign> held(const Findings& findings, Date today) {
  std::vector<Sign> signs;
  for (const auto sign : all_signs)
    if (holds(findings[static_cast<std::size_t>(sign)].on, today)) signs.push_back(sign);
  return signs;
}

std::string sign_list(std::span<const Sign> signs) {
  std::vector<std::string> codes;
  for (const auto sign : signs) codes.emplace_back(code(sign));
  return join(codes, ",");
}

std::vector<Sign> signs_in(std::string_view list) {
  std::vector<Sign> signs;
  for (const auto part : split(list, ','))
    if (const auto sign = sign_of(part)) signs.push_back(*sign);
  return signs;
}

}  // namespace rapport
