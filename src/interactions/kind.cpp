// Checks a kind.
#include "interactions/kind.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr std::size_t name_characters_max = 60;
constexpr std::size_t word_characters_max = 30;
constexpr std::size_t words_max = 30;
constexpr std::string_view signs = "@#^>!~\"";  // those with which the line marks people, topics and promises

/// Nothing where it is no whole number between 0 and `max`.
std::optional<int> number_of(std::string_view text, int max) {
  text = trim(text);
  if (text.empty()) return 0;
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0 || number > max)
    return std::nullopt;
  return number;
}

std::vector<std::string> words_of(std::string typed) {
  std::ranges::replace_if(
      typed, [](char c) { return c == ',' || c == ';' || c == '\n' || c == '\r'; }, ' ');
  std::vector<std::string> words;
  for (const auto word : split(typed, ' ')) {
    auto folded = fold(word);
    if (!folded.empty() && std::ranges::count(words, folded) == 0) words.push_back(std::move(folded));
  }
  return words;
}

/// The other kind in use that the word stands for already.
const KindEntry* taker_of(std::string_view word, const KindEntry& kind, const std::vector<KindEntry>& all) {
  const auto found = std::ranges::find_if(all, [&](const KindEntry& other) {
    return other.id != kind.id && other.is_active &&
           std::ranges::any_of(other.words, [&](const auto& one) { return fold(one) == word; });
  });
  return found == all.end() ? nullptr : &*found;
}

std::string fault_of_words(const KindEntry& checked, const std::vector<KindEntry>& all) {
  if (checked.words.size() > words_max) return "Thirty words are enough for one kind.";
  for (const auto& word : checked.words) {
    if (word.find_first_of(signs) != std::string::npos)
      return "“" + word + "” has a sign in it that means something else in the line.";
    if (character_count(word) > word_characters_max) return "“" + word + "” is too long for one word.";
    if (!checked.is_active) continue;
    if (const auto* taker = taker_of(word, checked, all))
      return "“" + word + "” already stands for " + taker->name + ".";
  }
  return {};
}

std::string fault_of_name(const KindEntry& checked, const std::vector<KindEntry>& all) {
  if (checked.name.empty()) return "Say what this kind is called.";
  if (character_count(checked.name) > name_characters_max) return "Sixty characters are enough for a name.";
  const auto is_same = [&](const KindEntry& other) {
    return other.id != checked.id && fold(other.name) == fold(checked.name);
  };
  return std::ranges::any_of(all, is_same) ? "There is a kind of that name already." : std::string();
}

}  // namespace

bool is_usual(const KindEntry& kind) {
  return kind.code == "meeting";
}

KindDraft draft_of(const KindEntry& kind) {
  return {.name = kind.name,
          .family = std::string(code(kind.family)),
          .words = join(kind.words, " "),
          .is_two_way = kind.is_two_way,
          .outcome_value = kind.outcome_value == 0 ? std::string() : std::to_string(kind.outcome_value),
          .depth = std::to_string(kind.depth),
          .is_active = kind.is_active};
}

Result<KindEntry> checked(const KindDraft& draft, const KindEntry& kind, const std::vector<KindEntry>& all) {
  std::vector<Fault> faults;
  const auto note = [&](std::string field, std::string message) {
    if (!message.empty()) faults.push_back({std::move(field), std::move(message)});
  };
  const auto family = family_of(draft.family);
  const auto value = number_of(draft.outcome_value, outcome_value_max);
  const auto depth = number_of(draft.depth, depth_max);
  auto entry = kind;
  entry.name = tidy_line(draft.name);
  entry.family = family.value_or(kind.family);
  entry.words = words_of(draft.words);
  entry.is_two_way = draft.is_two_way;
  entry.outcome_value = value.value_or(0);
  entry.depth = depth.value_or(0);
  entry.is_active = draft.is_active;
  note("name", fault_of_name(entry, all));
  note("family", family ? "" : "Choose the family it belongs to.");
  note("words", fault_of_words(entry, all));
  note("outcome_value", value ? "" : "The value is a whole number from 0 to 20.");
  note("depth", depth ? "" : "The depth is a whole number from 0 to 20.");
  note("is_active",
       is_usual(kind) && !draft.is_active ? "Lines without a kind become this one, so it stays in use." : "");
  if (!faults.empty()) return invalid(std::move(faults));
  return entry;
}

}  // namespace rapport
