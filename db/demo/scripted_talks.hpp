// The words of scripted.cpp, for it alone.
#pragma once

#include <span>
#include <string_view>

namespace rapport::demo {

inline constexpr int no_day = 9999;

/// A promise; `due_in` and `settled` count days from today, `no_day` is none.
struct TalkPromise {
  std::string_view words = {};
  int due_in = no_day;
  int settled = no_day;
};

/// One conversation. Those ahead have fewer than no days ago.
struct Talk {
  int days_ago;
  std::string_view staff;   ///< usernames
  std::string_view people;  ///< full names, parted by |; `*Psychology` is somebody lively of that department
  std::string_view kind;
  int minute = -1;
  int duration = 0;
  int attendees = 0;
  std::string_view place = {};
  std::string_view topics = {};
  std::string_view note = {};
  TalkPromise ours = {};
  TalkPromise theirs = {};
  std::string_view visibility = "library";
  std::string_view begun_by = "them";
  std::string_view key = {};        ///< a name for what follows to speak of
  std::string_view came_from = {};  ///< keys of what it led on from
};

/// Lines that were kept but could not be read.
struct Unsorted {
  int days_ago;
  std::string_view staff;
  std::string_view line;
};
[[nodiscard]] std::span<const Talk> written_talks();
/// What came of one corridor chat, ten steps over three lanes; the eleventh is one of written_talks().
[[nodiscard]] std::span<const Talk> corridor_chain();
[[nodiscard]] std::span<const Unsorted> unsorted_lines();

}  // namespace rapport::demo
