// "Who kept it going": the card of a chain's page. Values in, HTML out.
#pragma once

#include <string>
#include <vector>

#include "bumps/chain.hpp"
#include "bumps/chain_words.hpp"
#include "bumps/credit.hpp"
#include "html/html.hpp"

namespace rapport {

/// Everybody of the chain in the order of their first step; each figure opens onto the steps that made it.
/// Nothing where no step is the viewer's to read.
[[nodiscard]] html::Html credit_card(const Chain& chain, const std::vector<CreditShare>& shares,
                                     const Directory& directory, const ChainReader& reader);

/// "1.75", "0.5", "3": at most two places.
[[nodiscard]] std::string figure(double amount);

}  // namespace rapport
