// The path of one relationship over time as a picture: levels as steps, conversations and bumps as marks.
// Values in, SVG and its table out; no queries.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "relationships/relationship.hpp"

namespace rapport {

/// A conversation that the viewer may read.
struct PathMark {
  Date happened_on = {};
  bool led_on = false;  ///< a bump leads on from it

  friend bool operator==(const PathMark&, const PathMark&) = default;
};

/// A time on one level, in the current scale. `until` is the day of the next move, or nothing today.
struct PathSpan {
  Date from = {};
  std::optional<Date> until = {};
  int level = 0;
  bool is_slipping = false;

  friend bool operator==(const PathSpan&, const PathSpan&) = default;
};
/// From the first move, or the first mark where that is earlier, up to today; a time not yet met begins it.
[[nodiscard]] std::vector<PathSpan> spans_of(std::span<const LevelEvent> events, const Scales& scales,
                                             std::span<const PathMark> marks);

/// "Acquainted in March 2024, In touch since September 2024; 24 conversations, three of which led on."
[[nodiscard]] std::string path_sentence(std::span<const PathSpan> spans, const Scales& scales,
                                        std::span<const PathMark> marks);

/// The picture with its heading and table; nothing where nothing has happened yet. `events` and `marks` are
/// in order of time.
[[nodiscard]] html::Html path_picture(std::span<const LevelEvent> events, const Scales& scales,
                                      std::span<const PathMark> marks, Date today,
                                      const AcademicYears& years);

}  // namespace rapport
