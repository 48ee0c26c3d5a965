// Which conversation came out of which: decided by dice of its own while the diary is read, so that the
// conversations stay as they are. Plain data. No database.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diary.hpp"

namespace rapport::demo {

/// What became of a link once somebody had proposed it.
enum class Fate { accepted, proposed, declined };

/// `from` and `to` count conversations in the diary's order, from 0.
struct CastBump {
  std::size_t from = 0;
  std::size_t to = 0;
  Fate fate = Fate::accepted;
  Id<CastStaff> proposed_by = {};
  Id<CastStaff> settled_by = {};
};

/// Where a chain began, when that was no conversation.
struct CastOrigin {
  std::size_t to = 0;
  std::string_view kind = {};  ///< introduction, event, newsletter or referral
  std::optional<Id<CastPerson>> person = {};
  std::string words = {};
  Id<CastStaff> recorded_by = {};
  Date recorded_on = {};
};

/// Links that one more conversation brings.
struct Found {
  std::vector<CastBump> bumps = {};
  std::vector<CastOrigin> origins = {};
};

/// About three links for ten conversations: most of two or three steps, some longer, some that branch or have
/// several parents; one run of thirty steps and a hub of forty. From 10,000 conversations a run of 200 steps
/// and a hub of 3,000 besides.
class ChainMaker {
 public:
  /// `cast` must outlive it.
  explicit ChainMaker(const Cast& cast);
  ~ChainMaker();
  ChainMaker(const ChainMaker&) = delete;
  ChainMaker& operator=(const ChainMaker&) = delete;
  /// Shows it the diary's next conversation. Remembers some weeks of them, however long the diary is.
  [[nodiscard]] Found see(const CastConversation& made);

 private:
  class Maker;
  std::unique_ptr<Maker> maker_;
};

}  // namespace rapport::demo
