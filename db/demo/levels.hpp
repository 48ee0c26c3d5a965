// How the cast's relationships grew: which colleague moved whom to which level, when and why, out of what the
// diary tells. Plain data; no database.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "cast.hpp"
#include "diary.hpp"

namespace rapport::demo {

struct CastMove {
  std::variant<Id<CastPerson>, Id<CastUnit>> with;
  std::string_view area = "";  ///< "" or teaching
  int level = 0;
  bool is_slipping = false;
  std::string_view reason = {};
  Date on = {};
  Id<CastStaff> by = {};
  std::optional<std::size_t> conversation = {};  ///< place in the diary
};

/// Reads the diary in its order, a few numbers a person.
class LevelMaker {
 public:
  /// `cast` must outlive it.
  explicit LevelMaker(const Cast& cast);
  /// The next conversation.
  void see(const CastConversation& made);
  /// Those of one relationship one after another, in order of time.
  [[nodiscard]] std::vector<CastMove> finish();

 private:
  struct Story {
    int level = 0;
    int highest = 4;  ///< nobody took it further
    bool is_slipping = false;
    int talks = 0;
    int deliveries = 0;
    std::optional<Date> last_on = {};
    std::optional<int> first_year = {};  ///< of a delivery
    Id<CastStaff> last_by = {};
    std::vector<CastMove> moves = {};
    std::vector<CastMove> teaching = {};
  };
  void meet(Id<CastPerson> person, const CastConversation& made);
  void move(Id<CastPerson> person, CastMove made);
  void end(Id<CastPerson> person);
  void add_units(std::vector<CastMove>& all) const;
  [[nodiscard]] std::string_view pick(Id<CastPerson> person, std::span<const std::string_view> words) const;

  const Cast& cast_;
  std::vector<Story> stories_;  ///< by place in the cast
  std::size_t seen_ = 0;
};

}  // namespace rapport::demo
