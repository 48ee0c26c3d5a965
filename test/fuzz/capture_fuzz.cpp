// Any clean text as a capture line: tokens in order on whole characters, every character kept in one or in
// the note, and the words of a token that stands in the midst of a sentence in both.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "fuzz/promises.hpp"
#include "interactions/capture.hpp"

using rapport::fuzz::require;

namespace {

using namespace rapport;

Directory small_directory() {
  Directory directory;
  std::vector<PersonEntry> people;
  for (const auto* name :
       {"Jane Smith", "Owen Smith", "Mary-Jane O’Neill", "Siân Probert", "张伟", "María de la Cruz"}) {
    PersonEntry person;
    person.id = {static_cast<std::int64_t>(people.size()) + 1};
    person.slug = std::to_string(person.id.value);
    person.full_name = name;
    person.sort_key = sort_key(name);
    person.words = folded_words(name);
    people.push_back(std::move(person));
  }
  directory.people = PeopleDirectory(std::move(people));
  auto kinds = starting_kinds();
  for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i].id = {static_cast<std::int64_t>(i) + 1};
  directory.vocabulary = Vocabulary(std::move(kinds), {});
  return directory;
}

/// All that a reader could miss: letters and digits, in order.
std::string words_in(std::string_view text) {
  return join(folded_words(text), "");
}

void check(const CaptureReading& reading) {
  std::size_t at = 0;
  std::string kept;
  for (const auto& token : reading.tokens) {
    require(at <= token.begin && token.begin < token.end && token.end <= reading.line.size());
    kept += reading.line.substr(at, token.begin - at) + " ";
    if (token.is_in_note) kept += reading.line.substr(token.begin, token.end - token.begin) + " ";
    at = token.end;
  }
  kept += reading.line.substr(at);
  require(is_clean_utf8(kept) && is_clean_utf8(reading.note));
  require(words_in(kept) == words_in(reading.note));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const rapport::fuzz::MemoryBound bound(size);
  static const auto directory = small_directory();
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  if (!is_clean_utf8(line)) return 0;
  const CaptureContext context{.directory = directory, .today = *Date::of(2026, 11, 12), .me = {1}};
  const auto reading = read_line(line, context);
  check(reading);
  CaptureCorrections corrections;
  for (const auto& token : reading.tokens) {
    require(token.kind == CaptureKind::small || capture_mark_of(written(token.mark)) == token.mark);
    if (corrections.plain.size() < 4 && token.kind != CaptureKind::small)
      corrections.plain.push_back(token.mark);
  }
  check(read_line(line, context, corrections));
  (void)draft_of(reading, {1});
  return 0;
}
