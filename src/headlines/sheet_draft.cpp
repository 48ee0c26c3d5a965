// The rules of drafts.
#include "headlines/sheet_draft.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "json/json.hpp"

namespace rapport {
namespace {

using json::Array;
using json::Object;
using json::Value;

template <class T>
std::vector<T> once_each(const std::vector<T>& all) {
  std::vector<T> kept;
  for (const auto& one : all)
    if (std::ranges::count(kept, one) == 0) kept.push_back(one);
  return kept;
}

bool holds_lines(std::string_view place) {
  return place == "asked.lines" || place == "together.lines";
}
bool is_total(std::string_view place) {
  return place.starts_with("modules.") && place.ends_with(".of");
}
/// Headings, titles and the like stand on one line.
bool is_short(std::string_view place) {
  return !holds_lines(place) && !place.ends_with(".note");
}

bool is_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number > 0 && number <= module_total_max;
}

std::optional<Fault> fault_in(const std::string& place, const std::string& text) {
  if (is_total(place) && !is_number(text))
    return Fault{place, "Write how many modules there are, as a number up to 500."};
  const auto characters = character_count(text);
  if (is_short(place) && characters > sheet_line_characters_max)
    return Fault{place, "At most 160 characters: it stands on one line or two."};
  if (characters > sheet_words_characters_max) return Fault{place, "At most 600 characters."};
  if (holds_lines(place) && static_cast<std::size_t>(std::ranges::count(text, '\n')) >= sheet_lines_max)
    return Fault{place, "At most eight lines."};
  return std::nullopt;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (const auto line : split(text, '\n'))
    if (!trim(line).empty()) lines.push_back(trim(line));
  return lines;
}

template <class Tag>
Value id_value(const std::optional<Id<Tag>>& id) {
  return id ? Value(id->value) : Value(nullptr);
}
std::optional<Id<Story>> id_in(const Value& value, std::string_view name) {
  const auto* member = value.find(name);
  const auto* number = member == nullptr ? nullptr : std::get_if<std::int64_t>(&member->content);
  return number == nullptr ? std::nullopt : std::optional(Id<Story>{*number});
}

}  // namespace

std::string_view SheetDraft::written(std::string_view place) const {
  const auto found = words.find(place);
  return found == words.end() ? std::string_view() : std::string_view(found->second);
}

SheetDraft new_draft() {
  SheetDraft draft{.blocks = {block_kinds.begin(), block_kinds.end()}};
  std::erase(draft.blocks, BlockKind::own);
  return draft;
}

SheetDraft tidied(SheetDraft draft) {
  draft.blocks = once_each(draft.blocks);
  std::erase(draft.measures, std::string());
  draft.measures = once_each(draft.measures);
  SheetWords words;
  for (const auto& [place, text] : draft.words) {
    auto kept = is_short(place) ? tidy_line(text) : tidy(text);
    if (!kept.empty()) words.emplace(place, std::move(kept));
  }
  draft.words = std::move(words);
  return draft;
}

std::vector<Fault> faults_of(const SheetDraft& draft) {
  std::vector<Fault> faults;
  if (draft.blocks.empty()) faults.push_back({"blocks", "Choose at least one block."});
  if (draft.measures.size() > sheet_measures_max)
    faults.push_back({"measures", "Choose at most twelve measures."});
  for (const auto& [place, text] : draft.words)
    if (auto fault = fault_in(place, text)) faults.push_back(std::move(*fault));
  return faults;
}

SheetDraft with_block(SheetDraft draft, BlockKind kind, const SheetDraft& typed) {
  const auto is_of_block = [start = std::string(code(kind)) + "."](const SheetWords::value_type& words) {
    return words.first.starts_with(start);
  };
  std::erase_if(draft.words, is_of_block);
  for (const auto& words : typed.words)
    if (is_of_block(words)) draft.words.insert(words);
  if (kind == BlockKind::numbers) draft.measures = typed.measures;
  if (kind == BlockKind::chain) draft.story = typed.story;
  if (kind == BlockKind::quotation) draft.quotation = typed.quotation;
  return draft;
}

bool says_the_same(const SheetDraft& one, const SheetDraft& other, BlockKind of) {
  return with_block(one, of, other) == one;
}

std::string write_draft(const SheetDraft& draft) {
  Array blocks;
  for (const auto kind : draft.blocks) blocks.emplace_back(code(kind));
  Array measures;
  for (const auto& measure : draft.measures) measures.emplace_back(measure);
  Object words;
  for (const auto& [place, text] : draft.words) words.emplace_back(place, text);
  return json::write(Object{{"blocks", std::move(blocks)},
                            {"measures", std::move(measures)},
                            {"story", id_value(draft.story)},
                            {"quotation", id_value(draft.quotation)},
                            {"words", std::move(words)}});
}

std::optional<SheetDraft> read_draft(std::string_view text) {
  const auto value = json::parse(text);
  if (!value) return std::nullopt;
  SheetDraft draft{.story = id_in(*value, "story"), .quotation = id_in(*value, "quotation")};
  const auto strings_in = [&](std::string_view name, auto take) {
    const auto* member = value->find(name);
    if (const auto* array = member == nullptr ? nullptr : member->array())
      for (const auto& one : *array)
        if (one.string() != nullptr) take(*one.string());
  };
  strings_in("blocks", [&](const std::string& one) {
    if (const auto kind = block_kind_of(one)) draft.blocks.push_back(*kind);
  });
  strings_in("measures", [&](const std::string& one) { draft.measures.push_back(one); });
  if (const auto* words = value->find("words"))
    if (const auto* object = std::get_if<Object>(&words->content))
      for (const auto& [place, one] : *object)
        if (one.string() != nullptr) draft.words.emplace(place, *one.string());
  return draft;
}

std::vector<AskedLine> read_asked(std::string_view text) {
  std::vector<AskedLine> lines;
  for (auto line : lines_of(text)) {
    const bool is_under_way = line.starts_with('~');
    if (is_under_way) line = trim(line.substr(1));
    if (!line.empty()) lines.push_back({std::string(line), !is_under_way});
  }
  return lines;
}

std::string write_asked(const std::vector<AskedLine>& lines) {
  std::string text;
  for (const auto& line : lines)
    text += (text.empty() ? "" : "\n") + std::string(line.is_done ? "" : "~ ") + line.words;
  return text;
}

std::vector<TogetherLine> read_together(std::string_view text) {
  std::vector<TogetherLine> lines;
  for (const auto line : lines_of(text)) {
    const auto parts = split(line, '|');
    const auto part = [&](std::size_t i) {
      return i < parts.size() ? std::string(trim(parts[i])) : std::string();
    };
    auto read = parts.size() == 1 ? TogetherLine{.words = part(0)} : TogetherLine{part(0), part(1), part(2)};
    if (!read.words.empty()) lines.push_back(std::move(read));
  }
  return lines;
}

std::string write_together(const std::vector<TogetherLine>& lines) {
  std::string text;
  for (const auto& line : lines)
    text += (text.empty() ? "" : "\n") + line.when + " | " + line.words + " | " + line.who;
  return text;
}

}  // namespace rapport
