// Puts the written conversations on working days counted from today.
#include "scripted.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "scripted_talks.hpp"

namespace rapport::demo {
namespace {

Date day_from(const Cast& cast, int days_ago) {
  Date date = cast.today.plus_days(-days_ago);
  if (days_ago == 0) return date;
  while (!cast.year.is_working_day(date)) date = date.plus_days(days_ago > 0 ? -1 : 1);
  return date;
}

std::optional<CastPromise> promise_from(const Cast& cast, const TalkPromise& words, bool is_ours,
                                        Id<CastPerson> person) {
  if (words.words.empty()) return std::nullopt;
  CastPromise promise{.is_ours = is_ours, .words = std::string(words.words), .person = person};
  if (words.due_in != no_day) promise.due_on = cast.year.working_day_from(cast.today.plus_days(words.due_in));
  if (words.settled != no_day) promise.kept_on = cast.today.plus_days(words.settled);
  return promise;
}

/// The liveliest of a department who is neither its head nor has a name in the examples.
std::optional<Id<CastPerson>> somebody_of(const Cast& cast, std::string_view department) {
  constexpr double head = 0.7;
  const auto unit = cast.unit(department);
  const Date since = cast.today.plus_days(-100);
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < cast.people.size(); ++i) {
    const auto& person = cast.people[i];
    const auto* post = person.main_post_on(since);
    const bool is_there = post != nullptr && post->unit == unit && person.main_post_on(cast.today) == post;
    if (!is_there || person.quiet_since || person.known_since.value_or(since) > since) continue;
    if (person.liveliness >= head) continue;
    if (!best || person.liveliness > cast.people[*best].liveliness) best = i;
  }
  if (!best) return std::nullopt;
  return Id<CastPerson>{static_cast<std::int64_t>(*best)};
}

std::optional<Id<CastPerson>> person_called(const Cast& cast, std::string_view name) {
  return name.starts_with('*') ? somebody_of(cast, name.substr(1)) : cast.person(name);
}

CastConversation conversation_from(const Cast& cast, const Talk& talk) {
  CastConversation made{.kind = talk.kind, .happened_on = day_from(cast, talk.days_ago)};
  if (talk.minute >= 0) made.minute = talk.minute, made.precision = "time";
  if (talk.duration > 0) made.duration_minutes = talk.duration;
  if (talk.attendees > 0) made.attendees = talk.attendees;
  made.place = talk.place;
  made.note = talk.note;
  made.visibility = talk.visibility;
  made.begun_by = talk.begun_by;
  made.key = talk.key;
  made.came_from = talk.came_from;
  for (const auto username : split(talk.staff, ' ')) made.staff.push_back(cast.member(username));
  for (const auto name : split(talk.people, '|'))
    if (const auto person = person_called(cast, name)) made.people.push_back({*person});
  for (const auto topic : split(talk.topics, ' '))
    if (!topic.empty()) made.topics.emplace_back(topic);
  if (made.people.empty()) return made;
  const auto person = made.people.front().person;
  if (auto ours = promise_from(cast, talk.ours, true, person)) made.promises.push_back(std::move(*ours));
  if (auto theirs = promise_from(cast, talk.theirs, false, person))
    made.promises.push_back(std::move(*theirs));
  return made;
}

CastConversation kept_line(const Cast& cast, const Unsorted& unread) {
  return {.kind = unread.line.starts_with("phoned") ? "call" : "corridor",
          .happened_on = day_from(cast, unread.days_ago),
          .note = std::string(unread.line),
          .staff = {cast.member(unread.staff)},
          .needs_sorting = true,
          .line = unread.line};
}

/// Somebody who has just joined met nobody before; a shorter diary begins later.
bool is_possible(const Cast& cast, const CastConversation& made) {
  const bool has_somebody = made.needs_sorting || !made.people.empty();
  return has_somebody && made.happened_on >= cast.first_day &&
         std::ranges::all_of(made.people, [&](const CastParticipant& one) {
           return cast.at(one.person).holds_post_on(made.happened_on);
         });
}

}  // namespace

std::vector<CastConversation> scripted_conversations(const Cast& cast) {
  std::vector<CastConversation> made;
  for (const auto& talk : written_talks()) made.push_back(conversation_from(cast, talk));
  for (const auto& unread : unsorted_lines()) made.push_back(kept_line(cast, unread));
  std::erase_if(made, [&](const CastConversation& one) { return !is_possible(cast, one); });
  std::ranges::stable_sort(made, {}, &CastConversation::happened_on);
  return made;
}

std::vector<CastConversation> scripted_chain(const Cast& cast) {
  std::vector<CastConversation> made;
  for (const auto& talk : corridor_chain()) made.push_back(conversation_from(cast, talk));
  std::erase_if(made, [&](const CastConversation& one) { return !is_possible(cast, one); });
  return made;
}

}  // namespace rapport::demo
