// A chain's page and the list of chains. Finished values in, markup out.
#pragma once

#include <optional>
#include <vector>

#include "bumps/chain_picture.hpp"
#include "bumps/chains.hpp"
#include "html/html.hpp"
#include "ui/visit.hpp"

namespace rapport {

/// Steps of the list on one page.
inline constexpr std::size_t chain_page_size = 100;

/// What a chain's page shows.
struct ChainPage {
  Chain chain = {};
  ChainPicture picture = {};
  std::vector<chains::ChainNote> notes = {};  ///< of the steps on this page of the list
  std::size_t page = 0;                       ///< of the list, from 0
  bool may_add = false;                       ///< the viewer may log what came next
  html::Html credit = {};                     ///< who kept it going
  html::Html thanking = {};                   ///< whom the viewer may thank
  html::Html telling = {};                    ///< stories told of it, as they draw themselves
};

/// "/bumps/12", and with a step the address of its entry in the list.
[[nodiscard]] std::string chain_address(Id<Interaction> focus);
[[nodiscard]] std::string step_address(const Chain& chain, std::size_t step);

[[nodiscard]] html::Html chain_view(const ui::Visit& visit, const Directory& directory,
                                    const ChainPage& page);

/// The picture in its region, with legend and table; on a story's page, too.
[[nodiscard]] html::Html chain_picture_view(const Chain& chain, const ChainPicture& picture,
                                            const Directory& directory);
/// "Step by step"
[[nodiscard]] html::Html chain_steps_view(const ui::Visit& visit, const Directory& directory,
                                          const ChainPage& page);

/// Chains as a list: title, sentence, what they reached.
[[nodiscard]] html::Html chain_lines(const std::vector<chains::ChainLine>& lines, const Directory& directory,
                                     const ChainReader& reader);
/// The card on a department's page; nothing where there are none.
[[nodiscard]] html::Html chains_of_year_card(const std::vector<chains::ChainLine>& lines,
                                             const Directory& directory, const ChainReader& reader);
/// One line of news for Today; nothing where there is none.
[[nodiscard]] html::Html chain_news_card(const std::optional<chains::ChainLine>& news,
                                         const Directory& directory, const ChainReader& reader);
/// "What grew from it" on a person's page, with its numbers; nothing where nothing has.
[[nodiscard]] html::Html grown_card(const std::vector<ChainTotal>& totals, Date since,
                                    const std::optional<Id<Interaction>>& chain_of);

[[nodiscard]] html::Html bumps_view(const ui::Visit& visit, const Directory& directory,
                                    const chains::RecentChains& recent);

}  // namespace rapport
