// The front of the capture line: reading, corrections as form values, and what to record.
#include "interactions/capture.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "interactions/capture_reader.hpp"

namespace rapport {
namespace {

constexpr std::array<std::string_view, 10> kinds{"person",    "how",     "topic", "length", "when",
                                                 "attendees", "promise", "due",   "led_on", "small"};
constexpr std::size_t promise_characters_max = 500;
constexpr std::string_view colleague_sign = "colleague-";

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
  return number;
}

std::optional<Id<Person>> person_in(const CaptureReading& reading, std::size_t promise) {
  for (const auto& name : reading.names)
    if (name.promise == promise && name.person) return name.person;
  return std::nullopt;
}

template <class T>
void add_once(std::vector<Id<T>>& ids, Id<T> id) {
  if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
}

void add_note(InteractionDraft& draft, std::string_view words) {
  if (!draft.note.empty()) draft.note += '\n';
  draft.note += words;
}

void add_people(InteractionDraft& draft, const CaptureReading& reading, Id<Staff> me) {
  for (const auto& name : reading.names) {
    if (name.promise) continue;
    const auto is_there = [&](const Participant& there) { return there.person == name.person; };
    if (name.person && std::ranges::none_of(draft.people, is_there))
      draft.people.push_back({.person = *name.person});
    if (!name.colleague) continue;
    add_once(draft.staff, me);
    add_once(draft.staff, *name.colleague);
  }
}

}  // namespace

std::string_view code(CaptureKind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

std::string written(const CaptureMark& mark) {
  return std::string(code(mark.kind)) + ':' + std::to_string(mark.occurrence) + ':' + mark.text;
}

std::optional<CaptureMark> capture_mark_of(std::string_view written) {
  const auto first = written.find(':');
  const auto second = first == std::string_view::npos ? first : written.find(':', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto kind = std::ranges::find(kinds, written.substr(0, first));
  const auto occurrence = number_of<int>(written.substr(first + 1, second - first - 1));
  if (kind == kinds.end() || !occurrence) return std::nullopt;
  return CaptureMark{static_cast<CaptureKind>(kind - kinds.begin()), *occurrence,
                     std::string(written.substr(second + 1))};
}

std::string written(const CaptureChoice& choice) {
  if (choice.person) return choice.name + '=' + std::to_string(choice.person->value);
  if (choice.colleague)
    return choice.name + '=' + std::string(colleague_sign) + std::to_string(choice.colleague->value);
  return choice.name + "=new";
}

std::optional<CaptureChoice> capture_choice_of(std::string_view written) {
  const auto sign = written.rfind('=');
  if (sign == std::string_view::npos || sign == 0) return std::nullopt;
  CaptureChoice choice{.name = std::string(written.substr(0, sign))};
  auto who = written.substr(sign + 1);
  if (who == "new") return choice;
  const bool is_colleague = who.starts_with(colleague_sign);
  if (is_colleague) who.remove_prefix(colleague_sign.size());
  const auto id = number_of<std::int64_t>(who);
  if (!id) return std::nullopt;
  if (is_colleague)
    choice.colleague = Id<Staff>{*id};
  else
    choice.person = Id<Person>{*id};
  return choice;
}

std::string written(const CaptureEarlier& earlier) {
  return std::to_string(earlier.occurrence) + '=' + std::to_string(earlier.interaction.value);
}

std::optional<CaptureEarlier> capture_earlier_of(std::string_view written) {
  const auto sign = written.find('=');
  if (sign == std::string_view::npos) return std::nullopt;
  const auto occurrence =
      written.substr(0, sign) == "0" ? std::optional(0) : number_of<int>(written.substr(0, sign));
  const auto id = number_of<std::int64_t>(written.substr(sign + 1));
  if (!occurrence || !id) return std::nullopt;
  return CaptureEarlier{*occurrence, Id<Interaction>{*id}};
}

CaptureReading read_line(std::string_view line, const CaptureContext& context,
                         const CaptureCorrections& corrections) {
  return capture::LineReader(line, context, corrections).read();
}

std::vector<PromiseDraft> promise_drafts_of(const CaptureReading& reading) {
  std::vector<PromiseDraft> drafts;
  for (std::size_t i = 0; i < reading.promises.size(); ++i) {
    const auto& promise = reading.promises[i];
    drafts.push_back({.words = shorten(promise.words, promise_characters_max),
                      .due_on = promise.due_on,
                      .person = person_in(reading, i)});
  }
  return drafts;
}

InteractionDraft draft_of(const CaptureReading& reading, Id<Staff> me) {
  InteractionDraft draft{.happened_on = reading.happened_on};
  draft.kind = reading.kind;
  draft.happened_at_time = reading.happened_at_time;
  draft.precision = reading.precision;
  draft.duration_minutes = reading.duration_minutes;
  draft.attendees = reading.attendees;
  draft.note = reading.note;
  draft.topics = reading.topics;
  draft.promises = promise_drafts_of(reading);
  draft.needs_sorting = reading.needs_sorting;
  draft.line = reading.line;
  draft.source = "line";
  add_people(draft, reading, me);
  for (const auto& promise : reading.promises)  // nothing is lost of a promise too long to be one
    if (character_count(promise.words) > promise_characters_max) add_note(draft, promise.words);
  return draft;
}

}  // namespace rapport
