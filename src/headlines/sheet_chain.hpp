// A chain as a row of boxes for people outside the library: kinds, months and how many, never who. Pure.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "bumps/chain.hpp"
#include "headlines/sheet.hpp"

namespace rapport::headlines {

inline constexpr std::size_t chain_boxes_max = 4;

/// The places of the steps that may be shown, in order: open to everybody in the library, behind us, not
/// after `until`; of a told path those on it.
[[nodiscard]] std::vector<std::size_t> shown_steps(const Chain& chain, std::span<const Id<Interaction>> path,
                                                   Date until);
/// How far it came: what its outcomes are worth, then how many steps it has. 0 below three steps or without
/// an outcome.
[[nodiscard]] int reach_of(const Chain& chain, std::span<const std::size_t> steps,
                           const Vocabulary& vocabulary);

/// Whether a story's steps, as far as they may be shown, still tell anything: three of them, or an outcome.
[[nodiscard]] bool is_worth_telling(const Chain& chain, std::span<const std::size_t> steps,
                                    const Vocabulary& vocabulary);

/// At most four: how it began, what came of it by kind, and how many students, from five on.
[[nodiscard]] std::vector<ChainBox> boxes_of(const Chain& chain, std::span<const std::size_t> steps,
                                             const Vocabulary& vocabulary);

}  // namespace rapport::headlines
