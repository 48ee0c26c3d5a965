// Reads the day.
#include "profiles/today.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::profiles {
namespace {

constexpr int days_ahead = 7;
constexpr int days_asked_about = 14;
constexpr std::size_t lately_shown = 6;

/// Written down before it was to happen, and not touched since.
bool was_only_planned(const Interaction& row, const Scope& scope) {
  if (row.version != 1 || row.recorded_by != scope.viewer.staff) return false;
  const auto written_on = scope.zone.local_date(row.recorded_at);
  if (written_on != row.happened_on) return written_on < row.happened_on;
  return row.happened_at_time && scope.zone.local_time(row.recorded_at) < *row.happened_at_time;
}

/// The viewer's past conversations, newest first: those spoken to lately and those to ask about.
void read_past(Scope& scope, Today& today) {
  auto past = interactions::timeline_of_staff(scope, scope.viewer.staff, {.until = scope.today, .limit = 60})
                  .interactions;
  for (auto& row : past) {
    if (!has_happened(row, scope.today, scope.zone.local_time(scope.now))) continue;
    if (was_only_planned(row, scope)) {
      if (scope.today - row.happened_on <= days_asked_about) today.did_these_happen.push_back(std::move(row));
    } else if (today.lately.size() < lately_shown) {
      today.lately.push_back(std::move(row));
    }
  }
}

Ahead with_brief(Scope& scope, const Directory& directory, Interaction interaction) {
  Ahead ahead{.interaction = std::move(interaction)};
  if (ahead.interaction.people.empty()) return ahead;
  ahead.person = directory.people.find(ahead.interaction.people.front());
  if (ahead.person == nullptr) return ahead;
  auto earlier = interactions::timeline_of_person(scope, directory.people.same_person(ahead.person->id),
                                                  {.until = scope.today, .limit = 5})
                     .interactions;
  for (auto& row : earlier) {
    if (!has_happened(row, scope.today, scope.zone.local_time(scope.now))) continue;
    ahead.last = std::move(row);
    break;
  }
  const auto promises = interactions::promises_with(scope, directory.people.same_person(ahead.person->id));
  if (!promises.empty()) ahead.promise = promises.front();
  return ahead;
}

}  // namespace

Today read_today(Scope& scope, const Directory& directory) {
  Today today;
  // Twelve at the most, each with two look-ups: the brief is what the page is for.
  for (auto& row : interactions::ahead(scope, scope.today.plus_days(days_ahead), 12))
    today.ahead.push_back(with_brief(scope, directory, std::move(row)));
  today.ahead_today = static_cast<int>(std::ranges::count_if(
      today.ahead, [&](const Ahead& ahead) { return ahead.interaction.happened_on == scope.today; }));
  auto promises = interactions::open_promises(scope, 200);
  today.promises_due = static_cast<int>(std::ranges::count_if(
      promises, [&](const Promise& promise) { return promise.due_on && *promise.due_on <= scope.today; }));
  if (promises.size() > 8) promises.resize(8);
  today.promises = std::move(promises);
  today.promises_open = interactions::count_open_promises(scope);
  read_past(scope, today);
  today.to_sort_out = interactions::to_sort_out(scope);
  today.asked = bumps::asked(scope);
  today.answered = bumps::answered_lately(scope);
  today.suggested = bumps::suggestions_for(scope, directory);
  today.thanks = bumps::unseen(scope);
  today.news = chains::news(scope);
  today.quiet = quiet::card_of(scope, directory);
  today.teaching_week = teaching_week(organisation::calendar(scope), scope.today);
  return today;
}

std::string_view greeting_at(TimeOfDay time) {
  if (time.minutes < 12 * 60) return "Good morning";
  return time.minutes < 18 * 60 ? "Good afternoon" : "Good evening";
}

std::string sentence_of(const Today& today, Date date) {
  auto sentence = long_words(date, date);
  if (today.teaching_week) sentence += ", teaching week " + std::to_string(*today.teaching_week);
  auto counts = count_words(today.ahead_today, "conversation ahead", "conversations ahead") + ", " +
                count_words(today.promises_due, "promise due", "promises due") + ".";
  counts[0] = static_cast<char>(counts[0] >= 'a' && counts[0] <= 'z' ? counts[0] - 'a' + 'A' : counts[0]);
  return sentence + ". " + counts;
}

}  // namespace rapport::profiles
