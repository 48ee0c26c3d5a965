// Takes a person out of drafts and frozen sheets.
#include "headlines/forget_store.hpp"

#include <algorithm>
#include <optional>

#include "headlines/sheet.hpp"
#include "headlines/sheet_draft.hpp"

namespace rapport::headlines {
namespace {

/// A sheet's version or number.
struct SheetText {
  std::int64_t sheet = 0;
  std::int64_t number = 0;
  std::string text = {};
};

SheetText read_text(const db::Row& row) {
  return {row.integer(0), row.integer(1), row.string(2)};
}

class Forgetting {
 public:
  explicit Forgetting(const Erasing& erasing) : erasing_(erasing) {}

  /// Nothing where nothing of the person stands on it.
  std::optional<std::string> of_frozen(std::string_view text) {
    auto content = read_content(text);
    if (!content) return erasing_.names.taken_out_of(text);
    is_changed_ = std::erase_if(content->blocks, [&](const Block& block) { return is_theirs(block); }) > 0;
    for (auto& block : content->blocks) change(block);
    return is_changed_ ? std::optional(write_content(*content)) : std::nullopt;
  }

  std::optional<std::string> of_draft(std::string_view text) {
    auto draft = read_draft(text);
    if (!draft) return erasing_.names.taken_out_of(text);
    is_changed_ = std::erase_if(draft->words, [&](const auto& word) { return is_quoted(word.second); }) > 0;
    for (auto& [place, words] : draft->words) place == "together.lines" ? change_lines(words) : change(words);
    return is_changed_ ? std::optional(write_draft(*draft)) : std::nullopt;
  }

 private:
  [[nodiscard]] bool is_quoted(std::string_view text) const {
    return std::ranges::any_of(erasing_.quotations, [&](const std::string& quotation) {
      return !quotation.empty() && text.find(quotation) != std::string_view::npos;
    });
  }
  [[nodiscard]] bool is_theirs(const Block& block) const {
    return block.kind == BlockKind::quotation &&
           (is_quoted(block.note) || erasing_.names.taken_out_of(block.by).has_value());
  }

  void change(std::string& text) {
    if (auto without = erasing_.names.taken_out_of(text)) {
      text = std::move(*without);
      is_changed_ = true;
    }
  }
  /// A page calls them by their first name where an action is theirs.
  void change_owner(TogetherLine& line) {
    const bool is_theirs = std::ranges::count(erasing_.plan_actions, line.words) > 0;
    if (auto without = is_theirs ? erasing_.names.words_taken_out_of(line.who) : std::nullopt) {
      line.who = std::move(*without);
      is_changed_ = true;
    }
  }
  /// Lines that somebody wrote.
  void change_lines(std::string& text) {
    auto lines = read_together(text);
    for (auto& line : lines) change_owner(line);
    if (is_changed_) text = write_together(lines);
    change(text);
  }
  void change(Block& block) {
    for (auto* text : {&block.heading, &block.note, &block.by}) change(*text);
    for (auto& one : block.numbers) change(one.line);
    for (auto& one : block.chain) change(one.title);
    for (auto& one : block.asked) change(one.words);
    for (auto& one : block.together) {
      change_owner(one);
      change(one.words);
      change(one.who);
    }
  }

  const Erasing& erasing_;
  bool is_changed_ = false;
};

}  // namespace

void forget(db::Writer& writer, const Erasing& erasing) {
  Forgetting forgetting(erasing);
  // A department and year has one sheet with a few versions; each is read once.
  for (const auto& one : writer.all("select sheet_id, number, content from headline_versions where "
                                    "institution_id = $1 order by sheet_id, number",
                                    read_text, erasing.institution))
    if (const auto text = forgetting.of_frozen(one.text))
      writer.execute(
          "update headline_versions set content = $4 where institution_id = $1 and sheet_id = $2 and number "
          "= $3",
          erasing.institution, one.sheet, one.number, *text);
  for (const auto& one :
       writer.all("select sheet_id, version, draft from headline_drafts where institution_id = $1 order by "
                  "sheet_id, version",
                  read_text, erasing.institution))
    if (const auto text = forgetting.of_draft(one.text))
      writer.execute(
          "update headline_drafts set draft = $4 where institution_id = $1 and sheet_id = $2 and version = "
          "$3",
          erasing.institution, one.sheet, one.number, *text);
}

}  // namespace rapport::headlines
