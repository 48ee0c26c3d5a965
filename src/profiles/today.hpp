// The first minute of the day: what is ahead, what the viewer promised, whom they spoke to lately, what is to
// sort out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bumps/bumps.hpp"
#include "bumps/chains.hpp"
#include "bumps/suggestions.hpp"
#include "bumps/thanks.hpp"
#include "interactions/interactions.hpp"
#include "relationships/quiet_lines.hpp"

namespace rapport::profiles {

/// A conversation ahead with what to know before it: the last one with its first person and what is open
/// between us.
struct Ahead {
  Interaction interaction;
  const PersonEntry* person = nullptr;
  std::optional<Interaction> last;
  std::optional<Promise> promise;
};

struct Today {
  std::vector<Ahead> ahead;  ///< the next seven days, at most twelve
  int ahead_today = 0;
  std::vector<Promise> promises;  ///< open ones of the viewer, at most eight, due first
  std::int64_t promises_open = 0;
  int promises_due = 0;             ///< due today or before
  std::vector<Interaction> lately;  ///< the viewer's last conversations, at most six
  std::vector<Interaction> to_sort_out;
  /// What the viewer wrote down beforehand, whose time has come since and which nobody has touched: of the
  /// last fortnight, newest first.
  std::vector<Interaction> did_these_happen;
  std::vector<bumps::Asked> asked;              ///< links that wait for the viewer's answer
  std::vector<bumps::Asked> answered;           ///< what the viewer answered just now, and can undo
  std::vector<bumps::SuggestionFor> suggested;  ///< what the viewer's latest may have led on from
  std::vector<Thanks> thanks;                   ///< not seen yet
  std::optional<chains::ChainLine> news;        ///< a chain that moved in the past week
  quiet::QuietCard quiet;                       ///< whom the viewer is losing touch with
  std::optional<int> teaching_week;
};

[[nodiscard]] Today read_today(Scope& scope, const Directory& directory);

/// "Good morning" before noon, "Good afternoon" before six, then "Good evening".
[[nodiscard]] std::string_view greeting_at(TimeOfDay time);
/// "Thursday 12 November, teaching week 8. Three conversations ahead, two promises due."
[[nodiscard]] std::string sentence_of(const Today& today, Date date);

}  // namespace rapport::profiles
