// The part of filling that links conversations: chains, proposals that wait, and where chains began. For
// fill_diary.cpp alone.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "chains.hpp"
#include "fill_world.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"

namespace rapport::demo {

struct WrittenBumps {
  std::int64_t accepted = 0;
  std::int64_t asked = 0;  ///< proposed, whether declined since or not
  std::int64_t origins = 0;
};

class BumpWriter {
 public:
  /// `world` must outlive it.
  explicit BumpWriter(World& world) : world_(world), chains_(world.cast) {}
  /// The diary's next conversation, as it was kept and put right.
  void add(const CastConversation& made, Id<Interaction> id);
  /// Writes what was added since the last time.
  void write(const Directory& directory);
  [[nodiscard]] const WrittenBumps& written() const { return written_; }
  /// The written conversations by their keys.
  [[nodiscard]] const std::map<std::string_view, Id<Interaction>>& named() const { return named_; }

 private:
  void link(const Directory& directory);
  void ask(const Directory& directory, const CastBump& bump);
  void name(const Directory& directory, const CastOrigin& origin);

  World& world_;
  ChainMaker chains_;
  std::vector<Id<Interaction>> ids_;  ///< by place in the diary
  std::vector<Date> days_;
  std::map<std::string_view, Id<Interaction>> named_;
  Found waiting_;
  WrittenBumps written_;
};

}  // namespace rapport::demo
