// Reads the editor's form.
#include "headlines/headline_form.hpp"

#include <algorithm>
#include <utility>

#include "ui/route_id.hpp"

namespace rapport {
namespace {

/// Places begin with a block's code, or are "meeting".
bool is_place(std::string_view name) {
  const auto dot = name.find('.');
  return name == "meeting" || (dot != std::string_view::npos && block_kind_of(name.substr(0, dot)));
}

/// Whether a field holds just what it was given: the words that are made.
bool is_as_made(const http::Form& form, const http::Field& field) {
  const auto name = "made-" + field.name;
  return form.has(name) && form.value(name) == field.value;
}

std::optional<Id<Story>> story_in(const http::Form& form, std::string_view name) {
  const auto id = ui::id_of<Story>(form.value(name));
  return id.value > 0 ? std::optional(id) : std::nullopt;
}

std::vector<BlockKind> blocks_in(const http::Form& form) {
  std::vector<std::pair<long, BlockKind>> placed;
  for (const auto kind : block_kinds)
    if (const auto place = form.number("place-" + std::string(code(kind))).value_or(0); place > 0)
      placed.emplace_back(place, kind);
  std::ranges::stable_sort(placed, {}, &std::pair<long, BlockKind>::first);
  std::vector<BlockKind> blocks;
  blocks.reserve(placed.size());
  for (const auto& [place, kind] : placed) blocks.push_back(kind);
  return blocks;
}

}  // namespace

SheetDraft sheet_draft_in(const http::Form& form) {
  SheetDraft draft{
      .blocks = blocks_in(form), .story = story_in(form, "story"), .quotation = story_in(form, "quotation")};
  for (std::size_t i = 1; i <= sheet_measures_max; ++i)
    if (const auto code = form.value("measure-" + std::to_string(i)); !code.empty())
      draft.measures.emplace_back(code);
  for (const auto& field : form.fields())
    if (is_place(field.name) && !field.value.empty() && !is_as_made(form, field))
      draft.words.emplace(field.name, field.value);
  return draft;
}

}  // namespace rapport
