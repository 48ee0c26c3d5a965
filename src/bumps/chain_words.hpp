// A chain in words: its title, the sentence under it, what stands at a step. Text only; markup is made
// elsewhere.
#pragma once

#include <string>
#include <vector>

#include "bumps/chain.hpp"
#include "bumps/chain_fold.hpp"

namespace rapport {

/// For whom the words are, and on which day.
struct ChainReader {
  Id<Staff> viewer = {};
  Date today = {};
  bool is_file = false;  ///< it goes to others: it calls nobody "you", and speaks of nobody's right to read
};

/// "From one corridor chat": what a chain is called before anybody has told it.
[[nodiscard]] std::string plain_title_of(const Chain& chain, const Directory& directory);
/// The title of its story, else the plain one.
[[nodiscard]] std::string title_of(const Chain& chain, const Directory& directory);
/// "Tom stopped to talk to Dr Luca Moretti on 3 September. Nine things have followed, and a tenth is today."
[[nodiscard]] std::string sentence_of(const Chain& chain, const Directory& directory,
                                      const ChainReader& reader);
/// "Nothing has followed yet. When something does, log it as led on from this."
inline constexpr std::string_view nothing_followed_words =
    "Nothing has followed yet. When something does, log it as led on from this.";

/// What stands at a step or at several that are drawn as one.
struct StepWords {
  std::string title = {};       ///< "Corridor chat", "38 one-to-ones", "6 more", "Not yours to read"
  std::string line = {};        ///< "Tom, Dr Moretti", "64 students"
  std::string short_line = {};  ///< "Dr Moretti": where there is no room
  std::string date = {};        ///< "3 Sep"; nothing where the step is not open
  std::string icon = {};
};
[[nodiscard]] StepWords words_of(const ChainStep& step, const Directory& directory,
                                 const ChainReader& reader);
[[nodiscard]] StepWords words_of(const ChainGroup& group, const Chain& chain, const Directory& directory,
                                 const ChainReader& reader);

/// "A conversation that is not yours to read", "Taken back": for what is not open.
[[nodiscard]] std::string_view gap_words(Sight sight);
/// "Corridor chat, Tom, Dr Luca Moretti": the heading of a step in the list.
[[nodiscard]] std::string heading_of(const ChainStep& step, const Directory& directory,
                                     const ChainReader& reader);
/// "3 Sep", "w/c 7 Sep", "Sep 2026": as exactly as it is known.
[[nodiscard]] std::string short_date_of(const ChainStep& step, Date today);
/// "Tom Ashworth and Priya Nair"
[[nodiscard]] std::string colleagues_words(const ChainStep& step, const Directory& directory);
/// "Started it, and passed it on. Two steps"
[[nodiscard]] std::string part_words(const ChainColleague& colleague);

}  // namespace rapport
