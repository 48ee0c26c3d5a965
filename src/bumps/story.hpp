// A story: a chain that somebody has told. Plain data and its rules; no SQL, no HTTP, no clock.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "interactions/interaction.hpp"

namespace rapport {

struct Story;

inline constexpr std::size_t story_title_characters_max = 120;
inline constexpr std::size_t story_words_characters_max = 20'000;
inline constexpr std::size_t story_quotation_characters_max = 600;
inline constexpr std::size_t story_permission_characters_max = 200;
inline constexpr std::size_t story_steps_max = 40;

/// What somebody wants to tell.
struct StoryDraft {
  std::string title = {};
  std::vector<Id<Interaction>> path = {};  ///< the chosen steps, in any order
  std::string words = {};                  ///< safe Markdown
  std::string quotation = {};
  std::optional<Id<Person>> quoted = {};
  std::string permission = {};  ///< how it was given: "by email"
  std::optional<Date> permission_on = {};
  std::optional<Id<OrgUnit>> org_unit = {};  ///< the first person's where absent
  bool is_on_board = false;                  ///< may stand on the office's board and wall

  friend bool operator==(const StoryDraft&, const StoryDraft&) = default;
};

struct Story {
  Id<Story> id = {};
  Id<Interaction> interaction = {};  ///< whose chain it is
  StoryDraft told = {};              ///< the path in order of time
  int academic_year = 0;             ///< of its last step
  Id<Staff> told_by = {};
  Instant told_at = {};
  int version = 1;
  bool is_withdrawn = false;
};

/// The rules: a title, two steps at least, nothing too long, and no quotation without whose it is, how and
/// when they said yes, on a day that has come. The faults name the form's fields.
[[nodiscard]] std::vector<Fault> faults_of(const StoryDraft& draft, Date today);

}  // namespace rapport
