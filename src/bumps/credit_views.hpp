// "Who kept it going": the card of a chain's page. Values in, HTML out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "bumps/credit.hpp"
#include "html/html.hpp"
#include "interactions/directory.hpp"

namespace rapport::bumps {

/// What the card is drawn from.
struct CreditCard {
  std::span<const CreditShare> shares;
  std::span<const Interaction> steps;  ///< those the viewer may read; others are never in a share
  Date today;
};

/// Everybody of the chain in the order of their first step; each figure opens onto the steps that made it.
[[nodiscard]] html::Html credit_card(const CreditCard& card, const Directory& directory);

/// "1.75", "0.5", "3": at most two places.
[[nodiscard]] std::string figure(double amount);

}  // namespace rapport::bumps
