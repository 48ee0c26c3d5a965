// The forms on the page of a champion. Finished values in, markup out.
#pragma once

#include "relationships/champion_views.hpp"

namespace rapport {

/// "Champion since 3 Nov 2025" with its icon; amber where it has expired.
[[nodiscard]] html::Html champion_tag(const Champion& champion, Date today);
/// Why it could not be kept, and what was written.
[[nodiscard]] html::Html clash_note(const ChampionPage& page);
/// Nominate, or what can be said next; for those who read, how it stands.
[[nodiscard]] html::Html next_card(const ui::Visit& visit, const ChampionPage& page);
[[nodiscard]] html::Html tick_form(const ui::Visit& visit, const Directory& directory,
                                   const ChampionPage& page);
/// The log of thanks with its form; nothing for those who never were one.
[[nodiscard]] html::Html thanks_card(const ui::Visit& visit, const Directory& directory,
                                     const ChampionPage& page);

}  // namespace rapport
