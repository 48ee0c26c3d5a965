// A relationship of the library with a person or a department: at which level it stands, and every move.
// Plain data and its rules; no SQL, no HTTP, no clock. How it is furthered (plans) and how lively it is
// (engagement) are other files' business.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "interactions/interaction.hpp"
#include "relationships/scale.hpp"

namespace rapport {

struct Relationship;
struct LevelEvent;

/// What a relationship is about; `overall` is the one that lists show.
enum class ServiceArea { overall, teaching, research, collections };
[[nodiscard]] std::string_view code(ServiceArea area);   ///< "", "teaching", "research", "collections"
[[nodiscard]] std::string_view words(ServiceArea area);  ///< "Overall", "Teaching" …
[[nodiscard]] std::optional<ServiceArea> service_area_of(std::string_view code);
inline constexpr ServiceArea service_areas[] = {ServiceArea::overall, ServiceArea::teaching,
                                                ServiceArea::research, ServiceArea::collections};

/// The other side. Of a merged person any record.
using RelationshipWith = std::variant<Id<Person>, Id<OrgUnit>>;

struct Relationship {
  Id<Relationship> id = {};
  RelationshipWith with = {};
  ServiceArea area = ServiceArea::overall;
  int level = 0;  ///< in the current scale
  bool is_slipping = false;
  Date since = {};        ///< at this level
  Date moved_on = {};     ///< the last event's day
  Instant moved_at = {};  ///< when the last event was written
  int version = 1;        ///< one more with every event

  friend bool operator==(const Relationship&, const Relationship&) = default;
};

/// How a relationship stands: over all records of a person, the one that was moved last. Not yet met where
/// nobody ever said anything.
struct Standing {
  std::optional<Relationship> relationship = {};
  int version = 0;  ///< of all records together: what a form has seen

  [[nodiscard]] int level() const { return relationship ? relationship->level : 0; }
  [[nodiscard]] bool is_slipping() const { return relationship && relationship->is_slipping; }

  friend bool operator==(const Standing&, const Standing&) = default;
};

/// One move: up, down, or slipping and back. Levels are those of its scale's version.
struct LevelEvent {
  Id<LevelEvent> id = {};
  Id<Relationship> relationship = {};
  Date happened_on = {};
  int scale_version = 1;
  int from_level = 0;
  int to_level = 0;
  bool was_slipping = false;
  bool is_slipping = false;
  std::string reason = {};
  Id<Staff> recorded_by = {};
  Instant recorded_at = {};
};

/// What somebody says has changed. `seen_version` and `seen_scale` are what they looked at.
struct MoveDraft {
  RelationshipWith with = {};
  ServiceArea area = ServiceArea::overall;
  int level = 0;
  bool is_slipping = false;
  std::string reason = {};
  std::optional<Date> happened_on = {};  ///< today where absent
  std::vector<Id<Interaction>> evidence = {};
  int seen_version = 0;
  int seen_scale = 1;
};

inline constexpr std::size_t reason_characters_max = 300;
inline constexpr std::size_t evidence_max = 12;

/// The rules that need nobody else, on a draft whose reason is tidied: a level of the scale, a reason, a day
/// that has come and does not lie before the last move, something that moves, nothing slipping that was never
/// met. Field names: level, reason, happened_on, evidence.
[[nodiscard]] std::vector<Fault> faults_of(const MoveDraft& draft, const Scale& scale,
                                           const Standing& standing, Date today);

/// Over all records of one person.
[[nodiscard]] Standing standing_of(std::span<const Relationship> records);

/// The event and what the relationship becomes by it.
struct Moved {
  Relationship relationship = {};
  LevelEvent event = {};
};
/// From `standing`, by a draft without faults. Without ids, author and moment.
[[nodiscard]] Moved moved_by(const MoveDraft& draft, const Standing& standing, const Scale& scale,
                             Date today);

/// "In touch → Working together", "In touch, slipping", "In touch, no longer slipping".
[[nodiscard]] std::string move_words(const LevelEvent& event, const Scales& scales);

}  // namespace rapport
