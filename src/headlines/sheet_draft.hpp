// A draft: which blocks stand on the sheet in which order, and the words that somebody wrote in place of
// those that were made. Plain data and its rules; no SQL, no HTTP, no clock.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "bumps/story.hpp"
#include "headlines/sheet.hpp"

namespace rapport {

inline constexpr std::size_t sheet_measures_max = 12;  ///< product.md: at most 12 big numbers
inline constexpr std::size_t sheet_words_characters_max = 600;
inline constexpr std::size_t sheet_line_characters_max = 160;
inline constexpr int module_total_max = 500;

/// Words by their place: "say.note", "numbers.students-reached.line", "chain.2.title", "meeting". What is
/// empty is not in it: the made words stand there.
using SheetWords = std::map<std::string, std::string, std::less<>>;

struct SheetDraft {
  std::vector<BlockKind> blocks = {};      ///< in order, each once
  std::vector<std::string> measures = {};  ///< codes in order; none: the first four that are shown
  std::optional<Id<Story>> story = {};  ///< of the chain; none: the newest, else the chain that came furthest
  std::optional<Id<Story>> quotation = {};  ///< none: the newest with permission
  SheetWords words = {};

  /// What somebody wrote; empty where they did not.
  [[nodiscard]] std::string_view written(std::string_view place) const;
  friend bool operator==(const SheetDraft&, const SheetDraft&) = default;
};

/// What a new sheet has: all but the words of our own.
[[nodiscard]] SheetDraft new_draft();
/// Words tidied, empty ones left out, blocks and measures once each. Idempotent.
[[nodiscard]] SheetDraft tidied(SheetDraft draft);
/// Of a tidied draft: a block at least, no more than twelve measures, nothing too long, module totals that
/// are numbers. Field names: "blocks", "measures", else the words' place.
[[nodiscard]] std::vector<Fault> faults_of(const SheetDraft& draft);

/// The draft with what `typed` says of one block: its words, and what was chosen for it. Its place stays.
[[nodiscard]] SheetDraft with_block(SheetDraft draft, BlockKind kind, const SheetDraft& typed);
[[nodiscard]] bool says_the_same(const SheetDraft& one, const SheetDraft& other, BlockKind of);

[[nodiscard]] std::string write_draft(const SheetDraft& draft);
[[nodiscard]] std::optional<SheetDraft> read_draft(std::string_view text);

/// "Open until 22:00" a line, "~" before what is under way.
[[nodiscard]] std::vector<AskedLine> read_asked(std::string_view text);
[[nodiscard]] std::string write_asked(const std::vector<AskedLine>& lines);
/// "Jan | Joint guide published | Jane, Priya" a line.
[[nodiscard]] std::vector<TogetherLine> read_together(std::string_view text);
[[nodiscard]] std::string write_together(const std::vector<TogetherLine>& lines);
inline constexpr std::size_t sheet_lines_max = 8;

}  // namespace rapport
