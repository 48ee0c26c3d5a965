// Reads contacts of twelve months.
#include "relationships/contacts.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "relationships/engagement.hpp"

namespace rapport::contacts {
namespace {

constexpr int year_months = 12;

int contacts_since(std::string_view recent, Date first, Date today) {
  int contacts = 0;
  for (const auto& day : contact_days_of(recent))
    if (day.on >= first && day.on <= today) contacts += day.contacts;
  return contacts;
}

}  // namespace

std::unordered_map<Id<Person>, int> of_everybody(Scope& scope) {
  std::unordered_map<Id<Person>, int> contacts;
  const auto first = first_of_months(scope.today, year_months);
  scope.read([&](db::Reader& reader) {
    // Whoever was last in touch before that has none.
    reader.each(
        "select person_id, recent from rhythms where institution_id = $1 and last_on >= $2 order by "
        "person_id",
        [&](const db::Row& row) {
          if (const int sum = contacts_since(row.text(1), first, scope.today); sum > 0)
            contacts.emplace(row.id<Person>(0), sum);
        },
        scope.institution, first);
    return 0;
  });
  return contacts;
}

std::optional<int> breadth(std::vector<int> contacts) {
  std::ranges::sort(contacts, std::greater());
  const auto all = std::accumulate(contacts.begin(), contacts.end(), 0);
  if (all == 0) return std::nullopt;
  const auto busiest = static_cast<std::ptrdiff_t>((contacts.size() + 9) / 10);
  const auto theirs = std::accumulate(contacts.begin(), contacts.begin() + busiest, 0);
  return static_cast<int>(std::lround(100.0 - 100.0 * theirs / all));
}

}  // namespace rapport::contacts
