// The part of filling that says how well the library knows whom. For fill_diary.cpp alone.
#pragma once

#include <cstdint>
#include <vector>

#include "fill_world.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "levels.hpp"

namespace rapport::demo {

class LevelWriter {
 public:
  /// `world` must outlive it.
  explicit LevelWriter(World& world) : world_(world), levels_(world.cast) {}
  /// The diary's next conversation, as it was kept.
  void add(const CastConversation& made, Id<Interaction> id);
  /// Everything at the end; gives back how many moves there were.
  std::int64_t write(const Directory& directory);

 private:
  World& world_;
  LevelMaker levels_;
  std::vector<Id<Interaction>> ids_;  ///< by place in the diary
};

}  // namespace rapport::demo
