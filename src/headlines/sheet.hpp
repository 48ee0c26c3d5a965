// The headline sheet: one page of a department and an academic year, finished. Plain data: what is here is
// printed, whatever becomes of the records that it was made from. How it is drawn is others' business.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"

namespace rapport {

struct HeadlineSheet;  // the tag of its id

/// What may stand on a sheet, in the order in which a new one has it.
enum class BlockKind {
  say,
  numbers,
  people,
  modules,
  topics,
  months,
  chain,
  asked,
  together,
  quotation,
  own,
  champions,
  small_print
};
inline constexpr std::array<BlockKind, 13> block_kinds{
    BlockKind::say,    BlockKind::numbers,   BlockKind::people,     BlockKind::modules,  BlockKind::topics,
    BlockKind::months, BlockKind::chain,     BlockKind::asked,      BlockKind::together, BlockKind::quotation,
    BlockKind::own,    BlockKind::champions, BlockKind::small_print};
[[nodiscard]] std::string_view code(BlockKind kind);
[[nodiscard]] std::optional<BlockKind> block_kind_of(std::string_view code);
[[nodiscard]] std::string_view words(BlockKind kind);    ///< "What we talked about"
[[nodiscard]] std::string_view meaning(BlockKind kind);  ///< what it is made from
/// At the foot of the page, whatever its place.
[[nodiscard]] bool is_at_foot(BlockKind kind);
/// Across the page; the others stand two beside one another.
[[nodiscard]] bool is_wide(BlockKind kind);

struct BigNumber {
  std::string code = {};    ///< of its measure
  std::string number = {};  ///< "1,940"; "–" where it is not shown
  std::string title = {};
  std::string line = {};
};
/// Figures of one level; `tone` is its step of the ramp, 0 to 5.
struct LevelCount {
  std::string name = {};
  int count = 0;
  int tone = 0;
};
struct ModuleRow {
  std::string name = {};
  int reached = 0;
  std::optional<int> of = {};
};
struct TopicRow {
  std::string name = {};
  int count = 0;
};
struct MonthBar {
  std::string name = {};          ///< "October"
  std::optional<int> count = {};  ///< nothing where it is not shown
  bool is_to_come = false;
};
struct ChainBox {
  std::string icon = {};
  std::string title = {};
  std::string line = {};
};
struct AskedLine {
  std::string words = {};
  bool is_done = true;
};
struct TogetherLine {
  std::string when = {};
  std::string words = {};
  std::string who = {};
};

/// One block. What it has depends on its kind; `note` is its sentence, in which **words** stand out.
struct Block {
  BlockKind kind = BlockKind::say;
  std::string heading = {};
  std::string note = {};
  std::string by = {};  ///< of a quotation
  std::vector<BigNumber> numbers = {};
  std::vector<LevelCount> levels = {};
  std::vector<ModuleRow> modules = {};
  std::vector<TopicRow> topics = {};
  std::vector<MonthBar> months = {};
  std::vector<ChainBox> chain = {};
  std::vector<AskedLine> asked = {};
  std::vector<TogetherLine> together = {};

  /// Nothing but a heading: such a block is left out.
  [[nodiscard]] bool is_empty() const;
};

/// One figure on the back.
struct SourceLine {
  std::string name = {};
  std::string number = {};  ///< with its unit
  std::string before = {};
  std::string sentence = {};
  std::string definition = {};
  std::string source = {};
};

struct SheetContent {
  std::string department = {};
  std::string library = {};
  std::string year = {};     ///< "2025/26"
  std::string days = {};     ///< "1 August 2025 to 31 July 2026"; nothing on sheets frozen before it was said
  std::string meeting = {};  ///< "For our meeting on 12 November 2026"
  std::string made_on = {};  ///< ISO date of the data
  bool is_provisional = false;
  std::vector<Block> blocks = {};  ///< none that is empty
  std::vector<SourceLine> sources = {};

  [[nodiscard]] const Block* find(BlockKind kind) const;
  /// Nothing of the department: no figure, no picture, no words of its own.
  [[nodiscard]] bool is_bare() const;
};

/// Of the words with ** around some: "We taught ", "1,940 students" (strong), ".". Never empty parts.
struct Emphasis {
  std::string text = {};
  bool is_strong = false;

  friend bool operator==(const Emphasis&, const Emphasis&) = default;
};
[[nodiscard]] std::vector<Emphasis> emphasised(std::string_view words);
[[nodiscard]] std::string without_emphasis(std::string_view words);

/// The content as it is kept, and back; nothing where the text is no content of a known form.
[[nodiscard]] std::string write_content(const SheetContent& content);
[[nodiscard]] std::optional<SheetContent> read_content(std::string_view text);
/// Of `write_content`: one more whenever what is written means something else.
inline constexpr int content_form = 1;
/// Of how content becomes a page: frozen sheets keep the one that they were made for.
inline constexpr int renderer_version = 1;

}  // namespace rapport
