// All themes in one row, and the sentences that belong to none.
#include "themes.hpp"

namespace rapport::demo {
namespace {

constexpr std::string_view openings[] = {"Caught by the lifts.",
                                         "In the queue for coffee.",
                                         "Outside {room}.",
                                         "On the stairs after a meeting.",
                                         "At the printer.",
                                         "Walking back from a lecture.",
                                         "At the bus stop.",
                                         "By the new-book shelf.",
                                         "Two minutes at the help desk.",
                                         "In the department's kitchen.",
                                         "After the seminar in {room}.",
                                         "At the bicycle racks.",
                                         "Held the door, then talked.",
                                         "Between two meetings."};

constexpr std::string_view last_words[] = {"{p} is away until {weekday}.",
                                           "Best reached on {weekday} afternoons.",
                                           "Copied to {colleague}.",
                                           "{colleague} knows the background.",
                                           "To be mentioned at the next team meeting.",
                                           "Details are in the shared folder.",
                                           "{other} should be asked as well.",
                                           "No hurry before {month}.",
                                           "The same came up in {subject} last year.",
                                           "Worth telling the other departments.",
                                           "{p} offered to say so at the board.",
                                           "To be read again before {month}.",
                                           "{colleague} was there too.",
                                           "Asked to be reminded in {month}."};

std::vector<Theme> joined() {
  std::vector<Theme> all;
  for (const auto part :
       {collection_themes(), access_themes(), teaching_themes(), research_themes(), partnership_themes()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace

const std::vector<Theme>& themes() {
  static const std::vector<Theme> all = joined();
  return all;
}

Words corridor_openings() {
  return openings;
}

Words closings() {
  return last_words;
}

}  // namespace rapport::demo
