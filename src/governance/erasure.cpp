// The rules of a request, and the list that outlives a copy.
#include "governance/erasure.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "json/json.hpp"

namespace rapport {
namespace {

template <class Code, std::size_t N>
std::optional<Code> find_code(const std::array<std::string_view, N>& codes, std::string_view code) {
  const auto found = std::ranges::find(codes, code);
  if (found == codes.end()) return std::nullopt;
  return static_cast<Code>(found - codes.begin());
}

constexpr std::array<std::string_view, 3> asked_by_codes{"person", "representative", "library"};
constexpr std::array<std::string_view, 5> ground_codes{"not_needed", "withdrawn", "objected", "unlawful",
                                                       "law"};
constexpr std::array<std::string_view, 4> state_codes{"asked", "confirmed", "refused", "withdrawn"};

}  // namespace

std::string_view code(AskedBy by) {
  return asked_by_codes[static_cast<std::size_t>(by)];
}
std::string_view code(ErasureGround ground) {
  return ground_codes[static_cast<std::size_t>(ground)];
}
std::string_view code(ErasureState state) {
  return state_codes[static_cast<std::size_t>(state)];
}
std::optional<AskedBy> asked_by_of(std::string_view code) {
  return find_code<AskedBy>(asked_by_codes, code);
}
std::optional<ErasureGround> erasure_ground_of(std::string_view code) {
  return find_code<ErasureGround>(ground_codes, code);
}
std::optional<ErasureState> erasure_state_of(std::string_view code) {
  return find_code<ErasureState>(state_codes, code);
}

std::string_view words(AskedBy by) {
  static constexpr std::array<std::string_view, 3> all{"They asked themselves", "Somebody asked for them",
                                                       "We ourselves"};
  return all[static_cast<std::size_t>(by)];
}
std::string_view words(ErasureGround ground) {
  static constexpr std::array<std::string_view, 5> all{
      "We have no need of it any more", "They took their consent back",
      "They object, and we have no stronger reason", "It should never have been kept", "The law asks for it"};
  return all[static_cast<std::size_t>(ground)];
}
std::string_view words(ErasureState state) {
  static constexpr std::array<std::string_view, 4> all{"Waits for a second person", "Erased", "Refused",
                                                       "Withdrawn"};
  return all[static_cast<std::size_t>(state)];
}

Date erasure_due(Date asked_on) {
  return asked_on.plus_months(1);
}

std::vector<Fault> faults_of(const ErasureDraft& draft, Date today) {
  std::vector<Fault> faults;
  if (!draft.asked_by) faults.push_back({"asked_by", "Say who asked."});
  if (!draft.ground) faults.push_back({"ground", "Choose why they may be erased."});
  if (character_count(draft.reason) > erasure_reason_characters_max)
    faults.push_back({"reason", "At most 1,000 characters."});
  if (!draft.due_on)
    faults.push_back({"due_on", "Give the day by which it is to be done, as 9/11/2026."});
  else if (*draft.due_on < today || *draft.due_on > today.plus_months(12))
    faults.push_back({"due_on", "Choose a day from today on, within a year."});
  return faults;
}

bool may_erase(const Viewer& viewer) {
  return viewer.is(Role::leader) || viewer.is(Role::administrator);
}

// The list ------------------------------------------------------------------------------------------------

namespace {

std::optional<std::int64_t> number_at(const json::Value& value, std::string_view name) {
  const auto* member = value.find(name);
  const auto* number = member == nullptr ? nullptr : std::get_if<std::int64_t>(&member->content);
  return number == nullptr ? std::nullopt : std::optional(*number);
}
std::string text_at(const json::Value& value, std::string_view name) {
  const auto* member = value.find(name);
  const auto* text = member == nullptr ? nullptr : member->string();
  return text == nullptr ? std::string() : *text;
}

std::string line_of(const KeptErasure& erasure) {
  json::Array records;
  for (const auto& record : erasure.records)
    records.emplace_back(
        json::Object{{"person", record.person.value}, {"recorded_at", record.recorded_at.milliseconds}});
  return json::write(json::Object{{"records", std::move(records)},
                                  {"asked_by", code(erasure.asked_by)},
                                  {"ground", code(erasure.ground)},
                                  {"takes_shared_words", erasure.shared_words == SharedWords::go},
                                  {"due_on", erasure.due_on.iso()},
                                  {"requested_by", erasure.requested_by.value},
                                  {"requested_at", erasure.requested_at.milliseconds},
                                  {"confirmed_by", erasure.confirmed_by.value},
                                  {"confirmed_at", erasure.confirmed_at.milliseconds}});
}

std::optional<KeptErasure> erasure_in(std::string_view line) {
  const auto value = json::parse(line);
  if (!value) return std::nullopt;
  const auto asked_by = asked_by_of(text_at(*value, "asked_by"));
  const auto ground = erasure_ground_of(text_at(*value, "ground"));
  const auto due_on = Date::parse_iso(text_at(*value, "due_on"));
  const auto requested_by = number_at(*value, "requested_by");
  const auto requested_at = number_at(*value, "requested_at");
  const auto confirmed_by = number_at(*value, "confirmed_by");
  const auto confirmed_at = number_at(*value, "confirmed_at");
  const auto* shared = value->find("takes_shared_words");
  const auto* takes_shared = shared == nullptr ? nullptr : std::get_if<bool>(&shared->content);
  const auto* records = value->find("records");
  if (!asked_by || !ground || !due_on || !requested_by || !requested_at || !confirmed_by || !confirmed_at ||
      takes_shared == nullptr || records == nullptr || records->array() == nullptr ||
      records->array()->empty())
    return std::nullopt;
  KeptErasure erasure{.asked_by = *asked_by,
                      .ground = *ground,
                      .shared_words = *takes_shared ? SharedWords::go : SharedWords::stay,
                      .due_on = *due_on,
                      .requested_by = {*requested_by},
                      .requested_at = {*requested_at},
                      .confirmed_by = {*confirmed_by},
                      .confirmed_at = {*confirmed_at}};
  for (const auto& record : *records->array()) {
    const auto person = number_at(record, "person");
    const auto recorded_at = number_at(record, "recorded_at");
    if (!person || !recorded_at) return std::nullopt;
    erasure.records.push_back({{*person}, {*recorded_at}});
  }
  return erasure;
}

}  // namespace

std::string write_erasures(const std::vector<KeptErasure>& erasures) {
  std::string text;
  for (const auto& erasure : erasures) text += line_of(erasure) + "\n";
  return text;
}

Result<std::vector<KeptErasure>> read_erasures(std::string_view text) {
  std::vector<KeptErasure> erasures;
  int number = 0;
  for (const auto line : split(text, '\n')) {
    ++number;
    if (trim(line).empty()) continue;
    auto erasure = erasure_in(trim(line));
    if (!erasure)
      return invalid("", "Line " + std::to_string(number) + " of the list of erasures cannot be read.");
    erasures.push_back(std::move(*erasure));
  }
  return erasures;
}

}  // namespace rapport
