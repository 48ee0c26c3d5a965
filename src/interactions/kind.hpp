// A kind of conversation as a library sets it up, and the rules of that. Plain data; no SQL, no HTTP.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "interactions/vocabulary.hpp"

namespace rapport {

/// A kind as somebody typed it.
struct KindDraft {
  std::string name = {};
  std::string family = {};  ///< its code: "teaching"
  std::string words = {};   ///< for the capture line, with blanks or commas between them
  bool is_two_way = true;
  std::string outcome_value = {};  ///< empty: no outcome
  std::string depth = {};
  bool is_active = true;

  friend bool operator==(const KindDraft&, const KindDraft&) = default;
};

inline constexpr int outcome_value_max = 20;
inline constexpr int depth_max = 20;

/// The kind that lines without one become: it stays in use, and keeps its place.
[[nodiscard]] bool is_usual(const KindEntry& kind);

/// What an edit form begins with.
[[nodiscard]] KindDraft draft_of(const KindEntry& kind);

/// The draft as a kind; `kind` is the one it takes the place of, or one without an id. Invalid on "name" (1
/// to 60 characters, no other kind's), "family", "words" (no signs of the line, no word of another kind in
/// use), "outcome_value" (0 to 20), "depth" (0 to 20, product.md), "is_active" (the usual kind stays).
[[nodiscard]] Result<KindEntry> checked(const KindDraft& draft, const KindEntry& kind,
                                        const std::vector<KindEntry>& all);

}  // namespace rapport
