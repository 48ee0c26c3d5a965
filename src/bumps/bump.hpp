// A bump: "this came out of that". Plain data and its rules; no SQL, no HTTP, no clock.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "interactions/interaction.hpp"
#include "staff/staff_directory.hpp"

namespace rapport {

struct Bump;
struct Origin;

/// `removed` is a link that was taken away again; proposing it anew brings it back.
enum class BumpState { proposed, accepted, declined, removed };
enum class BumpSource { line, page, suggestion, demo };
/// What a chain can begin with besides a conversation.
enum class OriginKind { introduction, event, newsletter, referral };

[[nodiscard]] std::string_view code(BumpState state);
[[nodiscard]] std::string_view code(BumpSource source);
[[nodiscard]] std::string_view code(OriginKind kind);
/// "An introduction", "An event", "A newsletter", "A referral".
[[nodiscard]] std::string_view words(OriginKind kind);
[[nodiscard]] std::optional<BumpState> bump_state_of(std::string_view code);
[[nodiscard]] std::optional<BumpSource> bump_source_of(std::string_view code);
[[nodiscard]] std::optional<OriginKind> origin_kind_of(std::string_view code);

struct Bump {
  Id<Bump> id = {};
  Id<Interaction> from = {};  ///< the earlier conversation
  Id<Interaction> to = {};    ///< the one that came out of it
  BumpState state = BumpState::proposed;
  BumpSource source = BumpSource::page;
  Id<Staff> proposed_by = {};
  Instant proposed_at = {};
  std::optional<Id<Staff>> settled_by = {};
  std::optional<Instant> settled_at = {};

  friend bool operator==(const Bump&, const Bump&) = default;
};

struct Origin {
  Id<Origin> id = {};
  Id<Interaction> to = {};
  OriginKind kind = OriginKind::introduction;
  std::optional<Id<Person>> person = {};  ///< who introduced or referred
  std::string words = {};
  Id<Staff> recorded_by = {};
};

/// What somebody wants to link.
struct BumpDraft {
  Id<Interaction> from = {};
  Id<Interaction> to = {};
  BumpSource source = BumpSource::page;
};
struct OriginDraft {
  Id<Interaction> to = {};
  OriginKind kind = OriginKind::introduction;
  std::optional<Id<Person>> person = {};
  std::string words = {};
};

/// Who may agree: those on the later side but the proposer, as far as they still work here and write;
/// directors only read.
[[nodiscard]] std::vector<Id<Staff>> who_may_agree(const Interaction& later, Id<Staff> proposer,
                                                   const StaffDirectory& staff);
/// Whether a link waits until somebody else agrees: the two sides have different staff, and there is somebody
/// on the later side who may (product.md, Bump).
[[nodiscard]] bool needs_acceptance(const Interaction& earlier, const Interaction& later, Id<Staff> proposer,
                                    const StaffDirectory& staff);

inline constexpr std::size_t origin_characters_max = 300;

}  // namespace rapport
