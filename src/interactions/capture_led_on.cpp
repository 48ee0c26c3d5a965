// Looks for the conversation that a `^` means.
#include "interactions/capture_led_on.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rapport::interactions {
namespace {

constexpr int looked_at = 30;
constexpr std::size_t others_max = 4;

std::optional<Id<Person>> first_person(const CaptureReading& reading) {
  for (const auto& name : reading.names)
    if (name.person && !name.promise) return name.person;
  return std::nullopt;
}

/// The colleague whose given or family name that is.
const StaffEntry* colleague_called(const Directory& directory, const std::string& folded) {
  for (const auto& member : directory.staff.staff())
    if (std::ranges::count(folded_words(member.full_name), folded) > 0) return &member;
  return nullptr;
}

const PersonEntry* person_called(Scope& scope, const Directory& directory, const std::string& folded) {
  const auto found = directory.people.matching(std::array{folded}, LastWord::whole, 20);
  if (found.empty()) return nullptr;
  std::vector<Id<Person>> ids;
  ids.reserve(found.size());
  for (const auto* person : found) ids.push_back(person->id);
  const auto ranks = nearness(scope, directory, ids);
  return found[static_cast<std::size_t>(std::ranges::min_element(ranks) - ranks.begin())];
}

/// Of every record that is this person, merged ones too.
std::vector<Interaction> with_person(Scope& scope, const Directory& directory, Id<Person> person,
                                     const TimelineQuery& query) {
  return timeline_of_person(scope, directory.people.same_person(person), query).interactions;
}

std::vector<Interaction> of_colleague(Scope& scope, const Directory& directory, Id<Staff> colleague,
                                      std::optional<Id<Person>> person, const TimelineQuery& query) {
  if (person) {
    auto together = with_person(scope, directory, *person, query);
    std::erase_if(together,
                  [&](const Interaction& row) { return std::ranges::count(row.staff, colleague) == 0; });
    if (!together.empty()) return together;
  }
  return timeline_of_staff(scope, colleague, query).interactions;
}

std::vector<Interaction> candidates(Scope& scope, const Directory& directory, const CaptureReading& reading,
                                    const CaptureLedOn& sign) {
  const TimelineQuery query{.until = std::min(reading.happened_on, scope.today), .limit = looked_at};
  const auto person = first_person(reading);
  if (!sign.name.empty()) {
    const auto folded = fold(sign.name);
    if (const auto* colleague = colleague_called(directory, folded))
      return of_colleague(scope, directory, colleague->id, person, query);
    if (const auto* named = person_called(scope, directory, folded))
      return with_person(scope, directory, named->id, query);
    return {};
  }
  if (person) return with_person(scope, directory, *person, query);
  return timeline_of_staff(scope, scope.viewer.staff, query).interactions;
}

/// What was picked, where it may be read and has not been withdrawn.
std::optional<Interaction> readable(Scope& scope, Id<Interaction> id) {
  auto found = get(scope, id);
  if (!found || found->is_withdrawn) return std::nullopt;
  return std::move(*found);
}

std::optional<Interaction> picked_for(Scope& scope, std::span<const CaptureEarlier> picked, int occurrence) {
  const auto found = std::ranges::find(picked, occurrence, &CaptureEarlier::occurrence);
  return found == picked.end() ? std::nullopt : readable(scope, found->interaction);
}

FoundEarlier found_for(Scope& scope, const Directory& directory, const CaptureReading& reading,
                       std::size_t index, std::span<const CaptureEarlier> picked) {
  const auto& sign = reading.led_on[index];
  FoundEarlier found{.occurrence = static_cast<int>(index) + 1, .mark = sign.mark};
  found.others = candidates(scope, directory, reading, sign);
  const auto time = scope.zone.local_time(scope.now);
  std::erase_if(found.others, [&](const Interaction& row) { return !has_happened(row, scope.today, time); });
  found.earlier = picked_for(scope, picked, found.occurrence);
  if (!found.earlier && !found.others.empty()) found.earlier = found.others.front();
  if (found.earlier)
    std::erase_if(found.others, [&](const Interaction& row) { return row.id == found.earlier->id; });
  if (found.others.size() > others_max) found.others.resize(others_max);
  return found;
}

}  // namespace

std::vector<FoundEarlier> find_earlier(Scope& scope, const Directory& directory,
                                       const CaptureReading& reading,
                                       std::span<const CaptureEarlier> picked) {
  std::vector<FoundEarlier> found;
  if (auto given = picked_for(scope, picked, 0)) found.push_back({.earlier = std::move(given)});
  if (reading.is_promise_only) return found;
  // A line has one or two of them; the reader looks at every word, so a line of signs alone is cut here.
  for (std::size_t i = 0; i < std::min<std::size_t>(reading.led_on.size(), 5); ++i)
    found.push_back(found_for(scope, directory, reading, i, picked));
  return found;
}

}  // namespace rapport::interactions
