// A small library with somebody called Jane Zyxmarker, about whom there is something in every table: for
// tests that nothing of a person stays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interactions/interactions.hpp"
#include "support/small_library.hpp"

namespace rapport {

struct Relationship;

namespace test {

inline constexpr std::string_view marker = "zyxmarker";

/// Made with plain SQL where a front door would not let the marker through.
class MarkedLibrary : public SmallLibrary {
 public:
  using SmallLibrary::SmallLibrary;

  Id<Person> twin = {};  ///< a second record of Jane's, merged
  Id<Interaction> alone = {};
  Id<Interaction> shared = {};
  Id<Interaction> of_others = {};
  Id<Relationship> relationship = {};

  /// Jane's names, addresses, posts and ways of working.
  void name_jane();
  /// And everything else.
  void fill();
  /// What runs behind the answers.
  void catch_up();

  Id<Interaction> say(std::vector<Participant> people, std::string note, Date on,
                      std::string kind = "meeting", std::vector<std::string> topics = {});

 private:
  void converse();
  void link();
  void relate();
  void plan();
  void exchange();
};

}  // namespace test
}  // namespace rapport
