// What find shows: a page, and a part for the find dialog. Finished values in, markup out.
#pragma once

#include <string_view>

#include "html/html.hpp"
#include "search/search.hpp"
#include "ui/visit.hpp"

namespace rapport::search {

/// What was asked, as the page repeats it.
struct Asked {
  std::string text;
  const PersonEntry* person = nullptr;  ///< only this person's conversations
  bool is_older_page = false;
};

[[nodiscard]] html::Html find_view(const ui::Visit& visit, const Directory& directory, const Asked& asked,
                                   const Found& found);
/// Options for the dialog: each a link in a [role=option], in groups. The contract is at the top of
/// web/ts/main.ts.
[[nodiscard]] html::Html find_part(const ui::Visit& visit, const Directory& directory, const Asked& asked,
                                   const Found& found);

/// "her notes", "their notes": whose notes are searched.
[[nodiscard]] std::string notes_of(const PersonEntry& person);

}  // namespace rapport::search
