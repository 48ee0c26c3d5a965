// Counts conversations.
#include "headlines/sheet_talk.hpp"

#include <algorithm>

#include "headlines/sheet_reading.hpp"
#include "interactions/id_list.hpp"

namespace rapport::headlines {
namespace {

/// How many months after `first` a day of its year is.
std::size_t place_of(Date day, Date first, std::size_t months) {
  constexpr int months_of_a_calendar_year = 12;
  const int place = (day.year() - first.year()) * months_of_a_calendar_year + static_cast<int>(day.month()) -
                    static_cast<int>(first.month());
  return static_cast<std::size_t>(std::clamp(place, 0, static_cast<int>(months) - 1));
}

}  // namespace

void TalkTally::add(const sheet_facts_store::Talk& talk) {
  if (!seen_.insert(talk.interaction).second) return;
  ++months_.at(place_of(talk.happened_on, first_, months_.size()));
  if (talk.topics.empty()) return;
  auto people = ids_of<Person>(talk.people);
  for (auto& record : people)
    if (const auto* person = directory_.people.find(record)) record = person->id;
  for (const auto id : ids_of<Topic>(talk.topics)) {
    const auto* topic = directory_.vocabulary.find(id);
    if (topic == nullptr || (!topic->is_module && !talk.is_for_all)) continue;
    auto& count = topics_[id];
    ++count.conversations;
    count.attendees = std::max(count.attendees, talk.attendees);
    count.people.insert(people.begin(), people.end());
  }
}

std::vector<TopicFact> TalkTally::topics() const {
  std::vector<TopicFact> facts;
  for (const auto& [id, count] : topics_)
    if (const auto* topic = directory_.vocabulary.find(id); !topic->is_module)
      facts.push_back({topic_words(topic->name), count.conversations, static_cast<int>(count.people.size())});
  std::ranges::sort(facts, {}, &TopicFact::name);
  return facts;
}

std::vector<ModuleFact> TalkTally::modules() const {
  std::vector<ModuleFact> facts;
  for (const auto& [id, count] : topics_)
    if (const auto* topic = directory_.vocabulary.find(id); topic->is_module)
      facts.push_back({topic->name, std::max(static_cast<int>(count.people.size()), count.attendees)});
  std::ranges::sort(facts, {}, &ModuleFact::name);
  return facts;
}

}  // namespace rapport::headlines
