// What a sheet is.
#include "headlines/sheet.hpp"

#include <algorithm>

namespace rapport {
namespace {

struct KindWords {
  BlockKind kind;
  std::string_view code;
  std::string_view words;
  std::string_view meaning;
};
constexpr std::array<KindWords, block_kinds.size()> kinds{
    {{BlockKind::say, "say", "The sentence on top", "What the year comes to, in one or two sentences."},
     {BlockKind::numbers, "numbers", "Big numbers", "At most twelve measures, each beside the year before."},
     {BlockKind::people, "people", "Your staff and us", "Everybody in post by level, as small figures."},
     {BlockKind::modules, "modules", "Modules we reached",
      "Modules among the topics of our conversations, by year of study."},
     {BlockKind::topics, "topics", "What we talked about",
      "The topics of at least five conversations with at least five people."},
     {BlockKind::months, "months", "Month by month", "Conversations of each month of the year."},
     {BlockKind::chain, "chain", "One thing led to another",
      "A story that was told of the department, or its chain that came furthest."},
     {BlockKind::asked, "asked", "You asked, we did",
      "What the department asked for in the year’s action plan, as far as it is done."},
     {BlockKind::together, "together", "Together in the year to come", "The next year’s action plan."},
     {BlockKind::quotation, "quotation", "A quotation", "From a told story, with permission."},
     {BlockKind::own, "own", "A few words of our own", "Whatever you would like to say."},
     {BlockKind::champions, "champions", "Champions and librarian",
      "Who speaks for the library there, and who looks after the department."},
     {BlockKind::small_print, "small_print", "Small print",
      "The time that is counted, and what is not shown."}}};

const KindWords& row(BlockKind kind) {
  return *std::ranges::find(kinds, kind, &KindWords::kind);
}

}  // namespace

std::string_view code(BlockKind kind) {
  return row(kind).code;
}
std::string_view words(BlockKind kind) {
  return row(kind).words;
}
std::string_view meaning(BlockKind kind) {
  return row(kind).meaning;
}
std::optional<BlockKind> block_kind_of(std::string_view code) {
  const auto found = std::ranges::find(kinds, code, &KindWords::code);
  return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

bool is_at_foot(BlockKind kind) {
  return kind == BlockKind::champions || kind == BlockKind::small_print;
}
bool is_wide(BlockKind kind) {
  return kind == BlockKind::say || kind == BlockKind::numbers || kind == BlockKind::chain;
}

bool Block::is_empty() const {
  if (kind == BlockKind::modules || kind == BlockKind::topics || kind == BlockKind::months ||
      kind == BlockKind::people || kind == BlockKind::chain)
    return levels.empty() && modules.empty() && topics.empty() && months.empty() && chain.empty();
  return note.empty() && numbers.empty() && asked.empty() && together.empty();
}

const Block* SheetContent::find(BlockKind kind) const {
  const auto found = std::ranges::find(blocks, kind, &Block::kind);
  return found == blocks.end() ? nullptr : &*found;
}

bool SheetContent::is_bare() const {
  return std::ranges::all_of(blocks, [](const Block& block) { return is_at_foot(block.kind); });
}

std::vector<Emphasis> emphasised(std::string_view words) {
  std::vector<Emphasis> parts;
  bool is_strong = false;
  while (!words.empty()) {
    const auto mark = words.find("**");
    const bool is_closed = is_strong || words.find("**", mark + 2) != std::string_view::npos;
    const auto end = mark == std::string_view::npos || !is_closed ? words.size() : mark;
    if (end > 0) parts.push_back({std::string(words.substr(0, end)), is_strong});
    words.remove_prefix(std::min(words.size(), end + 2));
    is_strong = !is_strong;
  }
  return parts;
}

std::string without_emphasis(std::string_view words) {
  std::string plain;
  for (const auto& part : emphasised(words)) plain += part.text;
  return plain;
}

}  // namespace rapport
