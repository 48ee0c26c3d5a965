// What a kind of conversation looks like: its length, hour, place and numbers; and when themes come up.
#pragma once

#include <string_view>

#include "diary.hpp"
#include "dice.hpp"
#include "note_writer.hpp"
#include "themes.hpp"

namespace rapport::demo {

/// Duration, time, place and attendees as the kind has them.
void give_shape(CastConversation& made, Dice& dice);
/// How often the theme comes up on such a day, beside its usual share, which is 1.
[[nodiscard]] double season_factor(Rhythm rhythm, Season season, unsigned month);
[[nodiscard]] std::string_view kind_of(const Theme& theme, bool is_weekend, Dice& dice);
/// Nobody teaches on Sundays, but some write.
[[nodiscard]] bool is_written_sometimes(const Theme& theme);
[[nodiscard]] Length length_of(std::string_view kind, Dice& dice);

}  // namespace rapport::demo
