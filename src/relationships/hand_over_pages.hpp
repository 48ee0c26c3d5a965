// Hand-overs over HTTP.
#pragma once

#include "http/response.hpp"
#include "relationships/hand_overs.hpp"
#include "ui/visit.hpp"

namespace rapport::hand_overs {

/// Who of some people is a champion today: they are introduced first.
[[nodiscard]] std::unordered_map<Id<Person>, std::string> champion_words(Scope& scope,
                                                                         const Directory& directory,
                                                                         std::span<const Id<Person>> people);

/// GET /hand-overs
[[nodiscard]] http::Response show_hand_overs(const ui::Visit& visit, const Directory& directory);
/// GET /hand-overs/new: who to whom, then what (`from`, `to`, `unit`)
[[nodiscard]] http::Response new_hand_over(const ui::Visit& visit, const Directory& directory);
/// POST /hand-overs; `champions` may be nullptr
[[nodiscard]] http::Response create_hand_over(const ui::Visit& visit, const Directory& directory,
                                              ChampionWords* champions);
/// GET /hand-overs/{hand_over}
[[nodiscard]] http::Response show_hand_over(const ui::Visit& visit, const Directory& directory);
/// POST /hand-overs/{hand_over}/undoing
[[nodiscard]] http::Response undo_hand_over(const ui::Visit& visit, const Directory& directory);
/// POST /hand-overs/{hand_over}/introductions/{person}: ticks, or with `again=1` unticks
[[nodiscard]] http::Response tick_introduction(const ui::Visit& visit, const Directory& directory);
/// POST /hand-overs/{hand_over}/promises: moves further ones
[[nodiscard]] http::Response move_promises(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::hand_overs
